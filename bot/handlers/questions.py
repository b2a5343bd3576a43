"""How a question looks: its text, its buttons, and an answer in words."""

import re
from collections.abc import Mapping
from typing import Protocol

from bot.conversations.flow import (
    Answer,
    Choice,
    Flow,
    Option,
    Picked,
    PickedMany,
    Review,
    Session,
    Skipped,
    Spoken,
    Told,
    Words,
)
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.domain.text import key as compared
from bot.domain.text import persian_digits
from bot.handlers.desk import Speaker
from bot.handlers.presses import press

_STORY_SHOWN = 600
"""Characters of one message shown in a summary to its author; all of them are kept."""
_TOLD_SHOWN = 1500
"""Characters of all of them together: a summary stays one message, which can be edited."""

_NUMBER_SHOWN = 4
"""Digits of a number that is no code and no telephone."""


class MakeButton(Protocol):
    """Makes a button of the present question."""

    def __call__(self, label: str, action: str, value: str = "") -> Button: ...


def put(me: Speaker, flow: Flow, session: Session) -> Text:
    """The present question as a message."""
    return Text(question_text(me, flow, session), question_buttons(me, flow, session))


def question_text(me: Speaker, flow: Flow, session: Session) -> str:
    question = flow.by_key[session.question]
    text = me.say(f"{flow.name}-{question.key}")
    if isinstance(question.asks, Review):
        text += "\n\n" + review(me, flow, session.answers)
    progress = flow.progress(session)
    if progress is None:
        return text
    number, count = progress
    section = me.say(f"{flow.name}-section-{question.section}")
    return me.say("progress", number=number, count=count, section=section) + "\n\n" + text


def review(me: Speaker, flow: Flow, answers: Mapping[str, Answer], *, whole: bool = False) -> str:
    """All answers, a line each, under the names of their sections."""
    lines: list[str] = []
    section = ""
    for name, shown in summary(me, flow, answers, whole=whole):
        here = flow.by_key[name].section
        if here != section:
            section = here
            lines.append(("\n" if lines else "") + me.say(f"{flow.name}-section-{here}"))
        lines.append(me.say("review-line", title=me.say(f"{flow.name}-{name}-title"), answer=shown))
    return "\n".join(lines)


def summary(
    me: Speaker, flow: Flow, answers: Mapping[str, Answer], *, whole: bool = False
) -> list[tuple[str, str]]:
    """The answers in the order of the questions, in words; own words `whole` or begun.

    What was left out says so once for a whole section, and is not mentioned otherwise.
    """
    given = [q for q in flow.questions if q.changeable and q.key in answers]
    said = {q.section for q in given if answers[q.key] != Skipped()}
    shown, silent = [], set[str]()
    for question in given:
        here = question.section
        if answers[question.key] == Skipped() and here:
            if here in said or here in silent:
                continue
            silent.add(here)
        shown.append((question.key, answer_text(me, flow, question.key, answers, whole=whole)))
    return shown


def answer_text(
    me: Speaker, flow: Flow, key: str, answers: Mapping[str, Answer], *, whole: bool = False
) -> str:
    question, answer = flow.by_key[key], answers[key]
    if question.secret and answer != Skipped():
        return me.say("answer-secret")
    labels: dict[str, str] = {}
    if isinstance(question.asks, Choice):
        options = question.asks.among(answers)
        labels = {option.key: _label(me, flow.name, key, option) for option in options}
    match answer:
        case Picked(choice):
            return labels.get(choice, choice)
        case PickedMany(choices):
            return me.say("list-comma").join(labels.get(choice, choice) for choice in choices)
        case Told(parts):
            said = "\n".join(_part(me, part, whole=whole) for part in parts)
            return _aligned(me, said if whole else _begun(said, _TOLD_SHOWN))
        case Skipped():
            return me.say("answer-skipped")


def _aligned(me: Speaker, said: str) -> str:
    """In Persian: a lone number in its digits, and no line at the wrong side that begins with
    one."""
    if me.language != "fa":
        return said
    if said.isdecimal() and len(said) <= _NUMBER_SHOWN:
        return persian_digits(said)
    return re.sub(r"\n(?=\d)", "\n\u200f", said)


def _part(me: Speaker, part: str | Spoken, *, whole: bool) -> str:
    if isinstance(part, Spoken):
        return me.say("answer-voice", seconds=part.seconds)
    return part if whole else _begun(part, _STORY_SHOWN)


