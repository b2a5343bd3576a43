-- Courses, continued: whom an invitation reached, calendars that must hear of changes.

-- 0: somebody has come with the code, and whoever invited has not yet said that it is them.
ALTER TABLE bookings ADD COLUMN paired INTEGER NOT NULL DEFAULT 1 CHECK (paired IN (0, 1));

-- 1: they took the calendar file, and get another one when something changes.
ALTER TABLE participants ADD COLUMN calendar INTEGER NOT NULL DEFAULT 0 CHECK (calendar IN (0, 1));
