"""The engine against a small model of it, over random lives; and its single rules."""

from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversations import step as engine
from bot.conversations.events import (
    Answered,
    Ask,
    Event,
    Finished,
    Left,
    Pressed,
    Resumed,
    Say,
    SentOther,
    Spoke,
    Toast,
)
from bot.conversations.flow import (
    Picked,
    PickedMany,
    Session,
    Skipped,
    Spoken,
    Told,
    session_from_json,
    session_to_json,
)
from tests.conversations.walking import everything, flow, presses, standing, typed

INTAKE = flow("intake")
WAYS = {"consent": "who", "who": "topic", "topic": "danger", "danger": "province",
        "county": "contact", "times": "story", "story": "review"}  # fmt: skip


@dataclass
class Model:
    """What should be kept of a walk, told once more in the plainest way."""

    at: str = "consent"
    said: dict[str, str] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    changing: bool = False

    def after(self, question: str) -> str:
        if question == "province":
            return "contact" if self.said["province"] in ("abroad", "-") else "county"
        if question == "contact":
            return "story" if self.said["contact"] == "wait" else "times"
        declined = question == "consent" and self.said["consent"] == "no"
        return "end" if declined else WAYS[question]

    def way(self) -> list[str]:
        """The questions from the first to the one that is open."""
        way = ["consent"]
        while way[-1] in self.said:
            way.append(self.after(way[-1]))
        return way

    def answer(self, value: str) -> None:
        question = self.at
        if question == "province" and self.said.get("province", value) != value:
            self.said.pop("county", None)
        self.said[question] = value
        to = self.way()[-1] if self.changing else self.after(question)
        self.trail = [q for q in self.trail if q not in (to, question)] + [question]
        if to == "review":
            self.said = {q: a for q, a in self.said.items() if q in self.way()}
        self.changing = self.changing and to != "review"
        self.at, self.marks = to, []

    def press(self, action: str, value: str) -> None:
        match action:
            case "pick":
                self.answer(value)
            case "skip":
                self.answer("-")
            case "done" if self.marks:
                self.answer("+".join(self.marks))
            case "mark" if value in self.marks:
                self.marks.remove(value)
            case "mark":
                self.marks.append(value)
            case "back" if self.trail:
                self.at, self.marks, self.changing = self.trail.pop(), [], False
            case "change":
                self.trail.append("review")
                self.at, self.changing = value, True
            case "confirm":
                self.at = "end"
            case _:
                pass

    def tell(self, words: str) -> None:
        if self.at == "story":
            self.answer(words)
        elif self.at == "review":
            before = self.said.get("story", "-")
            self.said["story"] = words if before == "-" else f"{before}/{words}"


def kept(session: Session) -> dict[str, str]:
    """The stored answers as the model writes them."""
    said = {}
    for question, answer in session.answers.items():
        match answer:
            case Picked(key):
                said[question] = key
            case PickedMany(keys):
                said[question] = "+".join(keys)
            case Told(parts):
                said[question] = "/".join(p if isinstance(p, str) else "voice" for p in parts)
            case Skipped():
                said[question] = "-"
    return said


LIFE = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=40)


def do(model: Model, session: Session, kind: int, number: int) -> Event:
    """One of the things a person does; the model is told the same."""
    if kind <= 6:
        buttons = presses(session)
        if buttons:
            event = buttons[number % len(buttons)]
            model.press(event.action, event.value)
            return event
        kind = 7
    if kind == 7:
        model.tell("voice")
        return Spoke(Spoken("a-voice", number))
    if kind == 8:
        others = [e for e in (Pressed("0lde", session.question, "pick", "yes"),
                              Pressed(session.nonce, "consent", "pick", "yes"),
                              Pressed(session.nonce, "who", "pick", "other"))
                  if e.nonce != session.nonce or e.question != session.question]  # fmt: skip
        return others[number % len(others)]
    return (Resumed(), SentOther("sticker"), SentOther("edited"))[number % 3]