def _begun(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rstrip() + " …"


def settled(me: Speaker, flow: Flow, before: Session, now: Session, key: str) -> str:
    question = flow.by_key[key]
    if isinstance(question.asks, Review):
        return question_text(me, flow, before)
    if not question.changeable and key in now.answers:
        # What somebody agreed to stays readable.
        return me.say(f"{flow.name}-{key}") + "\n\n" + answer_text(me, flow, key, now.answers)
    if key not in now.answers or now.question == key:
        return me.say(f"{flow.name}-{key}-title")
    answers = now.answers
    shown = answer_text(me, flow, key, answers)
    return me.say("review-line", title=me.say(f"{flow.name}-{key}-title"), answer=shown)


def _label(me: Speaker, flow: str, question: str, option: Option) -> str:
    if option.names is not None:
        return option.names.get(me.language) or option.names["fa"]
    return me.say(f"{flow}-{question}-{option.key}")


def labels(me: Speaker, flow: Flow, session: Session) -> dict[str, str]:
    question = flow.by_key.get(session.question)
    if question is None or not isinstance(question.asks, Choice):
        return {}
    return {
        option.key: _label(me, flow.name, question.key, option)
        for option in question.asks.among(session.answers)
    }


def confirms(me: Speaker, text: str) -> bool:
    """Whether somebody wrote what stands on the button that ends a question."""
    ways = (me.say("button-done"), me.say("button-confirm"))
    return bool(compared(text)) and compared(text) in map(compared, ways)


def question_buttons(me: Speaker, flow: Flow, session: Session) -> Buttons:
    question = flow.by_key[session.question]

    def button(label: str, action: str, value: str = "") -> Button:
        parts = ("f", session.nonce, question.key, action)
        return Button(label, press(*parts, value) if value else press(*parts))

    rows: list[tuple[Button, ...]] = []
    match question.asks:
        case Choice() as choice:
            rows = _choice_rows(me, flow, session, choice, button)
        case Review():
            rows = [(button(me.say("button-confirm"), "confirm"),)]
            rows += in_rows(_changes(me, flow, session, button), 2)
        case Words():
            pass
    last = []
    if session.path:
        last.append(button(me.say("button-back"), "back"))
    if question.optional:
        last.append(button(me.say("button-skip"), "skip"))
    if last:
        rows.append(tuple(last))
    if flow.opens_section(session):
        rows.append((button(me.say("button-omit"), "omit"),))
    if flow.help_button:
        rows.append(_ways_out(me, sensitive=_unseen(flow, session)))
    return tuple(rows)


def _unseen(flow: Flow, session: Session) -> bool:
    """Whether the present question must not be seen by others."""
    watched = flow.watched is not None and flow.watched(session.answers)
    return watched or flow.by_key[session.question].sensitive


def _ways_out(me: Speaker, *, sensitive: bool) -> tuple[Button, ...]:
    """Below every question: immediate help, and where somebody must not see it, the way out."""
    help_now = me.button("button-help-now", "m", "help")
    return (help_now, me.button("button-exit", "q", "exit")) if sensitive else (help_now,)


def _changes(me: Speaker, flow: Flow, session: Session, button: MakeButton) -> list[Button]:
    """What may be changed at the summary: sections, or where there are none, answers."""
    found: dict[str, Button] = {}
    for key, _ in summary(me, flow, session.answers):
        section = flow.by_key[key].section
        name = f"{flow.name}-section-{section}" if section else f"{flow.name}-{key}-title"
        action, value = ("section", section) if section else ("change", key)
        found[name] = button(me.say("button-change", what=me.say(name)), action, value)
    return list(found.values())


def _choice_rows(
    me: Speaker, flow: Flow, session: Session, choice: Choice, button: MakeButton
) -> list[tuple[Button, ...]]:
    options = choice.among(session.answers)
    if session.among:
        options = tuple(option for option in options if option.key in session.among)
    total = len(options)
    if choice.page:
        options = options[session.page * choice.page : (session.page + 1) * choice.page]
    shown = []
    for option in options:
        label = _label(me, flow.name, session.question, option)
        if choice.many:
            mark = "button-marked" if option.key in session.picked else "button-unmarked"
            shown.append(button(me.say(mark, label=label), "mark", option.key))
        else:
            shown.append(button(label, "pick", option.key))
    rows = [*in_rows(shown, choice.columns)]
    rows += _turning_rows(me, session, choice, total, button)
    if choice.many:
        rows.append((button(me.say("button-done"), "done"),))
    return rows


def _turning_rows(
    me: Speaker, session: Session, choice: Choice, total: int, button: MakeButton
) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    turning = []
    if session.page:
        turning.append(button(me.say("button-earlier"), "page", str(session.page - 1)))
    if choice.page and (session.page + 1) * choice.page < total:
        turning.append(button(me.say("button-later"), "page", str(session.page + 1)))
    if turning:
        rows.append(tuple(turning))
    if session.among:
        rows.append((button(me.say("button-all"), "all"),))
    return rows
