-- Courses: waiting lists from before 0019 end, too; who waits is found without those who do not.

-- Since 0019 every published cohort has this row. One that began meanwhile closes its list at once.
-- The id of the cohort serves as the id of the row: ids are never the same in two tables.
INSERT INTO due (id, kind, subject, key, run_at)
SELECT c.id, 'waiting_ends', c.id, 'waiting_ends:' || c.id || ':0021', min(l.starts_at) - 3600000
FROM cohorts c JOIN lessons l ON l.cohort_id = c.id AND l.state = 'planned'
WHERE c.state = 'published'
    AND NOT EXISTS (SELECT 1 FROM due d WHERE d.subject = c.id AND d.kind = 'waiting_ends')
GROUP BY c.id;

-- Of cohorts that are over, nobody waits any more, and nobody is told so weeks later.
UPDATE participants SET left_at = (SELECT b.asked_at FROM bookings b WHERE b.id = booking_id)
WHERE left_at IS NULL AND EXISTS (SELECT 1 FROM bookings b JOIN cohorts c ON c.id = b.cohort_id
    WHERE b.id = booking_id AND b.state IN ('waiting', 'held')
    AND c.state IN ('ended', 'canceled'));
UPDATE bookings SET state = 'expired', ended_at = asked_at, code_key = NULL
WHERE state IN ('waiting', 'held') AND EXISTS (SELECT 1 FROM cohorts c
    WHERE c.id = bookings.cohort_id AND c.state IN ('ended', 'canceled'));

-- Who waits longest is the first row of an index, however many were in a cohort and went.
DROP INDEX bookings_waiting;
DROP INDEX bookings_of_cohort;
CREATE INDEX bookings_by_state ON bookings (cohort_id, state, id);
