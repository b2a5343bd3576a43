-- Courses, continued: whom an invitation reached, calendars that must hear of changes.

-- 0: somebody has come with the code, and whoever invited has not yet said that it is them.
ALTER TABLE bookings ADD COLUMN paired INTEGER NOT NULL DEFAULT 1 CHECK (paired IN (0, 1));

-- 1: they took the calendar file, and get another one when something changes.
ALTER TABLE participants ADD COLUMN calendar INTEGER NOT NULL DEFAULT 0 CHECK (calendar IN (0, 1));

-- What there is to read, see or hear around a lesson: any message, in the order of its ids.
CREATE TABLE lesson_materials (
    id BIGINT PRIMARY KEY,
    lesson_id BIGINT NOT NULL REFERENCES lessons (id),
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    message TEXT NOT NULL, -- sealed
    made_at BIGINT NOT NULL
);
CREATE INDEX materials_of_lesson ON lesson_materials (lesson_id, id);

CREATE TABLE material_prompts (
    outbox_id BIGINT PRIMARY KEY, -- an answer to this message is a material
    lesson_id BIGINT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    at BIGINT NOT NULL
);

-- The catalogue reads what is open, however many cohorts there were.
CREATE INDEX cohorts_open ON cohorts (course_id, id) WHERE state = 'published';
