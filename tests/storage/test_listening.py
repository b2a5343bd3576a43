"""Who reads along: once in each case, for a time, and known to whoever has it."""

from bot.domain.outgoing import Text
from bot.domain.people import Platform, Role
from bot.storage import listening, outbox
from bot.storage.listening import Aside
from bot.storage.outbox import Address
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet

REZA, HOUR = 2003, 3600_000


async def test_one_reads_along_once_until_the_time_is_over(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        case = await claimed(work, meet(work, MARYAM), narges)
        listener = await listening.start(work, case.id, reza, NOON + HOUR)
        assert listener is not None
        assert await listening.start(work, case.id, reza, NOON + 2 * HOUR) is None
        listening.count_copy(work, listener.id)
        listening.count_whisper(work, case.id, reza)
        (found,) = await listening.of_case(work, case.id)
        assert (found.copies, found.whispers) == (1, 1)
    async with working(at=NOON + HOUR) as work:
        assert await listening.of_case(work, case.id) == []
        assert await listening.of_number(work, listener.id) == [found]
        assert await listening.stop(work, listener.id) == found
        assert await listening.stop(work, listener.id) is None
        assert await listening.of_person(work, reza) == []
        assert await listening.start(work, case.id, reza, NOON + 9 * HOUR) is not None


async def test_each_counselor_is_told_once(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        reza = await hire(work, REZA, Role.SUPERVISOR)
        case = await claimed(work, meet(work, MARYAM), narges)
        listener = await listening.start(work, case.id, reza, NOON + HOUR)
        assert listener is not None
        told = [await listening.tell(work, listener.id, who) for who in (narges, narges, omid)]
        assert told == [True, False, True]
        await listening.stop(work, listener.id)
        assert not await listening.tell(work, listener.id, narges)


async def test_an_aside_is_known_by_its_message_and_its_chat(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        rows = {}
        for kind in ("listening", "relay"):
            to = Address(Platform.TELEGRAM, "reza", REZA)
            rows[kind] = outbox.put(work, to, kind, Text("سلام"))
        listening.remember(work, rows["listening"], Aside(case.id, None))
        for row, number in ((rows["listening"], 7), (rows["relay"], 8)):
            await work.tx.execute("UPDATE outbox SET message_id = ? WHERE id = ?", number, row)
        assert await listening.aside(work, "reza", 7) == Aside(case.id, None)
        assert await listening.aside(work, "narges", 7) is None
        assert await listening.aside(work, "reza", 8) is None
