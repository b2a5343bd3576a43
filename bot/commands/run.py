"""`hamdeli run`: the service. Settings → storage → messengers → loops."""

import argparse
import asyncio
import gc
import hashlib
import logging
import signal
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from bot import config, logs
from bot.commands import naming
from bot.commands.opening import Problem, messengers, opened, places
from bot.config import Settings
from bot.domain.capabilities import CAPABILITIES
from bot.domain.ids import PersonId
from bot.domain.outgoing import Commands
from bot.domain.people import Platform, Role
from bot.handlers.desk import Desk
from bot.handlers.staff.staff import FAMILY_COMMANDS
from bot.handlers.tools import Tools
from bot.health import HealthPage
from bot.jobs import clock
from bot.messengers.connection import Connection, NoAnswer, TokenRefused, connect
from bot.messengers.health import Health
from bot.messengers.limits import Limits
from bot.messengers.membership import Membership
from bot.messengers.paces import PACES
from bot.messengers.poller import Intake, Poller
from bot.messengers.pulse import Pulse
from bot.messengers.sender import Sender
from bot.messengers.telegram import ALLOWED_UPDATES
from bot.messengers.webhook import PATH, Webhook
from bot.storage import meta, outbox, people
from bot.storage.database import Broken
from bot.storage.outbox import Address
from bot.words import LANGUAGES
from bot.worker import Worker

_log = logging.getLogger("hamdeli")
Connections: TypeAlias = Mapping[Platform, Connection]


def main(_: argparse.Namespace) -> int:
    logs.set_up()
    with asyncio.Runner(loop_factory=_loop()) as runner:
        runner.run(run(config.load()))
    return 0


def _loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The faster loop, where the platform has it (not on Windows)."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def start(options: argparse.Namespace) -> int:
    """What `make run` does: the service where there is a token, else the sandbox."""
    if messengers(config.load()):
        return main(options)
    from bot.commands import rehearse

    return rehearse.main(options)


async def run(settings: Settings) -> None:
    """Serves until SIGTERM or SIGINT. Problem when it cannot begin."""
    on = messengers(settings)
    if not on:
        raise Problem(
            "telegram.token: there is none; run `hamdeli init`, or try `hamdeli sandbox` without."
        )
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with opened(settings) as tools:
        # Words and places stay for good: nobody needs to look through them for garbage.
        gc.collect()
        gc.freeze()
        connections = {platform: connect(given, platform) for platform, given in on.items()}
        for connection in connections.values():
            await connection.open()
            connection.shores.update(
                {
                    platform: other.shore()
                    for platform, other in connections.items()
                    if other is not connection
                }
            )
        try:
            await _serve(settings, tools, connections, stop)
        finally:
            for connection in connections.values():
                await connection.close()


async def _serve(
    settings: Settings, tools: Tools, connections: Connections, stop: asyncio.Event
) -> None:
    healths = {platform: Health() for platform in connections}
    polling = {each for each in connections if _polls(settings, each)}
    tasks: list[asyncio.Task[None]] = []
    if settings.health.listen:
        page = HealthPage(tools.database, tools.clock, healths, polling=polling)
        tasks.append(asyncio.create_task(page.run(settings.health.listen, stop)))
    usernames = await naming.names(tools, connections, stop)
    house = replace(tools.house, places=places(settings, usernames))
    tools = replace(tools, house=house)
    try:
        await _prepare(tools)
    except Broken:
        # Another process that starts at the same moment was faster; now it is done already.
        await _prepare(tools)
    loops = [
        Worker(tools).run(stop),
        clock.run(tools, partial(_heard, healths), stop),
    ]
    for platform, connection in connections.items():
        loops += _of_messenger(settings, tools, connection, healths[platform], stop)
    tasks += [asyncio.create_task(loop) for loop in loops]
    for platform, username in usernames.items():
        how = "polling" if platform in polling else "webhook"
        _log.info("serving as @%s by %s", username, how)
    await _until_stopped(tasks, stop, tools)


