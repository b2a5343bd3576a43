"""Hand-overs under a clock of our own, on both engines: each ends once, whatever comes between."""

import asyncio
import re
from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.case import Case
from bot.domain.ids import PersonId, short
from bot.domain.people import Role
from bot.handlers.desk import Speaker
from bot.jobs.clock import do_due
from bot.storage import cases
from tests.faults.engine import ADMINISTRATOR, Engine, buttons_of, presses, says

MARYAM, NARGES, OMID, REZA = 1001, 2001, 2002, 2003
NOTE = "مادر فردا دادگاه دارد"
MINUTE = 60


class Shift:
    """Narges has Maryam's case; Omid is a colleague, Reza supervises."""

    def __init__(self, middle: Engine) -> None:
        self.middle, self.tools = middle, middle.tools
        self.me = Speaker(middle.tools.house, "fa")

    async def begins(self) -> None:
        self.narges = await self.middle.staff(NARGES, Role.COUNSELOR)
        self.omid = await self.middle.staff(OMID, Role.COUNSELOR)
        self.reza = await self.middle.staff(REZA, Role.SUPERVISOR)
        self.case = await self.middle.case_of(MARYAM)
        await self.middle.receives(presses(NARGES, f"1.c.claim.{short(self.case.id)}"))

    async def writes(self, by: int) -> None:
        await self.middle.receives(says(by, NOTE))
        confirm = [data for data in await self.buttons("f.") if ".confirm" in data]
        await self.middle.receives(presses(by, confirm[-1]))

    async def hands_over(self, by: int, to: PersonId) -> None:
        data = f"1.tr.to.{short(self.case.id)}.{short(to)}"
        await self.middle.receives(presses(by, data))
        await self.writes(by)

    async def buttons(self, area: str) -> list[str]:
        """The data of all buttons of an area, the newest last."""
        every = buttons_of([row.message for row in await self.middle.owes()])
        return [data for data in every if data.startswith("1." + area)]

    async def at(self, minutes: int) -> None:
        """The clock ticks, in two processes at once."""
        self.middle.tools = replace(self.tools, clock=Clock(minutes * MINUTE))
        self.middle.__post_init__()
        await asyncio.gather(do_due(self.middle.tools), do_due(self.middle.tools))

    async def now(self) -> Case:
        async with self.tools.database.transaction() as tx:
            found = await cases.get(self.tools.desk(tx).work, self.case.id)
        assert found is not None
        return found

    async def told(self, account: int, key: str) -> int:
        """How often somebody was told this, whatever stands in its gaps."""
        said = self.me.say(key, code="", who="", reason="")
        parts = re.split("\u2068[^\u2069]*\u2069", said)
        every = [row.message for row in await self.middle.owes() if row.chat_id == account]
        texts = [str(getattr(message, "text", "")) for message in every]
        return sum(all(part in text for part in parts) for text in texts)

    async def reads(self, account: int) -> str:
        """All that somebody was ever sent."""
        every = [row.message for row in await self.middle.owes() if row.chat_id == account]
        return "\n".join(str(getattr(message, "text", "")) for message in every)

    async def states(self) -> list[str]:
        rows = await self.tools.database.read("SELECT state FROM transfers ORDER BY id")
        return [row["state"] for row in rows]


@pytest.fixture
async def shift(middle: Engine) -> Shift:
    made = Shift(middle)
    await made.begins()
    return made


