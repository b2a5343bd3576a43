-- What is to be done at a later time: one row for each occurrence.

CREATE TABLE due (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL, -- what it is about: a case, a person, an alert
    key TEXT NOT NULL UNIQUE, -- names the occurrence, so that it is planned once
    body TEXT, -- sealed
    run_at BIGINT NOT NULL,
    lease_until BIGINT, -- nobody takes it before: it has failed, and rests
    attempts INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'done', 'skipped', 'failed')),
    ended_at BIGINT,
    CHECK ((state = 'waiting') = (ended_at IS NULL))
);
CREATE INDEX due_waiting ON due (run_at) WHERE state = 'waiting';
CREATE INDEX due_ended ON due (ended_at) WHERE state <> 'waiting';
CREATE INDEX due_of_subject ON due (subject, kind);
