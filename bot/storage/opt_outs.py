"""What somebody does not want to get any more, stream by stream: `series:TOPIC`, `courses`,
`broadcasts:TOPIC`. No stream knows of another."""

from collections.abc import Iterable

from bot.domain.ids import PersonId
from bot.storage.work import Work


async def refuse(work: Work, person_id: PersonId, stream: str) -> None:
    await work.tx.execute(
        "INSERT INTO opt_outs (person_id, stream, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        person_id, stream, work.now,
    )  # fmt: skip


async def allow(work: Work, person_id: PersonId, streams: Iterable[str]) -> None:
    """They want these again."""
    for stream in streams:
        await work.tx.execute(
            "DELETE FROM opt_outs WHERE person_id = ? AND stream = ?", person_id, stream
        )


async def of_person(work: Work, person_id: PersonId) -> frozenset[str]:
    """All that this person does not want."""
    rows = await work.tx.fetch("SELECT stream FROM opt_outs WHERE person_id = ?", person_id)
    return frozenset(row["stream"] for row in rows)
