"""The ticker: every second what is due, every minute the jobs; one transaction for each.

The jobs run on the one process that leads. What is due is guarded row by row, so every process
looks for it: an alert does not wait for a leader that hangs.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.appointment import DAY, UNPICKED, USEFUL, Step
from bot.domain.broadcast import MEND
from bot.domain.courses import USEFUL as LESSON_USEFUL
from bot.domain.courses import Step as LessonStep
from bot.domain.ids import DueId
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.handlers.broadcasts import broadcast_steps
from bot.handlers.casework import approving, dormant, handover, overview, reply_times, tasks
from bot.handlers.courses import course_news, seats
from bot.handlers.desk import Desk
from bot.handlers.family import again, payments, returning
from bot.handlers.queue import unclaimed
from bot.handlers.referrals import deadlines
from bot.handlers.safety import ladder, outcomes
from bot.handlers.series import series_plans
from bot.handlers.staff import welfare
from bot.handlers.talk import blocking, flooding, listening
from bot.handlers.tools import Tools
from bot.jobs import (
    appointments,
    board,
    broadcasts,
    discretion,
    leases,
    lessons,
    mending,
    outages,
    places,
    referrals,
    retention,
    series,
    unfinished,
)
from bot.storage import due, waiting
from bot.storage import seats as held_seats
from bot.storage.database import DatabaseTrouble
from bot.storage.due import Due

_log = logging.getLogger("hamdeli.clock")

Job = Callable[[Desk], Awaitable[None]]
Heard = Callable[[], Mapping[Platform, int]]
JOBS: dict[str, Job] = {
    "leases": leases.watch,
    "board": board.watch,
    "places": places.watch,
    "discretion": discretion.watch,
    "referrals": referrals.watch,
    "retention": retention.forget,
    "unfinished": unfinished.watch,
    "appointments": appointments.watch,
    "welfare": welfare.watch,
}


@dataclass(frozen=True, slots=True)
class DueHandler:
    """How an occurrence of one kind is done.

    `useful`: milliseconds after its time in which it still makes sense, None for ever. Later
    than that it is skipped, and `missed` may plan the next one. Both write rows only, and end
    with the occurrence in one transaction: the next occurrence is planned there too.
    """

    handle: Callable[[Desk, Due], Awaitable[None]]
    useful: int | None = None
    missed: Callable[[Desk, Due], Awaitable[None]] | None = None


Handlers = Mapping[str, DueHandler]
# An alert that waits is paged however late it is, and an outcome asked for.
DUE: dict[str, DueHandler] = {
    ladder.RUNG: DueHandler(ladder.climb),
    outcomes.REMINDER: DueHandler(outcomes.remind),
    deadlines.QUESTION: DueHandler(deadlines.unanswered),
    deadlines.ACCEPTED: DueHandler(deadlines.unfinished),
    unclaimed.UNCLAIMED: DueHandler(unclaimed.look),
    # However late: what nobody answered must not stay open.
    handover.ANSWER: DueHandler(handover.expire),
    returning.RESERVED: DueHandler(returning.over),
    # What a case waits for is late, too, rather than forgotten.
    approving.WAITS: DueHandler(approving.remind),
    dormant.DORMANT: DueHandler(dormant.look),
    tasks.TASK: DueHandler(tasks.remind),
    tasks.LATE: DueHandler(tasks.late),
    again.LATER: DueHandler(again.offer_later, 14 * 24 * 3600 * 1000),
    Step.DAY: DueHandler(appointments.remind, USEFUL[Step.DAY]),
    Step.HOUR: DueHandler(appointments.remind, USEFUL[Step.HOUR]),
    Step.AFTER: DueHandler(appointments.ask, USEFUL[Step.AFTER]),
    UNPICKED: DueHandler(appointments.unpicked, DAY),
    overview.REFRESH: DueHandler(overview.renew, overview.EVERY, overview.again),
    # However late: what is of no use any more it skips itself, and plans the next.
    series_plans.PART: DueHandler(series.bring),
    LessonStep.DAY: DueHandler(lessons.remind, LESSON_USEFUL[LessonStep.DAY]),
    LessonStep.HOUR: DueHandler(lessons.remind, LESSON_USEFUL[LessonStep.HOUR]),
    LessonStep.AFTER: DueHandler(lessons.after, LESSON_USEFUL[LessonStep.AFTER]),
    # However late: a seat that nobody took must not stay empty.
    held_seats.EXPIRES: DueHandler(seats.expire),
    waiting.ENDS: DueHandler(course_news.waiting_ends),
    course_news.NEWS: DueHandler(course_news.bring),
    # However late: what has begun goes on where it stood.
    broadcast_steps.STEP: DueHandler(broadcasts.step),
    MEND: DueHandler(mending.step),
    reply_times.REPLY_DUE: DueHandler(reply_times.remind, useful=24 * 3600 * 1000),
    listening.ENDS: DueHandler(listening.end),
    blocking.ENDS: DueHandler(blocking.ends),
    flooding.ENDS: DueHandler(flooding.end),
    # Two days later the question would only stir things up again.
    # However late: money must not be forgotten.
    payments.ARRIVED: DueHandler(payments.arrived),
    payments.INQUIRE: DueHandler(payments.inquire),
    welfare.DEBRIEF: DueHandler(welfare.ask, 2 * 24 * 3600 * 1000),
}

AT_ONCE = 200
"""Occurrences looked up at a time: after an outage there may be many."""
PATIENCE = 3
"""Rows that the database does not take, after which a round leaves the rest to the next one."""


async def tick(tools: Tools, heard: Heard) -> None:
    """Runs every job once, if this process leads the clock. `heard`: when each
    messenger answered us last."""
    try:
        if not await tools.database.lead("clock"):
            return
    except DatabaseTrouble as trouble:
        _log.error("the clock cannot ask the database now (%s)", trouble)
        return
    jobs: dict[str, Job] = {**JOBS, "outages": partial(outages.watch, heard=heard())}
    for name, job in jobs.items():
        try:
            async with tools.database.transaction() as tx:
                await job(tools.desk(tx))
        except DatabaseTrouble as trouble:
            _log.error("%s waits for the database (%s)", name, trouble)
        except Exception:
            _log.exception("%s failed; it runs again at the next tick", name)


async def do_due(tools: Tools, handlers: Handlers = DUE) -> None:
    """Does all that is due now, each in a transaction of its own. Nothing due: one read."""
    troubles = 0
    while not troubles:
        try:
            numbers = await due.ready(tools.database, tools.clock.now(), AT_ONCE)
        except DatabaseTrouble as trouble:
            _log.error("the clock cannot ask the database now (%s)", trouble)
            return
        if not numbers:
            return
        for number in numbers:
            troubles += not await _do(tools, handlers, number)
            if troubles == PATIENCE:
                return


async def _do(tools: Tools, handlers: Handlers, number: DueId) -> bool:
    """One occurrence: all of it, or nothing and a note of the failure. False: not even that."""
    try:
        try:
            async with tools.database.transaction() as tx:
                desk = tools.desk(tx)
                taken = await due.take(desk.work, number)
                if taken is not None:
                    await _handle(desk, handlers[taken.kind], taken)
        except DatabaseTrouble:
            raise
        except Exception:
            _log.exception("due row %s failed", number)
            await _failed(tools, number)
    except DatabaseTrouble as trouble:
        _log.error("due row %s waits for the database (%s)", number, trouble)
        return False
    return True


async def _handle(desk: Desk, handler: DueHandler, taken: Due) -> None:
    late = desk.work.now - taken.run_at
    if handler.useful is None or late <= handler.useful:
        await handler.handle(desk, taken)
        return
    due.skip(desk.work, taken)
    if handler.missed is not None:
        await handler.missed(desk, taken)


async def _failed(tools: Tools, number: DueId) -> None:
    async with tools.database.transaction() as tx:
        desk = tools.desk(tx)
        kind = await due.failed(desk.work, number)
        if kind is not None:
            await desk.tell_admins("notice", lambda me: Text(me.say("due-failed", kind=kind)))


async def run(tools: Tools, heard: Heard, stop: asyncio.Event) -> None:
    """Ticks until told to stop: what is due every second, the jobs soon and then every minute."""
    scheduler = AsyncIOScheduler()
    soon = datetime.now(UTC) + timedelta(seconds=3)
    always = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler.add_job(tick, "interval", [tools, heard], seconds=60, next_run_time=soon, **always)
    scheduler.add_job(do_due, "interval", [tools], seconds=1, **always)
    scheduler.start()
    try:
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)
