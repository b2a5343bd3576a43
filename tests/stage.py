"""The driver of story tests: people who write, press, hear, on a sandbox behind a control URL.

    async with Stage(emulator.url) as stage:
        maryam = await stage.person("Maryam")
        await maryam.says("/start")
        await maryam.hears("welcome")
        await maryam.presses("I agree")

Nothing here sleeps: whoever waits is woken by the event stream of the sandbox.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from types import TracebackType
from typing import Any, TypeAlias, TypeVar

import aiohttp

from tests.marks import unmarked

Json: TypeAlias = dict[str, Any]
Found = TypeVar("Found")

PATIENCE_SECONDS = 60.0
_NEWS = frozenset(("message", "edit", "delete", "answer", "reaction", "pin", "bot", "reset"))


class Stage:
    """A sandbox seen from the seats of the people in it. When the curtain falls, every request
    of the bot that the emulator's validator found wrong fails the test (unless `lenient`)."""

    def __init__(self, url: str, *, lenient: bool = False) -> None:
        self.url = url
        self.lenient = lenient
        self.answers: dict[str, Json] = {}
        self._changed = asyncio.Event()
        self._http: aiohttp.ClientSession | None = None
        self._listener: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Stage":
        self._http = aiohttp.ClientSession(self.url, timeout=aiohttp.ClientTimeout(total=60))
        listening = asyncio.Event()
        self._listener = asyncio.create_task(self._listen(listening))
        await asyncio.wait_for(listening.wait(), PATIENCE_SECONDS)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        problems: list[str] = []
        if kind is None and not self.lenient:
            problems = (await self.get("calls", limit=0))["problems"]
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)
        await self._session.close()
        assert not problems, "the bot sent wrong requests:\n" + "\n".join(problems)

    async def person(self, name: str, /, **known: Any) -> "Player":
        """A new person; `started=True` for somebody who has pressed Start before."""
        return Player(self, await self.post("people", name=name, **known))

    async def known(self, name: str) -> "Player":
        """Somebody who is in the world already, for example by its seed."""
        people = (await self.get("world"))["people"]
        return Player(self, next(person for person in people if person["name"] == name))

    async def group(self, title: str, members: Iterable["Player"] = (), **known: Any) -> Json:
        """A group with the bot in it, an administrator unless `bot_is_admin=False`."""
        ids = [member.id for member in members]
        return await self.post("groups", title=title, members=ids, **known)

    async def advance(self, *, hours: float = 0, days: float = 0, seconds: float = 0) -> None:
        total = seconds + 3600 * (hours + 24 * days)
        await self.post("clock", advance_seconds=total)

    async def faults(self, **switches: Any) -> Json:
        return await self.post("faults", **switches)

    async def calls(self, method: str | None = None) -> list[Json]:
        """The newest requests of the bot, oldest first."""
        calls: list[Json] = (await self.get("calls", limit=2000))["calls"]
        return [call for call in calls if method in (None, call["method"])]

    async def deliveries(self) -> list[Json]:
        found: list[Json] = (await self.get("deliveries"))["deliveries"]
        return found

    async def post(self, call: str, /, **body: Any) -> Json:
        """A control request; AssertionError with the reason when it is refused."""
        async with self._session.post(f"/sandbox/{call}", json=body) as response:
            return await _accepted(call, response)

    async def get(self, call: str, /, **query: Any) -> Json:
        async with self._session.get(f"/sandbox/{call}", params=query) as response:
            return await _accepted(call, response)

    async def until(
        self,
        look: Callable[[], Awaitable[Found | None]],
        complaint: Callable[[], Awaitable[str]],
        within: float = PATIENCE_SECONDS,
    ) -> Found:
        """Looks again after each event until something is found; AssertionError when not."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + within
        while True:
            changed = self._changed
            found = await look()
            if found is not None:
                return found
            try:
                await asyncio.wait_for(changed.wait(), max(0.0, deadline - clock()))
            except TimeoutError:
                raise AssertionError(await complaint()) from None

    @property
    def _session(self) -> aiohttp.ClientSession:
        assert self._http is not None, "use `async with Stage(url)`"
        return self._http

    async def _listen(self, listening: asyncio.Event) -> None:
        endless = aiohttp.ClientTimeout(total=None)
        async with self._session.get("/sandbox/events", timeout=endless) as stream:
            async for line in stream.content:
                listening.set()
                if line.startswith(b"data: "):
                    self._notice(json.loads(line[6:]))

    def _notice(self, event: Json) -> None:
        if event["kind"] == "answer":
            self.answers[event["press_id"]] = event
        if event["kind"] in _NEWS:
            before, self._changed = self._changed, asyncio.Event()
            before.set()


class Player:
    """One person, in one chat: the private chat with the bot, or a group by `in_`."""

    def __init__(self, stage: Stage, person: Json, chat: str | None = None) -> None:
        self.stage = stage
        self.id: int = person["id"]
        self.name: str = person["name"]
        self.key = chat or f"p{self.id}"
        self._person = person
        self._mark = 0

    def in_(self, group: Json) -> "Player":
        """The same person with their eyes on a group."""
        return Player(self.stage, self._person, group["key"])

    async def says(self, text: str, *, reply_to: Json | None = None) -> Json:
        return await self.sends("text", text=text, reply_to=reply_to)

    async def sends(self, kind: str, /, *, reply_to: Json | None = None, **content: Any) -> Json:
        """Any kind of message; the sandbox makes a sample of media without `data` (base64)."""
        quoted = None if reply_to is None else reply_to["message_id"]
        return await self._deed("send", kind=kind, reply_to=quoted, **content)

    async def sends_voice(self, **content: Any) -> Json:
        return await self.sends("voice", **content)

    async def sends_photo(self, caption: str | None = None, album: str | None = None) -> Json:
        """Photos with the same `album` belong together."""
        return await self.sends("photo", caption=caption, album=album)

    async def edits(self, message: Json, text: str) -> Json:
        name = "text" if message["text"] is not None else "caption"
        return await self._deed("edit", message_id=message["message_id"], **{name: text})

    async def blocks(self, blocked: bool = True) -> None:
        await self.stage.post("block", person=self.id, blocked=blocked)

    async def presses(
        self,
        label: str | None = None,
        *,
        data: str | None = None,
        answered: bool = True,
        within: float = PATIENCE_SECONDS,
    ) -> str | None:
        """Presses the newest button whose label contains `label` (or that sends `data`), and
        returns what the bot said to the press. On a reply keyboard the label is sent."""

        message, button = await self.finds(label, data, within)
        if "data" not in button:
            await self.says(button["text"])
            return None
        press = await self._deed("press", message_id=message["message_id"], data=button["data"])
        return await self.answer_to(press, within) if answered else None

    async def finds(
        self, label: str | None, data: str | None = None, within: float = PATIENCE_SECONDS
    ) -> tuple[Json, Json]:
        """The newest button as `presses` would find it, once it is there, and its message."""

        async def look() -> tuple[Json, Json] | None:
            return _newest_button(await self.chat(), label, data)

        async def complaint() -> str:
            return f"{self.name} found no button {label or data!r}\n{await self.dialogue()}"

        return await self.stage.until(look, complaint, within)

    async def forges(self, message: Json, data: str) -> Json:
        """A press with data that no button has, as a hostile client could send it."""
        where = message["message_id"]
        return await self._deed("press", message_id=where, data=data, forged=True)

    async def answer_to(self, press: Json, within: float = PATIENCE_SECONDS) -> str | None:
        async def look() -> Json | None:
            return self.stage.answers.get(press["id"])

        async def complaint() -> str:
            return f"the bot left a press of {self.name} spinning\n{await self.dialogue()}"

        answer = await self.stage.until(look, complaint, within)
        return None if answer["text"] is None else unmarked(answer["text"])

    async def hears(self, part: str = "", within: float = PATIENCE_SECONDS) -> Json:
        """The next message or edit of the bot that contains `part`; everything up to it counts
        as read, so that the same words must be said again to be heard again."""
        wanted = unmarked(part)

        async def look() -> Json | None:
            fresh = (m for m in await self.chat() if m["rev"] > self._mark and m["from"]["is_bot"])
            said = (m for m in fresh if wanted in words_of(m))
            return min(said, key=lambda m: m["rev"], default=None)

        async def complaint() -> str:
            return f"{self.name} did not hear {part!r} in time\n{await self.dialogue()}"

        heard = await self.stage.until(look, complaint, within)
        self._mark = heard["rev"]
        return heard

    async def reads(self) -> None:
        """Counts everything so far as read: `hears` then waits for something newer."""
        self._mark = max((message["rev"] for message in await self.chat()), default=0)

    async def chat(self) -> list[Json]:
        """What this person sees now, oldest first, without deleted messages."""
        found = await self.stage.get("messages", person=self.id, chat=self.key)
        return [message for message in found["messages"] if not message["deleted"]]

    async def buttons(self) -> list[str]:
        """The labels of the newest inline keyboard, else of the newest reply keyboard."""
        messages = list(reversed(await self.chat()))
        inline = [m["buttons"] for m in messages if m["buttons"]]
        reply = [m["keyboard"]["rows"] for m in messages if (m["keyboard"] or {}).get("rows")]
        rows: list[list[Json]] = next(iter([*inline, *reply]), [])
        return [unmarked(button["text"]) for row in rows for button in row]

    async def dialogue(self) -> str:
        """The whole chat as a readable text."""
        return "\n".join(_line(message) for message in await self.chat()) or "(an empty chat)"

    async def _deed(self, call: str, /, **what: Any) -> Json:
        what = {key: value for key, value in what.items() if value is not None}
        return await self.stage.post(call, person=self.id, chat=self.key, **what)


def words_of(message: Json) -> str:
    """Text or caption without direction marks."""
    return unmarked(message["text"] or message["caption"] or "")


def _newest_button(
    messages: list[Json], label: str | None, data: str | None
) -> tuple[Json, Json] | None:
    for message in reversed(messages):
        keyboard = (message["keyboard"] or {}).get("rows") or []
        for button in (b for row in [*(message["buttons"] or []), *keyboard] for b in row):
            named = label is not None and unmarked(label) in unmarked(button["text"])
            if "url" not in button and (named or (data is not None and button.get("data") == data)):
                return message, button
    return None


def _line(message: Json) -> str:
    buttons = "".join(f" [{unmarked(b['text'])}]" for row in message["buttons"] or () for b in row)
    kind = "" if message["kind"] == "text" else f"({message['kind']}) "
    kind += "(edited) " * bool(message["edited_at"])
    return f"{message['from']['name']}: {kind}{words_of(message)}{buttons}"


async def _accepted(name: str, response: aiohttp.ClientResponse) -> Json:
    answer: Json = await response.json()
    assert response.status == 200, f"{name}: {answer.get('error')}"
    return answer
