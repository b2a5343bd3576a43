"""Appointments: proposed, agreed, moved, ended. Who comes second is told so by the row count."""

from enum import Enum

from bot.domain.appointment import Appointment, State, Step, Way, quarter, steps
from bot.domain.ids import AppointmentId, CaseId, PersonId
from bot.storage import due
from bot.storage.database import Row
from bot.storage.work import Work

_COLUMNS = "id, case_id, state, offered, way, place, starts_at, counselor_id"
_LIVE = "state IN ('open', 'confirmed')"


class Picked(Enum):
    """What became of a family's choice. TAKEN: its counselor has something else then."""

    WON = "won"
    TAKEN = "taken"
    OVER = "over"


async def _from_row(work: Work, row: Row) -> Appointment:
    number = AppointmentId(row["id"])
    times = await work.tx.fetch(
        "SELECT starts_at FROM appointment_times WHERE appointment_id = ? ORDER BY starts_at",
        number,
    )
    return Appointment(
        number,
        CaseId(row["case_id"]),
        State(row["state"]),
        bool(row["offered"]),
        Way(row["way"]),
        work.open(row["place"], "appointments.place", number),
        row["starts_at"],
        PersonId(row["counselor_id"]),
        tuple(each["starts_at"] for each in times),
    )


async def get(work: Work, number: AppointmentId) -> Appointment | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM appointments WHERE id = ?", number)
    return await _from_row(work, row) if row else None


async def live_of(work: Work, case_id: CaseId) -> Appointment | None:
    """The one appointment of a case that is being looked for, or agreed."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM appointments WHERE case_id = ? AND " + _LIVE, case_id
    )
    return await _from_row(work, row) if row else None


# Proposing.


async def draft(
    work: Work, case_id: CaseId, who: PersonId, way: Way, place: str = ""
) -> Appointment | None:
    """A proposal that begins, or begins anew. None where a time is agreed already."""
    number = AppointmentId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO appointments (id, case_id, state, way, counselor_id, created_at)"
        " VALUES (?, ?, 'open', ?, ?, ?) ON CONFLICT DO NOTHING",
        number, case_id, way.value, who, work.now,
    )  # fmt: skip
    live = await live_of(work, case_id)
    if live is None or live.state is not State.OPEN:
        return None
    sealed = work.seal(place, "appointments.place", live.id) if place else None
    await work.tx.execute(
        "UPDATE appointments SET way = ?, place = ?, offered = 0, counselor_id = ? WHERE id = ?",
        way.value, sealed, who, live.id,
    )  # fmt: skip
    await fresh_times(work, live.id)
    return await get(work, live.id)


async def fresh_times(work: Work, number: AppointmentId) -> None:
    """Times are chosen anew; those that the family may have seen do not count any more."""
    await work.tx.execute("UPDATE appointments SET offered = 0 WHERE id = ?", number)
    await work.tx.execute("DELETE FROM appointment_times WHERE appointment_id = ?", number)


async def add_time(work: Work, number: AppointmentId, at: int) -> bool:
    """One more time of a proposal that has not gone out."""
    return await work.tx.changed(
        "INSERT INTO appointment_times (appointment_id, starts_at) SELECT id, ? FROM appointments"
        " WHERE id = ? AND offered = 0 AND " + _LIVE + " ON CONFLICT DO NOTHING"
        " RETURNING appointment_id",
        at, number,
    )  # fmt: skip


async def drop_time(work: Work, number: AppointmentId, at: int) -> None:
    await work.tx.execute(
        "DELETE FROM appointment_times WHERE appointment_id = ? AND starts_at = ?", number, at
    )


async def offer(work: Work, number: AppointmentId) -> bool:
    """The proposal goes to the family. True once."""
    return await work.tx.changed(
        "UPDATE appointments SET offered = 1 WHERE id = ? AND offered = 0 AND "
        + _LIVE
        + " AND EXISTS (SELECT 1 FROM appointment_times t WHERE t.appointment_id = appointments.id)"
        " RETURNING id",
        number,
    )


# Agreeing.


async def pick(work: Work, number: AppointmentId, at: int, counselor: PersonId) -> Picked:
    """The family chose one of the times: exactly one appointment of a counselor gets a quarter.

    The key of the slot is the guard: of two at once the second waits for the first, and loses.
    """
    before = await get(work, number)
    if before is None or not before.offered or at not in before.times:
        return Picked.OVER
    if not await _book(work, number, counselor, at):
        return Picked.TAKEN
    won = await work.tx.changed(
        "UPDATE appointments SET state = 'confirmed', offered = 0, starts_at = ?, counselor_id = ?"
        " WHERE id = ? AND offered = 1 AND " + _LIVE + " RETURNING id",
        at, counselor, number,
    )  # fmt: skip
    # What stands now may be what another press has agreed on in this very moment.
    stands = await get(work, number)
    held = stands.starts_at if stands and stands.state is State.CONFIRMED else None
    kept = (stands.counselor_id, quarter(held)) if stands and held is not None else None
    await _release(work, number, kept)
    if not won:
        return Picked.OVER
    await work.tx.execute("DELETE FROM appointment_times WHERE appointment_id = ?", number)
    await _plan(work, number, at)
    return Picked.WON


async def _book(work: Work, number: AppointmentId, counselor: PersonId, at: int) -> bool:
    """Whether the quarter is this appointment's now, or was before."""
    if await work.tx.changed(
        "INSERT INTO appointment_slots (counselor_id, quarter, appointment_id) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING appointment_id",
        counselor, quarter(at), number,
    ):  # fmt: skip
        return True
    row = await work.tx.row(
        "SELECT appointment_id FROM appointment_slots WHERE counselor_id = ? AND quarter = ?",
        counselor, quarter(at),
    )  # fmt: skip
    return row is not None and row["appointment_id"] == number


