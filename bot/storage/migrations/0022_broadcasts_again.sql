-- Broadcasts, a second time.

-- How many messages a letter is for the messenger: an album is as many as it has pictures.
ALTER TABLE outbox ADD COLUMN messages INTEGER NOT NULL DEFAULT 1;

-- Whether what was sent got another picture or file by a correction.
ALTER TABLE broadcasts ADD COLUMN exchanged INTEGER NOT NULL DEFAULT 0 CHECK (exchanged IN (0, 1));

-- Those that are on their way, or will be: they stand first in the list.
CREATE INDEX broadcasts_ahead ON broadcasts (planned_at, id)
    WHERE state IN ('asked', 'planned', 'freezing', 'sending', 'paused');
