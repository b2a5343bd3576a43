"""`hamdeli staff`: gives roles to accounts from the command line, one by one or from a file."""

import argparse
import asyncio
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import config
from bot.commands.opening import Problem, opened
from bot.config import Settings
from bot.domain.people import Platform, Role
from bot.handlers.desk import Desk
from bot.handlers.tools import Tools
from bot.storage import audit, partners, people

ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Appointment:
    account: int
    role: Role
    alias: str
    on_call: bool
    partner: str = ""
    platform: Platform = Platform.TELEGRAM


def main(options: argparse.Namespace) -> int:
    if options.action == "load":
        appointments = read(Path(options.file))
    else:
        role = Role(options.role)
        where = Platform(options.messenger)
        one = Appointment(options.id, role, options.alias, options.on_call, platform=where)
        appointments = [one]
    asyncio.run(_appoint(config.load(), appointments))
    sys.stdout.write(f"{len(appointments)} people have a role now.\n")
    return 0


def read(path: Path) -> list[Appointment]:
    """The `[[staff]]` entries of a TOML file. Problem names the entry that is not right."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("staff", [])
    except (OSError, ValueError) as error:
        raise Problem(f"{path} cannot be read ({error}).") from error
    if not isinstance(entries, list):
        raise Problem(f"{path}: staff must be a list; begin each entry with [[staff]].")
    return [_appointment(path, number, entry) for number, entry in enumerate(entries, 1)]


def _appointment(path: Path, number: int, entry: dict[str, Any]) -> Appointment:
    try:
        return Appointment(
            int(entry["id"]),
            Role(entry["role"]),
            str(entry["alias"]),
            bool(entry.get("on_call", False)),
            _institution(entry),
            Platform(entry.get("platform", Platform.TELEGRAM)),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise Problem(
            f"{path}: entry {number} needs id, alias and a role out of {', '.join(ROLES)};"
            " with the role partner, also the name of their partner institution."
        ) from error


def _institution(entry: dict[str, Any]) -> str:
    """The name of the institution. ValueError when it is missing, or nobody's."""
    name = str(entry.get("partner", ""))
    if bool(name) is not (entry["role"] == Role.PARTNER.value):
        raise ValueError("a partner institution belongs to the role partner")
    return name


async def _appoint(settings: Settings, appointments: Sequence[Appointment]) -> None:
    async with opened(settings) as tools:
        await appoint(tools, appointments)


async def appoint(tools: Tools, appointments: Sequence[Appointment]) -> None:
    """Gives these roles, in one transaction."""
    async with tools.database.transaction() as tx:
        desk = tools.desk(tx)
        for appointment in appointments:
            await _one(desk, appointment)


async def _one(desk: Desk, appointment: Appointment) -> None:
    work = desk.work
    institution = await partners.named(work, appointment.partner) if appointment.partner else None
    if appointment.partner and institution is None:
        raise Problem(
            f"There is no partner {appointment.partner}: first load it with `hamdeli partners`."
        )
    key = people.chat_key(work.sealer, appointment.platform, appointment.account)
    known = (await people.known(work, [key])).get(key)
    if known is None:
        known = people.add(work, appointment.platform, appointment.account, desk.house.language)
    person = known.person.id
    await people.appoint(
        work, person, appointment.role, appointment.alias, on_call=appointment.on_call
    )
    if institution is not None:
        await partners.join(work, person, institution.id)
    audit.record(work, None, f"appointed_{appointment.role}", f"person:{person}")
