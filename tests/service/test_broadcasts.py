"""A broadcast in the real service: composed with a photo and a button, previewed, tested, approved
by a second person, watched, paused, resumed, reported; and what its readers do."""

import asyncio
from collections import Counter

import pytest

from bot.domain.contact import ContactRules, Writing
from bot.storage import contact, people
from bot.storage.ids import Ids
from bot.storage.sealed import load_sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work
from tests.service.house import Hamdeli, Story, begin, noon, say
from tests.service.test_urgency import rows
from tests.stage import Player, Stage, words_of

TOWN = 40
WORDS = "هفتهٔ خانواده"


@pytest.fixture
async def story(stage: Stage, service: Hamdeli) -> Story:
    service.more |= {
        "HAMDELI_BROADCASTS__APPROVE_ABOVE": "20",
        "HAMDELI_TELEGRAM__MESSAGES_PER_SECOND": "5",
    }
    story = await begin(stage, service)
    await service.end()
    families = [await stage.person(f"خانواده {n}", started=True) for n in range(TOWN)]
    story.cast["dena"] = families[0]
    await move_in(service, families)
    await service.start()
    return story


async def move_in(service: Hamdeli, families: list[Player]) -> None:
    """They have been here before, and let us write first."""
    database = await open_sqlite(service.folder / "hamdeli.db")
    now = int(noon().timestamp() * 1000)
    try:
        async with database.transaction() as tx:
            work = Work(tx, load_sealer(service.folder / "secrets"), Ids(), now - 10**8)
            for family in families:
                known = people.add(work, service.platform, family.id, "fa")
                await contact.remember(work, known.person.id, ContactRules(Writing.ANY))
    finally:
        await database.close()


async def test_a_broadcast_from_the_first_word_to_the_report(story: Story) -> None:
    reza, sara, dena = story.reza, story.sara, story.dena
    await composes(story)
    await reza.presses(say("button-broadcast-send"))
    await reza.hears("دقیقاً ۴۰ نفر")
    await reza.presses(say("button-broadcast-now"))
    await reza.hears(say("broadcast-second-asked"))
    await sara.hears("برای ۴۰ نفر بفرستد")
    await sara.presses(say("button-broadcast-approve"))
    await reza.hears("را تأیید کرد")
    await is_paused_and_goes_on(story)
    report = await reza.hears("گزارش «")
    assert report["kind"] == "photo"
    assert "۴۰ رسید" in words_of(report)
    assert "فرستنده: رضا" in words_of(report)
    await sara.hears("گزارش «")
    copies = Counter(d["chat_id"] for d in await story.stage.deliveries()
                     if WORDS in (d["text"] or d.get("caption") or ""))  # fmt: skip
    assert {copies[family] for family in copies if family not in (reza.id, sara.id)} == {1}
    assert len(copies.keys() - {reza.id, sara.id}) == TOWN
    await dena.presses(say("button-broadcast-assessment"))
    await dena.hears(say("intake-consent"))
    await reza.presses(say("button-broadcast-report-again"))
    await reza.hears("۱ نفر دکمه‌ای زدند، ۱ گفت‌وگو شروع شد")
    await dena.presses(say("button-broadcast-stop"))
    await dena.hears("دیگر پیامی دربارهٔ آگاهی نمی‌فرستیم")


async def composes(story: Story) -> None:
    reza = story.reza
    await reza.says("/broadcast")
    await reza.presses(say("button-broadcast-new"))
    await reza.hears("همین‌جا بفرستید یا بازارسال کنید")
    await reza.sends_photo(WORDS)
    await reza.hears(say("broadcast-state-draft"))
    await reza.presses(say("button-broadcast-doors"))
    await reza.presses(say("button-broadcast-door-assessment"))
    await reza.hears(say("broadcast-doors"))
    await reza.presses(say("button-back"))
    await reza.presses(say("button-broadcast-people"))
    await reza.hears("الان: ۴۰ نفر")
    await reza.presses(say("button-back"))
    await reza.presses(say("button-broadcast-look"))
    await reza.hears("گیرندهٔ")
    shown = await reza.hears(WORDS)
    assert shown["kind"] == "photo"
    labels = [button["text"] for row in shown["buttons"] for button in row]
    assert labels == [say("button-broadcast-assessment"), say("button-broadcast-stop")]
    await reza.hears(say("broadcast-state-draft"))
    await reza.presses(say("button-broadcast-test"))
    assert (await reza.hears(WORDS))["kind"] == "photo"


async def is_paused_and_goes_on(story: Story) -> None:
    reza = story.reza
    await reza.hears("▰")
    await reza.presses(say("button-broadcast-pause"))
    await reza.hears(say("broadcast-state-paused"))
    state = "SELECT state, count(*) FROM recipients GROUP BY state"
    while dict(rows(story.service, state)).get("taken"):
        await asyncio.sleep(0.1)
    before = dict(rows(story.service, state))
    assert before["waiting"] > 0
    await story.service.end()
    await story.service.start()
    await reza.says("/broadcast")
    await reza.hears(say("broadcasts"))
    assert dict(rows(story.service, state)) == before
    await reza.presses(say("button-broadcast-resume"))
    await reza.hears(say("broadcast-state-sending"))
