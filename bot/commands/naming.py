"""What we are called at each messenger: asked at the start, remembered for when one is silent."""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress

from bot.commands.opening import Problem
from bot.domain.people import Platform
from bot.handlers.tools import Tools
from bot.messengers.connection import Connection, NoAnswer, TokenRefused
from bot.storage import meta

_log = logging.getLogger("hamdeli")

PATIENCE, KNOWN = 10.0, 1.0
"""Seconds that one messenger waits for the name of another before it begins to serve: where that
has never been heard, and where the name of last time will do."""


async def names(
    tools: Tools, connections: Mapping[Platform, Connection], stop: asyncio.Event
) -> dict[Platform, str]:
    """Our name at each. Waits until one of them answers; a further one that is silent goes by the
    name it had last time. Problem where every token is refused."""
    asking = {
        platform: asyncio.create_task(_name(connection, stop))
        for platform, connection in connections.items()
    }
    await asyncio.wait(asking.values(), return_when=asyncio.FIRST_COMPLETED)
    silent = [platform for platform, task in asking.items() if not task.done()]
    known = await _remembered(tools, silent)
    await asyncio.wait(asking.values(), timeout=KNOWN if all(known.values()) else PATIENCE)
    found: dict[Platform, str] = {}
    refused: list[Problem] = []
    for platform, task in asking.items():
        if not task.done():
            task.cancel()
        elif isinstance(problem := task.exception(), Problem):
            refused.append(problem)
        else:
            found[platform] = task.result()
    await asyncio.gather(*asking.values(), return_exceptions=True)
    if len(refused) == len(asking):
        raise refused[0]
    for problem in refused:
        # Whoever is at the other messenger is served meanwhile.
        _log.error("%s", problem)
    heard = {platform: name for platform, name in found.items() if name}
    await _remember(tools, heard)
    return {**await _remembered(tools, connections), **heard}


async def _remembered(tools: Tools, platforms: Iterable[Platform]) -> dict[Platform, str]:
    """The names of last time; empty for one that never was."""
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        return {each: await meta.get(work, f"username:{each}") or "" for each in platforms}


async def _remember(tools: Tools, names: Mapping[Platform, str]) -> None:
    async with tools.database.transaction() as tx:
        for platform, name in names.items():
            await meta.put(tools.desk(tx).work, f"username:{platform}", name)


async def _name(connection: Connection, stop: asyncio.Event) -> str:
    dialect = connection.dialect
    pause = 0.2
    while not stop.is_set():
        try:
            return await connection.name()
        except TokenRefused:
            raise Problem(
                f"{dialect.platform}.token: {dialect.name} refuses it; copy the token from"
                f" {dialect.maker} once more into secrets/{dialect.platform}.token."
            ) from None
        except NoAnswer as error:
            _log.warning("%s does not answer (%s); trying again", dialect.name, error)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(pause * 1.5, 5.0)
    return ""
