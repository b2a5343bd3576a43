"""New ids: always growing, never the same."""

import pytest

from bot.storage.database import Database
from bot.storage.ids import Ids, newest_id
from tests.storage.conftest import Working

FUTURE = Ids().next() + (3_600_000 << 22)
"""An id made while the clock was an hour ahead."""


def test_ids_grow() -> None:
    ids = Ids()
    made = [ids.next() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_two_processes_make_different_ids() -> None:
    one, other = Ids(), Ids()
    assert {one.next() for _ in range(1000)}.isdisjoint(other.next() for _ in range(1000))


def test_ids_fit_into_the_database_for_many_years() -> None:
    years = 60 * 366 * 24 * 3_600_000
    assert Ids().next() + (years << 22) < 2**63


def test_ids_go_on_growing_when_the_clock_steps_back() -> None:
    ids = Ids(FUTURE)
    assert [ids.next(), ids.next()] == [FUTURE + 1, FUTURE + 2]


async def test_an_empty_database_asks_for_no_floor(database: Database) -> None:
    assert await newest_id(database) == 0


@pytest.mark.parametrize("table", ["inbox", "outbox", "audit"])
async def test_after_a_restart_ids_grow_from_the_newest_row(
    database: Database, working: Working, table: str
) -> None:
    rows = {
        "inbox": "INSERT INTO inbox (id, platform, update_key, chat_key, received_at)"
        " VALUES (?, 'telegram', 'k', 'c', 0)",
        "outbox": "INSERT INTO outbox (id, platform, chat_key, lane, kind, due_at, expires_at,"
        " created_at) VALUES (?, 'telegram', 'c', 1, 'reply', 0, 0, 0)",
        "audit": "INSERT INTO audit (id, at, action, subject, allowed) VALUES (?, 0, 'a', 's', 1)",
    }
    async with working() as work:
        await work.tx.execute(rows[table], FUTURE)
    assert Ids(await newest_id(database)).next() == FUTURE + 1
