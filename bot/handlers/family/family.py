"""What a family can ask for at any time: menu, state of the request, privacy, language, erasure."""

from dataclasses import replace

from bot.domain.case import Status
from bot.domain.ids import short, unshort
from bot.domain.outgoing import Buttons, Text
from bot.handlers import conversation
from bot.handlers.appointments import picking
from bot.handlers.casework import handover
from bot.handlers.courses import seats
from bot.handlers.desk import Turn
from bot.handlers.family import assessment, discretion, giving
from bot.handlers.queue import cards, hours, queue
from bot.handlers.referrals import agreeing
from bot.handlers.safety import safeguarding
from bot.handlers.staff import staff
from bot.storage import audit, bookings, cases, erasure, people
from bot.words import LANGUAGES

THANKS_LAST = 3 * 24 * 3600 * 1000
"""Milliseconds after closing in which a short thank-you is only answered."""


def menu_buttons(turn: Turn) -> Buttons:
    me = turn.me
    if turn.known.session is not None:
        first = me.button("menu-resume", "m", "resume")
    elif turn.known.case is not None:
        first = me.button("menu-status", "m", "status")
    else:
        first = me.button("menu-start", "m", "start")
    return (
        (first,),
        (me.button("menu-help-now", "m", "help"),),
        (
            *((me.button("menu-series", "ser", "list"),) if turn.house.series else ()),
            me.button("menu-courses", "co", "list"),
        ),
        (me.button("menu-privacy", "m", "privacy"), me.button("menu-language", "m", "language")),
        (discretion.exit_button(me),),
    )


def menu(turn: Turn) -> None:
    turn.send(Text(turn.me.say("menu"), menu_buttons(turn)))


async def start(turn: Turn) -> None:
    """/start: where the person left off; for somebody new, the first question."""
    if turn.known.session is not None:
        turn.say("welcome-back")
        await conversation.resume(turn)
    elif turn.known.case is not None:
        await status(turn)
    elif await cases.latest_of(turn.work, turn.person_id) is not None:
        menu(turn)
    else:
        turn.say("greeting")
        await assessment.begin(turn)


async def status(turn: Turn) -> None:
    """/status: what has become of the request, honestly."""
    case = await cases.latest_of(turn.work, turn.person_id)
    if case is None:
        turn.send(Text(turn.me.say("status-none"), menu_buttons(turn)))
        return
    match case.status:
        case Status.WAITING:
            expectation = await queue.expectation(turn, case)
            turn.say("status-waiting", code=case.code, expectation=expectation)
            await hours.say_closed(turn, case.id, again=True)
        case Status.CLAIMED:
            turn.say("status-claimed", code=case.code)
        case Status.CLOSED:
            at = turn.me.when(case.closed_at or case.opened_at, turn.work.now)
            text = turn.me.say("status-closed", code=case.code, at=at)
            turn.send(Text(text, menu_buttons(turn)))
    await agreeing.standing(turn, case)
    await picking.standing(turn, case)


async def help_text(turn: Turn) -> None:
    text = turn.me.say("help-family") + await giving.help_line(turn)
    turn.send(Text(text, menu_buttons(turn)))


async def help_now(turn: Turn) -> None:
    """The emergency button: numbers and a human, without any question first."""
    await safeguarding.disclosed(turn, "help", "button", "")


def choose_language(turn: Turn) -> None:
    buttons = tuple(
        (turn.me.button(f"language-{language}", "l", language),) for language in LANGUAGES
    )
    turn.say("language-which", buttons)


async def language_pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    if len(parts) != 1 or parts[0] not in LANGUAGES:
        turn.answer("press-old")
        return
    await people.speak(turn.work, turn.person_id, parts[0])
    turn.known = replace(turn.known, person=replace(turn.known.person, language=parts[0]))
    turn.answer()
    turn.edit_pressed(turn.me.say("language-set"))
    if turn.staff is not None:
        staff.set_menu(turn, turn.staff)
    elif turn.known.session is not None:
        await conversation.resume(turn)


async def cancel(turn: Turn) -> None:
    """/cancel: leaves the questions; takes a waiting request back after asking once more."""
    if turn.known.session is not None:
        await people.end_session(turn.work, turn.person_id)
        turn.known = replace(turn.known, session=None, subject=None)
        turn.send(Text(turn.me.say("canceled"), menu_buttons(turn)))
        return
    case = turn.known.case
    if case is None:
        turn.send(Text(turn.me.say("cancel-nothing"), menu_buttons(turn)))
    elif case.status is Status.WAITING:
        buttons = (
            (turn.me.button("button-withdraw", "m", "withdraw", short(case.id)),),
            (turn.me.button("button-keep-waiting", "m", "stay"),),
        )
        turn.say("cancel-request", buttons)
    else:
        turn.say("cancel-talk")


async def withdraw(turn: Turn, number: str) -> None:
    case_id = unshort(number)
    case = turn.known.case
    if case is None or case.id != case_id:
        turn.answer("press-old")
        return
    if not await cases.withdraw(turn.work, case.id, turn.person_id):
        turn.answer("withdraw-too-late", alert=True)
        return
    audit.record(turn.work, turn.person_id, "withdrew", f"case:{case.id}")
    turn.answer()
    turn.known = replace(turn.known, case=None)
    turn.edit_pressed(turn.me.say("withdrawn", code=case.code), menu_buttons(turn))
    await cards.refresh(turn, case.id)


def ask_erasure(turn: Turn) -> None:
    buttons = (
        (turn.me.button("button-erase", "d", "yes"),),
        (turn.me.button("button-keep", "d", "no"),),
    )
    turn.say("erase-sure", buttons)


async def erase_pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """The person wants their traces gone, and they go now."""
    if parts != ("yes",) or turn.staff is not None:
        turn.answer()
        turn.edit_pressed(turn.me.say("erase-kept" if turn.staff is None else "erase-staff"))
        return
    case, held = turn.known.case, await agreeing.held_by_partners(turn)
    open_case = await cases.get(turn.work, case.id) if case else None
    if open_case is not None:
        await handover.over(turn, open_case)
    # Their seats are for those who wait.
    for change in await bookings.leave_all(turn.work, turn.person_id):
        await seats.changed(turn, change, but=turn.person_id)
    await erasure.erase(turn.work, turn.person_id)
    audit.record(turn.work, None, "erased", "person")
    await agreeing.erased(turn, held)
    if case is not None:
        await cards.refresh(turn, case.id)
        if case.counselor_id is not None:
            await turn.tell(
                case.counselor_id, "staff", lambda me: Text(me.say("erased-staff", code=case.code))
            )
    # The address is still in our hands for this last word.
    turn.answer()
    turn.edit_pressed(turn.me.say("erased"))


async def no_question(turn: Turn, text: str) -> None:
    """A message while nothing is open: thanks are thanked, anything else gets a way on."""
    latest = await cases.latest_of(turn.work, turn.person_id)
    if latest is None:
        turn.say("greeting")
        await assessment.begin(turn)
        return
    recent = latest.closed_at is not None and turn.work.now - latest.closed_at < THANKS_LAST
    if recent and turn.house.heard("thanks", text):
        turn.say("thanks-back")
    else:
        turn.send(Text(turn.me.say("after-closing"), menu_buttons(turn)))
