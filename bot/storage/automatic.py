"""How many messages a clock has started for a person on one day."""

from bot.domain.ids import PersonId
from bot.storage.work import Work

_ANY = 2**31 - 1


async def count(work: Work, person_id: PersonId, day: int, most: int | None) -> bool:
    """One more on this day (its ordinal). False where there were `most` already: then it does
    not count. Without `most` it always does."""
    return await work.tx.changed(
        "INSERT INTO automatic_days (person_id, day, messages) VALUES (?, ?, 1)"
        " ON CONFLICT (person_id) DO UPDATE SET day = excluded.day, messages ="
        " CASE WHEN automatic_days.day = excluded.day THEN automatic_days.messages + 1 ELSE 1 END"
        " WHERE automatic_days.day <> excluded.day OR automatic_days.messages < ?"
        " RETURNING messages",
        person_id, day, _ANY if most is None else most,
    )  # fmt: skip


def uncount(work: Work, person_id: PersonId, day: int) -> None:
    """One of this day was taken back before it left: as if it had never been counted."""
    work.tx.later(
        "UPDATE automatic_days SET messages = messages - 1 WHERE person_id = ? AND day = ?",
        person_id, day,
    )  # fmt: skip
    work.tx.later("DELETE FROM automatic_days WHERE person_id = ? AND messages <= 0", person_id)


async def counted(work: Work, person_id: PersonId, day: int) -> int:
    """How many there were on this day."""
    row = await work.tx.row(
        "SELECT messages FROM automatic_days WHERE person_id = ? AND day = ?", person_id, day
    )
    return int(row["messages"]) if row else 0
