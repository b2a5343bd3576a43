"""The gate to families on real rows: nothing leaves where it must not, whatever changes."""

from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock
from bot.domain.contact import HOURS, PRESENT, WAITED_FOR, ContactRules, Writing
from bot.domain.delivery import Done
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.handlers import holding
from bot.handlers.desk import Desk
from bot.handlers.house import House
from bot.handlers.tools import Tools
from bot.jobs import discretion
from bot.storage import contact, held, outbox, people, relay
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.outbox import Letter
from bot.storage.relay import Origin
from bot.storage.sealed import Sealer
from bot.storage.work import Work
from tests.shelf import shelf
from tests.storage.conftest import NARGES, NOON, Working, claimed, hire, meet

TEHRAN = ZoneInfo("Asia/Tehran")
MINUTE = 60_000
HOUR = 60 * MINUTE


@pytest.fixture(scope="module")
def house() -> House:
    return shelf().house("fa", {})


class At(Clock):
    """A clock that stands still."""

    def __init__(self, moment: int) -> None:
        super().__init__()
        object.__setattr__(self, "moment", moment)

    def now(self) -> int:
        return int(self.moment)  # type: ignore[attr-defined]


def at_hour(hour: int) -> int:
    return int(datetime(2026, 9, 22, hour, 30, tzinfo=TEHRAN).timestamp() * 1000)


class Service:
    """What leaves: the waiting rows, asked once more at the door, as the sender does it."""

    def __init__(self, database: Database, sealer: Sealer, ids: Ids, house: House) -> None:
        self.database, self.sealer, self.ids, self.house = database, sealer, ids, house

    async def leaves(self, now: int) -> list[Letter]:
        tools = Tools(self.database, self.sealer, self.ids, At(now), self.house)
        async with self.database.transaction() as tx:
            await discretion.watch(tools.desk(tx))
        gone = []
        while rows := await outbox.heads(self.database, Platform.TELEGRAM, now, 500):
            for row in rows:
                letter = outbox.opened(self.sealer, row)
                if await holding.may_leave(tools, letter):
                    gone.append(letter)
                    async with self.database.transaction() as tx:
                        outbox.settle(tools.desk(tx).work, letter, Done((1,)))
        return gone


@pytest.fixture
def service(database: Database, sealer: Sealer, ids: Ids, house: House) -> Service:
    return Service(database, sealer, ids, house)


def may(work: Work, house: House) -> Desk:
    return Desk(work, house)


async def tell(work: Work, house: House, person: PersonId, kind: str = "notice") -> bool:
    return await Desk(work, house).tell(person, kind, lambda _: Text(str(work.now)))


def kinds(letters: list[Letter]) -> list[str]:
    return [letter.kind for letter in letters]


async def person_with(working: Working, rules: ContactRules, seen: int) -> PersonId:
    async with working(seen) as work:
        person = meet(work, 7000 + work.ids.next() % 1000)
    async with working(seen) as work:
        await contact.remember(work, person, rules)
    return person


async def test_a_notice_at_night_leaves_in_the_morning_and_blocks_no_answer(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at_hour(20))
    async with working(at_hour(23)) as work:
        assert await tell(work, service.house, maryam)
        assert await tell(work, service.house, maryam, "reply")
    assert kinds(await service.leaves(at_hour(23))) == ["reply"]
    assert kinds(await service.leaves(at_hour(23) + 10 * HOUR)) == ["notice"]


async def test_what_waits_obeys_the_rules_of_the_moment_it_leaves(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at_hour(6))
    async with working(at_hour(12)) as work:
        assert await tell(work, service.house, maryam)
        await contact.remember(work, maryam, ContactRules(Writing.ANY, frozenset({"evening"})))
    assert await service.leaves(at_hour(12)) == []
    assert kinds(await service.leaves(at_hour(17))) == ["notice"]
    async with working(at_hour(18)) as work:
        assert await tell(work, service.house, maryam)
        await contact.remember(work, maryam, ContactRules(Writing.WAIT))
    assert await service.leaves(at_hour(18)) == []
    async with working(at_hour(19)) as work:
        await contact.remember(work, maryam, ContactRules(Writing.ANY))
    assert await service.leaves(at_hour(19)) == []  # a notice nobody waits for was dropped


