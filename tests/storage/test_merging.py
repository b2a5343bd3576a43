"""Two people become one: nothing of either is lost, nothing is there twice."""

import asyncio
import re

from bot.conversations.flow import Session
from bot.domain.blocking import BlockReason
from bot.domain.broadcast import Fate, Topic
from bot.domain.case import Case, Outcome, Status
from bot.domain.contact import contact_rules
from bot.domain.ids import PersonId
from bot.domain.linking import Side
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.domain.triage import Acuity
from bot.storage import (
    alerts,
    automatic,
    blocks,
    bookings,
    broadcasts,
    cases,
    consents,
    contact,
    due,
    goals,
    held,
    joined,
    linking,
    merging,
    migrate,
    notes,
    opt_outs,
    outbox,
    participants,
    people,
    plans,
    recipients,
    relay,
    series,
    tasks,
)
from bot.storage.erasure import erase
from bot.storage.relay import Origin
from bot.storage.segments import Chosen
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet, opened
from tests.storage.courses import held as cohort
from tests.storage.test_linking import on_bale


def test_every_column_that_names_a_person_has_its_rule() -> None:
    """A new table about people: what becomes of its rows when two people are one?"""
    sql = "\n".join(path.read_text("utf-8") for _, path in migrate.migrations())
    tables = re.findall(r"CREATE TABLE (\w+) \((.*?)\n\);", sql, re.DOTALL)
    named = {table for table, body in tables if re.search(r"^    person_id ", body, re.MULTILINE)}
    moved = {re.search(r"UPDATE (\w+) SET person_id", one) for one in merging.MOVED}
    ruled = {found[1] for found in moved if found} | merging.JOINED | merging.STAFF_ONLY
    assert named - ruled == set(), "say in bot/storage/merging.py what becomes of its rows"
    assert ruled - named == set()


async def test_permissions_of_both_hold_and_the_stricter_wins(working: Working) -> None:
    async with working() as work:
        maryam, mina = meet(work, MARYAM), on_bale(work, 1)
        consents.record(work, maryam, consents.HELP, 1, given=True)
        for purpose in consents.OPTIONAL:
            consents.record(work, maryam, purpose, 1, given=True)
        consents.record(work, mina, "followup", 2, given=False)
        await contact.remember(work, maryam, contact_rules("any", ("morning", "noon")))
        await contact.remember(work, mina, contact_rules("neutral", ("noon",)))
        await opt_outs.refuse(work, maryam, "courses")
        await opt_outs.refuse(work, mina, "courses")
        await opt_outs.refuse(work, mina, "series:grief")
        assert await automatic.count(work, maryam, 5, 2)
        assert await automatic.count(work, mina, 5, 2)
        await merging.merge(work, maryam, mina)
        assert await consents.given(work, maryam) == {consents.HELP, "statistics"}
        standing = await contact.standing(work, maryam)
        assert standing is not None
        assert standing.rules == contact_rules("neutral", ("noon",))
        assert await opt_outs.of_person(work, maryam) == {"courses", "series:grief"}
        assert not await automatic.count(work, maryam, 5, 2)


async def test_everything_of_the_one_who_goes_is_the_others(working: Working) -> None:
    async with working() as work:
        maryam, mina = meet(work, MARYAM), on_bale(work, 1)
        key = people.chat_key(work.sealer, Platform.BALE, 1)
        people.save_session(work, mina, Session("intake", 1, "ab", "topics"))
        case = await opened(work, mina)
        await relay.add(work, case.id, Origin("family", mina, key, 1), Text("سلام"), "held")
        await alerts.raise_alert(work, mina, "violence", "rule", "کمک")
        await held.put(work, mina, "notice", [Text("بعداً")], NOON + 1)
        due.plan(work, "test", mina, NOON, "test:1")
        known = (await people.known(work, [key]))[key]
        outbox.put(work, outbox.address(known.account), "notice", Text("سلام"))
        await merging.merge(work, maryam, mina)
        both = await people.known(
            work, [key, people.chat_key(work.sealer, Platform.TELEGRAM, MARYAM)]
        )
        assert {found.person.id for found in both.values()} == {maryam}
        assert all(found.session and found.session.question == "topics" for found in both.values())
        assert all(found.case and found.case.id == case.id for found in both.values())
        for table in ("alerts", "held", "outbox"):
            rows = await work.tx.fetch(f"SELECT person_id FROM {table}")
            assert [row["person_id"] for row in rows] == [maryam], table
        (message,) = await relay.held(work, case.id)
        assert message.origin.author_id == maryam
        assert await due.waiting(work, "test", maryam) == NOON
        assert len(await held.of_person(work, maryam)) == 1
        # And erasure finds all of it.
        await erase(work, maryam)
        for table in ("people", "accounts", "held", "sessions", "due"):
            assert not await work.tx.fetch(f"SELECT 1 FROM {table}"), table


async def follows(work: Work, who: PersonId, name: str) -> series.Run:
    asked = await series.ask(work, who, name)
    assert asked is not None
    run = await series.begin(work, asked.id, who)
    assert run is not None
    return run


