"""The clocks of a case: its first answer is timed, and a next one is reminded before it is late."""

from bot.domain.case import Case
from bot.domain.ids import CaseId
from bot.domain.outgoing import Text
from bot.domain.service_clock import calendar_for, deadline, working
from bot.domain.triage import Acuity
from bot.handlers.desk import Desk
from bot.storage import due, replies
from bot.storage.due import Due
from bot.storage.outbox import About

REPLY_DUE = "reply_due"
_MINUTE = 60_000


def answered(desk: Desk, case: Case) -> None:
    """The counselor has written: the family waits no longer."""
    clock = calendar_for(case.acuity, desk.house.calendar)
    replies.answered(desk.work, case.id, working(clock, case.opened_at, desk.work.now))


async def wrote(desk: Desk, case: Case) -> None:
    """The family has written to its counselor: from now on the answer is due."""
    if await replies.wrote(desk.work, case.id):
        warned = next_reply_by(desk, case.acuity, desk.work.now, part=3)
        key = f"{REPLY_DUE}:{case.id}:{desk.work.now}"
        due.plan(desk.work, REPLY_DUE, case.id, warned, key, {"since": desk.work.now})


def next_reply_by(desk: Desk, acuity: Acuity, since: int, part: int = 4) -> int:
    """When a family that waits since then should have an answer; `part` quarters of the time."""
    minutes = desk.house.duty.next_reply_minutes[acuity.key]
    clock = calendar_for(acuity, desk.house.calendar)
    return deadline(clock, since, minutes * _MINUTE * part // 4)


async def remind(desk: Desk, taken: Due) -> None:
    """A quarter of the time is left: whoever has the case now is told, once."""
    waiting = await replies.waiting(desk.work, CaseId(taken.subject))
    if waiting is None or waiting.since != taken.body.get("since"):
        return
    by = next_reply_by(desk, waiting.acuity, waiting.since)
    now = desk.work.now
    await desk.tell(
        waiting.counselor_id,
        "staff",
        lambda me: Text(
            me.say(
                "reply-due" if by > now else "reply-late",
                code=waiting.code,
                waited=me.span(now - waiting.since),
                left=me.span(by - now),
            )
        ),
        About(case=CaseId(taken.subject)),
    )
