-- What the sender looks for stands in the indexes alone, also where thousands of rows wait.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (platform, lane, id, chat_key, due_at) WHERE state = 'waiting';
CREATE INDEX outbox_due ON outbox (platform, due_at) WHERE state = 'waiting';
