"""Certificates: one for each participant who passed, with a number that anybody can verify."""

from dataclasses import dataclass

from bot.domain.ids import CertificateId, ParticipantId
from bot.storage.database import Row
from bot.storage.work import Work

_COLUMNS = "id, participant_id, number, title, name, shown, issued_at"


@dataclass(frozen=True, slots=True)
class Issued:
    """`name`: empty where its owner was erased; `shown`: whoever verifies it may see the name."""

    participant_id: ParticipantId
    number: str
    title: str
    name: str
    shown: bool
    issued_at: int


def _issued(work: Work, row: Row) -> Issued:
    return Issued(
        ParticipantId(row["participant_id"]), row["number"], row["title"],
        work.open(row["name"], "certificates.name", row["id"]), bool(row["shown"]),
        row["issued_at"],
    )  # fmt: skip


async def issue(
    work: Work, participant: ParticipantId, number: str, title: str, name: str, *, shown: bool
) -> Issued:
    """The certificate of a participant: a new one, or the one that they have already."""
    row_id = CertificateId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO certificates (id, participant_id, number, title, name, shown, issued_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        row_id, participant, number, title, work.seal(name, "certificates.name", row_id),
        int(shown), work.now,
    )  # fmt: skip
    found = await of_participant(work, participant)
    if found is None:
        raise KeyError(number)  # another certificate has this number: once in 10^12
    return found


async def of_participant(work: Work, participant: ParticipantId) -> Issued | None:
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM certificates WHERE participant_id = ?", participant
    )
    return _issued(work, row) if row else None


async def of_number(work: Work, number: str) -> Issued | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM certificates WHERE number = ?", number)
    return _issued(work, row) if row else None
