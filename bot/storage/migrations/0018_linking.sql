-- One person with an account in each messenger, and which of them is written to.

ALTER TABLE people ADD COLUMN linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1));
ALTER TABLE people ADD COLUMN preferred TEXT; -- the messenger they chose; NULL: where they wrote last
ALTER TABLE people ADD COLUMN fallback INTEGER NOT NULL DEFAULT 0 CHECK (fallback IN (0, 1));
ALTER TABLE people ADD COLUMN talks_on TEXT; -- the one messenger that the talk goes through
ALTER TABLE people ADD COLUMN late_told_at BIGINT;
ALTER TABLE accounts ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN lost_at BIGINT; -- messages to this account do not arrive

DROP INDEX accounts_of_person;
CREATE UNIQUE INDEX accounts_of_person ON accounts (person_id, platform);

CREATE TABLE link_codes (
    id BIGINT PRIMARY KEY,
    code_key TEXT NOT NULL UNIQUE, -- a blind index of the code
    person_id BIGINT NOT NULL,
    platform TEXT NOT NULL, -- where it was shown
    expires_at BIGINT NOT NULL,
    entered_by BIGINT, -- the first who brought it: nobody else can
    used_at BIGINT
);
CREATE INDEX link_codes_of_person ON link_codes (person_id);
CREATE INDEX link_codes_old ON link_codes (expires_at);

-- Codes that were none, by whoever typed them.
CREATE TABLE link_guesses (
    person_id BIGINT PRIMARY KEY,
    guesses INTEGER NOT NULL,
    rests_until BIGINT
);
