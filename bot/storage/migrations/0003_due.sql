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

-- Alerts climb a ladder until a named person takes them, and end with an outcome.

ALTER TABLE alerts ADD COLUMN rung INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alerts ADD COLUMN outcome TEXT;
ALTER TABLE alerts ADD COLUMN outcome_by BIGINT;
ALTER TABLE alerts ADD COLUMN outcome_at BIGINT;
ALTER TABLE alerts ADD COLUMN outcome_note TEXT; -- sealed
CREATE INDEX alerts_unended ON alerts (raised_at) WHERE outcome IS NULL;

CREATE TABLE alert_steps (
    id BIGINT PRIMARY KEY,
    alert_id BIGINT NOT NULL REFERENCES alerts (id),
    at BIGINT NOT NULL,
    step TEXT NOT NULL,
    person_id BIGINT -- the staff member who was paged, or who did it
);
CREATE INDEX steps_of_alert ON alert_steps (alert_id, id);
CREATE INDEX steps_next ON alert_steps (id) WHERE step = 'next';

-- A reply to a message about an alert belongs to the alert, and goes to no family.
CREATE INDEX outbox_alert_message ON outbox (chat_key, message_id) WHERE alert_id IS NOT NULL;
