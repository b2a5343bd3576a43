"""The messenger's errors, classified once. Nothing behind this file reads an error text."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.domain.delivery import (
    Ambiguous,
    DeadToken,
    Gone,
    Moved,
    NotSent,
    Refused,
    Result,
    Sent,
    TooMany,
    Unreachable,
)
from bot.messengers.client import AnswerLost, NeverLeft

# Bot API server source: what these mean for an edit, a deletion or the answer to a press.
_AS_GOOD_AS_DONE = (
    "message is not modified",
    "message to delete not found",
    "message can't be deleted",
    "query is too old",
    "query id is invalid",
)
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited")
_NOBODY_THERE = (
    "chat not found",
    "peer_id_invalid",
    "user not found",
    "have no rights to send a message",
    "not enough rights to send",
    "group chat was deactivated",
    "chat_write_forbidden",
    "need administrator rights in the channel chat",
)


def classify(error: TelegramError, method: str = "") -> Result:
    """What an error of one call means."""
    text = error.message.lower()
    match error:
        case RetryAfter():
            return TooMany(seconds_of(error))
        case ChatMigrated() if isinstance(error.new_chat_id, int):
            return Moved(error.new_chat_id)
        case Forbidden():
            return Unreachable(_short(text))
        case EndPointNotFound():
            return Refused("no such method")
        case InvalidToken():
            return DeadToken()
        case BadRequest():
            return _bad_request(text, method)
        case NeverLeft():
            return NotSent(_short(text))
        case AnswerLost() | Conflict() | NetworkError():
            return Ambiguous(_short(text))
        case _:
            return Ambiguous(_short(text))


def _bad_request(text: str, method: str) -> Result:
    if method == "deleteMessages":
        # One that is too old keeps all the others of its batch.
        return Refused(_short(text))
    if any(words in text for words in _AS_GOOD_AS_DONE):
        return Sent()
    if any(words in text for words in _NOTHING_TO_EDIT):
        return Gone(_short(text))
    if any(words in text for words in _NOBODY_THERE):
        return Unreachable(_short(text))
    return Refused(_short(text))


def seconds_of(error: RetryAfter) -> float:
    """How long a 429 asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _short(text: str) -> str:
    return text.removeprefix("forbidden: ").removeprefix("bad request: ")[:120]
