"""One row for each person and broadcast: a copy waits, is on its way, or what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.broadcast import LOOKED_AT, Broadcast, Fate, Progress, Topic
from bot.domain.ids import BroadcastId, PersonId
from bot.domain.people import Platform
from bot.storage.database import Row
from bot.storage.segments import Chosen
from bot.storage.work import Work

Whose: TypeAlias = tuple[BroadcastId, PersonId]
"""A copy: of which broadcast, and for whom."""


# Writing them down.


def freeze(work: Work, number: BroadcastId, people: Sequence[Chosen]) -> None:
    """These are its recipients, once each."""
    for one in people:
        work.tx.later(
            "INSERT INTO recipients (broadcast_id, person_id, province, language)"
            " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            number, one.person_id, one.province, one.language,
        )  # fmt: skip


# On their way.


async def next_waiting(work: Work, number: BroadcastId, limit: int) -> list[PersonId]:
    """Those whose copy may leave now."""
    rows = await work.tx.fetch(
        "SELECT person_id FROM recipients WHERE broadcast_id = ? AND state = 'waiting'"
        " AND not_before <= ? ORDER BY person_id LIMIT ?",
        number, work.now, limit,
    )  # fmt: skip
    return [PersonId(row["person_id"]) for row in rows]


async def hand_over(
    work: Work, one: Broadcast, person_id: PersonId, platform: str, language: str
) -> bool:
    """A copy is on its way from now on. False where it went before, the person has refused, or
    the broadcast stands still: then nothing may be written to the outbox."""
    return await work.tx.changed(
        "UPDATE recipients SET state = 'taken', platform = ?, language = ?"
        " WHERE broadcast_id = ? AND person_id = ? AND state = 'waiting'"
        " AND EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = broadcast_id"
        " AND b.state = 'sending')"
        " AND NOT EXISTS (SELECT 1 FROM opt_outs o WHERE o.person_id = recipients.person_id"
        " AND o.stream = ?) RETURNING person_id",
        platform, language, one.id, person_id, one.topic.stream,
    )  # fmt: skip


def sent(
    work: Work, copy: Whose, platform: Platform, message_ids: Sequence[int],
    before: Fate = Fate.TAKEN,
) -> None:  # fmt: skip
    """A copy has arrived: in which messenger, as which messages."""
    work.tx.later(
        "UPDATE recipients SET state = 'sent', platform = ?, message_ids = ?, ended_at = ?"
        " WHERE broadcast_id = ? AND person_id = ? AND state = ?",
        platform.value, " ".join(map(str, message_ids)) or None, work.now, *copy, before.value,
    )  # fmt: skip


def end(work: Work, copy: Whose, fate: Fate, reason: str = "", before: Fate = Fate.TAKEN) -> None:
    """Why a copy that was on its way, or (`before`) was still to leave, did not arrive."""
    work.tx.later(
        "UPDATE recipients SET state = ?, reason = ?, ended_at = ?"
        " WHERE broadcast_id = ? AND person_id = ? AND state = ?",
        fate.value, reason[:100] or None, work.now, *copy, before.value,
    )  # fmt: skip


async def put_off(work: Work, number: BroadcastId, person_id: PersonId, until: int) -> None:
    """Their hour has not come."""
    await work.tx.execute(
        "UPDATE recipients SET state = 'waiting', not_before = ? WHERE broadcast_id = ?"
        " AND person_id = ? AND state IN ('waiting', 'taken')",
        until, number, person_id,
    )  # fmt: skip


async def recall(work: Work, number: BroadcastId) -> list[tuple[PersonId, int]]:
    """Takes back what waits just ahead of the sender: whose it was, and when it was written.
    What is under way stays so."""
    rows = await work.tx.fetch(
        "UPDATE outbox SET state = 'canceled', reason = 'recalled', ended_at = ?"
        " WHERE broadcast_id = ? AND kind = 'broadcast' AND state = 'waiting'"
        " RETURNING person_id, created_at",
        work.now, number,
    )  # fmt: skip
    work.tx.touched = True
    people = [(PersonId(row["person_id"]), int(row["created_at"])) for row in rows]
    for person_id, _ in people:
        work.tx.later(
            "UPDATE recipients SET state = 'waiting' WHERE broadcast_id = ? AND person_id = ?"
            " AND state = 'taken'",
            number, person_id,
        )  # fmt: skip
    return people


async def stragglers(work: Work, number: BroadcastId) -> list[Row]:
    """Copies on their way whose letter has ended without telling: at a kill, by an erasure, or
    because the reader cannot be reached any more."""
    rows = await work.tx.fetch(
        "SELECT r.person_id, o.state, o.reason FROM recipients r LEFT JOIN outbox o ON o.id ="
        " (SELECT max(l.id) FROM outbox l WHERE l.broadcast_id = r.broadcast_id"
        " AND l.person_id = r.person_id AND l.kind = 'broadcast')"
        " WHERE r.broadcast_id = ? AND r.state = 'taken'"
        " AND (o.id IS NULL OR o.state NOT IN ('waiting', 'sending')) LIMIT 500",
        number,
    )
    return list(rows)


# Refusing.


async def refuse(work: Work, person_id: PersonId, topic: Topic) -> None:
    """Nothing about this topic leaves for them any more, also of what waits for the sender."""
    stop = (
        "UPDATE recipients SET state = 'opted_out', ended_at = ? WHERE person_id = ? AND state = ?"
        " AND broadcast_id IN (SELECT id FROM broadcasts WHERE topic = ?"
        " AND state IN ('freezing', 'sending', 'paused'))"
    )
    await work.tx.execute(stop, work.now, person_id, Fate.WAITING.value, topic.value)
    # The lock on these rows orders us with whoever hands them over.
    taken = await work.tx.fetch(
        "UPDATE recipients SET reason = reason WHERE person_id = ? AND state = 'taken'"
        " AND broadcast_id IN (SELECT id FROM broadcasts WHERE topic = ?) RETURNING broadcast_id",
        person_id, topic.value,
    )  # fmt: skip
    for row in taken:
        canceled = await work.tx.changed(
            "UPDATE outbox SET state = 'canceled', reason = 'opted out', ended_at = ?"
            " WHERE broadcast_id = ? AND person_id = ? AND kind = 'broadcast'"
            " AND state = 'waiting' RETURNING id",
            work.now, row["broadcast_id"], person_id,
        )  # fmt: skip
        if canceled:
            end(work, (BroadcastId(row["broadcast_id"]), person_id), Fate.OPTED_OUT)


async def refused(work: Work, people: Sequence[PersonId], topic: Topic) -> frozenset[PersonId]:
    """Those of these people who do not want this topic."""
    rows = await work.tx.fetch("SELECT person_id FROM opt_outs WHERE stream = ?"
                               " AND person_id BETWEEN ? AND ?",
                               topic.stream, min(people), max(people))  # fmt: skip
    return frozenset(PersonId(row["person_id"]) for row in rows)


# How it stands.


async def progress(work: Work, number: BroadcastId) -> Progress:
    """Exactly, from the rows themselves."""
    rows = await work.tx.fetch(
        "SELECT state, CASE WHEN state = 'waiting' AND not_before > ? THEN 1 ELSE 0 END AS later,"
        " count(*) AS n FROM recipients WHERE broadcast_id = ? GROUP BY 1, 2",
        work.now, number,
    )  # fmt: skip
    fates: dict[Fate, int] = {}
    for row in rows:
        fate = Fate(row["state"])
        fates[fate] = fates.get(fate, 0) + int(row["n"])
    return Progress(fates, sum(int(row["n"]) for row in rows if row["later"]))


async def under_way(work: Work, number: BroadcastId) -> int:
    """Letters that wait for the sender."""
    row = await work.tx.row(
        "SELECT count(*) AS n FROM recipients WHERE broadcast_id = ? AND state = 'taken'", number
    )
    return int(row["n"]) if row else 0


async def soonest(work: Work, number: BroadcastId) -> int | None:
    """When the next copy may leave."""
    row = await work.tx.row(
        "SELECT min(not_before) AS at FROM recipients WHERE broadcast_id = ? AND state = 'waiting'",
        number,
    )
    return row["at"] if row else None


async def newest_results(work: Work, one: Broadcast) -> tuple[int, int]:
    """Of the newest results since it was begun or went on: how many, and how many were errors."""
    rows = await work.tx.fetch(
        "SELECT state, reason FROM recipients WHERE broadcast_id = ? AND ended_at >= ?"
        " AND state IN ('sent', 'unknown', 'unreachable', 'skipped')"
        " ORDER BY ended_at DESC LIMIT ?",
        one.id, one.resumed_at or 0, LOOKED_AT,
    )  # fmt: skip
    results = [r for r in rows if r["state"] != "skipped" or r["reason"] == REFUSED]
    errors = sum(r["state"] in ("unknown", "skipped") for r in results)
    return len(results), errors


REFUSED = "refused"
"""Why a copy was skipped that the messenger would not take."""


async def ended_since(work: Work, number: BroadcastId, since: int) -> int:
    row = await work.tx.row(
        "SELECT count(*) AS n FROM recipients WHERE broadcast_id = ? AND ended_at >= ?",
        number, since,
    )  # fmt: skip
    return int(row["n"]) if row else 0


@dataclass(frozen=True, slots=True)
class Group:
    """What came of the copies of one messenger in one province."""

    platform: str
    province: str
    fate: Fate
    people: int
    pressed: int
    begun: int


async def report(work: Work, number: BroadcastId) -> list[Group]:
    rows = await work.tx.fetch(
        "SELECT platform, province, state, count(*) AS n,"
        " sum(CASE WHEN presses > 0 THEN 1 ELSE 0 END) AS pressed,"
        " sum(CASE WHEN begun_at IS NOT NULL THEN 1 ELSE 0 END) AS begun"
        " FROM recipients WHERE broadcast_id = ? GROUP BY platform, province, state",
        number,
    )
    return [
        Group(r["platform"], r["province"], Fate(r["state"]), int(r["n"]), int(r["pressed"]),
              int(r["begun"]))
        for r in rows
    ]  # fmt: skip


# What readers do.


async def pressed(work: Work, number: BroadcastId, person_id: PersonId) -> bool:
    """One of its buttons. False where they are none of its recipients."""
    return await work.tx.changed(
        "UPDATE recipients SET presses = presses + 1 WHERE broadcast_id = ? AND person_id = ?"
        " RETURNING person_id",
        number, person_id,
    )  # fmt: skip


async def begun(work: Work, number: BroadcastId, person_id: PersonId) -> None:
    """A conversation has followed."""
    await work.tx.execute(
        "UPDATE recipients SET begun_at = ? WHERE broadcast_id = ? AND person_id = ?"
        " AND begun_at IS NULL",
        work.now, number, person_id,
    )  # fmt: skip


async def arrived(work: Work, number: BroadcastId, person_id: PersonId, platform: str) -> bool:
    """Somebody came by the link of a post. False where there is no such broadcast, or again."""
    return await work.tx.changed(
        "INSERT INTO arrivals (broadcast_id, person_id, platform, at)"
        " SELECT id, ?, ?, ? FROM broadcasts WHERE id = ? ON CONFLICT DO NOTHING"
        " RETURNING person_id",
        person_id, platform, work.now, number,
    )  # fmt: skip


async def arrivals(work: Work, number: BroadcastId) -> int:
    row = await work.tx.row("SELECT count(*) AS n FROM arrivals WHERE broadcast_id = ?", number)
    return int(row["n"]) if row else 0


async def erase(work: Work, person_id: PersonId) -> None:
    """Before a person is erased: the count of each broadcast stays, under a number that is
    nobody's."""
    rows = await work.tx.fetch("SELECT broadcast_id FROM recipients WHERE person_id = ?", person_id)
    for row in rows:
        await work.tx.execute(
            "UPDATE recipients SET person_id = ?, province = '', language = '', message_ids = NULL,"
            " state = CASE WHEN state IN ('waiting', 'taken') THEN 'skipped' ELSE state END"
            " WHERE broadcast_id = ? AND person_id = ?",
            work.ids.next(), row["broadcast_id"], person_id,
        )  # fmt: skip
    await work.tx.execute("DELETE FROM arrivals WHERE person_id = ?", person_id)
