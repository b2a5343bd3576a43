"""What holds for every conversation, whatever its questions are."""

import re

import pytest

from bot.conversations import step as engine
from bot.conversations.events import (
    Answered,
    Ask,
    Finished,
    Left,
    Pressed,
    Redraw,
    Say,
    Toast,
    Typed,
)
from bot.conversations.flow import END, Choice, Review, Session, session_from_json, session_to_json
from bot.domain.splitting import TEXT_LIMIT, units
from bot.handlers import questions
from bot.handlers.desk import Speaker
from bot.handlers.presses import LIMIT
from bot.words import LANGUAGES
from tests.conversations.walking import FLOWS, everything, flow, house, presses, standing, walks

ROW = {"fa": 48, "en": 52}
"""Characters that a row of buttons shows on a narrow phone: two of 24 (our Persian style)."""
_UNSEEN = re.compile("[\u200c\u200e\u200f\u2066-\u2069]")


def test_no_conversation_is_forgotten_here() -> None:
    assert set(FLOWS) == set(house().flows)


@pytest.mark.parametrize("name", FLOWS)
def test_every_question_can_be_reached(name: str) -> None:
    assert standing(name).keys() == flow(name).by_key.keys()


@pytest.mark.parametrize("name", FLOWS)
def test_every_answer_leads_to_a_question_or_to_the_end(name: str) -> None:
    for session in walks(name):
        for event in presses(session):
            after, effects = engine.step(flow(name), session, event)
            if after is None:
                assert any(isinstance(effect, Finished | Left) for effect in effects)
            else:
                assert after.question in flow(name).by_key


@pytest.mark.parametrize("name", FLOWS)
def test_the_end_can_be_reached_from_every_question(name: str) -> None:
    before: dict[str, set[str]] = {}
    for session in walks(name):
        for event in presses(session):
            after, _ = engine.step(flow(name), session, event)
            before.setdefault(after.question if after else END, set()).add(session.question)
    reached, waiting = set[str](), [END]
    while waiting:
        fresh = before.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    assert reached == flow(name).by_key.keys()


@pytest.mark.parametrize("name", FLOWS)
def test_nothing_a_person_does_is_left_without_a_reply(name: str) -> None:
    for session in standing(name).values():
        for event in everything(session):
            _, effects = engine.step(flow(name), session, event)
            heard = any(isinstance(e, Ask | Say | Finished | Left) for e in effects)
            seen = any(isinstance(e, Redraw | Toast) for e in effects)
            assert heard or (seen and isinstance(event, Pressed)), (session.question, event)


@pytest.mark.parametrize("name", FLOWS)
def test_what_is_said_in_reply_exists_in_both_languages(name: str) -> None:
    for session in standing(name).values():
        for event in everything(session):
            for effect in engine.step(flow(name), session, event)[1]:
                match effect:
                    case Say(key, arguments):
                        assert all(house().words.say(la, key, **arguments) for la in LANGUAGES)
                    case Toast(key, arguments):
                        assert all(house().words.say(la, key, **arguments) for la in LANGUAGES)
                    case _:
                        pass


@pytest.mark.parametrize("name", FLOWS)
def test_back_works_from_every_question_but_the_first(name: str) -> None:
    for question, session in standing(name).items():
        back = Pressed(session.nonce, question, "back")
        after, effects = engine.step(flow(name), session, back)
        if question == flow(name).start:
            assert (after, effects) == (session, [Toast("back-first")])
        else:
            assert after is not None
            assert after.question == session.path[-1]
            assert Ask() in effects


@pytest.mark.parametrize("name", FLOWS)
def test_going_back_and_answering_the_same_leads_to_the_same_place(name: str) -> None:
    for session in standing(name).values():
        for event in presses(session):
            after, effects = engine.step(flow(name), session, event)
            if after is None or not any(isinstance(effect, Answered) for effect in effects):
                continue
            back, _ = engine.step(flow(name), after, Pressed("n0ce", after.question, "back"))
            assert back is not None
            assert back.question == session.question
            again = _marked(name, back, session)
            assert engine.step(flow(name), again, event)[0] == after


def _marked(name: str, session: Session, like: Session) -> Session:
    """With the same check marks once more."""
    for key in like.picked:
        marked, _ = engine.step(flow(name), session, Pressed("n0ce", session.question, "mark", key))
        assert marked is not None
        session = marked
    return session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FLOWS)
def test_every_question_looks_right_wherever_one_stands(name: str, language: str) -> None:
    me = Speaker(house(), language)
    for session in walks(name):
        put = questions.put(me, flow(name), session)
        assert 0 < units(put.text) <= TEXT_LIMIT
        for row in put.buttons:
            for button in row:
                assert button.data is not None
                assert len(button.data.encode()) <= LIMIT
                shown = _UNSEEN.sub("", button.label).strip()
                assert 0 < len(shown) <= ROW[language] / len(row), shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FLOWS)
def test_no_two_buttons_of_a_question_look_or_act_the_same(name: str, language: str) -> None:
    me = Speaker(house(), language)
    for session in walks(name):
        rows = questions.question_buttons(me, flow(name), session)
        buttons = [button for row in rows for button in row]
        assert len({button.label for button in buttons}) == len(buttons)
        assert len({button.data for button in buttons}) == len(buttons)


@pytest.mark.parametrize("name", FLOWS)
def test_a_question_without_a_free_way_out_always_has_buttons(name: str) -> None:
    for question, session in standing(name).items():
        asks = flow(name).by_key[question].asks
        if isinstance(asks, Choice | Review):
            assert presses(session), question


@pytest.mark.parametrize("name", FLOWS)
def test_a_walk_survives_being_kept(name: str) -> None:
    for session in walks(name):
        assert session_from_json(session_to_json(session)) == session


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_stays_one_message_however_much_was_told(language: str) -> None:
    session: Session | None = standing("intake")["review"]
    for _ in range(30):
        assert session is not None
        session, _ = engine.step(flow("intake"), session, Typed("😀" * 4000))
    assert session is not None
    text = questions.question_text(Speaker(house(), language), flow("intake"), session)
    assert units(text) <= TEXT_LIMIT
