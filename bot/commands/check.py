"""`hamdeli check`: looks for problems; each is one sentence with its cure."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot import config
from bot.commands import checking, live
from bot.commands.opening import SENTENCES, open_database, read_shelf
from bot.config import Settings
from bot.content import Shelf
from bot.library import doubts
from bot.storage import migrate, people, sealed


def main(options: argparse.Namespace) -> int:
    if options.live:
        asyncio.run(live.ask())
        return 0
    problems = asyncio.run(_all(offline=options.offline))
    for problem in problems:
        sys.stdout.write(f"- {problem}\n")
    sys.stdout.write(f"{len(problems)} problems.\n" if problems else "Everything is in order.\n")
    return 1 if problems else 0


async def _all(*, offline: bool) -> list[str]:
    settings = config.load()
    problems = [problem async for problem in _files(settings)]
    problems += [problem async for problem in _database(settings)]
    if not offline:
        problems += [problem async for problem in checking.problems(settings)]
    return problems


async def _files(settings: Settings) -> AsyncIterator[str]:
    folder = config.secrets_folder(settings)
    try:
        sealed.load_sealer(folder)
        if folder.stat().st_mode & 0o077:
            yield f"{folder} can be read by others: run `chmod 700 {folder}`."
    except SENTENCES as problem:
        yield str(problem)
    try:
        shelf = read_shelf(settings)
    except SENTENCES as problem:
        yield str(problem)
        return
    today = datetime.now(ZoneInfo(settings.service.time_zone)).date()
    for problem_of_content in _content(shelf, today):
        yield problem_of_content
    pending = sum(
        path.read_text(encoding="utf-8").count("# review: pending")
        for path in (config.ROOT / "locales" / "fa").glob("*.ftl")
    )
    if pending:
        yield (
            f"locales/fa: {pending} texts wait for a professional's review; write"
            " `# review: NAME, DATE` over each that was read."
        )
    unvalidated = _unvalidated(settings)
    if unvalidated:
        yield (
            f"assessment.screeners: the Persian wording of {' and '.join(unvalidated)} is an"
            " unvalidated translation; put the validated text into locales/fa/screeners.ftl, or"
            " set it to []."
        )
    # Iran ended summer time in 1401: older zone data is an hour wrong all summer.
    summer = datetime(2026, 7, 1, tzinfo=UTC).astimezone(ZoneInfo("Asia/Tehran"))
    if summer.strftime("%z") != "+0330":
        yield "The time zone data is old: update the package tzdata."


def _content(shelf: Shelf, today: date) -> Iterator[str]:
    """What has grown old, or nobody has read yet."""
    for line in shelf.helplines.stale(today):
        yield (
            f"content/helplines.toml: {line.number} was last checked on {line.checked};"
            " call it, and write today's date."
        )
    if shelf.holidays.ends_soon(today):
        yield "content/holidays.csv: it ends within 60 days; add the holidays of the coming year."
    yield from doubts(shelf.series, today)


def _unvalidated(settings: Settings) -> list[str]:
    """The questionnaires that are on, and whose wording nobody has validated: their file says."""
    files = (config.ROOT / "locales" / "fa").glob("*.ftl")
    said = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return [
        screener
        for screener in settings.assessment.screeners
        if f"# wording of {screener}: unvalidated" in said
    ]


async def _database(settings: Settings) -> AsyncIterator[str]:
    try:
        database = await open_database(settings, alone=False)
    except SENTENCES as problem:
        yield str(problem)
        return
    try:
        found, newest = await migrate.version(database), migrate.migrations()[-1][0]
        if found > newest:
            yield (
                f"The database has schema {found}, this version knows {newest}:"
                " run the newer version of Hamdeli."
            )
        elif settings.assessment.screeners and found and not await people.anybody_on_call(database):
            yield (
                "assessment.screeners: nobody is on call, so no questionnaire is asked; let"
                " somebody send /oncall, or set it to []."
            )
    finally:
        await database.close()
