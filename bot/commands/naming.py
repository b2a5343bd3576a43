"""What we are called at each messenger: asked at the start, remembered for when one is silent."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress

from bot.commands.opening import Problem
from bot.domain.people import Platform
from bot.handlers.tools import Tools
from bot.messengers.connection import Connection, NoAnswer, TokenRefused
from bot.storage import meta

_log = logging.getLogger("hamdeli")

PATIENCE = 10.0
"""Seconds that one messenger waits for the name of another before it begins to serve."""


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
    await asyncio.wait(asking.values(), timeout=PATIENCE)
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
    return await _remembered(tools, connections, found)


async def _remembered(
    tools: Tools, connections: Mapping[Platform, Connection], found: dict[Platform, str]
) -> dict[Platform, str]:
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        for platform in connections:
            name = f"username:{platform}"
            if found.get(platform):
                await meta.put(work, name, found[platform])
            else:
                found[platform] = await meta.get(work, name) or ""
    return found


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
