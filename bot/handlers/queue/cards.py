"""Cards: a case as the counselor group sees it, edited in place."""

from collections.abc import Callable

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, PersonId, short
from bot.domain.outgoing import Buttons, Edit, Text
from bot.domain.people import StaffMember
from bot.handlers.desk import Desk, Speaker
from bot.handlers.family import meeting
from bot.handlers.queue import unclaimed
from bot.storage import cases, holds, outbox, people
from bot.storage.chats import group_key
from bot.storage.outbox import About, Address


async def text_of(desk: Desk, case: Case) -> str:
    """The case for the group: no name, no words of the family."""
    me = desk.to_staff
    lines = [
        me.say(
            "card",
            code=case.code,
            acuity=case.acuity.key,
            topic=me.say(f"intake-topic-{case.topic}"),
            place=me.place(case.province, case.county),
            contact=meeting.on_card(me, case),
            since=me.when(case.opened_at, desk.work.now),
            waited=me.span(desk.work.now - case.opened_at),
            returning="yes" if case.previous_id else "no",
        )
    ]
    if case.status is Status.CLAIMED and case.counselor_id is not None:
        who = await who_has(desk, me, case.counselor_id)
        at = me.when(case.claimed_at or desk.work.now, desk.work.now)
        lines.append(me.say("card-claimed", who=who, at=at))
        if case.replied_at is None:
            lines.append(me.say("card-pending"))
    elif case.status is Status.WAITING and (why := await kept(desk, me, case)):
        lines.append(why)
    elif case.status is Status.CLOSED:
        lines.append(me.say("card-closed", outcome=me.say(f"outcome-{case.outcome}")))
    return "\n".join(lines)


async def kept(desk: Desk, me: Speaker, case: Case, who: PersonId | None = None) -> str:
    """Why a waiting case is not for this person, or not for everybody, to claim; empty where it
    is."""
    if await holds.is_held(desk.work, case.id):
        return me.say("card-by-hand")
    reserved = await holds.reserved_for(desk.work, case.id)
    if reserved is None or reserved[0] == who:
        return ""
    return me.say("card-reserved", until=me.when(reserved[1], desk.work.now))


async def buttons_of(desk: Desk, me: Speaker, case: Case) -> Buttons:
    if case.status is not Status.WAITING or await kept(desk, me, case):
        return ()
    return ((me.button("button-claim", "c", "claim", short(case.id)),),)


async def show(desk: Desk, case: Case) -> None:
    """A new card in every counselor group; from now on somebody looks whether it is claimed."""
    unclaimed.plan(desk, case)
    text = await text_of(desk, case)
    buttons = await buttons_of(desk, desk.to_staff, case)
    desk.tell_groups("card", lambda _: Text(text, buttons), About(case=case.id))


async def refresh(desk: Desk, case_id: CaseId) -> None:
    """Every card of the case shows how it stands now."""
    case = await cases.get(desk.work, case_id)
    if case is None:
        return
    unclaimed.plan(desk, case)
    text = await text_of(desk, case)
    buttons = await buttons_of(desk, desk.to_staff, case)
    for row, platform in await outbox.rows_about_case(desk.work, case_id, "card"):
        to = Address(platform, group_key(platform))
        edit = Edit(text, row=row, buttons=buttons)
        outbox.put(desk.work, to, "card_edit", edit, About(case=case_id))


def title(me: Speaker, member: StaffMember) -> str:
    """A colleague by role and alias, as colleagues call them."""
    return me.say("staff-title", role=me.say(f"role-{member.role.value}"), alias=member.alias)


async def name_of(desk: Desk, person_id: PersonId) -> Callable[[Speaker], str]:
    """What a colleague is called, in whichever language it is asked."""
    member = await people.member(desk.work, person_id)
    return lambda me: title(me, member) if member else me.say("staff-former")


async def who_has(desk: Desk, me: Speaker, person_id: PersonId) -> str:
    member = await people.member(desk.work, person_id)
    return title(me, member) if member else me.say("staff-former")