async def test_words_of_a_counselor_caught_at_the_door_are_not_lost(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at_hour(6))
    async with working(at_hour(12)) as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, maryam, narges)
        origin = Origin("staff", narges, "narges", 1)
        relayed = await relay.add(work, case.id, origin, Text("سلام"), "passed")
        assert relayed is not None
        await holding.to_family(may(work, service.house), case, relayed)
        await contact.silence(work, maryam)
    assert await service.leaves(at_hour(12)) == []
    async with working(at_hour(13)) as work:
        await contact.come_back(work, maryam)
    assert kinds(await service.leaves(at_hour(13))) == ["relay"]
    assert await service.leaves(at_hour(14)) == []


async def test_a_message_to_somebody_who_looked_away_leaves_veiled(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.NEUTRAL), at_hour(11))
    async with working(at_hour(11) + MINUTE) as work:
        assert await tell(work, service.house, maryam)
    # It did not leave at once; by now the phone may be in other hands.
    late = at_hour(11) + 20 * MINUTE
    first, again = await service.leaves(late), await service.leaves(late)
    assert kinds([*first, *again]) == ["veil"]
    (letter,) = [*first, *again]
    assert isinstance(letter.message, Text)
    assert letter.message.text == service.house.words.say("fa", "veil")


async def test_of_many_messages_at_random_moments_none_leaves_where_it_must_not(
    service: Service, working: Working
) -> None:
    chance = Random(11)
    rules: dict[PersonId, ContactRules] = {}
    seen: dict[PersonId, int] = {}

    async def changes(person: PersonId, now: int) -> None:
        hours = frozenset(chance.sample(sorted(HOURS), chance.randrange(3)))
        fresh = ContactRules(chance.choice(list(Writing)), hours)
        silent = chance.random() < 0.2
        async with working(now) as work:
            await contact.remember(work, person, fresh)
            await (contact.silence if silent else contact.come_back)(work, person)
        rules[person] = ContactRules(fresh.writing, hours, now if silent else None)

    for number in range(12):
        async with working(NOON) as work:
            person = people.add(work, Platform.TELEGRAM, 8000 + number, "fa").person.id
        seen[person] = NOON
        await changes(person, NOON)
    now, left = NOON, 0
    for _ in range(60):
        now += chance.randrange(3 * HOUR)
        async with working(now) as work:
            for person in chance.sample(sorted(rules), 5):
                await tell(work, service.house, person, chance.choice(["notice", "claimed"]))
        for person in chance.sample(sorted(rules), 2):
            await changes(person, now)
        wrote = chance.choice(sorted(rules))
        async with working(now) as work:
            people.seen(work, wrote)
        seen[wrote] = now
        now += chance.randrange(HOUR)
        for letter in await service.leaves(now):
            assert letter.to.person_id is not None
            left += 1
            check(letter.kind, rules[letter.to.person_id], now, seen[letter.to.person_id])
    assert left > 60
    async with working(now) as work:
        assert await held.of_person(work, wrote) is not None


def check(kind: str, rules: ContactRules, now: int, seen: int) -> None:
    assert rules.silenced_at is None
    if now - seen < PRESENT:
        return
    if kind in WAITED_FOR and rules.writing is not Writing.WAIT and "anytime" in rules.hours:
        return
    hour = datetime.fromtimestamp(now / 1000, TEHRAN).hour
    assert rules.writing is not Writing.WAIT
    spans = [HOURS[name] for name in rules.hours] or [(8, 21)]
    assert any(first <= hour < last for first, last in spans)
