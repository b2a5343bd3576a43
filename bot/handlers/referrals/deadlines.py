"""Referrals that hang: a question without an answer ends, what was accepted is asked after."""

from dataclasses import replace

from bot.domain.case import Case
from bot.domain.ids import ReferralId
from bot.domain.outgoing import Text
from bot.domain.referral import BEFORE_SENDING, FINISH_STEPS, Partner, Referral, State
from bot.handlers.desk import Desk
from bot.handlers.referrals import letters
from bot.storage import audit, cases, due, partners, referrals
from bot.storage.due import Due

QUESTION, ACCEPTED = "referral_question", "referral_accepted"
"""Kinds of due rows: the family has not answered; the partner has not finished."""

Found = tuple[Referral, Case, Partner]


def written(desk: Desk, referral: Referral) -> None:
    """The counselor has written it: it waits for the family, asked now or when they come."""
    _plan_question(desk, referral, 1)


def asked(desk: Desk, referral: Referral) -> None:
    """The question has been put only now: the family has all of the time to answer."""
    _plan_question(desk, replace(referral, state=State.CONSENT_ASKED), 1)


def accepted(desk: Desk, referral: Referral) -> None:
    """The partner has taken it on."""
    _plan_accepted(desk, referral, 1)


def _plan_question(desk: Desk, referral: Referral, step: int) -> None:
    assert referral.urgency is not None
    body = {"step": step, "state": referral.state.value}
    key = f"question:{referral.id}:{referral.state}:{step}"
    due.plan(desk.work, QUESTION, referral.id, desk.work.now + referral.urgency.limit, key, body)


def _plan_accepted(desk: Desk, referral: Referral, step: int) -> None:
    assert referral.urgency is not None
    at, key = desk.work.now + referral.urgency.finishing, f"accepted:{referral.id}:{step}"
    due.plan(desk.work, ACCEPTED, referral.id, at, key, {"step": step})


async def _found(desk: Desk, what: Due) -> Found | None:
    referral = await referrals.get(desk.work, ReferralId(what.subject))
    case = await cases.get(desk.work, referral.case_id) if referral else None
    partner = await partners.get(desk.work, referral.partner_id) if referral else None
    if referral is None or case is None or partner is None or referral.urgency is None:
        return None
    return referral, case, partner


# The family has not answered.


async def unanswered(desk: Desk, what: Due) -> None:
    """At the limit the counselor hears of it, who can ask in the talk; at twice that it ends."""
    found = await _found(desk, what)
    if found is None or found[0].state.value != what.body["state"]:
        return
    referral, case, partner = found
    if what.body["step"] == 1:
        _plan_question(desk, referral, 2)
        if not referral.declined:
            audit.record(desk.work, None, "referral_unanswered", f"referral:{referral.id}")
            key = f"referral-waits-{referral.state}"
            await _tell(desk, referral, case, key, partner=partner.name)
    elif referral.state in BEFORE_SENDING and await referrals.move(
        desk.work, referral.id, State.EXPIRED
    ):
        audit.record(desk.work, None, "referral_expired", f"referral:{referral.id}")
        if not referral.declined:
            key = f"referral-unanswered-{referral.state}"
            await _tell(desk, referral, case, key, partner=partner.name)


async def _tell(desk: Desk, referral: Referral, case: Case, key: str, **said: str) -> None:
    """Those whose referral it is; where they are gone, the supervisors."""
    if await letters.concerned(desk, referral, case):
        await letters.tell_colleagues(desk, referral, case, key, **said)
    else:
        await letters.tell_supervisors(desk, [], key, code=case.code, **said)


# The partner has accepted, and never said that it is done.


async def unfinished(desk: Desk, what: Due) -> None:
    """First the partner is asked, then counselor and partner, at last the supervisors too."""
    found = await _found(desk, what)
    if found is None or found[0].state is not State.ACCEPTED:
        return
    referral, case, partner = found
    step, said = int(what.body["step"]), {"code": case.code, "partner": partner.name}
    since = desk.work.now - referral.moved_at
    audit.record(desk.work, None, f"reminded_accepted_{step}", f"referral:{referral.id}")
    readers = await partners.people_of(desk.work, partner.id)
    for reader in readers:
        await desk.tell(
            reader,
            "referral",
            lambda me: Text(
                me.say("referral-finish", code=case.code, span=me.span(since)),
                letters.letter_buttons(me, referral),
            ),
        )
    told = await letters.concerned(desk, referral, case)
    if step > 1 or not readers:
        for person in told:
            await desk.tell(
                person,
                "staff",
                lambda me: Text(
                    me.say("referral-unfinished", span=me.span(since), **said),
                    () if readers else letters.letter_buttons(me, referral),
                ),
            )
    if step == FINISH_STEPS or (step > 1 and not told):
        await letters.tell_supervisors(desk, told, "referral-unfinished-long", **said)
    if step < FINISH_STEPS:
        _plan_accepted(desk, referral, step + 1)