@settings(max_examples=150)
@given(st.sampled_from(sorted(INTAKE.by_key)), LIFE)
def test_what_is_kept_equals_the_model_whatever_people_do(
    start: str, life: list[tuple[int, int]]
) -> None:
    session = standing("intake")[start]
    model = Model(start, kept(session), [*session.path], [*session.picked])
    for kind, number in life:
        event = do(model, session, kind, number)
        after, effects = engine.step(INTAKE, session, event)
        if after is None:
            assert model.at == "end"
            assert isinstance(effects[-1], Finished)
            return
        session = session_from_json(session_to_json(after))
        assert (session.question, kept(session)) == (model.at, model.said)
        assert list(session.path) == model.trail
        assert list(session.picked) == model.marks


@settings(max_examples=40)
@given(st.sampled_from(["intake", "feedback"]), st.lists(st.integers(0, 10_000), max_size=25))
def test_no_life_however_strange_breaks_the_walk(name: str, life: list[int]) -> None:
    session: Session | None = engine.begin(flow(name), "n0ce")
    for number in life:
        assert session is not None
        events: list[Event] = [*(everything(session) if number % 3 == 0 else presses(session))]
        if not events:
            events = [typed(session, "حرف")]
        session, effects = engine.step(flow(name), session, events[number % len(events)])
        assert effects
        if session is None:
            return
        for key, answer in session.answers.items():
            assert flow(name).by_key[key].takes(answer, session.answers)


def test_an_old_press_never_writes_and_never_moves() -> None:
    for session in standing("intake").values():
        for event in everything(session):
            old = isinstance(event, Pressed) and (
                event.nonce != session.nonce or event.question != session.question
            )
            if old:
                after, effects = engine.step(INTAKE, session, event)
                assert after == session
                assert not any(isinstance(e, Answered | Finished | Left) for e in effects)


def test_a_press_that_was_counted_already_says_so() -> None:
    session = standing("intake")["topic"]
    again = Pressed("n0ce", "who", "pick", "self")
    assert engine.step(INTAKE, session, again)[1] == [Toast("press-counted")]


def test_a_forged_option_is_no_answer() -> None:
    session = standing("intake")["county"]
    for value in ("0000", "abroad", "", "no"):
        after, effects = engine.step(INTAKE, session, Pressed("n0ce", "county", "pick", value))
        assert (after, effects) == (session, [Toast("press-old"), Ask()])


def test_a_page_far_beyond_the_last_shows_the_last() -> None:
    session = standing("intake")["province"]
    after, _ = engine.step(INTAKE, session, Pressed("n0ce", "province", "page", "9999"))
    assert after is not None
    assert after.page == 2


def test_a_story_of_4000_letters_is_kept_and_one_more_letter_is_too_long() -> None:
    session = standing("intake")["story"]
    after, _ = engine.step(INTAKE, session, typed(session, "ن" * 4000))
    assert after is not None
    assert after.answers["story"] == Told(("ن" * 4000,))
    same, effects = engine.step(INTAKE, session, typed(session, "ن" * 4001))
    assert (same, effects) == (session, [Say("retry-long", {"most": 4000}), Ask()])


def test_a_message_of_spaces_is_no_story() -> None:
    session = standing("intake")["story"]
    same, effects = engine.step(INTAKE, session, typed(session, " \n "))
    assert (same, effects) == (session, [Say("retry-words", {"most": 4000}), Ask()])


def test_words_for_a_question_that_is_gone_answer_no_other() -> None:
    before = replace(standing("intake")["topic"], version=0, question="mood")
    after, effects = engine.step(INTAKE, before, typed(before, "1"))
    assert effects == [Ask()]
    assert after is not None
    assert after.question == "topic"
    assert after.answers == before.answers


def test_a_confirmed_summary_always_holds_a_whole_way() -> None:
    review = standing("intake")["review"]
    answers = {key: answer for key, answer in review.answers.items() if key != "danger"}
    after, effects = engine.step(INTAKE, replace(review, answers=answers),
                                 Pressed("n0ce", "review", "confirm"))  # fmt: skip
    assert effects == [Ask()]
    assert after is not None
    assert after.question == "danger"
    back, _ = engine.step(INTAKE, after, Pressed("n0ce", "danger", "pick", "no"))
    assert back is not None
    assert back.question == "review"
