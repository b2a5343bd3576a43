"""Conversations in which staff give words to us: which of their messages are answers, and the end.

A counselor also writes to families here. So plain words are an answer only where a question
asks for words, and never when they reply to a message.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.conversations import step as engine
from bot.conversations.events import Finished, Pressed
from bot.conversations.flow import Answer, Review, Session, Words
from bot.domain.ids import CaseId
from bot.domain.people import Action, may
from bot.handlers import conversation, partners, questions, referral
from bot.handlers.desk import Turn
from bot.handlers.incoming import Content, TextIn, words_of
from bot.storage import people, referrals

End = Callable[[Turn, Mapping[str, Answer], CaseId | None], Awaitable[None]]


async def _partner(turn: Turn, answers: Mapping[str, Answer], _: CaseId | None) -> None:
    await partners.added(turn, answers)


ENDS: dict[str, End] = {"partner": _partner, "referral": referral.written}


def open_form(turn: Turn) -> Session | None:
    """The conversation of staff that waits for this person's answer."""
    session = turn.known.session
    return session if turn.staff is not None and session and session.flow in ENDS else None


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
    return isinstance(question.asks, Words) or _confirms(turn, session, content)


def _confirms(turn: Turn, session: Session, content: Content) -> bool:
    question = turn.house.flows[session.flow].by_key.get(session.question)
    asks = question.asks if question else None
    return isinstance(asks, Review) and questions.confirms(turn.me, words_of(content))


async def message(turn: Turn, content: Content) -> None:
    session = open_form(turn)
    if session is not None and _confirms(turn, session, content):
        confirm = Pressed(session.nonce, session.question, "confirm")
        if await _ended(turn, session, confirm):
            return
    await conversation.message(turn, content)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button of some question: `nonce.question.action[.value]`."""
    session = open_form(turn)
    if session is not None and len(parts) == 3 and await _ended(turn, session, Pressed(*parts)):
        return
    await conversation.pressed(turn, parts)


async def _ended(turn: Turn, session: Session, event: Pressed) -> bool:
    """Whether this was the last answer; what follows from it is done then."""
    flow, subject = turn.house.flows[session.flow], turn.known.subject
    if session.version != flow.version or event.action != "confirm":
        return False
    _, effects = engine.step(flow, session, event)
    if not isinstance(effects[-1], Finished):
        return False
    await _leave(turn)
    turn.answer()
    turn.edit_pressed(questions.settled(turn.me, flow, session, session, session.question))
    await ENDS[session.flow](turn, effects[-1].answers, subject)
    return True


async def cancel(turn: Turn) -> None:
    """/cancel of staff: what was begun is forgotten."""
    await referrals.discard(turn.work, turn.person_id)
    await _leave(turn)
    turn.say("form-canceled", kind="staff")


async def _leave(turn: Turn) -> None:
    await people.end_session(turn.work, turn.person_id)
    turn.known = replace(turn.known, session=None, subject=None)
