"""Care for colleagues: what they carry, shown to supervisors, and the question how they are."""

from bot.domain.case import Case
from bot.domain.ids import DebriefId, PersonId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, Role, StaffMember, may
from bot.domain.triage import Acuity
from bot.domain.welfare import Load, day_to_tell, debrief_at, signs
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import acuity, audit, due, people
from bot.storage import welfare as store
from bot.storage.due import Due

DEBRIEF = "debrief"
"""The kind of due row that asks how somebody is."""
TOGETHER = 4 * 3600 * 1000
"""Milliseconds within which several hard cases are one question."""


# What supervisors see.


async def show(turn: Turn) -> None:
    """/welfare: colleagues who may be tired, and why."""
    audit.record(turn.work, turn.person_id, "read", "welfare")
    loads, lines = await store.loads(turn.work), []
    for member in await people.staff(turn.work):
        load = loads.get(member.person_id, Load())
        if signs(load, turn.work.now):
            lines.append(in_words(turn.me, member, load, turn.work.now))
    if not lines:
        turn.say("welfare-nobody", kind="staff")
        return
    turn.send(Text("\n\n".join([turn.me.say("welfare-title"), *lines])), "staff")


def in_words(me: Speaker, member: StaffMember, load: Load, now: int) -> str:
    """A colleague, and what they have carried."""
    said = [
        me.say(f"welfare-{sign}", hard=load.hard, hours=load.hours, count=load.open_cases)
        for sign in signs(load, now)
    ]
    return me.say("welfare-of", who=cards.title(me, member)) + "\n" + "\n".join(said)


async def watch(desk: Desk) -> None:
    """Once a day, and only by day, supervisors hear of each colleague who may be tired."""
    now, day = desk.work.now, day_to_tell(desk.work.now, desk.house.words.zone)
    loads = await store.loads(desk.work) if day is not None else {}
    tired = {who: load for who, load in loads.items() if signs(load, now)}
    if day is None or not tired:
        return
    staff = await people.staff(desk.work)
    for member in staff:
        load = tired.get(member.person_id)
        if load is not None and await store.notice(desk.work, member.person_id, day):
            await _tell_supervisors(desk, staff, member, load)


async def _tell_supervisors(
    desk: Desk, staff: list[StaffMember], member: StaffMember, load: Load
) -> None:
    now = desk.work.now

    def compose(me: Speaker) -> Text:
        return Text(in_words(me, member, load, now) + "\n" + me.say("welfare-notice"))

    for other in _others(staff, member.person_id):
        await desk.tell(other.person_id, "staff", compose)


def _others(staff: list[StaffMember], who: PersonId) -> list[StaffMember]:
    """The supervisors besides this person."""
    return [
        member for member in staff if may(member, Action.SEE_WELFARE) and member.person_id != who
    ]


# How are you?


async def after(desk: Desk, case: Case, who: PersonId | None) -> None:
    """A case has left a colleague. After one that was ever immediate they are asked how they
    are: who lowered it was with somebody in danger all the same."""
    member = await people.member(desk.work, who) if who is not None else None
    if member is None or not await acuity.ever(desk.work, case, Acuity.IMMEDIATE):
        return
    number = await store.debrief(desk.work, member.person_id, case.id)
    at = debrief_at(desk.work.now, desk.house.words.zone, on_duty=member.on_call)
    due.plan(desk.work, DEBRIEF, number, at, f"debrief:{member.person_id}:{at // TOGETHER}")


async def ask(desk: Desk, what: Due) -> None:
    """The question itself: to them alone."""
    person_id = await store.ask(desk.work, DebriefId(what.subject))
    if person_id is None or await people.member(desk.work, person_id) is None:
        return
    number = short(what.subject)
    await desk.tell(
        person_id,
        "staff",
        lambda me: Text(
            me.say("debrief"),
            (
                (me.button("button-debrief-wish", "wf", "wish", number),),
                (me.button("button-debrief-fine", "wf", "fine", number),),
            ),
        ),
    )


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`wish.DEBRIEF` and `fine.DEBRIEF` of the one who was asked."""
    number = unshort(parts[1]) if len(parts) == 2 else None
    if number is None or turn.staff is None or parts[0] not in ("wish", "fine"):
        turn.answer("press-old")
    elif parts[0] == "fine":
        turn.answer()
        turn.edit_pressed(turn.me.say("debrief-fine"))
    elif not await store.wish(turn.work, DebriefId(number), turn.person_id):
        turn.answer("press-counted")
    else:
        turn.answer()
        turn.edit_pressed(turn.me.say(await _pass_on(turn, turn.staff)))


async def _pass_on(turn: Turn, member: StaffMember) -> str:
    """The wish reaches the supervisors, else the administrators. The key of what is said then."""
    staff = await people.staff(turn.work)
    told = _others(staff, member.person_id)
    if not told:
        told = [each for each in staff if each.role is Role.ADMINISTRATOR]
    for other in told:
        await turn.tell(
            other.person_id,
            "staff",
            lambda me: Text(me.say("debrief-wished", who=cards.title(me, member))),
        )
    return "debrief-told" if told else "debrief-nobody"
