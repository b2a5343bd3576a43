-- Whom the queue prefers among equals, whom it holds back, and who changed an acuity.

ALTER TABLE cases ADD COLUMN underserved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN minor INTEGER NOT NULL DEFAULT 0 CHECK (minor IN (0, 1));
ALTER TABLE cases ADD COLUMN lead_id BIGINT; -- the supervisor who answers for a minor's safety
ALTER TABLE cases ADD COLUMN outcome_detail TEXT;

-- The order of the queue. The last three columns say what the expressions and the condition say
-- already: with them a place in the queue is counted without a look at the table.
DROP INDEX cases_waiting;
CREATE INDEX cases_waiting
    ON cases (acuity, (opened_at / 60000), (-underserved), id, opened_at, underserved, status)
    WHERE status = 'waiting';

CREATE INDEX cases_led ON cases (lead_id, id) WHERE lead_id IS NOT NULL;

CREATE TABLE acuity_changes (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    reason TEXT NOT NULL,
    rule_version INTEGER NOT NULL, -- of the rule whose level was changed
    changed_by BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX changes_of_case ON acuity_changes (case_id, id);
