"""Referring a case to a partner: choosing, writing, revoking, overriding; and every press on it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversations.flow import Answer, Picked, PickedMany, Told
from bot.domain.case import Case, Status, read_case_code
from bot.domain.ids import CaseId, PartnerId, short, unshort
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action, Role, may
from bot.domain.referral import (
    BEFORE_SENDING,
    LIVE,
    Override,
    Partner,
    Referral,
    Share,
    State,
    Urgency,
    fits,
    suggestions,
)
from bot.handlers import choosing, conversation
from bot.handlers.desk import Speaker, Turn
from bot.handlers.referrals import agreeing, answering, deadlines, letters
from bot.storage import audit, cases, partners, referrals

SHOWN = 8
"""Partners in one list; the others are on its next pages."""

Found = tuple[Referral, Case, Partner]


async def refer(turn: Turn, argument: str) -> None:
    """/refer [CODE]: of the case of the message replied to, of the only one, or of that code."""
    if argument:
        code = read_case_code(argument)
        case = await cases.by_code(turn.work, code) if code else None
        if case is None:
            turn.say("refer-unknown-code", kind="staff")
        elif not await _mine(turn, case):
            turn.say("not-your-case", kind="staff")
        else:
            await _choose(turn, case)
        return
    case, held = await choosing.meant(turn)
    if case is not None:
        await _choose(turn, case)
    else:
        choosing.ask_which(turn, held, "refer-which", "ref", "new")


async def _mine(turn: Turn, case: Case) -> bool:
    """Whether it is this colleague's to refer: the counselor's own case, any of a supervisor's."""
    supervises = turn.staff is not None and turn.staff.role is Role.SUPERVISOR
    if may(turn.staff, Action.REFER) and (case.counselor_id == turn.person_id or supervises):
        return True
    audit.record(turn.work, turn.person_id, "refer", f"case:{case.id}", allowed=False)
    return False


async def _choose(turn: Turn, case: Case, page: int = 0) -> None:
    """What was referred already, then the partners that fit, the best first."""
    if case.status is Status.CLOSED:
        turn.say("case-closed-already", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "read_referrals", f"case:{case.id}")
    me = turn.me
    if page == 0:
        await _show_known(turn, case)
    every = suggestions(await partners.every(turn.work), case.topic, case.province, case.county)
    if not every:
        turn.say("refer-no-partner", kind="staff")
        return
    shown = every[page * SHOWN : (page + 1) * SHOWN]
    lines = [me.say("refer-choose", code=case.code), *(_line(me, p, case) for p in shown)]
    number = short(case.id)
    rows = [
        (Button(p.name[:40], me.button("button-refer", "ref", "to", number, short(p.id)).data),)
        for p in shown
    ]
    if len(every) > (page + 1) * SHOWN:
        rows.append((me.button("button-later", "ref", "new", number, str(page + 1)),))
    turn.send(Text("\n\n".join(lines), tuple(rows)), "staff")


def _line(me: Speaker, partner: Partner, case: Case) -> str:
    profile = partner.profile
    return me.say(
        "refer-partner",
        name=partner.name,
        kind=me.say(f"partner-kind-{profile.kind}"),
        fits="yes" if fits(profile, case.topic, case.province, case.county) else "no",
        accepts=profile.accepts or "none",
        hours=profile.hours or "-",
    )


