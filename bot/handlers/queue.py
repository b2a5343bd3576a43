"""The queue as people see it: cards in the group, claiming, and the family's place in line."""

from bot.conversations.flow import Told, answer_from_json
from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, PersonId, short, unshort
from bot.domain.outgoing import Buttons, Edit, Text
from bot.domain.people import Action, StaffMember, may
from bot.handlers import letters, meeting, relay, talk
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import PressIn
from bot.storage import acuity, audit, cases, contact, outbox, people
from bot.storage.acuity import Changed
from bot.storage.chats import group_key
from bot.storage.outbox import About, Address
from bot.storage.relay import copy_at

SHOWN = 8
"""Cases in one answer to /queue; the rest is counted."""


# Cards.


async def card(desk: Desk, case: Case) -> str:
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
    elif case.status is Status.CLOSED:
        lines.append(me.say("card-closed", outcome=me.say(f"outcome-{case.outcome}")))
    return "\n".join(lines)


def card_buttons(me: Speaker, case: Case) -> Buttons:
    if case.status is not Status.WAITING:
        return ()
    return ((me.button("button-claim", "c", "claim", short(case.id)),),)


async def show_card(desk: Desk, case: Case) -> None:
    """A new card in every counselor group."""
    text, buttons = await card(desk, case), card_buttons(desk.to_staff, case)
    desk.tell_groups("card", lambda _: Text(text, buttons), About(case=case.id))


async def refresh_cards(desk: Desk, case_id: CaseId) -> None:
    """Every card of the case shows how it stands now."""
    case = await cases.get(desk.work, case_id)
    if case is None:
        return
    text, buttons = await card(desk, case), card_buttons(desk.to_staff, case)
    for row, platform in await outbox.rows_about_case(desk.work, case_id, "card"):
        to = Address(platform, group_key(platform))
        edit = Edit(text, row=row, buttons=buttons)
        outbox.put(desk.work, to, "card_edit", edit, About(case=case_id))


def title(me: Speaker, member: StaffMember) -> str:
    """A colleague by role and alias, as colleagues call them."""
    return me.say("staff-title", role=me.say(f"role-{member.role.value}"), alias=member.alias)


async def who_has(desk: Desk, me: Speaker, person_id: PersonId) -> str:
    member = await people.member(desk.work, person_id)
    return title(me, member) if member else me.say("staff-former")


# A new case.


async def opened(turn: Turn, case: Case) -> None:
    """A request is in the queue: the group sees it, and the family knows what to expect."""
    audit.record(turn.work, turn.person_id, "opened", f"case:{case.id}")
    await show_card(turn, case)
    if case.minor:
        await seek_lead(turn, case)
    turn.say("request-received", code=case.code, expectation=await expectation(turn, case))


async def completed(turn: Turn, case: Case) -> None:
    """The answers came after the case: those who work on it see them."""
    await refresh_cards(turn, case.id)
    if case.minor and case.lead_id is None:
        await seek_lead(turn, case)
    turn.say("request-completed", code=case.code)
    if case.counselor_id is not None:
        await tell_assessment(turn, case, case.counselor_id)


async def seek_lead(desk: Desk, case: Case) -> None:
    """A minor's case is held back until a supervisor answers for the minor's safety."""
    for member in await people.staff(desk.work):
        if may(member, Action.LEAD):
            await desk.tell(
                member.person_id,
                "staff",
                lambda me: Text(
                    me.say("minor-waits", code=case.code),
                    ((me.button("button-lead", "n", "lead", short(case.id)),),),
                ),
                About(case=case.id),
            )


async def expectation(desk: Turn, case: Case) -> str:
    """An honest word about the wait: how many are ahead, and the usual time where we know it."""
    me = desk.me
    ahead = await cases.ahead_of(desk.work, case)
    usual = await cases.usual_wait(desk.work)
    if usual is None:
        return me.say("wait-place", ahead=ahead)
    return me.say("wait-place-usual", ahead=ahead, span=me.span(max(usual, 60_000)))


