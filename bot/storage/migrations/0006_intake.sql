-- The full need assessment: who lives in the household, and where people stop.

CREATE TABLE household (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL CHECK (kind IN ('adult', 'child')),
    age TEXT NOT NULL, -- a band such as 6_11; empty where it was not said
    concerned INTEGER NOT NULL DEFAULT 0 CHECK (concerned IN (0, 1))
);
CREATE INDEX household_of_case ON household (case_id, id);

-- Walks that were never finished, by the question where people stopped. Numbers, no people.
CREATE TABLE unfinished (
    flow TEXT NOT NULL,
    version INTEGER NOT NULL,
    question TEXT NOT NULL,
    walks INTEGER NOT NULL,
    PRIMARY KEY (flow, version, question)
);

ALTER TABLE sessions ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN nudged_at BIGINT;
CREATE INDEX sessions_idle ON sessions (updated_at);

-- A contact that did not begin in the messenger, entered by staff with its true date.
ALTER TABLE cases ADD COLUMN channel TEXT NOT NULL DEFAULT 'chat';
ALTER TABLE cases ADD COLUMN contacted_at BIGINT;
