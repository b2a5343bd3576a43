"""What is late all at once, after an outage of ours or at the opening, is told in one message."""

from dataclasses import replace

from bot.clock import Clock
from bot.domain.ids import short
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity
from bot.jobs.clock import do_due, tick
from tests.faults.engine import SUPERGROUP, Engine, presses
from tests.handlers.casework import NARGES, OMID, REZA, Room, asks
from tests.marks import unmarked
from tests.service.house import say

DAYS_DOWN = 3
HERE = range(5001, 5006)


async def ticks(middle: Engine, days: int) -> None:
    """The clock of so many days later runs, twice."""
    tools = replace(middle.tools, clock=Clock(days * 24 * 3600))
    for _ in range(2):
        await tick(tools, lambda: {Platform.TELEGRAM: tools.clock.now()})
        await do_due(tools)


async def test_claims_that_lapse_during_an_outage_are_one_message_for_each(
    middle: Engine,
) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    for account, role in ((OMID, Role.COUNSELOR), (REZA, Role.SUPERVISOR)):
        await middle.staff(account, role)
    found = [await asks(middle, account, Acuity.LOW) for account in HERE]
    for place, case in enumerate(found):
        who = NARGES if place < len(found) - 1 else OMID
        await middle.receives(presses(who, f"1.c.claim.{short(case.id)}", SUPERGROUP))
    await ticks(middle, DAYS_DOWN)
    assert await middle.count("cases", "status = 'waiting'") == len(found)
    told = {who: await Room(middle, found[0], narges).told(who) for who in (NARGES, OMID, REZA)}
    for who, count in ((NARGES, 4), (REZA, 5)):
        key = "lease-released-many" if who == NARGES else "lease-released-lead-many"
        (one,) = [text for text in told[who] if "به صف برگشت" in text]
        plain = unmarked(one)
        assert plain.startswith(say(key, count=count))
        assert all(case.code in one for case in found[:count])
    assert sum(found[-1].code in text and "به صف برگشت" in text for text in told[OMID]) == 1


async def test_many_that_nobody_claims_are_told_together_and_urgent_ones_alone(
    middle: Engine,
) -> None:
    reza = await middle.staff(REZA, Role.SUPERVISOR)
    found = [await asks(middle, account, Acuity.MEDIUM) for account in HERE]
    urgent = [await asks(middle, account, Acuity.HIGH) for account in (5011, 5012)]
    await ticks(middle, DAYS_DOWN)
    await ticks(middle, DAYS_DOWN + 2)
    texts = await Room(middle, found[0], reza).told(REZA)
    assert sum("پرونده در صف است" in text for text in texts) == 1
    for case in urgent:
        assert sum(case.code in text for text in texts) == 1
