"""A silent partner is reminded, colleagues hear of it, and a referral does not hang for ever."""

from dataclasses import replace

from bot.domain.case import Case
from bot.domain.contact import PRESENT
from bot.domain.outgoing import Text
from bot.domain.referral import HALF_TIME, LIMIT, OVER, Partner, Referral, State, silence
from bot.handlers.desk import Desk
from bot.handlers.referrals import agreeing, letters
from bot.storage import audit, cases, partners, referrals


async def watch(desk: Desk) -> None:
    """What is due of partners; then questions for families who were not to be written to first."""
    for referral in await referrals.silent(desk.work):
        assert referral.urgency is not None and referral.sent_at is not None
        reached = silence(referral.urgency, referral.sent_at, desk.work.now)
        found = await _about(desk, referral)
        if found is None:
            continue
        case, partner = found
        if reached == OVER:
            await _expire(desk, referral, case, partner)
        elif reached > referral.reminded and await referrals.remind(desk.work, referral, reached):
            await _remind(desk, referral, case, partner, reached)
    for referral in await referrals.to_ask(desk.work, desk.work.now - PRESENT):
        found = await _about(desk, referral)
        if found is not None:
            await agreeing.ask(desk, referral, *found)


async def _about(desk: Desk, referral: Referral) -> tuple[Case, Partner] | None:
    case = await cases.get(desk.work, referral.case_id)
    partner = await partners.get(desk.work, referral.partner_id)
    return (case, partner) if case is not None and partner is not None else None


async def _remind(
    desk: Desk, referral: Referral, case: Case, partner: Partner, reached: int
) -> None:
    """The partner's people; at the limit also counselor and supervisors. Where the letter was
    handed over, whoever did that reminds them."""
    audit.record(desk.work, None, f"reminded_{reached}", f"referral:{referral.id}")
    key = "referral-reminder-limit" if reached == LIMIT else "referral-reminder"
    readers = await partners.people_of(desk.work, partner.id)
    for reader in readers:
        await desk.tell(
            reader,
            "referral",
            lambda me: Text(me.say(key, code=case.code), letters.letter_buttons(me, referral)),
        )
    said = {"code": case.code, "partner": partner.name}
    if reached == LIMIT:
        told = await letters.concerned(desk, referral, case)
        await letters.tell_colleagues(desk, referral, case, "referral-silent", partner=partner.name)
        await letters.tell_supervisors(desk, told, "referral-silent", **said)
    elif reached == HALF_TIME and not readers:
        await letters.tell_colleagues(
            desk, referral, case, "referral-remind-by-hand", partner=partner.name
        )


async def _expire(desk: Desk, referral: Referral, case: Case, partner: Partner) -> None:
    if not await referrals.move(desk.work, referral.id, State.EXPIRED):
        return
    audit.record(desk.work, None, "referral_expired", f"referral:{referral.id}")
    await letters.empty(desk, referral, case)
    await letters.tell_colleagues(
        desk, referral, case, "referral-expired-staff", partner=partner.name
    )
    await letters.tell_family(desk, replace(referral, state=State.EXPIRED), case, partner)
