"""The part of `hamdeli check` that asks the messengers: token, rights in the group."""

from collections.abc import AsyncIterator
from typing import Any

from bot.commands.opening import Problem, giving, messengers
from bot.config import Settings
from bot.domain.people import Platform
from bot.endpoints import Messenger
from bot.messengers.connection import Connection, NoAnswer, TokenRefused, connect

TRIAL = "WALLET-TEST-"
"""How Bale's documented token for trials begins."""


async def problems(settings: Settings) -> AsyncIterator[str]:
    """One sentence each, for every messenger that is on."""
    on = messengers(settings)
    if not on:
        yield "telegram.token: there is none; run `hamdeli init`."
        return
    if all(given.counselor_group is None for given in on.values()):
        name = next(iter(on))
        yield f"{name}.counselor_group: there is none; write the group's number into config.toml."
    if not any(given.admins for given in on.values()):
        name = next(iter(on))
        yield f"{name}.admins: there is no administrator; write your account's number there."
    try:
        giving(settings)
    except Problem as wrong:
        yield str(wrong)
    key = settings.bale.wallet
    if settings.donations.enabled and key and key.get_secret_value().startswith(TRIAL):
        yield "bale.wallet: this is the token for trials; no money moves with it."
    for platform, given in on.items():
        async for problem in _messenger(platform, given):
            yield problem


async def _messenger(platform: Platform, given: Messenger) -> AsyncIterator[str]:
    connection = connect(given, platform)
    dialect = connection.dialect
    await connection.open()
    try:
        await connection.name()
        if given.counselor_group is not None:
            async for problem in _group(connection, given.counselor_group):
                yield problem
    except TokenRefused:
        yield (
            f"{platform}.token: {dialect.name} refuses it; copy the token from {dialect.maker}"
            f" once more into secrets/{platform}.token."
        )
    except NoAnswer as error:
        yield (
            f"{platform}.api_url: no answer ({error}); where it is filtered, set {platform}.proxy."
        )
    finally:
        await connection.close()


async def _group(connection: Connection, group: int) -> AsyncIterator[str]:
    name = connection.dialect.platform
    try:
        chat: dict[str, Any] = await connection.learn("getChat", {"chat_id": group})
        member = await connection.learn(
            "getChatMember", {"chat_id": group, "user_id": connection.bot_id}
        )
    except NoAnswer as error:
        yield (
            f"{name}.counselor_group: the bot cannot see {group} ({error}); add it to the group"
            " and write the group's number into config.toml."
        )
        return
    if chat.get("type") not in ("group", "supergroup"):
        yield f"{name}.counselor_group: {group} is no group; write the number of the group."
    if member.get("status") not in ("administrator", "creator"):
        yield (
            f"{name}.counselor_group: the bot is no administrator there; make it one, so that"
            " it sees who leaves."
        )
