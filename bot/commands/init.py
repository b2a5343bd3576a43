"""`hamdeli init`: asks what it must, finds out what it can, and writes keys and settings."""

import argparse
import asyncio
import getpass
import json
import re
import secrets
import sys
from pathlib import Path

from pydantic import SecretStr

from bot import config
from bot.commands import asking_bale
from bot.commands.opening import Problem
from bot.commands.writing import seen, write_secret, write_settings
from bot.config import Settings
from bot.messengers.connection import Connection, NoAnswer, TokenRefused, connect
from bot.storage.sealed import KEY_FILE, make_keys

_TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")


def main(options: argparse.Namespace) -> int:
    settings = config.load()
    folder = config.secrets_folder(settings)
    made = make_keys(folder)
    write_secret(folder / "webhook.secret", secrets.token_urlsafe(32), keep=True)
    say = sys.stdout.write
    say(f"Keys: {folder / KEY_FILE} ({'new' if made else 'kept as they are'}).\n")
    if not options.yes:
        asyncio.run(_ask(settings, folder))
        asyncio.run(asking_bale.ask(settings, folder))
    say("Save a copy of the keys in a safe place: without them nobody can read the database.\n")
    return 0


async def _ask(settings: Settings, folder: Path) -> None:
    try:
        token = getpass.getpass("Token from BotFather (it is not shown; Enter for none): ").strip()
    except EOFError:
        raise Problem(
            "Nobody answers here; run `hamdeli init --yes`, and put the token into"
            " secrets/telegram.token."
        ) from None
    if not token:
        sys.stdout.write("Telegram is left out.\n")
        return
    if not _TOKEN.fullmatch(token):
        raise Problem("telegram.token: a token looks like 123456789:AA…; copy it from BotFather.")
    telegram = settings.telegram.model_copy(update={"token": SecretStr(token)})
    connection = connect(telegram)
    await connection.open()
    try:
        username = await _name(connection)
        write_secret(folder / "telegram.token", token)
        sys.stdout.write(f"The token works: this is @{username}.\n")
        await _find_group_and_administrator(connection, username)
    finally:
        await connection.close()


async def _name(connection: Connection) -> str:
    try:
        return await connection.name()
    except TokenRefused:
        raise Problem("telegram.token: Telegram refuses it; copy it once more.") from None
    except NoAnswer as error:
        raise Problem(
            f"telegram.api_url: Telegram does not answer ({error}); where it is filtered, set"
            " telegram.proxy and run this again."
        ) from None


async def _find_group_and_administrator(connection: Connection, username: str) -> None:
    sys.stdout.write(
        f"\nNow, in Telegram: 1. send @{username} any message yourself;"
        f"\n2. add @{username} to the counselor group as an administrator, and write /start there."
        "\nThen press Enter here (or type nothing and edit config.toml later). "
    )
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    try:
        # Nothing is confirmed: the service will get the same updates again.
        updates = await connection.learn("getUpdates", {"timeout": 1})
    except (NoAnswer, TokenRefused) as error:
        raise Problem(f"Telegram does not answer ({error}); run this again.") from None
    groups, people = seen(updates)
    written = {}
    if groups:
        number, title = groups[-1]
        sys.stdout.write(f"Counselor group: {title} ({number}).\n")
        written["counselor_group"] = str(number)
    if people:
        number, title = people[-1]
        sys.stdout.write(f"First administrator: {title} ({number}).\n")
        written["admins"] = json.dumps([number])
    for key in {"counselor_group", "admins"} - written.keys():
        sys.stdout.write(f"I saw nothing for telegram.{key}: write it into config.toml.\n")
    write_settings("telegram", written)
