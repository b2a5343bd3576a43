"""Abuse of staff: a counselor says so, and a supervisor decides what follows."""

from bot.domain.blocking import DAYS, FOREVER, BlockReason, read_days
from bot.domain.case import Case, Status
from bot.domain.ids import BlockId, CaseId, short, unshort
from bot.domain.lifecycle import nearness
from bot.domain.outgoing import Buttons, Text
from bot.domain.people import Action, Role, StaffMember, may, may_in
from bot.handlers import choosing
from bot.handlers.casework import farewell, handover
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.handlers.staff import welfare
from bot.handlers.talk import blocking
from bot.storage import audit, blocks, cases, claims, leases, people, transfers

# Saying that it happened.


async def of_code(turn: Turn, typed: str) -> None:
    """/block CODE: how long; without a word who is blocked."""
    if not typed:
        await blocking.show(turn)
        return
    case = await choosing.of_code(turn, typed)
    if case is None or turn.staff is None:
        return
    if case.person_id is None or case.person_id == turn.person_id:
        turn.say("block-nobody", kind="staff", code=case.code)
    else:
        turn.send(_question(turn, turn.me, case, turn.staff), "staff")


def _question(desk: Desk, me: Speaker, case: Case, decider: StaffMember, who: str = "") -> Text:
    """How long? Asked by a report of `who`, or by the one who decides. Who may read talks can
    look first, so that nobody decides on hearsay."""
    number, rows = short(case.id), []
    lengths = (*DAYS, FOREVER) if may(decider, Action.BLOCK_FOREVER) else DAYS
    if may_in(decider, Action.READ_CASE, nearness(case, decider.person_id, desk.work.now)):
        rows.append((me.button("button-talk-so-far", "cf", "talk", number),))
    rows += [
        (me.button("button-block-days", "bl", "for", number, str(days), days=days),)
        for days in lengths
    ]
    if case.status is Status.CLAIMED:
        rows.append((me.button("button-block-other", "bl", "other", number),))
    rows.append((me.button("button-block-not", "bl", "leave", number),))
    key = "block-reported" if who else "block-which"
    return Text(me.say(key, code=case.code, who=who), tuple(rows))


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Of whoever has the case: `report.CASE`, `tell.CASE`, `keep.CASE`. Of those who decide:
    `for.CASE.DAYS`, `why.CASE.DAYS.REASON`, `do.CASE.DAYS.REASON.WHAT` (close, keep),
    `other.CASE`, `leave.CASE`, `lift.BLOCK`."""
    number = unshort(parts[1]) if len(parts) >= 2 else None
    if number is None:
        turn.answer("press-old")
    elif parts[0] in ("report", "tell", "keep"):
        await _counselor_pressed(turn, parts[0], CaseId(number))
    elif not may(turn.staff, Action.BLOCK):
        audit.record(turn.work, turn.person_id, "block", f"case:{number}", allowed=False)
        turn.answer("refused-role" if turn.staff else "refused-not-staff", alert=True)
    elif parts[0] == "lift":
        await blocking.lift(turn, BlockId(number))
    else:
        case = await cases.get(turn.work, CaseId(number))
        if case is None or case.person_id in (None, turn.person_id):
            turn.answer("press-old")
        else:
            await _decider_pressed(turn, case, parts)


async def _counselor_pressed(turn: Turn, verb: str, case_id: CaseId) -> None:
    mine = {case.id: case for case in await cases.held_by(turn.work, turn.person_id)}
    case = mine.get(case_id)
    if case is None or case.person_id is None:
        turn.answer("not-your-case", alert=True)
        return
    me, number = turn.me, short(case.id)
    turn.answer()
    if verb == "report":
        yes = (me.button("button-abuse-tell", "bl", "tell", number),)
        no = (me.button("button-abuse-keep", "bl", "keep", number),)
        turn.send(Text(me.say("abuse-sure", code=case.code), (yes, no)), "staff")
    elif verb == "keep":
        turn.edit_pressed(me.say("abuse-not-told", code=case.code))
    else:
        await _report(turn, case)


async def _report(turn: Turn, case: Case) -> None:
    assert turn.staff is not None
    if await blocks.report(turn.work, case.id, turn.person_id) is None:
        turn.edit_pressed(turn.me.say("abuse-told-already", code=case.code))
        return
    audit.record(turn.work, turn.person_id, "reported_abuse", f"case:{case.id}")
    by = turn.staff
    for member in await _deciders(turn):

        def ask(me: Speaker, decider: StaffMember = member) -> Text:
            return _question(turn, me, case, decider, cards.title(me, by))

        await turn.tell(member.person_id, "staff", ask)
    turn.edit_pressed(turn.me.say("abuse-told", code=case.code))


async def _deciders(desk: Desk) -> list[StaffMember]:
    """The supervisors; where there is none, the administrators."""
    able = [member for member in await people.staff(desk.work) if may(member, Action.BLOCK)]
    return [member for member in able if member.role is Role.SUPERVISOR] or able


# Deciding.


async def _decider_pressed(turn: Turn, case: Case, parts: tuple[str, ...]) -> None:
    days = read_days(parts[2]) if len(parts) > 2 else None
    if days == FOREVER and not blocking.may_block_forever(turn):
        days = None
    match parts:
        case ("for", _, _) if days is not None:
            turn.answer()
            turn.edit_pressed(turn.me.say("block-why", code=case.code), _reasons(turn, case, days))
        case ("why", _, _, reason) if days is not None and reason in set(BlockReason):
            turn.answer()
            what = _what(turn, case, days, reason)
            turn.edit_pressed(turn.me.say("block-what", code=case.code), what)
        case ("do", _, _, reason, what) if (
            days is not None and reason in set(BlockReason) and _may_choose(turn, what)
        ):
            await _block(turn, case, days, BlockReason(reason), what)
        case ("other", _):
            await _give_back(turn, case)
        case ("leave", _):
            await _leave(turn, case)
        case _:
            turn.answer("press-old")


def _reasons(turn: Turn, case: Case, days: int) -> Buttons:
    number = short(case.id)
    return tuple(
        (turn.me.button(f"block-reason-{reason}", "bl", "why", number, str(days), reason.value),)
        for reason in BlockReason
    )


def _what(turn: Turn, case: Case, days: int, reason: str) -> Buttons:
    me, parts = turn.me, ("bl", "do", short(case.id), str(days), reason)
    rows = [(me.button("button-block-close", *parts, "close"),)]
    if _may_choose(turn, "keep") and case.status is not Status.CLOSED:
        rows.append((me.button("button-block-keep", *parts, "keep"),))
    return tuple(rows)


def _may_choose(turn: Turn, what: str) -> bool:
    """Whoever keeps a case must be one who talks with families."""
    return what == "close" or (what == "keep" and may(turn.staff, Action.TALK))


async def _block(turn: Turn, case: Case, days: int, reason: BlockReason, what: str) -> None:
    """Blocked, and then what becomes of the case."""
    block = await blocking.block(turn, case, days, reason)
    if block is None:
        turn.answer("block-already", alert=True)
        return
    done = await (_close(turn, case) if what == "close" else _take(turn, case))
    me, ends = turn.me, block.until_at
    until = me.when(ends, turn.work.now) if ends else me.say("block-no-end")
    lines = [me.say("block-done", code=case.code, until=until)]
    if not done and case.status is not Status.CLOSED:
        key = "block-case-stays" if what == "close" else "block-case-unmoved"
        lines.append(me.say(key, code=case.code))
    turn.answer()
    turn.edit_pressed("\n\n".join(lines))
    await _tell_reporter(turn, case, "abuse-blocked", f"blocked_{what}")


async def _close(turn: Turn, case: Case) -> bool:
    """The standard farewell is not sent: the person hears what holds instead."""
    if not await blocks.close_case(turn.work, case, turn.person_id):
        return False
    audit.record(turn.work, turn.person_id, "closed_not_counseling", f"case:{case.id}")
    await farewell.put_away(turn, case, turn.person_id)
    return True


async def _take(turn: Turn, case: Case) -> bool:
    """The case goes to the supervisor who decides. `case`: as it was before."""
    who = turn.person_id
    if case.counselor_id == who:
        return True
    if case.status is Status.WAITING:
        taken = await transfers.assign(turn.work, case, who, who) is not None
    else:
        taken = await transfers.take_over(turn.work, case, who)
    if taken:
        leases.replied(turn.work, case.id)
        audit.record(turn.work, who, "took_over", f"case:{case.id}")
        await handover.over(turn, case)
        await welfare.after(turn, case, case.counselor_id)
        await cards.refresh(turn, case.id)
        await handover.give(turn, case, who)
    return taken


async def _give_back(turn: Turn, case: Case) -> None:
    """No block; a colleague goes on."""
    if case.counselor_id is None or not await claims.release(turn.work, case.id, case.counselor_id):
        turn.answer("press-old")
        return
    await handover.queued(turn, case, turn.person_id)
    turn.answer()
    turn.edit_pressed(turn.me.say("block-given-back", code=case.code))
    await _tell_reporter(turn, case, "abuse-given-back", "given_back")


async def _leave(turn: Turn, case: Case) -> None:
    turn.answer()
    turn.edit_pressed(turn.me.say("block-left", code=case.code))
    await _tell_reporter(turn, case, "abuse-left", "left")


async def _tell_reporter(turn: Turn, case: Case, key: str, decision: str) -> None:
    """Whoever said it, and whoever had the case, learn what was decided, and by whom."""
    reporter = await blocks.decide(turn.work, case.id, turn.person_id, decision)
    by = turn.staff
    assert by is not None
    for person in {reporter, case.counselor_id} - {None, turn.person_id}:
        assert person is not None
        await turn.tell(
            person,
            "staff",
            lambda me: Text(me.say(key, code=case.code, who=cards.title(me, by))),
        )
