"""The ladder of an alert under a clock of our own, on both engines: every step, and each once."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.ids import AlertId, PersonId, short
from bot.domain.outgoing import Edit, Text
from bot.domain.people import Role
from bot.handlers.desk import Desk, Speaker
from bot.handlers.safety import ladder
from bot.jobs.clock import DueHandler, do_due
from bot.storage import alerts
from bot.storage.alerts import Alert, Step
from bot.storage.due import Due
from tests.faults.engine import ADMINISTRATOR, Engine, Owed, presses, says

ZAHRA, NARGES, OMID, REZA, SAHAR = 3001, 2001, 2002, 2003, 2004
DESPAIR = "می‌خواهم خودم را بکشم"
MINUTE = 60


class Night:
    """Narges and Omid are on call, Reza supervises, Sahar is off duty; Zahra says it."""

    def __init__(self, middle: Engine) -> None:
        self.middle, self.tools = middle, middle.tools
        self.staff: dict[PersonId, str] = {}

    async def begins(self, *, on_call: bool = True) -> None:
        cast = (
            ("narges", NARGES, Role.COUNSELOR), ("omid", OMID, Role.SOCIAL_WORKER),
            ("reza", REZA, Role.SUPERVISOR), ("sahar", SAHAR, Role.COUNSELOR),
        )  # fmt: skip
        for name, account, role in cast:
            duty = on_call and name in ("narges", "omid")
            self.staff[await self.middle.staff(account, role, on_call=duty)] = name
        await self.middle.receives(says(ZAHRA, "/start"), says(ZAHRA, DESPAIR))
        rows = await self.tools.database.read("SELECT id FROM alerts")
        (self.alert,) = [AlertId(row["id"]) for row in rows]

    async def at(self, seconds: int) -> None:
        """So long after the disclosure the clock ticks, twice, in two processes."""
        self.middle.tools = replace(self.tools, clock=Clock(seconds))
        self.middle.__post_init__()
        await asyncio.gather(do_due(self.middle.tools), do_due(self.middle.tools))

    async def get(self) -> Alert:
        async with self.tools.database.transaction() as tx:
            alert = await alerts.get(self.tools.desk(tx).work, self.alert)
        assert alert is not None
        return alert

    async def steps(self) -> list[tuple[str, str]]:
        async with self.tools.database.transaction() as tx:
            found: list[Step] = await alerts.steps(self.tools.desk(tx).work, self.alert)
        return [
            (step.step, self.staff.get(step.person_id, "sara") if step.person_id else "")
            for step in found
        ]

    async def pages(self, account: int) -> list[Owed]:
        return [o for o in await self.middle.owes() if o.kind == "alert" and o.chat_id == account]

    async def acknowledged(self, account: int) -> None:
        await self.middle.receives(presses(account, f"1.a.ack.{short(self.alert)}"))

    async def ended(self, account: int, outcome: str) -> None:
        await self.middle.receives(presses(account, f"1.a.end.{short(self.alert)}.{outcome}"))


@pytest.fixture
def night(middle: Engine) -> Night:
    return Night(middle)


ALL = ("narges", "omid", "reza", "sahar", "sara")


async def test_the_ladder_reaches_one_after_the_other_until_somebody_takes_it(
    night: Night,
) -> None:
    await night.begins()
    expected = [("raised", ""), ("on_call", "narges"), ("on_call", "omid")]
    assert await night.steps() == expected
    for seconds, step in (
        (1 * MINUTE, []),
        (2 * MINUTE, [("next", "narges"), ("again", "omid")]),
        (4 * MINUTE, []),
        (5 * MINUTE, [("supervisors", "reza")]),
        (9 * MINUTE, []),
        (10 * MINUTE, [*(("everybody", who) for who in ALL), ("group", "")]),
        (19 * MINUTE, []),
        (20 * MINUTE, [("repeat", who) for who in ALL]),
        (30 * MINUTE, [("repeat", who) for who in ALL]),
    ):
        await night.at(seconds + 1)
        taken = await night.steps()
        assert sorted(taken[len(expected) :]) == sorted(step)
        expected = taken
    await night.acknowledged(SAHAR)
    await night.at(200 * MINUTE)
    later = [step for step, _ in (await night.steps())[len(expected) :]]
    assert later == ["acknowledged", "reminded"]


async def test_a_page_says_how_long_it_waits_and_whose_turn_it_is(night: Night) -> None:
    await night.begins()
    await night.at(2 * MINUTE + 1)
    told = {account: (await night.pages(account))[-1].message for account in (NARGES, OMID)}
    me = Speaker(night.tools.house, "fa")
    mine, other = told[NARGES], told[OMID]
    assert isinstance(mine, Text) and isinstance(other, Text)
    assert me.say("alert-waits", step="next", span=me.span(120_000), who="") in mine.text
    assert f"ش{NARGES}" in other.text
    assert DESPAIR in mine.text and mine.protect


async def test_the_group_reads_no_word_of_the_family(night: Night) -> None:
    await night.begins()
    await night.at(10 * MINUTE + 1)
    rows = [o for o in await night.middle.owes() if o.kind == "alert_news" and o.chat_id is None]
    (line,) = [row.message for row in rows]
    assert isinstance(line, Text)
    assert DESPAIR not in line.text and not line.buttons
    assert "/alerts" in line.text


async def test_after_an_outage_one_page_tells_where_it_stands(night: Night) -> None:
    await night.begins()
    await night.at(47 * MINUTE)
    assert Counter(step for step, _ in await night.steps()) == {
        "raised": 1, "on_call": 2, "repeat": 5,
    }  # fmt: skip
    assert len(await night.pages(OMID)) == 2
    await night.at(50 * MINUTE + 1)
    assert len(await night.pages(OMID)) == 3


async def test_who_says_it_was_not_meant_is_looked_after_all_the_same(night: Night) -> None:
    await night.begins()
    await night.middle.receives(presses(ZAHRA, f"1.a.no.{short(night.alert)}"))
    await night.at(2 * MINUTE + 1)
    await night.at(5 * MINUTE + 1)
    steps = [step for step, _ in await night.steps()]
    assert steps == ["raised", "on_call", "on_call", "mistaken", "next", "again", "supervisors"]


async def test_of_twenty_who_take_it_at_once_one_has_it_and_the_others_learn_who(
    night: Night,
) -> None:
    await night.begins()
    many = range(6001, 6021)
    for account in many:
        await night.middle.staff(account, Role.COUNSELOR)
    rows = [presses(account, f"1.a.ack.{short(night.alert)}") for account in many]
    await night.middle.intake.keep(rows)
    workers = [Engine(night.tools).worker for _ in range(4)]

    async def work(number: int) -> None:
        while await workers[number].work():
            pass

    await asyncio.gather(*map(work, range(4)))
    steps = [step for step, _ in await night.steps()]
    assert steps.count("acknowledged") == 1
    assert await night.middle.count("due", "kind = 'alert_outcome'") == 1
    answers = [o for o in await night.middle.owes() if o.kind == "press_answer"][-20:]
    said = Counter(getattr(answer.message, "text", "") for answer in answers)
    assert sorted(said.values()) == [1, 19]


@pytest.mark.parametrize("seconds", [121, 301, 601, 1201])
async def test_a_kill_between_claim_and_commit_loses_and_doubles_nothing(
    night: Night, seconds: int
) -> None:
    await night.begins()
    reached = asyncio.Event()

    async def dies(desk: Desk, what: Due) -> None:
        await ladder.climb(desk, what)
        await desk.work.tx.fetch("SELECT 1 FROM due")
        reached.set()
        await asyncio.Event().wait()

    before = await night.steps()
    late = replace(night.tools, clock=Clock(seconds))
    dying = asyncio.create_task(do_due(late, {ladder.RUNG: DueHandler(dies)}))
    await reached.wait()
    dying.cancel()
    await asyncio.wait([dying])
    assert await night.steps() == before
    await night.at(seconds)
    after = await night.steps()
    await night.at(seconds)
    assert await night.steps() == after
    fresh = after[len(before) :]
    assert fresh and len(set(fresh)) == len(fresh)
    pages = [owed for owed in await night.middle.owes() if owed.kind == "alert"]
    assert len(pages) == len([step for step, who in after if who])


async def test_whoever_took_it_is_asked_what_came_of_it_until_it_is_written(night: Night) -> None:
    await night.begins()
    await night.acknowledged(NARGES)
    hours = [30, *(30 + 60 * n for n in range(1, 6))]
    for reminders, minutes in enumerate(hours, 1):
        await night.at(minutes * MINUTE - 30)
        assert (await night.steps()).count(("reminded", "narges")) == reminders - 1
        await night.at(minutes * MINUTE + 30)
        assert (await night.steps()).count(("reminded", "narges")) == reminders
    await night.at(391 * MINUTE)
    await night.at(900 * MINUTE)
    steps = await night.steps()
    assert steps.count(("reminded", "narges")) == 6
    assert steps[-1] == ("overdue", "reza")
    await night.ended(REZA, "safe")
    assert (await night.steps())[-1] == ("outcome", "reza")
    assert await night.middle.count("due", "state = 'waiting'") <= 1


async def test_an_outcome_ends_the_asking(night: Night) -> None:
    await night.begins()
    await night.acknowledged(NARGES)
    await night.ended(OMID, "safe")
    assert (await night.get()).outcome is None
    await night.ended(NARGES, "help_called")
    await night.ended(NARGES, "safe")
    await night.at(31 * MINUTE)
    await night.at(500 * MINUTE)
    assert [step for step, _ in await night.steps()] == [
        "raised", "on_call", "on_call", "acknowledged", "outcome",
    ]  # fmt: skip
    assert (await night.get()).outcome == "help_called"
    edits = [o.message for o in await night.middle.owes() if isinstance(o.message, Edit)]
    assert not edits[-1].buttons


async def test_whoever_left_is_not_waited_for(night: Night) -> None:
    await night.begins()
    await night.acknowledged(NARGES)
    narges = next(person for person, name in night.staff.items() if name == "narges")
    await night.middle.receives(presses(ADMINISTRATOR, f"1.s.sure.{short(narges)}"))
    await night.at(31 * MINUTE)
    assert (await night.steps())[-1] == ("overdue", "reza")


async def test_a_referral_hands_the_alert_to_the_supervisors(night: Night) -> None:
    await night.begins()
    await night.acknowledged(NARGES)
    await night.ended(NARGES, "referred")
    assert (await night.steps())[-2:] == [("outcome", "narges"), ("referred", "reza")]


async def test_where_nobody_is_on_call_the_family_is_told_so(night: Night) -> None:
    await night.begins(on_call=False)
    said = [o.message for o in await night.middle.owes() if o.kind == "safety"]
    assert isinstance(said[0], Text)
    assert night.tools.house.words.say("fa", "safety-nobody") in said[0].text
    assert await night.steps() == [("raised", ""), ("on_call", "reza")]