def _of_messenger(
    settings: Settings, tools: Tools, connection: Connection, health: Health, stop: asyncio.Event
) -> list[Coroutine[Any, Any, None]]:
    """The loops of one messenger. They share nothing with those of another but the database."""
    platform = connection.dialect.platform
    given = messengers(settings)[platform]
    limits = Limits(given.messages_per_second, PACES[platform])
    sender = Sender(platform, connection, tools, limits, health)
    if not connection.dialect.can.tells_who_leaves:
        membership = Membership(connection, tools)
        poller = Poller(platform, connection, tools, health, given.poll_timeout)
        return [sender.run(stop), poller.run(stop), membership.run(stop)]
    if _polls(settings, platform):
        poller = Poller(platform, connection, tools, health, given.poll_timeout)
        return [sender.run(stop), poller.run(stop)]
    intake = Intake(connection.dialect, connection.bot_id, tools)
    pulse = Pulse(connection, health, tools.clock)
    return [sender.run(stop), pulse.run(stop), _webhook(settings, connection, intake, stop)]


def _heard(healths: Mapping[Platform, Health]) -> dict[Platform, int]:
    return {platform: health.last_poll for platform, health in healths.items()}


def _polls(settings: Settings, platform: Platform) -> bool:
    return platform is not Platform.TELEGRAM or settings.telegram.mode == "polling"


async def _told(stop: asyncio.Event) -> None:
    await stop.wait()


async def _until_stopped(
    tasks: list[asyncio.Task[None]], stop: asyncio.Event, tools: Tools
) -> None:
    """Waits for the signal; a loop that ends by itself is our mistake and ends the service."""
    waiting = asyncio.create_task(_told(stop))
    done, _ = await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    for topic in ("inbox", "outbox"):
        tools.database.signals.wake({topic})
    waiting.cancel()
    _, late = await asyncio.wait(tasks, timeout=9)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    for task in done - {waiting}:
        if not task.cancelled() and task.exception() is not None:
            raise task.exception() or RuntimeError


async def _prepare(tools: Tools) -> None:
    """The first administrators have their role, and the menus of commands are set."""
    async with tools.database.transaction() as tx:
        desk = tools.desk(tx)
        for platform, place in tools.house.places.items():
            for account in sorted(place.admins):
                await _first_administrator(desk, platform, account)
        await _set_menus(desk)


async def _first_administrator(desk: Desk, platform: Platform, account: int) -> None:
    key = people.chat_key(desk.work.sealer, platform, account)
    known = (await people.known(desk.work, [key])).get(key)
    if known is not None and known.staff is not None:
        return
    person: PersonId = (
        known or people.add(desk.work, platform, account, desk.house.language)
    ).person.id
    await people.appoint(desk.work, person, Role.ADMINISTRATOR, "1", on_call=False)


async def _set_menus(desk: Desk) -> None:
    """The commands of families, in each language; set again only when they have changed."""
    for platform in desk.house.places:
        if not CAPABILITIES[platform].menus:
            continue
        for language in (None, *LANGUAGES):
            me = desk.speaker(language or desk.house.language)
            commands = tuple((name, me.say(f"command-{name}")) for name in FAMILY_COMMANDS)
            mark = hashlib.sha256(repr(commands).encode()).hexdigest()[:16]
            name = f"menu:{platform}:{language}"
            if await meta.put(desk.work, name, mark):
                to = Address(platform, f"menu:{language}", 0)
                outbox.put(desk.work, to, "commands", Commands("default", commands, language))
                group = Commands("group", (("help", me.say("command-help")),), language)
                outbox.put(desk.work, to, "commands", group)


async def _webhook(
    settings: Settings, connection: Connection, intake: Intake, stop: asyncio.Event
) -> None:
    secret_file = config.secrets_folder(settings) / "webhook.secret"
    if not secret_file.is_file() or not settings.webhook.public_url.startswith("https://"):
        raise Problem(
            "webhook.public_url: webhook mode needs an https address here and a secret made by"
            " `hamdeli init`; or set telegram.mode to polling."
        )
    secret = secret_file.read_text(encoding="utf-8").strip()
    address = {
        "url": settings.webhook.public_url.rstrip("/") + PATH,
        "secret_token": secret,
        "allowed_updates": ALLOWED_UPDATES,
    }
    try:
        await connection.learn("setWebhook", address)
    except (NoAnswer, TokenRefused) as error:
        raise Problem(
            f"webhook.public_url: Telegram does not take this address ({error}); it must be"
            " reachable from outside by https, on port 443, 80, 88 or 8443."
        ) from None
    await Webhook(intake, secret).run(settings.webhook.listen, stop)
