"""Somebody holds the phone of a person who left, and guesses: they see recipes and nothing else."""

from dataclasses import replace

from bot.clock import Clock
from bot.domain.outgoing import Delete, Text
from bot.domain.people import Role
from tests.faults.engine import Engine, Json, says
from tests.marks import unmarked
from tests.service.house import say
from tests.storage.conftest import MARYAM, NARGES

HARMLESS = "دستور امروز"
RIGHT = "گل یخ"
WRONG = ("سارا", "۱۳۶۵", "رمز", "باز شو", "زعفران")


async def texts(middle: Engine, *updates: Json) -> list[str]:
    """What these updates have made us say to Maryam."""
    before = max((row.id for row in await middle.owes()), default=0)
    await middle.receives(*updates)
    mine = [row.message for row in await middle.owes(before) if row.chat_id == MARYAM]
    return [message.text for message in mine if isinstance(message, Text)]


async def left(middle: Engine) -> None:
    await middle.case_of(MARYAM)
    await middle.receives(says(MARYAM, f"/codeword {RIGHT}"), says(MARYAM, "/exit"))


def waits(middle: Engine, seconds: int) -> None:
    clock = Clock(middle.tools.clock.offset + seconds)
    middle.tools = replace(middle.tools, clock=clock)
    middle.__post_init__()


async def guesses(middle: Engine, *words: str) -> None:
    for word in words:
        (answer,) = await texts(middle, says(MARYAM, word))
        assert HARMLESS in answer, word


async def test_while_guessing_rests_the_right_word_looks_like_any_other(middle: Engine) -> None:
    await left(middle)
    await guesses(middle, *WRONG, RIGHT, "خروج سریع", RIGHT)
    waits(middle, 61)
    first, told, *_ = await texts(middle, says(MARYAM, RIGHT))
    assert first == say("exit-back")
    assert unmarked(told) == say("exit-guessed", count=5)
    assert await middle.count("audit", "action = 'guessed' AND allowed = 0") == 1


async def test_who_returns_finds_no_try_in_the_chat(middle: Engine) -> None:
    await left(middle)
    waits(middle, 2)
    near, right = says(MARYAM, "گل یح"), says(MARYAM, RIGHT)
    await middle.receives(near)
    before = max(row.id for row in await middle.owes())
    await middle.receives(right)
    deleted = [
        number
        for row in await middle.owes(before)
        if isinstance(row.message, Delete)
        for number in row.message.message_ids
    ]
    assert {u["message"]["message_id"] for u in (near, right)} <= set(deleted)


async def test_danger_is_heard_and_no_guess_also_during_a_rest(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await left(middle)
    await guesses(middle, *WRONG[:4], "شوهرم چاقو کشیده")
    assert await middle.count("alerts", "category = 'violence'") == 1
    assert await middle.count("contacts", "guesses = 4 AND rests_until IS NULL") == 1
    await guesses(middle, WRONG[4], "می‌خوام خودمو بکشم")
    assert await middle.count("alerts", "category = 'suicide'") == 1


async def test_talk_and_pictures_are_no_guesses(middle: Engine) -> None:
    await left(middle)
    talk = "این پیام بسیار بلندتر از آن است که بتواند کلمهٔ برگشت کسی باشد"
    await guesses(middle, *[talk] * 6, *["…"] * 6, *["/start"] * 6)
    assert (await texts(middle, says(MARYAM, RIGHT)))[0] == say("exit-back")


async def test_the_common_word_opens_at_once_however_much_was_written(middle: Engine) -> None:
    await middle.case_of(MARYAM)
    await middle.receives(says(MARYAM, "/exit"))
    await guesses(middle, *WRONG, *WRONG)
    assert (await texts(middle, says(MARYAM, "برگشتم")))[0] == say("exit-back")
