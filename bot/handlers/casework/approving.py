"""A closing that needs another's yes: supervisors are asked, one of them decides, none forgets.

Until then the family sees nothing of it, and the talk goes on.
"""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Told
from bot.domain.case import Case, Outcome
from bot.domain.ids import CaseId, ClosingId, short, unshort
from bot.domain.lifecycle import may_decide
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, Role, StaffMember
from bot.handlers import access, conversation
from bot.handlers.casework import farewell
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, cases, closings, due, people
from bot.storage.closings import Closing
from bot.storage.due import Due
from bot.storage.outbox import About

WAITS = "closing_waits"
"""The kind of due row that reminds of a closing nobody has decided about."""
AGAIN = 24 * 3600 * 1000


async def ask(desk: Turn, case: Case, outcome: Outcome, detail: str | None) -> str | None:
    """The one who has the case asks. What to tell them; None when it cannot be asked."""
    number = await closings.ask(desk.work, case.id, desk.person_id, outcome, detail)
    closing = await closings.get(desk.work, number) if number is not None else None
    if closing is None:
        return None
    audit.record(desk.work, desk.person_id, "closing_asked", f"case:{case.id}")
    _plan(desk, closing, 1)
    return "closing-asked" if await _tell(desk, case, closing) else "closing-asked-nobody"


async def _others(desk: Desk, case: Case) -> list[StaffMember]:
    """Supervisors who may decide: not the one who has the case."""
    every = [m for m in await people.staff(desk.work) if m.role is Role.SUPERVISOR]
    return [member for member in every if may_decide(case, member.person_id)]


async def _tell(desk: Desk, case: Case, closing: Closing) -> bool:
    """Asks every other supervisor; where there is none, administrators hear that it waits."""
    others = await _others(desk, case)
    if not others:
        await desk.tell_admins(
            "notice", lambda me: Text(me.say("closing-without-supervisor", code=case.code))
        )
        return False
    who = await cards.who_has(desk, desk.to_staff, closing.asked_by)

    def compose(me: Speaker) -> Text:
        text = me.say(
            "closing-question",
            code=case.code,
            who=who,
            outcome=me.say(f"outcome-{closing.outcome}"),
            since=me.when(closing.asked_at, desk.work.now),
        )
        file = me.button("button-case-file", "cf", "show", short(case.id))
        return Text(text, (*_decisions(me, case.id, closing.id), (file,)))

    for member in others:
        await desk.tell(member.person_id, "staff", compose)
    return True


def _decisions(me: Speaker, case_id: CaseId, closing_id: ClosingId) -> Buttons:
    about = (short(case_id), short(closing_id))
    return (
        (me.button("button-approve-closing", "y", "yes", *about),),
        (me.button("button-send-back", "y", "back", *about),),
    )


def decision_buttons(me: Speaker, case: Case) -> Buttons:
    """Yes or back, for a supervisor who looks at the file of the case."""
    return _decisions(me, case.id, case.closing_id) if case.closing_id is not None else ()


def take_back_button(me: Speaker, case: Case) -> Button:
    number = short(case.closing_id) if case.closing_id is not None else "0"
    return me.button("button-take-back", "y", "mine", short(case.id), number)


async def lines(desk: Desk, me: Speaker, case: Case) -> list[str]:
    """What was asked, and since when it waits."""
    closing = await closings.get(desk.work, case.closing_id) if case.closing_id else None
    if closing is None:
        return []
    outcome = me.say(f"outcome-{closing.outcome}")
    at = me.when(closing.asked_at, desk.work.now)
    return [me.say("case-closing", outcome=outcome, at=at)]


