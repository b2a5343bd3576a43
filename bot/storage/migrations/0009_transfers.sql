-- Cases that change hands: handed over, asked for, assigned by hand.

CREATE TABLE transfers (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    state TEXT NOT NULL CHECK (state IN ('drafted', 'asked', 'offered', 'accepted', 'queued',
        'assigned', 'refused', 'expired', 'ended')),
    from_id BIGINT, -- who has the case; NULL: nobody, it waits
    held_since BIGINT, -- when they claimed it: a later claim is another matter
    to_id BIGINT, -- who is to have it; NULL: whoever claims it next
    by_id BIGINT NOT NULL, -- who hands it over, asks for it, or assigns it
    note TEXT, -- sealed
    refusal TEXT,
    created_at BIGINT NOT NULL,
    moved_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX transfers_offered ON transfers (case_id) WHERE state = 'offered';
CREATE UNIQUE INDEX transfers_asked ON transfers (case_id, to_id) WHERE state = 'asked';
CREATE UNIQUE INDEX transfers_drafted ON transfers (by_id) WHERE state = 'drafted';
CREATE INDEX transfers_of_case ON transfers (case_id, id);
CREATE INDEX transfers_to ON transfers (to_id) WHERE state IN ('asked', 'offered');
CREATE INDEX transfers_from ON transfers (from_id) WHERE state IN ('asked', 'offered');

-- What a supervisor holds: its waiting cases are assigned by hand.
CREATE TABLE holds (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('all', 'topic', 'province')),
    value TEXT NOT NULL, -- a topic, a province; empty: all
    by_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    ended_by BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX holds_live ON holds (kind, value) WHERE ended_at IS NULL;

-- A family that comes back is first offered to its earlier counselor.
ALTER TABLE cases ADD COLUMN reserved_for BIGINT;
ALTER TABLE cases ADD COLUMN reserved_until BIGINT;
CREATE INDEX cases_reserved ON cases (reserved_for) WHERE reserved_for IS NOT NULL;
