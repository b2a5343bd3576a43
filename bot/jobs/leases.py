"""Claimed and not answered: a reminder, then back to the queue. No case waits unseen."""

from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.triage import Acuity
from bot.handlers.desk import Desk
from bot.handlers.queue import cards
from bot.handlers.staff import supervisors
from bot.storage import audit, leases, people


async def watch(desk: Desk) -> None:
    """How long a claim may stay without an answer is set for each acuity (`service_levels`)."""
    rules = desk.house.duty
    soonest = min(map(rules.reminded_after, Acuity))
    for case in await leases.unanswered(desk.work, desk.work.now - soonest):
        waited = desk.work.now - (case.claimed_at or desk.work.now)
        who = case.counselor_id
        if who is None:
            continue
        if waited >= rules.answered_within(case.acuity):
            await _release(desk, case, who)
        elif waited >= rules.reminded_after(case.acuity) and await leases.remind(
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
    member = await people.member(desk.work, who)
    await supervisors.tell(
        desk,
        lambda me: Text(
            me.say(
                "lease-released-lead",
                code=case.code,
                who=cards.title(me, member) if member else me.say("staff-former"),
            )
        ),
        but=who,
    )
    await cards.refresh(desk, case.id)
