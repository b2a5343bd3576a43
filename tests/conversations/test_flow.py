"""A conversation as data: its ways, its answers, and how they are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.flow import (
    END,
    Answer,
    Choice,
    Flow,
    Option,
    Picked,
    PickedMany,
    Question,
    Session,
    Skipped,
    Spoken,
    Told,
    Words,
    answer_from_json,
    answer_to_json,
    session_from_json,
    session_to_json,
)

YES_NO = Choice((Option("yes"), Option("no")))
FLOW = Flow(
    "tea",
    3,
    (
        Question("wants", YES_NO, {"yes": "which", "no": END}),
        Question("which", Choice((Option("black"), Option("green")), many=True), "why"),
        Question("why", Words(), END, optional=True),
    ),
)

TEXTS = st.text(max_size=20)
VOICES = st.builds(Spoken, TEXTS, st.integers(0, 600))
ANSWERS = st.one_of(
    st.builds(Picked, TEXTS),
    st.builds(PickedMany, st.lists(TEXTS).map(tuple)),
    st.builds(Told, st.lists(TEXTS | VOICES, min_size=1).map(tuple)),
    st.just(Skipped()),
)
SESSIONS = st.builds(
    Session,
    flow=TEXTS,
    version=st.integers(0, 9),
    nonce=TEXTS,
    question=TEXTS,
    answers=st.dictionaries(TEXTS, ANSWERS, max_size=4),
    path=st.lists(TEXTS, max_size=3).map(tuple),
    page=st.integers(0, 9),
    picked=st.lists(TEXTS, max_size=3).map(tuple),
    among=st.lists(TEXTS, max_size=3).map(tuple),
    changing=st.booleans(),
)


def test_two_questions_of_one_name_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="two questions"):
        Flow("twice", 1, (Question("a", YES_NO, END), Question("a", YES_NO, END)))


def test_the_first_open_question_is_on_the_way_of_the_answers() -> None:
    assert FLOW.first_open({}) == "wants"
    assert FLOW.first_open({"wants": Picked("yes")}) == "which"
    assert FLOW.first_open({"wants": Picked("no"), "why": Skipped()}) == END


def test_a_branch_that_was_left_is_not_on_the_way() -> None:
    answers: dict[str, Answer] = {
        "wants": Picked("no"), "which": PickedMany(("green",)), "why": Told(("تشنه",)),
    }  # fmt: skip
    assert FLOW.on_the_way(answers) == {"wants": Picked("no")}


@pytest.mark.parametrize(
    ("question", "answer", "taken"),
    [
        ("wants", Picked("yes"), True),
        ("wants", Picked("maybe"), False),
        ("wants", PickedMany(("yes",)), False),
        ("wants", Skipped(), False),
        ("which", PickedMany(("black", "green")), True),
        ("which", PickedMany(("black", "blue")), False),
        ("which", Picked("black"), False),
        ("why", Told(("تشنه",)), True),
        ("why", Skipped(), True),
        ("why", Picked("yes"), False),
    ],
)
def test_a_question_knows_its_answers(question: str, answer: Answer, taken: bool) -> None:
    assert FLOW.by_key[question].takes(answer, {}) is taken


@given(ANSWERS)
def test_an_answer_is_read_as_it_was_written(answer: Answer) -> None:
    assert answer_from_json(answer_to_json(answer)) == answer


@given(SESSIONS)
def test_a_session_is_read_as_it_was_written(session: Session) -> None:
    assert session_from_json(session_to_json(session)) == session


@pytest.mark.parametrize("data", [3, {"many": 1}, {"said": []}, [], True])
def test_what_is_no_answer_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="no stored answer"):
        answer_from_json(data)
