"""Seats under a crowd that does anything at any time, many at once: what must hold does after each
round, on both engines. The dates move, seats are added, and the course begins in the end."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence

import pytest

from bot.domain.courses import HOUR, MINUTE, BookingState, held_until
from bot.domain.ids import BookingId, CohortId, PersonId
from bot.storage import bookings, courses, due, lessons, participants, seats, waiting
from bot.storage.database import Database, Row
from bot.storage.work import Work
from tests.storage.conftest import NOON, Working, meet
from tests.storage.courses import held

LENGTH = 30 * HOUR
"""From the first press to the first lesson, as long as nobody moves it."""


class Crowd:
    """People at one cohort, who know each other's codes."""

    def __init__(self, database: Database, working: Working, seed: int) -> None:
        self.database, self.working = database, working
        self.dice = random.Random(seed)
        self.cohort = CohortId(0)
        self.people: Sequence[PersonId] = ()
        self.codes: list[str] = []
        self.now = NOON

    async def gathers(self, number: int) -> None:
        async with self.working() as work:
            self.cohort = await held(work, self.dice.randint(1, 5), first=NOON + LENGTH)
            self.people = [meet(work, self.dice.randrange(10**9)) for _ in range(number)]

    # What somebody does.

    async def deed(self, who: PersonId, now: int, choice: float, code: str) -> None:
        async with self.working(at=now) as work:
            mine = await participants.in_cohort(work, self.cohort, who)
            if mine is None:
                await self._comes(work, who, choice, code)
                return
            booking = mine[1]
            if choice < 0.3:
                await bookings.leave(work, booking, who)
            elif choice < 0.4:
                await bookings.turn_away(work, booking, who, f"new-{code}-{who}")
                self.codes.append(f"new-{code}-{who}")
            elif choice < 0.5:
                await bookings.drop(work, booking, [mine[0].id])
            elif choice < 0.9:
                await bookings.confirm(work, booking, who)
            else:
                await bookings.vouch(work, booking, who)

    async def _comes(self, work: Work, who: PersonId, choice: float, code: str) -> None:
        if choice < 0.4:
            await bookings.book(work, self.cohort, who)
        elif choice < 0.6 or not self.codes:
            own = f"{who}-{work.now}"
            self.codes.append(own)
            await bookings.book(work, self.cohort, who, own)
        elif (booking := await bookings.of_code(work, code)) is not None:
            await bookings.join(work, booking, who)

    # What the house does.

    async def change(self, now: int) -> None:
        choice = self.dice.random()
        async with self.working(at=now) as work:
            if choice < 0.4:
                await waiting.resize(work, self.cohort, self.dice.randint(1, 7))
            elif choice < 0.7:
                first = (await lessons.of_cohort(work, self.cohort))[0]
                later = first.starts_at + self.dice.randint(-6, 4) * HOUR
                if later > now and await lessons.move(work, first, later):
                    await waiting.retime(work, self.cohort)
            elif choice > 0.98:
                await courses.cancel(work, self.cohort)

    async def passes(self, span: int) -> None:
        """Time goes on, and the clock does what is due, each at its moment."""
        until = self.now + span
        while True:
            rows = await self.database.read(
                "SELECT id, kind, subject, run_at FROM due WHERE state = 'waiting' AND run_at <= ?"
                " AND kind IN (?, ?) ORDER BY run_at, id LIMIT 1",
                until, seats.EXPIRES, waiting.ENDS,
            )  # fmt: skip
            if not rows:
                break
            async with self.working(at=max(self.now, rows[0]["run_at"])) as work:
                assert await due.take(work, rows[0]["id"]) is not None
                if rows[0]["kind"] == seats.EXPIRES:
                    await bookings.expire(work, BookingId(rows[0]["subject"]))
                else:
                    await waiting.end(work, self.cohort)
        self.now = until

    async def round(self) -> None:
        those = self.dice.sample(self.people, len(self.people) * 2 // 3)
        deeds: list[Awaitable[None]] = [
            self.deed(who, self.now + place, self.dice.random(),
                      self.dice.choice(self.codes) if self.codes else "")
            for place, who in enumerate(those)
        ]  # fmt: skip
        if self.dice.random() < 0.4:
            deeds.append(self.change(self.now + len(those)))
        await asyncio.gather(*deeds)
        self.now += len(those) + 1

    # What must hold.

    async def holds(self) -> None:
        (cohort,) = await self.database.read(
            "SELECT state, capacity, taken, (SELECT min(l.starts_at) FROM lessons l WHERE"
            " l.cohort_id = cohorts.id) AS first FROM cohorts WHERE id = ?",
            self.cohort,
        )
        made = await self.database.read(
            "SELECT b.id, b.state, b.seats, b.paired, b.held_until, (SELECT count(*) FROM"
            " participants p WHERE p.booking_id = b.id AND p.left_at IS NULL) AS inside,"
            " (SELECT count(*) FROM participants p WHERE p.booking_id = b.id AND p.left_at IS NULL"
            " AND p.confirmed = 1) AS said, (SELECT count(*) FROM due d WHERE d.subject = b.id"
            " AND d.kind = ? AND d.state = 'waiting' AND d.run_at = b.held_until) AS ends,"
            " (SELECT count(*) FROM due d WHERE d.subject = b.id AND d.state = 'waiting') AS due"
            " FROM bookings b WHERE b.cohort_id = ?",
            seats.EXPIRES, self.cohort,
        )  # fmt: skip
        taken = sum(one["seats"] for one in made if one["state"] in ("held", "enrolled"))
        assert cohort["taken"] == taken <= cohort["capacity"]
        for one in made:
            RULES[BookingState(one["state"])](one, cohort)
            waits = one["state"] == "waiting"
            if waits and held_until(self.now, cohort["first"]) is not None:
                assert one["seats"] > cohort["capacity"] - taken, "a free seat, and somebody waits"
            if waits:
                assert cohort["state"] == "published"


def _waiting(one: Row, cohort: Row) -> None:
    assert 1 <= one["inside"] <= one["seats"]
    assert one["due"] == 0


def _held(one: Row, cohort: Row) -> None:
    assert 1 <= one["inside"] <= one["seats"]
    assert one["held_until"] < cohort["first"], "an offer past the first lesson"
    assert (one["ends"], one["due"]) == (1, 1)
    settled = one["said"] == one["seats"] and one["paired"]
    assert not settled, "all have said yes"


def _enrolled(one: Row, cohort: Row) -> None:
    assert one["inside"] == one["said"] == one["seats"], "both of a couple, or none"
    assert one["paired"] == 1
    assert one["due"] == 0


def _over(one: Row, cohort: Row) -> None:
    assert one["inside"] == 0, "nobody is left in what has ended"
    assert one["due"] == 0


RULES: dict[BookingState, Callable[[Row, Row], None]] = {
    BookingState.WAITING: _waiting,
    BookingState.HELD: _held,
    BookingState.ENROLLED: _enrolled,
    BookingState.LEFT: _over,
    BookingState.EXPIRED: _over,
}


@pytest.mark.parametrize(
    ("seeds", "number", "rounds"),
    [
        pytest.param(range(2), 8, 12, id="a few"),
        pytest.param(range(2, 42), 24, 40, id="many", marks=pytest.mark.soak),
    ],
)
async def test_whatever_people_do_no_seat_is_lost_given_twice_or_left_empty(
    database: Database, working: Working, seeds: range, number: int, rounds: int
) -> None:
    for seed in seeds:
        crowd = Crowd(database, working, seed)
        await crowd.gathers(number)
        for _ in range(rounds):
            await crowd.round()
            await crowd.holds()
            await crowd.passes(crowd.dice.choice((MINUTE, HOUR, 2 * LENGTH // rounds)))
            await crowd.holds()
        await crowd.passes(2 * LENGTH)
        await crowd.holds()
        rows = await database.read(
            "SELECT count(*) AS n FROM bookings WHERE cohort_id = ?"
            " AND state IN ('waiting', 'held')",
            crowd.cohort,
        )
        assert rows[0]["n"] == 0, "the course has begun, and somebody still waits"
