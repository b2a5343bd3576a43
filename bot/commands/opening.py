"""What most subcommands begin with: settings, keys, files, database."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from bot import config, content
from bot.clock import Clock
from bot.config import Settings
from bot.content import BrokenContent, Shelf
from bot.domain.automatic import Calm, parse_quiet
from bot.domain.broadcast import Rules
from bot.domain.donation import RIALS, Giving
from bot.domain.duty import DutyRules, Terms
from bot.domain.lifecycle import DAY
from bot.domain.opening import WEEKDAYS, Holidays, OpeningHours, parse_spans
from bot.domain.people import Platform
from bot.domain.transfer import Patience
from bot.endpoints import Bale, Messenger
from bot.handlers.house import Place
from bot.handlers.tools import Tools
from bot.storage import migrate, sealed
from bot.storage.database import Database, DatabaseTrouble
from bot.storage.ids import Ids, newest_id
from bot.storage.postgres import open_postgres
from bot.storage.sealed import KeysMissing
from bot.storage.sqlite import AlreadyRunning, open_sqlite

MINUTE = 60_000


class Problem(Exception):
    """One sentence for an operator: what is wrong, and what would be right."""


SENTENCES = (
    Problem,
    config.WrongSettings,
    BrokenContent,
    KeysMissing,
    AlreadyRunning,
    migrate.NewerDatabase,
)
"""Errors whose text already is such a sentence."""


async def open_database(settings: Settings, *, alone: bool = True) -> Database:
    """The configured database. Problem when it cannot be opened."""
    path = config.sqlite_path(settings)
    try:
        if path is not None:
            return await open_sqlite(path, alone=alone)
        return await open_postgres(settings.database.url)
    except (DatabaseTrouble, OSError) as error:
        where = str(path) if path is not None else "the PostgreSQL server"
        raise Problem(
            f"database.url: {where} cannot be opened ({error}); check the address and its rights."
        ) from error


def read_shelf(settings: Settings) -> Shelf:
    files = config.series_folder(settings)
    return content.read(config.ROOT, settings.service.time_zone, files)


LINKS = {Platform.TELEGRAM: "https://t.me", Platform.BALE: "https://ble.ir"}


def messengers(settings: Settings) -> dict[Platform, Messenger]:
    """The messengers that are on: those with a token."""
    known: dict[Platform, Messenger] = {
        Platform.TELEGRAM: settings.telegram,
        Platform.BALE: settings.bale,
    }
    return {platform: given for platform, given in known.items() if given.token is not None}


def telegram_alone(settings: Settings) -> dict[Platform, Messenger]:
    """What subcommands without a messenger go by."""
    return {Platform.TELEGRAM: settings.telegram}


def places(settings: Settings, usernames: Mapping[Platform, str]) -> dict[Platform, Place]:
    """The messengers we serve, by these settings."""
    return {
        platform: Place(
            usernames.get(platform, ""), given.counselor_group, frozenset(given.admins),
            LINKS[platform], given.channel, given.messages_per_second, _wallet(given),
        )
        for platform, given in (messengers(settings) or telegram_alone(settings)).items()
    }  # fmt: skip


def _wallet(given: Messenger) -> str:
    key = given.wallet if isinstance(given, Bale) else None
    return key.get_secret_value() if key else ""


def duty_rules(settings: Settings, holidays: Holidays) -> DutyRules:
    """What these settings say about hours, claims and service levels."""
    hours = settings.hours
    week = tuple(parse_spans(getattr(hours, day)) for day in WEEKDAYS)
    return DutyRules(
        OpeningHours(week, parse_spans(hours.holiday), holidays),
        Terms(settings.duty.capacity, frozenset(settings.duty.license_for)),
        settings.service_levels.claim_minutes,
        settings.service_levels.reply_minutes,
        settings.service_levels.next_reply_minutes,
        settings.duty.digest,
    )


def calm(settings: Settings, holidays: Holidays) -> Calm:
    """When families are left in peace."""
    given = settings.automatic
    return Calm(parse_quiet(given.quiet), holidays, given.messages_per_day)


def giving(settings: Settings) -> Giving:
    """The amounts that are offered, in rials; none where donations are switched off. Problem where
    they could not be paid."""
    given = settings.donations
    if given.enabled and (settings.bale.token is None or settings.bale.wallet is None):
        raise Problem(
            "donations.enabled: donations come through the wallet of Bale; put the payment token"
            " of @botfather in Bale into secrets/bale.wallet, and the bot's own into"
            " secrets/bale.token, or set it to false."
        )
    return Giving(tuple(each * RIALS for each in given.amounts) if given.enabled else ())


def patience(settings: Settings) -> Patience:
    """How long colleagues wait for each other."""
    given = settings.transfers
    return Patience(
        given.answer_minutes * MINUTE,
        given.urgent_answer_minutes * MINUTE,
        given.returning_minutes * MINUTE,
    )


@asynccontextmanager
async def opened(settings: Settings, *, alone: bool = True) -> AsyncIterator[Tools]:
    """Everything but the messengers; the database is brought up to date and closed at the end."""
    shelf = read_shelf(settings)
    sealer = sealed.load_sealer(config.secrets_folder(settings))
    database = await open_database(settings, alone=alone)
    try:
        await migrate.migrate(database)
        house = shelf.house(
            settings.service.language,
            places(settings, {}),
            tuple(settings.assessment.screeners),
            duty_rules(settings, shelf.holidays),
            patience(settings),
            settings.service.organization,
        )
        house = replace(
            house,
            organizer=settings.service.organizer,
            dormant_after=settings.casework.silent_days * DAY,
            flood_limit=settings.talk.messages_per_minute,
            calm=calm(settings, shelf.holidays),
            broadcasts=Rules(settings.broadcasts.approve_above, settings.broadcasts.error_percent),
            giving=giving(settings),
            reviews=settings.bale.reviews,
        )
        clock = Clock(settings.service.clock_offset)
        yield Tools(database, sealer, Ids(await newest_id(database)), clock, house)
    finally:
        await database.close()
