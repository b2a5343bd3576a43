-- First replies, families that wait for an answer, and what a search looks along.

ALTER TABLE cases ADD COLUMN first_reply_at BIGINT; -- the first answer of anybody; stays
ALTER TABLE cases ADD COLUMN first_wait BIGINT; -- working milliseconds until then
ALTER TABLE cases ADD COLUMN awaiting_since BIGINT; -- the oldest message without an answer
UPDATE cases SET first_reply_at = replied_at, first_wait = replied_at - opened_at
WHERE replied_at >= opened_at AND channel = 'chat';

-- Each holds all that its question looks at, so that only rows that are shown are read.
CREATE INDEX cases_first_replies ON cases
    (opened_at, acuity, first_wait, closed_at, outcome, channel) WHERE channel = 'chat';
CREATE INDEX cases_held_levels ON cases (acuity, counselor_id, replied_at, claimed_at, status)
    WHERE status = 'claimed';
CREATE INDEX cases_unanswered_levels ON cases (acuity, claimed_at)
    WHERE status = 'claimed' AND replied_at IS NULL;
CREATE INDEX cases_awaiting ON cases (awaiting_since, acuity, replied_at)
    WHERE status = 'claimed' AND awaiting_since IS NOT NULL;
CREATE INDEX cases_by_time ON cases
    (opened_at, id, status, acuity, topic, province, counselor_id);
CREATE INDEX cases_by_topic ON cases
    (topic, opened_at, id, status, acuity, province, counselor_id);
CREATE INDEX cases_by_province ON cases
    (province, opened_at, id, status, acuity, topic, counselor_id);
CREATE INDEX cases_by_counselor ON cases
    (counselor_id, opened_at, id, status, acuity, topic, province);
CREATE INDEX referrals_by_state ON referrals (state, sent_at);
