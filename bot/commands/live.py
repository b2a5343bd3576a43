"""`hamdeli check --live`: asks Bale what nobody could tell us, and says which switch it settles."""

import asyncio
import json
import sys
import time
from collections.abc import Sequence

import aiohttp

from bot import config
from bot.commands.opening import Problem
from bot.messengers import questions
from bot.messengers.questions import Asker, Finding

ASKED_FOR = (
    "/start trial_1-A (also by the link https://ble.ir/YOUR_BOT?start=trial_1-A)",
    "a voice note, a sticker, and a message forwarded from a channel",
    "a post in a channel, and somebody added to a group, where the bot is an administrator",
)
NOT_ASKED = (
    "webhooks (Content-Type, repeats): the service polls on Bale",
    "the longest timeout of getUpdates: ours is bale.poll_timeout; raise it and look at /metrics",
    "how long a press may be answered: we answer at once",
    "somebody whose account was deleted: nobody can be asked for that",
)
PATIENCE = 120.0
"""Seconds in which the operator sends what is asked for."""


async def ask() -> None:
    """Prints each answer. Problem where there is nobody to ask."""
    settings = config.load().bale
    if settings.token is None:
        raise Problem(
            "bale.token: there is none; make a bot for this trial with @botfather in Bale, and put"
            " its token into secrets/bale.token."
        )
    root = f"{settings.api_url}/bot{settings.token.get_secret_value()}"
    async with aiohttp.ClientSession() as session:
        try:
            await _questions(Asker(session, root), settings.counselor_group)
        except (aiohttp.ClientError, TimeoutError) as error:
            # The address in an error's words would hold the token.
            raise Problem(
                f"bale.api_url: no answer ({type(error).__name__}); try again from a machine that"
                " reaches Bale."
            ) from None


async def _questions(asker: Asker, group: int | None) -> None:
    say = sys.stdout.write
    say("Use a bot made for this, with the service stopped: what waits for it is read and gone.\n")
    say("Send the bot now, from Bale:\n")
    for line in ASKED_FOR:
        say(f"  - {line}\n")
    say(f"It listens for {PATIENCE:.0f} seconds.\n")
    chat_id, found = await _listen(asker)
    show(found)
    if chat_id is None:
        raise Problem("bale: nobody wrote in private; run this again and send /start first.")
    show(await questions.of_messages(asker, chat_id))
    show(await questions.of_strangers(asker, chat_id, group))
    show(await questions.of_methods(asker))
    show(await questions.of_extras(asker, chat_id))
    button = {"inline_keyboard": [[{"text": "trial", "callback_data": "trial"}]]}
    await asker.ask("sendMessage", chat_id=chat_id, text="Press this.", reply_markup=button)
    say("Press the button in the chat.\n")
    show((await _listen(asker, until="callback_query"))[1])
    if await _agrees("Send up to 100 messages and a file of 30 MB to this chat?"):
        show(await questions.of_limits(asker, chat_id))
    if await _agrees("Block the bot in Bale. Done?"):
        answer = await asker.ask("sendMessage", chat_id=chat_id, text="trial")
        show([questions.of_blocked(answer)])
    say("Not asked:\n")
    for line in NOT_ASKED:
        say(f"  - {line}\n")


async def _listen(asker: Asker, until: str = "") -> tuple[int | None, list[Finding]]:
    """The private chat that somebody wrote from, and what the updates told."""
    chat_id, found, offset = None, list[Finding](), 0
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        raw = await asker.ask("getUpdates", offset=offset, timeout=5)
        updates = raw.result if isinstance(raw.result, list) else []
        for update in updates:
            offset = max(offset, update.get("update_id", -1) + 1)
            found += questions.of_update(update)
            chat = (update.get("message") or {}).get("chat", {})
            chat_id = chat["id"] if chat.get("type") == "private" else chat_id
        if until and any(until in update for update in updates):
            break
        if not raw.result:
            await asyncio.sleep(1)
    return chat_id, found


async def _agrees(question: str) -> bool:
    sys.stdout.write(f"{question} [y/N] ")
    sys.stdout.flush()
    answer = await asyncio.to_thread(sys.stdin.readline)
    return answer.strip().lower() in ("y", "yes")


def show(found: Sequence[Finding]) -> None:
    """Each question with its answer, and what it settles."""
    for each in found:
        sys.stdout.write(f"\n{each.question}\n  {each.answer}\n")
        if each.switch:
            place = json.dumps(each.position) if each.position else "none of the known ones"
            sys.stdout.write(f"  settles the switch {each.switch}: {place}\n")
