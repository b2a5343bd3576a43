"""Words to those who answer for the service."""

from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.handlers.desk import Compose, Desk
from bot.storage import people


async def tell(desk: Desk, compose: Compose, *, but: PersonId | None = None) -> None:
    """To all supervisors, or the administrators where there is none. `but`: who knows already."""
    staff = await people.staff(desk.work)
    told = [m for m in staff if m.role is Role.SUPERVISOR]
    told = told or [m for m in staff if m.role is Role.ADMINISTRATOR]
    for member in told:
        if member.person_id != but:
            await desk.tell(member.person_id, "staff", compose)
