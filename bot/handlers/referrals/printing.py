"""A referral on paper: the same agreed fields as the letter, as a document that prints well."""

from collections.abc import Mapping

from bot.conversations.flow import Answer
from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.outgoing import Delete, Paper
from bot.domain.referral import Partner, Referral
from bot.handlers.desk import Desk, Speaker
from bot.handlers.referrals import letters
from bot.storage import accounts, audit, outbox, people, referrals
from bot.storage.outbox import About


def paper(
    me: Speaker,
    referral: Referral,
    case: Case,
    partner: Partner,
    facts: Mapping[str, Answer],
    now: int,
) -> Paper:
    """What the partner reads on paper, of this day."""
    assert referral.urgency is not None
    notes = [me.say("referral-reach")]
    if referral.override is not None:
        reason = me.say(f"override-{referral.override}")
        notes.append(me.say("referral-letter-override", reason=reason))
    head = me.house.organization or me.say("paper-organization")
    urgency = me.say(f"referral-urgency-{referral.urgency}")
    return Paper(
        f"referral-{case.code}.pdf",
        me.say("paper-title", partner=partner.name),
        (
            (me.say("referral-code-title"), case.code),
            (me.say("referral-urgency-title"), urgency),
            *letters.shared(me, referral, case, facts),
        ),
        head,
        me.house.words.date(me.language, now),
        tuple(notes),
        head,
        me.language,
        me.say("paper-caption", code=case.code),
    )


async def hand(desk: Desk, referral: Referral, case: Case, partner: Partner, to: PersonId) -> None:
    """To the colleague who takes it there; remembered, so that it can be taken back."""
    reach = await people.reach(desk.work, to)
    if reach is None:
        return
    facts = await letters.household(desk, referral)
    made = paper(desk.speaker(reach.language), referral, case, partner, facts, desk.work.now)
    row = desk.owe(outbox.address(reach.account), "referral", made, About(case=case.id))
    referrals.remember_letter(desk.work, referral.id, row, to, paper=True)
    audit.record(desk.work, to, "received_paper", f"referral:{referral.id}")


async def take_back(desk: Desk, referral: Referral) -> None:
    """The document goes from the chats. What is printed stays printed, and people are told so."""
    for row, person in await referrals.papers(desk.work, referral.id):
        reach = await accounts.reach_of(desk.work, person, row)
        if reach is not None:
            to = outbox.address(reach.account)
            outbox.put(desk.work, to, "referral_edit", Delete(row=row))
