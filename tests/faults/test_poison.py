"""Updates that should not exist: they stay alone, and everything behind them goes on."""

import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from bot.domain.outgoing import Text
from tests.faults.engine import (
    ADMINISTRATOR,
    GROUP,
    SUPERGROUP,
    Engine,
    Json,
    buttons_of,
    person,
    presses,
    private,
    says,
    update,
)
from tests.service.house import Story, say

_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, 2**64, -(2**70), 1.5, float("inf"), "", "x", "\ud800",
    "\udfff\ud800", "a\x00b", "\u202e", "9" * 400, [], [None], [[[[]]]], [{"type": 5}], {},
    {"id": {}}, {"id": None}, {"id": "7"}, {"type": "private"}, {"a": {"b": {"c": None}}},
)  # fmt: skip


def _bodies(account: int) -> list[Json]:
    """One update of every kind we ask for, as it should be."""
    mine, sender, photo = private(account), person(account), {"file_id": "f", "width": 1}
    base = {"message_id": 1, "from": sender, "chat": mine, "date": 1}
    quoted = {**base, "text": "?"}
    bold = [{"type": "bold", "offset": 0, "length": 2}]
    gone = {"user": person(account), "status": "left"}
    blocked = {"user": person(424242), "status": "kicked"}
    return [
        update("message", {**base, "text": "سلام", "entities": bold, "reply_to_message": quoted}),
        update("message", {**base, "photo": [photo], "caption": "x", "media_group_id": "9"}),
        update("message", {**base, "voice": {"file_id": "v", "duration": 3}}),
        update("message", {**base, "location": {"latitude": 1.0, "longitude": 2.0}}),
        update("message", {**base, "contact": {"phone_number": "1", "first_name": "x"}}),
        update("message", {**base, "chat": SUPERGROUP, "left_chat_member": sender}),
        update("message", {**base, "chat": SUPERGROUP, "migrate_to_chat_id": GROUP}),
        update("edited_message", {**base, "text": "سلام", "edit_date": 2}),
        presses(account, "1.m.start"),
        update("my_chat_member", {"chat": mine, "from": sender, "new_chat_member": blocked}),
        update("chat_member", {"chat": SUPERGROUP, "from": sender, "new_chat_member": gone}),
    ]


def _spoil(update: Json, chance: random.Random) -> Json:
    """The update with one value, at any depth, missing or of another kind."""
    places: list[tuple[Any, Any]] = []

    def walk(part: Any) -> None:
        for key in part if isinstance(part, dict) else range(len(part)):
            places.append((part, key))
            if isinstance(part[key], dict | list):
                walk(part[key])

    walk(update)
    holder, key = chance.choice([(h, k) for h, k in places if k != "update_id"])
    if isinstance(holder, dict) and chance.random() < 0.2:
        del holder[key]
    else:
        holder[key] = deepcopy(chance.choice(_ODD))
    return update


async def test_one_odd_update_in_twenty_disturbs_nobody_else(middle: Engine) -> None:
    chance = random.Random(4)
    families = list(range(5001, 5021))
    stream: list[Json] = []
    for place in range(3000):
        if place % 20 == 19:
            stream.append(_spoil(chance.choice(_bodies(9000 + place)), chance))
        else:
            stream.append(says(families[place % 20 % 19], f"/status {place}"))
    await middle.receives(*stream)
    assert await middle.count("inbox", "state = 'new'") == 0
    assert await middle.count("inbox", "state = 'done'") >= 2850
    answers = [row for row in await middle.owes() if row.chat_id in families]
    assert len(answers) == 2850


async def test_a_thousand_odd_updates_of_people_we_talk_with_end_nothing(middle: Engine) -> None:
    chance = random.Random(8)
    await middle.case_of(6001)
    await middle.receives(says(6002, "/start"), presses(6002, "1.m.start"))
    for start in range(0, 1000, 100):
        spoiled = []
        for place in range(start, start + 100):
            spoiled.append(_spoil(chance.choice(_bodies(6001 + place % 2)), chance))
        await middle.receives(*spoiled)
    assert await middle.count("inbox", "state = 'new'") == 0
    before = len(await middle.owes())
    await middle.receives(says(6003, "/start"))
    assert len(await middle.owes()) > before


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(lambda: says(7001, "سلام", reply_to_message={"message_id": 2**70}), id="huge"),
        pytest.param(lambda: says(7001, "سلام", reply_to_message={"message_id": {}}), id="object"),
        pytest.param(lambda: says(7001, "سلام", media_group_id="a\x00\ud800"), id="album"),
        pytest.param(lambda: says(7001, "سلام", message_id="\ud800"), id="half a character"),
        pytest.param(lambda: presses(7001, "1.m.start", message_id=2**70), id="press"),
        pytest.param(lambda: says(7001, "سلام \ud83d \x00 آخر"), id="text"),
        pytest.param(lambda: says(7001, "سلام", date="\udc00\ud800"), id="date"),
        pytest.param(lambda: says(7001, "سلام", entities=[{"type": "bold"}]), id="entities"),
    ],
)
async def test_an_odd_field_never_holds_up_the_chat(
    middle: Engine, odd: Callable[[], Json]
) -> None:
    await middle.case_of(7001)
    await middle.receives(odd(), says(7001, "/status"), says(7002, "/start"))
    assert await middle.count("inbox", "state = 'new'") == 0
    told = [row.chat_id for row in await middle.owes()]
    assert {7001, 7002} <= set(told)


