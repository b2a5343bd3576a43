-- The case file: closings that a supervisor approves, follow-up tasks, goals, safety plans.

ALTER TABLE cases ADD COLUMN closing_id BIGINT; -- the closing that waits for a yes
ALTER TABLE cases ADD COLUMN closing_by BIGINT; -- who asked; it counts while they have the case

CREATE TABLE closings (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    asked_by BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT,
    state TEXT NOT NULL DEFAULT 'asked'
        CHECK (state IN ('asked', 'approved', 'sent_back', 'taken_back')),
    decided_by BIGINT,
    decided_at BIGINT,
    note TEXT -- sealed: why it was sent back
);
CREATE INDEX closings_of_case ON closings (case_id, id);

CREATE TABLE tasks (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    body TEXT NOT NULL, -- sealed
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    author_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    ended_by BIGINT,
    ended_at BIGINT
);
CREATE INDEX tasks_of_case ON tasks (case_id, due_at);
CREATE INDEX tasks_open ON tasks (due_at) WHERE state = 'open';

CREATE TABLE goals (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    body TEXT NOT NULL, -- sealed
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'reached', 'dropped')),
    author_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    ended_by BIGINT,
    ended_at BIGINT
);
CREATE INDEX goals_of_case ON goals (case_id, id);

CREATE TABLE safety_plans (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL, -- sealed
    author_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    sent_by BIGINT,
    sent_at BIGINT,
    UNIQUE (case_id, version)
);

-- Erasure also ends what colleagues have begun to write about a case.
CREATE INDEX sessions_of_subject ON sessions (subject) WHERE subject IS NOT NULL;

-- Whoever has a case now is asked about it, too, when its family has been silent for long. The
-- id of the case serves as the id of the row: ids are never the same in two tables.
INSERT INTO due (id, kind, subject, key, run_at)
SELECT id, 'dormant', id, 'dormant:' || id || ':0', claimed_at + 1209600000
FROM cases WHERE status = 'claimed';
