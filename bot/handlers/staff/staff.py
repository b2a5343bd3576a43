"""Staff and administrators: invitations, roles, who is on call, and how the service is."""

import secrets

from bot.domain.ids import PartnerId, PersonId, short, unshort
from bot.domain.outgoing import Button, Commands, Text
from bot.domain.people import Action, Role, StaffMember, may
from bot.handlers.casework import handover
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards, queue
from bot.handlers.staff import weeks
from bot.storage import (
    audit,
    cases,
    claims,
    invitations,
    leads,
    overview,
    partners,
    people,
    state,
)
from bot.storage.invitations import Invitation

INVITATION_LASTS = 7 * 24 * 3600 * 1000
ON_CALL = "on_call"
"""A counselor who is on call from the first day: an offer of its own, for convenience."""
OFFERS = (*(role.value for role in Role if role is not Role.PARTNER), ON_CALL)

FAMILY_COMMANDS = (
    "exit", "start", "menu", "status", "series", "saved", "courses", "join", "here", "reminders",
    "privacy", "language", "link", "verify", "help", "cancel", "delete",
)  # fmt: skip
CASEWORK_COMMANDS = (
    "queue", "next", "mycases", "reply", "macro", "case", "search", "tasks", "task", "note",
    "notes", "close", "contact", "refer", "transfer", "ask", "appoint", "appointments", "again",
    "series", "addreply", "on", "away", "shifts", "profile", "oncall", "alerts", "help",
)  # fmt: skip
SUPERVISOR_COMMANDS = (
    "overview", "acuity", "reopen", "staff", "switchboard", "assign", "feedback", "listen",
    "whisper", "block", "welfare",
)  # fmt: skip
ADMIN_COMMANDS = (
    "overview", "invite", "staff", "profile", "shifts", "partners", "alerts", "block", "donations",
    "health",
)  # fmt: skip
PARTNER_COMMANDS = ("referrals",)


def home(turn: Turn) -> None:
    """/start and /help of a staff member."""
    assert turn.staff is not None
    me = turn.me
    lines = [me.say("staff-home", who=cards.title(me, turn.staff))]
    turn.send(Text("\n\n".join([*lines, *_help(me, turn.staff)])), "staff")


def _help(me: Speaker, member: StaffMember) -> list[str]:
    """What this role can do, part by part."""
    parts = {
        "help-staff": may(member, Action.CLAIM),
        "help-coordinator": member.role is Role.COORDINATOR,
        "help-supervisor": member.role is Role.SUPERVISOR,
        "help-admin": member.role is Role.ADMINISTRATOR,
        "help-teach": may(member, Action.TEACH),
        "help-courses": may(member, Action.MANAGE_COURSES),
        "help-broadcast": may(member, Action.BROADCAST),
        "help-partner": may(member, Action.ANSWER_REFERRAL),
    }
    return [me.say(key) for key, shown in parts.items() if shown]


def invite(turn: Turn, argument: str) -> "tuple[str, str] | None":
    """/invite [ROLE [NAME]]: asks for the role when it is not given. The offer, when it is."""
    role, _, alias = argument.partition(" ")
    if role in OFFERS:
        return role, alias.strip()
    me = turn.me
    rows = tuple((me.button(f"role-{offer}", "s", "invite", offer),) for offer in OFFERS)
    turn.send(Text(me.say("invite-role"), rows), "staff")
    return None


async def send_invitation(
    turn: Turn, offer: str, alias: str, partner: PartnerId | None = None
) -> None:
    """A one-time link that gives this role to the first who opens it; for the role `partner`,
    in this institution."""
    token = secrets.token_urlsafe(18)
    role = Role.COUNSELOR if offer == ON_CALL else Role(offer)
    name = alias[:40] or str(100 + secrets.randbelow(900))
    await invitations.invite(
        turn.work,
        token,
        Invitation(role, name, offer == ON_CALL, partner),
        turn.person_id,
        turn.work.now + INVITATION_LASTS,
    )
    audit.record(turn.work, turn.person_id, f"invited_{role}", "staff")
    place = turn.house.places[turn.incoming.platform]
    link = f"{place.link}/{place.username}?start={token}"
    me = turn.me
    text = me.say("invite-link", role=me.say(f"role-{offer}"), alias=name, link=link)
    turn.send(Text(text, ((Button(me.say("button-join"), url=link),),)), "staff")


async def accept(turn: Turn, token: str) -> bool:
    """/start TOKEN: a role, if the invitation still holds. False: this was no invitation."""
    offer = await invitations.accept(turn.work, token, turn.person_id)
    if offer is None:
        turn.say("invite-invalid")
        return False
    await people.appoint(turn.work, turn.person_id, offer.role, offer.alias, on_call=offer.on_call)
    if offer.partner is not None:
        await partners.join(turn.work, turn.person_id, offer.partner)
    await people.end_session(turn.work, turn.person_id)
    audit.record(turn.work, turn.person_id, f"joined_{offer.role}", f"person:{turn.person_id}")
    member = StaffMember(turn.person_id, offer.role, offer.alias, offer.on_call)
    welcome(turn, member)
    return True


def welcome(turn: Turn, member: StaffMember) -> None:
    me = turn.me
    lines = [me.say("staff-welcome", who=cards.title(me, member))]
    turn.send(Text("\n\n".join([*lines, *_help(me, member)])), "staff")
    set_menu(turn, member)


