"""A stage on which many wait at once: what every chat shows, kept as it comes."""

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable
from string import ascii_lowercase

from tests.marks import unmarked
from tests.stage import Found, Json, Player, Stage, words_of

PATIENCE = 120.0
"""Seconds: restarts, lost answers and their pauses all fit in."""
KEY = "qz"
"""Every key begins with these letters, and nothing else does."""


class Crowd(Stage):
    """A stage that keeps what every chat shows, so that many can wait at once at no cost."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.chats: dict[str, dict[int, Json]] = defaultdict(dict)
        self._news: dict[str, asyncio.Event] = {}
        self._keys = itertools.count(26**2)

    def key(self) -> str:
        """Letters only: a number might be taken for somebody's telephone."""
        number, letters = next(self._keys), ""
        while number:
            number, digit = divmod(number, 26)
            letters = ascii_lowercase[digit] + letters
        return f"{KEY}{letters}"

    async def finds(
        self, chat: str, look: Callable[[Iterable[Json]], Found | None], wish: str
    ) -> Found:
        """What `look` finds among the messages of a chat, once it is there."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + PATIENCE
        while True:
            news = self._news.setdefault(chat, asyncio.Event())
            found = look(self.chats[chat].values())
            if found is not None:
                return found
            try:
                await asyncio.wait_for(news.wait(), max(0.0, deadline - clock()))
            except TimeoutError:
                raise AssertionError(self._complaint(chat, wish)) from None

    async def message(self, chat: str, *parts: str, after: int = 0, button: str = "") -> Json:
        """The first message of the bot with these words (and a button), as it is since a
        revision newer than `after`: a press turns its own message into the next question."""

        def look(messages: Iterable[Json]) -> Json | None:
            fresh = (m for m in messages if m["rev"] > after and m["from"]["is_bot"])
            fitting = (m for m in fresh if all(part in words_of(m) for part in parts))
            return next((m for m in fitting if not button or data_of(m, button)), None)

        return await self.finds(chat, look, f"{parts} [{button}]")

    async def press(self, player: Player, message: Json, label: str) -> None:
        data = data_of(message, label)
        assert data is not None, f"no button {label} under {words_of(message)}"
        where = {"person": player.id, "chat": player.key, "message_id": message["message_id"]}
        await self.post("press", **where, data=data)

    def _complaint(self, chat: str, wish: str) -> str:
        said = [words_of(m).replace("\n", " ")[:70] for m in [*self.chats[chat].values()][-15:]]
        keyed = [part for part in wish.split("'") if part.startswith(KEY)]
        elsewhere = [
            f"{name}: {words_of(m)}"
            for name, messages in self.chats.items()
            for m in messages.values()
            if any(key in words_of(m) for key in keyed)
        ]
        return "\n".join([f"{wish} never came to {chat}", *said, "elsewhere:", *elsewhere])

    def _notice(self, event: Json) -> None:
        super()._notice(event)
        message = event.get("message")
        if message is None:
            return
        chat = event["chat"]
        self.chats[chat][message["message_id"]] = message
        news = self._news.pop(chat, None)
        if news is not None:
            news.set()


def data_of(message: Json, label: str) -> str | None:
    """What the button with this label sends, or else one whose label contains it."""
    buttons = [
        (unmarked(button["text"]), button.get("data"))
        for row in message["buttons"] or ()
        for button in row
    ]
    wanted = unmarked(label)
    named = [data for text, data in buttons if text == wanted]
    return next(iter([*named, *(data for text, data in buttons if wanted in text)]), None)