async def _release(
    work: Work, number: AppointmentId, kept: tuple[PersonId, int] | None = None
) -> None:
    """Gives back every quarter of an appointment but one."""
    counselor, held = kept or (0, 0)
    await work.tx.execute(
        "DELETE FROM appointment_slots WHERE appointment_id = ?"
        " AND NOT (counselor_id = ? AND quarter = ?)",
        number, counselor, held,
    )  # fmt: skip


async def _plan(work: Work, number: AppointmentId, starts_at: int) -> None:
    """What waits moves with the appointment; what happened stays; what is past is left out."""
    for step, at in steps(starts_at, work.now).items():
        key = f"{step}:{number}"
        if at is not None and await due.replan(work, key, at):
            continue
        await due.cancel(work, step, number)
        if at is not None:
            due.plan(work, step, number, at, key)
            # Where the first occurrence is over, the moved appointment has one of its own.
            if await work.tx.row("SELECT 1 FROM due WHERE key = ? AND state <> 'waiting'", key):
                due.plan(work, step, number, at, f"{key}:{starts_at}")


async def decline(work: Work, number: AppointmentId) -> bool:
    """None of the times fits. What is agreed stays agreed."""
    return await work.tx.changed(
        "UPDATE appointments SET offered = 0,"
        " ended_at = CASE WHEN state = 'open' THEN ? ELSE ended_at END,"
        " state = CASE WHEN state = 'open' THEN 'declined' ELSE state END"
        " WHERE id = ? AND offered = 1 AND " + _LIVE + " RETURNING id",
        work.now, number,
    )  # fmt: skip


async def end(work: Work, number: AppointmentId, state: State) -> bool:
    """It is over, in this way. True once; nothing reminds of it any more."""
    ended = await work.tx.changed(
        "UPDATE appointments SET state = ?, offered = 0, ended_at = ? WHERE id = ? AND "
        + _LIVE
        + " RETURNING id",
        state.value, work.now, number,
    )  # fmt: skip
    if ended:
        await _release(work, number)
        for step in Step:
            await due.cancel(work, step, number)
    return ended


# Whose they are.


async def coming(work: Work, since: int, until: int, who: PersonId | None) -> list[Appointment]:
    """Agreed ones between two moments, of the open cases of one colleague, or of all."""
    rows = await work.tx.fetch(
        "SELECT a.id, a.case_id, a.state, a.offered, a.way, a.place, a.starts_at, a.counselor_id"
        " FROM appointments a JOIN cases c ON c.id = a.case_id"
        " WHERE a.state = 'confirmed' AND a.starts_at >= ? AND a.starts_at < ?"
        " AND c.status <> 'closed' AND (CAST(? AS BIGINT) IS NULL OR c.counselor_id = ?)"
        " ORDER BY a.starts_at, a.id LIMIT 60",
        since, until, who, who,
    )  # fmt: skip
    return [await _from_row(work, row) for row in rows]


async def follow(work: Work, appointment: Appointment, counselor: PersonId) -> bool:
    """The case has another counselor, who knows of it from now on. True once."""
    moved = await work.tx.changed(
        "UPDATE appointments SET counselor_id = ? WHERE id = ? AND counselor_id <> ? AND "
        + _LIVE
        + " RETURNING id",
        counselor, appointment.id, counselor,
    )  # fmt: skip
    if moved and appointment.starts_at is not None:
        # Where the new counselor has something else then, both learn of it from the list.
        booked = await _book(work, appointment.id, counselor, appointment.starts_at)
        kept = (counselor, quarter(appointment.starts_at)) if booked else None
        await _release(work, appointment.id, kept)
    return moved


async def astray(work: Work) -> list[Appointment]:
    """Those whose case is closed, or has a counselor who does not know of them."""
    rows = await work.tx.fetch(
        "SELECT a.id, a.case_id, a.state, a.offered, a.way, a.place, a.starts_at, a.counselor_id"
        " FROM appointments a JOIN cases c ON c.id = a.case_id"
        " WHERE a.state IN ('open', 'confirmed')"
        " AND (c.status = 'closed' OR c.counselor_id <> a.counselor_id) ORDER BY a.id LIMIT 100"
    )
    return [await _from_row(work, row) for row in rows]
