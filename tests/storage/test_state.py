"""Counts of what waits, without a word of content."""

import json

from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.storage import alerts, due, inbox, outbox
from bot.storage.database import Database
from bot.storage.inbox import Arrival
from bot.storage.outbox import Address
from bot.storage.state import state, waiting_now
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    Working,
    claimed,
    hire,
    meet,
    opened,
)


async def test_an_empty_house_has_nothing_waiting(database: Database) -> None:
    assert await state(database, NOON) == {
        "inbox": {}, "outbox": {}, "cases": {}, "alerts": {"open": 0, "without_outcome": 0},
        "unfinished": {},
        "due": {"waiting": 0, "late": 0, "skipped": 0, "failed": 0}, "skipped": {},
        "lag": {"inbox": 0, "outbox": 0},
    }  # fmt: skip


async def test_everything_that_waits_is_counted(database: Database, working: Working) -> None:
    async with working() as work:
        await inbox.put(work, [Arrival(Platform.TELEGRAM, "k", "maryam", "راز")])
        for kind in ("reply", "receipt", "card"):
            outbox.put(work, Address(Platform.TELEGRAM, kind, 1), kind, Text("راز"))
        await opened(work, meet(work, MARYAM))
        await claimed(work, meet(work, HOSSEIN), await hire(work, NARGES))
        await alerts.raise_alert(work, (await hire(work, 1)), "suicide", "rule", "راز")
        now = await waiting_now(work)
    counts = await state(database, NOON + 500)
    assert counts["inbox"] == {"new": 1}
    assert counts["outbox"] == {"waiting": {"A": 1, "C": 1, "E": 1}}
    assert counts["cases"] == {"claimed": 1, "waiting": 1}
    assert counts["alerts"] == {"open": 1, "without_outcome": 0}
    assert counts["lag"] == {"inbox": 500, "outbox": 500}
    assert "راز" not in json.dumps(counts, ensure_ascii=False)
    assert now == {"inbox": 1, "parked": 0, "outbox": 3, "queue": 1, "claimed": 1, "alerts": 1}


async def test_what_is_not_due_yet_does_not_lag(database: Database, working: Working) -> None:
    async with working() as work:
        to = Address(Platform.TELEGRAM, "maryam", 1)
        outbox.put(work, to, "reply", Text("فردا"), due_at=NOON + 1000)
    assert (await state(database, NOON))["lag"] == {"inbox": 0, "outbox": 0}


async def test_what_is_due_is_counted_by_what_becomes_of_it(
    database: Database, working: Working
) -> None:
    async with working() as work:
        for name, at in (("soon", NOON + 1), ("now", NOON), ("late", NOON - 60_001)):
            due.plan(work, "test", 7, at, name, {"said": "راز"})
        for ends in ("skipped", "failed", "done"):
            due.plan(work, "test", 7, NOON, ends)
            await work.tx.execute(
                "UPDATE due SET state = ?, ended_at = 1 WHERE key = ?", ends, ends
            )
    counts = await state(database, NOON)
    assert counts["due"] == {"waiting": 3, "late": 1, "skipped": 1, "failed": 1}
    assert "راز" not in json.dumps(counts, ensure_ascii=False)
