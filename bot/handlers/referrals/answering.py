"""The partner answers a referral from its own messenger: accepts, refuses, or is done."""

from bot.domain.case import Case
from bot.domain.ids import short
from bot.domain.outgoing import Text
from bot.domain.referral import Partner, Referral, Refusal, State
from bot.handlers.desk import Turn
from bot.handlers.referrals import deadlines, letters
from bot.storage import audit, cases, partners, referrals

SHOWN = 10
"""Letters in one answer to /referrals."""


async def pressed(
    turn: Turn, parts: tuple[str, ...], referral: Referral, case: Case, partner: Partner
) -> None:
    """`accept`, `refuse`, `because.REASON`, `done`: of whoever may answer for the partner."""
    if not await letters.may_answer(turn, referral, case, turn.person_id):
        about = f"referral:{referral.id}"
        audit.record(turn.work, turn.person_id, "answer", about, allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    match parts:
        case ("accept",):
            won = await referrals.move(turn.work, referral.id, State.ACCEPTED, turn.person_id)
        case ("done",):
            won = await referrals.move(turn.work, referral.id, State.DONE, turn.person_id)
        case ("because", reason) if reason in {each.value for each in Refusal}:
            won = await referrals.refuse(turn.work, referral.id, Refusal(reason), turn.person_id)
        case ("refuse",) if referral.state is State.SENT:
            _ask_why(turn, referral, case)
            return
        case _:
            won = False
    await (_answered if won else _too_late)(turn, referral, case, partner)


def _ask_why(turn: Turn, referral: Referral, case: Case) -> None:
    me, number = turn.me, short(referral.id)
    rows = tuple(
        (me.button(f"refusal-{reason}", "ref", "because", number, reason.value),)
        for reason in Refusal
    )
    turn.answer()
    turn.send(Text(me.say("refuse-why", code=case.code), rows), "staff")


async def _answered(turn: Turn, before: Referral, case: Case, partner: Partner) -> None:
    """One answer counts: every copy shows it, and everybody whom it concerns hears of it."""
    referral = await referrals.get(turn.work, before.id)
    assert referral is not None
    about = f"referral:{referral.id}"
    audit.record(turn.work, turn.person_id, f"referral_{referral.state}", about)
    turn.answer(f"referral-you-{referral.state}")
    if referral.state is State.REFUSED:
        turn.edit_pressed(turn.me.say("refusal-kept", code=case.code))
    if referral.state is State.ACCEPTED:
        deadlines.accepted(turn, referral)
    await letters.refresh(turn, referral, case, partner)
    reason = f"refusal-{referral.refusal}" if referral.refusal else ""
    for person in await letters.concerned(turn, referral, case):
        await turn.tell(
            person,
            "staff",
            lambda me: Text(
                me.say(
                    f"referral-staff-{referral.state}",
                    code=case.code,
                    partner=partner.name,
                    reason=me.say(reason) if reason else "-",
                )
            ),
        )
    await letters.tell_family(turn, referral, case, partner)


async def _too_late(turn: Turn, referral: Referral, case: Case, partner: Partner) -> None:
    """A colleague was faster, or it was taken back: the press says which."""
    fresh = await referrals.get(turn.work, referral.id)
    assert fresh is not None
    state = turn.me.say(f"referral-state-{fresh.state}")
    mine = fresh.moved_by == turn.person_id
    key = "referral-answered-already" if mine else "referral-too-late"
    turn.answer(key, state=state, alert=True)


async def show_open(turn: Turn) -> None:
    """/referrals: what the institution has to answer or to finish, each with its buttons."""
    partner = await partners.of_person(turn.work, turn.person_id)
    waiting = await referrals.with_partner(turn.work, partner.id, SHOWN) if partner else []
    if partner is None or not waiting:
        turn.say("referrals-none", kind="staff")
        return
    for referral in waiting:
        case = await cases.get(turn.work, referral.case_id)
        if case is None:
            continue
        audit.record(turn.work, turn.person_id, "read", f"referral:{referral.id}")
        compose = await letters.composed(turn, referral, case, partner)
        row = turn.send(compose(turn.me), "referral")
        if row is not None:
            referrals.remember_letter(turn.work, referral.id, row, turn.person_id)