# Deciding.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`yes.CASE.CLOSING` and `back.CASE.CLOSING` of another supervisor, `mine.CASE.CLOSING` of
    the one who asked."""
    if len(parts) != 3 or parts[0] not in ("yes", "back", "mine"):
        turn.answer("press-old")
        return
    action = Action.CLOSE_CASE if parts[0] == "mine" else Action.APPROVE_CLOSING
    case = await access.pressed(turn, parts[1], action)
    number = unshort(parts[2])
    if case is None:
        return
    closing = await closings.get(turn.work, ClosingId(number)) if number is not None else None
    if closing is None or closing.case_id != case.id:
        turn.answer("press-old")
    elif parts[0] != "mine" and not may_decide(case, turn.person_id):
        audit.record(turn.work, turn.person_id, "approve_own", f"case:{case.id}", allowed=False)
        turn.answer("closing-own", alert=True)
    elif not await _decide(turn, parts[0], case, closing):
        await _too_late(turn, closing)


async def _decide(turn: Turn, verb: str, case: Case, closing: Closing) -> bool:
    me, work, who = turn.me, turn.work, turn.person_id
    if verb == "yes" and await closings.approve(work, closing.id, who):
        audit.record(work, who, "closing_approved", f"case:{case.id}")
        audit.record(work, closing.asked_by, f"closed_{closing.outcome}", f"case:{case.id}")
        turn.answer()
        outcome = me.say(f"outcome-{closing.outcome}")
        turn.edit_pressed(me.say("close-done", code=case.code, outcome=outcome))
        await _tell_owner(turn, case, closing, "closing-approved")
        await farewell.closed(turn, case, closing.outcome, who)
    elif verb == "back" and await closings.send_back(work, closing.id, who):
        audit.record(work, who, "closing_sent_back", f"case:{case.id}")
        turn.answer()
        turn.edit_pressed(me.say("closing-back", code=case.code))
        await _tell_owner(turn, case, closing, "closing-back-owner")
        conversation.begin(turn, "sendback", case.id)
    elif verb == "mine" and await closings.take_back(work, closing.id, who):
        audit.record(work, who, "closing_taken_back", f"case:{case.id}")
        turn.answer()
        turn.say("close-kept", kind="staff", code=case.code)
    else:
        return False
    await due.cancel(work, WAITS, case.id)
    return True


async def _tell_owner(turn: Turn, case: Case, closing: Closing, key: str) -> None:
    assert turn.staff is not None
    by = turn.staff
    await turn.tell(
        closing.asked_by,
        "staff",
        lambda me: Text(me.say(key, code=case.code, who=cards.title(me, by))),
    )


async def _too_late(turn: Turn, closing: Closing) -> None:
    """A colleague was faster, or the case has another owner: the press says which."""
    fresh = await closings.get(turn.work, closing.id)
    if fresh is None or fresh.decided_by is None:
        turn.answer("press-old")
        return
    who = await cards.who_has(turn, turn.me, fresh.decided_by)
    key = "closing-was-approved" if fresh.state == "approved" else "closing-was-returned"
    turn.answer(key, who=who, alert=True)


async def noted(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """What is still to be done, in the supervisor's words: for the one who has the case."""
    case = await cases.get(turn.work, subject) if subject is not None else None
    mine = await closings.last_sent_back(turn.work, subject, turn.person_id) if subject else None
    told = answers.get("note")
    if case is None or mine is None or not isinstance(told, Told):
        turn.say("closing-note-gone", kind="staff")
        return
    text = "\n".join(part for part in told.parts if isinstance(part, str))
    await closings.note(turn.work, mine.id, text)
    assert turn.staff is not None
    by = turn.staff

    def compose(me: Speaker) -> Text:
        said = me.say("closing-note", code=case.code, who=cards.title(me, by), text=text)
        return Text(said, protect=True)

    await turn.tell(mine.asked_by, "file", compose, About(case=case.id))
    turn.say("closing-note-sent", kind="staff", code=case.code)


# While nobody decides.


def _plan(desk: Desk, closing: Closing, number: int) -> None:
    key, at = f"closing:{closing.id}:{number}", desk.work.now + AGAIN
    body = {"closing": closing.id, "number": number}
    due.plan(desk.work, WAITS, closing.case_id, at, key, body)


async def remind(desk: Desk, what: Due) -> None:
    """Asks once more, every day: a closing is not forgotten."""
    case = await cases.get(desk.work, CaseId(what.subject))
    if case is None or case.closing_id is None or case.closing_id != what.body["closing"]:
        return
    closing = await closings.get(desk.work, case.closing_id)
    if closing is None or closing.asked_by != case.counselor_id:
        return
    await _tell(desk, case, closing)
    _plan(desk, closing, int(what.body["number"]) + 1)
