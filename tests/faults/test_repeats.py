"""The same updates come again: after a kill before the confirmation, and under old numbers."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from bot.sandbox import Emulator
from tests.faults.accounting import waiting
from tests.faults.storm import PATIENCE
from tests.service.house import Hamdeli, Story, begin, say
from tests.stage import Json, Stage


@pytest.fixture
async def patient(stage: Stage, service: Hamdeli) -> Story:
    """A story whose bot asks for updates and then waits for long: a poll is always under way."""
    service.more["HAMDELI_TELEGRAM__POLL_TIMEOUT"] = "50"
    return await begin(stage, service)


async def test_an_answer_that_comes_again_after_a_kill_does_not_answer_the_next_question(
    patient: Story, emulator: Emulator
) -> None:
    maryam, service = patient.maryam, patient.service
    await _walk_to_the_province(patient)
    await _quiet(service)
    done = _done(service)
    # The poll that waits is left in peace; nothing after it reaches the messenger.
    await patient.stage.faults(errors=1.0, kinds=["drop_before"])
    # Every county list knows this name, too: taken twice, it would be two answers.
    await maryam.says("تهران")
    async with asyncio.timeout(PATIENCE):
        while _done(service) == done:
            await asyncio.sleep(0.02)
    await service.kill()
    assert len(emulator.box.updates) == 1, "the answer was confirmed before the kill"
    await patient.stage.faults(errors=0.0)
    await service.start()
    await maryam.hears(say("intake-county"))
    await maryam.says(say("heard-skip").split("|")[0])
    await maryam.hears(say("intake-settlement"))
    await _quiet(service)
    assert await _told(patient, "intake-county", "intake-settlement", "intake-language") == [
        1,
        1,
        0,
    ]


async def test_updates_whose_numbers_begin_anew_are_each_handled_once(
    story: Story, emulator: Emulator
) -> None:
    maryam, service = story.maryam, story.service
    first = emulator.box.updates.last_id + 1
    await _walk_to_the_province(story)
    await _quiet(service)
    await story.stage.advance(days=8)
    # The very numbers that were used a week ago, for other messages.
    await story.stage.post("updates", next_id=first)
    await maryam.says("تهران")
    await maryam.hears(say("intake-county"))
    # A reply whose fate is not yet written down at the kill may come twice: not this story.
    await _quiet(service)
    await service.kill()
    await service.start()
    await maryam.says(say("heard-skip").split("|")[0])
    await maryam.hears(say("intake-settlement"))
    await _quiet(service)
    assert await _told(story, "intake-province", "intake-county", "intake-settlement") == [1, 1, 1]


async def test_a_batch_that_comes_again_under_the_same_numbers_changes_nothing(
    story: Story, emulator: Emulator
) -> None:
    maryam, service = story.maryam, story.service
    await _walk_to_the_province(story)
    await _quiet(service)
    before = emulator.box.updates.last_id
    said = await maryam.says("تهران")
    await maryam.hears(say("intake-county"))
    await _quiet(service)
    update = {"message": _raw(emulator, maryam.key, said)}
    await story.stage.post("inject", update=update, update_id=before + 1, repeat=3)
    await maryam.says(say("heard-skip").split("|")[0])
    await maryam.hears(say("intake-settlement"))
    await _quiet(service)
    assert await _told(story, "intake-county", "intake-settlement", "intake-language") == [1, 1, 0]


async def _walk_to_the_province(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    for question, *labels in (
        ("consent", "intake-consent-full"),
        ("private", "intake-private-yes"),
        ("contact", "intake-contact-wait"),
        ("purposes", "intake-purposes-none", "button-done"),
        ("who", "intake-who-self"),
        ("danger", "intake-danger-no"),
    ):
        await maryam.hears(say(f"intake-{question}"))
        for label in labels:
            await maryam.presses(say(label))
    await maryam.hears(say("intake-age"))
    # A press would turn its own message into the next question: nothing that could arrive twice.
    await maryam.says(say("heard-skip").split("|")[0])
    await maryam.hears(say("intake-province"))


async def _told(story: Story, *keys: str) -> list[int]:
    """How often each question has arrived at Maryam's."""
    arrived = [d["text"] for d in await story.stage.deliveries() if d["chat_id"] == story.maryam.id]
    return [sum(say(key).split("\n")[0] in text for text in arrived) for key in keys]


def _raw(emulator: Emulator, chat: str, message: Json) -> Json:
    found = emulator.world.find(emulator.world.chats[chat], message["message_id"])
    assert found is not None
    return found.body


async def _quiet(service: Hamdeli) -> None:
    """Until nothing is on its way any more."""
    async with asyncio.timeout(PATIENCE):
        while waiting(service.folder / "hamdeli.db"):
            await asyncio.sleep(0.05)


def _done(service: Hamdeli) -> int:
    with closing(sqlite3.connect(service.folder / "hamdeli.db", timeout=30)) as database:
        count: int = database.execute("SELECT count(*) FROM inbox WHERE state = 'done'").fetchone()[
            0
        ]
        return count
