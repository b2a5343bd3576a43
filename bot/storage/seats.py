"""The seats of a cohort: its own row counts them, and decides who has the last one.

Whoever changes the seats of a cohort locks its row first, by a guarded update of it: from then on
until the commit nobody else counts.
"""

from dataclasses import dataclass

from bot.domain.courses import held_until
from bot.domain.ids import BookingId, CohortId
from bot.storage import due
from bot.storage.work import Work

EXPIRES = "seat_held"
"""What is due where a seat waits for a yes. Its subject: the booking."""


@dataclass(frozen=True, slots=True)
class Room:
    """A cohort whose row is ours until the commit. `first`: when its first lesson begins (epoch
    ms), None where there is none."""

    published: bool
    free: int
    first: int | None

    def is_open(self, now: int) -> bool:
        """Whether somebody may still come in: until the first lesson begins."""
        return self.published and self.first is not None and self.first > now

    def held_until(self, now: int) -> int | None:
        """Until when a seat can be held; None: nothing is held, and nobody waits any more."""
        if self.first is None or not self.published:
            return None
        return held_until(now, self.first)


async def lock(work: Work, cohort_id: CohortId) -> Room:
    """Nobody else changes the seats of this cohort until the commit."""
    row = await work.tx.row(
        "UPDATE cohorts SET taken = taken WHERE id = ? RETURNING state, capacity, taken, (SELECT"
        " min(l.starts_at) FROM lessons l WHERE l.cohort_id = cohorts.id AND l.state = 'planned')"
        " AS first",
        cohort_id,
    )
    work.tx.touched = True
    if row is None:
        return Room(published=False, free=0, first=None)
    free = row["capacity"] - row["taken"]
    return Room(published=row["state"] == "published", free=free, first=row["first"])


async def take(work: Work, cohort_id: CohortId, seats: int) -> bool:
    """So many seats, or none."""
    return await work.tx.changed(
        "UPDATE cohorts SET taken = taken + ? WHERE id = ? AND state = 'published'"
        " AND taken + ? <= capacity RETURNING id",
        seats, cohort_id, seats,
    )  # fmt: skip


async def give_back(work: Work, cohort_id: CohortId, seats: int) -> None:
    await work.tx.execute(
        "UPDATE cohorts SET taken = taken - ? WHERE id = ? AND taken >= ?", seats, cohort_id, seats
    )


def expires(work: Work, number: BookingId, until: int) -> None:
    """The seats of a booking wait for a yes until then."""
    due.plan(work, EXPIRES, number, until, f"{EXPIRES}:{number}:{until}:{work.now}")