async def test_one_series_one_seat_one_block(working: Working) -> None:
    async with working() as work:
        maryam, mina, reza = meet(work, MARYAM), on_bale(work, 1), await hire(work, OMID)
        ahead = await follows(work, mina, "grief")
        behind = await follows(work, maryam, "grief")
        assert await series.send(work, ahead, last=False)
        due.plan(work, "series", behind.id, NOON, "behind")
        number = await cohort(work, 4)
        assert await bookings.book(work, number, mina) is not None
        await blocks.put(work, maryam, BlockReason.INSULTS, reza, NOON + 5)
        await blocks.put(work, mina, BlockReason.INSULTS, reza, None)
        await merging.merge(work, maryam, mina)
        live = await series.live_of(work, maryam)
        assert [run.id for run in live] == [ahead.id]
        assert await due.waiting(work, "series", behind.id) is None
        assert await participants.in_cohort(work, number, maryam) is not None
        assert [block.until_at for block in await blocks.live(work, 9)] == [None]


async def test_of_a_broadcast_to_both_they_get_no_second_copy(working: Working) -> None:
    async with working() as work:
        maryam, mina, reza = meet(work, MARYAM), on_bale(work, 1), await hire(work, OMID)
        sent, waits = [await broadcasts.draft(work, "خبر", Topic.NEWS, reza) for _ in range(2)]
        for number in (sent, waits):
            recipients.freeze(work, number, [Chosen(who, "fa", "") for who in (maryam, mina)])
        recipients.sent(work, (sent, mina), Platform.BALE, [7], Fate.WAITING)
        for who in (maryam, mina):
            assert await recipients.arrived(work, sent, who, "bale")
        await merging.merge(work, maryam, mina)
        assert await recipients.next_waiting(work, sent, 9) == []
        assert await recipients.next_waiting(work, waits, 9) == [maryam]
        assert await recipients.arrivals(work, sent) == 1


async def test_the_words_of_whoever_goes_are_bound_to_them(working: Working) -> None:
    async with working() as work:
        maryam, mina = meet(work, MARYAM), on_bale(work, 1)
        await contact.set_code(work, mina, contact.word_key(work, mina, "انار"))
        assert await merging.side(work, mina) == Side(mina, has_words=True)
        assert await merging.side(work, maryam) == Side(maryam)
        assert (await merging.merge(work, maryam, mina)).words_lost


async def two_cases(work: Work, narges: PersonId) -> tuple[Case, Case]:
    maryam, mina = meet(work, MARYAM), on_bale(work, 1)
    kept, other = await opened(work, maryam, Acuity.HIGH), await claimed(work, mina, narges)
    await notes.add(work, other.id, narges, "یادداشت")
    await tasks.add(work, other.id, narges, "تماس", NOON)
    await goals.add(work, other.id, narges, "هدف")
    await plans.save(work, other.id, narges, {"signs": "نشانه"})
    key = people.chat_key(work.sealer, Platform.BALE, 1)
    for number, state in enumerate(("passed", "held", "asking"), 1):
        origin = Origin("family", mina, key, number)
        assert await relay.add(work, other.id, origin, Text("سلام"), state)
    return kept, other


async def test_of_two_open_cases_one_goes_on_with_all_that_was_still_to_be_done(
    working: Working,
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        kept, other = await two_cases(work, narges)
        assert kept.person_id is not None
        assert other.person_id is not None
        assert await joined.close(work, other)
        assert not await joined.close(work, other)
        await merging.merge(work, kept.person_id, other.person_id)
        await joined.take_along(work, kept.id, other.id)
        closed = await cases.get(work, other.id)
        assert closed is not None
        assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.MERGED)
        assert closed.person_id == kept.person_id
        assert [note.body for note in await notes.of_case(work, kept.id)] == ["یادداشت"]
        assert await tasks.open_count(work, kept.id) == 1
        assert await plans.latest(work, kept.id) is not None
        waiting = await relay.held(work, kept.id)
        assert [message.number for message in waiting] == [1]
        assert len(await relay.transcript(work, other.id, 9)) == 1


async def test_of_two_who_join_the_same_two_at_once_one_does(working: Working) -> None:
    async with working() as work:
        maryam, mina = meet(work, MARYAM), on_bale(work, 1)
        await linking.show(work, maryam, Platform.TELEGRAM, "AAAA-2222")
        await linking.show(work, mina, Platform.BALE, "BBBB-3333")
        one = await linking.enter(work, "AAAA-2222", mina)
        two = await linking.enter(work, "BBBB-3333", maryam)
        assert one is not None
        assert two is not None

    async def join(link: linking.Link, by: PersonId) -> bool:
        async with working() as work:
            if not await merging.lock(work, link.person_id, by):
                return False
            if not await linking.use(work, link, by):
                return False
            await merging.merge(work, maryam, mina)
            return True

    assert sum(await asyncio.gather(join(one, mina), join(two, maryam))) == 1
    async with working() as work:
        assert await merging.fits(work, maryam, maryam)
        assert len(await work.tx.fetch("SELECT 1 FROM people")) == 1
        assert len(await work.tx.fetch("SELECT 1 FROM accounts")) == 2
