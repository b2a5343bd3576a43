"""Walks a person through a conversation: stored session + event → step → rows."""

import secrets
from dataclasses import replace
from typing import Any

from bot.conversations import events
from bot.conversations import step as engine
from bot.conversations.catalogue import OF_STAFF
from bot.conversations.flow import Answers, Flow, Picked, Review, Session, Spoken
from bot.domain.ids import CaseId, PersonId
from bot.domain.outgoing import Text
from bot.handlers import endings, questions
from bot.handlers.desk import Desk, Turn
from bot.handlers.incoming import CommandIn, ContactIn, Content, FileIn, LocationIn, TextIn
from bot.storage import people
from bot.storage.outbox import About

UNREAD = frozenset(("retry-choice", "retry-search", "kept-early"))
"""What answers words that are none of the choices."""


def begin(
    turn: Turn, name: str, subject: CaseId | None = None, given: Answers | None = None
) -> None:
    """Puts the first question of a conversation that is not answered by `given` already."""
    flow = turn.house.flows[name]
    _take_up(turn, name, subject)
    session = engine.begin(flow, _nonce(), given)
    _keep(turn, session, subject)
    _ask(turn, flow, session)


def _take_up(turn: Turn, name: str, subject: CaseId | None) -> None:
    """What a form of staff shows may hold words about a family."""
    if name in OF_STAFF and subject is not None:
        turn.about = About(case=subject)


async def begin_for(desk: Desk, person_id: PersonId, name: str, subject: CaseId) -> None:
    """Puts the first question of a conversation to somebody who has not just written, as a
    message of the kind of that name."""
    flow = desk.house.flows[name]
    session = engine.begin(flow, _nonce())
    if await desk.tell(person_id, name, lambda me: questions.put(me, flow, session)):
        people.save_session(desk.work, person_id, session, subject)


def _nonce() -> str:
    return secrets.token_hex(2)


async def resume(turn: Turn) -> None:
    """Puts the question again that the person was asked last."""
    await _walk(turn, events.Resumed())


