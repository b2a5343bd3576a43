"""Who is there to answer now."""

from bot.domain.ids import PersonId
from bot.storage.work import Work


async def on_duty(work: Work, person_id: PersonId) -> bool:
    """Whether this person can be given something to do now."""
    row = await work.tx.row(
        "SELECT 1 AS active FROM staff WHERE person_id = ? AND ended_at IS NULL", person_id
    )
    return row is not None
