"""The control side: the world, the bot process, the clock, and who may ask."""

import asyncio

import aiohttp
import pytest

from bot.sandbox import Emulator, World
from tests.sandbox.conftest import Api
from tests.stage import Player, Stage


class Process:
    """Stands where the bot process stands, and writes down what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.running = True
        self.pid: int | None = 4711

    async def start(self, clock_offset_ms: int) -> None:
        self._note("start", clock_offset_ms)

    async def stop(self) -> None:
        self._note("stop", 0)

    async def kill(self) -> None:
        self._note("kill", 0)

    async def restart(self, clock_offset_ms: int) -> None:
        self._note("restart", clock_offset_ms)

    async def reset(self, clock_offset_ms: int) -> None:
        self._note("reset", clock_offset_ms)

    def _note(self, what: str, offset: int) -> None:
        self.asked.append((what, offset))
        self.running = what not in ("stop", "kill")


def _seed(world: World) -> None:
    world.add_person("Reza", role="administrator", started=True)


async def test_moving_the_clock_restarts_the_bot_with_the_offset() -> None:
    process = Process()
    async with Emulator(bot=process) as emulator, Stage(emulator.url) as stage:
        await stage.advance(days=1)
        assert process.asked == [("restart", 24 * 3600 * 1000)]
        await stage.post("bot", action="kill")
        assert (await stage.get("world"))["bot"]["running"] is False
        await stage.advance(days=1)
        await stage.post("bot", action="start")
        assert process.asked[1:] == [("kill", 0), ("start", 2 * 24 * 3600 * 1000)]


async def test_a_second_move_waits_until_the_bot_has_come_to_itself() -> None:
    process = Process()
    async with (
        Emulator(bot=process) as emulator,
        Stage(emulator.url) as stage,
        aiohttp.ClientSession(emulator.url) as http,
    ):
        await stage.advance(days=1)
        second = asyncio.create_task(stage.advance(hours=1))
        world = await stage.get("world")
        assert world["bot"]["running"] and not world["bot"]["ready"]
        assert len(process.asked) == 1
        await Api(http, emulator.token).updates()
        await second
        assert process.asked[1:] == [("restart", 25 * 3600 * 1000)]


async def test_a_reset_seeds_the_world_and_the_bot_anew() -> None:
    process = Process()
    async with Emulator(bot=process, seed=_seed) as emulator, Stage(emulator.url) as stage:
        await stage.person("Maryam")
        await stage.advance(days=1)
        await stage.post("reset")
        world = await stage.get("world")
        assert [person["name"] for person in world["people"]] == ["Reza"]
        assert process.asked[-2:] == [("stop", 0), ("reset", 0)]


async def test_without_a_bot_there_is_nothing_to_start(stage: Stage) -> None:
    with pytest.raises(AssertionError, match="no bot is attached"):
        await stage.post("bot", action="start")


async def test_the_clock_cannot_go_back(stage: Stage) -> None:
    with pytest.raises(AssertionError, match="cannot go back"):
        await stage.advance(hours=-1)


async def test_unread_messages_are_counted_until_seen(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await maryam.says("hello")
    for _ in range(2):
        await api("sendMessage", chat_id=maryam.id, text="hi")
    unread = (await stage.get("world"))["unread"][str(maryam.id)]
    assert unread == {maryam.key: 2}
    await stage.post("seen", person=maryam.id, chat=maryam.key)
    assert (await stage.get("world"))["unread"][str(maryam.id)] == {maryam.key: 0}


async def test_the_narrowest_command_menu_is_shown(api: Api, stage: Stage, maryam: Player) -> None:
    for scope, name in (
        ({"type": "default"}, "all"),
        ({"type": "chat", "chat_id": maryam.id}, "own"),
    ):
        commands = [{"command": name, "description": "…"}]
        await api("setMyCommands", commands=commands, scope=scope)
    other = await stage.person("Sara")
    menus = (await stage.get("world"))["commands"]
    assert [menus[str(who.id)][0]["command"] for who in (maryam, other)] == ["own", "all"]


async def test_the_sandbox_listens_on_loopback_only() -> None:
    with pytest.raises(ValueError, match="loopback"):
        await Emulator().start("0.0.0.0")


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example:80"}, {"Origin": "https://evil.example"}]
)
async def test_foreign_pages_cannot_steer_the_sandbox(
    emulator: Emulator, headers: dict[str, str]
) -> None:
    async with (
        aiohttp.ClientSession(emulator.url) as http,
        http.get("/sandbox/world", headers=headers) as response,
    ):
        assert response.status == 403


async def test_the_page_folder_cannot_be_left(emulator: Emulator) -> None:
    for path in ("/page/../server.py", "/page/%2e%2e/server.py", "/page/nothing.js", "/etc"):
        async with aiohttp.ClientSession() as http, http.get(emulator.url + path) as response:
            assert response.status == 404


async def test_requests_without_sense_are_answered_with_a_reason(stage: Stage) -> None:
    for call, body in (("send", {"person": 1}), ("people", {}), ("rain", {}), ("press", {})):
        with pytest.raises(AssertionError, match=f"{call}: "):
            await stage.post(call, **body)


async def test_who_has_not_pressed_start_cannot_write(stage: Stage) -> None:
    sara = await stage.person("Sara")
    with pytest.raises(AssertionError, match="has to press Start"):
        await sara.says("hello?")


async def test_the_call_log_tells_what_was_asked_and_answered(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await api("sendMessage", chat_id=maryam.id, text="hi")
    await api.refusal("sendMessage", chat_id=1, text="hi")
    good, bad = await stage.calls("sendMessage")
    assert (good["ok"], good["params"]["text"]) == (True, "hi")
    assert (bad["error_code"], bad["description"]) == (400, "Bad Request: chat not found")
