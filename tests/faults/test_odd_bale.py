"""Bale's updates, spoiled in every way: what is good is handled, and nothing waits for ever."""

import json
import random

from bot.domain.people import Platform
from bot.handlers.house import Place
from bot.messengers.platforms import BALE
from bot.messengers.poller import Intake
from tests.faults.engine import BOT, Engine, Json
from tests.messengers.test_bale import UPDATES, spoil

BATCHES, EACH = 10, 100


def good(number: int) -> Json:
    account = 2_000_000_000 + number
    chat = {"id": account, "type": "private"}
    sender = {"id": account, "is_bot": False, "first_name": "x"}
    body = {"message_id": 1, "from": sender, "chat": chat, "date": 1, "text": "/start"}
    return {"update_id": 10**6 + number, "message": body}


async def test_the_good_updates_of_every_batch_are_handled(middle: Engine) -> None:
    middle.tools.house.places[Platform.BALE] = Place("hamdeli_bot", None)  # type: ignore[index]
    middle.intake = Intake(BALE, BOT, middle.tools)
    chance = random.Random(11)
    examples = [vector["update"] for vector in UPDATES.values()]
    for batch in range(BATCHES):
        updates = [json.loads(json.dumps(chance.choice(examples))) for _ in range(EACH)]
        for update in updates:
            spoil(update, chance)
        updates.insert(chance.randrange(EACH), good(batch))
        await middle.receives(*updates)
    assert await middle.count("inbox", "state = 'new'") == 0
    greeted = {owed.chat_id for owed in await middle.owes()}
    assert {good(batch)["message"]["chat"]["id"] for batch in range(BATCHES)} <= greeted
