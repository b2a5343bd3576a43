"""A family that has been silent for long: its counselor is asked, later the supervisors are told.

Nothing is closed by itself.
"""

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, short
from bot.domain.lifecycle import DAY
from bot.domain.outgoing import Buttons, Text
from bot.domain.people import Action
from bot.domain.safeguarding import supervisors
from bot.handlers import access
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, cases, closings, due, people, timeline
from bot.storage.due import Due

DORMANT = "dormant"
"""The kind of due row that looks whether a family still writes."""
TOLD_AFTER = 7 * DAY


async def begin(desk: Desk, case_id: CaseId) -> None:
    """Somebody has the case from now on. What was planned about it before is planned anew."""
    await end(desk, case_id)
    _look_at(desk, case_id, desk.work.now + desk.house.dormant_after)


async def end(desk: Desk, case_id: CaseId) -> None:
    await due.cancel(desk.work, DORMANT, case_id)


def _look_at(desk: Desk, case_id: CaseId, at: int) -> None:
    due.plan(desk.work, DORMANT, case_id, at, f"dormant:{case_id}:{at}")


async def look(desk: Desk, what: Due) -> None:
    """Asks the counselor when the time has come; a week later, looks what came of it."""
    case = await cases.get(desk.work, CaseId(what.subject))
    if case is None or case.status is not Status.CLAIMED or case.counselor_id is None:
        return
    heard = await timeline.last_heard(desk.work, case.id)
    since = max(heard or 0, case.claimed_at or 0)
    asked_at = what.body.get("asked_at")
    if asked_at is not None:
        await _after_asking(desk, case, since, int(asked_at))
    elif desk.work.now - since < desk.house.dormant_after:
        _look_at(desk, case.id, since + desk.house.dormant_after)
    elif case.closing_id is not None:
        # The counselor has decided, and a supervisor is reminded each day.
        _look_at(desk, case.id, desk.work.now + TOLD_AFTER)
    else:
        await _ask(desk, case, since)


async def _ask(desk: Desk, case: Case, since: int) -> None:
    assert case.counselor_id is not None
    audit.record(desk.work, None, "dormant_asked", f"case:{case.id}")
    supervised = await closings.is_supervised(desk.work, case.id)
    span = desk.work.now - since
    await desk.tell(
        case.counselor_id,
        "staff",
        lambda me: Text(
            me.say("dormant-ask", code=case.code, span=me.span(span)),
            _buttons(me, case, supervised=supervised),
        ),
    )
    now = desk.work.now
    key = f"dormant:{case.id}:asked:{now}"
    due.plan(desk.work, DORMANT, case.id, now + TOLD_AFTER, key, {"asked_at": now})


def _buttons(me: Speaker, case: Case, *, supervised: bool) -> Buttons:
    """What was never urgent may be closed with one press; the rest goes the usual way."""
    number = short(case.id)
    close = (
        me.button("button-close", "x", "case", number)
        if supervised
        else me.button("button-close-silent", "x", "do", number, "no_response")
    )
    return ((me.button("button-still-open", "dm", "keep", number),), (close,))


async def _after_asking(desk: Desk, case: Case, since: int, asked_at: int) -> None:
    """They wrote, or something was done: all is well. Else the supervisors hear of it."""
    if since > asked_at or await timeline.acted(desk.work, case.id, asked_at):
        _look_at(desk, case.id, max(since, asked_at) + desk.house.dormant_after)
        return
    assert case.counselor_id is not None
    audit.record(desk.work, None, "dormant_told", f"case:{case.id}")
    who = await cards.who_has(desk, desk.to_staff, case.counselor_id)
    span = desk.work.now - since

    def compose(me: Speaker) -> Text:
        text = me.say("dormant-told", code=case.code, who=who, span=me.span(span))
        return Text(text, ((me.button("button-case-file", "cf", "show", short(case.id)),),))

    for person in supervisors(await people.staff(desk.work)):
        await desk.tell(person, "staff", compose)
    _look_at(desk, case.id, desk.work.now + desk.house.dormant_after)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`keep.CASE`: the counselor goes on with it."""
    if len(parts) != 2 or parts[0] != "keep":
        turn.answer("press-old")
        return
    case = await access.pressed(turn, parts[1], Action.CLOSE_CASE)
    if case is None:
        return
    if case.status is not Status.CLAIMED:
        turn.answer("case-closed-already")
        return
    audit.record(turn.work, turn.person_id, "kept_open", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("dormant-kept", code=case.code))
