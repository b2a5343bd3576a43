-- Broadcasts: what coordinators send to many people, to whom, and what came of each copy.

-- Somebody who was never asked how they may be written to, and wants broadcasts all the same.
ALTER TABLE contacts ADD COLUMN wants_news INTEGER NOT NULL DEFAULT 0 CHECK (wants_news IN (0, 1));

CREATE TABLE broadcasts (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    topic TEXT NOT NULL CHECK (topic IN ('awareness', 'courses', 'news')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN
        ('draft', 'asked', 'planned', 'freezing', 'sending', 'paused', 'canceled', 'done')),
    segment TEXT NOT NULL DEFAULT '{}',
    buttons TEXT NOT NULL DEFAULT '[]',
    repeats TEXT NOT NULL DEFAULT 'once' CHECK (repeats IN ('once', 'weekly', 'monthly')),
    posted INTEGER NOT NULL DEFAULT 0 CHECK (posted IN (0, 1)), -- to the channels, too
    planned_at BIGINT,
    made_by BIGINT,
    made_at BIGINT NOT NULL,
    sent_by BIGINT, -- who said "send"
    approved_by BIGINT,
    expected INTEGER, -- how many there were when it was sent
    begun_at BIGINT,
    resumed_at BIGINT,
    ended_at BIGINT,
    frozen_to BIGINT NOT NULL DEFAULT 0, -- the person up to whom recipients are written down
    ahead INTEGER NOT NULL DEFAULT 30, -- letters that wait just ahead of the sender
    halt TEXT, -- why it stands still
    bar_row BIGINT, -- the message in which its author sees the progress
    bar_edit BIGINT,
    bar_at BIGINT,
    mending TEXT CHECK (mending IN ('edit', 'delete')), -- what was sent is corrected, or withdrawn
    mend INTEGER NOT NULL DEFAULT 0 -- how many times so far
);
CREATE INDEX broadcasts_by_time ON broadcasts (made_at);

CREATE TABLE broadcast_versions (
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    language TEXT NOT NULL,
    body TEXT NOT NULL, -- sealed
    PRIMARY KEY (broadcast_id, language)
);

-- What the next message of a colleague is for.
CREATE TABLE broadcast_prompts (
    person_id BIGINT PRIMARY KEY,
    broadcast_id BIGINT NOT NULL,
    field TEXT NOT NULL,
    album TEXT,
    until_at BIGINT NOT NULL
);

CREATE TABLE segments (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    made_by BIGINT,
    made_at BIGINT NOT NULL
);

-- One person and one broadcast: a copy at most.
CREATE TABLE recipients (
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    person_id BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN
        ('waiting', 'taken', 'sent', 'unknown', 'unreachable', 'opted_out', 'skipped')),
    not_before BIGINT NOT NULL DEFAULT 0,
    platform TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    message_ids TEXT, -- with spaces between
    reason TEXT,
    ended_at BIGINT,
    presses INTEGER NOT NULL DEFAULT 0,
    begun_at BIGINT, -- the conversation that followed
    mended INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (broadcast_id, person_id)
);
CREATE INDEX recipients_in_state ON recipients (broadcast_id, state, person_id, not_before);
CREATE INDEX recipients_ended ON recipients (broadcast_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX recipients_of_person ON recipients (person_id);

-- Who came by the link under a post in a channel.
CREATE TABLE arrivals (
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    person_id BIGINT NOT NULL,
    platform TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (broadcast_id, person_id)
);
CREATE INDEX arrivals_of_person ON arrivals (person_id);

ALTER TABLE outbox ADD COLUMN broadcast_id BIGINT;
CREATE INDEX outbox_of_broadcast ON outbox (broadcast_id, person_id) WHERE broadcast_id IS NOT NULL;

-- What choosing people reads, from indexes alone where it can.
CREATE INDEX contacts_writable ON contacts (person_id)
    WHERE silenced_at IS NULL AND (writing = 'any' OR (writing IS NULL AND wants_news = 1));
CREATE INDEX cases_of_place ON cases (province, person_id);
CREATE INDEX cases_of_topic ON cases (topic, person_id);
CREATE INDEX cases_urgent ON cases (acuity, opened_at, person_id) WHERE acuity <= 1;
CREATE INDEX alerts_of_late ON alerts (raised_at, person_id) WHERE mistaken_at IS NULL;
CREATE INDEX automatic_by_day ON automatic_days (day, person_id);
CREATE INDEX opt_outs_of_stream ON opt_outs (stream, person_id);
CREATE INDEX series_of_name ON series_runs (series, person_id);
