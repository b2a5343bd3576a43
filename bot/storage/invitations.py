"""One-time invitations into a role."""

from dataclasses import dataclass

from bot.domain.ids import PartnerId, PersonId
from bot.domain.people import Role
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Invitation:
    """`partner`: the institution that somebody with the role `partner` will answer for."""

    role: Role
    alias: str
    on_call: bool
    partner: PartnerId | None = None


async def invite(
    work: Work, token: str, offer: Invitation, by: PersonId | None, expires_at: int
) -> None:
    number = work.ids.next()
    await work.tx.execute(
        "INSERT INTO invites (id, token_key, role, on_call, alias, created_by, created_at,"
        " expires_at, partner_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number, work.sealer.index("invite:" + token), offer.role.value, int(offer.on_call),
        work.seal(offer.alias, "invites.alias", number), by, work.now, expires_at,
        offer.partner,
    )  # fmt: skip


async def accept(work: Work, token: str, person_id: PersonId) -> Invitation | None:
    """Uses an invitation up; None when it is unknown, used or too old. One winner."""
    row = await work.tx.row(
        "UPDATE invites SET used_by = ?, used_at = ? WHERE token_key = ? AND used_at IS NULL"
        " AND expires_at > ? RETURNING id, role, on_call, alias, partner_id",
        person_id, work.now, work.sealer.index("invite:" + token), work.now,
    )  # fmt: skip
    if row is None:
        return None
    alias = work.open(row["alias"], "invites.alias", row["id"])
    partner = PartnerId(row["partner_id"]) if row["partner_id"] is not None else None
    return Invitation(Role(row["role"]), alias, bool(row["on_call"]), partner)
