"""What an answer does to a walk: it is kept, others lose their sense, the next question comes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.conversations import parsing
from bot.conversations.events import Answered, Ask, Effect, Finished, Say, Settle
from bot.conversations.flow import (
    END,
    Answer,
    Answers,
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

MOST_EARLY = 20
"""Messages that are kept before they are asked for."""

Outcome: TypeAlias = tuple[Session | None, list[Effect]]


def answer(
    flow: Flow, session: Session, question: Question, given: Answer, *, pressed: bool = False
) -> Outcome:
    """The walk after this answer to its question."""
    if question.key == flow.keeps_early:
        given = _with_early(session, given)
    changed = session.answers.get(question.key) not in (None, given)
    kept = {
        key: value
        for key, value in session.answers.items()
        if not (changed and key in question.clears)
    }
    answers = {**kept, question.key: given}
    effects: list[Effect] = [Settle(question.key)] if pressed else []
    effects.append(Answered(question.key, given))
    following = _following(flow, session, question, answers)
    if following == END:
        return None, [*effects, Finished(flow.on_the_way(answers))]
    if isinstance(flow.by_key[following].asks, Review):
        answers = dict(flow.on_the_way(answers))
    path = (*(k for k in session.path if k not in (following, question.key)), question.key)
    moved = replace(session.at(following), answers=answers, path=path)
    still_changing = session.changing and not isinstance(flow.by_key[following].asks, Review)
    inside = still_changing and flow.by_key[following].section == session.within
    within = session.within if inside else ""
    return replace(moved, changing=still_changing, within=within), [*effects, Ask()]


def _with_early(session: Session, given: Answer) -> Answer:
    """What was told before it was asked comes first; whoever changes the answer begins anew."""
    anew = session.changing and session.question in session.answers
    match given:
        case _ if anew or not session.early:
            return given
        case Told(parts):
            return Told((*session.early, *parts))
        case _:
            return Told(session.early)


def _following(flow: Flow, session: Session, question: Question, answers: Answers) -> str:
    """What is asked next; while changing, only what is open or stands in the same section."""
    straight = question.after(answers)
    if not session.changing:
        return straight
    inside = session.within and straight != END and flow.by_key[straight].section == session.within
    return straight if inside else flow.first_open(answers)


def omit(flow: Flow, session: Session, question: Question) -> Outcome:
    """A whole section is left out: each of its questions on the way counts as not said."""
    section, first = question.section, question
    effects: list[Effect] = [Settle(first.key)]
    after: Session | None = session
    while after is not None and question.section == section and question.optional:
        after, more = answer(flow, after, question, Skipped())
        effects += [effect for effect in more if not isinstance(effect, Ask)]
        if after is None:
            return None, effects
        question = flow.by_key[after.question]
    assert after is not None
    # "Back" leads to where the section began.
    path = tuple(k for k in after.path if flow.by_key[k].section != section or k == first.key)
    return replace(after, path=path), [*effects, Ask()]


def done(
    flow: Flow, session: Session, question: Question, *, pressed: bool = False
) -> Outcome | None:
    """The check marks become the answer; None while there are none."""
    if not session.picked:
        return None
    return answer(flow, session, question, PickedMany(session.picked), pressed=pressed)


def toggled(choice: Choice, picked: tuple[str, ...], key: str) -> tuple[str, ...] | None:
    """The check marks after one more touch; None where there are too many already."""
    if key in picked:
        return tuple(k for k in picked if k != key)
    if key == choice.alone:
        return (key,)
    others = tuple(k for k in picked if k != choice.alone)
    return None if choice.most and len(others) >= choice.most else (*others, key)


def typed_choice(
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
            picked = toggled(choice, session.picked, key)
            if picked is None:
                return session, [Say("pick-fewer", {"most": choice.most}), Ask()]
            return replace(session, picked=picked), [Ask()]
        case [key]:
            return answer(flow, session, question, Picked(key))
        case [] if len(text.strip()) >= parsing.A_STORY and _takes_early(flow, session):
            return keep_early(session, text)
        case []:
            retry = "retry-search" if choice.find else "retry-choice"
            return session, [Say(retry), Ask()]
        case _ if choice.find:
            return replace(session, among=tuple(found[:24]), page=0), [Ask()]
        case _:
            return session, [Say("retry-choice"), Ask()]


def keep_early(session: Session, part: str | Spoken) -> Outcome:
    """A story that came before its question is not told twice."""
    return replace(session, early=(*session.early, part)), [Say("kept-early"), Ask()]


def _takes_early(flow: Flow, session: Session) -> bool:
    """Not before the first question is answered: it is the one that asks for consent."""
    room = len(session.early) < MOST_EARLY
    return bool(flow.keeps_early) and room and session.question != flow.start


def told(
    flow: Flow, session: Session, question: Question, part: str | Spoken, retry: str
) -> Outcome:
    """Own words, where the question takes them; at the summary they are added to the story."""
    match question.asks:
        case Words() as words:
            problem = _problem(words, part)
            if problem:
                return session, [Say(problem, {"most": words.most}), Ask()]
            if words.read is not None and isinstance(part, str):
                read = words.read(part)
                if read is None:
                    return session, [Say("retry-form"), Ask()]
                part = read
            return answer(flow, session, question, Told((part,)))
        case Review(adds_to):
            before = session.answers.get(adds_to)
            parts = before.parts if isinstance(before, Told) else ()
            told_now = Told((*parts, part))
            answers = {**session.answers, adds_to: told_now}
            added: list[Effect] = [Answered(adds_to, told_now), Say("words-added"), Ask()]
            return replace(session, answers=answers), added
        case _ if isinstance(part, Spoken) and _takes_early(flow, session):
            return keep_early(session, part)
        case _:
            return session, [Say(retry), Ask()]


def _problem(words: Words, part: str | Spoken) -> str | None:
    if isinstance(part, Spoken):
        return None if words.voice else "retry-voice"
    if len(part.strip()) < words.least:
        return "retry-words"
    return "retry-long" if len(part) > words.most else None
