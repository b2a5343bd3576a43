-- Who may have which case and when: profiles, weekly shifts, the on-call rota; what a family wished.

ALTER TABLE staff ADD COLUMN available INTEGER NOT NULL DEFAULT 1 CHECK (available IN (0, 1));
ALTER TABLE staff ADD COLUMN licensed INTEGER NOT NULL DEFAULT 0 CHECK (licensed IN (0, 1));
ALTER TABLE staff ADD COLUMN gender TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN capacity INTEGER; -- NULL: what the settings say

-- Languages, topics and provinces of a colleague; none of a kind: all of them.
CREATE TABLE skills (
    person_id BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('language', 'topic', 'region')),
    value TEXT NOT NULL,
    PRIMARY KEY (person_id, kind, value)
);

-- Every week again. Minutes of the week from Saturday, 0:00; `ends` may lie beyond its last minute.
CREATE TABLE shifts (
    id BIGINT PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('work', 'on_call')),
    begins INTEGER NOT NULL CHECK (begins >= 0 AND begins < 10080),
    ends INTEGER NOT NULL,
    CHECK (ends > begins AND ends <= begins + 1440)
);
CREATE UNIQUE INDEX shifts_of_person ON shifts (person_id, kind, begins, ends);

ALTER TABLE cases ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN wish TEXT NOT NULL DEFAULT ''; -- a woman or a man, as the family asked
ALTER TABLE cases ADD COLUMN returned_at BIGINT; -- when it last came back to the queue
ALTER TABLE cases ADD COLUMN shown_wait INTEGER NOT NULL DEFAULT 0; -- minutes, as its card says
ALTER TABLE cases ADD COLUMN told_ahead INTEGER; -- the place in line that the family knows of
ALTER TABLE cases ADD COLUMN told_at BIGINT;
ALTER TABLE cases ADD COLUMN told_opening BIGINT; -- the next opening that the family knows of
