-- Somebody guesses the word that brings a person back: how often since they left, and until when
-- even the right word opens nothing.
ALTER TABLE contacts ADD COLUMN guesses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN rests_until BIGINT;
