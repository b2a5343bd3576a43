"""The commands: everybody's, those of families, those of caseworkers and of administrators."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.people import Action, may
from bot.handlers import forms, reminders
from bot.handlers.appointments import agenda, appointments
from bot.handlers.broadcasts import broadcast_posts, broadcasts
from bot.handlers.casework import (
    asking,
    casefile,
    casework,
    closing,
    contact,
    macros,
    overview,
    own_replies,
    replies,
    search,
    tasks,
    transfer,
)
from bot.handlers.courses import (
    certificates,
    cohort_desk,
    couples,
    course_making,
    courses,
    register,
)
from bot.handlers.desk import Turn
from bot.handlers.family import again, consent, discretion, family, giving, linking, opinions
from bot.handlers.incoming import CommandIn
from bot.handlers.queue import queue, switchboard
from bot.handlers.referrals import answering, partners, referral
from bot.handlers.safety import outcomes, plan_sending, urgency
from bot.handlers.series import saved, series, series_offers
from bot.handlers.staff import presence, profiles, staff, weeks, welfare
from bot.handlers.talk import abuse, listening, talk
from bot.storage import audit

Command = Callable[[Turn, CommandIn], Awaitable[None]]


async def _start(turn: Turn, command: CommandIn) -> None:
    if command.argument.startswith(linking.BROUGHT):
        await linking.bring(turn, command.argument.removeprefix(linking.BROUGHT))
        return
    if turn.staff is None and command.argument.startswith(couples.INVITED):
        await couples.join(turn, command.argument.removeprefix(couples.INVITED))
        return
    if command.argument.startswith(certificates.VERIFY):
        await certificates.verify(turn, command.argument.removeprefix(certificates.VERIFY))
        return
    if turn.staff is None and command.argument == giving.START:
        await giving.show(turn)
        return
    if await broadcast_posts.came(turn, command.argument):
        await family.start(turn)
        return
    invited = command.argument and turn.staff is None
    if invited and await staff.accept(turn, command.argument):
        turn.known = replace(turn.known, session=None)
        return
    if turn.staff is not None:
        staff.home(turn)
    else:
        await family.start(turn)


async def _menu_command(turn: Turn, _: CommandIn) -> None:
    family.menu(turn)


async def _language(turn: Turn, _: CommandIn) -> None:
    family.choose_language(turn)


async def _help(turn: Turn, _: CommandIn) -> None:
    if turn.staff is not None:
        staff.home(turn)
    else:
        await family.help_text(turn)


async def _delete(turn: Turn, _: CommandIn) -> None:
    family.ask_erasure(turn)


async def _contact(turn: Turn, _: CommandIn) -> None:
    contact.begin(turn)


async def _invite(turn: Turn, command: CommandIn) -> None:
    offer = staff.invite(turn, command.argument)
    if offer is not None:
        await staff.send_invitation(turn, *offer)


def _plain(use: Callable[[Turn], Awaitable[None]]) -> Command:
    """A command that takes no words."""

    async def command(turn: Turn, _: CommandIn) -> None:
        await use(turn)

    return command


def _with_words(use: Callable[[Turn, str], Awaitable[None]]) -> Command:
    """A command whose words are what it is about."""

    async def command(turn: Turn, given: CommandIn) -> None:
        await use(turn, given.argument)

    return command


EVERYBODY: dict[str, Command] = {
    "start": _start,
    "help": _help,
    "language": _language,
    "privacy": _plain(consent.privacy),
    "verify": _with_words(certificates.verify),
    "link": _with_words(linking.show),
}
FAMILIES: dict[str, Command] = {
    "menu": _menu_command,
    "status": _plain(family.status),
    "cancel": _plain(family.cancel),
    "delete": _delete,
    "exit": _plain(discretion.leave),
    "codeword": _with_words(discretion.choose_code),
    "safeword": _with_words(discretion.choose_help),
    "plan": _plain(plan_sending.show),
    "series": _plain(series.show),
    "saved": _plain(saved.show),
    "courses": _plain(courses.show),
    "join": _with_words(couples.join),
    "here": _with_words(register.here),
    "reminders": _plain(reminders.show),
    "donate": _plain(giving.show),
}
STAFF: dict[str, tuple[Action, Command]] = {
    "contact": (Action.TALK, _contact),
    "queue": (Action.SEE_QUEUE, _plain(queue.show_queue)),
    "next": (Action.CLAIM, _plain(queue.claim_next)),
    "mycases": (Action.TALK, _plain(talk.show_mine)),
    "note": (Action.TALK, _with_words(casework.note)),
    "notes": (Action.TALK, _plain(casework.show_notes)),
    "close": (Action.TALK, _plain(closing.ask_outcome)),
    "case": (Action.SEE_CASE, _with_words(casefile.show)),
    "task": (Action.WRITE_CASE, _plain(tasks.begin)),
    "tasks": (Action.WRITE_CASE, _plain(tasks.show_mine)),
    "reopen": (Action.REOPEN, _with_words(closing.reopen)),
    "refer": (Action.REFER, _with_words(referral.refer)),
    "oncall": (Action.TALK, _plain(staff.switch_on_call)),
    "on": (Action.CLAIM, _plain(presence.come)),
    "away": (Action.CLAIM, _plain(presence.leave)),
    "shifts": (Action.SEE_SHIFTS, _plain(weeks.show)),
    "profile": (Action.SEE_SHIFTS, _with_words(profiles.show)),
    "alerts": (Action.SEE_ALERTS, _plain(outcomes.show)),
    "acuity": (Action.CHANGE_ACUITY, _with_words(urgency.of_code)),
    "invite": (Action.INVITE, _invite),
    "staff": (Action.SEE_STAFF, _plain(staff.show_staff)),
    "health": (Action.SEE_HEALTH, _plain(staff.show_health)),
    "partners": (Action.MANAGE_PARTNERS, _plain(partners.show)),
    "appoint": (Action.TALK, _with_words(appointments.appoint)),
    "appointments": (Action.TALK, _plain(agenda.show)),
    "again": (Action.TALK, _with_words(again.ask)),
    "feedback": (Action.SEE_FEEDBACK, _plain(opinions.show)),
    "referrals": (Action.ANSWER_REFERRAL, _plain(answering.show_open)),
    "transfer": (Action.HAND_OVER, _with_words(transfer.begin)),
    "ask": (Action.ASK_FOR, _with_words(asking.of_code)),
    "switchboard": (Action.ROUTE, _plain(switchboard.show)),
    "assign": (Action.ROUTE, _with_words(switchboard.of_code)),
    "overview": (Action.SEE_OVERVIEW, _plain(overview.show)),
    "search": (Action.SEARCH, _with_words(search.typed)),
    "reply": (Action.TALK, _with_words(replies.look_for)),
    "addreply": (Action.TALK, _with_words(own_replies.add)),
    "macro": (Action.TALK, _with_words(macros.look_for)),
    "listen": (Action.LISTEN, _with_words(listening.listen)),
    "whisper": (Action.LISTEN, _with_words(listening.whisper)),
    "block": (Action.BLOCK, _with_words(abuse.of_code)),
    "welfare": (Action.SEE_WELFARE, _plain(welfare.show)),
    "courses": (Action.TEACH, _plain(cohort_desk.show)),
    "newcourse": (Action.MANAGE_COURSES, _plain(course_making.begin)),
    "series": (Action.WRITE_CASE, _with_words(series_offers.of_code)),
    "broadcast": (Action.BROADCAST, _plain(broadcasts.show)),
    "donations": (Action.SEE_DONATIONS, _plain(giving.list_for_administrators)),
}


def find(turn: Turn, name: str) -> Command | None:
    """The command, for those who may give it. A family's unknown command is just words."""
    if name in EVERYBODY:
        return EVERYBODY[name]
    if turn.staff is None:
        if name in FAMILIES:
            return FAMILIES[name]
        return _refused if name in STAFF else None
    if name == "cancel" and forms.open_form(turn) is not None:
        return _plain(forms.cancel)
    if name in FAMILIES and name not in STAFF:
        return _start if name == "menu" else _for_families
    needed = STAFF.get(name)
    if needed is None:
        return _unknown
    return needed[1] if may(turn.staff, needed[0]) else _refused


async def _refused(turn: Turn, command: CommandIn) -> None:
    audit.record(turn.work, turn.person_id, f"command_{command.name[:16]}", "staff", allowed=False)
    if turn.staff is not None:
        turn.say("refused-role", kind="staff")
    else:
        turn.say("refused-command")


async def _for_families(turn: Turn, _: CommandIn) -> None:
    turn.say("command-for-families", kind="staff")


async def _unknown(turn: Turn, _: CommandIn) -> None:
    turn.say("command-unknown", kind="staff")
