"""The commands: everybody's, those of families, those of caseworkers and of administrators."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain.people import Action, may
from bot.handlers import (
    abuse,
    answering,
    casework,
    consent,
    contact,
    discretion,
    family,
    forms,
    listening,
    macros,
    outcomes,
    own_replies,
    partners,
    queue,
    referral,
    replies,
    staff,
    talk,
    urgency,
    welfare,
)
from bot.handlers.desk import Turn
from bot.handlers.incoming import CommandIn
from bot.storage import audit

Command = Callable[[Turn, CommandIn], Awaitable[None]]


async def _start(turn: Turn, command: CommandIn) -> None:
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


async def _status(turn: Turn, _: CommandIn) -> None:
    await family.status(turn)


async def _privacy(turn: Turn, _: CommandIn) -> None:
    await consent.privacy(turn)


async def _language(turn: Turn, _: CommandIn) -> None:
    family.choose_language(turn)


async def _help(turn: Turn, _: CommandIn) -> None:
    if turn.staff is not None:
        staff.home(turn)
    else:
        family.help_text(turn)


async def _cancel(turn: Turn, _: CommandIn) -> None:
    await family.cancel(turn)


async def _delete(turn: Turn, _: CommandIn) -> None:
    family.ask_erasure(turn)


async def _exit(turn: Turn, _: CommandIn) -> None:
    await discretion.leave(turn)


async def _codeword(turn: Turn, command: CommandIn) -> None:
    await discretion.choose_code(turn, command.argument)


async def _safeword(turn: Turn, command: CommandIn) -> None:
    await discretion.choose_help(turn, command.argument)


async def _queue(turn: Turn, _: CommandIn) -> None:
    await queue.show_queue(turn)


async def _next(turn: Turn, _: CommandIn) -> None:
    await queue.claim_next(turn)


async def _mycases(turn: Turn, _: CommandIn) -> None:
    await talk.show_mine(turn)


async def _note(turn: Turn, command: CommandIn) -> None:
    await casework.note(turn, command.argument)


async def _notes(turn: Turn, _: CommandIn) -> None:
    await casework.show_notes(turn)


async def _close(turn: Turn, _: CommandIn) -> None:
    await casework.ask_outcome(turn)


async def _contact(turn: Turn, _: CommandIn) -> None:
    contact.begin(turn)


async def _oncall(turn: Turn, _: CommandIn) -> None:
    await staff.switch_on_call(turn)


async def _alerts(turn: Turn, _: CommandIn) -> None:
    await outcomes.show(turn)


async def _acuity(turn: Turn, command: CommandIn) -> None:
    await urgency.of_code(turn, command.argument)


async def _invite(turn: Turn, command: CommandIn) -> None:
    offer = staff.invite(turn, command.argument)
    if offer is not None:
        await staff.send_invitation(turn, *offer)


async def _staff(turn: Turn, _: CommandIn) -> None:
    await staff.show_staff(turn)


async def _health(turn: Turn, _: CommandIn) -> None:
    await staff.show_health(turn)


async def _refer(turn: Turn, command: CommandIn) -> None:
    await referral.refer(turn, command.argument)


async def _referrals(turn: Turn, _: CommandIn) -> None:
    await answering.show_open(turn)


async def _partners(turn: Turn, _: CommandIn) -> None:
    await partners.show(turn)


async def _cancel_form(turn: Turn, _: CommandIn) -> None:
    await forms.cancel(turn)


EVERYBODY: dict[str, Command] = {
    "start": _start,
    "help": _help,
    "language": _language,
    "privacy": _privacy,
}
FAMILIES: dict[str, Command] = {
    "menu": _menu_command,
    "status": _status,
    "cancel": _cancel,
    "delete": _delete,
    "exit": _exit,
    "codeword": _codeword,
    "safeword": _safeword,
}
STAFF: dict[str, tuple[Action, Command]] = {
    "contact": (Action.TALK, _contact),
    "queue": (Action.SEE_QUEUE, _queue),
    "next": (Action.CLAIM, _next),
    "mycases": (Action.TALK, _mycases),
    "note": (Action.TALK, _note),
    "notes": (Action.TALK, _notes),
    "close": (Action.TALK, _close),
    "refer": (Action.REFER, _refer),
    "oncall": (Action.TALK, _oncall),
    "alerts": (Action.SEE_ALERTS, _alerts),
    "acuity": (Action.CHANGE_ACUITY, _acuity),
    "invite": (Action.INVITE, _invite),
    "staff": (Action.SEE_STAFF, _staff),
    "health": (Action.SEE_HEALTH, _health),
    "partners": (Action.MANAGE_PARTNERS, _partners),
    "referrals": (Action.ANSWER_REFERRAL, _referrals),
    "reply": (Action.TALK, replies.command),
    "addreply": (Action.TALK, own_replies.command),
    "macro": (Action.TALK, macros.command),
    "listen": (Action.LISTEN, listening.command),
    "whisper": (Action.LISTEN, listening.whisper),
    "block": (Action.BLOCK, abuse.command),
    "welfare": (Action.SEE_WELFARE, welfare.command),
}


def find(turn: Turn, name: str) -> Command | None:
    """The command, for those who may give it. A family's unknown command is just words."""
    if name in EVERYBODY:
        return EVERYBODY[name]
    if turn.staff is None:
        if name in STAFF:
            return _refused
        return FAMILIES.get(name)
    if name == "cancel" and forms.open_form(turn) is not None:
        return _cancel_form
    if name in FAMILIES:
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
