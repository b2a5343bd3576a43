"""The engine: (flow, session, event) → (session, effects). Pure; it never waits or looks around.

Danger words, /cancel and commands are recognized before an event reaches this function.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.conversations import parsing
from bot.conversations.events import (
    Answered,
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
    Choice,
    Flow,
    Picked,
    PickedMany,
    Question,
    Review,
    Session,
    Skipped,
    Spoken,
    Told,
    Words,
)

Outcome: TypeAlias = tuple[Session | None, list[Effect]]


def begin(flow: Flow, nonce: str) -> Session:
    """A new walk, standing at the first question."""
    return Session(flow.name, flow.version, nonce, flow.start)


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
            return _answer(flow, session, question, Skipped())
        case Typed(confirms=True) if isinstance(question.asks, Review):
            return _confirmed(flow, session)
        case Typed(confirms=True) if isinstance(question.asks, Choice) and question.asks.many:
            return _done(flow, session, question) or (session, [Say("pick-one"), Ask()])
        case Typed(text, labels):
            return _typed(flow, session, question, text, labels)
        case Spoke(voice):
            return _told(flow, session, question, voice, "retry-voice")
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
    return replace(fitted, version=flow.version, answers=answers, path=(), changing=True)


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
            return _answer(flow, session, question, Skipped(), pressed=True)
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
            return replace(session, picked=_toggled(session.picked, press.value)), [Redraw()]
        case "done" if choice.many:
            done = _done(flow, session, question, pressed=True)
            return done or (session, [Toast("pick-one")])
        case "pick" if not choice.many and press.value in keys:
            return _answer(flow, session, question, Picked(press.value), pressed=True)
        case _:
            return session, [Toast("press-old"), Ask()]


def _pressed_review(flow: Flow, session: Session, press: Pressed) -> Outcome:
    target = flow.by_key.get(press.value)
    match press.action:
        case "confirm":
            after, effects = _confirmed(flow, session)
            return after, effects if after else [Settle(session.question), *effects]
        case "change" if target and target.changeable and press.value in session.answers:
            moved = session.at(press.value)
            # "Back" from a change leads to the summary, not to some earlier question.
            path = (*session.path, session.question)
            return replace(moved, path=path, changing=True), [Settle(session.question), Ask()]
        case _:
            return session, [Toast("press-old"), Ask()]


def _done(
    flow: Flow, session: Session, question: Question, *, pressed: bool = False
) -> Outcome | None:
    """The check marks become the answer; None while there are none."""
    if not session.picked:
        return None
    return _answer(flow, session, question, PickedMany(session.picked), pressed=pressed)


def _confirmed(flow: Flow, session: Session) -> Outcome:
    missing = flow.first_open(session.answers)
    if missing not in (END, session.question):
        return replace(session.at(missing), changing=True), [Ask()]
    return None, [Finished(session.answers)]


def _toggled(picked: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(k for k in picked if k != key) if key in picked else (*picked, key)


def _back(session: Session) -> Outcome:
    if not session.path:
        return session, [Toast("back-first")]
    moved = session.at(session.path[-1])
    return (
        replace(moved, path=session.path[:-1], changing=False),
        [Settle(session.question), Ask()],
    )


def _typed(
    flow: Flow, session: Session, question: Question, text: str, labels: Mapping[str, str]
) -> Outcome:
    match question.asks:
        case Choice():
            return _typed_choice(flow, session, question, question.asks, text, labels)
        case _:
            return _told(flow, session, question, text, "retry-words")


def _typed_choice(
    flow: Flow,
    session: Session,
    question: Question,
    choice: Choice,
    text: str,
    labels: Mapping[str, str],
) -> Outcome:
    found = parsing.options_named(text, labels)
    if not found and choice.find:
        found = choice.find(session.answers, text)
    match found:
        case [key] if choice.many:
            return replace(session, picked=_toggled(session.picked, key)), [Ask()]
        case [key]:
            return _answer(flow, session, question, Picked(key))
        case []:
            retry = "retry-search" if choice.find else "retry-choice"
            return session, [Say(retry), Ask()]
        case _ if choice.find:
            return replace(session, among=tuple(found[:24]), page=0), [Ask()]
        case _:
            return session, [Say("retry-choice"), Ask()]


def _told(
    flow: Flow, session: Session, question: Question, part: str | Spoken, retry: str
) -> Outcome:
    """Own words, where the question takes them; at the summary they are added to the story."""
    match question.asks:
        case Words() as words:
            problem = _problem(words, part)
            if problem:
                return session, [Say(problem, {"most": words.most}), Ask()]
            return _answer(flow, session, question, Told((part,)))
        case Review(adds_to):
            before = session.answers.get(adds_to)
            parts = before.parts if isinstance(before, Told) else ()
            answer = Told((*parts, part))
            answers = {**session.answers, adds_to: answer}
            added: list[Effect] = [Answered(adds_to, answer), Say("words-added"), Ask()]
            return replace(session, answers=answers), added
        case _:
            return session, [Say(retry), Ask()]


def _problem(words: Words, part: str | Spoken) -> str | None:
    if isinstance(part, Spoken):
        return None if words.voice else "retry-voice"
    if len(part.strip()) < words.least:
        return "retry-words"
    return "retry-long" if len(part) > words.most else None


def _answer(
    flow: Flow, session: Session, question: Question, answer: Answer, *, pressed: bool = False
) -> Outcome:
    changed = session.answers.get(question.key) not in (None, answer)
    kept = {
        key: value
        for key, value in session.answers.items()
        if not (changed and key in question.clears)
    }
    answers = {**kept, question.key: answer}
    effects: list[Effect] = [Settle(question.key)] if pressed else []
    effects.append(Answered(question.key, answer))
    following = flow.first_open(answers) if session.changing else question.after(answers)
    if following == END:
        return None, [*effects, Finished(flow.on_the_way(answers))]
    if isinstance(flow.by_key[following].asks, Review):
        answers = dict(flow.on_the_way(answers))
    path = (*(k for k in session.path if k not in (following, question.key)), question.key)
    moved = replace(session.at(following), answers=answers, path=path)
    still_changing = session.changing and not isinstance(flow.by_key[following].asks, Review)
    return replace(moved, changing=still_changing), [*effects, Ask()]
