"""Duty: what colleagues can do, their weekly shifts and the on-call rota, and who is there now."""

from dataclasses import dataclass

from bot.domain.duty import Profile, Shift, clash
from bot.domain.ids import PersonId
from bot.storage.eligibility import IS_CASEWORKER, IS_THERE, minutes
from bot.storage.work import Work

WORK, ON_CALL = "work", "on_call"
"""Kinds of shifts."""
KINDS = (WORK, ON_CALL)
SKILLS = ("language", "topic", "region")
_THERE = "SELECT me.person_id FROM staff me WHERE " + IS_CASEWORKER + " AND " + IS_THERE


async def on_duty(work: Work, person_id: PersonId) -> bool:
    """Whether this colleague takes cases now: not away, and in a shift where there are any."""
    row = await work.tx.row(_THERE + " AND me.person_id = ?", *minutes(work), person_id)
    return row is not None


async def everybody_on_duty(work: Work) -> list[PersonId]:
    """All who take cases now, the longest in service first."""
    rows = await work.tx.fetch(_THERE + " ORDER BY me.since, me.person_id", *minutes(work))
    return [PersonId(row["person_id"]) for row in rows]


# Profiles.


async def profile(work: Work, person_id: PersonId) -> Profile:
    """What is known of a colleague; an empty profile for everybody else."""
    row = await work.tx.row(
        "SELECT gender, licensed, capacity, available FROM staff WHERE person_id = ?", person_id
    )
    if row is None:
        return Profile()
    found: dict[str, set[str]] = {kind: set() for kind in SKILLS}
    for skill in await work.tx.fetch(
        "SELECT kind, value FROM skills WHERE person_id = ?", person_id
    ):
        found[skill["kind"]].add(skill["value"])
    return Profile(
        frozenset(found["language"]),
        frozenset(found["topic"]),
        frozenset(found["region"]),
        row["gender"],
        bool(row["licensed"]),
        row["capacity"],
        bool(row["available"]),
    )


async def switch_skill(work: Work, person_id: PersonId, kind: str, value: str) -> None:
    """Adds a language, topic or province, or takes it away."""
    if not await work.tx.changed(
        "DELETE FROM skills WHERE person_id = ? AND kind = ? AND value = ? RETURNING value",
        person_id, kind, value,
    ):  # fmt: skip
        await work.tx.execute(
            "INSERT INTO skills (person_id, kind, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            person_id, kind, value,
        )  # fmt: skip


async def set_profile(
    work: Work, person_id: PersonId, *, gender: str, licensed: bool, capacity: int | None
) -> None:
    """The plain parts of a profile."""
    await work.tx.execute(
        "UPDATE staff SET gender = ?, licensed = ?, capacity = ?"
        " WHERE person_id = ? AND ended_at IS NULL",
        gender, int(licensed), capacity, person_id,
    )  # fmt: skip


async def set_available(work: Work, person_id: PersonId, *, available: bool) -> bool:
    """Here or away; whoever is away is not on call either. True when it was otherwise before."""
    return await work.tx.changed(
        "UPDATE staff SET available = ?, on_call = CASE WHEN ? = 1 THEN on_call ELSE 0 END"
        " WHERE person_id = ? AND ended_at IS NULL AND available <> ? RETURNING person_id",
        int(available), int(available), person_id, int(available),
    )  # fmt: skip


async def held(work: Work, person_id: PersonId) -> int:
    """How many cases a colleague has now."""
    row = await work.tx.row(
        "SELECT count(*) AS n FROM cases WHERE counselor_id = ? AND status = 'claimed'", person_id
    )
    return int(row["n"]) if row else 0


# Shifts.


@dataclass(frozen=True, slots=True)
class Turn:
    """A shift of a colleague. `kind`: `WORK`, or `ON_CALL` for the rota."""

    person_id: PersonId
    kind: str
    shift: Shift


async def shifts_of(work: Work, person_id: PersonId, kind: str) -> list[Shift]:
    """The shifts of a colleague, in the order of the week."""
    rows = await work.tx.fetch(
        "SELECT begins, ends FROM shifts WHERE person_id = ? AND kind = ? ORDER BY begins, ends",
        person_id, kind,
    )  # fmt: skip
    return [Shift(row["begins"], row["ends"]) for row in rows]


async def all_shifts(work: Work, kind: str) -> list[Turn]:
    """The week of all who have a role now."""
    rows = await work.tx.fetch(
        "SELECT t.person_id, t.begins, t.ends FROM shifts t JOIN staff s"
        " ON s.person_id = t.person_id WHERE t.kind = ? AND s.ended_at IS NULL"
        " ORDER BY t.begins, t.ends, t.person_id",
        kind,
    )
    return [Turn(PersonId(r["person_id"]), kind, Shift(r["begins"], r["ends"])) for r in rows]


async def add_shift(work: Work, person_id: PersonId, kind: str, shift: Shift) -> bool:
    """False when it clashes with another shift of the same kind, or the role has ended."""
    # The row of the colleague is held, so that two who plan at once see each other.
    if not await work.tx.changed(
        "UPDATE staff SET since = since WHERE person_id = ? AND ended_at IS NULL RETURNING since",
        person_id,
    ):
        return False
    if any(clash(shift, other) for other in await shifts_of(work, person_id, kind)):
        return False
    await work.tx.execute(
        "INSERT INTO shifts (id, person_id, kind, begins, ends) VALUES (?, ?, ?, ?, ?)",
        work.ids.next(), person_id, kind, shift.begins, shift.ends,
    )  # fmt: skip
    return True


async def remove_shift(work: Work, person_id: PersonId, kind: str, shift: Shift) -> bool:
    """True when there was such a shift."""
    return await work.tx.changed(
        "DELETE FROM shifts WHERE person_id = ? AND kind = ? AND begins = ? AND ends = ?"
        " RETURNING id",
        person_id, kind, shift.begins, shift.ends,
    )  # fmt: skip
