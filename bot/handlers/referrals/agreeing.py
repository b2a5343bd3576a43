"""The family's say in a referral: asked in plain words, free to say no, and to take back a yes."""

from bot.domain.case import Case
from bot.domain.ids import ReferralId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.referral import WITH_PARTNER, Partner, Referral, State
from bot.handlers.desk import Compose, Desk, Speaker, Turn
from bot.handlers.referrals import deadlines, letters
from bot.storage import audit, cases, partners, referrals
from bot.storage.outbox import About


async def ask(desk: Desk, referral: Referral, case: Case, partner: Partner) -> str:
    """Puts the question, or keeps it until they write. What became of it, as a text's key."""
    if case.person_id is None:
        return "referral-cannot-ask"
    if not await letters.may_write_to_family(desk, case):
        return "referral-asked-later"
    if not await referrals.move(desk.work, referral.id, State.CONSENT_ASKED):
        return "referral-cannot-ask"
    audit.record(desk.work, None, "consent_asked", f"referral:{referral.id}")
    deadlines.asked(desk, referral)
    compose = await _question(desk, referral, case, partner)
    if case.contact == "neutral":
        compose = _behind_a_tap(referral)
    told = await desk.tell(case.person_id, "notice", compose, About(case=case.id))
    return "referral-asked" if told else "referral-cannot-ask"


def _behind_a_tap(referral: Referral) -> Compose:
    """Somebody else may look at the screen: what it is about comes after a tap."""

    def compose(me: Speaker) -> Text:
        button = me.button("button-show-question", "ref", "show", short(referral.id))
        return Text(me.say("referral-plain"), ((button,),))

    return compose


async def _question(desk: Desk, referral: Referral, case: Case, partner: Partner) -> Compose:
    facts = await letters.household(desk, referral)

    def compose(me: Speaker) -> Text:
        code = (me.say("referral-code-title"), case.code)
        said = letters.in_lines(me, [code, *letters.shared(me, referral, case, facts)])
        number = short(referral.id)
        buttons = (
            (me.button("button-agree", "ref", "yes", number),),
            (me.button("button-disagree", "ref", "no", number),),
        )
        parts = [me.say("referral-consent", partner=partner.name), said, me.say("referral-choice")]
        return Text("\n\n".join(parts), buttons)

    return compose


async def pressed(turn: Turn, verb: str, referral: Referral, case: Case, partner: Partner) -> None:
    """Buttons of the family: `show.ID`, `yes.ID`, `no.ID`, `withdraw.ID`."""
    match verb:
        case "show" if referral.state is State.CONSENT_ASKED and not referral.declined:
            shown = (await _question(turn, referral, case, partner))(turn.me)
            assert isinstance(shown, Text)
            turn.answer()
            turn.edit_pressed(shown.text, shown.buttons)
        case "yes" if not referral.declined:
            await _agreed(turn, referral, case, partner)
        case "no":
            await _declined(turn, referral, case, partner)
        case "withdraw":
            await _withdrawn(turn, referral, case, partner)
        case _:
            turn.answer("referral-question-over")


async def _agreed(turn: Turn, referral: Referral, case: Case, partner: Partner) -> None:
    if not await referrals.send(turn.work, referral, turn.person_id):
        turn.answer("referral-question-over")
        return
    referrals.consent(turn.work, turn.person_id, referral.id, given=True)
    audit.record(turn.work, turn.person_id, "agreed", f"referral:{referral.id}")
    me = turn.me
    turn.answer()
    turn.edit_pressed(
        me.say("referral-agreed", partner=partner.name),
        ((me.button("button-withdraw-referral", "ref", "withdraw", short(referral.id)),),),
    )
    await letters.tell_colleagues(turn, referral, case, "referral-sent-staff", partner=partner.name)
    fresh = await referrals.get(turn.work, referral.id)
    assert fresh is not None
    await letters.send(turn, fresh, case, partner)


async def _declined(turn: Turn, referral: Referral, case: Case, partner: Partner) -> None:
    if not await referrals.decline(turn.work, referral.id):
        turn.answer("referral-question-over")
        return
    referrals.consent(turn.work, turn.person_id, referral.id, given=False)
    audit.record(turn.work, turn.person_id, "declined", f"referral:{referral.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("referral-declined"))
    await letters.tell_colleagues(
        turn, referral, case, "referral-declined-staff", partner=partner.name
    )


async def _withdrawn(turn: Turn, referral: Referral, case: Case, partner: Partner) -> None:
    if not await referrals.move(turn.work, referral.id, State.REVOKED, turn.person_id):
        turn.answer("referral-question-over")
        return
    referrals.consent(turn.work, turn.person_id, referral.id, given=False)
    audit.record(turn.work, turn.person_id, "withdrew_consent", f"referral:{referral.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("referral-withdrawn", partner=partner.name))
    await letters.tell_colleagues(
        turn, referral, case, "referral-withdrawn-staff", partner=partner.name
    )
    await take_back(turn, referral, case, partner)


async def take_back(desk: Desk, referral: Referral, case: Case, partner: Partner) -> None:
    """The partner's people read that it was revoked, and nothing of the family any more."""
    if referral.sent_at is not None:
        await letters.empty(desk, referral, case)
        await _tell_taken_back(desk, case, partner)


async def _tell_taken_back(desk: Desk, case: Case, partner: Partner) -> None:
    for person in await partners.people_of(desk.work, partner.id):
        await desk.tell(
            person, "staff", lambda me: Text(me.say("referral-taken-back", code=case.code))
        )


async def standing(turn: Turn, case: Case) -> None:
    """For /status: where each referral stands that the family knows of, and the way back."""
    me = turn.me
    for referral, partner in await letters.known(turn, case):
        if referral.override is not None or referral.declined:
            continue
        if referral.state is State.CONSENT_ASKED:
            turn.send((await _question(turn, referral, case, partner))(me))
        elif referral.sent_at is not None:
            told = letters.news_of(case, partner)
            text = me.say(f"referral-family-{referral.state}", **told)
            number = short(referral.id)
            back = ((me.button("button-withdraw-referral", "ref", "withdraw", number),),)
            turn.send(Text(text, back if referral.state in WITH_PARTNER else ()))


async def of_press(turn: Turn, number: str) -> tuple[Referral, Case, Partner] | None:
    """The referral a button is about, with its case and its partner."""
    found = unshort(number)
    referral = await referrals.get(turn.work, ReferralId(found)) if found is not None else None
    case = await cases.get(turn.work, referral.case_id) if referral else None
    partner = await partners.get(turn.work, referral.partner_id) if referral else None
    if referral is None or case is None or partner is None or referral.urgency is None:
        return None
    return referral, case, partner


async def held_by_partners(turn: Turn) -> list[tuple[Referral, Case, Partner]]:
    """What partners have of the person who writes: read before an erasure, for `erased`."""
    held = []
    for referral in await referrals.sent_about(turn.work, turn.person_id):
        case = await cases.get(turn.work, referral.case_id)
        partner = await partners.get(turn.work, referral.partner_id)
        if case is not None and partner is not None:
            held.append((referral, case, partner))
    return held


async def erased(desk: Desk, held: list[tuple[Referral, Case, Partner]]) -> None:
    """The letters of an erased person hold nothing of them any more."""
    for referral, case, partner in held:
        await letters.empty(desk, referral, case)
        if referral.state in WITH_PARTNER:
            await _tell_taken_back(desk, case, partner)
