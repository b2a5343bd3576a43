-- Courses: what is offered, when it is held, who comes, and what shows that they did.

CREATE TABLE courses (
    id BIGINT PRIMARY KEY,
    name TEXT UNIQUE, -- as the file calls it from which it was loaded
    stage TEXT NOT NULL CHECK (stage IN
        ('before_marriage', 'at_marriage', 'after_marriage', 'parenting', 'loss', 'stress')),
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    quiz TEXT NOT NULL DEFAULT '[]', -- questions, options, the right one
    wellbeing INTEGER NOT NULL DEFAULT 0 CHECK (wellbeing IN (0, 1)), -- WHO-5 is offered
    made_by BIGINT,
    made_at BIGINT NOT NULL
);

-- One time that a course is held. `taken` counts its seats: no two transactions get the same one.
CREATE TABLE cohorts (
    id BIGINT PRIMARY KEY,
    course_id BIGINT NOT NULL REFERENCES courses (id),
    name TEXT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'canceled', 'ended')),
    way TEXT NOT NULL CHECK (way IN ('online', 'on_site')),
    province TEXT NOT NULL DEFAULT '', -- empty: for everybody
    place TEXT, -- sealed: an address or a link is for those who come
    capacity INTEGER NOT NULL CHECK (capacity > 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND capacity),
    numbers INTEGER NOT NULL DEFAULT 0, -- participants so far
    facilitator_id BIGINT,
    made_at BIGINT NOT NULL
);
CREATE INDEX cohorts_of_course ON cohorts (course_id, id);
CREATE INDEX cohorts_of_facilitator ON cohorts (facilitator_id, id);

CREATE TABLE lessons (
    id BIGINT PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    state TEXT NOT NULL CHECK (state IN ('planned', 'canceled')),
    starts_at BIGINT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    version INTEGER NOT NULL DEFAULT 0, -- of its entry in calendars
    word TEXT, -- sealed: who types it was there
    before_text TEXT NOT NULL DEFAULT '',
    after_text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX lessons_of_cohort ON lessons (cohort_id, starts_at);

-- One seat for somebody alone, two for a couple. `held`: its seats wait for a yes until then.
CREATE TABLE bookings (
    id BIGINT PRIMARY KEY,
    cohort_id BIGINT NOT NULL REFERENCES cohorts (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'enrolled', 'left', 'expired')),
    seats INTEGER NOT NULL CHECK (seats IN (1, 2)),
    code_key TEXT UNIQUE, -- of the code by which a partner joins
    held_until BIGINT,
    asked_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX bookings_waiting ON bookings (cohort_id, id) WHERE state = 'waiting';
CREATE INDEX bookings_of_cohort ON bookings (cohort_id, id);

CREATE TABLE participants (
    id BIGINT PRIMARY KEY,
    booking_id BIGINT NOT NULL REFERENCES bookings (id),
    cohort_id BIGINT NOT NULL,
    person_id BIGINT,
    number INTEGER NOT NULL, -- what a facilitator calls somebody who has told no name
    confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
    left_at BIGINT,
    name TEXT, -- sealed; as the list of the facilitator shows it, by their own wish
    quiz_right INTEGER,
    UNIQUE (cohort_id, number)
);
CREATE UNIQUE INDEX participants_once ON participants (cohort_id, person_id) WHERE left_at IS NULL;
CREATE INDEX participants_of_booking ON participants (booking_id);
CREATE INDEX participants_of_person ON participants (person_id);

CREATE TABLE attendance (
    lesson_id BIGINT NOT NULL REFERENCES lessons (id),
    participant_id BIGINT NOT NULL REFERENCES participants (id),
    state TEXT NOT NULL CHECK (state IN ('there', 'absent', 'excused')),
    way TEXT NOT NULL CHECK (way IN ('word', 'facilitator', 'own')),
    at BIGINT NOT NULL,
    PRIMARY KEY (lesson_id, participant_id)
);
CREATE INDEX attendance_of_participant ON attendance (participant_id);

CREATE TABLE quiz_answers (
    participant_id BIGINT NOT NULL REFERENCES participants (id),
    question INTEGER NOT NULL,
    choice INTEGER NOT NULL,
    PRIMARY KEY (participant_id, question)
);

CREATE TABLE course_screenings (
    participant_id BIGINT NOT NULL REFERENCES participants (id),
    phase TEXT NOT NULL CHECK (phase IN ('before', 'after')),
    total TEXT, -- sealed
    at BIGINT NOT NULL,
    PRIMARY KEY (participant_id, phase)
);

CREATE TABLE course_feedback (
    participant_id BIGINT PRIMARY KEY REFERENCES participants (id),
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    words TEXT, -- sealed
    at BIGINT NOT NULL
);

CREATE TABLE certificates (
    id BIGINT PRIMARY KEY,
    participant_id BIGINT NOT NULL UNIQUE REFERENCES participants (id),
    number TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    name TEXT, -- sealed
    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)), -- whoever asks may see the name
    issued_at BIGINT NOT NULL
);
