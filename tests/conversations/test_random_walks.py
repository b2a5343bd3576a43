"""Thousands of families, each on a way of its own: all of them arrive, or are at least answered.

What people do is drawn by chance: buttons, numbers, own words, voice notes, presses that are
late, repeated, forged or of an older walk, silences of up to thirteen days, and questions that
change meanwhile. The model of the assessment is told the same and must keep the same.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from bot.conversations import step as engine
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
    Spoke,
    Toast,
)
from bot.conversations.flow import (
    Answers,
    Choice,
    Picked,
    Review,
    Session,
    Spoken,
    Words,
    session_from_json,
    session_to_json,
)
from tests.conversations.model import NOT_SAID, Model, kept
from tests.conversations.model_tables import MUST
from tests.conversations.walking import OTHER_KINDS, flow, presses, typed

INTAKE = flow("intake")
FEW = 300
ENOUGH = 2000
"""More deeds than this, and a walk counts as one that never ends."""
SCREENERS = (None, None, "k6", "who5", "both")
FORGED = (
    ("pick", "gone"), ("mark", "gone"), ("page", "-1"), ("section", "heaven"), ("change", "gone"),
    ("", ""), ("nonsense", "yes"),
)  # fmt: skip
A_STORY = "از هفتهٔ پیش که برگشتیم هیچ‌کس با هیچ‌کس حرف نزده"
DEEDS = {
    "presses": 60, "goes back": 2, "chooses by number": 8, "tells": 8, "tells a story": 1,
    "speaks": 2, "says skip": 4, "says done": 4, "sends other": 2, "presses late": 3, "repeats": 3,
    "forges": 3, "is away": 3, "questions change": 1, "leaves": 0.08, "gives up": 0.3,
}  # fmt: skip


@dataclass
class Family:
    """One walk: the real one and the model's, side by side."""

    chance: random.Random
    session: Session | None
    model: Model
    deeds: Counter[str] = field(default_factory=Counter)
    days: int = 0
    last: Event | None = None
    ended: str = ""
    answers: Answers = field(default_factory=dict)

    @property
    def here(self) -> Session:
        assert self.session is not None
        return self.session

    def walks(self) -> "Family":
        """Until the end, or until they write no more."""
        names, weights = tuple(DEEDS), tuple(DEEDS.values())
        while not self.ended:
            (deed,) = self.chance.choices(names, weights)
            self.deeds[deed] += 1
            assert self.deeds.total() < ENOUGH, "a walk without an end"
            event = self._chosen(deed)
            if event is not None:
                self._does(event)
        return self

    def _does(self, event: Event) -> None:
        self.last = event
        after, effects = engine.step(INTAKE, self.here, event)
        assert _is_answered(event, effects), (self.here.question, event)
        if after is None:
            assert self.model.at in ("end", "left")
            self._ends(effects)
            return
        self.session = session_from_json(json.loads(json.dumps(session_to_json(after))))
        assert self.here.question == self.model.at, event
        assert kept(self.here) == self.model.said
        assert self.here.path == tuple(self.model.trail)
        assert self.here.picked == tuple(self.model.marks)

    def _ends(self, effects: list[Effect]) -> None:
        assert isinstance(effects[-1], Finished | Left)
        self.ended, left = "left", self.here
        self.session = None
        if isinstance(effects[-1], Finished):
            self.answers = effects[-1].answers
            assert kept(replace(left, answers=self.answers)) == self.model.said
            self.ended = "declined" if self.model.said["consent"] == "no" else "finished"

    def _chosen(self, deed: str) -> Event | None:
        """What they do; the model is told the same. None: nothing that reaches us."""
        deeds: dict[str, Callable[[], Event | None]] = {
            "presses": self._presses,
            "goes back": lambda: self._really(self._own("back")) if self.here.path else None,
            "leaves": lambda: self._really(self._own("leave")),
            "chooses by number": lambda: self._chooses(self.chance.randint(0, 20)),
            "tells": lambda: self._says(f"خانه {self.deeds.total()}"),
            "tells a story": lambda: self._says(f"{A_STORY} {self.deeds.total()}"),
            "says skip": lambda: self._says("رد شو"),
            "says done": lambda: self._says("همین‌ها"),
            "speaks": self._speaks,
            "sends other": lambda: SentOther(self.chance.choice(OTHER_KINDS)),
            "presses late": self._presses_late,
            "repeats": self._repeats,
            "forges": self._forges,
            "is away": self._is_away,
            "questions change": self._questions_change,
            "gives up": self._gives_up,
        }
        return deeds[deed]()

    def _own(self, action: str) -> Pressed:
        return Pressed(self.here.nonce, self.here.question, action)

    def _speaks(self) -> Event:
        self.model.tell("voice", voice=True)
        return Spoke(Spoken("a-voice", 5))

    def _presses_late(self) -> Event:
        older = [key for key in INTAKE.by_key if key != self.here.question]
        action = self.chance.choice((("pick", "self"), ("skip", ""), ("back", "")))
        return Pressed(self.here.nonce, self.chance.choice(older), *action)

    def _forges(self) -> Event:
        nonce = self.chance.choice((self.here.nonce, "0lde"))
        return Pressed(nonce, self.here.question, *self.chance.choice(FORGED))

    def _is_away(self) -> Event:
        self.days += self.chance.randint(1, 13)
        return Resumed()

    def _gives_up(self) -> None:
        self.ended = f"stopped at {self.here.question}"

    def _really(self, event: Pressed) -> Event:
        """A press of a button that stands there."""
        self.model.press(event.action, event.value)
        return event

    def _presses(self) -> Event | None:
        """A button, rather one that leads on."""
        buttons = [e for e in presses(self.here) if e.action != "back"]
        onward = [e for e in buttons if e.action in ("confirm", "done") and self._is_ready]
        if onward and self.chance.random() < 0.6:
            return self._really(onward[0])
        return self._really(self.chance.choice(buttons)) if buttons else None

    @property
    def _is_ready(self) -> bool:
        return bool(self.here.picked) or self.here.question == "review"

    def _repeats(self) -> Event | None:
        if not isinstance(self.last, Pressed) or self.last.question != self.here.question:
            return self.last if isinstance(self.last, Pressed) else None
        return self._really(self.last) if self.last in presses(self.here) else None

    def _chooses(self, number: int) -> Event:
        event = typed(self.here, str(number))
        options = tuple(event.labels)
        if not isinstance(self._asks, Choice):
            self.model.tell(event.text)
        elif 1 <= number <= len(options):
            self.model.choose(options[number - 1])
        return event

    def _says(self, words: str) -> Event:
        """Own words, or short ones that mean a button."""
        event, asks = typed(self.here, words), self._asks
        if event.skips and self.here.question not in MUST:
            self.model.answer(NOT_SAID)
        elif event.confirms and isinstance(asks, Review):
            self.model.confirm()
        elif event.confirms and isinstance(asks, Choice):
            self.model.done()
        elif not isinstance(asks, Choice) or len(words) >= len(A_STORY):
            self.model.tell(words)
        return event

    @property
    def _asks(self) -> Choice | Words | Review:
        return INTAKE.by_key[self.here.question].asks

    def _questions_change(self) -> Event:
        """An update came in between; perhaps one of their answers is none any more."""
        answers = dict(self.here.answers)
        lost = self.chance.choice(("", *(key for key in answers if key in INTAKE.by_key)))
        if lost:
            answers[lost] = Picked("gone")
        self.session = replace(self.here, version=1, answers=answers)
        self.model.becomes_older(lost)
        return Resumed()


