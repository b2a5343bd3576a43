"""The part of `hamdeli init` about Bale: it may be left out by pressing Enter."""

import asyncio
import getpass
import json
import re
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.commands.opening import Problem
from bot.commands.writing import seen, write_secret, write_settings
from bot.config import Settings
from bot.domain.people import Platform
from bot.messengers.connection import Connection, NoAnswer, TokenRefused, connect

_TOKEN = re.compile(r"\d{4,20}:[A-Za-z0-9_-]{20,}")


async def ask(settings: Settings, folder: Path) -> None:
    """Asks for the token and finds group and administrator. Problem where Bale says no."""
    try:
        token = getpass.getpass("Token from @botfather in Bale (Enter for none): ").strip()
    except EOFError:
        return
    if not token:
        return
    if not _TOKEN.fullmatch(token):
        raise Problem("bale.token: a token looks like 123456789:AA…; copy it from @botfather.")
    given = settings.bale.model_copy(update={"token": SecretStr(token)})
    connection = connect(given, Platform.BALE)
    await connection.open()
    try:
        username = await connection.name()
        write_secret(folder / "bale.token", token)
        sys.stdout.write(f"The token works: this is @{username} in Bale.\n")
        await _find(connection, username)
    except TokenRefused:
        raise Problem("bale.token: Bale refuses it; copy it once more.") from None
    except NoAnswer as error:
        raise Problem(f"bale.api_url: Bale does not answer ({error}); run this again.") from None
    finally:
        await connection.close()


async def _find(connection: Connection, username: str) -> None:
    sys.stdout.write(
        f"\nNow, in Bale: 1. send @{username} any message yourself;"
        f"\n2. where counselors work in Bale, add @{username} to their group as an administrator,"
        " and write /start there.\nThen press Enter here. "
    )
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    groups, people = seen(await connection.learn("getUpdates", {"timeout": 1}))
    written = {}
    if groups:
        number, title = groups[-1]
        sys.stdout.write(f"Counselor group in Bale: {title} ({number}).\n")
        written["counselor_group"] = str(number)
    if people:
        number, title = people[-1]
        sys.stdout.write(f"First administrator in Bale: {title} ({number}).\n")
        written["admins"] = json.dumps([number])
    write_settings("bale", written)
