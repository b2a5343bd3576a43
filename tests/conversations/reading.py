"""Reads and plays transcripts: dialogues that a counselor can read and write.

family: [self]            presses that button of the question that waits
family: [self] at who     presses a button of an earlier question of this walk
family: [self] in an older walk
family: [omit]            leaves out the whole section; [section who] changes one at the summary
family: شیراز             types these words; ⏎ begins a new line
family: (voice)           also (sticker), (photo), (location), (contact), (edited),
                          (comes back), (4001 letters)
bot: who                  asks this question
bot: retry-choice         says this text of locales/
bot: (press-old)          answers the press with this text
bot: ✓ who                writes the choice into the pressed message, without its buttons
bot: ↻ who                draws the pressed message anew
kept: who = self          an answer is kept
end: …                    finished, with all answers; or left
"""

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.conversations import events
from bot.conversations import step as engine
from bot.conversations.flow import (
    Answer,
    Choice,
    Flow,
    Picked,
    PickedMany,
    Session,
    Skipped,
    Spoken,
    Told,
    answer_from_json,
    session_from_json,
    session_to_json,
)
from bot.domain.outgoing import Button
from bot.handlers import questions
from bot.handlers.desk import Speaker
from bot.handlers.house import House
from bot.handlers.presses import parts_of

FOLDER = Path(__file__).parents[1] / "transcripts"
NONCE = "n0ce"
ACTIONS = ("back", "skip", "omit", "done", "confirm", "all")
_PRESS = re.compile(r"\[([^\]]+)\](?: at (\w+))?( in an older walk)?")


@dataclass(frozen=True)
class Dialogue:
    """`begins`: where the walk stands at first, where that is not its beginning.

    `given`: what is known before the first question.
    """

    flow: str
    title: str
    languages: tuple[str, ...]
    talk: str
    begins: dict[str, Any] | None = None
    given: dict[str, Any] | None = None

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Who speaks, and what, line by line."""
        pairs = [line.strip().partition(": ") for line in self.talk.strip().splitlines()]
        return [(who, what) for who, _, what in pairs]


def dialogues() -> list[Dialogue]:
    return [
        Dialogue(
            path.stem, entry["title"], tuple(entry.get("languages", ("fa", "en"))),
            entry["talk"], entry.get("begins"), entry.get("given"),
        )
        for path in sorted(FOLDER.glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["dialogue"]
    ]  # fmt: skip


class Walk:
    """Plays the family's lines of a dialogue and writes down what the bot does."""

    def __init__(self, house: House, dialogue: Dialogue, language: str) -> None:
        self.house, self.me = house, Speaker(house, language)
        self.flow: Flow = house.flows[dialogue.flow]
        self.session: Session | None = _beginning(self.flow, dialogue)
        self.drawn: dict[str, Session] = {}
        self.lines: list[str] = []

    def play(self, dialogue: Dialogue) -> str:
        """The dialogue as it goes now."""
        if dialogue.begins is None:
            self._note(events.Ask())
        for who, what in dialogue.lines:
            if who == "family":
                assert self.session is not None, f"the talk ended before {what!r}"
                self.lines.append(f"family: {what}")
                self._do(self._event(what))
        return "\n".join(self.lines)

    def _do(self, event: events.Event) -> None:
        assert self.session is not None
        before = self.session
        after, effects = engine.step(self.flow, before, event)
        assert effects, "the person is left without a reply"
        # Between two messages there is always the database.
        self.session = _kept(after) if after else None
        for effect in effects:
            if isinstance(effect, events.Settle):
                assert questions.settled(
                    self.me, self.flow, before, self.session or before, effect.question
                )
            self._note(effect)

    def _event(self, what: str) -> events.Event:
        assert self.session is not None
        if press := _PRESS.fullmatch(what):
            return self._press(press[1], press[2] or self.session.question, older=bool(press[3]))
        match what:
            case "(voice)":
                return events.Spoke(Spoken("a-voice", 7))
            case "(comes back)":
                return events.Resumed()
            case "(4001 letters)":
                return self._typed("ن" * 4001)
            case _ if what.startswith("("):
                return events.SentOther(what.strip("()"))
            case _:
                return self._typed(what.replace(" ⏎ ", "\n"))

    def _typed(self, text: str) -> events.Typed:
        assert self.session is not None
        labels = questions.labels(self.me, self.flow, self.session)
        skips, confirms = self.house.heard("skip", text), questions.confirms(self.me, text)
        return events.Typed(text, labels, skips, confirms)

    def _press(self, label: str, question: str, *, older: bool) -> events.Pressed:
        """The press of a button that stands, or stood, under a question."""
        shown = self.drawn[question]
        wanted = self._data(label, shown)
        for button in buttons(self.me, self.flow, shown):
            parts = parts_of(button.data or "")
            assert parts is not None
            if parts[3:] == wanted:
                nonce = "0lde" if older else parts[1]
                return events.Pressed(nonce, parts[2], parts[3], "".join(parts[4:]))
        raise AssertionError(f"there is no button [{label}] under {question}")

    def _data(self, label: str, shown: Session) -> tuple[str, ...]:
        question = self.flow.by_key[shown.question]
        if label in ACTIONS:
            return (label,)
        if label.startswith("change "):
            return ("change", label.removeprefix("change "))
        if label.startswith("section "):
            return ("section", label.removeprefix("section "))
        if label in ("earlier", "more"):
            return ("page", str(shown.page + (1 if label == "more" else -1)))
        assert isinstance(question.asks, Choice), f"{question.key} has no options"
        keys = {_name(o.key, o.names): o.key for o in question.asks.among(shown.answers)}
        return ("mark" if question.asks.many else "pick", keys[label])

    def _note(self, effect: events.Effect) -> None:
        match effect:
            case events.Ask() | events.Redraw():
                assert self.session is not None
                self.drawn[self.session.question] = self.session
                assert questions.question_text(self.me, self.flow, self.session)
                sign = "↻ " if isinstance(effect, events.Redraw) else ""
                self.lines.append(f"bot: {sign}{self._shown()}")
            case events.Say(key, arguments):
                assert self.me.say(key, **arguments)
                self.lines.append(f"bot: {key}")
            case events.Toast(key, arguments):
                assert self.me.say(key, **arguments)
                self.lines.append(f"bot: ({key})")
            case events.Settle(question):
                self.lines.append(f"bot: ✓ {question}")
            case events.Answered(question, answer):
                self.lines.append(f"kept: {question} = {self._answer(question, answer)}")
            case events.Finished(answers):
                given = [f"{key} = {self._answer(key, answers[key])}" for key in answers]
                self.lines.append("end: " + ", ".join(given))
            case events.Left():
                self.lines.append("end: left")

    def _shown(self) -> str:
        """The question that waits, with what is special about how it looks now."""
        assert self.session is not None
        now = self.session
        more = [f"page {now.page + 1}"] if now.page else []
        more += ["marked " + self._names(now.question, now.picked)] if now.picked else []
        more += ["only " + self._names(now.question, now.among)] if now.among else []
        more += ["for the summary"] if now.changing else []
        return now.question + (f" ({'; '.join(more)})" if more else "")

    def _names(self, question: str, keys: tuple[str, ...]) -> str:
        return " + ".join(self._answer(question, Picked(key)) for key in keys)

    def _answer(self, question: str, answer: Answer) -> str:
        asks = self.flow.by_key[question].asks
        match answer:
            case Picked(key) if isinstance(asks, Choice) and isinstance(asks.options, tuple):
                named = {o.key: _name(o.key, o.names) for o in asks.options}
                return named[key]
            case Picked(key):
                county = self.house.divisions.county(key)
                return county.en if county else key
            case PickedMany(keys):
                return self._names(question, keys)
            case Told(parts):
                return " / ".join(_short(p) if isinstance(p, str) else "(voice)" for p in parts)
            case Skipped():
                return "(not said)"


