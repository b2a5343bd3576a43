"""The order of the queue: urgency, whole minutes of waiting, the way to help, and nothing else."""

import random
from collections.abc import Sequence
from typing import Any

import pytest

from bot.domain.case import Case
from bot.domain.triage import Acuity
from bot.storage import cases, claims
from bot.storage.database import Database, Row
from bot.storage.work import Work
from tests.storage.conftest import NARGES, NOON, Working, hire, meet, request

MINUTE = 60_000


async def waits(work: Work, account: int, acuity: Acuity, underserved: int = 0) -> Case:
    asked = request(acuity, underserved=underserved)
    case = await cases.open_case(work, meet(work, account), asked)
    assert case is not None
    return case


async def test_in_the_same_minute_the_place_far_from_help_comes_first(working: Working) -> None:
    start = NOON // MINUTE * MINUTE
    made = []
    for second, level in enumerate((0, 1, 3, 2, 3)):
        async with working(start + second * 1000) as work:
            made.append(await waits(work, 5000 + second, Acuity.MEDIUM, level))
    async with working(start + MINUTE) as work:
        made.append(await waits(work, 5010, Acuity.MEDIUM, 3))
        made.append(await waits(work, 5011, Acuity.HIGH))
        order = [made[6], made[2], made[4], made[3], made[1], made[0], made[5]]
        assert await claims.waiting(work, 10) == order


async def test_all_questions_about_the_queue_agree_on_its_order(working: Working) -> None:
    chance = random.Random(19)
    made = []
    for n in range(60):
        async with working(NOON + chance.randrange(4) * MINUTE + chance.randrange(MINUTE)) as work:
            level = chance.randrange(4)
            made.append(await waits(work, 5000 + n, Acuity(chance.randrange(4)), level))
    wanted = sorted(made, key=lambda c: (c.acuity, c.opened_at // MINUTE, -c.underserved, c.id))
    async with working() as work:
        assert await claims.waiting(work, 100) == wanted
        assert [await claims.ahead_of(work, case) for case in wanted] == list(range(60))
        narges = await hire(work, NARGES)
        for case in wanted:
            assert await claims.next_waiting(work, narges) == case
            assert await claims.claim(work, case.id, narges)
        assert await claims.next_waiting(work, narges) is None


async def test_a_later_assessment_moves_the_place_in_the_queue(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, 1001)
        await cases.open_case(work, maryam, request())
        after = await cases.complete(work, maryam, request(underserved=3, minor=True))
        assert after is not None
        assert (after.underserved, after.minor) == (3, True)
        again = await cases.complete(work, maryam, request())
        assert again is not None
        assert (again.underserved, again.minor) == (0, True)


class Listening:
    """Keeps each statement that the real functions send."""

    def __init__(self, work: Work) -> None:
        self.heard: list[tuple[str, tuple[Any, ...]]] = []
        self._fetch = work.tx.fetch
        work.tx.fetch = self.fetch  # type: ignore[method-assign]

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        self.heard.append((sql, values))
        return await self._fetch(sql, *values)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_queue_is_read_in_the_order_of_its_index(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await waits(work, 5000, Acuity.LOW)
        listening = Listening(work)
        await claims.waiting(work, 8)
        await claims.next_waiting(work, narges)
        await claims.ahead_of(work, case)
        await claims.waiting_count(work)
        heard, plans = list(listening.heard), []
        for sql, values in heard:
            steps = await work.tx.fetch("EXPLAIN QUERY PLAN " + sql, *values)
            plans.append([str(step["detail"]) for step in steps])
    waiting, following, place, count = plans
    assert not any("TEMP B-TREE" in step for plan in plans for step in plan)
    assert all("INDEX cases_waiting" in plan[0] for plan in plans)
    assert waiting == ["SCAN cases USING INDEX cases_waiting"]
    assert following[0] == "SCAN cases USING INDEX cases_waiting"
    assert place == ["SEARCH cases USING COVERING INDEX cases_waiting (acuity<?)"]
    assert count == ["SCAN cases USING COVERING INDEX cases_waiting"]
