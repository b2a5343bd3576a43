"""Telegram is cut off for two hours, in the middle of fifty relays and a broadcast: who allowed it
is reached on Bale, the others when it is back, and every message arrives once."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest

from bot.domain.contact import ContactRules, Writing
from bot.domain.people import Platform
from bot.sandbox import Emulator
from bot.storage import accounts, contact, merging, people
from bot.storage.ids import Ids, newest_id
from bot.storage.sealed import load_sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work
from tests.faults.line import Line
from tests.service.house import TEHRAN, Hamdeli, Story, say
from tests.service.test_across import story  # noqa: F401 (fixture)
from tests.service.test_outage import claims
from tests.stage import Json, Player, words_of
from tests.storage.conftest import claimed

HOUR = 3600
WORDS = "هفتهٔ خانواده، برای همه"
Family = tuple[Player, Player]
"""The same people on Telegram, and on Bale."""


async def settle(story: Story, size: int) -> tuple[list[Family], list[Family]]:  # noqa: F811
    """So many families who talk with Parisa, and as many who only read what is sent to all, at
    both messengers; every second one allows that Bale helps out."""
    stage, service = story.stage, story.service
    pairs = [
        (
            await stage.person(f"خانواده {n}", started=True),
            await stage.person(f"خانواده {n} بله", started=True, platform="bale"),
        )
        for n in range(2 * size)
    ]
    await service.end()
    database = await open_sqlite(service.folder / "hamdeli.db")
    sealer = load_sealer(service.folder / "secrets")
    try:
        ids = Ids(await newest_id(database))
        async with database.transaction() as tx:
            work = Work(tx, sealer, ids, service.clock.now(), TEHRAN)
            before = replace(work, now=work.now - 10**9)
            key = people.chat_key(sealer, Platform.BALE, story.parisa.id)
            parisa = (await people.known(work, [key]))[key].person.id
            for place, (here, there) in enumerate(pairs):
                one = people.add(before, Platform.TELEGRAM, here.id, "fa").person.id
                other = people.add(before, Platform.BALE, there.id, "fa").person.id
                await merging.merge(before, one, other)
                await contact.remember(work, one, ContactRules(Writing.ANY))
                await accounts.allow_fallback(work, one, allowed=bool(place % 2))
                if place < size:
                    await claimed(work, one, parisa)
                else:
                    await accounts.prefer(work, one, Platform.TELEGRAM)
    finally:
        await database.close()
    await service.start()
    return pairs[:size], pairs[size:]


def rows(service: Hamdeli, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(service.folder / "hamdeli.db", timeout=30)) as database:
        return database.execute(sql).fetchall()


async def broadcast(story: Story) -> None:  # noqa: F811
    reza = story.reza
    await reza.says("/broadcast")
    await reza.presses(say("button-broadcast-new"))
    await reza.hears("همین‌جا بفرستید")
    await reza.says(WORDS)
    await reza.hears(WORDS)
    await reza.presses(say("button-broadcast-people"))
    await reza.presses(say("button-segment-rest"))
    await reza.presses(say("segment-days", days=0))
    await reza.hears("الان:")
    await reza.presses(say("button-back"))
    await reza.presses(say("button-broadcast-send"))
    await reza.presses(say("button-broadcast-now"))


async def copies(story: Story, families: list[Family], words: str) -> dict[int, list[str]]:  # noqa: F811
    """By family: where these words, or theirs, were really delivered."""
    found: dict[int, list[str]] = {place: [] for place in range(len(families))}
    chats = {one.id: (n, side) for n, pair in enumerate(families) for one, side in zip(
        pair, ("telegram", "bale"), strict=True)}  # fmt: skip
    for delivery in await story.stage.deliveries():
        place, side = chats.get(delivery["chat_id"], (-1, ""))
        if place >= 0 and words.format(place) in (delivery["text"] or ""):
            found[place].append(side)
    return found


async def until(done: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(300):
        while not await done():
            await asyncio.sleep(0.3)


async def play(story: Story, line: Line, size: int) -> dict[str, int]:  # noqa: F811
    """The two hours, and what arrived where."""
    service, parisa = story.service, story.parisa
    await claims(service, story)
    families, readers = await settle(story, size)
    for place, (here, _) in enumerate(families):
        await here.says(f"سلام از {place:02}")
    greeted = {}
    for place in range(size):
        seen = partial(_seen, parisa, f"سلام از {place:02}")
        greeted[place] = await parisa.stage.until(seen, parisa.dialogue)
    await broadcast(story)

    async def some_copies() -> bool:
        return sum(map(len, (await copies(story, readers, WORDS)).values())) >= size // 5

    await until(some_copies)
    for place in range(size):
        await parisa.says(f"پاسخ {place:02} برای شما", reply_to=greeted[place])
        if place == size // 2:
            await line.cut()
    await service.comes_back(2 * HOUR)
    await service.heard("awaited:telegram")
    await service.comes_back(2 * HOUR + 900)
    await service.heard("away:telegram")

    async def those_who_allow() -> bool:
        told = await copies(story, families, "پاسخ {:02} برای شما")
        return all(told[place] for place in range(1, size, 2))

    await until(those_who_allow)
    meanwhile = await copies(story, families, "پاسخ {:02} برای شما")
    assert all(side == "bale" for p in range(size // 2 + 3, size) for side in meanwhile[p])
    await line.mend()

    async def all_told() -> bool:
        waits = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')"
        kinds = " AND kind IN ('relay', 'broadcast')"
        told = await copies(story, families, "پاسخ {:02} برای شما")
        state = rows(service, "SELECT state FROM broadcasts")[0][0]
        return all(told.values()) and state == "done" and rows(service, waits + kinds)[0][0] == 0

    await until(all_told)
    return await _account(story, families, readers)


async def _seen(player: Player, words: str) -> Json | None:
    return next((m for m in await player.chat() if words in words_of(m)), None)


async def _account(
    story: Story,  # noqa: F811
    families: list[Family],
    readers: list[Family],
) -> dict[str, int]:
    answers = await copies(story, families, "پاسخ {:02} برای شما")
    letters = await copies(story, readers, WORDS)
    unknown = rows(story.service, "SELECT count(*) FROM recipients WHERE state = 'unknown'")[0][0]
    size = len(families)
    assert [place for place, sides in answers.items() if len(sides) != 1] == []
    assert [place for place, sides in letters.items() if len(sides) > 1] == []
    none = sum(not sides for sides in letters.values())
    assert none <= int(str(unknown))
    # Who did not allow it was written to on Telegram alone.
    for told in (answers, letters):
        assert all("bale" not in told[place] for place in range(0, size, 2))
    return {
        "families": size,
        "answers on Telegram": sum("telegram" in sides for sides in answers.values()),
        "answers on Bale": sum("bale" in sides for sides in answers.values()),
        "copies on Telegram": sum("telegram" in sides for sides in letters.values()),
        "copies on Bale": sum("bale" in sides for sides in letters.values()),
        "copies of unknown fate": int(str(unknown)),
    }


@pytest.mark.soak
async def test_two_hours_without_telegram_in_the_middle_of_fifty_relays_and_a_broadcast(
    story: Story,  # noqa: F811
    emulator: Emulator,
) -> None:
    async with Line(emulator.port) as line:
        story.service.more |= {
            "HAMDELI_TELEGRAM__API_URL": line.url,
            "HAMDELI_TELEGRAM__FILE_URL": line.url,
            "HAMDELI_TELEGRAM__MESSAGES_PER_SECOND": "5",
        }
        figures = await play(story, line, 50)
        print(figures)  # noqa: T201 (the figures are what this run is for)
        assert figures["answers on Bale"] >= 10
        assert figures["copies on Bale"] >= 5