def buttons(me: Speaker, flow: Flow, session: Session) -> list[Button]:
    return [button for row in questions.question_buttons(me, flow, session) for button in row]


def _kept(session: Session) -> Session:
    return session_from_json(json.loads(json.dumps(session_to_json(session))))


def _short(text: str) -> str:
    text = text.replace("\n", " ⏎ ")
    return f"«{text}»" if len(text) < 60 else f"({len(text)} letters)"


def _name(key: str, names: Any) -> str:
    return str(names["en"]) if names else key


def _beginning(flow: Flow, dialogue: Dialogue) -> Session:
    begins = dialogue.begins
    if begins is None:
        return engine.begin(flow, NONCE, _answers(dialogue.given or {}))
    return Session(flow.name, begins["version"], NONCE, begins["at"], _answers(begins["answers"]))


def _answers(data: dict[str, Any]) -> dict[str, Answer]:
    return {key: answer_from_json(value) for key, value in data.items()}


def rewrite(updates: dict[str, str]) -> None:
    """Puts talks, by their titles, into the files they stand in; all else stays as it is."""
    for path in FOLDER.glob("*.toml"):
        text = path.read_text("utf-8")
        for title, talk in updates.items():
            head = re.escape(f"title = {json.dumps(title, ensure_ascii=False)}\n")
            pattern = re.compile(f"({head}(?:(?!\\[\\[).*\n)*?talk = ''')[^']*(''')")
            if found := pattern.search(text):
                text = f"{text[: found.start()]}{found[1]}\n{talk}\n{found[2]}{text[found.end() :]}"
        path.write_text(text, "utf-8")
