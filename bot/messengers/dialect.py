"""How one messenger speaks: the one value by which the loops choose between messengers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from bot.domain.capabilities import Capabilities
from bot.domain.donation import Transaction
from bot.domain.outgoing import Outgoing
from bot.domain.people import Platform
from bot.handlers.incoming import Incoming
from bot.messengers.client import AiohttpRequest

Json: TypeAlias = Mapping[str, Any]
Call: TypeAlias = tuple[str, dict[str, Any]]


class NotUnderstood(Exception):
    """The update has a shape that an adapter cannot read; it is parked as it is."""


class Calls(Protocol):
    """Our words as calls: none where the messenger has no such thing, several where it has no
    single one. `target` and `picture` as in `bot.messengers.calls.call`."""

    def __call__(
        self, chat_id: int, message: Outgoing, target: int | None, picture: bytes = b""
    ) -> tuple[Call, ...]: ...


@dataclass(frozen=True, slots=True)
class Dialect:
    """`update_key` makes an update the same one when it comes again; `order_chat` is the chat
    within which it keeps its place. The `raw_` functions read an update before it is sealed."""

    platform: Platform
    name: str
    """As people write it, for sentences to operators."""
    maker: str
    """Where its tokens come from."""
    can: Capabilities
    asked_for: list[str]
    """Kinds of updates; empty where the messenger cannot be asked for some."""
    update_key: Callable[[int, Json], str]
    order_chat: Callable[[Json], int]
    raw_words: Callable[[Json], str]
    raw_press: Callable[[Json], str]
    private_chat: Callable[[Json], int | None]
    parse: Callable[[Json], Incoming | None]
    calls: Calls
    message_ids: Callable[[Any], tuple[int, ...]]
    request: type[AiohttpRequest]
    cannot_wait: Callable[[Json], bool] = lambda _: False
    """Whether an update has to be answered within seconds."""
    transaction: Callable[[Any], Transaction | None] = lambda _: None
    """What a result tells of a payment."""
