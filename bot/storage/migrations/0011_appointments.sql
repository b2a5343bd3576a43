-- Appointments, questionnaires asked again, and letters of referrals on paper.

CREATE TABLE appointments (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'declined', 'canceled',
        'took_place', 'no_show')),
    offered INTEGER NOT NULL DEFAULT 0 CHECK (offered IN (0, 1)), -- the family may pick now
    way TEXT NOT NULL,
    place TEXT, -- sealed
    starts_at BIGINT, -- the agreed time
    counselor_id BIGINT NOT NULL, -- who knows of it; whose case it is stands in the case
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CHECK (state <> 'confirmed' OR starts_at IS NOT NULL)
);
CREATE UNIQUE INDEX appointments_live ON appointments (case_id)
    WHERE state IN ('open', 'confirmed');
CREATE INDEX appointments_coming ON appointments (starts_at) WHERE state = 'confirmed';
CREATE INDEX appointments_of_case ON appointments (case_id, id);

CREATE TABLE appointment_times (
    appointment_id BIGINT NOT NULL REFERENCES appointments (id),
    starts_at BIGINT NOT NULL,
    PRIMARY KEY (appointment_id, starts_at)
);

-- One row for each agreed appointment: the key is what makes double booking impossible.
CREATE TABLE appointment_slots (
    counselor_id BIGINT NOT NULL,
    quarter BIGINT NOT NULL, -- quarters of an hour since 1970
    appointment_id BIGINT NOT NULL REFERENCES appointments (id),
    PRIMARY KEY (counselor_id, quarter)
);
CREATE INDEX slots_of_appointment ON appointment_slots (appointment_id);

-- A questionnaire that was answered once more, beside the case.
CREATE TABLE screenings (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES cases (id),
    screener TEXT NOT NULL,
    version INTEGER NOT NULL,
    total TEXT, -- sealed
    at BIGINT NOT NULL
);
CREATE INDEX screenings_of_case ON screenings (case_id, id);

CREATE TABLE screening_offers (
    case_id BIGINT PRIMARY KEY REFERENCES cases (id),
    at BIGINT NOT NULL
);

CREATE INDEX feedback_at ON feedback (at);

ALTER TABLE referral_letters ADD COLUMN paper INTEGER NOT NULL DEFAULT 0;
