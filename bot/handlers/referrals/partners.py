"""Administrators look after partner institutions: list, add, switch off, invite their people."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, PickedMany, Told
from bot.conversations.partner import EVERYTHING, EVERYWHERE
from bot.domain.ids import PartnerId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, Role, may
from bot.domain.referral import Partner, PartnerKind, Profile
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.desk import Speaker, Turn
from bot.handlers.staff import staff
from bot.storage import audit, partners

SHOWN = 30


async def show(turn: Turn) -> None:
    """/partners: all of them, each with its page."""
    me, every = turn.me, await partners.every(turn.work)
    lines = [me.say("partners-list", count=len(every))]
    lines += [
        me.say(
            "partners-line",
            name=partner.name,
            kind=me.say(f"partner-kind-{partner.profile.kind}"),
            active="yes" if partner.profile.active else "no",
        )
        for partner in every[:SHOWN]
    ]
    rows = [
        (me.button("button-partner", "org", "page", short(partner.id), name=partner.name[:40]),)
        for partner in every[:SHOWN]
    ]
    rows.append((me.button("button-new-partner", "org", "new"),))
    turn.send(Text("\n".join(lines), tuple(rows)), "staff")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`new`, `page.ID`, `on.ID`, `off.ID`, `invite.ID`: of administrators only."""
    if not may(turn.staff, Action.MANAGE_PARTNERS):
        audit.record(turn.work, turn.person_id, "manage_partners", "partners", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    number = unshort(parts[1]) if len(parts) == 2 else None
    partner = await partners.get(turn.work, PartnerId(number)) if number is not None else None
    match parts:
        case ("new",):
            turn.answer()
            conversation.begin(turn, "partner")
        case ("page", _) if partner is not None:
            turn.answer()
            await _page(turn, partner)
        case ("on" | "off", _) if partner is not None:
            await _switch(turn, partner, on=parts[0] == "on")
        case ("invite", _) if partner is not None:
            turn.answer()
            await staff.send_invitation(turn, Role.PARTNER.value, "", partner.id)
        case _:
            turn.answer("press-old")


async def _page(turn: Turn, partner: Partner) -> None:
    me, number = turn.me, short(partner.id)
    people = await partners.people_of(turn.work, partner.id)
    text = profile_text(me, partner.profile) + "\n" + me.say("partner-people", count=len(people))
    on = partner.profile.active
    rows = (
        (me.button("button-invite-partner", "org", "invite", number),),
        (
            me.button("button-partner-off", "org", "off", number)
            if on
            else me.button("button-partner-on", "org", "on", number),
        ),
    )
    turn.send(Text(text, rows), "staff")


def profile_text(me: Speaker, profile: Profile) -> str:
    """All that is known of an institution, in lines."""
    comma = me.say("list-comma")
    regions = comma.join(_region(me, code) for code in profile.regions)
    topics = comma.join(me.say(f"intake-topic-{topic}") for topic in profile.topics)
    return me.say(
        "partner-page",
        name=profile.name,
        kind=me.say(f"partner-kind-{profile.kind}"),
        regions=regions or me.say("partner-regions-everywhere"),
        topics=topics or me.say("partner-topics-everything"),
        accepts=profile.accepts or "-",
        hours=profile.hours or "-",
        active="yes" if profile.active else "no",
    )


def _region(me: Speaker, code: str) -> str:
    county = me.house.divisions.county(code)
    return me.place(county.province, code) if county is not None else me.place(code, "")


async def _switch(turn: Turn, partner: Partner, *, on: bool) -> None:
    if await partners.switch(turn.work, partner.id, on=on):
        did = "partner_on" if on else "partner_off"
        audit.record(turn.work, turn.person_id, did, f"partner:{partner.id}")
    turn.answer()
    turn.edit_pressed(
        turn.me.say("partner-switched-on" if on else "partner-switched-off", name=partner.name)
    )


async def added(turn: Turn, answers: Mapping[str, Answer]) -> None:
    """The administrator confirmed the description: the institution can be referred to."""
    if not may(turn.staff, Action.MANAGE_PARTNERS):
        return
    kind = answers["kind"]
    assert isinstance(kind, Picked)
    profile = Profile(
        _told(answers, "name"),
        PartnerKind(kind.key),
        _picked(answers, "regions", EVERYWHERE),
        _picked(answers, "topics", EVERYTHING),
        _told(answers, "accepts"),
        _told(answers, "hours"),
    )
    known = await partners.named(turn.work, profile.name)
    partner = await partners.save(turn.work, profile)
    did = "partner_changed" if known else "partner_added"
    audit.record(turn.work, turn.person_id, did, f"partner:{partner.id}")
    await _page(turn, partner)


def _told(answers: Mapping[str, Answer], key: str) -> str:
    answer = answers.get(key)
    parts = answer.parts if isinstance(answer, Told) else ()
    return "\n".join(store(part).strip() for part in parts if isinstance(part, str))


def _picked(answers: Mapping[str, Answer], key: str, every: str) -> tuple[str, ...]:
    """The choice; empty where everything was among it."""
    answer = answers.get(key)
    keys = answer.keys if isinstance(answer, PickedMany) else ()
    return () if every in keys else keys
