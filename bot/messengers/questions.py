"""What only the live Bale can answer, and which switch of the emulator each answer settles.

Asked once, of a bot made for it and thrown away afterwards: answers are shown as they came.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

LONGEST = 60.0
TRIAL_WALLET = "WALLET-TEST-" + "1" * 16
"""Documented for trials: no money moves with it."""
STRANGER = 1
"""An account that has never written to this bot."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer as it came: nothing is put right."""

    status: int
    kind: str
    text: str

    @property
    def result(self) -> Any:
        """What stands under `result`, or None."""
        try:
            return json.loads(self.text)["result"]
        except (ValueError, KeyError, TypeError):
            return None


@dataclass(frozen=True, slots=True)
class Finding:
    """One answered question: the switch it settles and the position, where it settles one."""

    question: str
    answer: str
    switch: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """Calls methods of one bot and shows what came back."""

    session: aiohttp.ClientSession
    root: str
    """`<api_url>/bot<TOKEN>`"""

    async def ask(self, method: str, **given: Any) -> Raw:
        """One call, with nested values as JSON. aiohttp.ClientError where nothing came back."""
        fields = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in given.items()
        }
        timeout = aiohttp.ClientTimeout(total=LONGEST)
        async with self.session.post(
            f"{self.root}/{method}", data=fields, timeout=timeout
        ) as answer:
            return Raw(answer.status, answer.content_type, await answer.text(errors="replace"))

    async def upload(self, chat_id: int, size: int) -> Raw:
        """A document of so many bytes of nothing."""
        form = aiohttp.FormData({"chat_id": str(chat_id)})
        form.add_field("document", io.BytesIO(bytes(size)), filename="trial.bin")
        timeout = aiohttp.ClientTimeout(total=600)
        async with self.session.post(
            f"{self.root}/sendDocument", data=form, timeout=timeout
        ) as answer:
            return Raw(answer.status, answer.content_type, await answer.text(errors="replace"))


def of_update(update: Mapping[str, Any]) -> list[Finding]:
    """What one raw update tells."""
    shown = json.dumps(update, ensure_ascii=False)
    found = []
    if isinstance(press := update.get("callback_query"), Mapping):
        instance = press.get("chat_instance")
        place = "absent" if instance is None else "set" if instance else "empty"
        found.append(Finding("a press", shown, "chat_instance", place))
    message = update.get("message") or update.get("channel_post") or {}
    if isinstance(voice := message.get("voice"), Mapping):
        place = "set" if "duration" in voice else "absent"
        found.append(Finding("a voice note", shown, "voice_duration", place))
    if str(message.get("text", "")).startswith("/"):
        kinds = [each.get("type") for each in message.get("entities", [])]
        place = "set" if "bot_command" in kinds else "absent"
        found.append(Finding("a typed command", shown, "command_entities", place))
    if message.get("chat", {}).get("type") == "channel":
        place = "channel_post" if "channel_post" in update else "message"
        found.append(Finding("a post of a channel", shown, "channel_post", place))
    names = ("sticker", "forward_from", "forward_from_chat", "new_chat_members")
    found += [Finding(name.replace("_", " "), shown) for name in names if name in message]
    return found


async def of_messages(asker: Asker, chat_id: int) -> list[Finding]:
    """Sends, edits and replies in the chat of whoever asks."""
    first = await asker.ask("sendMessage", chat_id=chat_id, text="trial 1")
    number = (first.result or {}).get("message_id", 0)
    edited = await asker.ask(
        "editMessageText", chat_id=chat_id, message_id=number, text="trial 1, edited"
    )
    newer = await asker.ask(
        "sendMessage", chat_id=chat_id, text="trial 2", reply_parameters={"message_id": number}
    )
    older = await asker.ask(
        "sendMessage", chat_id=chat_id, text="trial 3", reply_to_message_id=number
    )
    obeyed = "obeyed" if "reply_to_message" in (newer.result or {}) else "ignored"
    html = await asker.ask("sendMessage", chat_id=chat_id, text="<b>x</b>", parse_mode="HTML")
    stray = await asker.ask("sendMessage", chat_id=chat_id, text="a * b _ c ` d [ e")
    return [
        Finding("the result of an edit", edited.text, "edit_result", _stub(edited.result)),
        Finding("a reply by reply_parameters", newer.text, "reply_parameters", obeyed),
        Finding("a reply by reply_to_message_id", older.text),
        Finding("parse_mode=HTML", html.text),
        Finding("stray marks", _short(stray)),
    ]


