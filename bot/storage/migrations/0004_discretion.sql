-- What a family told us is safe. Words are kept as blind indexes only: nobody can read them here.
CREATE TABLE contacts (
    person_id BIGINT PRIMARY KEY REFERENCES people (id),
    writing TEXT CHECK (writing IN ('any', 'neutral', 'wait')), -- NULL: never asked
    hours TEXT NOT NULL DEFAULT '', -- names with spaces between; none: the usual ones
    code_key TEXT, -- blind index of the word that brings them back
    help_key TEXT, -- blind index of their own word for "help now"
    silenced_at BIGINT -- they left by quick exit, and have not come back
);
CREATE INDEX contacts_silenced ON contacts (silenced_at) WHERE silenced_at IS NOT NULL;
INSERT INTO contacts (person_id, writing)
SELECT person_id, contact FROM cases
WHERE id IN (SELECT max(id) FROM cases WHERE assessment IS NOT NULL GROUP BY person_id)
    AND person_id IS NOT NULL AND contact IN ('any', 'neutral', 'wait');

-- Messages to a family that may not leave now.
CREATE TABLE held (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    payload TEXT NOT NULL, -- sealed
    due_at BIGINT, -- NULL: when they write or come back
    case_id BIGINT,
    relay_id BIGINT,
    at BIGINT NOT NULL
);
CREATE INDEX held_of_person ON held (person_id, id);
CREATE INDEX held_due ON held (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX held_old ON held (at);
CREATE INDEX relay_held ON relay (case_id, id) WHERE state = 'held';

-- What stands behind a neutral line until the person presses its button.
CREATE TABLE veiled (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES people (id),
    outbox_id BIGINT NOT NULL, -- the neutral line
    kind TEXT NOT NULL,
    payload TEXT, -- sealed; emptied once opened
    case_id BIGINT,
    relay_id BIGINT,
    at BIGINT NOT NULL,
    opened_at BIGINT
);
CREATE INDEX veiled_of_person ON veiled (person_id);
CREATE INDEX veiled_of_outbox ON veiled (outbox_id);
CREATE INDEX veiled_old ON veiled (at);

-- What families wrote in the last two days, so that quick exit can delete it on their phone.
CREATE TABLE traces (
    chat_key TEXT NOT NULL,
    message_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (chat_key, message_id)
);
CREATE INDEX traces_old ON traces (at);
CREATE INDEX outbox_arrived_in_chat ON outbox (chat_key, ended_at) WHERE message_id IS NOT NULL;
