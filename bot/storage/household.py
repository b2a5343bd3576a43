"""The household of a case: one row a person, without names."""

from collections.abc import Sequence

from bot.domain.household import Kind, Member
from bot.domain.ids import CaseId, MemberId
from bot.storage.work import Work


async def put(work: Work, case_id: CaseId, members: Sequence[Member]) -> None:
    """The household as the family told it last; what it told before is replaced."""
    await work.tx.execute("DELETE FROM household WHERE case_id = ? AND told = 1", case_id)
    for member in members:
        _insert(work, case_id, member, told=True)


def _insert(work: Work, case_id: CaseId, member: Member, *, told: bool) -> None:
    work.tx.later(
        "INSERT INTO household (id, case_id, kind, age, concerned, told) VALUES (?, ?, ?, ?, ?, ?)",
        work.ids.next(), case_id, member.kind.value, member.age, int(member.concerned), int(told),
    )  # fmt: skip


async def of_case(work: Work, case_id: CaseId) -> list[Member]:
    return [member for _, member in await listed(work, case_id)]


async def listed(work: Work, case_id: CaseId) -> list[tuple[MemberId, Member]]:
    """The same with the number of each row."""
    rows = await work.tx.fetch(
        "SELECT id, kind, age, concerned FROM household WHERE case_id = ? ORDER BY id", case_id
    )
    return [
        (MemberId(row["id"]), Member(Kind(row["kind"]), row["age"], bool(row["concerned"])))
        for row in rows
    ]


def add(work: Work, case_id: CaseId, member: Member) -> None:
    """One more, as a colleague learned it."""
    _insert(work, case_id, member, told=False)


async def remove(work: Work, case_id: CaseId, member_id: MemberId) -> bool:
    """True when it was there."""
    return await work.tx.changed(
        "DELETE FROM household WHERE id = ? AND case_id = ? RETURNING id", member_id, case_id
    )
