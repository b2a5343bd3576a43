-- Times are epoch milliseconds (UTC), booleans 0/1, ids made by the application.
-- Columns marked "sealed" hold AES-256-GCM values; chat_key and token_key are blind indexes.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE inbox (
    id BIGINT PRIMARY KEY,
    platform TEXT NOT NULL,
    update_key TEXT NOT NULL UNIQUE,
    chat_key TEXT NOT NULL,
    urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
    received_at BIGINT NOT NULL,
    payload TEXT, -- sealed; emptied when done
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'poison')),
    attempts INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    done_at BIGINT
);
CREATE INDEX inbox_new ON inbox (urgent DESC, id) WHERE state = 'new';
CREATE INDEX inbox_new_of_chat ON inbox (chat_key, id) WHERE state = 'new';
CREATE INDEX inbox_old ON inbox (received_at);

CREATE TABLE people (
    id BIGINT PRIMARY KEY,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    consented_at BIGINT,
    unreachable_at BIGINT
);

CREATE TABLE accounts (
    chat_key TEXT PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES people (id),
    platform TEXT NOT NULL,
    chat_id TEXT NOT NULL -- sealed
);
CREATE INDEX accounts_of_person ON accounts (person_id);

CREATE TABLE consents (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    text_version INTEGER NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    at BIGINT NOT NULL
);
CREATE INDEX consents_of_person ON consents (person_id);

CREATE TABLE staff (
    person_id BIGINT PRIMARY KEY REFERENCES people (id),
    role TEXT NOT NULL,
    alias TEXT NOT NULL, -- sealed
    on_call INTEGER NOT NULL DEFAULT 0 CHECK (on_call IN (0, 1)),
    since BIGINT NOT NULL,
    ended_at BIGINT,
    current_case BIGINT,
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
);

CREATE TABLE invites (
    id BIGINT PRIMARY KEY,
    token_key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    on_call INTEGER NOT NULL CHECK (on_call IN (0, 1)),
    alias TEXT NOT NULL, -- sealed
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by BIGINT,
    used_at BIGINT
);

CREATE TABLE sessions (
    person_id BIGINT PRIMARY KEY REFERENCES people (id),
    flow TEXT NOT NULL,
    subject BIGINT, -- the case a feedback is about
    body TEXT NOT NULL, -- sealed
    updated_at BIGINT NOT NULL
);

CREATE TABLE cases (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    person_id BIGINT REFERENCES people (id),
    status TEXT NOT NULL CHECK (status IN ('waiting', 'claimed', 'closed')),
    acuity INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    rule_version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    province TEXT NOT NULL,
    county TEXT NOT NULL,
    contact TEXT NOT NULL,
    assessment TEXT, -- sealed
    messages INTEGER NOT NULL DEFAULT 0,
    opened_at BIGINT NOT NULL,
    counselor_id BIGINT,
    claimed_at BIGINT,
    replied_at BIGINT, -- the first answer of whoever has it now
    reminded_at BIGINT,
    closed_at BIGINT,
    outcome TEXT,
    previous_id BIGINT,
    CHECK ((status = 'claimed') = (counselor_id IS NOT NULL AND closed_at IS NULL)),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL AND outcome IS NOT NULL))
);
CREATE UNIQUE INDEX cases_open_of_person ON cases (person_id)
    WHERE status IN ('waiting', 'claimed');
CREATE INDEX cases_of_person ON cases (person_id, id);
CREATE INDEX cases_waiting ON cases (acuity, opened_at, id) WHERE status = 'waiting';
CREATE INDEX cases_of_counselor ON cases (counselor_id, id) WHERE status = 'claimed';
CREATE INDEX cases_unanswered ON cases (claimed_at)
    WHERE status = 'claimed' AND replied_at IS NULL;
CREATE INDEX cases_claimed ON cases (claimed_at) WHERE claimed_at IS NOT NULL;

