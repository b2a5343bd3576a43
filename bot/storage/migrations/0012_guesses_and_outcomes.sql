-- Somebody guesses the word that brings a person back: how often since they left, and until when
-- even the right word opens nothing.
ALTER TABLE contacts ADD COLUMN guesses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN rests_until BIGINT;

-- Alerts that have ended are looked up by the day of their outcome.
CREATE INDEX alerts_ended ON alerts (outcome_at) WHERE outcome IS NOT NULL;
