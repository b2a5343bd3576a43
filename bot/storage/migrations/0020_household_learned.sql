-- The household, continued: what its counselor learned in the talk stays when the family tells anew.

-- 1: the family told it in its assessment; 0: a colleague wrote it.
ALTER TABLE household ADD COLUMN told INTEGER NOT NULL DEFAULT 1 CHECK (told IN (0, 1));
