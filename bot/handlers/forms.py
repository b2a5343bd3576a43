"""Conversations in which staff give words to us: which of their messages are answers.

A counselor also writes to families here. So plain words are an answer only where a question
asks for words, and never when they reply to a message.
"""

from dataclasses import replace

from bot.conversations.catalogue import OF_STAFF
from bot.conversations.flow import Review, Session, Words
from bot.domain.people import Action, may
from bot.handlers import questions
from bot.handlers.desk import Turn
from bot.handlers.incoming import Content, TextIn
from bot.storage import people, referrals, transfers


def open_form(turn: Turn) -> Session | None:
    """The conversation of staff that waits for this person's answer."""
    session = turn.known.session
    return session if turn.staff is not None and session and session.flow in OF_STAFF else None


def takes(turn: Turn, content: Content) -> bool:
    """Whether this message answers the question that waits, and is not for a family."""
    session = open_form(turn)
    if session is None:
        return False
    if not may(turn.staff, Action.TALK):
        return True
    question = turn.house.flows[session.flow].by_key.get(session.question)
    if question is None or not isinstance(content, TextIn) or turn.incoming.reply_to is not None:
        return False
    confirmed = isinstance(question.asks, Review) and questions.confirms(turn.me, content.text)
    return isinstance(question.asks, Words) or confirmed


async def cancel(turn: Turn) -> None:
    """/cancel of staff: what was begun is forgotten."""
    await referrals.discard(turn.work, turn.person_id)
    await transfers.discard(turn.work, turn.person_id)
    await people.end_session(turn.work, turn.person_id)
    turn.known = replace(turn.known, session=None, subject=None)
    turn.say("form-canceled", kind="staff")