CREATE TABLE outbox (
    id BIGINT PRIMARY KEY,
    platform TEXT NOT NULL,
    chat_key TEXT NOT NULL,
    lane INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT, -- sealed; emptied some time after the end
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown', 'expired', 'canceled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    repeat INTEGER NOT NULL DEFAULT 0 CHECK (repeat IN (0, 1)),
    due_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    message_id BIGINT,
    person_id BIGINT,
    case_id BIGINT,
    relay_id BIGINT,
    alert_id BIGINT,
    target_id BIGINT, -- the row whose message this one edits
    reason TEXT
);
CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state = 'waiting';
CREATE INDEX outbox_waiting_of_chat ON outbox (chat_key, lane, id) WHERE state = 'waiting';
CREATE INDEX outbox_waiting_of_person ON outbox (person_id) WHERE state = 'waiting';
CREATE INDEX outbox_of_case ON outbox (case_id, kind) WHERE case_id IS NOT NULL;
CREATE INDEX outbox_of_alert ON outbox (alert_id) WHERE alert_id IS NOT NULL;
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE payload IS NOT NULL AND ended_at IS NOT NULL;

CREATE TABLE relay (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    number INTEGER NOT NULL,
    author TEXT NOT NULL CHECK (author IN ('family', 'staff')),
    author_id BIGINT NOT NULL,
    chat_key TEXT NOT NULL,
    message_id BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'asking', 'passed', 'dropped')),
    album TEXT,
    body TEXT, -- sealed
    outbox_id BIGINT,
    at BIGINT NOT NULL,
    edited_at BIGINT,
    UNIQUE (chat_key, message_id)
);
CREATE INDEX relay_of_case ON relay (case_id, id);
CREATE INDEX relay_of_outbox ON relay (outbox_id) WHERE outbox_id IS NOT NULL;

CREATE TABLE relay_versions (
    id BIGINT PRIMARY KEY,
    relay_id BIGINT NOT NULL REFERENCES relay (id),
    body TEXT, -- sealed: what stood before the edit
    at BIGINT NOT NULL
);
CREATE INDEX versions_of_relay ON relay_versions (relay_id);

CREATE TABLE copies (
    chat_key TEXT NOT NULL,
    message_id BIGINT NOT NULL,
    outbox_id BIGINT NOT NULL,
    case_id BIGINT,
    relay_id BIGINT,
    PRIMARY KEY (chat_key, message_id)
);
CREATE INDEX copies_of_relay ON copies (relay_id) WHERE relay_id IS NOT NULL;
CREATE INDEX copies_of_case ON copies (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE notes (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    author_id BIGINT NOT NULL,
    body TEXT NOT NULL, -- sealed
    at BIGINT NOT NULL
);
CREATE INDEX notes_of_case ON notes (case_id, id);

CREATE TABLE alerts (
    id BIGINT PRIMARY KEY,
    person_id BIGINT,
    category TEXT NOT NULL,
    rule TEXT NOT NULL,
    said TEXT, -- sealed
    raised_at BIGINT NOT NULL,
    acknowledged_by BIGINT,
    acknowledged_at BIGINT,
    confirmed_at BIGINT,
    mistaken_at BIGINT
);
CREATE INDEX alerts_open ON alerts (raised_at) WHERE acknowledged_at IS NULL;
CREATE INDEX alerts_of_person ON alerts (person_id, id);

CREATE TABLE feedback (
    case_id BIGINT PRIMARY KEY REFERENCES cases (id),
    score INTEGER,
    words TEXT, -- sealed
    at BIGINT NOT NULL
);

CREATE TABLE chats (
    name TEXT PRIMARY KEY,
    chat_id TEXT NOT NULL -- sealed
);

CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id BIGINT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    allowed INTEGER NOT NULL CHECK (allowed IN (0, 1))
);
CREATE INDEX audit_of_subject ON audit (subject, id);
