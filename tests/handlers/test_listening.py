"""Reading along and whispering: in every state of a case no word of colleagues finds a family."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.domain.case import Case
from bot.domain.ids import short
from bot.domain.outgoing import Media, Text
from bot.domain.people import Role
from bot.handlers.talk import listening
from bot.storage import due, people
from tests.faults.engine import Engine, Json, Owed, presses, private, says, update
from tests.service.house import say

MARYAM, HOSSEIN, NARGES, OMID, REZA = 3001, 3002, 2001, 2002, 2003


async def scene(middle: Engine) -> Case:
    """Maryam talks with Narges, Reza has one family of his own and reads along."""
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(OMID, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    case, other = await middle.case_of(MARYAM), await middle.case_of(HOSSEIN)
    await middle.receives(
        presses(NARGES, f"1.c.claim.{short(case.id)}"),
        presses(REZA, f"1.c.claim.{short(other.id)}"),
        says(REZA, f"/listen {case.code}"),
    )
    return case


async def to(middle: Engine, account: int, kind: str) -> list[Owed]:
    return [row for row in await middle.owes() if row.chat_id == account and row.kind == kind]


async def texts(middle: Engine, account: int, kind: str) -> list[str]:
    rows = [row.message for row in await to(middle, account, kind)]
    return [message.text for message in rows if isinstance(message, Text)]


def answers(number: int, account: int) -> Json:
    """What a message carries that answers this message of ours."""
    return {
        "reply_to_message": {"message_id": number, "date": 1, "chat": private(account)},
    }


async def copied(middle: Engine) -> int:
    """The message id, in Reza's chat, of a copy of what Maryam says."""
    await middle.receives(says(MARYAM, "حرف مریم"))
    row = (await to(middle, REZA, "listening"))[-1]
    return (await middle.delivers())[row.id]


async def nothing_left(middle: Engine) -> None:
    for family in (MARYAM, HOSSEIN):
        assert await texts(middle, family, "relay") == []
        assert await texts(middle, family, "whisper") == []
    assert await middle.count("relay", "author = 'staff'") == 0


async def test_both_sides_are_copied_and_the_counselor_knew_before(middle: Engine) -> None:
    await scene(middle)
    await middle.receives(says(MARYAM, "سلام"))
    await middle.receives(says(NARGES, "سلام به شما"))
    first, second = await texts(middle, REZA, "listening")
    assert first.endswith("سلام") and "از خانواده" in first
    assert second.endswith("سلام به شما") and "از مشاور" in second
    told = [text for text in await texts(middle, NARGES, "staff") if "همراه شما" in text]
    assert len(told) == 1
    assert await texts(middle, MARYAM, "relay") == ["سلام به شما"]
    assert await middle.count("audit", "action = 'listening' AND allowed = 1") == 1


async def test_an_edit_and_the_next_counselor_are_no_secret(middle: Engine) -> None:
    case = await scene(middle)
    first = says(MARYAM, "فردا")
    await middle.receives(first)
    edit = {**first["message"], "text": "امروز", "edit_date": 1}
    await middle.receives(update("edited_message", edit))
    copy = (await texts(middle, REZA, "listening"))[-1]
    assert "ویرایش شد" in copy and copy.endswith("امروز")
    await waiting(middle, case)
    await middle.receives(presses(OMID, f"1.c.claim.{short(case.id)}"), says(MARYAM, "سلام"))
    for account in (NARGES, OMID):
        told = [text for text in await texts(middle, account, "staff") if "همراه شما" in text]
        assert len(told) == 1


async def test_a_whisper_and_its_answer_stay_between_colleagues(middle: Engine) -> None:
    await scene(middle)
    number = await copied(middle)
    await middle.receives(says(REZA, "از برادرش بپرسید", **answers(number, REZA)))
    await middle.receives(says(REZA, "/whisper و آرام باشید"))
    heard = await to(middle, NARGES, "whisper")
    assert isinstance(heard[0].message, Text) and isinstance(heard[1].message, Text)
    assert "فقط برای شما" in heard[0].message.text
    assert heard[1].message.text.endswith("و آرام باشید")
    arrived = (await middle.delivers())[heard[0].id]
    await middle.receives(says(NARGES, "چشم", **answers(arrived, NARGES)))
    (back,) = await texts(middle, REZA, "whisper")
    assert back.endswith("چشم")
    await nothing_left(middle)


