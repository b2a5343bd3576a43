"""What must never cross from one side to the other: accounts, notes, and other people's words."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.ids import short
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.jobs import leases
from bot.sandbox import Emulator
from bot.storage.migrate import migrate
from tests.databases import open_database
from tests.faults.engine import Engine, buttons_of, engine, presses, says
from tests.service.house import ADMINISTRATOR, Hamdeli, Story, say
from tests.stage import Json, Player, Stage, words_of

_PATIENCE = 120.0


async def _talking(story: Story) -> str:
    code = await story.intake(story.maryam)
    await story.narges.in_(story.group).hears(code)
    await story.narges.in_(story.group).presses(say("button-claim"))
    await story.narges.hears(code)
    await story.maryam.hears(say("claimed-family"))
    return code


async def test_no_account_shows_on_the_other_side_of_a_talk(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    await _talking(story)
    await maryam.sends("text", text="از دوستم", forward_from="Secret Friend")
    await maryam.sends("photo", caption="عکس", forward_from="Secret Friend")
    await maryam.sends("contact")
    await maryam.hears(say("relay-no-contact"))
    mention = {"type": "text_mention", "offset": 0, "length": 5, "user": {"id": 77}}
    hidden = {"type": "text_link", "offset": 6, "length": 4, "url": "https://t.me/secret_name"}
    user = {"type": "text_link", "offset": 11, "length": 3, "url": "tg://user?id=770077"}
    bold = {"type": "bold", "offset": 15, "length": 2}
    await maryam.sends("text", text="دوست؛ این‌جا خودم هم", entities=[mention, hidden, user, bold])
    heard = await narges.hears("خودم")
    assert [entity["type"] for entity in heard["entities"]] == ["bold"]
    await narges.sends("contact")
    await narges.hears(say("relay-no-contact"))
    await narges.says("به من در @narges_real پیام بدهید")
    await narges.presses(say("button-drop-it"))
    await narges.says("پایان")
    await maryam.hears("پایان")
    secrets = ("Secret Friend", "secret_name", "770077", "+98912", "@narges_real", "text_mention")
    assert await _calls_with(story, *secrets) == []
    methods = {call["method"] for call in await story.stage.calls()}
    assert not methods & {"forwardMessage", "forwardMessages", "copyMessage", "sendContact"}
    seen = [words_of(message) for message in await narges.chat() if message["from"]["is_bot"]]
    assert not any(maryam.name in text or str(maryam.id) in text for text in seen)


async def _calls_with(story: Story, *words: str) -> list[Json]:
    """Every request of ours that holds one of these words, in whatever argument."""
    calls = await story.stage.calls()
    return [call for call in calls if any(word in str(call["params"]) for word in words)]


async def test_notes_never_leave_for_anybody_but_the_staff_who_ask(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    code = await _talking(story)
    for secret in ("یادداشت‌نهانی یک", "یادداشت‌نهانی دو"):
        await narges.says(f"/note {secret}")
        await narges.hears(say("note-kept", code=code))
    await narges.says("سلام")
    await maryam.hears("سلام")
    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    await maryam.hears(say("closed-family", code=code).splitlines()[0])
    assert await _calls_with(story, "نهانی") == []
    assert "نهانی" not in await maryam.dialogue()


# Twenty counselors and twenty families at the same time.


@pytest.fixture
async def hall(
    emulator: Emulator, stage: Stage, tmp_path: Path, sqlite_url: str
) -> AsyncIterator[list[tuple[Player, Player, str]]]:
    """Twenty families, each with a counselor who has two of them; the codes of the cases."""
    staff = [await stage.person(f"C{n}", id=2000 + n, started=True) for n in range(10)]
    families = [await stage.person(f"F{n}", id=3000 + n, started=True) for n in range(20)]
    await stage.person("سارا", id=ADMINISTRATOR, started=True)
    group = await stage.group("مشاوران", staff)
    service = Hamdeli(emulator, tmp_path, sqlite_url)
    service.group = group["id"]
    database = await open_database(sqlite_url)
    await migrate(database)
    pairs = []
    async with engine(database, tmp_path) as middle:
        for player in staff:
            await middle.staff(player.id, Role.COUNSELOR)
        for place, family in enumerate(families):
            counselor = staff[place % len(staff)]
            case = await middle.case_of(family.id)
            claim = f"1.c.claim.{short(case.id)}"
            await middle.receives(presses(counselor.id, claim))
            pairs.append((family, counselor, case.code))
    await database.close()
    await service.start()
    try:
        yield pairs
    finally:
        await service.end()


@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=pytest.mark.soak)])
async def test_no_word_reaches_anybody_it_was_not_meant_for(
    hall: list[tuple[Player, Player, str]], rounds: int
) -> None:
    chance = random.Random(52)
    for turn in range(rounds):
        chance.shuffle(hall)
        await asyncio.gather(*(family.says(f"«خ{family.id}» {turn}") for family, _, _ in hall))
        heard = await asyncio.gather(
            *(_from(counselor, f"«خ{family.id}» {turn}") for family, counselor, _ in hall)
        )
        for (_, _, code), message in zip(hall, heard, strict=True):
            assert code in words_of(message)
        await asyncio.gather(*(
            counselor.says(f"«م{family.id}» {turn}", reply_to=message)
            for (family, counselor, _), message in zip(hall, heard, strict=True)
        ))  # fmt: skip
        await asyncio.gather(*(_from(family, f"«م{family.id}» {turn}") for family, _, _ in hall))
    for family, _, _ in hall:
        told = [words_of(m) for m in await family.chat() if "«م" in words_of(m)]
        assert len(told) == rounds
        assert all(f"«م{family.id}»" in text for text in told)


async def _from(player: Player, words: str) -> Json:
    """The message with these words, whenever it came."""

    async def look() -> Json | None:
        found = (m for m in await player.chat() if words in words_of(m) and m["from"]["is_bot"])
        return next(found, None)

    return await player.stage.until(look, player.dialogue, _PATIENCE)


# Who is meant, when two talks are open.


async def _two_talks(middle: Engine) -> tuple[str, str]:
    """Narges (2001) has the cases of Maryam (3001) and Zahra (3002), and speaks with Zahra."""
    await middle.staff(2001, Role.COUNSELOR)
    first, second = [await middle.case_of(account) for account in (3001, 3002)]
    for case in (first, second):
        await middle.receives(presses(2001, f"1.c.claim.{short(case.id)}"))
    await middle.receives(presses(2001, f"1.k.face.{short(second.id)}"))
    return short(first.id), short(second.id)


async def _heard(middle: Engine, account: int) -> list[str]:
    rows = await middle.owes()
    return [
        row.message.text for row in rows
        if row.chat_id == account and row.kind == "relay" and isinstance(row.message, Text)
    ]  # fmt: skip


async def test_words_for_a_family_that_has_just_erased_itself_reach_no_other(
    middle: Engine,
) -> None:
    await _two_talks(middle)
    await middle.receives(says(3002, "/delete"), presses(3002, "1.d.yes"))
    await middle.receives(says(2001, "زهرا جان، شوهرتان"))
    assert await _heard(middle, 3001) == []
    await middle.receives(says(2001, "زهرا جان؟"))
    assert await _heard(middle, 3001) == []


async def test_words_for_a_family_whose_case_went_back_to_the_queue_reach_no_other(
    middle: Engine,
) -> None:
    first, second = await _two_talks(middle)
    await middle.receives(presses(2001, f"1.k.face.{first}"), says(2001, "مریم جان"))
    await middle.receives(presses(2001, f"1.k.face.{second}"))
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        desk.work = replace(desk.work, now=desk.work.now + 3_600_000)
        await leases.watch(desk)
    assert await middle.count("cases", "status = 'claimed'") == 1
    await middle.receives(says(2001, "زهرا جان، شوهرتان"))
    assert await _heard(middle, 3001) == ["مریم جان"]


async def test_after_closing_one_talk_knowingly_the_other_goes_on(middle: Engine) -> None:
    _, second = await _two_talks(middle)
    await middle.receives(presses(2001, f"1.x.do.{second}.helped"))
    await middle.receives(says(2001, "مریم جان"))
    assert await _heard(middle, 3001) == ["مریم جان"]
    assert await _heard(middle, 3002) == []


async def test_a_second_family_that_writes_in_between_makes_us_ask(middle: Engine) -> None:
    first, _ = await _two_talks(middle)
    await middle.receives(says(3001, "خواهش می‌کنم"), says(2001, "باشد"))
    assert await _heard(middle, 3001) == []
    assert await _heard(middle, 3002) == []
    asked = next(
        row.message for row in reversed(await middle.owes())
        if row.chat_id == 2001 and buttons_of([row.message])
    )  # fmt: skip
    data = next(
        b.data for row in getattr(asked, "buttons", ()) for b in row if first in (b.data or "")
    )
    await middle.receives(presses(2001, data))
    assert await _heard(middle, 3001) == ["باشد"]
    assert await _heard(middle, 3002) == []


async def test_a_reply_to_an_old_talk_goes_nowhere(middle: Engine) -> None:
    first, _ = await _two_talks(middle)
    await middle.receives(says(3001, "سلام"))
    numbers = await middle.delivers()
    row = next(row.id for row in await middle.owes() if row.chat_id == 2001 and row.kind == "relay")
    await middle.receives(presses(2001, f"1.x.do.{first}.helped"))
    reply = says(2001, "خوبید؟", reply_to_message={"message_id": numbers[row]})
    await middle.receives(reply)
    assert await _heard(middle, 3001) == []
    assert await _heard(middle, 3002) == []