async def test_an_offer_that_nobody_answers_ends_once(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    assert await shift.states() == ["offered"]
    await shift.at(29)
    assert await shift.states() == ["offered"]
    await shift.at(31)
    await shift.at(31)
    assert await shift.states() == ["expired"]
    assert await shift.told(OMID, "transfer-expired-you") == 1
    assert await shift.told(NARGES, "transfer-expired") == 1
    assert (await shift.now()).counselor_id == shift.narges


async def test_whoever_accepts_has_it_and_the_clock_finds_nothing_to_do(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    (accept,) = await shift.buttons("tr.accept")
    await shift.middle.receives(presses(REZA, accept), presses(MARYAM, accept))
    assert (await shift.now()).counselor_id == shift.narges
    await shift.middle.receives(presses(OMID, accept), presses(OMID, accept))
    assert (await shift.now()).counselor_id == shift.omid
    assert await shift.told(MARYAM, "transferred-family") == 1
    await shift.at(60)
    assert await shift.states() == ["accepted"]
    assert await shift.told(OMID, "transfer-expired-you") == 0


async def test_a_former_owner_changes_nothing_any_more(shift: Shift) -> None:
    first = says(NARGES, "سلام مریم")
    await shift.middle.receives(first)
    await shift.hands_over(NARGES, shift.omid)
    await shift.middle.receives(presses(OMID, (await shift.buttons("tr.accept"))[0]))
    edit = {**first["message"], "text": "سلام دیرهنگام", "edit_date": 1}
    later = says(NARGES, "حرف دیرهنگام")
    await shift.middle.receives({"update_id": 9_000_001, "edited_message": edit}, later)
    heard = await shift.reads(MARYAM)
    assert "سلام مریم" in heard
    assert "دیرهنگام" not in heard
    assert await shift.told(NARGES, "not-your-talk") == 1
    assert await shift.told(NARGES, "no-open-talk") == 1


async def test_a_supervisor_hands_over_what_others_have_and_others_do_not(shift: Shift) -> None:
    await shift.middle.receives(presses(OMID, f"1.tr.queue.{short(shift.case.id)}"))
    assert await shift.states() == []
    await shift.hands_over(REZA, shift.omid)
    assert await shift.states() == ["offered"]
    assert await shift.told(NARGES, "transfer-offered-owner") == 1
    assert (await shift.now()).counselor_id == shift.narges


async def test_a_receiver_who_leaves_is_not_waited_for(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    await shift.middle.receives(presses(ADMINISTRATOR, f"1.s.sure.{short(shift.omid)}"))
    assert await shift.states() == ["ended"]
    assert (await shift.now()).counselor_id == shift.narges
    assert await shift.told(NARGES, "transfer-receiver-left") == 1


async def test_the_note_of_an_owner_who_leaves_is_for_whoever_claims_next(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    await shift.middle.receives(presses(ADMINISTRATOR, f"1.s.sure.{short(shift.narges)}"))
    assert await shift.states() == ["queued"]
    assert await shift.told(OMID, "transfer-over") == 1
    await shift.middle.receives(says(REZA, "/next"))
    assert (await shift.now()).counselor_id == shift.reza
    assert NOTE in await shift.reads(REZA)


async def test_a_case_that_is_closed_is_offered_no_more(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    (accept,) = await shift.buttons("tr.accept")
    await shift.middle.receives(presses(NARGES, f"1.x.do.{short(shift.case.id)}.helped"))
    assert await shift.states() == ["ended"]
    await shift.middle.receives(presses(OMID, accept))
    assert (await shift.now()).counselor_id == shift.narges
    assert await shift.told(OMID, "transfer-over") == 1


async def test_an_erased_family_leaves_no_note(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    await shift.middle.receives(presses(MARYAM, "1.d.yes"))
    assert await shift.states() == ["ended"]
    assert await shift.middle.count("transfers", "note IS NOT NULL") == 0
    assert await shift.told(OMID, "transfer-over") == 1


async def test_what_is_canceled_while_it_is_written_leaves_no_trace(shift: Shift) -> None:
    data = f"1.tr.to.{short(shift.case.id)}.{short(shift.omid)}"
    await shift.middle.receives(presses(NARGES, data))
    assert await shift.states() == ["drafted"]
    await shift.middle.receives(says(NARGES, "/cancel"))
    assert await shift.states() == []


async def test_an_owner_may_take_an_offer_back(shift: Shift) -> None:
    await shift.hands_over(NARGES, shift.omid)
    await shift.middle.receives(says(NARGES, "/transfer"))
    (undo,) = await shift.buttons("tr.undo")
    await shift.middle.receives(presses(OMID, undo))
    assert await shift.states() == ["offered"]
    await shift.middle.receives(presses(NARGES, undo))
    assert await shift.states() == ["ended"]


async def test_a_colleague_who_asks_and_gets_no_answer_is_told_so_once(shift: Shift) -> None:
    await shift.middle.receives(says(OMID, f"/ask {shift.case.code}"))
    await shift.middle.receives(says(OMID, f"/ask {shift.case.code}"))
    assert await shift.states() == ["asked"]
    await shift.at(31)
    assert await shift.states() == ["expired"]
    assert await shift.told(OMID, "ask-expired") == 1
    (give, *_) = await shift.buttons("ask.give")
    await shift.middle.receives(presses(NARGES, give))
    assert await shift.states() == ["expired"]


async def test_an_owner_who_gives_what_was_asked_for_writes_a_note_and_is_done(
    shift: Shift,
) -> None:
    await shift.middle.receives(says(OMID, f"/ask {shift.case.code}"))
    (give, *_) = await shift.buttons("ask.give")
    await shift.middle.receives(presses(OMID, give), presses(NARGES, give))
    await shift.writes(NARGES)
    assert await shift.states() == ["ended", "accepted"]
    assert (await shift.now()).counselor_id == shift.omid
    assert NOTE in await shift.reads(OMID)
