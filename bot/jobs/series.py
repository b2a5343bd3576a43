"""The next part of somebody's series: sent when it may, moved when it must wait, skipped and
counted when it is of no use any more."""

from dataclasses import dataclass
from datetime import date

from bot.domain.case import Status
from bot.domain.contact import PRESENT, Writing
from bot.domain.ids import PersonId, RunId
from bot.domain.moments import at_minute, day_of
from bot.domain.series import DAY, Series, of_use_until, tomorrow_at
from bot.handlers import gate
from bot.handlers.desk import Desk
from bot.handlers.series import series_parts, series_plans
from bot.storage import alerts, cases, contact, due, opt_outs, people, series
from bot.storage.contact import Standing
from bot.storage.due import Due
from bot.storage.people import Reach
from bot.storage.series import Run, State

KIND = "series"
"""The kind of message that a part is."""
PATIENCE = 30 * DAY
"""Milliseconds after its last part for which a series waits for somebody who is not reached."""


@dataclass(frozen=True, slots=True)
class Wait:
    """It may not leave now: why, and when to look again. None: not by itself any more."""

    why: str
    until: int | None


async def bring(desk: Desk, what: Due) -> None:
    """One occurrence, to its end."""
    run = await series.get(desk.work, RunId(what.subject))
    if run is None or run.state not in (State.RUNNING, State.PAUSED):
        return
    one = desk.house.series.get(run.series)
    if one is None or run.part > one.last:
        await _give_up(desk, what, run, "content gone")
    elif await opt_outs.of_person(desk.work, run.person_id) & set(one.streams()):
        await _give_up(desk, what, run, "opted out")
    elif (until := _of_use(desk, run, one)) is not None and desk.work.now > until:
        await _leave_out(desk, what, run, one, "late")
    else:
        await _bring(desk, what, run, one, until)


async def _bring(desk: Desk, what: Due, run: Run, one: Series, until: int | None) -> None:
    match await _hindrance(desk, run, one):
        case Reach() as reach:
            await _send(desk, reach, run, one)
        case Wait(why, None):
            due.skip(desk.work, what, why)
        case Wait(why, again) if until is not None and again is not None and again > until:
            await _leave_out(desk, what, run, one, why)
        case Wait(why) if why in _UNREACHED and await _waited_long(desk, run):
            await _give_up(desk, what, run, why)
        case Wait(why, again) if again is not None:
            if why == "open case":
                await series.pause(desk.work, run.id)
            due.put_back(desk.work, what, again)
        case _:
            pass  # every wait has an end, or none


async def _send(desk: Desk, reach: Reach, run: Run, one: Series) -> None:
    if await series.send(desk.work, run, last=run.part >= one.last):
        me = desk.speaker(reach.language)
        await desk.entrust(reach, KIND, series_parts.messages(me, one, run.id, run.part))
        series_plans.after(desk, run, one)


# Why not now.

_UNREACHED = frozenset({"unreachable", "left", "no hour"})


async def _hindrance(desk: Desk, run: Run, one: Series) -> Reach | Wait:
    """The way to its reader, if nothing stands in it."""
    work, zone, person_id = desk.work, desk.house.words.zone, run.person_id
    tomorrow = tomorrow_at(one, work.now, zone)
    standing, reach = await contact.standing(work, person_id), await people.reach(work, person_id)
    if standing is None or reach is None:
        return Wait("erased", None)
    if await _cared_for(desk, run):
        return Wait("open case", tomorrow)
    if standing.rules.writing is Writing.WAIT:
        return Wait("not to be written to", None)
    if reach.lost:
        return Wait("unreachable", tomorrow)
    if standing.rules.silenced_at is not None:
        return Wait("left", tomorrow)
    if await series.in_conversation(work, person_id, work.now - PRESENT):
        return Wait("in conversation", work.now + PRESENT)
    why, at = await _moment(desk, person_id, standing)
    if at is None:
        return Wait("no hour", tomorrow)
    if at == work.now:
        return reach
    return Wait(why, at if why == "quiet" else _at_its_hour(desk, standing, one, at))


async def _moment(desk: Desk, person_id: PersonId, standing: Standing) -> tuple[str, int | None]:
    """When it may leave, and what it waits for until then."""
    work, house = desk.work, desk.house
    if gate.leaves_at(house, standing, KIND, work.now) == work.now:
        return "enough today", await gate.would_pass_at(work, house, person_id, standing, KIND)
    today = day_of(work.now, house.words.zone)
    why = "holiday" if today in house.calm.holidays.days else "quiet"
    return why, gate.leaves_at(house, standing, KIND, work.now)


def _at_its_hour(desk: Desk, standing: Standing, one: Series, at: int) -> int:
    """What a whole day has put off comes at its usual hour, and not with the first minute."""
    zone = desk.house.words.zone
    usual = at_minute(day_of(at, zone), one.minute, zone)
    moment = gate.leaves_at(desk.house, standing, KIND, max(at, usual))
    same = moment is not None and day_of(moment, zone) == day_of(at, zone)
    return moment if moment is not None and same else at


async def _cared_for(desk: Desk, run: Run) -> bool:
    """A human is with them, was until today, or looks after an alert."""
    latest = await cases.latest_of(desk.work, run.person_id)
    if latest is not None:
        if latest.status is not Status.CLOSED:
            return True
        zone = desk.house.words.zone
        closed_at = latest.closed_at or 0
        if day_of(closed_at, zone) == day_of(desk.work.now, zone):
            return True
    return await alerts.unended_of(desk.work, run.person_id)


async def _waited_long(desk: Desk, run: Run) -> bool:
    since = await series.last_sent(desk.work, run.id) or run.begun_at
    return desk.work.now - since > PATIENCE


# What is of no use any more.


def _of_use(desk: Desk, run: Run, one: Series) -> int | None:
    """Until when the next part helps; None where it is bound to no day."""
    if run.anchor is None:
        return None
    anchor = date.fromordinal(run.anchor)
    return of_use_until(one, run.part, anchor, desk.house.words.zone)


async def _leave_out(desk: Desk, what: Due, run: Run, one: Series, why: str) -> None:
    """This part does not come; those behind it do."""
    due.skip(desk.work, what, why)
    if await series.pass_over(desk.work, run, last=run.part >= one.last):
        series_plans.after(desk, run, one)


async def _give_up(desk: Desk, what: Due, run: Run, why: str) -> None:
    due.skip(desk.work, what, why)
    await series.stop(desk.work, run.id)