def _is_answered(event: Event, effects: list[Effect]) -> bool:
    heard = any(isinstance(e, Ask | Say | Finished | Left) for e in effects)
    seen = any(isinstance(e, Redraw | Toast) for e in effects)
    return heard or (seen and isinstance(event, Pressed))


def _begins(chance: random.Random, given: Answers) -> Family:
    session = engine.begin(INTAKE, "n0ce", given)
    said = kept(replace(session, answers=given))
    model = Model(session.question, said, changing=session.changing)
    return Family(chance, session, model)


def _family(seed: int) -> list[Family]:
    """One family's walk; after the short door, many go on with the full assessment."""
    chance = random.Random(seed)
    screeners = chance.choice(SCREENERS)
    given: Answers = {"screeners": Picked(screeners)} if screeners else {}
    first = _begins(chance, given).walks()
    if first.ended != "finished" or first.model.said["consent"] != "now":
        return [first]
    again = {**given, **first.answers, "consent": Picked("full")}
    return [first, _begins(chance, again).walks()]


def _walk(seeds: range) -> None:
    ends, deeds, days, longest = Counter[str](), Counter[str](), 0, 0
    for seed in seeds:
        try:
            walks = _family(seed)
        except AssertionError as error:
            error.add_note(f"the family of seed {seed}")
            raise
        for walk in walks:
            ends[walk.ended] += 1
            deeds += walk.deeds
            days += walk.days
            longest = max(longest, walk.deeds.total())
    for line in (
        f"{seeds}: {ends.total()} walks, {deeds.total()} deeds, at most {longest} in one,"
        f" {days} days of silence",
        ", ".join(f"{count} {end}" for end, count in ends.most_common()),
        ", ".join(f"{count} {deed}" for deed, count in deeds.most_common()),
    ):
        sys.stdout.write(f"{line}\n")
    assert {"finished", "declined", "left"} <= ends.keys()
    assert deeds.keys() == DEEDS.keys()


def test_some_hundred_families_arrive_or_are_answered() -> None:
    _walk(range(FEW))


@pytest.mark.soak
@pytest.mark.parametrize("part", range(10))
def test_ten_thousand_families_arrive_or_are_answered(part: int) -> None:
    _walk(range(part * 1000, part * 1000 + 1000))
