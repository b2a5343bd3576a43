"""The town of the sandbox: families who were here long ago and let us write, so that a broadcast
there has somebody to reach. Nobody of them says anything, and the page does not list them."""

from typing import Any

from bot.domain.contact import ContactRules, Writing
from bot.domain.people import Platform
from bot.domain.triage import Needs, assess
from bot.handlers.tools import Tools
from bot.sandbox.world import TOWN, World
from bot.storage import cases, contact, people
from bot.storage.cases import Request
from bot.storage.work import Work

LONG_AGO = 60 * 24 * 3600 * 1000
"""Milliseconds since their last visit: nobody of them is busy, in danger, or just written to."""
FIRST = 700_001
_TOPICS = ("parenting", "couple", "grief", "stress")


def seed(world: World, town: dict[str, Any]) -> None:
    """Their accounts; one in twelve has blocked the bot since."""
    for number in range(town["families"]):
        name = f"{town['name']} {number + 1}"
        person = world.add_person(name, id=FIRST + number, role=TOWN, started=True)
        person.blocked = number % 12 == 7


async def move_in(tools: Tools, town: dict[str, Any]) -> None:
    """What we know of them: how they may be written to, and a request that ended long ago."""
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        before = Work(tx, work.sealer, work.ids, work.now - LONG_AGO)
        find = tools.house.divisions.find_provinces
        codes = [place.code for name in town["provinces"] for place in find(name)[:1]]
        for number in range(town["families"]):
            known = people.add(before, Platform.TELEGRAM, FIRST + number, "fa")
            person = known.person.id
            await contact.remember(before, person, ContactRules(Writing.ANY))
            topic = _TOPICS[number % len(_TOPICS)]
            # The places of a real town are not even, either.
            place = codes[min(number % 7, number % 3, len(codes) - 1)]
            request = Request(topic, assess(Needs(topic)), place)
            if (case := await cases.open_case(before, person, request)) is not None:
                await cases.withdraw(before, case.id, person)
