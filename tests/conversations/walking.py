"""Ways through the real conversations, for tests that look at all of them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.content import read
from bot.conversations import step as engine
from bot.conversations.events import Event, Pressed, Resumed, SentOther, Spoke, Typed
from bot.conversations.flow import Flow, Session, Spoken
from bot.handlers import questions
from bot.handlers.desk import Speaker
from bot.handlers.house import House
from bot.handlers.presses import parts_of

ROOT = Path(__file__).parents[2]
FLOWS = ("intake", "feedback", "referral", "partner")
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
    return read(ROOT, "Asia/Tehran").house("fa", {})


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
            assert parts[0] == "f"
            found.append(Pressed(parts[1], parts[2], parts[3], "".join(parts[4:])))
    return found


def typed(session: Session, text: str, language: str = "fa") -> Typed:
    walked, me = house().flows[session.flow], Speaker(house(), language)
    labels = questions.labels(me, walked, session)
    return Typed(text, labels, house().heard("skip", text), questions.confirms(me, text))


@cache
def walks(name: str) -> tuple[Session, ...]:
    """Sessions that pressing buttons (and telling a story) leads to, nearest first."""
    walked = flow(name)
    waiting, seen, found = [engine.begin(walked, "n0ce")], set[str](), []
    while waiting:
        session = waiting.pop(0)
        place = session.answers.get("province") if session.question == "county" else None
        mark = repr((session.question, session.page, len(session.picked), session.changing, place))
        if mark in seen:
            continue
        seen.add(mark)
        found.append(session)
        done: list[Event] = [*presses(session), typed(session, "حرف من")]
        for event in done:
            after, _ = engine.step(walked, session, event)
            if after is not None:
                waiting.append(after)
    return tuple(found)


@cache
def standing(name: str) -> dict[str, Session]:
    """One walk that stands at each question."""
    found: dict[str, Session] = {}
    for session in walks(name):
        found.setdefault(session.question, session)
    return found


def everything(session: Session) -> Iterator[Event]:
    """All that may happen while this question waits: own buttons, old ones, forged ones, words."""
    walked = house().flows[session.flow]
    yield from presses(session)
    actions = ("pick", "mark", "done", "page", "all", "skip", "back", "confirm", "change", "leave",
               "nonsense", "")  # fmt: skip
    values = ("", "yes", "no", "0", "1", "9999", "٣", "-1", "story", "review", "abroad", "x" * 20)
    for nonce in (session.nonce, "0lde"):
        for question in (*walked.by_key, "gone"):
            for action in actions:
                yield from (Pressed(nonce, question, action, value) for value in values)
    yield from (typed(session, text) for text in TEXTS)
    yield Typed("no labels at all")
    yield Spoke(Spoken("voice", 3))
    yield from (SentOther(kind) for kind in OTHER_KINDS)
    yield Resumed()
