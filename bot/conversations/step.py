"""The engine: (flow, session, event) → (session, effects). Pure; it never waits or looks around.

Danger words, /cancel and commands are recognized before an event reaches this function.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversations import answering
from bot.conversations.answering import Outcome
from bot.conversations.events import (
    Ask,
    Effect,
    Event,
    Finished,
    Left,
    Pressed,
    Redraw,
    Resumed,
    Say,
    SentOther,
    Settle,
    Spoke,
    Toast,
    Typed,
)
from bot.conversations.flow import (
    END,
    Answer,
    Answers,
    Choice,
    Flow,
    Picked,
    Question,
    Review,
    Session,
    Skipped,
)


def begin(flow: Flow, nonce: str, given: Answers | None = None) -> Session:
    """A new walk, standing at the first question that `given` does not answer already."""
    answers = given or {}
    question = flow.first_open(answers)
    # As after a change: on to the next question that is open, not through all of them.
    later = question != flow.start
    return Session(flow.name, flow.version, nonce, question, answers, changing=later)


def step(flow: Flow, session: Session, event: Event) -> Outcome:
    """Where the walk stands after the event, and what the person gets. Always at least one effect.

    A session of another version of the flow goes on at its first question without an answer.
    """
    asked, session = session.question, _fitted(flow, session)
    if asked != session.question:
        # What was said is no answer to a question that this person has not seen.
        old: list[Effect] = [Toast("press-old")] if isinstance(event, Pressed) else []
        return session, [*old, Ask()]
    question = flow.by_key[session.question]
    match event:
        case Resumed():
            return session, [Ask()]
        case Pressed():
            return _pressed(flow, session, question, event)
        case Typed(skips=True) if question.optional:
            return answering.answer(flow, session, question, Skipped())
        case Typed(confirms=True) if isinstance(question.asks, Review):
            return _confirmed(flow, session)
        case Typed(confirms=True) if isinstance(question.asks, Choice) and question.asks.many:
            return answering.done(flow, session, question) or (session, [Say("pick-one"), Ask()])
        case Typed(text, labels):
            return _typed(flow, session, question, text, labels)
        case Spoke(voice):
            return answering.told(flow, session, question, voice, "retry-voice")
        case SentOther(kind):
            text = kind if kind in ("edited", "location", "contact") else "other"
            return session, [Say(f"retry-{text}"), Ask()]


def _fitted(flow: Flow, session: Session) -> Session:
    if session.version == flow.version and session.question in flow.by_key:
        return session
    answers: dict[str, Answer] = {}
    for asked in flow.questions:
        answer = session.answers.get(asked.key)
        if answer is not None and asked.takes(answer, answers):
            answers[asked.key] = answer
    question = flow.first_open(answers)
    if question == END:
        question = flow.questions[-1].key
    fitted = session.at(question)
    # As after a change: on to the next question that is open, not through all of them again.
    return replace(fitted, version=flow.version, answers=answers, path=(), changing=True, within="")


def _pressed(flow: Flow, session: Session, question: Question, press: Pressed) -> Outcome:
    if press.nonce != session.nonce or press.question not in flow.by_key:
        return session, [Toast("press-old"), Ask()]
    if press.question != session.question:
        # The question that waits stands below it already: a word is enough.
        stale = session.answers.get(press.question)
        counted = isinstance(stale, Picked) and press.action == "pick" and stale.key == press.value
        return session, [Toast("press-counted" if counted else "press-old")]
    match press.action:
        case "leave":
            return None, [Settle(session.question), Left()]
        case "back":
            return _back(session)
        case "skip" if question.optional:
            return answering.answer(flow, session, question, Skipped(), pressed=True)
        case "omit" if flow.opens_section(session):
            return answering.omit(flow, session, question)
    match question.asks:
        case Choice():
            return _pressed_choice(flow, session, question, question.asks, press)
        case Review():
            return _pressed_review(flow, session, press)
        case _:
            return session, [Toast("press-old"), Ask()]


def _pressed_choice(
    flow: Flow, session: Session, question: Question, choice: Choice, press: Pressed
) -> Outcome:
    keys = {option.key for option in choice.among(session.answers)}
    match press.action:
        case "page" if choice.page and press.value.isdecimal() and press.value.isascii():
            last = max(0, (len(session.among or keys) - 1) // choice.page)
            page = min(int(press.value[:4]), last)
            return replace(session, page=page), [Redraw()]
        case "all" if session.among:
            return replace(session, among=(), page=0), [Redraw()]
        case "mark" if choice.many and press.value in keys:
            picked = answering.toggled(choice, session.picked, press.value)
            if picked is None:
                return session, [Toast("pick-fewer", {"most": choice.most})]
            return replace(session, picked=picked), [Redraw()]
        case "done" if choice.many:
            done = answering.done(flow, session, question, pressed=True)
            return done or (session, [Toast("pick-one")])
        case "pick" if not choice.many and press.value in keys:
            return answering.answer(flow, session, question, Picked(press.value), pressed=True)
        case _:
            return session, [Toast("press-old"), Ask()]


def _pressed_review(flow: Flow, session: Session, press: Pressed) -> Outcome:
    target = flow.by_key.get(press.value)
    match press.action:
        case "confirm":
            after, effects = _confirmed(flow, session)
            return after, effects if after else [Settle(session.question), *effects]
        case "change" if target and target.changeable and press.value in session.answers:
            return _changing(session, press.value)
        case "section" if first := _first_of(flow, session, press.value):
            moved, effects = _changing(session, first)
            assert moved is not None
            return replace(moved, within=press.value), effects
        case _:
            return session, [Toast("press-old"), Ask()]


def _changing(session: Session, question: str) -> Outcome:
    # "Back" from a change leads to the summary, not to some earlier question.
    path = (*session.path, session.question)
    moved = replace(session.at(question), path=path, changing=True)
    return moved, [Settle(session.question), Ask()]


def _first_of(flow: Flow, session: Session, section: str) -> str | None:
    """The first question of a section that was answered and may be answered anew."""
    inside = (q for q in flow.questions if q.section == section and q.changeable)
    return next((q.key for q in inside if q.key in session.answers), None) if section else None


def _confirmed(flow: Flow, session: Session) -> Outcome:
    missing = flow.first_open(session.answers)
    if missing not in (END, session.question):
        # Something else was changed, and this question came of it.
        return replace(session.at(missing), changing=True), [Say("still-open"), Ask()]
    return None, [Finished(session.answers)]


def _back(session: Session) -> Outcome:
    if not session.path:
        return session, [Toast("back-first")]
    moved = session.at(session.path[-1])
    return (
        replace(moved, path=session.path[:-1], changing=False, within=""),
        [Settle(session.question), Ask()],
    )


def _typed(
    flow: Flow, session: Session, question: Question, text: str, labels: Mapping[str, str]
) -> Outcome:
    match question.asks:
        case Choice():
            return answering.typed_choice(flow, session, question, question.asks, text, labels)
        case _:
            return answering.told(flow, session, question, text, "retry-words")
