"""Who takes which series, how far they are, what they got, and what they made of it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import PersonId, RunId
from bot.storage.database import Row
from bot.storage.work import Work


class State(StrEnum):
    """`asked`: they have not said yes, or not named the day. `paused`: it waits for the end of a
    case."""

    ASKED = "asked"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Run:
    """One person on their way through one series. `part`: the one that comes next, from 1 on;
    `anchor`: the ordinal of the day that its days are counted from."""

    id: RunId
    person_id: PersonId
    series: str
    state: State
    part: int
    anchor: int | None
    set_by: PersonId | None
    begun_at: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that somebody keeps."""

    run: RunId
    series: str
    part: int


_COLUMNS = "id, person_id, series, state, part, anchor, set_by, begun_at"
_LIVE = "state IN ('running', 'paused')"


def _run(row: Row) -> Run:
    set_by = row["set_by"]
    return Run(
        RunId(row["id"]), PersonId(row["person_id"]), row["series"], State(row["state"]),
        row["part"], row["anchor"], PersonId(set_by) if set_by is not None else None,
        row["begun_at"],
    )  # fmt: skip


async def ask(
    work: Work, person_id: PersonId, series: str, set_by: PersonId | None = None
) -> Run | None:
    """Somebody is asked whether they want it, or for the day. None where they take it already."""
    row = await work.tx.row(
        "INSERT INTO series_runs (id, person_id, series, state, set_by, begun_at)"
        " VALUES (?, ?, ?, 'asked', ?, ?) ON CONFLICT (person_id, series)"
        " WHERE state IN ('asked', 'running', 'paused') DO UPDATE SET set_by = excluded.set_by"
        " WHERE series_runs.state = 'asked' RETURNING " + _COLUMNS,
        RunId(work.ids.next()), person_id, series, set_by, work.now,
    )  # fmt: skip
    work.tx.touched = True
    return _run(row) if row else None


async def begin(
    work: Work, run_id: RunId, person_id: PersonId, *, anchor: int | None = None, part: int = 1
) -> Run | None:
    """They want it. None for whoever was not asked."""
    row = await work.tx.row(
        "UPDATE series_runs SET state = 'running', anchor = ?, part = ?, begun_at = ?"
        " WHERE id = ? AND person_id = ? AND state = 'asked' RETURNING " + _COLUMNS,
        anchor, part, work.now, run_id, person_id,
    )  # fmt: skip
    work.tx.touched = True
    return _run(row) if row else None


async def get(work: Work, run_id: RunId) -> Run | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM series_runs WHERE id = ?", run_id)
    return _run(row) if row else None


async def live_of(work: Work, person_id: PersonId) -> list[Run]:
    """What this person takes now, the oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM series_runs WHERE person_id = ?"
        " AND state IN ('running', 'paused') ORDER BY id",
        person_id,
    )
    return [_run(row) for row in rows]


async def pause(work: Work, run_id: RunId) -> None:
    """It waits for the end of a case; the next part that is sent ends the pause."""
    await work.tx.execute(
        "UPDATE series_runs SET state = 'paused' WHERE id = ? AND state = 'running'", run_id
    )


async def stop(work: Work, run_id: RunId) -> bool:
    """True for the one who stops it."""
    return await work.tx.changed(
        "UPDATE series_runs SET state = 'stopped', ended_at = ?"
        " WHERE id = ? AND state IN ('asked', 'running', 'paused') RETURNING id",
        work.now, run_id,
    )  # fmt: skip


async def pass_over(work: Work, run: Run, *, last: bool) -> bool:
    """Goes on to the part behind this one. False where the run is not there any more."""
    return await work.tx.changed(
        "UPDATE series_runs SET part = part + 1, state = ?, ended_at = CAST(? AS BIGINT)"
        " WHERE id = ? AND part = ? AND " + _LIVE + " RETURNING id",
        "done" if last else "running", work.now if last else None, run.id, run.part,
    )  # fmt: skip


async def send(work: Work, run: Run, *, last: bool) -> bool:
    """The next part goes out, and the run goes on. True for exactly one of many who try."""
    if not await pass_over(work, run, last=last):
        return False
    return await work.tx.changed(
        "INSERT INTO series_sent (run_id, part, sent_at) VALUES (?, ?, ?)"
        " ON CONFLICT (run_id, part) DO UPDATE SET sent_at = excluded.sent_at, again = 0"
        " WHERE series_sent.again = 1 RETURNING part",
        run.id, run.part, work.now,
    )  # fmt: skip


async def again(work: Work, run_id: RunId, part: int) -> bool:
    """The part that came last comes once more. False for an earlier one, or a run that was
    stopped."""
    won = await work.tx.changed(
        "UPDATE series_runs SET part = ?, state = 'running', ended_at = NULL"
        " WHERE id = ? AND part = ? AND state IN ('running', 'paused', 'done') RETURNING id",
        part, run_id, part + 1,
    )  # fmt: skip
    if won:
        await work.tx.execute(
            "UPDATE series_sent SET again = 1 WHERE run_id = ? AND part = ?", run_id, part
        )
    return won


async def last_sent(work: Work, run_id: RunId) -> int | None:
    """When the newest part went out."""
    row = await work.tx.row("SELECT max(sent_at) AS at FROM series_sent WHERE run_id = ?", run_id)
    return row["at"] if row else None


async def was_sent(work: Work, run_id: RunId, part: int) -> bool:
    found = await work.tx.fetch(
        "SELECT 1 FROM series_sent WHERE run_id = ? AND part = ?", run_id, part
    )
    return bool(found)


async def rate(work: Work, run_id: RunId, part: int, *, useful: bool) -> bool:
    """Whether a part has helped. False where it was never sent."""
    return await work.tx.changed(
        "UPDATE series_sent SET useful = ? WHERE run_id = ? AND part = ? RETURNING part",
        int(useful), run_id, part,
    )  # fmt: skip


async def keep(work: Work, run_id: RunId, part: int, *, kept: bool) -> bool:
    """Keeps a part for later, or does not any more. False where nothing changed."""
    if kept:
        return await work.tx.changed(
            "UPDATE series_sent SET saved_at = ? WHERE run_id = ? AND part = ?"
            " AND saved_at IS NULL RETURNING part",
            work.now, run_id, part,
        )  # fmt: skip
    return await work.tx.changed(
        "UPDATE series_sent SET saved_at = NULL WHERE run_id = ? AND part = ?"
        " AND saved_at IS NOT NULL RETURNING part",
        run_id, part,
    )  # fmt: skip


async def kept_by(work: Work, person_id: PersonId, limit: int) -> list[Kept]:
    """What this person keeps, the newest first."""
    rows = await work.tx.fetch(
        "SELECT r.id, r.series, s.part FROM series_runs r JOIN series_sent s ON s.run_id = r.id"
        " WHERE r.person_id = ? AND s.saved_at IS NOT NULL ORDER BY s.saved_at DESC, s.part DESC"
        " LIMIT ?",
        person_id, limit,
    )  # fmt: skip
    return [Kept(RunId(row["id"]), row["series"], row["part"]) for row in rows]


async def in_conversation(work: Work, person_id: PersonId, since: int) -> bool:
    """Whether somebody is being asked something, and has answered since then."""
    found = await work.tx.fetch(
        "SELECT 1 FROM sessions WHERE person_id = ? AND updated_at > ?", person_id, since
    )
    return bool(found)
