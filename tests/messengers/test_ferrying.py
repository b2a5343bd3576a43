"""A file goes from one messenger to the other, or it is said why not."""

import base64
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.domain.delivery import TOO_LARGE, NotSent, Refused, Result, Sent
from bot.domain.outgoing import Album, Media, Outgoing
from bot.domain.people import Platform
from bot.endpoints import Bale, Messenger, Telegram
from bot.messengers import papers
from bot.messengers.connection import Connection, connect
from bot.messengers.ferrying import Unfetched, ferried, home, marked
from bot.sandbox import Emulator
from bot.sandbox.acting import say
from bot.sandbox.server import BALE_TOKEN
from tests.stage import Json, Stage

MEBIBYTE = 1024 * 1024


class Sides:
    """Both messengers, somebody on each, and our connections."""

    def __init__(self, stage: Stage, emulator: Emulator, lines: dict[Platform, Connection]) -> None:
        self.stage, self.emulator, self.lines = stage, emulator, lines
        self.next: dict[Platform, int] = {}

    async def send(self, to: Platform, chat: int, message: Outgoing) -> Result:
        line = self.lines[to]
        (bare,) = line.dialect.calls(chat, message, None)
        call = await papers.filled(message, bare, Path())
        try:
            method, given = await ferried(call, to, line.dialect.can, line.shores)
        except Unfetched as error:
            return error.result
        return await line.call(method, given)

    async def file_of(self, platform: Platform, kind: str, size: int = 0) -> str:
        """Somebody new sends a file there: its id, as it is known here."""
        sender = await self.stage.person(f"{kind}{size}", platform=platform.value, started=True)
        box = self.emulator.bale if platform is Platform.BALE else self.emulator.box
        what: Json = {"kind": kind}
        if size:
            what["data"] = base64.b64encode(bytes(size)).decode()
        world = self.emulator.world
        say(box, world.people[sender.id], world.chats[sender.key], what)
        (update,) = await self.lines[platform].updates(self.next.get(platform), 0)
        self.next[platform] = update["update_id"] + 1
        file = update["message"][kind]
        number: str = (file[-1] if kind == "photo" else file)["file_id"]
        return marked(number) if platform is Platform.BALE else number


def line(platform: Platform, emulator: Emulator) -> Connection:
    if platform is Platform.BALE:
        given: Messenger = Bale(
            token=SecretStr(BALE_TOKEN), api_url=emulator.url, file_url=emulator.url
        )
    else:
        token = SecretStr(emulator.token)
        given = Telegram(token=token, api_url=emulator.url, file_url=emulator.url)
    return connect(given, platform)


@pytest.fixture
async def sides() -> AsyncIterator[Sides]:
    async with AsyncExitStack() as stack:
        emulator = await stack.enter_async_context(Emulator())
        stage = await stack.enter_async_context(Stage(emulator.url))
        lines = {platform: line(platform, emulator) for platform in Platform}
        for platform, each in lines.items():
            await each.open()
            stack.push_async_callback(each.close)
            each.shores.update({p: o.shore() for p, o in lines.items() if p is not platform})
        yield Sides(stage, emulator, lines)


def other(platform: Platform) -> Platform:
    return Platform.BALE if platform is Platform.TELEGRAM else Platform.TELEGRAM


@pytest.mark.parametrize("source", Platform)
async def test_each_kind_of_file_stays_what_it_is(sides: Sides, source: Platform) -> None:
    reader = await sides.stage.person("خواننده", platform=other(source).value, started=True)
    for kind in ("photo", "voice", "audio", "video", "document"):
        media = Media(kind, await sides.file_of(source, kind), "زیرنویس")
        result = await sides.send(other(source), reader.id, media)
        assert isinstance(result, Sent)
        assert result.message_ids
        newest: Json = (await reader.chat())[-1]
        assert (newest["kind"], newest["caption"]) == (kind, "زیرنویس")


async def test_the_bytes_are_the_same_on_the_other_side(sides: Sides) -> None:
    reader = await sides.stage.person("خواننده", started=True)
    file_id = await sides.file_of(Platform.BALE, "document", 3 * MEBIBYTE)
    await sides.send(Platform.TELEGRAM, reader.id, Media("document", file_id))
    shown: Json = (await reader.chat())[-1]["file"]
    assert shown["size"] == 3 * MEBIBYTE


async def test_an_album_of_both_homes_stays_one(sides: Sides) -> None:
    reader = await sides.stage.person("خواننده", started=True)
    here = await sides.file_of(Platform.TELEGRAM, "photo")
    there = await sides.file_of(Platform.BALE, "photo")
    album = Album((Media("photo", here, "یک"), Media("photo", there)))
    result = await sides.send(Platform.TELEGRAM, reader.id, album)
    assert isinstance(result, Sent)
    assert len(result.message_ids) == 2


async def test_what_is_too_large_is_refused_before_it_moves(sides: Sides) -> None:
    reader = await sides.stage.person("خواننده", started=True)
    large = await sides.file_of(Platform.BALE, "document", 21 * MEBIBYTE)
    message = Media("document", large)
    assert await sides.send(Platform.TELEGRAM, reader.id, message) == Refused(TOO_LARGE)
    assert await reader.chat() == []


async def test_while_its_messenger_is_silent_the_letter_waits(sides: Sides) -> None:
    reader = await sides.stage.person("خواننده", platform="bale", started=True)
    file_id = await sides.file_of(Platform.TELEGRAM, "voice")
    await sides.stage.faults(offline=True)
    result = await sides.send(Platform.BALE, reader.id, Media("voice", file_id))
    assert isinstance(result, NotSent)
    await sides.stage.faults(offline=False)
    again = await sides.send(Platform.BALE, reader.id, Media("voice", file_id))
    assert isinstance(again, Sent)


async def test_a_messenger_that_is_switched_off_gives_nothing(sides: Sides) -> None:
    call = "sendVoice", {"chat_id": 1, "voice": marked("x")}
    can = sides.lines[Platform.TELEGRAM].dialect.can
    with pytest.raises(Unfetched) as caught:
        await ferried(call, Platform.TELEGRAM, can, {})
    assert isinstance(caught.value.result, Refused)


def test_an_id_says_where_it_lies() -> None:
    assert home("AgAC") == (Platform.TELEGRAM, "AgAC")
    assert home(marked("1:-2:1")) == (Platform.BALE, "1:-2:1")
