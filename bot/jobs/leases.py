"""Claimed and not answered: a reminder, then back to the queue. No case waits unseen."""

from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.triage import Acuity
from bot.handlers.desk import Desk, Speaker
from bot.handlers.queue import cards
from bot.handlers.staff import supervisors
from bot.storage import audit, leases, people

SHOWN = 20
"""Cases named in one message, when many go back at once; the rest is counted."""

Released = list[tuple[Case, PersonId]]


async def watch(desk: Desk) -> None:
    """How long a claim may stay without an answer is set for each acuity (`service_levels`).

    After an outage of ours many go back at once: everybody hears of them in one message.
    """
    rules = desk.house.duty
    soonest = min(map(rules.reminded_after, Acuity))
    released: Released = []
    for case in await leases.unanswered(desk.work, desk.work.now - soonest):
        waited = desk.work.now - (case.claimed_at or desk.work.now)
        who = case.counselor_id
        if who is None:
            continue
        if waited >= rules.answered_within(case.acuity):
            if await _release(desk, case):
                released.append((case, who))
        elif waited >= rules.reminded_after(case.acuity) and await leases.remind(
            desk.work, case.id
        ):
            await _remind(desk, case, who)
    if released:
        await _tell(desk, released)


async def _remind(desk: Desk, case: Case, who: PersonId) -> None:
    await desk.tell(who, "staff", lambda me: Text(me.say("lease-reminder", code=case.code)))


async def _release(desk: Desk, case: Case) -> bool:
    if not await leases.expire(desk.work, case.id):
        return False
    audit.record(desk.work, None, "lease_expired", f"case:{case.id}")
    await cards.refresh(desk, case.id)
    return True


async def _tell(desk: Desk, released: Released) -> None:
    """Whoever had them, and the supervisors."""
    # Their talk stays turned to such a case, so that a late answer is asked about: with one
    # other family left it would go to that one.
    for who in dict.fromkeys(who for _, who in released):
        mine = [case for case, holder in released if holder == who]

        def to_holder(me: Speaker, mine: list[Case] = mine) -> Text:
            if len(mine) == 1:
                return Text(me.say("lease-released", code=mine[0].code))
            lines = [me.say("lease-line", code=case.code) for case in mine[:SHOWN]]
            return Text("\n".join([me.say("lease-released-many", count=len(mine)), *lines]))

        await desk.tell(who, "staff", to_holder)
    holders = {who for _, who in released}
    names = {who: await people.member(desk.work, who) for who in holders}

    def to_lead(me: Speaker) -> Text:
        said = []
        for case, who in released[:SHOWN]:
            member = names[who]
            name = cards.title(me, member) if member else me.say("staff-former")
            if len(released) == 1:
                return Text(me.say("lease-released-lead", code=case.code, who=name))
            said.append(me.say("lease-line-lead", code=case.code, who=name))
        head = me.say("lease-released-lead-many", count=len(released))
        return Text("\n".join([head, *said]))

    # A supervisor whose own cases are all of them has just heard it.
    (one,) = holders if len(holders) == 1 else (None,)
    await supervisors.tell(desk, to_lead, but=one)
