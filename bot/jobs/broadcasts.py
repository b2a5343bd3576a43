"""A broadcast on its way, step by step: each step is a short transaction, and the next one is
planned in it. A kill between two loses and repeats nothing."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.broadcast import (
    COPY,
    LEAST_AHEAD,
    PATIENCE,
    SECOND,
    Broadcast,
    Fate,
    Repeats,
    State,
    Versions,
    ahead,
    too_many_errors,
)
from bot.domain.contact import PRESENT, is_veiled
from bot.domain.ids import BroadcastId, PersonId
from bot.domain.moments import day_of, months_later, weeks_later
from bot.domain.outgoing import Outgoing
from bot.handlers import gate
from bot.handlers.broadcasts import broadcast_bar, broadcast_posts, broadcasting
from bot.handlers.broadcasts.broadcast_steps import plan
from bot.handlers.desk import Desk
from bot.storage import broadcasts, contact, due, people, recipients, segments
from bot.storage.due import Due
from bot.storage.outbox import About
from bot.storage.people import Reach

WINDOW = 250
"""People looked at in one step of freezing: a few milliseconds of the writer."""
CHUNK = 50
"""Copies handed over in one step."""


async def step(desk: Desk, what: Due) -> None:
    """The next thing that is to be done, whatever the state."""
    one = await broadcasts.get(desk.work, BroadcastId(what.subject))
    match one:
        case Broadcast(state=State.PLANNED):
            await _begin(desk, what, one)
        case Broadcast(state=State.FREEZING):
            await _freeze(desk, what, one.id)
        case Broadcast(state=State.SENDING):
            await _feed(desk, what, one.id)
        case _:
            pass  # it stands still, or is over


async def _begin(desk: Desk, what: Due, planned: Broadcast) -> None:
    now, zone = desk.work.now, desk.house.words.zone
    at = desk.house.calm.quiet.over_at(max(now, planned.planned_at or now), zone)
    if at > now:
        due.put_back(desk.work, what, at)
        return
    one = await broadcasts.move(desk.work, planned.id, [State.PLANNED], State.FREEZING)
    if one is None:
        return
    await _repeat(desk, one)
    one = await broadcast_bar.open_bar(desk, one)
    await broadcasts.note(desk.work, one)
    if one.posted:
        await broadcast_posts.post(desk, one)
    due.put_back(desk.work, what, now)


async def _repeat(desk: Desk, one: Broadcast) -> None:
    """The next time is a broadcast of its own, which can be canceled like any other."""
    zone, planned = desk.house.words.zone, one.planned_at or desk.work.now
    if one.repeats is Repeats.ONCE:
        return
    later = weeks_later if one.repeats is Repeats.WEEKLY else months_later
    times = 1
    while (at := later(planned, times, zone)) <= desk.work.now:
        times += 1
    number = await broadcasts.copy(desk.work, one, one.name, one.made_by, at)
    await broadcasts.follow(desk.work, number, one, at)
    plan(desk, number, at)


# Writing down who gets it.


async def _freeze(desk: Desk, what: Due, number: BroadcastId) -> None:
    work = desk.work
    one = await broadcasts.lock(work, number, State.FREEZING)
    if one is None:
        return
    last = await segments.window_end(work, one.frozen_to, WINDOW)
    if last is None:
        moved = await broadcasts.move(work, number, [State.FREEZING], State.SENDING)
        await broadcasts.note(work, await broadcast_bar.refresh(desk, moved or one, now=True))
        due.put_back(work, what, work.now)
        return
    span = (one.frozen_to, last)
    chosen = await segments.between(work, one.segment, one.topic, _today(desk), span)
    recipients.freeze(work, number, chosen)
    await broadcasts.note(work, await broadcast_bar.refresh(desk, replace(one, frozen_to=last)))
    due.put_back(work, what, work.now)


def _today(desk: Desk) -> int:
    return day_of(desk.work.now, desk.house.words.zone).toordinal()


# Keeping a few letters just ahead of the sender.


async def _feed(desk: Desk, what: Due, number: BroadcastId) -> None:
    work = desk.work
    one = await broadcasts.lock(work, number, State.SENDING)
    if one is None:
        return
    await _tidy(desk, number)
    results, errors = await recipients.newest_results(work, one)
    if too_many_errors(results, errors, desk.house.broadcasts.error_share):
        await halt(desk, one, errors, results)
        return
    one = replace(one, ahead=max(one.ahead, LEAST_AHEAD))
    waiting = await recipients.under_way(work, number)
    found: list[PersonId] = []
    quiet_until = desk.house.calm.quiet.over_at(work.now, desk.house.words.zone)
    if quiet_until == work.now and waiting < one.ahead:
        found = await recipients.next_waiting(work, number, min(CHUNK, one.ahead - waiting))
        await _hand_over(desk, one, found)
    full = len(found) == CHUNK
    # What the step before this one has just handed over says nothing of how fast it goes.
    if quiet_until == work.now and (waiting < CHUNK or not found):
        one = replace(one, ahead=ahead(one.ahead, waiting))
    if not found and not waiting and await _at_end(desk, what, one, quiet_until):
        return
    await broadcasts.note(work, await broadcast_bar.refresh(desk, one))
    if found or waiting:
        due.put_back(work, what, work.now if full else work.now + SECOND)


async def _at_end(desk: Desk, what: Due, one: Broadcast, quiet_until: int) -> bool:
    """Nothing can leave now. True when that was all."""
    again = await recipients.soonest(desk.work, one.id)
    if again is not None:
        due.put_back(desk.work, what, max(again, quiet_until, desk.work.now + SECOND))
        return False
    done = await broadcasts.move(desk.work, one.id, [State.SENDING], State.DONE)
    if done is not None:
        await broadcast_bar.finish(desk, done)
    return True


async def _tidy(desk: Desk, number: BroadcastId) -> None:
    """Letters that ended without a word to us, for example at a kill."""
    for row in await recipients.stragglers(desk.work, number):
        state, reason = row["state"] or "failed", row["reason"] or ""
        fate = broadcasting.fate_of(state, unreachable=reason == "unreachable")
        fate = Fate.SENT if state == "sent" else fate
        recipients.end(desk.work, (number, PersonId(row["person_id"])), fate, reason)


async def halt(desk: Desk, one: Broadcast, errors: int, results: int) -> None:
    """Too much goes wrong: a person looks before it goes on."""
    await broadcasting.recall(desk, one.id)
    paused = await broadcasts.move(desk.work, one.id, [State.SENDING], State.PAUSED)
    if paused is None:
        return
    why = f"{errors}/{results}"
    await broadcasts.halt(desk.work, one.id, why)
    paused = replace(paused, halt=why)
    await broadcasts.note(desk.work, await broadcast_bar.refresh(desk, paused, now=True))


async def _hand_over(desk: Desk, one: Broadcast, found: Sequence[PersonId]) -> None:
    """Those who are still to get it, and may be written to at this moment."""
    work = desk.work
    if not found:
        return
    still = await segments.still(work, one.segment, one.topic, found)
    refused = await recipients.refused(work, found, one.topic)
    versions = await broadcasts.versions(work, one.id)
    ready: dict[str, Outgoing | None] = {}
    for person_id in found:
        if person_id in refused:
            recipients.end(work, (one.id, person_id), Fate.OPTED_OUT, before=Fate.WAITING)
        elif person_id not in still:
            await _not_now(desk, one, person_id)
        else:
            await _send(desk, one, person_id, versions, ready)


async def _not_now(desk: Desk, one: Broadcast, person_id: PersonId) -> None:
    """They are no longer among those who were chosen. Whoever only writes to us just now waits."""
    standing = await contact.standing(desk.work, person_id)
    now = desk.work.now
    if standing is not None and now - standing.seen_at < PRESENT and _patient(desk, one):
        await recipients.put_off(desk.work, one.id, person_id, standing.seen_at + PRESENT)
        return
    reach = await people.reach(desk.work, person_id)
    gone = reach is None or reach.lost
    fate = Fate.UNREACHABLE if gone else Fate.SKIPPED
    recipients.end(desk.work, (one.id, person_id), fate, "not any more", before=Fate.WAITING)


def _patient(desk: Desk, one: Broadcast) -> bool:
    return desk.work.now - (one.begun_at or 0) < PATIENCE


async def _send(
    desk: Desk, one: Broadcast, person_id: PersonId, versions: Versions,
    ready: dict[str, Outgoing | None],
) -> None:  # fmt: skip
    work, reach = desk.work, await people.reach(desk.work, person_id)
    at = await _leaves_at(desk, reach, person_id)
    if reach is None or at is None or (at > work.now and not _patient(desk, one)):
        recipients.end(work, (one.id, person_id), Fate.SKIPPED, "safe contact", before=Fate.WAITING)
        return
    if at > work.now:
        await recipients.put_off(work, one.id, person_id, at)
        return
    if reach.language not in ready:
        me = desk.speaker(reach.language)
        ready[reach.language] = broadcasting.composed(me, one, versions)
    message, platform = ready[reach.language], reach.account.platform.value
    if message is not None and await recipients.hand_over(
        work, one, person_id, platform, reach.language
    ):
        about = About(broadcast=one.id)
        if not await desk.entrust(reach, COPY, [message], about):
            recipients.end(work, (one.id, person_id), Fate.SKIPPED, "safe contact")


async def _leaves_at(desk: Desk, reach: Reach | None, person_id: PersonId) -> int | None:
    """When a copy may leave for them. None: not at all. A line that says nothing is not worth
    the question of whoever sees it: those who want neutral words get no broadcasts."""
    standing = await contact.standing(desk.work, person_id)
    if standing is None or reach is None or reach.lost:
        return None
    if standing.staff:
        return desk.work.now
    if is_veiled(standing.rules, COPY, desk.work.now, standing.seen_at):
        return None
    return await gate.would_pass_at(desk.work, desk.house, person_id, standing, COPY)
