"""The inbox: everything once, in order within a chat, the urgent first, the poisoned aside."""

from bot.domain.people import Platform
from bot.domain.triage import Acuity
from bot.storage import cases, inbox, people, weights
from bot.storage.database import Database
from bot.storage.inbox import Arrival, Waiting
from bot.storage.work import Work
from tests.storage.conftest import HOSSEIN, MARYAM, NOON, OMID, Working, meet, opened

DAY = 86_400_000


async def arrive(working: Working, *texts: str, urgent: bool = False, at: int = NOON) -> None:
    """Texts like `maryam:1`: a chat and what came from it."""
    async with working(at) as work:
        arrivals = [(text, text.split(":")[0]) for text in texts]
        await inbox.put(
            work, [Arrival(Platform.TELEGRAM, key, chat, key, urgent) for key, chat in arrivals]
        )


def said(work: Work, rows: list[Waiting]) -> list[str]:
    return [work.open(row.payload, "inbox.payload", row.id) for row in rows]


async def test_a_second_delivery_of_the_same_update_is_ignored(working: Working) -> None:
    await arrive(working, "maryam:1", "maryam:1")
    await arrive(working, "maryam:1", "maryam:2")
    async with working() as work:
        assert said(work, await inbox.take(work, 10)) == ["maryam:1", "maryam:2"]


async def test_an_update_that_is_done_does_not_come_back(working: Working) -> None:
    await arrive(working, "maryam:1")
    async with working() as work:
        inbox.done(work, (await inbox.take(work, 10))[0].id)
    await arrive(working, "maryam:1")
    async with working() as work:
        assert await inbox.take(work, 10) == []


async def test_the_order_within_a_chat_is_kept(working: Working) -> None:
    await arrive(working, *(f"{name}:{n}" for n in range(9) for name in ("maryam", "hossein")))
    async with working() as work:
        rows = said(work, await inbox.take(work, 100))
    assert [row for row in rows if row.startswith("maryam")] == [f"maryam:{n}" for n in range(9)]


async def test_the_urgent_overtakes_and_takes_its_earlier_ones_along(working: Working) -> None:
    await arrive(working, "hossein:1", "maryam:1", "hossein:2")
    await arrive(working, "maryam:2", urgent=True)
    async with working() as work:
        assert said(work, await inbox.take(work, 3)) == ["maryam:1", "maryam:2", "hossein:1"]


async def test_what_comes_after_an_urgent_one_does_not_pass_it(working: Working) -> None:
    await arrive(working, "maryam:1", urgent=True)
    await arrive(working, "maryam:2", "hossein:1")
    async with working() as work:
        rows = said(work, await inbox.take(work, 10))
    assert rows.index("maryam:1") < rows.index("maryam:2")


async def test_a_batch_is_no_longer_than_asked(working: Working) -> None:
    await arrive(working, *(f"chat{n}:1" for n in range(9)))
    async with working() as work:
        assert len(await inbox.take(work, 4)) == 4


async def test_chats_that_are_left_alone_this_time_wait(working: Working) -> None:
    await arrive(working, "maryam:1", "hossein:1")
    async with working() as work:
        assert said(work, await inbox.take(work, 10, skip=["maryam"])) == ["hossein:1"]


async def test_the_third_failure_parks_the_row_with_its_words_sealed(
    database: Database, working: Working
) -> None:
    await arrive(working, "maryam:1")
    parked = []
    for _ in range(inbox.ATTEMPTS):
        async with working() as work:
            parked.append(inbox.failed(work, (await inbox.take(work, 10))[0], "KeyError"))
    assert parked == [False, False, True]
    async with working() as work:
        assert await inbox.take(work, 10) == []
        (row,) = await work.tx.fetch("SELECT * FROM inbox")
        assert row["state"] == "poison"
        assert work.open(row["payload"], "inbox.payload", row["id"]) == "maryam:1"
    assert "maryam:1" not in row["payload"]


async def test_the_words_of_what_is_done_are_not_kept(working: Working) -> None:
    await arrive(working, "maryam:1")
    async with working() as work:
        inbox.done(work, (await inbox.take(work, 10))[0].id)
        (row,) = await work.tx.fetch("SELECT payload, state FROM inbox")
    assert dict(row) == {"payload": None, "state": "done"}


async def test_retention_forgets_old_keys_but_nothing_that_waits(working: Working) -> None:
    await arrive(working, "done:1", "waits:1", at=NOON - 40 * DAY)
    await arrive(working, "done:2")
    async with working() as work:
        for row in await inbox.take(work, 10):
            if row.chat_key == "done":
                inbox.done(work, row.id)
    async with working() as work:
        await inbox.forget(work, keys_before=NOON - 30 * DAY, payloads_before=NOON - 7 * DAY)
        rows = await work.tx.fetch("SELECT update_key FROM inbox ORDER BY update_key")
    assert [row["update_key"] for row in rows] == ["done:2", "waits:1"]


async def test_retention_empties_what_was_parked_long_ago(working: Working) -> None:
    await arrive(working, "maryam:1", at=NOON - 8 * DAY)
    for _ in range(inbox.ATTEMPTS):
        async with working() as work:
            inbox.failed(work, (await inbox.take(work, 10))[0], "KeyError")
    async with working() as work:
        await inbox.forget(work, keys_before=NOON - 30 * DAY, payloads_before=NOON - 7 * DAY)
        (row,) = await work.tx.fetch("SELECT state, payload FROM inbox")
    assert dict(row) == {"state": "poison", "payload": None}


async def test_after_an_outage_the_most_urgent_cases_come_first_each_in_its_own_order(
    working: Working,
) -> None:
    chats = {}
    async with working() as work:
        for account, acuity in ((MARYAM, Acuity.IMMEDIATE), (HOSSEIN, Acuity.MEDIUM)):
            await opened(work, meet(work, account), acuity)
            chats[account] = people.chat_key(work.sealer, Platform.TELEGRAM, account)
        closed = await opened(work, meet(work, OMID), Acuity.HIGH)
        assert closed.person_id is not None
        assert await cases.withdraw(work, closed.id, closed.person_id)
        omid = people.chat_key(work.sealer, Platform.TELEGRAM, OMID)
        said = {"omid": omid, "hossein": chats[HOSSEIN], "maryam": chats[MARYAM]}

        def arrivals(number: int) -> list[Arrival]:
            return [
                Arrival(Platform.TELEGRAM, f"{name}:{number}", key, f"{name}:{number}")
                for name, key in said.items()
            ]

        await inbox.put(work, arrivals(1))
        weighed = await weights.weigh(work, [*said.values(), "nobody"])
        assert weighed == {chats[MARYAM]: 3, chats[HOSSEIN]: 1}
        await inbox.put(work, arrivals(2), weighed)
        await inbox.put(work, arrivals(3))
    async with working() as work:
        taken = [work.open(r.payload, "inbox.payload", r.id) for r in await inbox.take(work, 9)]
    names = [text.split(":")[0] for text in taken]
    assert names[:2] == ["maryam", "maryam"]
    for name in said:
        assert [t for t in taken if t.startswith(name)] == [f"{name}:{n}" for n in (1, 2, 3)]
    assert names.index("hossein") < names.index("omid")
