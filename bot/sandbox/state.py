"""Everything one sandbox holds, in one place that methods and the control side share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.sandbox.bale import PLATFORM, BaleQueue, Switches, files
from bot.sandbox.books import Wallet
from bot.sandbox.clock import Clock
from bot.sandbox.events import Hub
from bot.sandbox.faults import Misfortune
from bot.sandbox.files import FileStore
from bot.sandbox.flood import Flood
from bot.sandbox.journal import Journal
from bot.sandbox.updates import PRESS_LIFE_MS, UpdateQueue
from bot.sandbox.views import chat_view, message_view
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import KEPT_PER_CHAT, TOWN, Chat, Json, Message, World

KEPT_PER_CHAT_LEAN = 200
_MOST_PRESSES = 20_000


class BotHook(Protocol):
    """The bot process under the sandbox. Each start gets the offset of the sandbox clock."""

    @property
    def running(self) -> bool: ...
    @property
    def pid(self) -> int | None: ...
    async def start(self, clock_offset_ms: int) -> None: ...
    async def stop(self) -> None: ...
    async def kill(self) -> None: ...
    async def restart(self, clock_offset_ms: int) -> None: ...
    async def reset(self, clock_offset_ms: int) -> None:
        """Stops the bot, removes its database and starts it again."""
        ...


@dataclass(slots=True)
class Press:
    """A press that the bot has not answered yet."""

    person: int
    chat: str
    at: int


@dataclass(slots=True)
class Profile:
    """What the bot told the messenger about itself."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


class Sandbox:
    """One emulated messenger. `seed` fills each fresh world."""

    platform = "telegram"
    switches = Switches()

    def __init__(self, *, lean: bool = False, seed: Callable[[World], None] | None = None) -> None:
        self.lean = lean
        self.hub = Hub()
        self.clock = Clock()
        self.misfortune = Misfortune()
        self._seed = seed
        self._fill()

    def reset(self) -> None:
        """A new world at the real time; the switches are back where they were at the start."""
        self.webhook.stop()
        self.updates.end_poll(ConnectionError())
        self.clock.offset_ms = 0
        self.misfortune = Misfortune()
        self._fill()

    @property
    def bot(self) -> Json:
        """The bot as this messenger knows it."""
        return self.world.bots[self.platform]

    def _fill(self) -> None:
        self.world = World(kept_per_chat=KEPT_PER_CHAT_LEAN if self.lean else KEPT_PER_CHAT)
        self.updates: UpdateQueue = UpdateQueue(self.clock)
        self.webhook = Webhook(self.updates, self.clock)
        self.files = FileStore()
        self.flood = Flood()
        self.journal = Journal(lean=self.lean)
        self.profile = Profile()
        self.wallet = Wallet()
        self.presses: dict[str, Press] = {}
        self.albums: dict[tuple[int, str], str] = {}
        if self._seed is not None:
            self._seed(self.world)

    def add_press(self, press_id: str, press: Press) -> None:
        if len(self.presses) >= _MOST_PRESSES:
            del self.presses[next(iter(self.presses))]
        self.presses[press_id] = press

    def take_press(self, press_id: str) -> Press | None:
        """The press while it may still be answered; each can be taken once."""
        press = self.presses.pop(press_id, None)
        too_old = press is not None and self.clock.now() - press.at > PRESS_LIFE_MS
        return None if too_old else press

    def show(self, kind: str, message: Message) -> None:
        """Tells the listeners of a new or changed message."""
        person = message.chat.person
        if self.hub.listening and (person is None or person.role != TOWN):
            view = message_view(message, self.files)
            self.hub.emit({"kind": kind, "chat": message.chat.key, "message": view})

    def show_chat(self, chat: Chat) -> None:
        if self.hub.listening:
            self.hub.emit({"kind": "chat", "chat": chat.key, "value": chat_view(chat)})


class Neighbor(Sandbox):
    """The second messenger of the same world: Bale. People, clock, logs and stream are shared; its
    updates, files, presses, limits and troubles are its own."""

    platform = PLATFORM

    def __init__(self, box: Sandbox) -> None:
        self.lean, self.hub, self.clock, self._box = box.lean, box.hub, box.clock, box
        self.misfortune = Misfortune()
        self._seed = None
        self._fill()

    def _fill(self) -> None:
        self.world, self.journal = self._box.world, self._box.journal
        self.switches = Switches()
        self.updates = BaleQueue(self.clock, self.switches)
        self.webhook = Webhook(self.updates, self.clock)
        self.files = files()
        self.flood = Flood()
        self.profile = Profile()
        self.wallet = Wallet()
        self.presses = {}
        self.albums = {}
