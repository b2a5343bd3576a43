"""A case that nobody claims in its time: those on call hear of it, then the supervisors.

Once each for each stay in the queue and each acuity; after an outage of ours the highest step
alone. What can wait for the opening hours does; what waited for them, or through an outage, is one
message.
"""

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, PersonId, short
from bot.domain.outgoing import Text
from bot.domain.safeguarding import recipients, supervisors
from bot.domain.triage import Acuity
from bot.handlers.desk import Desk, Speaker
from bot.handlers.queue.hours import closed_until
from bot.storage import cases, claims, due, meta, people
from bot.storage.due import Due
from bot.storage.outbox import About

UNCLAIMED = "unclaimed"
"""The kind of due row that looks after a waiting case."""
FIRST, LAST = "first", "last"
AT_OPENING = "opening"
TOGETHER = "unclaimed:together"
"""The mark of the last message about many."""
_LATE, _HOUR = 10 * 60_000, 3_600_000
"""Milliseconds after its time from which an occurrence has waited through an outage."""


def plan(desk: Desk, case: Case) -> None:
    """Call it whenever a case waits: nothing happens where it is planned already."""
    if case.status is Status.WAITING:
        step = FIRST if _is_urgent(case) else LAST
        _plan(desk, case, step, case.waiting_since + desk.house.duty.claimed_within(case.acuity))


def _is_urgent(case: Case) -> bool:
    return case.acuity <= Acuity.HIGH


def _plan(desk: Desk, case: Case, step: str, at: int) -> None:
    stay = f"{int(case.acuity)}:{case.waiting_since}"
    body = {"step": step, "stay": stay}
    due.plan(desk.work, UNCLAIMED, case.id, at, f"{UNCLAIMED}:{case.id}:{stay}:{step}", body)


async def look(desk: Desk, what: Due) -> None:
    """It is time: is it still waiting, in the same stay and with the same acuity?"""
    case = await cases.get(desk.work, CaseId(what.subject))
    if case is None or case.status is not Status.WAITING:
        return
    if what.body["stay"] != f"{int(case.acuity)}:{case.waiting_since}":
        return
    staff = await people.staff(desk.work)
    opens = closed_until(desk)
    if not _is_urgent(case):
        if opens is not None and what.body["step"] != AT_OPENING:
            _plan(desk, case, AT_OPENING, opens)
            return
        if not await _told_together(desk, what, supervisors(staff)):
            await _page(desk, case, supervisors(staff))
        return
    last = case.waiting_since + 2 * desk.house.duty.claimed_within(case.acuity)
    called: tuple[PersonId, ...] = ()
    if what.body["step"] == FIRST:
        called = recipients(staff)
    if what.body["step"] == LAST or desk.work.now >= last:
        called = (*called, *(p for p in supervisors(staff) if p not in called))
    else:
        _plan(desk, case, LAST, last)
    await _page(desk, case, called)


async def _told_together(desk: Desk, what: Due, called: tuple[PersonId, ...]) -> bool:
    """Of many that come due at once the first is told, with how many wait; urgent ones never so."""
    now, count = desk.work.now, await claims.waiting_count(desk.work)
    late = now - what.run_at >= _LATE
    if count < 2 or not (late or what.body["step"] == AT_OPENING):
        return False
    mark = f"late:{now // _HOUR}" if late else f"{what.run_at}"
    if await meta.put(desk.work, TOGETHER, mark):
        for person in called:
            await desk.tell(person, "staff", lambda me: Text(me.say("unclaimed-many", count=count)))
    return True


async def _page(desk: Desk, case: Case, called: tuple[PersonId, ...]) -> None:
    kind = "alert_news" if _is_urgent(case) else "staff"

    def compose(me: Speaker) -> Text:
        text = me.say(
            "unclaimed",
            code=case.code,
            acuity=case.acuity.key,
            span=me.span(desk.work.now - case.waiting_since),
        )
        return Text(text, ((me.button("button-claim", "c", "claim", short(case.id)),),))

    for person in called:
        if person != case.person_id:
            await desk.tell(person, kind, compose, About(case=case.id))
