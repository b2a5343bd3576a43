"""A referral as the partner has it: the letter, its buttons, and who hears what became of it."""

from collections.abc import Mapping
from typing import Any

from bot.conversations.flow import Answer, answer_from_json
from bot.domain.case import Case
from bot.domain.contact import PRESENT
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Buttons, Edit, Text
from bot.domain.people import Role
from bot.domain.referral import Partner, Referral, Share, State
from bot.handlers import questions
from bot.handlers.desk import Compose, Desk, Speaker
from bot.handlers.referrals import printing
from bot.storage import accounts, audit, cases, contact, outbox, partners, people, referrals
from bot.storage.outbox import About

HOUSEHOLD = ("who", "age", "age_other", "adults", "children", "child_ages", "facts")
"""Questions of the assessment that say who lives there."""


async def household(desk: Desk, referral: Referral) -> Mapping[str, Answer]:
    """The facts of the household that may be shared: nothing in the family's own words."""
    if Share.HOUSEHOLD not in referral.shares:
        return {}
    every = await cases.assessment(desk.work, referral.case_id)
    flow = desk.house.flows["intake"]
    return {
        key: answer_from_json(every[key])
        for key in HOUSEHOLD
        if key in every and key in flow.by_key
    }


def shared(
    me: Speaker, referral: Referral, case: Case, facts: Mapping[str, Answer]
) -> list[tuple[str, str]]:
    """Title and value of each agreed field: all that a partner reads about the family."""
    flow, lines = me.house.flows["intake"], []
    for share in referral.shares:
        title = me.say(f"referral-shares-{share}")
        match share:
            case Share.TOPIC:
                lines.append((title, me.say(f"intake-topic-{case.topic}")))
            case Share.REGION:
                lines.append((title, me.place(case.province, case.county)))
            case Share.HOUSEHOLD:
                lines += [
                    (
                        me.say(f"intake-{key}-title"),
                        questions.answer_text(me, flow, key, facts, whole=True),
                    )
                    for key in facts
                ]
            case Share.ACUITY:
                lines.append((title, me.say("referral-acuity", acuity=case.acuity.key)))
            case Share.SUMMARY if referral.summary:
                lines.append((title, referral.summary))
            case _:
                pass
    return lines


def in_lines(me: Speaker, said: list[tuple[str, str]]) -> str:
    return "\n".join(me.say("review-line", title=title, answer=text) for title, text in said)


def letter(me: Speaker, referral: Referral, case: Case, partner: Partner, body: str) -> str:
    """What the partner reads, on a screen or on paper."""
    assert referral.urgency is not None
    parts = [
        me.say(
            "referral-letter",
            partner=partner.name,
            code=case.code,
            urgency=me.say(f"referral-urgency-{referral.urgency}"),
        ),
        *([body] if body else []),
        me.say("referral-reach"),
    ]
    if referral.override is not None:
        reason = me.say(f"override-{referral.override}")
        parts.append(me.say("referral-letter-override", reason=reason))
    if referral.state is not State.SENT:
        parts.append(me.say("referral-stands", state=me.say(f"referral-state-{referral.state}")))
    return "\n\n".join(parts)


def letter_buttons(me: Speaker, referral: Referral) -> Buttons:
    number = short(referral.id)
    match referral.state:
        case State.SENT:
            return (
                (
                    me.button("button-accept-referral", "ref", "accept", number),
                    me.button("button-refuse-referral", "ref", "refuse", number),
                ),
            )
        case State.ACCEPTED:
            return ((me.button("button-referral-done", "ref", "done", number),),)
        case _:
            return ()


async def composed(desk: Desk, referral: Referral, case: Case, partner: Partner) -> Compose:
    """The letter as it stands now."""
    facts = await household(desk, referral)

    def compose(me: Speaker) -> Text:
        body = in_lines(me, shared(me, referral, case, facts))
        text = letter(me, referral, case, partner, body)
        return Text(text, letter_buttons(me, referral), protect=True)

    return compose


async def send(desk: Desk, referral: Referral, case: Case, partner: Partner) -> None:
    """To everyone who answers for the partner; where that is nobody, as a letter to hand over."""
    compose = await composed(desk, referral, case, partner)
    about = About(case=case.id)
    readers = await partners.people_of(desk.work, partner.id)
    for reader in readers:
        await _hand(desk, referral, reader, compose, about)
        audit.record(desk.work, reader, "received", f"referral:{referral.id}")
    if readers:
        return
    for person in await concerned(desk, referral, case):
        await desk.tell(
            person, "staff", lambda me: Text(me.say("referral-on-paper", partner=partner.name))
        )
        await _hand(desk, referral, person, lambda me: _printable(compose, me), about)
        audit.record(desk.work, person, "read_letter", f"referral:{referral.id}")
        await printing.hand(desk, referral, case, partner, person)


