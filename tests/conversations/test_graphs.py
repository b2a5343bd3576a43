"""What holds for every conversation, whatever its questions are."""

import re

import pytest

from bot.conversations import followups
from bot.conversations import step as engine
from bot.conversations.events import (
    Answered,
    Ask,
    Event,
    Finished,
    Left,
    Pressed,
    Redraw,
    Say,
    Toast,
    Typed,
)
from bot.conversations.flow import (
    END,
    Choice,
    Picked,
    Review,
    Session,
    Words,
    session_from_json,
    session_to_json,
)
from bot.domain.splitting import TEXT_LIMIT, units
from bot.handlers import questions
from bot.handlers.desk import Speaker
from bot.handlers.presses import LIMIT, parts_of
from bot.words import LANGUAGES
from tests.conversations.walking import (
    FLOWS,
    FORMED,
    GIVEN,
    after,
    everything,
    flow,
    house,
    in_full,
    press,
    presses,
    standing,
    typed,
    walks,
)

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


def told(session: Session) -> list[Typed]:
    """A day in words, where the question takes words and may have no button at all."""
    asks = flow(session.flow).by_key[session.question].asks
    return [typed(session, "۱۴۰۵/۹/۲۰")] if isinstance(asks, Words) else []


@pytest.mark.parametrize("name", FLOWS)
def test_the_end_can_be_reached_from_every_question(name: str) -> None:
    before: dict[str, set[str]] = {}
    for session in walks(name):
        done: list[Event] = [*presses(session), *told(session)]
        done += [typed(session, text) for text in FORMED]
        for event in done:
            after, _ = engine.step(flow(name), session, event)
            before.setdefault(after.question if after else END, set()).add(session.question)
    reached, waiting = set[str](), [END]
    while waiting:
        fresh = before.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    assert reached == flow(name).by_key.keys()


@pytest.mark.parametrize("name", FLOWS)
def test_everything_a_person_does_gets_a_reply_that_exists_in_both_languages(name: str) -> None:
    said = set[tuple[str, tuple[tuple[str, str | int], ...]]]()
    for session in standing(name).values():
        for event in everything(session):
            _, effects = engine.step(flow(name), session, event)
            heard = any(isinstance(e, Ask | Say | Finished | Left) for e in effects)
            seen = any(isinstance(e, Redraw | Toast) for e in effects)
            assert heard or (seen and isinstance(event, Pressed)), (session.question, event)
            words = (effect for effect in effects if isinstance(effect, Say | Toast))
            said |= {(effect.text, tuple(effect.arguments.items())) for effect in words}
    for key, arguments in said:
        assert all(house().words.say(la, key, **dict(arguments)) for la in LANGUAGES)


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


SENSITIVE = {
    "private", "danger", "m_danger", "m_topic", "safety", "safety_when", "codeword", "f_fights",
    "f_lives_with", "f_afraid", "f_who_uses", "contact", "topics", "topic", "m_adult", "story",
    "review",
}  # fmt: skip
"""Questions that nobody looking over a shoulder should see."""


def test_help_stands_below_every_question_of_the_assessment_and_a_way_out_where_it_must() -> None:
    me = Speaker(house(), "fa")
    for session in walks("intake"):
        rows = questions.question_buttons(me, flow("intake"), session)
        ways = {parts_of(button.data or "") for row in rows for button in row}
        assert ("m", "help") in ways, session.question
        watched = {("private", "careful"), ("contact", "neutral"), ("contact", "wait")}
        seen = {(k, a.key) for k, a in session.answers.items() if isinstance(a, Picked)} & watched
        wanted = bool(seen) or session.question in SENSITIVE
        assert (("q", "exit") in ways) == wanted, session.question


DOORS = {"consent", "private", "who", "age"}
"""Questions whose answers say which sections there are."""


def test_the_number_of_the_section_only_grows_and_their_count_stays() -> None:
    walked = flow("intake")
    for session in walks("intake"):
        for event in presses(session):
            if session.changing or event.action in ("back", "section", "change", "confirm"):
                continue
            moved, _ = engine.step(walked, session, event)
            before, now = walked.progress(session), walked.progress(moved) if moved else None
            if before and moved:
                assert now is not None
                assert now[0] >= before[0]
                assert now[1] == before[1] or session.question in DOORS


def test_only_the_long_way_shows_progress_from_its_second_question_on() -> None:
    for session in walks("intake"):
        full = session.answers.get("consent") == Picked("full")
        shown = flow("intake").progress(session) is not None
        assert shown == (full and session.question != "consent")


def _talkative(topic: str) -> Session:
    """Somebody at the summary who answered everything, and everywhere the most."""
    session = begun = engine.begin(flow("intake"), "n0ce", GIVEN["intake"])
    chosen = {"consent": "full", "who": "other", "children": "4", "topic": topic, "heavy": "yes",
              "wellbeing": "yes"}  # fmt: skip
    while session.question != "review":
        asks, key = flow("intake").by_key[session.question].asks, session.question
        if not isinstance(asks, Choice):
            session = after(session, Typed("ن" * (40 if key == "codeword" else 4000)))
            continue
        options = [option.key for option in asks.among(session.answers)]
        if asks.many:
            rest = [one for one in options if one not in (topic, asks.alone)]
            marks = [topic, *rest][: asks.most] if key == "topics" else rest
            session = after(session, *(press(key, "mark", one) for one in marks))
            session = after(session, press(key, "done"))
        else:
            session = after(session, press(key, "pick", chosen.get(key, options[0])))
    assert session != begun
    return session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", followups.FOLLOWUPS)
def test_a_summary_with_every_answer_stays_one_message(topic: str, language: str) -> None:
    put = questions.put(Speaker(house(), language), flow("intake"), _talkative(topic))
    assert units(put.text) <= TEXT_LIMIT
    assert len(put.buttons) < 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_word_is_shown_to_nobody(language: str) -> None:
    me, walked = Speaker(house(), language), flow("intake")
    before = in_full("codeword")
    now = after(before, Typed("کبوتر"))
    assert "کبوتر" not in questions.settled(me, walked, before, now, "codeword")
    assert "کبوتر" not in questions.review(me, walked, now.answers, whole=True)
    assert "کبوتر" in str(now.answers["codeword"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_stays_one_message_however_much_was_told(language: str) -> None:
    session: Session | None = in_full("review")
    for _ in range(30):
        assert session is not None
        session, _ = engine.step(flow("intake"), session, Typed("😀" * 4000))
    assert session is not None
    text = questions.question_text(Speaker(house(), language), flow("intake"), session)
    assert units(text) <= TEXT_LIMIT
