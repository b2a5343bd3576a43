"""Cohorts from before waiting lists had an end: the migration gives them one."""

from bot.domain.courses import HOUR
from bot.storage import bookings, migrate, waiting
from bot.storage.database import Database
from bot.storage.migrate import statements
from tests.storage.conftest import Working, meet
from tests.storage.courses import FIRST, held

MIGRATION = next(migrate.FOLDER.glob("0021_*.sql"))


def data_only(dialect: str) -> list[str]:
    """Its statements without those that change the schema, which stands already."""
    told = statements(MIGRATION.read_text(), dialect)
    return [one for one in told if not one.startswith(("DROP", "CREATE"))]


async def test_a_waiting_list_without_an_end_gets_one_and_what_is_over_is_cleared(
    database: Database, working: Working
) -> None:
    async with working() as work:
        open_, over = await held(work, 1), await held(work, 1)
        for cohort in (open_, over):
            for account in (5, 6):
                assert await bookings.book(work, cohort, meet(work, account + cohort % 999))
    async with database.transaction() as tx:
        # As it was before: no row of what is due, and who waited stayed.
        await tx.execute("DELETE FROM due WHERE kind = ?", waiting.ENDS)
        await tx.execute("UPDATE cohorts SET state = 'ended' WHERE id = ?", over)
    for _ in range(2):
        async with database.transaction() as tx:
            for one in data_only(database.dialect):
                await tx.execute(one)
    rows = await database.read("SELECT subject, run_at FROM due WHERE kind = ?", waiting.ENDS)
    assert [(row["subject"], row["run_at"]) for row in rows] == [(open_, FIRST - HOUR)]
    states = await database.read("SELECT cohort_id, state FROM bookings ORDER BY id")
    assert [row["state"] for row in states if row["cohort_id"] == over] == ["enrolled", "expired"]
    assert [row["state"] for row in states if row["cohort_id"] == open_] == ["enrolled", "waiting"]
    async with working(at=FIRST - HOUR) as work:
        assert await waiting.end(work, open_)
