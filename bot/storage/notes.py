"""Internal words about a case: their own table and their own verb, so that none reaches a
family."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, NoteId, PersonId
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Note:
    author_id: PersonId
    body: str
    at: int


async def add(work: Work, case_id: CaseId, author: PersonId, text: str) -> None:
    number = NoteId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO notes (id, case_id, author_id, body, at) VALUES (?, ?, ?, ?, ?)",
        number, case_id, author, work.seal(text, "notes.body", number), work.now,
    )  # fmt: skip


async def of_case(work: Work, case_id: CaseId) -> list[Note]:
    """Oldest first."""
    rows = await work.tx.fetch(
        "SELECT id, author_id, body, at FROM notes WHERE case_id = ? ORDER BY id", case_id
    )
    return [
        Note(PersonId(row["author_id"]), work.open(row["body"], "notes.body", row["id"]), row["at"])
        for row in rows
    ]


async def count(work: Work, case_id: CaseId) -> int:
    row = await work.tx.row("SELECT count(*) AS n FROM notes WHERE case_id = ?", case_id)
    return int(row["n"]) if row else 0
