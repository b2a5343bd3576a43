-- Bale as an equal: donations by invoice, reviews that were asked for, and the order of a backlog.

CREATE TABLE donations (
    id BIGINT PRIMARY KEY, -- its invoice names it
    person_id BIGINT REFERENCES people (id), -- empty after erasure
    platform TEXT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0), -- in rials
    state TEXT NOT NULL DEFAULT 'offered'
        CHECK (state IN ('offered', 'pending', 'paid', 'failed', 'replaced', 'unclear')),
    outbox_id BIGINT, -- the invoice
    made_at BIGINT NOT NULL,
    moved_at BIGINT NOT NULL, -- when it came into this state
    transaction_id TEXT, -- sealed; emptied by erasure
    transaction_key TEXT UNIQUE -- keyed hash of it: each payment is counted once
);
CREATE INDEX donations_of_person ON donations (person_id, state);
CREATE INDEX donations_by_state ON donations (state, moved_at);

CREATE TABLE review_wishes (
    person_id BIGINT PRIMARY KEY REFERENCES people (id),
    at BIGINT NOT NULL -- when they were last asked for a review
);

-- After an outage: 1 to 3 by the acuity of the open case of whoever wrote, 0 for all others.
ALTER TABLE inbox ADD COLUMN weight INTEGER NOT NULL DEFAULT 0;
DROP INDEX inbox_new;
CREATE INDEX inbox_next ON inbox (urgent DESC, weight DESC, id) WHERE state = 'new';