async def test_a_text_with_half_characters_can_be_sent_on(middle: Engine) -> None:
    await middle.case_of(7001)
    await middle.receives(says(7001, "پسرم \ud83d خوب نیست"))
    rows = await middle.tools.database.read("SELECT id, body FROM relay")
    kept = middle.tools.sealer.open(rows[0]["body"], f"relay.body:{rows[0]['id']}")
    assert "خوب نیست" in kept
    kept.encode()


async def test_a_parked_message_is_sealed_and_told_with_the_emergency_numbers(
    middle: Engine,
) -> None:
    await _spoil_session(middle, 8001)
    await middle.receives(says(8001, "کسی هست؟"), says(8002, "/start"))
    (parked,) = await middle.tools.database.read("SELECT * FROM inbox WHERE state = 'poison'")
    assert "کسی" not in str(dict(parked))
    opened = middle.tools.sealer.open(parked["payload"], f"inbox.payload:{parked['id']}")
    assert "کسی هست" in opened
    owed = await middle.owes()
    apology = next(row.message for row in owed if row.kind == "safety")
    assert isinstance(apology, Text)
    assert say("parked") in apology.text
    assert "115" in apology.text or "۱۱۵" in apology.text
    told = [row.message for row in owed if row.chat_id == ADMINISTRATOR]
    assert any(str(parked["id"]) in getattr(message, "text", "") for message in told)
    assert any(row.chat_id == 8002 for row in owed)


async def test_whoever_could_not_be_understood_once_is_understood_the_next_time(
    middle: Engine,
) -> None:
    await _spoil_session(middle, 8001)
    await middle.receives(says(8001, "کسی هست؟"))
    await middle.receives(says(8001, "/start"))
    answers = [row.message for row in await middle.owes() if row.chat_id == 8001]
    assert buttons_of(answers[-1:])
    assert await middle.count("inbox", "state = 'poison'") == 1


async def _spoil_session(middle: Engine, account: int) -> None:
    """The person is in the middle of the questions, and their stored place cannot be read."""
    await middle.receives(says(account, "/start"))
    assert await middle.count("sessions") == 1
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE sessions SET body = '1.k1.AAAA'")


async def test_a_message_without_shape_is_told_to_whoever_wrote_it(middle: Engine) -> None:
    await middle.receives(says(8001, "/start"))
    before = len(await middle.owes())
    odd = says(8001, "سلام")
    odd["message"]["text"] = {"odd": True}
    await middle.receives(odd)
    told = (await middle.owes())[before:]
    assert [row.kind for row in told if row.chat_id == 8001] == ["safety"]


async def test_an_update_that_is_delivered_five_times_works_once(middle: Engine) -> None:
    chance = random.Random(5)
    once = [says(9100 + place % 50, "/status") for place in range(1000)]
    await middle.receives(*[u for u in once for _ in range(chance.randint(1, 5))])
    assert await middle.count("inbox") == 1000
    assert await middle.count("outbox", "kind = 'reply'") == 1000


async def test_ids_that_start_anew_after_a_quiet_week_are_not_taken_for_repeats(
    middle: Engine,
) -> None:
    first = [says(9200, "/status") for _ in range(20)]
    await middle.receives(*first)
    again = [says(9200, "/status") for _ in range(20)]
    for old, new in zip(first, again, strict=True):
        new["update_id"] = old["update_id"]
    await middle.receives(*again, *first)
    assert await middle.count("inbox") == 40


async def test_the_service_outlives_a_stream_of_odd_updates(story: Story) -> None:
    chance = random.Random(12)
    for place in range(60):
        odd = _spoil(chance.choice(_bodies(9500 + place)), chance)
        del odd["update_id"]
        await story.stage.post("inject", update=odd)
    deep: Json = {"message": {"text": "x"}}
    for _ in range(400):
        deep = {"message": deep}
    await story.stage.post("inject", update=deep)
    code = await story.intake(story.maryam)
    await story.narges.in_(story.group).hears(code)
    assert await story.service.end() == [0], story.service.log()