def _stub(result: Any) -> str:
    if not isinstance(result, Mapping):
        return "bare_stub"
    if result.get("message_id") and "text" in result:
        return "full"
    return "dated_stub" if "date" in result else "bare_stub"


async def of_strangers(asker: Asker, chat_id: int, group: int | None) -> list[Finding]:
    """Who is not there, and what is said about chats."""
    never = await asker.ask("sendMessage", chat_id=STRANGER, text="trial")
    found = [
        Finding("a message to somebody who never started", _short(never)),
        Finding("getChat", _short(await asker.ask("getChat", chat_id=chat_id))),
        Finding("getWebhookInfo", _short(await asker.ask("getWebhookInfo"))),
    ]
    if group is not None:
        member = await asker.ask("getChatMember", chat_id=group, user_id=STRANGER)
        place = "left" if member.status == 200 else "404" if member.status == 404 else ""
        link = await asker.ask("createChatInviteLink", chat_id=group)
        found += [
            Finding("getChatMember of a stranger", _short(member), "stranger", place),
            Finding("createChatInviteLink", _short(link)),
        ]
    return found


async def of_methods(asker: Asker) -> list[Finding]:
    """What it says to a method that it does not know."""
    unknown = await asker.ask("thereIsNoSuchMethod")
    menu = await asker.ask("setMyCommands", commands=[{"command": "help", "description": "x"}])
    return [
        Finding("an unknown method", _short(unknown)),
        Finding("setMyCommands", _short(menu)),
    ]


async def of_extras(asker: Asker, chat_id: int) -> list[Finding]:
    """What Bale has besides: the form for reviews, and the wallet with its token for trials."""
    review = await asker.ask("askReview", user_id=chat_id, delay_seconds=1)
    bill = await asker.ask(
        "sendInvoice", chat_id=chat_id, title="trial", description="no money moves",
        payload="trial", provider_token=TRIAL_WALLET, prices=[{"label": "trial", "amount": 10_000}],
    )  # fmt: skip
    unknown = await asker.ask("inquireTransaction", transaction_id="trial")
    return [
        Finding("askReview (did the form come up?)", _short(review)),
        Finding("sendInvoice with the token for trials", _short(bill)),
        Finding("inquireTransaction of what is not there", _short(unknown)),
    ]


async def of_limits(asker: Asker, chat_id: int, most: int = 100) -> list[Finding]:
    """A burst until it says stop, and a large file."""
    for place in range(most):
        answer = await asker.ask("sendMessage", chat_id=chat_id, text=f"burst {place + 1}")
        if answer.status != 200:
            said = f"number {place + 1}: {_short(answer)}"
            burst = Finding("a burst", said, "too_many", _too_many(answer))
            break
    else:
        burst = Finding("a burst", f"{most} messages were taken")
    large = await asker.upload(chat_id, 30 * 1024 * 1024)
    return [burst, Finding("a file of 30 MB", _short(large))]


def _too_many(answer: Raw) -> str:
    if not answer.text.lstrip().startswith("{"):
        return "text"
    return "json" if "retry_after" in answer.text else "bare_json"


def of_blocked(answer: Raw) -> Finding:
    """What a send to somebody who has blocked the bot comes to."""
    known = ("permission_denied", "bot was blocked by the user")
    place = next((words for words in known if words in answer.text), "")
    return Finding("a message to somebody who blocked the bot", _short(answer), "blocked", place)


def _short(answer: Raw) -> str:
    return f"HTTP {answer.status}, {answer.kind}: {answer.text[:600]}"
