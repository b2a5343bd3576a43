-- Series of psychoeducation; what a person wants of all that is automatic.

ALTER TABLE contacts ADD COLUMN quiet_from INTEGER; -- minutes of the day
ALTER TABLE contacts ADD COLUMN quiet_until INTEGER;

-- How many messages a clock has started for somebody on the last day that had one.
CREATE TABLE automatic_days (
    person_id BIGINT PRIMARY KEY,
    day INTEGER NOT NULL, -- its ordinal, by the clock of the service
    messages INTEGER NOT NULL
);

-- What somebody does not want to get any more: `series:TOPIC`, `courses`, `broadcasts:TOPIC`.
CREATE TABLE opt_outs (
    person_id BIGINT NOT NULL,
    stream TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, stream)
);

-- One person on their way through one series.
CREATE TABLE series_runs (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    series TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'running', 'paused', 'stopped', 'done')),
    part INTEGER NOT NULL DEFAULT 1, -- the one that comes next
    anchor INTEGER, -- the day of the stage that its days are counted from, as an ordinal
    set_by BIGINT, -- the colleague who proposed it
    begun_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX series_live ON series_runs (person_id, series)
    WHERE state IN ('asked', 'running', 'paused');
CREATE INDEX series_of_person ON series_runs (person_id, id);

CREATE TABLE series_sent (
    run_id BIGINT NOT NULL REFERENCES series_runs (id),
    part INTEGER NOT NULL,
    sent_at BIGINT NOT NULL,
    again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)), -- it comes once more
    useful INTEGER CHECK (useful IN (0, 1)),
    saved_at BIGINT,
    PRIMARY KEY (run_id, part)
);

-- Why an occurrence was skipped.
ALTER TABLE due ADD COLUMN reason TEXT;
