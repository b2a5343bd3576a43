"""The household of a case: one row a person, without names."""

from collections.abc import Sequence

from bot.domain.household import Kind, Member
from bot.domain.ids import CaseId
from bot.storage.work import Work


async def put(work: Work, case_id: CaseId, members: Sequence[Member]) -> None:
    """The household as it was told last; what stood there before is replaced."""
    await work.tx.execute("DELETE FROM household WHERE case_id = ?", case_id)
    for member in members:
        work.tx.later(
            "INSERT INTO household (id, case_id, kind, age, concerned) VALUES (?, ?, ?, ?, ?)",
            work.ids.next(), case_id, member.kind.value, member.age, int(member.concerned),
        )  # fmt: skip


async def of_case(work: Work, case_id: CaseId) -> list[Member]:
    rows = await work.tx.fetch(
        "SELECT kind, age, concerned FROM household WHERE case_id = ? ORDER BY id", case_id
    )
    return [Member(Kind(row["kind"]), row["age"], bool(row["concerned"])) for row in rows]