def set_menu(turn: Turn, member: StaffMember) -> None:
    """The commands that this member's chat offers."""
    names: tuple[str, ...] = ()
    if may(member, Action.CLAIM):
        names += CASEWORK_COMMANDS
    elif may(member, Action.SEE_CASE):
        names += ("case",)
    if may(member, Action.ANSWER_REFERRAL):
        names += PARTNER_COMMANDS
    if member.role is Role.ADMINISTRATOR:
        names += ADMIN_COMMANDS
    elif member.role is Role.SUPERVISOR:
        names += SUPERVISOR_COMMANDS
    if may(member, Action.TEACH):
        names += ("courses",)
    if may(member, Action.MANAGE_COURSES):
        names += ("newcourse",)
    if may(member, Action.BROADCAST):
        names += ("broadcast",)
    names += tuple(name for name in ("language", "link", "help") if name not in names)
    commands = tuple((name, turn.me.say(f"command-{name}")) for name in names)
    turn.send_commands(Commands("chat", commands))


async def show_staff(turn: Turn) -> None:
    """/staff: everyone with a role, and whether they have been here lately; with buttons to put
    on call or end a role."""
    me = turn.me
    seen = await overview.seen(turn.work.tx.fetch)
    members = await people.staff(turn.work)
    lines = [me.say("staff-list", count=len(members))]
    rows = []
    for member in members:
        held = len(await cases.held_by(turn.work, member.person_id))
        lines.append(
            me.say(
                "staff-line",
                who=cards.title(me, member),
                held=held,
                oncall="yes" if member.on_call else "no",
            )
            + " · "
            + me.say("staff-seen", seen=_seen(turn, seen.get(member.person_id, 0)))
        )
        number = short(member.person_id)
        if turn.staff and turn.staff.role is Role.ADMINISTRATOR:
            duty = "button-off-call" if member.by_hand else "button-on-call"
            rows.append(
                (
                    me.button(duty, "s", "duty", number, alias=member.alias),
                    me.button("button-dismiss", "s", "dismiss", number, alias=member.alias),
                )
            )
    more = (me.button("button-profiles", "prof", "choose"),)
    turn.send(Text("\n".join(lines), (*rows[:40], more)), "staff")


def _seen(turn: Turn, at: int) -> str:
    """The day on which somebody was last here, only as exactly as a colleague needs it."""
    words = turn.house.words
    days = (words.local_time(turn.work.now).date() - words.local_time(at).date()).days
    return "today" if days < 1 else "yesterday" if days == 1 else "week" if days < 7 else "earlier"


async def switch_on_call(turn: Turn) -> None:
    """/oncall: a caseworker takes or gives back the duty."""
    assert turn.staff is not None
    on = not turn.staff.by_hand
    await people.put_on_call(turn.work, turn.person_id, on=on)
    audit.record(turn.work, turn.person_id, "on_call" if on else "off_call", "staff")
    parts = [turn.me.say("oncall-on" if on else "oncall-off"), await weeks.rota(turn)]
    button = turn.me.button("button-rota", "week", "show", short(turn.person_id), "c")
    shown = ((button,),) if may(turn.staff, Action.SET_DUTY) else ()
    turn.send(Text("\n\n".join(filter(None, parts)), shown), "staff")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Buttons of administrators: `invite.ROLE`, `duty.PERSON`, `dismiss.PERSON`, `sure.PERSON`."""
    if turn.staff is None or turn.staff.role is not Role.ADMINISTRATOR:
        audit.record(turn.work, turn.person_id, "administer", "staff", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    match parts:
        case ("invite", offer) if offer in OFFERS:
            turn.answer()
            await send_invitation(turn, offer, "")
        case ("duty" | "dismiss" | "sure" as verb, number):
            person_id = unshort(number)
            member = await people.member(turn.work, PersonId(person_id)) if person_id else None
            if member is None:
                turn.answer("press-old")
                return
            await _about(turn, verb, member)
        case _:
            turn.answer("press-old")


async def _about(turn: Turn, verb: str, member: StaffMember) -> None:
    me, number = turn.me, short(member.person_id)
    if verb == "duty":
        await people.put_on_call(turn.work, member.person_id, on=not member.by_hand)
        audit.record(turn.work, turn.person_id, "changed_duty", f"person:{member.person_id}")
        turn.answer("duty-changed", alias=member.alias)
        return
    if verb == "dismiss":
        turn.answer()
        sure = ((me.button("button-sure-dismiss", "s", "sure", number),),)
        turn.send(Text(me.say("dismiss-sure", who=cards.title(me, member)), sure), "staff")
        return
    await end_role(turn, member)
    turn.answer()
    turn.edit_pressed(me.say("dismissed", who=cards.title(me, member)))


async def end_role(turn: Turn, member: StaffMember) -> None:
    """The role ends; open cases go back to the queue, and minors get another lead."""
    if not await people.dismiss(turn.work, member.person_id):
        return
    audit.record(turn.work, turn.person_id, "dismissed", f"person:{member.person_id}")
    await handover.left(turn, member.person_id)
    for case in await claims.release_all(turn.work, member.person_id):
        audit.record(turn.work, turn.person_id, "released", f"case:{case.id}")
        await cards.refresh(turn, case.id)
    for case_id in await leads.led_by(turn.work, member.person_id):
        led = await cases.get(turn.work, case_id)
        if led is not None:
            await queue.seek_lead(turn, led)
    await turn.tell(
        member.person_id,
        "commands",
        lambda me: Commands(
            "chat", tuple((name, me.say(f"command-{name}")) for name in FAMILY_COMMANDS)
        ),
    )


async def show_health(turn: Turn) -> None:
    """/health: what waits, in counts."""
    counts = await state.waiting_now(turn.work)
    # The command that asks is itself still in the inbox.
    counts["inbox"] = max(0, counts["inbox"] - 1)
    turn.send(Text(turn.me.say("health", **counts)), "staff")
