"""People who talk to the bot while a broadcast runs, and how long each of them waits for a reply.

They live in the loop of the emulator, and see what arrives the moment it does.
"""

import asyncio
import time
from dataclasses import dataclass, field

from bot.sandbox import Chat, Emulator, Person
from bot.sandbox.acting import press
from bot.sandbox.acting import say as says
from bot.sandbox.events import Hub
from bot.sandbox.world import Json
from tests.service.house import say
from tests.stage import words_of

STEPS = ("intake-consent-now", "intake-who-self", "intake-danger-no", "button-skip")
DANGER = "می‌خواهم خودم را بکشم"
DANGER_EVERY = 100
"""One in so many newcomers speaks of danger at once."""


@dataclass(frozen=True, slots=True)
class Wait:
    """From words or a press to the reply (seconds of a monotonic clock)."""

    began: float
    ended: float
    danger: bool

    @property
    def seconds(self) -> float:
        return self.ended - self.began


@dataclass(slots=True, eq=False)
class _Talk:
    person: Person
    chat: Chat
    danger: bool
    step: int = 0
    since: float | None = None
    question: Json = field(default_factory=dict)


class Talkers(Hub):
    """Who is awaited hears on the page, as always; those in `unheard` only count."""

    def __init__(self, emulator: Emulator, unheard: set[str]) -> None:
        super().__init__()
        self._box, self._page, self._unheard = emulator.box, emulator.box.hub, unheard
        self._box.hub = self
        self._talks: dict[str, _Talk] = {}
        self._ready: list[_Talk] = []
        self._met = 0
        self.waits: list[Wait] = []
        self.silent = False
        """Nobody says anything, for example while nobody can be answered."""

    @property
    def listening(self) -> bool:
        return True

    def emit(self, event: Json) -> None:
        chat = str(event.get("chat"))
        talk = self._talks.get(chat)
        if talk is not None:
            self._hears(talk, event)
        elif chat not in self._unheard:
            self._page.emit(event)

    async def at_a_pace(self, per_second: float) -> None:
        """So many messages a second from people, whether or not they are answered."""
        clock = asyncio.get_running_loop().time
        due = clock()
        while True:
            due = max(due + 1 / per_second, clock() - 1)
            await asyncio.sleep(max(0.0, due - clock()))
            if not self.silent:
                self._does(self._ready.pop() if self._ready else self._newcomer())

    def _newcomer(self) -> _Talk:
        self._met += 1
        world = self._box.world
        person = world.add_person(f"تازه {self._met}")
        talk = _Talk(person, world.by_id[person.id], self._met % DANGER_EVERY == 0)
        self._talks[talk.chat.key] = talk
        return talk

    def _does(self, talk: _Talk) -> None:
        talk.since = time.monotonic()
        if talk.step == 0 or talk.danger:
            words = DANGER if talk.danger and talk.step else "/start"
            says(self._box, talk.person, talk.chat, {"kind": "text", "text": words})
            return
        data = _button(talk.question, say(STEPS[talk.step - 1]))
        deed = {"message_id": talk.question["message_id"], "data": data}
        press(self._box, talk.person, talk.chat, deed)

    def _hears(self, talk: _Talk, event: Json) -> None:
        said = event.get("message", {})
        if event["kind"] != "message" or not said["from"]["is_bot"]:
            return
        if talk.since is not None:
            danger = talk.danger and talk.step > 0
            self.waits.append(Wait(talk.since, time.monotonic(), danger))
            talk.since, talk.step = None, talk.step + 1
        if talk.step > (1 if talk.danger else len(STEPS)):
            del self._talks[talk.chat.key]
            self._unheard.add(talk.chat.key)
        elif talk.danger or _button(said, say(STEPS[talk.step - 1])):
            talk.question = said
            # A message whose answer was lost comes twice.
            if talk not in self._ready:
                self._ready.append(talk)


def _button(message: Json, label: str) -> str:
    """The data of the button that carries this label; empty where there is none."""
    for row in message["buttons"] or []:
        for button in row:
            if label in words_of({"text": button["text"]}):
                return str(button.get("data", ""))
    return ""


def share(waits: list[Wait], part: float) -> float:
    """The wait that this part of them does not exceed, in milliseconds."""
    times = sorted(wait.seconds for wait in waits)
    return round(1000 * times[min(len(times) - 1, int(part * len(times)))], 1) if times else 0.0