async def test_plain_words_of_who_reads_along_are_asked_about(middle: Engine) -> None:
    await scene(middle)
    await copied(middle)
    await middle.receives(says(REZA, "بپرسید تنهاست یا نه"))
    assert await texts(middle, HOSSEIN, "relay") == []
    asked = (await to(middle, REZA, "staff"))[-1]
    assert isinstance(asked.message, Text)
    assert asked.message.text == say("relay-which")
    await middle.receives(says(REZA, "/listen تمام"), says(REZA, "سلام به شما"))
    assert await texts(middle, HOSSEIN, "relay") == ["سلام به شما"]


async def waiting(middle: Engine, case: Case) -> None:
    async with middle.tools.database.transaction() as tx:
        await tx.execute(
            "UPDATE cases SET status = 'waiting', counselor_id = NULL, claimed_at = NULL"
            " WHERE id = ?",
            case.id,
        )


async def closed(middle: Engine, case: Case) -> None:
    await middle.receives(presses(NARGES, f"1.x.do.{short(case.id)}.helped"))


async def his_own(middle: Engine, case: Case) -> None:
    await waiting(middle, case)
    await middle.receives(presses(REZA, f"1.c.claim.{short(case.id)}"))


async def over(middle: Engine, case: Case) -> None:
    await middle.receives(says(REZA, "/listen تمام"))


async def demoted(middle: Engine, case: Case) -> None:
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        key = people.chat_key(work.sealer, middle.intake.dialect.platform, REZA)
        reza = (await people.known(work, [key]))[key].person.id
        await people.appoint(work, reza, Role.COUNSELOR, "رضا", on_call=False)


async def counselor_left(middle: Engine, case: Case) -> None:
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE staff SET ended_at = 1 WHERE person_id IN"
                         " (SELECT counselor_id FROM cases WHERE id = ?)", case.id)  # fmt: skip


async def erased(middle: Engine, case: Case) -> None:
    await middle.receives(presses(MARYAM, "1.d.yes"))


Change = Callable[[Engine, Case], Awaitable[None]]
REACHED: dict[Change, bool] = {
    waiting: False, closed: False, his_own: False, over: True, demoted: False,
    counselor_left: False, erased: False,
}  # fmt: skip


@pytest.mark.parametrize("change", REACHED)
async def test_an_answer_to_a_copy_finds_no_family_whatever_has_happened(
    middle: Engine, change: Change
) -> None:
    case = await scene(middle)
    number = await copied(middle)
    await change(middle, case)
    await middle.delivers()
    photo: Json = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
    album = says(REZA, "", **answers(number, REZA), **photo, media_group_id="a")
    del album["message"]["text"]
    await middle.receives(says(REZA, "فقط برای مشاور", **answers(number, REZA)), album)
    await middle.receives(says(REZA, "/note یادداشت", **answers(number, REZA)))
    await nothing_left(middle)
    whispered = await to(middle, NARGES, "whisper")
    assert len(whispered) == (2 if REACHED[change] else 0)
    if REACHED[change]:
        assert isinstance(whispered[1].message, Media)
    assert await middle.count("notes") == 0


async def test_it_ends_by_itself_and_both_are_told(middle: Engine) -> None:
    await scene(middle)
    await copied(middle)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        (row,) = await tx.fetch("SELECT id, run_at FROM due WHERE kind = ?", listening.ENDS)
        desk = replace(desk, work=replace(desk.work, now=row["run_at"]))
        taken = await due.take(desk.work, row["id"])
        assert taken is not None
        await listening.end(desk, taken)
    await middle.receives(says(MARYAM, "هستید؟"))
    assert len(await texts(middle, REZA, "listening")) == 1
    assert any("تمام شد" in text for text in await texts(middle, REZA, "staff"))
    assert any("دیگر کسی" in text for text in await texts(middle, NARGES, "staff"))


async def test_only_supervisors_read_along_and_nobody_in_their_own_case(middle: Engine) -> None:
    case = await scene(middle)
    (other,) = await middle.tools.database.read("SELECT code FROM cases WHERE code <> ?", case.code)
    await middle.receives(says(OMID, f"/listen {case.code}"), says(OMID, "/whisper سلام"))
    await middle.receives(says(REZA, f"/listen {other['code']}"))
    assert (await texts(middle, REZA, "staff"))[-1] == say("listen-own")
    assert await middle.count("listeners") == 1
    await middle.receives(says(MARYAM, "سلام"))
    assert await texts(middle, OMID, "listening") == []
