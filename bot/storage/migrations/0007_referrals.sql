-- Partner institutions, their people, and referrals of cases to them.

CREATE TABLE partners (
    id BIGINT PRIMARY KEY,
    name_key TEXT NOT NULL UNIQUE, -- a blind index of the name
    name TEXT NOT NULL, -- sealed
    kind TEXT NOT NULL,
    regions TEXT NOT NULL, -- codes; none: the whole country
    topics TEXT NOT NULL, -- none: all of them
    accepts TEXT, -- sealed
    hours TEXT, -- sealed
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    created_at BIGINT NOT NULL
);

ALTER TABLE staff ADD COLUMN partner_id BIGINT;
ALTER TABLE invites ADD COLUMN partner_id BIGINT;

CREATE TABLE referrals (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    partner_id BIGINT NOT NULL REFERENCES partners (id),
    author_id BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('drafted', 'consent_asked', 'sent', 'accepted',
        'refused', 'expired', 'done', 'revoked')),
    urgency TEXT, -- none while it is being written
    shares TEXT NOT NULL,
    summary TEXT, -- sealed
    declined_at BIGINT,
    override TEXT, -- why it went without the family's consent
    refusal TEXT,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    next_at BIGINT, -- when silence is looked at next
    reminded INTEGER NOT NULL DEFAULT 0,
    moved_by BIGINT,
    moved_at BIGINT NOT NULL,
    CHECK (urgency IS NOT NULL OR state = 'drafted'),
    CHECK (sent_at IS NULL OR next_at IS NOT NULL)
);
CREATE UNIQUE INDEX referrals_live ON referrals (case_id, partner_id)
    WHERE state IN ('drafted', 'consent_asked', 'sent', 'accepted');
CREATE INDEX referrals_of_case ON referrals (case_id, id);
CREATE INDEX referrals_of_partner ON referrals (partner_id, state);
CREATE INDEX referrals_silent ON referrals (next_at) WHERE state = 'sent';
CREATE INDEX referrals_drafted ON referrals (id) WHERE state = 'drafted';

CREATE TABLE referral_letters (
    outbox_id BIGINT PRIMARY KEY,
    referral_id BIGINT NOT NULL REFERENCES referrals (id),
    person_id BIGINT NOT NULL
);
CREATE INDEX letters_of_referral ON referral_letters (referral_id);
