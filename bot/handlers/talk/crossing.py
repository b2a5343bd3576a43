"""What may cross from one side of a talk to the other, and what is asked about first."""

from bot.domain.identity import mentions_identity
from bot.domain.outgoing import Location, Media, Outgoing, Text
from bot.handlers.incoming import CommandIn, Content, FileIn, LocationIn, TextIn, words_of


def content_to_carry(content: Content) -> Outgoing | None:
    """The message as it may be passed on, or None where it may not (contact cards and the like)."""
    match content:
        case TextIn(text, entities):
            return Text(text, entities=entities)
        case CommandIn(text=text):
            return Text(text)
        case FileIn(kind, file_id, caption, entities):
            return Media(kind, file_id, caption, entities)
        case LocationIn(latitude, longitude):
            return Location(latitude, longitude)
        case _:
            return None


def question_before(content: Content) -> str | None:
    """The question to put before such a message is passed on; None where none is needed."""
    if isinstance(content, LocationIn):
        return "relay-ask-location"
    return "relay-ask-identity" if mentions_identity(words_of(content)) else None