async def _show_known(turn: Turn, case: Case) -> None:
    """Each referral of this case, with what may still be done about it."""
    me = turn.me
    for referral, partner in await letters.known(turn, case):
        number, row = short(referral.id), list[Button]()
        if referral.state in LIVE:
            row.append(me.button("button-revoke", "ref", "revoke", number))
        if referral.state in BEFORE_SENDING and may(turn.staff, Action.OVERRIDE_CONSENT):
            row.append(me.button("button-override", "ref", "override", number))
        text = letters.stands(me, referral, partner, turn.work.now)
        turn.send(Text(text, (tuple(row),) if row else ()), "staff")


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Of staff: `new.CASE[.PAGE]`, `to.CASE.PARTNER`, `revoke.ID`, `override.ID[.REASON]`; of the
    family: `show.ID`, `yes.ID`, `no.ID`, `withdraw.ID`; of the partner: see `answering`."""
    match parts:
        case ("new" | "to", number, *rest):
            await _pressed_case(turn, parts[0], number, rest)
        case (verb, number, *rest):
            found = await agreeing.of_press(turn, number)
            if found is None:
                turn.answer("press-old")
            else:
                await _pressed_referral(turn, verb, found, tuple(rest))
        case _:
            turn.answer("press-old")


async def _pressed_case(turn: Turn, verb: str, number: str, rest: list[str]) -> None:
    case_id = unshort(number)
    case = await cases.get(turn.work, CaseId(case_id)) if case_id is not None else None
    if case is None:
        turn.answer("press-old")
    elif not await _mine(turn, case):
        turn.answer("not-your-case", alert=True)
    elif verb == "to" and len(rest) == 1:
        await _begin(turn, case, unshort(rest[0]))
    elif verb == "new" and len(rest) <= 1:
        page = int(rest[0]) if rest and rest[0].isdecimal() and rest[0].isascii() else 0
        turn.answer()
        await _choose(turn, case, min(page, 999))
    else:
        turn.answer("press-old")


async def _begin(turn: Turn, case: Case, number: int | None) -> None:
    partner = await partners.get(turn.work, PartnerId(number)) if number is not None else None
    if partner is None or not partner.profile.active or case.status is Status.CLOSED:
        turn.answer("press-old")
        return
    draft = await referrals.draft(turn.work, case.id, partner.id, turn.person_id)
    if draft is None:
        turn.answer("refer-twice", alert=True)
        return
    turn.answer()
    turn.edit_pressed(turn.me.say("refer-to", code=case.code, partner=partner.name))
    conversation.begin(turn, "referral", case.id)


async def written(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The counselor confirmed what goes to the partner: now the family is asked."""
    case = await cases.get(turn.work, subject) if subject is not None else None
    draft = await referrals.unfinished(turn.work, subject, turn.person_id) if subject else None
    if case is None or draft is None or not await _mine(turn, case):
        turn.say("refer-gone", kind="staff")
        return
    urgency, shares, summary = (answers.get(key) for key in ("urgency", "shares", "summary"))
    assert isinstance(urgency, Picked) and isinstance(shares, PickedMany)
    chosen = [share for share in Share if share.value in shares.keys]
    parts = summary.parts if isinstance(summary, Told) and Share.SUMMARY in chosen else ()
    words = "\n".join(part for part in parts if isinstance(part, str))
    await referrals.finish(turn.work, draft.id, Urgency(urgency.key), chosen, words)
    audit.record(turn.work, turn.person_id, "referred", f"referral:{draft.id}")
    referral = await referrals.get(turn.work, draft.id)
    partner = await partners.get(turn.work, draft.partner_id)
    assert referral is not None and partner is not None
    deadlines.written(turn, referral)
    key = await agreeing.ask(turn, referral, case, partner)
    turn.say(key, kind="staff", code=case.code, partner=partner.name)


async def _pressed_referral(turn: Turn, verb: str, found: Found, rest: tuple[str, ...]) -> None:
    referral, case, partner = found
    match (verb, *rest):
        case ("show" | "yes" | "no" | "withdraw",) if case.person_id == turn.person_id:
            await agreeing.pressed(turn, verb, referral, case, partner)
        case ("accept" | "refuse" | "because" | "done", *_):
            await answering.pressed(turn, (verb, *rest), referral, case, partner)
        case ("revoke",) if await _mine(turn, case):
            await _revoke(turn, referral, case, partner)
        case ("override", *_) if may(turn.staff, Action.OVERRIDE_CONSENT):
            await _override(turn, rest, referral, case, partner)
        case ("revoke", *_):
            turn.answer("not-your-case", alert=True)
        case _:
            about = f"referral:{referral.id}"
            audit.record(turn.work, turn.person_id, "referral", about, allowed=False)
            turn.answer("refused-not-staff", alert=True)


async def _revoke(turn: Turn, referral: Referral, case: Case, partner: Partner) -> None:
    if not await referrals.move(turn.work, referral.id, State.REVOKED, turn.person_id):
        turn.answer("referral-moved-on", alert=True)
        return
    audit.record(turn.work, turn.person_id, "revoked", f"referral:{referral.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("referral-revoked", code=case.code, partner=partner.name))
    await agreeing.take_back(turn, referral, case, partner)
    if referral.sent_at is not None:
        await letters.tell_family(turn, replace(referral, state=State.REVOKED), case, partner)


async def _override(
    turn: Turn, rest: tuple[str, ...], referral: Referral, case: Case, partner: Partner
) -> None:
    """A supervisor answers by name for sending it without the family's yes in the chat."""
    me, number = turn.me, short(referral.id)
    if rest not in {(reason.value,) for reason in Override}:
        turn.answer()
        rows = tuple(
            (me.button(f"override-{reason}", "ref", "override", number, reason.value),)
            for reason in Override
        )
        turn.send(Text(me.say("override-why", partner=partner.name), rows), "staff")
        return
    reason = Override(rest[0])
    if not await referrals.send(turn.work, referral, turn.person_id, reason):
        turn.answer("referral-moved-on", alert=True)
        return
    audit.record(turn.work, turn.person_id, f"overrode_{reason}", f"referral:{referral.id}")
    turn.answer()
    turn.edit_pressed(me.say("override-done", partner=partner.name))
    fresh = await referrals.get(turn.work, referral.id)
    assert fresh is not None
    said = {"partner": partner.name}
    await letters.tell_colleagues(turn, fresh, case, "override-staff", **said)
    await letters.send(turn, fresh, case, partner)
