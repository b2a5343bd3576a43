"""The engine against a small model of it, over random lives; and its single rules."""

from dataclasses import replace

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
    Typed,
)
from bot.conversations.flow import (
    Choice,
    Session,
    Spoken,
    Told,
    session_from_json,
    session_to_json,
)
from tests.conversations.model import NOT_SAID, Model, kept
from tests.conversations.model_tables import MUST, SECTION
from tests.conversations.walking import everything, flow, in_full, presses, standing, typed

INTAKE = flow("intake")

LIFE = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=40)


def do(model: Model, session: Session, kind: int, number: int) -> Event:
    """One of the things a person does; the model is told the same."""
    if kind <= 5:
        buttons = presses(session)
        if buttons:
            event = buttons[number % len(buttons)]
            model.press(event.action, event.value)
            return event
        kind = 7
    match kind:
        case 6 if number < 20:
            return _chooses(model, session, number)
        case 6 | 7 if number % 2:
            model.tell("voice", voice=True)
            return Spoke(Spoken("a-voice", number))
        case 6 | 7:
            if model.at in OPTIONAL_CHOICES:
                model.answer(NOT_SAID)
                return Typed("نه", skips=True)
            return Typed("حرف", confirms=False) if model.at in CHOICES else _tells(model)
        case 8:
            others = [e for e in (Pressed("0lde", session.question, "pick", "yes"),
                                  Pressed(session.nonce, "consent", "pick", "full"),
                                  Pressed(session.nonce, "who", "pick", "other"))
                      if e.nonce != session.nonce or e.question != session.question]  # fmt: skip
            return others[number % len(others)]
        case _:
            return (Resumed(), SentOther("sticker"), SentOther("edited"))[number % 3]


CHOICES = {q.key for q in INTAKE.questions if isinstance(q.asks, Choice)}
OPTIONAL_CHOICES = CHOICES & set(SECTION) - MUST


def _tells(model: Model) -> Event:
    model.tell("حرف من")
    return Typed("حرف من")


def _chooses(model: Model, session: Session, number: int) -> Event:
    """The number of an option, typed."""
    event = typed(session, str(number + 1))
    options = tuple(event.labels)
    if number < len(options):
        model.choose(options[number])
    elif model.at not in CHOICES:
        model.tell(event.text)
    return event


@settings(max_examples=150)
@given(st.sampled_from(sorted(INTAKE.by_key)), LIFE)
def test_what_is_kept_equals_the_model_whatever_people_do(
    start: str, life: list[tuple[int, int]]
) -> None:
    session = standing("intake")[start]
    model = Model(start, kept(session), [*session.path], [*session.picked])
    model.changing, model.within = session.changing, session.within
    for kind, number in life:
        event = do(model, session, kind, number)
        after, effects = engine.step(INTAKE, session, event)
        if after is None:
            assert model.at == "end"
            finished = effects[-1]
            assert isinstance(finished, Finished)
            assert kept(replace(session, answers=finished.answers)) == model.said
            return
        session = session_from_json(session_to_json(after))
        assert (session.question, kept(session)) == (model.at, model.said)
        assert list(session.path) == model.trail
        assert list(session.picked) == model.marks
        assert (session.changing, session.within) == (model.changing, model.within)
        assert INTAKE.opens_section(session) == model.may_omit


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
    session = in_full("story")
    after, _ = engine.step(INTAKE, session, typed(session, "ن" * 4000))
    assert after is not None
    assert after.answers["story"] == Told(("ن" * 4000,))
    same, effects = engine.step(INTAKE, session, typed(session, "ن" * 4001))
    assert (same, effects) == (session, [Say("retry-long", {"most": 4000}), Ask()])


def test_a_message_of_spaces_is_no_story() -> None:
    session = in_full("story")
    same, effects = engine.step(INTAKE, session, typed(session, " \n "))
    assert (same, effects) == (session, [Say("retry-words", {"most": 4000}), Ask()])


def test_words_for_a_question_that_is_gone_answer_no_other() -> None:
    before = replace(standing("intake")["topic"], version=0, question="mood")
    after, effects = engine.step(INTAKE, before, typed(before, "1"))
    assert effects == [Ask()]
    assert after is not None
    assert after.question == "topic"
    assert kept(after) == {key: said for key, said in kept(before).items() if key in SECTION or
                           key == "consent"}  # fmt: skip


def test_a_confirmed_summary_always_holds_a_whole_way() -> None:
    review = standing("intake")["review"]
    answers = {key: answer for key, answer in review.answers.items() if key != "danger"}
    after, effects = engine.step(INTAKE, replace(review, answers=answers),
                                 Pressed("n0ce", "review", "confirm"))  # fmt: skip
    assert effects == [Say("still-open"), Ask()]
    assert after is not None
    assert after.question == "danger"
    back, _ = engine.step(INTAKE, after, Pressed("n0ce", "danger", "pick", "no"))
    assert back is not None
    assert back.question == "review"


def test_a_story_told_before_its_question_is_kept_and_not_asked_for_again() -> None:
    early = "دیشب همسرم رفت و بچه‌ها تا صبح نخوابیدند"
    session = standing("intake")["who"]
    for event in (typed(session, early), Spoke(Spoken("v", 4))):
        after, effects = engine.step(INTAKE, session, event)
        assert after is not None
        assert (after.question, effects) == ("who", [Say("kept-early"), Ask()])
        session = session_from_json(session_to_json(after))
    asked = replace(standing("intake")["story"], early=session.early)
    ways = ((Typed("", skips=True), ()), (Typed("و هنوز نیامده"), ("و هنوز نیامده",)))
    for event, more in ways:
        _, effects = engine.step(INTAKE, asked, event)
        assert isinstance(effects[-1], Finished)
        assert effects[-1].answers["story"] == Told((early, Spoken("v", 4), *more))


def test_nothing_is_kept_before_somebody_agreed() -> None:
    first = engine.begin(INTAKE, "n0ce")
    after, effects = engine.step(INTAKE, first, typed(first, "دیشب همسرم رفت و تا صبح نخوابیدیم"))
    assert (after, effects) == (first, [Say("retry-choice"), Ask()])