async def _hand(
    desk: Desk, referral: Referral, to: PersonId, compose: Compose, about: About
) -> None:
    """A letter to one reader, remembered so that it can be emptied when the yes is taken back."""
    reach = await people.reach(desk.work, to)
    if reach is None:
        return
    letter = compose(desk.speaker(reach.language))
    row = desk.owe(outbox.address(reach.account), "referral", letter, about)
    referrals.remember_letter(desk.work, referral.id, row, to)


def _printable(compose: Compose, me: Speaker) -> Text:
    """Not protected: it is made to be copied and printed."""
    shown = compose(me)
    assert isinstance(shown, Text)
    return Text(shown.text, shown.buttons)


async def refresh(desk: Desk, referral: Referral, case: Case, partner: Partner) -> None:
    """Every copy of the letter shows how it stands now."""
    await _rewrite(desk, referral, await composed(desk, referral, case, partner))


async def empty(desk: Desk, referral: Referral, case: Case) -> None:
    """Every copy of the letter says that it was taken back, and nothing else any more; the one on
    paper goes."""
    await _rewrite(desk, referral, lambda me: Text(me.say("referral-taken-back", code=case.code)))
    await printing.take_back(desk, referral)


async def _rewrite(desk: Desk, referral: Referral, compose: Compose) -> None:
    for row, person in await referrals.letters(desk.work, referral.id):
        reach = await accounts.reach_of(desk.work, person, row)
        shown = compose(desk.speaker(reach.language)) if reach else None
        if reach is not None and isinstance(shown, Text):
            edit = Edit(shown.text, row=row, buttons=shown.buttons)
            outbox.put(desk.work, outbox.address(reach.account), "referral_edit", edit)


async def may_answer(desk: Desk, referral: Referral, case: Case, person_id: PersonId) -> bool:
    """The partner's own people; where there are none, the counselor who handed the letter over."""
    readers = await partners.people_of(desk.work, referral.partner_id)
    return person_id in (readers or await concerned(desk, referral, case))


async def known(desk: Desk, case: Case) -> list[tuple[Referral, Partner]]:
    """Every referral of a case, oldest first."""
    found = []
    for referral in await referrals.of_case(desk.work, case.id):
        partner = await partners.get(desk.work, referral.partner_id)
        if partner is not None:
            found.append((referral, partner))
    return found


def stands(me: Speaker, referral: Referral, partner: Partner, now: int) -> str:
    """One referral in a line: partner, state, since when, and what is unusual about it."""
    lines = [
        me.say(
            "referral-line",
            partner=partner.name,
            state=me.say(f"referral-state-{referral.state}"),
            at=me.when(referral.moved_at, now),
        )
    ]
    if referral.refusal is not None:
        lines.append(me.say("referral-because", reason=me.say(f"refusal-{referral.refusal}")))
    if referral.declined:
        lines.append(me.say("referral-family-said-no"))
    if referral.override is not None:
        lines.append(me.say("referral-overridden", reason=me.say(f"override-{referral.override}")))
    return "\n".join(lines)


# Who hears of it.


async def concerned(desk: Desk, referral: Referral, case: Case) -> list[PersonId]:
    """The counselor who has the case, and whoever wrote the referral: colleagues only."""
    both = dict.fromkeys(p for p in (case.counselor_id, referral.author_id) if p is not None)
    return [person for person in both if await people.member(desk.work, person) is not None]


async def tell_colleagues(
    desk: Desk, referral: Referral, case: Case, key: str, **arguments: Any
) -> None:
    """Those whose referral it is."""
    for person in await concerned(desk, referral, case):
        await _tell(desk, person, key, code=case.code, **arguments)


async def tell_supervisors(desk: Desk, besides: list[PersonId], key: str, **arguments: Any) -> None:
    for member in await people.staff(desk.work):
        if member.role is Role.SUPERVISOR and member.person_id not in besides:
            await _tell(desk, member.person_id, key, **arguments)


async def _tell(desk: Desk, person: PersonId, key: str, **arguments: Any) -> None:
    await desk.tell(person, "staff", lambda me: Text(me.say(key, **arguments)))


async def may_write_to_family(desk: Desk, case: Case) -> bool:
    """Whether they let us write first, or are here anyway."""
    if case.person_id is None:
        return False
    if case.contact != "wait":
        return True
    standing = await contact.standing(desk.work, case.person_id)
    return standing is not None and standing.seen_at >= desk.work.now - PRESENT


def news_of(case: Case, partner: Partner) -> dict[str, str]:
    """What a text to the family may say; `hours` is `none` where we do not know them."""
    return {"partner": partner.name, "hours": partner.profile.hours or "none", "code": case.code}


async def tell_family(desk: Desk, referral: Referral, case: Case, partner: Partner) -> None:
    """News of a referral that they agreed to. Where only plain messages are safe, none of it."""
    agreed = referral.override is None
    if not agreed or case.person_id is None or not await may_write_to_family(desk, case):
        return
    plain, told = case.contact == "neutral", news_of(case, partner)
    key = f"referral-family-{referral.state}"

    def compose(me: Speaker) -> Text:
        return Text(me.say("referral-news") if plain else me.say(key, **told))

    await desk.tell(case.person_id, "notice", compose)
