"""A messenger full of people: the emulator in this process, and a crowd that fills in forms.

People live inside the emulator's own loop and see what the bot sends the moment it arrives,
so no HTTP of ours stands between a reply and the next answer.
"""

import asyncio
import time
from collections import Counter, deque
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.acting import press, say
from bot.sandbox.events import Hub
from bot.sandbox.server import Emulator
from bot.sandbox.world import Chat, Json, Person

PATIENCE = 20.0
"""Seconds without any reply after which a bot counts as stuck."""


class Stuck(Exception):
    """The bot owes a reply and sends none, or another one than the form says."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One update of a person, and all that the bot sends for it.

    `what`: the words, or a part of the data of the button to press.
    """

    act: str
    what: str
    messages: int = 1
    edits: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """An assessment as people walk it."""

    deeds: tuple[Deed, ...]

    @property
    def updates(self) -> int:
        return len(self.deeds)

    @property
    def calls(self) -> int:
        return sum(deed.messages + deed.edits + deed.answers for deed in self.deeds)


@dataclass(slots=True)
class Walk:
    """One person somewhere in the form."""

    person: Person
    chat: Chat
    place: int = 0
    owed: list[int] = field(default_factory=lambda: [0, 0, 0])
    since: float = 0.0
    keyboard: Json | None = None


class Messenger(Emulator):
    """The emulator, counting the calls of the bot. `polled` is set by the first getUpdates."""

    def __init__(self) -> None:
        super().__init__(lean=True)
        self.calls: Counter[str] = Counter()
        self.polled = asyncio.Event()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        if method.lower() == "getupdates":
            self.polled.set()
        else:
            self.calls[method] += 1
        return await super().handle(request)


class Crowd(Hub):
    """People who answer. They watch the sandbox as its page would, but without a connection."""

    def __init__(self, messenger: Messenger, form: Form) -> None:
        super().__init__()
        self._messenger, self._form = messenger, form
        self._box = messenger.box
        self._box.hub = self
        self._walks: dict[str, Walk] = {}
        self._ready: deque[Walk] = deque()
        self._paced = False
        self._heard_at = time.perf_counter()
        self._trouble = ""
        self.answered = 0
        self.forms = 0
        self.latencies: list[float] = []
        self.active = True

    @property
    def listening(self) -> bool:
        return True

    def emit(self, event: Json) -> None:
        """What the bot sent, seen by whom it is for."""
        walk = self._walks.get(str(event.get("chat")))
        if walk is None:
            return
        match event["kind"]:
            case "message" if event["message"]["from"]["is_bot"]:
                self._settle(walk, 0)
                if event["message"]["buttons"]:
                    walk.keyboard = event["message"]
            case "edit":
                self._settle(walk, 1)
                if event["message"]["buttons"]:
                    walk.keyboard = event["message"]
            case "answer":
                self._settle(walk, 2)
            case _:
                pass

    def everybody_at_once(self, people: int) -> None:
        """So many people fill in forms; whoever is done is followed by somebody new."""
        for _ in range(people):
            self._do(self._newcomer())

    async def at_a_pace(self, per_second: float, seconds: float) -> None:
        """So many updates a second, evenly, whether or not the bot keeps up."""
        self._paced = True
        clock = asyncio.get_running_loop().time
        due, end = clock(), clock() + seconds
        while due < end:
            await asyncio.sleep(max(0.0, due - clock()))
            self._do(self._ready.popleft() if self._ready else self._newcomer())
            due += 1 / per_second
            self._check()

    async def for_a_while(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            await asyncio.sleep(min(left, 0.25))
            self._check()

    def _check(self) -> None:
        if self._trouble:
            raise Stuck(self._trouble)
        if time.perf_counter() - self._heard_at > PATIENCE:
            raise Stuck(f"no reply for {PATIENCE:.0f} seconds; calls: {self._messenger.calls}")

    def _newcomer(self) -> Walk:
        world = self._box.world
        person = world.add_person("Maryam")
        walk = Walk(person, world.by_id[person.id])
        self._walks[walk.chat.key] = walk
        return walk

    def _do(self, walk: Walk) -> None:
        deed = self._form.deeds[walk.place]
        walk.owed = [deed.messages, deed.edits, deed.answers]
        walk.since = time.perf_counter()
        if deed.act == "say":
            say(self._box, walk.person, walk.chat, {"kind": "text", "text": deed.what})
            return
        number, data = _button(walk.keyboard, deed.what)
        if not data:
            self._trouble = f"no button {deed.what!r} at step {walk.place}: {walk.keyboard}"
            return
        press(self._box, walk.person, walk.chat, {"message_id": number, "data": data})

    def _settle(self, walk: Walk, what: int) -> None:
        owed = walk.owed
        owed[what] -= 1
        now = self._heard_at = time.perf_counter()
        if what != 2 and owed[0] <= 0 and owed[1] <= 0:
            self.latencies.append(now - walk.since)
        if max(owed) <= 0:
            asyncio.get_running_loop().call_soon(self._next, walk)

    def _next(self, walk: Walk) -> None:
        if max(walk.owed) > 0:
            return
        self.answered += 1
        walk.place += 1
        if walk.place == len(self._form.deeds):
            self.forms += 1
            del self._walks[walk.chat.key]
            if self._paced:
                return
            walk = self._newcomer()
        if self._paced:
            self._ready.append(walk)
        elif self.active:
            self._do(walk)


def _button(message: Json | None, wanted: str) -> tuple[int, str]:
    """The message, and the data of its first button that holds the wanted part."""
    if message is None:
        return 0, ""
    for row in message["buttons"]:
        for button in row:
            if wanted in button.get("data", ""):
                return message["message_id"], button["data"]
    return message["message_id"], ""
