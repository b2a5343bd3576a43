"""Broadcasts as coordinators make them: drafts, their versions, and where they stand."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.broadcast import (
    Broadcast,
    Door,
    Leads,
    Mending,
    Repeats,
    State,
    Topic,
    Versions,
)
from bot.domain.ids import BroadcastId, OutboxId, PersonId
from bot.domain.outgoing import Outgoing
from bot.domain.outgoing_json import from_json, to_json
from bot.domain.segment import from_plain, to_plain
from bot.notation import read, written
from bot.storage.database import Row, marks
from bot.storage.work import Work

_COLUMNS = (
    "id, name, topic, state, segment, buttons, repeats, posted, planned_at, made_by, made_at,"
    " sent_by, approved_by, expected, begun_at, resumed_at, ended_at, frozen_to, ahead, halt,"
    " bar_row, bar_edit, bar_at, mending, mend, exchanged"
)


def _person(number: int | None) -> PersonId | None:
    return PersonId(number) if number is not None else None


def _broadcast(row: Row) -> Broadcast:
    doors = tuple(Door(Leads(leads), target, label) for leads, target, label
                  in json.loads(row["buttons"]))  # fmt: skip
    bar_row, bar_edit, mending = row["bar_row"], row["bar_edit"], row["mending"]
    return Broadcast(
        BroadcastId(row["id"]), row["name"], Topic(row["topic"]), State(row["state"]),
        from_plain(json.loads(row["segment"])), doors, Repeats(row["repeats"]),
        bool(row["posted"]), row["planned_at"], _person(row["made_by"]), row["made_at"],
        _person(row["sent_by"]), _person(row["approved_by"]), row["expected"], row["begun_at"],
        row["resumed_at"], row["ended_at"], row["frozen_to"], row["ahead"], row["halt"] or "",
        OutboxId(bar_row) if bar_row is not None else None,
        OutboxId(bar_edit) if bar_edit is not None else None, row["bar_at"],
        Mending(mending) if mending is not None else None, row["mend"],
        bool(row["exchanged"]),
    )  # fmt: skip


# Drafts.


async def draft(work: Work, name: str, topic: Topic, by: PersonId) -> BroadcastId:
    number = BroadcastId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO broadcasts (id, name, topic, made_by, made_at) VALUES (?, ?, ?, ?, ?)",
        number, name, topic.value, by, work.now,
    )  # fmt: skip
    return number


async def get(work: Work, number: BroadcastId) -> Broadcast | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM broadcasts WHERE id = ?", number)
    return _broadcast(row) if row else None


async def newest(work: Work, limit: int) -> list[Broadcast]:
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM broadcasts ORDER BY made_at DESC, id DESC LIMIT ?", limit
    )
    return [_broadcast(row) for row in rows]


async def ahead(work: Work, limit: int) -> list[Broadcast]:
    """Those that are on their way, or will be: the next first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM broadcasts WHERE state IN"
        " ('asked', 'planned', 'freezing', 'sending', 'paused') ORDER BY planned_at, id LIMIT ?",
        limit,
    )
    return [_broadcast(row) for row in rows]


async def copy(
    work: Work, one: Broadcast, name: str, by: PersonId | None, planned_at: int | None = None
) -> BroadcastId:
    """A draft with the same words, buttons and people."""
    number = BroadcastId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO broadcasts (id, name, topic, segment, buttons, repeats, posted, planned_at,"
        " made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number, name, one.topic.value, json.dumps(to_plain(one.segment)), _doors(one.doors),
        one.repeats.value if planned_at is not None else Repeats.ONCE.value, int(one.posted),
        planned_at, by, work.now,
    )  # fmt: skip
    for language, message in (await versions(work, one.id)).items():
        await write(work, number, language, message)
    return number


def _doors(doors: Sequence[Door]) -> str:
    return json.dumps([[d.leads.value, d.target, d.label] for d in doors], ensure_ascii=False)


async def change(work: Work, number: BroadcastId, **fields: Any) -> bool:
    """Changes a draft: `name`, `topic`, `segment`, `doors`, `repeats`, `posted`, `planned_at`;
    `doors` also where it stands still or is over. False where that is too late."""
    done = False
    for name, value in fields.items():
        column, text = _CHANGES[name]
        done = await work.tx.changed(text, column(value), number)
    return done


_CHANGES: Mapping[str, tuple[Any, str]] = {
    "name": (str, "UPDATE broadcasts SET name = ? WHERE id = ? AND state = 'draft' RETURNING id"),
    "topic": (str, "UPDATE broadcasts SET topic = ? WHERE id = ? AND state = 'draft' RETURNING id"),
    "segment": (
        lambda segment: json.dumps(to_plain(segment)),
        "UPDATE broadcasts SET segment = ? WHERE id = ? AND state = 'draft' RETURNING id",
    ),
    "doors": (
        _doors, "UPDATE broadcasts SET buttons = ? WHERE id = ?"
        " AND state IN ('draft', 'paused', 'canceled', 'done') RETURNING id",
    ),
    "repeats": (
        str, "UPDATE broadcasts SET repeats = ? WHERE id = ? AND state = 'draft' RETURNING id",
    ),
    "posted": (
        int, "UPDATE broadcasts SET posted = ? WHERE id = ? AND state = 'draft' RETURNING id",
    ),
    "planned_at": (
        lambda at: at,
        "UPDATE broadcasts SET planned_at = ? WHERE id = ? AND state = 'draft' RETURNING id",
    ),
}  # fmt: skip


async def discard(work: Work, number: BroadcastId) -> bool:
    """A draft goes, with its words."""
    await work.tx.execute(
        "DELETE FROM broadcast_versions WHERE broadcast_id = ? AND EXISTS (SELECT 1 FROM"
        " broadcasts b WHERE b.id = broadcast_id AND b.state = 'draft')",
        number,
    )
    return await work.tx.changed(
        "DELETE FROM broadcasts WHERE id = ? AND state = 'draft' RETURNING id", number
    )


