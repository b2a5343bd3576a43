"""Trouble on purpose, and the log that tells delivered from lost."""

import asyncio
import json

import aiohttp
import pytest

from bot.sandbox import Emulator
from tests.sandbox.conftest import Api
from tests.stage import Json, Player, Stage

BROKEN = (aiohttp.ClientError, ConnectionError)


async def _only(stage: Stage, kind: str) -> None:
    await stage.faults(errors=1, kinds=[kind], seed=1)


async def test_a_request_may_be_lost_before_anything_happened(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await _only(stage, "drop_before")
    with pytest.raises(BROKEN):
        await api("sendMessage", chat_id=maryam.id, text="x")
    assert await stage.deliveries() == []
    assert await maryam.chat() == []


async def test_an_answer_may_be_lost_after_the_message_arrived(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await _only(stage, "drop_after")
    with pytest.raises(BROKEN):
        await api("sendMessage", chat_id=maryam.id, text="x")
    delivery = (await stage.deliveries())[0]
    assert (delivery["text"], delivery["fault"]) == ("x", "dropped")
    assert len(await maryam.chat()) == 1


@pytest.mark.parametrize("kind", ["500", "502", "504", "html", "truncated"])
async def test_an_answer_that_says_nothing_is_tagged_when_the_message_arrived(
    api: Api, stage: Stage, maryam: Player, kind: str
) -> None:
    await _only(stage, kind)
    for number in range(12):
        url = f"/bot{api.token}/sendMessage"
        body = {"chat_id": maryam.id, "text": str(number)}
        async with api.http.post(url, json=body) as response:
            text = await response.text()
        assert response.status == {"html": 502, "truncated": 200}.get(kind, response.status)
        if kind in ("html", "truncated"):
            with pytest.raises(ValueError):
                json.loads(text)
        else:
            assert json.loads(text)["error_code"] == int(kind)
    deliveries = await stage.deliveries()
    assert 0 < len(deliveries) < 12
    assert {d["fault"] for d in deliveries} == {kind}
    assert [d["text"] for d in deliveries] == [m["text"] for m in await maryam.chat()]


async def test_the_same_seed_brings_the_same_trouble(
    api: Api, stage: Stage, maryam: Player
) -> None:
    async def run() -> list[int]:
        await stage.faults(errors=0.5, kinds=["429", "502"], retry_after=7, seed=11)
        codes = []
        for _ in range(20):
            async with api.http.post(f"/bot{api.token}/getMe") as response:
                codes.append(response.status)
        return codes

    first = await run()
    assert set(first) == {200, 429, 502}
    assert await run() == first


async def test_a_429_names_the_wait_twice(api: Api, stage: Stage, maryam: Player) -> None:
    await stage.faults(errors=1, kinds=["429"], retry_after=7)
    async with api.http.post(f"/bot{api.token}/getMe") as response:
        answer = await response.json()
    assert (answer["parameters"], response.headers["Retry-After"]) == ({"retry_after": 7}, "7")


async def test_updates_whose_answer_was_lost_come_again(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await maryam.says("are you there?")
    await _only(stage, "drop_after")
    with pytest.raises(BROKEN):
        await api.updates()
    await stage.faults(errors=0)
    assert (await api.updates())[0]["message"]["text"] == "are you there?"


async def test_nobody_answers_while_offline(api: Api, stage: Stage, maryam: Player) -> None:
    poll = asyncio.create_task(api.updates(timeout=50))
    await api("getMe")
    await stage.faults(offline=True)
    with pytest.raises(BROKEN):
        await poll
    with pytest.raises(BROKEN):
        await api("getMe")
    await stage.faults(offline=False)
    assert (await api("getMe"))["is_bot"]


async def test_a_revoked_token_is_told_to_everything(api: Api, stage: Stage) -> None:
    await stage.faults(unauthorized=True)
    assert (await api.refusal("getUpdates")).code == 401
    assert (await api.refusal("getMe")).description == "Unauthorized"


async def test_a_wrong_switch_is_refused(stage: Stage) -> None:
    for wrong in ({"offlin": True}, {"kinds": ["rain"]}, {"errors": "many"}, {"offline": 1}):
        with pytest.raises(AssertionError, match="faults: "):
            await stage.faults(**wrong)


async def test_a_message_whose_answer_nobody_read_is_marked_in_flight(
    emulator: Emulator, stage: Stage, maryam: Player
) -> None:
    body = json.dumps({"chat_id": maryam.id, "text": "x"}).encode()
    _, writer = await asyncio.open_connection("127.0.0.1", emulator.port)
    head = f"POST /bot{emulator.token}/sendMessage HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    kind = "Content-Type: application/json\r\n"
    writer.write(f"{head}{kind}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    writer.close()
    lost: list[Json] = []
    async with asyncio.timeout(15):
        while not lost:
            lost = [d for d in await stage.deliveries() if d["lost_after_ms"] is not None]
    assert lost[0]["text"] == "x"


async def test_a_message_whose_connection_lives_on_is_not_in_flight(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await api("sendMessage", chat_id=maryam.id, text="x")
    await api("getMe")
    await api.http.close()
    await stage.person("Sara")
    assert (await stage.deliveries())[0]["lost_after_ms"] is None
