"""The timeline of a case: everything that happened, who it was, and when. No words of anybody."""

from datetime import timedelta

from bot.domain.case import Case, Outcome
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Buttons, Text
from bot.domain.people import Action
from bot.domain.triage import Acuity
from bot.handlers import access
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, timeline
from bot.storage.outbox import About

PAGE = 12
"""Lines shown at a time."""
EVENTS = (
    "opened", "entered", "claimed", "lease_expired", "released", "leads", "noted", "withdrew",
    "reopened", "closing_asked", "closing_approved", "closing_sent_back", "closing_taken_back",
    "task_added", "task_done", "task_moved", "goal_added", "goal_reached", "goal_dropped",
    "plan_written", "plan_sent", "dormant_asked", "dormant_told", "kept_open", "alert_raised",
    "alert_taken", "alert_ended", "referred", "consent_asked", "agreed", "declined",
    "withdrew_consent", "received", "revoked", "referral_expired", "referral_accepted",
    "referral_refused", "referral_done",
    "offered", "took_back", "took_over", "transfer_expired", "gave_back", "assigned",
    "asked_for", "other_counselor", "appointment_proposed", "appointment_agreed",
    "appointment_moved", "appointment_move_asked", "appointment_declined",
    "appointment_canceled", "appointment_took_place", "appointment_no_show",
    "listening", "listened", "whispered", "macro", "reported_abuse", "blocked", "unblocked",
    "merged", "merged_in", "household_changed",
)  # fmt: skip
"""What is written down about a case, and said by a text of its own. All else is said as it is."""
_LEVELS = {f"acuity_{level.key}": level.key for level in Acuity}
_CLOSINGS = {f"closed_{outcome.value}": outcome.value for outcome in Outcome}


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`page.CASE.NUMBER`: the newest page is 0."""
    page = parts[2] if len(parts) == 3 and parts[0] == "page" else ""
    if not (page.isascii() and page.isdecimal()):
        turn.answer("press-old")
        return
    case = await access.pressed(turn, parts[1], Action.READ_CASE)
    if case is not None:
        turn.answer()
        await _show(turn, case, int(page))


async def _show(turn: Turn, case: Case, page: int) -> None:
    audit.record(turn.work, turn.person_id, "read_timeline", f"case:{case.id}")
    every = await _lines(turn, case)
    pages = max(1, -(-len(every) // PAGE))
    page = min(page, pages - 1)
    end = len(every) - page * PAGE
    me, number = turn.me, short(case.id)
    lines = [me.say("timeline-title", code=case.code, page=page + 1, pages=pages)]
    lines += every[max(0, end - PAGE) : end]
    turning = []
    if page + 1 < pages:
        turning.append(me.button("button-earlier", "tl", "page", number, str(page + 1)))
    if page > 0:
        turning.append(me.button("button-newer", "tl", "page", number, str(page - 1)))
    rows: Buttons = (tuple(turning),) if turning else ()
    turn.send(Text("\n".join(lines), rows, protect=True), "file", About(case=case.id))


async def _lines(turn: Turn, case: Case) -> list[str]:
    """Oldest first."""
    me, now = turn.me, turn.work.now
    done = await timeline.deeds(turn.work, case.id) + await timeline.alarms(turn.work, case.id)
    names: dict[PersonId | None, str] = {None: me.say("timeline-ourselves")}
    if case.person_id is not None:
        names[case.person_id] = me.say("timeline-family")
    said = []
    for event in done:
        if event.actor_id not in names and event.actor_id is not None:
            names[event.actor_id] = await cards.who_has(turn, me, event.actor_id)
        line = me.say(
            "timeline-line",
            at=me.when(event.at, now),
            who=names[event.actor_id],
            what=_what(me, event.action),
        )
        said.append((event.at, line))
    offset = turn.house.words.local_time(now).utcoffset() or timedelta()
    milliseconds = int(offset.total_seconds() * 1000)
    for day in await timeline.messages(turn.work, case.id, milliseconds):
        author = "family" if day.author == "family" else "staff"
        text = me.say("timeline-messages", author=author, count=day.count, day=me.day(day.at))
        said.append((day.at, text))
    return [line for _, line in sorted(said, key=lambda pair: pair[0])]


def _what(me: Speaker, action: str) -> str:
    if action in EVENTS:
        return me.say(f"timeline-{action}")
    if action in _LEVELS:
        return me.say("timeline-acuity", level=me.say(f"acuity-level-{_LEVELS[action]}"))
    if action in _CLOSINGS:
        return me.say("timeline-closed", outcome=me.say(f"outcome-{_CLOSINGS[action]}"))
    return me.say("timeline-other", what=action)
