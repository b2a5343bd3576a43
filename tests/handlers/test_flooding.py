"""Forty messages in a minute: none is lost, none buries the counselor, danger passes at once."""

from dataclasses import replace

from bot.domain.case import Case
from bot.domain.ids import short
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.handlers.talk import flooding
from bot.storage import due
from tests.faults.engine import Engine, Json, Owed, buttons_of, presses, says
from tests.service.house import say

MARYAM, NARGES, OMID = 3001, 2001, 2002
DANGER = "می‌خواهم خودم را بکشم"
LIMIT = 15


async def scene(middle: Engine) -> Case:
    middle.folds_after(LIMIT)
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    case = await middle.case_of(MARYAM)
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}"))
    await middle.delivers()
    return case


def photo(caption: str = "") -> Json:
    sizes = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    body = says(MARYAM, "", photo=sizes, caption=caption)
    del body["message"]["text"]
    return body


def voice() -> Json:
    sound = {"file_id": "v", "file_unique_id": "u", "duration": 3}
    body = says(MARYAM, "", voice=sound)
    del body["message"]["text"]
    return body


async def to(middle: Engine, account: int, kind: str) -> list[Owed]:
    return [row for row in await middle.owes() if row.chat_id == account and row.kind == kind]


async def minute_over(middle: Engine) -> None:
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        sql = "SELECT id, run_at FROM due WHERE kind = ? AND state = 'waiting'"
        (row,) = await tx.fetch(sql, flooding.ENDS)
        desk = replace(desk, work=replace(desk.work, now=row["run_at"]))
        taken = await due.take(desk.work, row["id"])
        assert taken is not None
        await flooding.end(desk, taken)


async def test_what_is_too_much_comes_in_one_note_and_danger_at_once(middle: Engine) -> None:
    await scene(middle)
    said = [f"حرف {number} من" for number in range(40)]
    said[30] = DANGER
    await middle.receives(*(says(MARYAM, text) for text in said))
    passed = [row.message.text for row in await to(middle, NARGES, "relay")
              if isinstance(row.message, Text)]  # fmt: skip
    assert [text.partition("\n")[2] for text in passed] == [*said[:LIMIT], DANGER]
    assert await middle.count("alerts") == 1
    assert await to(middle, NARGES, "folded") == []
    kind = [row.message.text for row in await to(middle, MARYAM, "reply")
            if isinstance(row.message, Text)]  # fmt: skip
    assert kind.count(say("flood-family")) == 1

    await minute_over(middle)
    (note,) = await to(middle, NARGES, "folded")
    assert isinstance(note.message, Text)
    rest = [text for text in said[LIMIT:] if text != DANGER]
    lines = note.message.text.split("\n")[2:]
    assert [line.partition("· ")[2].strip("\u2068\u2069") for line in lines] == rest
    assert await middle.count("relay", "state = 'passed'") == 40


async def test_files_in_a_note_are_a_press_away_and_come_once(middle: Engine) -> None:
    case = await scene(middle)
    await middle.receives(*(says(MARYAM, "حرف") for _ in range(LIMIT)))
    await middle.receives(photo("عکس خانه"), voice(), says(MARYAM, "همین"))
    await minute_over(middle)
    (note,) = await to(middle, NARGES, "folded")
    assert isinstance(note.message, Text) and "عکس خانه" in note.message.text
    (files,) = buttons_of([note.message])
    before = len(await to(middle, NARGES, "relay"))
    await middle.receives(presses(OMID, files), presses(NARGES, files), presses(NARGES, files))
    assert len(await to(middle, NARGES, "relay")) == before + 2
    assert case.code in note.message.text


async def test_voice_in_a_crisis_does_not_wait(middle: Engine) -> None:
    case = await scene(middle)
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE cases SET acuity = 1 WHERE id = ?", case.id)
    await middle.receives(*(says(MARYAM, "حرف") for _ in range(LIMIT)))
    await middle.receives(voice())
    assert len(await to(middle, NARGES, "relay")) == LIMIT + 1


async def test_an_edit_of_a_folded_message_comes_on_its_own(middle: Engine) -> None:
    await scene(middle)
    await middle.receives(*(says(MARYAM, "حرف") for _ in range(LIMIT)))
    last = says(MARYAM, "اشتباه")
    await middle.receives(last)
    await minute_over(middle)
    await middle.delivers()
    edit = {**last["message"], "text": "درست", "edit_date": 1}
    await middle.receives({"update_id": 2, "edited_message": edit})
    assert await to(middle, NARGES, "relay_edit") == []
    newest = (await to(middle, NARGES, "relay"))[-1]
    assert isinstance(newest.message, Text) and newest.message.text.endswith("درست")


async def test_what_was_folded_follows_the_case_to_the_next_counselor(middle: Engine) -> None:
    case = await scene(middle)
    await middle.staff(OMID, Role.COUNSELOR)
    await middle.receives(*(says(MARYAM, "حرف") for _ in range(LIMIT + 3)))
    async with middle.tools.database.transaction() as tx:
        await tx.execute(
            "UPDATE cases SET status = 'waiting', counselor_id = NULL, claimed_at = NULL"
            " WHERE id = ?",
            case.id,
        )
    await minute_over(middle)
    assert await to(middle, NARGES, "folded") == []
    await middle.receives(presses(OMID, f"1.c.claim.{short(case.id)}"))
    assert len(await to(middle, OMID, "relay")) == 3
