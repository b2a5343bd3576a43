"""Ways through the real conversations, for tests that look at all of them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.conversations import followups, minor
from bot.conversations import step as engine
from bot.conversations.events import Event, Pressed, Resumed, SentOther, Spoke, Typed
from bot.conversations.flow import Answers, Flow, Picked, Session, Spoken, Words
from bot.handlers import questions
from bot.handlers.desk import Speaker
from bot.handlers.house import House
from bot.handlers.presses import parts_of
from tests.shelf import shelf

ROOT = Path(__file__).parents[2]
FLOWS = (
    "intake", "feedback", "contact", "referral", "partner", "handover", "task", "goal", "plan",
    "sendback", "appointment", "times", "again", "stage", "lesson",
    "called", "certificate", "courseview", "coursemood", "tocohort", "cohort", "newcourse",
    "cohortplace", "cohortsize", "quizquestion",
)  # fmt: skip
WAYS_OUT = (("m", "help"), ("q", "exit"))
"""Buttons below a question that lead out of the conversation: immediate help, quick exit."""
GIVEN: dict[str, Answers] = {
    "intake": {"screeners": Picked("both")},
    "again": {"screeners": Picked("both")},
}
"""What is known before a conversation begins."""
FORMED = ("۱۲", "۱۴۰۵/۹/۲۰ ساعت ۱۶:۳۰", "بله\nنه")
OTHER_KINDS = (
    "sticker", "photo", "video", "video_note", "audio", "document", "animation",
    "location", "contact", "edited", "poll", "dice", "other",
)  # fmt: skip
TEXTS = (
    "سلام", "۱", "٢", "3", "0", "999999999999", "", " ", "\u200c", "/", "بله", "نه", "رد شو",
    "skip", "همین‌ها", "تهران", "خراسان", "Tehran", "ه", "😀" * 50, "ن" * 4000, "ن" * 4001,
    "\ud800", "\x00",
)  # fmt: skip


@cache
def house() -> House:
    return shelf().house("fa", {})


def flow(name: str) -> Flow:
    return house().flows[name]


def presses(session: Session, language: str = "fa") -> list[Pressed]:
    """Every button under the question that waits."""
    walked, me = house().flows[session.flow], Speaker(house(), language)
    found = []
    for row in questions.question_buttons(me, walked, session):
        for button in row:
            parts = parts_of(button.data or "")
            assert parts is not None
            if parts[0] == "f":
                found.append(Pressed(parts[1], parts[2], parts[3], "".join(parts[4:])))
            else:
                assert parts in WAYS_OUT
    return found


def typed(session: Session, text: str, language: str = "fa") -> Typed:
    walked, me = house().flows[session.flow], Speaker(house(), language)
    labels = questions.labels(me, walked, session)
    return Typed(text, labels, house().heard("skip", text), questions.confirms(me, text))


def _words(session: Session) -> tuple[str, ...]:
    """What is typed here: also a number and a moment, where words have a form."""
    asks = flow(session.flow).by_key[session.question].asks
    formed = isinstance(asks, Words) and asks.read is not None
    return ("حرف من", *(FORMED if formed else ()))


@cache
def walks(name: str) -> tuple[Session, ...]:
    """Sessions that pressing buttons (and telling a story) leads to, nearest first."""
    walked = flow(name)
    waiting, seen, found = [engine.begin(walked, "n0ce", GIVEN.get(name))], set[str](), []
    while waiting:
        session = waiting.pop(0)
        mark = repr(_place(session))
        if mark in seen:
            continue
        seen.add(mark)
        found.append(session)
        done: list[Event] = [*presses(session), *(typed(session, text) for text in _words(session))]
        for event in done:
            after, _ = engine.step(walked, session, event)
            if after is not None:
                waiting.append(after)
    return tuple(found)


def _place(session: Session) -> tuple[object, ...]:
    """What makes a place in a conversation another one: where one stands, and what that follows
    from. Everything else would be the same place seen again."""
    answers, question = session.answers, session.question
    self_or_not = question in ("danger", "age") and answers.get("who")
    door = (answers.get("consent"), minor.is_minor(answers), answers.get("private"), self_or_not)
    about = answers.get("province") if question == "county" else None
    marks: object = len(session.picked)
    if question == "topics" and len(session.picked) == 1:
        marks = session.picked
    elif question == "topic" or question.startswith("f_"):
        about = Picked(followups.main_topic(answers))
    changing = (session.changing, session.within)
    return (question, session.page, marks, *changing, *door, about, question in answers)


@cache
def standing(name: str) -> dict[str, Session]:
    """One walk that stands at each question."""
    found: dict[str, Session] = {}
    for session in walks(name):
        found.setdefault(session.question, session)
    return found


def in_full(question: str) -> Session:
    """A grown-up's walk through the full door that stands here."""
    return next(
        session
        for session in walks("intake")
        if session.question == question
        and session.answers.get("consent") == Picked("full")
        and not minor.is_minor(session.answers)
    )


def after(session: Session, *events: Event) -> Session:
    """The walk that these events lead to."""
    for event in events:
        moved, _ = engine.step(flow("intake"), session, event)
        assert moved is not None
        session = moved
    return session


def press(question: str, action: str, value: str = "") -> Pressed:
    return Pressed("n0ce", question, action, value)


def everything(session: Session) -> Iterator[Event]:
    """All that may happen while this question waits: own buttons, old ones, forged ones, words."""
    walked = house().flows[session.flow]
    yield from presses(session)
    actions = ("pick", "mark", "done", "page", "all", "skip", "back", "confirm", "change", "leave",
               "nonsense", "")  # fmt: skip
    values = ("", "yes", "no", "0", "1", "9999", "٣", "-1", "story", "review", "abroad", "x" * 20)
    for nonce in (session.nonce, "0lde"):
        for question in {*list(walked.by_key)[::20], session.question, "gone"}:
            for action in actions:
                yield from (Pressed(nonce, question, action, value) for value in values)
    yield from (typed(session, text) for text in TEXTS)
    yield Typed("no labels at all")
    yield Spoke(Spoken("voice", 3))
    yield from (SentOther(kind) for kind in OTHER_KINDS)
    yield Resumed()