# Claiming.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button about a case: `claim.ID`."""
    case_id = unshort(parts[1]) if len(parts) == 2 and parts[0] == "claim" else None
    if case_id is None:
        turn.answer("press-old")
        return
    if not may(turn.staff, Action.CLAIM):
        audit.record(turn.work, turn.person_id, "claim", f"case:{case_id}", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    await claim(turn, CaseId(case_id))


async def claim(turn: Turn, case_id: CaseId) -> None:
    """Exactly one wins; everybody else learns who it was, and every card shows it."""
    won = await cases.claim(turn.work, case_id, turn.person_id)
    case = await cases.get(turn.work, case_id)
    if case is None:
        turn.answer("press-old")
        return
    await (_taken if won else _lost)(turn, case)


async def _taken(turn: Turn, case: Case) -> None:
    """What follows from every claim, pressed on a card or asked for by /next."""
    audit.record(turn.work, turn.person_id, "claimed", f"case:{case.id}")
    turn.answer("claimed-by-you", code=case.code)
    await refresh_cards(turn, case.id)
    await talk.begin(turn, case)
    await tell_assessment(turn, case, turn.person_id)
    await relay.pass_held(turn, case)
    await _tell_family(turn, case)


async def _lost(turn: Turn, case: Case) -> None:
    if case.counselor_id == turn.person_id and case.status is Status.CLAIMED:
        turn.answer("claimed-already-yours", code=case.code)
    elif case.status is Status.CLAIMED and case.counselor_id is not None:
        who = await who_has(turn, turn.me, case.counselor_id)
        turn.answer("claimed-by-other", who=who, alert=True)
    elif case.status is Status.CLOSED:
        turn.answer("case-closed-already", alert=True)
    else:
        audit.record(turn.work, turn.person_id, "claim", f"case:{case.id}", allowed=False)
        held_back = case.minor and case.person_id != turn.person_id
        turn.answer("refused-minor" if held_back else "refused-own-case", alert=True)
        return
    in_group = turn.incoming.chat_id != turn.known.account.chat_id
    if in_group and not await _is_edited_anyway(turn, case):
        turn.edit_pressed(
            await card(turn, case), card_buttons(turn.to_staff, case), kind="card_edit"
        )


async def _is_edited_anyway(turn: Turn, case: Case) -> bool:
    """Whether the winner's edit reaches the pressed card too. It does not reach one that we
    never saw arrive; and the group has no room for an edit by each who was too late."""
    content, key = turn.incoming.content, group_key(turn.incoming.platform)
    if not isinstance(content, PressIn) or content.message_id is None:
        return False
    known = await copy_at(turn.work, key, content.message_id)
    return known is not None and bool(await outbox.rows_about_case(turn.work, case.id, "card_edit"))


async def _tell_family(turn: Turn, case: Case) -> None:
    if case.person_id is not None:
        await turn.tell(case.person_id, "claimed", lambda me: Text(me.say("claimed-family")))


async def tell_assessment(desk: Desk, case: Case, to: PersonId) -> None:
    """The counselor's private view of a case: answers, voice notes, and what came before."""
    answers = {
        key: answer_from_json(value)
        for key, value in (await cases.assessment(desk.work, case.id)).items()
    }
    audit.record(desk.work, to, "read", f"case:{case.id}")
    history = await _history(desk, case)
    changes = await acuity.changes(desk.work, case.id)
    by = {change.by: await people.member(desk.work, change.by) for change in changes}
    silenced = bool(case.person_id and await contact.silenced(desk.work, [case.person_id]))
    referred = await letters.known(desk, case)

    def compose(me: Speaker) -> Text:
        more = [_changed(me, change, by[change.by], desk.work.now) for change in changes]
        more += [letters.stands(me, sent, to, desk.work.now) for sent, to in referred]
        return talk.details(me, case, answers, history, more, silenced=silenced)

    await desk.tell(to, "details", compose, About(case=case.id))
    story = answers.get("story")
    for part in story.parts if isinstance(story, Told) else ():
        if not isinstance(part, str):
            note = talk.voice_of_story(case, part)
            await desk.tell(to, "details", note, About(case=case.id))


def _changed(me: Speaker, change: Changed, member: StaffMember | None, now: int) -> str:
    return me.say(
        "details-acuity-changed",
        who=title(me, member) if member else me.say("staff-former"),
        at=me.when(change.at, now),
        before=me.say(f"acuity-level-{change.before.key}"),
        after=me.say(f"acuity-level-{change.after.key}"),
        reason=me.say(f"acuity-why-{change.reason}"),
    )


async def _history(desk: Desk, case: Case) -> list[Case]:
    """Earlier cases of the same person, newest first."""
    earlier: list[Case] = []
    previous = case.previous_id
    while previous is not None and len(earlier) < 5:
        found = await cases.get(desk.work, previous)
        if found is None:
            break
        earlier.append(found)
        previous = found.previous_id
    return earlier


# Commands of staff.


async def show_queue(turn: Turn) -> None:
    """/queue: who waits, most urgent first, each with a button."""
    waiting = await cases.waiting(turn.work, SHOWN)
    if not waiting:
        turn.say("queue-empty", kind="staff")
        return
    count = await cases.waiting_count(turn.work)
    me, now = turn.me, turn.work.now
    lines = [me.say("queue-title", count=count)]
    for case in waiting:
        lines.append(
            me.say(
                "queue-line",
                code=case.code,
                acuity=case.acuity.key,
                topic=me.say(f"intake-topic-{case.topic}"),
                place=me.place(case.province, case.county),
                waited=me.span(now - case.opened_at),
            )
        )
    buttons = tuple(
        (me.button("button-claim-code", "c", "claim", short(case.id), code=case.code),)
        for case in waiting
    )
    turn.send(Text("\n\n".join(lines), buttons), "staff")


async def claim_next(turn: Turn) -> None:
    """/next: the most urgent case becomes mine."""
    while True:
        case = await cases.next_waiting(turn.work, turn.person_id)
        if case is None:
            waiting = await cases.waiting_count(turn.work)
            turn.say("next-none" if waiting else "queue-empty", kind="staff")
            return
        if await cases.claim(turn.work, case.id, turn.person_id):
            break
    claimed = await cases.get(turn.work, case.id)
    assert claimed is not None
    await _taken(turn, claimed)