# The words.


async def write(work: Work, number: BroadcastId, language: str, message: Outgoing) -> None:
    body = work.seal(written(to_json(message)), "broadcast_versions.body", f"{number}:{language}")
    await work.tx.execute(
        "INSERT INTO broadcast_versions (broadcast_id, language, body) VALUES (?, ?, ?)"
        " ON CONFLICT (broadcast_id, language) DO UPDATE SET body = excluded.body",
        number, language, body,
    )  # fmt: skip


async def versions(work: Work, number: BroadcastId) -> Versions:
    rows = await work.tx.fetch(
        "SELECT language, body FROM broadcast_versions WHERE broadcast_id = ? ORDER BY language",
        number,
    )
    return {
        row["language"]: from_json(
            read(work.open(row["body"], "broadcast_versions.body", f"{number}:{row['language']}"))
        )
        for row in rows
    }


async def exchange(work: Work, number: BroadcastId) -> None:
    """From now on a correction exchanges pictures and files, too."""
    await work.tx.execute("UPDATE broadcasts SET exchanged = 1 WHERE id = ?", number)


async def unwrite(work: Work, number: BroadcastId, language: str) -> None:
    await work.tx.execute(
        "DELETE FROM broadcast_versions WHERE broadcast_id = ? AND language = ?", number, language
    )


# Where it stands: each move happens once, for one of many who try.


async def move(
    work: Work, number: BroadcastId, before: Sequence[State], after: State
) -> Broadcast | None:
    """From one of these states into another. None where it is in none of them."""
    row = await work.tx.row(
        "UPDATE broadcasts SET state = ?, halt = NULL,"
        " ended_at = CASE WHEN ? IN ('canceled', 'done') THEN CAST(? AS BIGINT) ELSE ended_at END,"
        " begun_at = CASE WHEN ? = 'freezing' THEN CAST(? AS BIGINT) ELSE begun_at END,"
        " resumed_at = CASE WHEN ? = 'sending' THEN CAST(? AS BIGINT) ELSE resumed_at END"
        " WHERE id = ? AND state IN (" + marks(len(before)) + ") RETURNING " + _COLUMNS,
        after.value, after.value, work.now, after.value, work.now, after.value, work.now, number,
        *(state.value for state in before),
    )  # fmt: skip
    work.tx.touched = True
    return _broadcast(row) if row else None


async def send(
    work: Work, number: BroadcastId, by: PersonId, expected: int, after: State, at: int
) -> bool:
    """A draft is on its way: to a second person, or to its moment. True once."""
    return await work.tx.changed(
        "UPDATE broadcasts SET state = ?, sent_by = ?, expected = ?, planned_at = ?"
        " WHERE id = ? AND state = 'draft' RETURNING id",
        after.value, by, expected, at, number,
    )  # fmt: skip


async def approve(work: Work, number: BroadcastId, by: PersonId) -> bool:
    """A second person says yes. True once, and for nobody who made or sent it."""
    return await work.tx.changed(
        "UPDATE broadcasts SET state = 'planned', approved_by = ? WHERE id = ?"
        " AND state = 'asked' AND COALESCE(sent_by, 0) <> ? AND COALESCE(made_by, 0) <> ?"
        " RETURNING id",
        by, number, by, by,
    )  # fmt: skip


async def follow(work: Work, number: BroadcastId, one: Broadcast, at: int) -> None:
    """The next time of one that repeats: whoever said yes to the first has said yes to it."""
    await work.tx.execute(
        "UPDATE broadcasts SET state = 'planned', planned_at = ?, sent_by = ?, approved_by = ?"
        " WHERE id = ? AND state = 'draft'",
        at, one.sent_by, one.approved_by, number,
    )  # fmt: skip


async def lock(work: Work, number: BroadcastId, state: State) -> Broadcast | None:
    """The broadcast, while it is in this state, which nobody changes until we are done: whoever
    pauses or cancels it waits for us, and then sees what we wrote."""
    row = await work.tx.row(
        "UPDATE broadcasts SET halt = halt WHERE id = ? AND state = ? RETURNING " + _COLUMNS,
        number, state.value,
    )  # fmt: skip
    work.tx.touched = True
    return _broadcast(row) if row else None


async def halt(work: Work, number: BroadcastId, why: str) -> None:
    """Why it stands still."""
    await work.tx.execute("UPDATE broadcasts SET halt = ? WHERE id = ?", why, number)


async def note(work: Work, one: Broadcast) -> None:
    """How far it is: `frozen_to`, `ahead`, and the message with the bar."""
    await work.tx.execute(
        "UPDATE broadcasts SET frozen_to = ?, ahead = ?, bar_row = ?, bar_edit = ?, bar_at = ?"
        " WHERE id = ?",
        one.frozen_to, one.ahead, one.bar_row, one.bar_edit, one.bar_at, one.id,
    )  # fmt: skip


async def begin_mending(work: Work, number: BroadcastId, how: Mending) -> int | None:
    """What was sent is corrected or withdrawn from now on: which time it is. None where it was
    never sent, or is being sent."""
    row = await work.tx.row(
        "UPDATE broadcasts SET mending = ?, mend = mend + 1 WHERE id = ?"
        " AND state IN ('paused', 'canceled', 'done') RETURNING mend",
        how.value, number,
    )  # fmt: skip
    work.tx.touched = True
    return int(row["mend"]) if row else None


async def end_mending(work: Work, number: BroadcastId) -> None:
    await work.tx.execute("UPDATE broadcasts SET mending = NULL WHERE id = ?", number)