async def message(turn: Turn, content: Content, *, danger: bool = False) -> None:
    """A message while a question is open. After words of danger no question is put again that
    they did not answer: what stands last is where to find help."""
    await _walk(turn, _event(turn, content), danger=danger)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button of some question: `nonce.question.action[.value]`."""
    if turn.known.session is None or len(parts) not in (3, 4):
        turn.answer("press-old")
        return
    value = parts[3] if len(parts) == 4 else ""
    await _walk(turn, events.Pressed(parts[0], parts[1], parts[2], value))


def _event(turn: Turn, content: Content) -> events.Event:
    session = turn.known.session
    assert session is not None
    if turn.incoming.edited:
        return events.SentOther("edited")
    match content:
        case TextIn(text) | CommandIn(text=text):
            flow = turn.house.flows[session.flow]
            labels = questions.labels(turn.me, flow, session)
            return events.Typed(
                text, labels, turn.house.heard("skip", text), questions.confirms(turn.me, text)
            )
        case FileIn(kind="voice", file_id=file_id, seconds=seconds):
            return events.Spoke(Spoken(file_id, seconds))
        case FileIn(kind=kind):
            return events.SentOther(kind)
        case LocationIn():
            return events.SentOther("location")
        case ContactIn():
            return events.SentOther("contact")
        case _:
            return events.SentOther("other")


async def _walk(turn: Turn, event: events.Event, *, danger: bool = False) -> None:
    session, subject = turn.known.session, turn.known.subject
    assert session is not None
    flow = turn.house.flows.get(session.flow)
    if flow is None:
        await people.end_session(turn.work, turn.person_id)
        turn.known = replace(turn.known, session=None, subject=None)
        turn.answer("press-old")
        return
    _take_up(turn, flow.name, subject)
    after, effects = engine.step(flow, session, event)
    if danger and any(isinstance(e, events.Say) and e.text in UNREAD for e in effects):
        if after is not None and after != session:
            _keep(turn, after, subject)
        return
    if after is None:
        await people.end_session(turn.work, turn.person_id)
        turn.known = replace(turn.known, session=None, subject=None)
    elif after != session:
        _keep(turn, after, subject)
    toast = next((e for e in effects if isinstance(e, events.Toast)), None)
    turn.answer(toast.text if toast else "", **dict[str, Any](toast.arguments if toast else {}))
    match effects:
        case [events.Settle(key), *said, events.Ask()] if _moves_on(turn, flow, key, after, said):
            assert after is not None
            if await _answered(turn, flow, said):
                turn.edit_pressed(questions.settled(turn.me, flow, session, after, key))
                _ask(turn, flow, after)
            else:
                _next_in_place(turn, flow, session, after, said)
            return
    now = after or _ended(turn, session, effects)
    shown = _understood(turn, flow, session, now, effects)
    for effect in effects:
        if shown and isinstance(effect, events.Ask):
            _ask(turn, flow, now, shown)
        else:
            await _perform(turn, flow, session, now, effect, subject)


def _ended(turn: Turn, session: Session, effects: list[events.Effect]) -> Session:
    """The walk after its last answer. Colleagues read what they chose last; of a family it is
    left out, as whoever finds the phone would read it."""
    for effect in effects:
        if isinstance(effect, events.Finished) and turn.staff is not None:
            return replace(session, answers=effect.answers, question="")
    return session


def _moves_on(
    turn: Turn, flow: Flow, key: str, after: Session | None, said: list[events.Effect]
) -> bool:
    """Whether the pressed message itself becomes the next question: one bubble that moves on,
    with less to scroll, and less to be found by somebody else. What was agreed to stays."""
    asked = flow.by_key[key]
    plain = all(isinstance(effect, events.Answered) for effect in said)
    kept = asked.changeable or isinstance(asked.asks, Review)
    return after is not None and plain and kept and turn.pressed_message is not None


async def _answered(turn: Turn, flow: Flow, said: list[events.Effect]) -> bool:
    """What follows at once from answers. Whether something was said that must stay above."""
    spoke = False
    for effect in said:
        if isinstance(effect, events.Answered):
            spoke |= await endings.answered(turn, flow.name, effect.question, effect.answer)
    return spoke


def _next_in_place(
    turn: Turn, flow: Flow, before: Session, now: Session, said: list[events.Effect]
) -> None:
    text = questions.question_text(turn.me, flow, now)
    match said:
        case [events.Answered(key)]:
            text = questions.settled(turn.me, flow, before, now, key) + "\n\n" + text
        case _:
            pass
    turn.edit_pressed(text, questions.question_buttons(turn.me, flow, now), kind="question")


def _understood(
    turn: Turn, flow: Flow, before: Session, now: Session, effects: list[events.Effect]
) -> str:
    """How a typed answer was taken, as a press shows it on its own message."""
    match effects:
        case [events.Answered(key, Picked()), events.Ask()] if flow.by_key[key].changeable:
            return questions.settled(turn.me, flow, before, now, key)
        case _:
            return ""


def _keep(turn: Turn, session: Session, subject: CaseId | None) -> None:
    people.save_session(turn.work, turn.person_id, session, subject)
    turn.known = replace(turn.known, session=session, subject=subject)


async def _perform(
    turn: Turn,
    flow: Flow,
    before: Session,
    now: Session,
    effect: events.Effect,
    subject: CaseId | None,
) -> None:
    match effect:
        case events.Ask():
            _ask(turn, flow, now)
        case events.Redraw():
            turn.edit_pressed(
                questions.question_text(turn.me, flow, now),
                questions.question_buttons(turn.me, flow, now),
            )
        case events.Settle(question):
            turn.edit_pressed(questions.settled(turn.me, flow, before, now, question))
        case events.Say(key, arguments):
            turn.send(Text(turn.me.say(key, **arguments)))
        case events.Toast():
            pass  # already in the answer to the press
        case events.Answered(question, answer):
            await endings.answered(turn, flow.name, question, answer)
        case events.Finished(answers):
            await endings.finished(turn, flow.name, answers, subject)
        case events.Left():
            turn.say("conversation-left")


def _ask(turn: Turn, flow: Flow, session: Session, before: str = "") -> None:
    question = questions.put(turn.me, flow, session)
    text = f"{before}\n\n{question.text}" if before else question.text
    turn.send(replace(question, text=text), about=turn.about)
