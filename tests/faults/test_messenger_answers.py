"""What a messenger can answer, and what becomes of our messages then."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.domain.people import Role
from bot.sandbox import Emulator
from bot.storage.migrate import migrate
from tests.databases import open_database
from tests.faults.engine import engine
from tests.faults.gate import Says, refusal
from tests.faults.gated import Gated, behind_a_gate, talk
from tests.service.house import ADMINISTRATOR, Hamdeli, say
from tests.stage import Json, Stage, words_of

PATIENCE = 60.0
TOO_MANY = "Too Many Requests: retry after"


@pytest.fixture
async def gated(emulator: Emulator, stage: Stage, tmp_path: Path) -> AsyncIterator[Gated]:
    async with behind_a_gate(emulator, stage, tmp_path) as gated:
        yield gated


# Too many.


@pytest.mark.parametrize(
    "seconds", [1, 3, pytest.param(30, marks=pytest.mark.soak, id="30 seconds")]
)
async def test_a_chat_is_left_alone_exactly_as_long_as_the_messenger_asks(
    gated: Gated, seconds: int
) -> None:
    story, gate, maryam = gated.story, gated.gate, gated.story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    limit = refusal(429, f"{TOO_MANY} {seconds}", retry_after=seconds)
    told = gate.answers(limit, method="sendMessage", to=maryam.id)
    await maryam.says("/privacy")
    await told.done.wait()
    # Not even words that mean danger open the window, and nobody else is held up by it.
    await maryam.says("می‌خواهم خودم را بکشم")
    await story.zahra.says("/start")
    await story.zahra.hears(say("intake-consent"))
    await maryam.hears(say("safety-suicide").splitlines()[0], PATIENCE)
    await maryam.hears(say("privacy").splitlines()[0], PATIENCE)
    calls = gate.calls("sendMessage", maryam.id)
    caught = next(call for call in calls if call.caught)
    later = [call.at for call in calls if call.at > caught.at]
    assert min(later) - caught.at >= seconds


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"{TOO_MANY} 1".encode(), id="plain text"),
        pytest.param(b'{"ok":false,"description":"' + TOO_MANY.encode() + b' 1"}', id="no number"),
        pytest.param(b'{"ok":false,"parameters":{"retry_after":"soon"}}', id="a word"),
        pytest.param(b'{"ok":false,"parameters":[1]}', id="a list"),
        pytest.param(b"<html>slow down</html>", id="html"),
        pytest.param(b"", id="nothing"),
    ],
)
async def test_too_many_without_a_number_only_delays(gated: Gated, body: bytes) -> None:
    maryam = gated.story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    gated.gate.answers(Says(429, body), method="sendMessage", to=maryam.id)
    await maryam.says("/privacy")
    await maryam.hears(say("privacy").splitlines()[0], PATIENCE)


# Answers that make no sense.

_ODD = {
    "500 without a body": Says(500),
    "502 as a page": Says(502, b"<html><body>Bad Gateway</body></html>", "text/html"),
    "504 as a page": Says(504, b"<html>timeout</html>", "text/html"),
    "an empty 200": Says(200),
    "a page with 200": Says(200, b"<html>Welcome to nginx</html>", "text/html"),
    "an empty object": Says(200, b"{}"),
    "a list": Says(200, b"[]"),
    "ok and nothing else": Says(200, b'{"ok":true}'),
    "not ok with 200": Says(200, b'{"ok":false,"error_code":500,"description":"x"}'),
    "half an object": Says(200, b'{"ok":true,"result":{"messa'),
    "a body cut off": Says(200, b'{"ok":true,"res', cut=True),
    "bytes that are no text": Says(200, b"\xff\xfe\x00{"),
    "500 with odd parameters": Says(500, b'{"ok":false,"parameters":[7]}'),
    "500 that moves a chat nowhere": Says(500, b'{"parameters":{"migrate_to_chat_id":"x"}}'),
    "an unknown status": Says(599, b"?"),
    "a conflict": refusal(409, "Conflict: terminated by other getUpdates request"),
}


async def test_a_message_arrives_after_every_answer_that_makes_no_sense(gated: Gated) -> None:
    maryam = gated.story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    for name, odd in _ODD.items():
        told = gated.gate.answers(odd, method="sendMessage", to=maryam.id)
        await maryam.reads()
        await maryam.says("/privacy")
        try:
            await maryam.hears(say("privacy").splitlines()[0], PATIENCE)
        except AssertionError as silence:
            raise AssertionError(f"{name}\n{gated.story.service.log()}") from silence
        assert told.done.is_set(), name


async def test_polling_goes_on_after_every_answer_that_makes_no_sense(gated: Gated) -> None:
    maryam = gated.story.maryam
    more = {
        "no list": Says(200, b'{"ok":true,"result":{"update_id":1}}'),
        "a list of anything": Says(200, b'{"ok":true,"result":[null,5,"x",[],{}]}'),
        "an id that is none": Says(200, b'{"ok":true,"result":[{"update_id":"x"}]}'),
        "a number of 5000 digits": Says(200, b'{"ok":true,"result":' + b"9" * 5000 + b"}"),
        "429": refusal(429, f"{TOO_MANY} 1", retry_after=1),
    }
    same = ("502 as a page", "an empty 200", "ok and nothing else", "a body cut off")
    for name, says in {**{name: _ODD[name] for name in same}, **more}.items():
        told = gated.gate.answers(says, method="getUpdates")
        await maryam.says("/start")
        await maryam.hears("", PATIENCE)
        assert told.done.is_set() or await told.done.wait(), name
    await maryam.reads()
    await maryam.says("/privacy")
    await maryam.hears(say("privacy").splitlines()[0], PATIENCE)


async def test_what_is_already_as_we_want_it_is_not_tried_again(gated: Gated) -> None:
    story, gate, narges, group = gated.story, gated.gate, gated.story.narges, gated.story.group
    code = await story.intake(story.maryam)
    await narges.in_(group).hears(code)
    same = refusal(400, "Bad Request: message is not modified")
    old = refusal(400, "Bad Request: query is too old and response timeout expired")
    edited = gate.answers(same, method="editMessageText", to=group["id"])
    answered = gate.answers(old, method="answerCallbackQuery")
    await narges.in_(group).presses(say("button-claim"), answered=False)
    await narges.hears(code)
    await edited.done.wait()
    await answered.done.wait()
    await story.maryam.hears(say("claimed-family"))
    await story.maryam.says("سلام")
    await narges.hears("سلام")
    assert len(gate.calls("editMessageText", group["id"])) == 1
    state = await story.service.state()
    assert not state["outbox"].get("failed")


# People who cannot be reached.


async def test_a_counselor_learns_that_a_family_has_blocked_us_and_that_it_is_back(
    gated: Gated,
) -> None:
    story, maryam, narges = gated.story, gated.story.maryam, gated.story.narges
    code = await talk(story, maryam, narges)
    await maryam.blocks()
    await narges.hears(say("family-unreachable", code=code))
    await narges.says("کجا هستید؟")
    await narges.hears(say("receipt-failed-unreachable", code=code))
    calls = len(gated.gate.calls("sendMessage", maryam.id))
    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    await narges.hears(say("close-done", code=code, outcome=say("outcome-helped")))
    # Neither the farewell nor the question how it was is tried while nobody can hear it.
    assert len(gated.gate.calls("sendMessage", maryam.id)) == calls
    await maryam.reads()
    await maryam.says("/start")
    await maryam.hears()


async def test_a_deleted_account_ends_nothing_for_others(gated: Gated) -> None:
    story, zahra, narges = gated.story, gated.story.zahra, gated.story.narges
    code = await talk(story, zahra, narges)
    await story.stage.post("deactivate", person=zahra.id)
    await narges.says("سلام")
    await narges.hears(say("family-unreachable", code=code))
    await story.maryam.says("/start")
    await story.maryam.hears(say("intake-consent"))


async def test_a_chat_that_is_not_found_is_told_to_the_counselor(gated: Gated) -> None:
    story, maryam, narges = gated.story, gated.story.maryam, gated.story.narges
    code = await talk(story, maryam, narges)
    lost = refusal(400, "Bad Request: chat not found")
    gated.gate.answers(lost, method="sendMessage", to=maryam.id)
    await narges.says("سلام")
    await narges.hears(say("receipt-failed-unreachable", code=code))
    await maryam.says("من هستم")
    await narges.hears("من هستم")
    await narges.says("خوب شد")
    await maryam.hears("خوب شد")


# The group.


async def test_fifty_cards_follow_the_group_to_its_new_id(
    emulator: Emulator, stage: Stage, tmp_path: Path, sqlite_url: str
) -> None:
    narges = await stage.person("نرگس", id=2001, started=True)
    await stage.person("سارا", id=ADMINISTRATOR, started=True)
    group = await stage.group("مشاوران", [narges], supergroup=False)
    service = Hamdeli(emulator, tmp_path, sqlite_url)
    service.group = group["id"]
    database = await open_database(sqlite_url)
    await migrate(database)
    async with engine(database, tmp_path, service.clock) as middle:
        await middle.staff(2001, Role.COUNSELOR)
        codes = [(await middle.case_of(30_000 + place)).code for place in range(50)]
    await database.close()
    await stage.post("group", chat=group["key"], action="migrate")
    await service.start()
    try:
        for code in codes:
            await narges.in_(group).hears(code, PATIENCE)
        claimed = code_of(await narges.in_(group).chat(), codes)
        await narges.in_(group).presses(say("button-claim"))
        await narges.hears(claimed)
        await narges.in_(group).hears("ش2001")
    finally:
        await service.end()
    sent = [call for call in await stage.calls("sendMessage") if call["ok"]]
    assert str(group["id"]) not in {str(call["chat_id"]) for call in sent}


def code_of(chat: list[Json], codes: list[str]) -> str:
    """The code on the newest card."""
    return next(c for m in reversed(chat) for c in codes if c in words_of(m))


async def test_when_we_are_put_out_of_the_group_danger_still_reaches_a_human(
    gated: Gated,
) -> None:
    story, maryam, zahra = gated.story, gated.story.maryam, gated.story.zahra
    await story.stage.post("group", chat=story.group["key"], action="kick_bot")
    await story.sara.hears(say("group-lost"), PATIENCE)
    code = await story.intake(zahra)
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    await maryam.says("می‌خواهم خودم را بکشم")
    await story.reza.hears(say("alert-suicide"), PATIENCE)
    await story.stage.post("group", chat=story.group["key"], action="add_bot")
    await story.narges.in_(story.group).hears(code, PATIENCE)


# The token, and a second program with it.


async def test_nothing_is_lost_while_our_token_is_refused(gated: Gated) -> None:
    story, maryam, narges = gated.story, gated.story.maryam, gated.story.narges
    code = await talk(story, maryam, narges)
    dead = gated.gate.answers(refusal(401, "Unauthorized"), times=10**6)
    await maryam.says("هستید؟")
    while not (gated.gate.calls("sendMessage") or gated.gate.calls("getUpdates"))[-1].caught:
        await asyncio.sleep(0.05)
    gated.gate.opens()
    heard = await narges.hears("هستید؟", PATIENCE)
    assert code in heard["text"]
    assert dead.left < 10**6
    state = await story.service.state()
    assert set(state["outbox"]) <= {"sent", "waiting", "sending"}
    assert "does not accept our token" in story.service.log()


async def test_a_second_program_with_our_token_takes_nothing_away_for_good(
    gated: Gated, emulator: Emulator
) -> None:
    story, maryam = gated.story, gated.story.maryam
    url = f"{emulator.url}/bot{emulator.token}/getUpdates"
    async with aiohttp.ClientSession() as other:
        for _ in range(3):
            await maryam.says("/start")
            await (await other.post(url, data={"timeout": "0"})).read()
    await maryam.hears("", PATIENCE)
    await maryam.reads()
    await maryam.says("/privacy")
    await maryam.hears(say("privacy").splitlines()[0], PATIENCE)
    assert await story.service.end() == [0]
