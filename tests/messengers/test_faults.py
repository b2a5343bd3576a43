"""What an error of the messenger means for one call."""

from datetime import timedelta

import pytest
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
    TimedOut,
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
from bot.messengers.faults import classify


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (RetryAfter(30), TooMany(30)),
        (RetryAfter(timedelta(seconds=7)), TooMany(7)),
        (ChatMigrated(-1001), Moved(-1001)),
        (InvalidToken("Unauthorized"), DeadToken()),
        (EndPointNotFound("Not Found"), Refused("no such method")),
        (Forbidden("Forbidden: bot was blocked by the user"),
         Unreachable("bot was blocked by the user")),
        (Forbidden("Forbidden: user is deactivated"), Unreachable("user is deactivated")),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"),
         Unreachable("bot was kicked from the supergroup chat")),
        (BadRequest("Chat not found"), Unreachable("chat not found")),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Unreachable("peer_id_invalid")),
        (BadRequest("Not enough rights to send text messages to the chat"),
         Unreachable("not enough rights to send text messages to the chat")),
        (BadRequest("Message is not modified: specified new message content"), Sent()),
        (BadRequest("Message to edit not found"), Gone("message to edit not found")),
        (BadRequest("Message can't be edited"), Gone("message can't be edited")),
        (BadRequest("Message to delete not found"), Sent()),
        (BadRequest("Query is too old and response timeout expired"), Sent()),
        (BadRequest("Query ID is invalid"), Sent()),
        (BadRequest("Can't parse entities: x"), Refused("can't parse entities: x")),
        (BadRequest("Message is too long"), Refused("message is too long")),
        (BadRequest("Wrong file identifier"), Refused("wrong file identifier")),
        (NeverLeft("ClientConnectorError"), NotSent("clientconnectorerror")),
        (AnswerLost("no answer in time"), Ambiguous("no answer in time")),
        (TimedOut("Timed out"), Ambiguous("timed out")),
        (NetworkError("Bad Gateway"), Ambiguous("bad gateway")),
        (Conflict("terminated by other getUpdates request"),
         Ambiguous("terminated by other getupdates request")),
        (TelegramError("the answer is not JSON"), Ambiguous("the answer is not json")),
    ],
)  # fmt: skip
def test_every_error_has_one_meaning(error: TelegramError, result: Result) -> None:
    assert classify(error) == result


def test_a_reason_is_short_enough_to_be_kept() -> None:
    result = classify(BadRequest("x" * 5000))
    assert isinstance(result, Refused)
    assert len(result.reason) <= 120
