"""Buttons: the area that each was made for, and who reads its presses there."""

from collections.abc import Awaitable, Callable

from bot.handlers import conversation, reminders
from bot.handlers.appointments import appointments, picking
from bot.handlers.broadcasts import (
    broadcast_people,
    broadcast_readers,
    broadcast_sending,
    broadcasts,
)
from bot.handlers.casework import (
    approving,
    asking,
    casefile,
    closing,
    dormant,
    goals,
    home,
    macros,
    overview,
    own_replies,
    replies,
    search,
    tasks,
    timeline,
    transfer,
)
from bot.handlers.courses import (
    attending,
    cohort_changes,
    cohort_desk,
    course_making,
    course_opinions,
    courses,
    materials,
    quizzing,
    register,
)
from bot.handlers.desk import Turn
from bot.handlers.family import (
    again,
    assessment,
    consent,
    discretion,
    family,
    giving,
    linking,
    minors,
    returning,
)
from bot.handlers.queue import queue, switchboard
from bot.handlers.referrals import partners, referral
from bot.handlers.safety import plans, safeguarding, urgency
from bot.handlers.series import series
from bot.handlers.staff import presence, profiles, staff, weeks, welfare
from bot.handlers.talk import abuse, flooding, relay, talk

Pressed = Callable[[Turn, tuple[str, ...]], Awaitable[None]]


async def _menu(turn: Turn, parts: tuple[str, ...]) -> None:
    match parts:
        case ("withdraw", number):
            await family.withdraw(turn, number)
            return
        case ("start",) if turn.known.session is None and turn.known.case is None:
            turn.answer()
            await assessment.begin(turn)
            return
        case ("more",) if turn.known.session is None and turn.known.case is not None:
            turn.answer()
            await assessment.more(turn)
            return
        case ("start" | "resume" | "more",) if turn.known.session is not None:
            turn.answer()
            await conversation.resume(turn)
            return
        case ("privacy",):
            await consent.privacy(turn)
        case ("language",):
            family.choose_language(turn)
        case ("help",):
            await family.help_now(turn)
        case ("stay",):
            turn.edit_pressed(turn.me.say("stays"))
        case ("start" | "resume" | "status",):
            await family.status(turn)
        case _:
            turn.answer("press-old")
            return
    turn.answer()


async def _alert(turn: Turn, parts: tuple[str, ...]) -> None:
    await safeguarding.pressed(turn, parts)
    misread = parts[:1] == ("no",) and turn.staff is None
    if misread and turn.known.session is not None:
        await conversation.resume(turn)
    elif misread and turn.known.case is None:
        await family.start(turn)


AREAS: dict[str, Pressed] = {
    "f": conversation.pressed,
    "c": queue.pressed,
    "k": talk.pressed,
    "r": relay.pressed,
    "x": closing.pressed,
    "y": approving.pressed,
    "cf": casefile.pressed,
    "t": tasks.pressed,
    "g": goals.pressed,
    "hh": home.pressed,
    "pl": plans.pressed,
    "tl": timeline.pressed,
    "dm": dormant.pressed,
    "a": _alert,
    "m": _menu,
    "p": consent.pressed,
    "l": family.language_pressed,
    "d": family.erase_pressed,
    "q": discretion.pressed,
    "s": staff.pressed,
    "u": urgency.pressed,
    "n": minors.pressed,
    "ref": referral.pressed,
    "org": partners.pressed,
    "here": presence.pressed,
    "prof": profiles.pressed,
    "week": weeks.pressed,
    "tr": transfer.pressed,
    "ask": asking.pressed,
    "w": switchboard.pressed,
    "ret": returning.pressed,
    "ap": appointments.pressed,
    "pick": picking.pressed,
    "again": again.pressed,
    "ov": overview.pressed,
    "find": search.pressed,
    "rp": replies.pressed,
    "rs": own_replies.pressed,
    "mc": macros.pressed,
    "bl": abuse.pressed,
    "fl": flooding.pressed,
    "wf": welfare.pressed,
    "ser": series.pressed,
    "rem": reminders.pressed,
    "co": courses.pressed,
    "les": attending.pressed,
    "view": course_opinions.pressed,
    "quiz": quizzing.pressed,
    "reg": register.pressed,
    "ct": cohort_desk.pressed,
    "cm": course_making.pressed,
    "ln": linking.pressed,
    "bc": broadcasts.pressed,
    "bp": broadcast_people.pressed,
    "bs": broadcast_sending.pressed,
    "bo": broadcast_readers.pressed,
    "cx": cohort_changes.pressed,
    "mt": materials.pressed,
    "gv": giving.pressed,
}
"""The first word of what a button sends, and the use case that it is for."""
