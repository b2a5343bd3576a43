"""Claimed and not answered: a reminder, then back to the queue. No case waits unseen."""

from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.triage import Acuity
from bot.handlers import cards
from bot.handlers.desk import Desk
from bot.storage import audit, leases

MINUTE = 60_000
REMINDED, RELEASED = 10 * MINUTE, 30 * MINUTE
"""After how long a claim without an answer is reminded, and released (fault table, row 30)."""
REMINDED_URGENT, RELEASED_URGENT = 5 * MINUTE, 10 * MINUTE


async def watch(desk: Desk) -> None:
    for case in await leases.unanswered(desk.work, desk.work.now - REMINDED_URGENT):
        urgent = case.acuity is Acuity.IMMEDIATE
        waited = desk.work.now - (case.claimed_at or desk.work.now)
        who = case.counselor_id
        if who is None:
            continue
        if waited >= (RELEASED_URGENT if urgent else RELEASED):
            await _release(desk, case, who)
        elif waited >= (REMINDED_URGENT if urgent else REMINDED) and await leases.remind(
            desk.work, case.id
        ):
            await _remind(desk, case, who)


async def _remind(desk: Desk, case: Case, who: PersonId) -> None:
    await desk.tell(who, "staff", lambda me: Text(me.say("lease-reminder", code=case.code)))


async def _release(desk: Desk, case: Case, who: PersonId) -> None:
    if not await leases.expire(desk.work, case.id):
        return
    audit.record(desk.work, None, "lease_expired", f"case:{case.id}")
    # Their talk stays turned to this case, so that a late answer is asked about: with one other
    # family left it would go to that one.
    await desk.tell(who, "staff", lambda me: Text(me.say("lease-released", code=case.code)))
    await cards.refresh(desk, case.id)
