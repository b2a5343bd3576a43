"""Several choices at once, sections that are left out or changed, words that are read."""

from bot.conversations import step as engine
from bot.conversations.events import (
    Answered,
    Ask,
    Finished,
    Say,
    Settle,
    Toast,
    Typed,
)
from bot.conversations.flow import END, Flow, Question, Session, Skipped, Told, Words
from bot.conversations.parsing import number
from tests.conversations.walking import after, flow, in_full, press, typed

INTAKE = flow("intake")
THREE = ("couple", "stress", "grief")


def test_of_several_options_no_more_can_be_marked_than_may_be() -> None:
    session = after(in_full("topics"), *(press("topics", "mark", key) for key in THREE))
    fourth = press("topics", "mark", "money")
    assert engine.step(INTAKE, session, fourth) == (session, [Toast("pick-fewer", {"most": 3})])
    same, effects = engine.step(INTAKE, session, typed(session, "پول و خرج زندگی"))
    assert (same, effects) == (session, [Say("pick-fewer", {"most": 3}), Ask()])
    fewer = after(session, press("topics", "mark", "grief"), fourth)
    assert fewer.picked == ("couple", "stress", "money")


def test_an_option_that_stands_alone_takes_the_place_of_the_others_and_leaves_for_them() -> None:
    session = after(in_full("facts"), *(press("facts", "mark", key) for key in ("newborn", "none")))
    assert session.picked == ("none",)
    assert after(session, press("facts", "mark", "illness")).picked == ("illness",)


def test_a_section_that_is_left_out_counts_as_not_said_and_back_leads_to_its_beginning() -> None:
    before = in_full("adults")
    session, effects = engine.step(INTAKE, before, press("adults", "omit"))
    assert session is not None
    assert session.question == "topics"
    left_out = ("adults", "children", "facts")
    assert effects == [Settle("adults"), *(Answered(k, Skipped()) for k in left_out), Ask()]
    assert after(session, press("topics", "back")).question == "adults"


def test_a_section_cannot_be_left_out_from_its_middle_nor_where_a_question_must_be_answered() -> (
    None
):
    for question in ("children", "gender", "private", "danger", "topics", "story"):
        session = in_full(question)
        same, effects = engine.step(INTAKE, session, press(question, "omit"))
        assert (same, effects) == (session, [Toast("press-old"), Ask()])


def test_a_section_that_is_changed_is_asked_whole_and_then_comes_the_summary() -> None:
    session = after(in_full("review"), press("review", "section", "help"))
    assert (session.question, session.within) == ("help", "help")
    session = after(session, press("help", "skip"), press("gender", "pick", "woman"))
    assert session.question == "codeword"
    session = after(session, press("codeword", "skip"))
    assert (session.question, session.changing, session.within) == ("review", False, "")


def test_back_in_the_middle_of_a_change_leads_to_the_summary() -> None:
    session = after(in_full("review"), press("review", "section", "home"))
    session = after(session, press("adults", "back"))
    assert (session.question, session.changing, session.within) == ("review", False, "")


def test_only_a_section_with_answers_can_be_changed() -> None:
    session = in_full("review")
    for section in ("child", "heaven", "", "consent"):
        forged = press("review", "section", section)
        assert engine.step(INTAKE, session, forged) == (session, [Toast("press-old"), Ask()])


def test_a_minor_by_age_keeps_the_way_walked_so_far() -> None:
    session = after(in_full("age"), press("age", "pick", "minor"))
    assert session.question == "m_topic"
    session = after(session, press("m_topic", "pick", "sad"), press("m_adult", "skip"),
                    press("province", "omit"), typed(session, "حرف من"))  # fmt: skip
    assert session.question == "review"
    assert {"danger", "age", "m_topic", "story"} <= session.answers.keys()


def _day(text: str) -> str | None:
    read = number(text)
    return None if read is None else str(read)


DIARY = Flow("diary", 1, (Question("day", Words(read=_day), END),))


def test_words_are_kept_in_the_form_that_the_question_reads() -> None:
    session = Session("diary", 1, "n0ce", "day")
    assert engine.step(DIARY, session, Typed("دوشنبه")) == (session, [Say("retry-form"), Ask()])
    told = Told(("12",))
    expected = [Answered("day", told), Finished({"day": told})]
    assert engine.step(DIARY, session, Typed("۱۲")) == (None, expected)
