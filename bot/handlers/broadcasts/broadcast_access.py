"""The broadcast behind a button, for those who may touch it; and how it is told in words."""

from bot.domain.broadcast import OVER, Broadcast, State
from bot.domain.ids import BroadcastId, CourseId, short, unshort
from bot.domain.outgoing import Button
from bot.domain.people import Action, may
from bot.domain.segment import Audience, Segment, Taken
from bot.handlers.desk import Desk, Speaker, Turn
from bot.storage import audit, broadcasts, courses
from bot.storage.work import Work


def allowed(turn: Turn, action: Action = Action.BROADCAST) -> bool:
    """Whether the presser may; a refusal is written down and answered."""
    if may(turn.staff, action):
        return True
    audit.record(turn.work, turn.person_id, action.value, "broadcasts", allowed=False)
    turn.answer("refused-not-staff", alert=True)
    return False


async def found(turn: Turn, number: str) -> Broadcast | None:
    one = await broadcasts.get(turn.work, BroadcastId(unshort(number) or 0))
    if one is None:
        turn.answer("press-old")
    return one


async def draft(turn: Turn, number: str) -> Broadcast | None:
    """One that can still be changed; others are answered."""
    one = await found(turn, number)
    if one is None or one.state is State.DRAFT:
        return one
    turn.answer("broadcast-no-draft", alert=True)
    return None


async def mendable(turn: Turn, number: str) -> Broadcast | None:
    """A draft, or one that stands still or is over, of which something can be put right."""
    one = await found(turn, number)
    if one is None or one.state in (State.DRAFT, State.PAUSED, *OVER):
        return one
    turn.answer("broadcast-not-now", alert=True)
    return None


def record(turn: Turn, action: str, one: Broadcast) -> None:
    audit.record(turn.work, turn.person_id, action, f"broadcast:{one.id}")


def button(turn: Turn, key: str, area: str, verb: str, one: Broadcast, *more: str) -> Button:
    return turn.me.button(key, area, verb, short(one.id), *more)


def back(turn: Turn, one: Broadcast) -> tuple[Button, ...]:
    """To its page."""
    return (button(turn, "button-back", "bc", "see", one),)


# The people, in words.


async def people_in_words(desk: Desk, me: Speaker, segment: Segment) -> list[str]:
    """A line for each wish."""
    lines = [me.say(f"segment-audience-{segment.audience}")]
    comma = me.say("list-comma")
    if segment.provinces:
        names = comma.join(me.place(code, "") for code in segment.provinces)
        lines.append(me.say("segment-provinces", names=names))
    if segment.topics:
        names = comma.join(me.say(f"intake-topic-{topic}") for topic in segment.topics)
        lines.append(me.say("segment-topics", names=names))
    if segment.stages:
        names = comma.join(me.say(f"course-stage-{stage}") for stage in segment.stages)
        lines.append(me.say("segment-stages", names=names))
    if segment.taken is not Taken.EITHER:
        title = await _course_title(desk.work, segment.course)
        key = "segment-course" if title else "segment-any-course"
        lines.append(me.say(key, taken=segment.taken.value, title=title))
    one = me.house.series.get(segment.series)
    if one is not None:
        lines.append(me.say("segment-series", title=one.in_language(me.language).title))
    if segment.language:
        lines.append(me.say("segment-language", name=me.say(f"language-{segment.language}")))
    if segment.platform:
        lines.append(
            me.say("segment-platform", name=me.say(f"broadcast-platform-{segment.platform}"))
        )
    lines += _about_time(me, segment)
    return lines


def _about_time(me: Speaker, segment: Segment) -> list[str]:
    lines = []
    if segment.seen_days:
        lines.append(me.say("segment-seen", days=segment.seen_days))
    if segment.unseen_days:
        lines.append(me.say("segment-unseen", days=segment.unseen_days))
    if segment.rest_days:
        lines.append(me.say("segment-rest", days=segment.rest_days))
    if segment.audience is Audience.FAMILIES:
        lines.append(me.say("segment-case", without=str(segment.without_case).lower()))
        lines.append(me.say("segment-always"))
    return lines


async def _course_title(work: Work, number: int) -> str:
    course = await courses.course(work, CourseId(number)) if number else None
    return course.title if course is not None else ""
