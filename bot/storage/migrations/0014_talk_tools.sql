-- Tools of the talk: canned replies, reading along, blocks and floods, care for colleagues.

CREATE TABLE replies (
    id BIGINT PRIMARY KEY,
    owner_id BIGINT NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    name_key TEXT NOT NULL, -- a blind index of the name
    name TEXT NOT NULL, -- sealed
    fa TEXT, -- sealed
    en TEXT, -- sealed
    offered_at BIGINT,
    at BIGINT NOT NULL,
    CHECK (fa IS NOT NULL OR en IS NOT NULL)
);
CREATE UNIQUE INDEX replies_named ON replies (owner_id, name_key);
CREATE INDEX replies_shared ON replies (id) WHERE shared = 1;

CREATE TABLE reply_drafts (
    id BIGINT PRIMARY KEY,
    author_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    macro TEXT,
    body TEXT NOT NULL, -- sealed
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sent', 'dropped')),
    at BIGINT NOT NULL
);
CREATE INDEX drafts_of_case ON reply_drafts (case_id);
CREATE INDEX drafts_old ON reply_drafts (at);

CREATE TABLE draft_prompts (
    outbox_id BIGINT PRIMARY KEY, -- an answer to this message is a new text
    draft_id BIGINT NOT NULL
);
CREATE INDEX prompts_of_draft ON draft_prompts (draft_id);

CREATE TABLE listeners (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    person_id BIGINT NOT NULL,
    told_id BIGINT, -- the counselor who knows of it
    copies INTEGER NOT NULL DEFAULT 0,
    whispers INTEGER NOT NULL DEFAULT 0,
    since BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX listeners_live ON listeners (case_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX listeners_of_person ON listeners (person_id) WHERE ended_at IS NULL;

CREATE TABLE asides (
    outbox_id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    answers_to BIGINT -- the colleague whom an answer reaches; none: whoever has the case
);
CREATE INDEX asides_of_case ON asides (case_id);
CREATE INDEX outbox_of_colleagues ON outbox (chat_key, message_id)
    WHERE kind IN ('listening', 'whisper', 'prompt');

CREATE TABLE blocks (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    reason TEXT NOT NULL,
    blocked_by BIGINT NOT NULL,
    at BIGINT NOT NULL,
    until_at BIGINT, -- none: for ever
    told_at BIGINT,
    ended_at BIGINT,
    ended_by BIGINT
);
CREATE UNIQUE INDEX blocks_live ON blocks (person_id) WHERE ended_at IS NULL;

CREATE TABLE abuse_reports (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    reported_by BIGINT NOT NULL,
    at BIGINT NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT,
    decision TEXT
);
CREATE UNIQUE INDEX abuse_reports_open ON abuse_reports (case_id) WHERE decided_at IS NULL;

CREATE TABLE floods (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    began_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX floods_live ON floods (case_id) WHERE ended_at IS NULL;
CREATE INDEX floods_of_case ON floods (case_id, began_at);

CREATE TABLE flooded (
    relay_id BIGINT PRIMARY KEY,
    flood_id BIGINT NOT NULL REFERENCES floods (id)
);
CREATE INDEX flooded_of_flood ON flooded (flood_id, relay_id);
CREATE INDEX relay_of_family ON relay (case_id, at) WHERE author = 'family';
CREATE INDEX relay_of_staff ON relay (at, author_id) WHERE author = 'staff';

CREATE TABLE debriefs (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    asked_at BIGINT,
    wished_at BIGINT
);
CREATE INDEX debriefs_at ON debriefs (at, person_id);

CREATE TABLE welfare_notices (
    person_id BIGINT NOT NULL,
    day TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, day)
);
