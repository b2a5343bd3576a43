"""When the next part of somebody's series comes: one row of what is due for each run."""

from datetime import date

from bot.domain.ids import RunId
from bot.domain.series import Series, counted_at, follows_at, of_use_until, tomorrow_at
from bot.handlers.desk import Desk
from bot.storage import due
from bot.storage.series import Run

PART = "series"
"""The kind of due row that brings a part."""


def plan(desk: Desk, run_id: RunId, part: int, at: int) -> None:
    due.plan(desk.work, PART, run_id, at, f"{PART}:{run_id}:{part}:{at}")


async def replan(desk: Desk, run_id: RunId, part: int, at: int) -> None:
    """In place of what was planned for this run."""
    await due.cancel(desk.work, PART, run_id)
    plan(desk, run_id, part, at)


async def cancel(desk: Desk, run_id: RunId) -> None:
    await due.cancel(desk.work, PART, run_id)


async def planned_at(desk: Desk, run_id: RunId) -> int | None:
    return await due.waiting(desk.work, PART, run_id)


def after(desk: Desk, run: Run, one: Series) -> None:
    """Plans the part behind that of `run`, which comes now or is left out now."""
    if run.part >= one.last:
        return
    now, zone, part = desk.work.now, desk.house.words.zone, run.part + 1
    if run.anchor is None:
        at = follows_at(one, run.part, now, zone)
    else:
        anchor = date.fromordinal(run.anchor)
        at = counted_at(one, part, anchor, zone)
        tomorrow = tomorrow_at(one, now, zone)
        if at <= now and tomorrow <= of_use_until(one, part, anchor, zone):
            # Never two at once, where the later one can wait.
            at = tomorrow
    plan(desk, run.id, part, at)
