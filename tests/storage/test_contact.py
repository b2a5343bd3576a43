"""What a person told us is safe: kept, changed, found again, and known to nobody else."""

from bot.domain.contact import ContactRules, Writing, contact_rules
from bot.domain.outgoing import Album, Edit, Media, Outgoing, Text
from bot.domain.people import Platform
from bot.storage import contact, held, outbox, people, relay, traces, veiled
from bot.storage.database import Database
from bot.storage.erasure import erase
from bot.storage.outbox import About, Address
from bot.storage.relay import Origin
from bot.storage.veiled import Veiled, VeilId
from bot.storage.work import Work
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    Working,
    claimed,
    hire,
    meet,
)

HOUR = 3_600_000
DAY = 24 * HOUR


def key_of(work: Work, account: int = MARYAM) -> str:
    return people.chat_key(work.sealer, Platform.TELEGRAM, account)


def to(work: Work, person: int, account: int = MARYAM) -> Address:
    return Address(Platform.TELEGRAM, key_of(work, account), account, person)  # type: ignore[arg-type]


async def test_rules_are_remembered_and_the_last_answer_holds(working: Working) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        await contact.remember(work, maryam, contact_rules("any", ("night", "noon")))
        await contact.remember(work, maryam, contact_rules("neutral", ("night",)))
        found = await contact.standing(work, maryam)
        unasked = await contact.standing(work, hossein)
    assert found is not None
    assert unasked is not None
    assert found.rules == ContactRules(Writing.NEUTRAL, frozenset({"night"}))
    assert unasked.rules == ContactRules()


async def test_rules_do_not_bind_us_to_staff(database: Database, working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        inside = await contact.standing(work, narges)
    outside = await contact.standing_now(database, narges)
    assert inside == outside
    assert inside is not None
    assert inside.staff


async def test_leaving_keeps_the_rules_and_coming_back_happens_once(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        await contact.remember(work, maryam, contact_rules("wait"))
        await contact.silence(work, maryam)
        known = (await people.known(work, [key_of(work)]))[key_of(work)]
        assert known.discretion.silenced_at == NOON
        assert await contact.silenced(work, [maryam]) == {maryam}
        assert await contact.silenced_since(work, NOON) == [(maryam, NOON)]
        assert await contact.come_back(work, maryam) == 0
        assert await contact.come_back(work, maryam) is None
        assert await contact.silenced(work, [maryam]) == set()
        assert await contact.silenced(work, []) == set()
        found = await contact.standing(work, maryam)
        assert found is not None
        assert found.rules.writing is Writing.WAIT


async def test_a_word_is_the_same_however_it_is_spelled_and_nobody_can_read_it(
    database: Database, working: Working
) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        word = contact.word_key(work, maryam, "گل یخ")
        assert word == contact.word_key(work, maryam, "گل‌ يخ!")
        assert word != contact.word_key(work, hossein, "گل یخ")
        assert contact.word_key(work, maryam, "…") == ""
        await contact.set_code(work, maryam, word)
        await contact.set_help(work, maryam, contact.word_key(work, maryam, "باران"))
        known = (await people.known(work, [key_of(work)]))[key_of(work)]
        assert known.discretion.code_key == word
    (row,) = await database.read("SELECT * FROM contacts")
    assert "گل" not in str(dict(row))
    assert "باران" not in str(dict(row))


async def test_both_sides_of_a_chat_are_traced_for_two_days(working: Working) -> None:
    async with working(NOON - 49 * HOUR) as work:
        maryam = meet(work, MARYAM)
        traces.remember(work, key_of(work), 1)
        old = outbox.put(work, to(work, maryam), "reply", Text("کهنه"))
        await arrived(work, old, 2)
    async with working(NOON - HOUR) as work:
        for number in (3, 3):
            traces.remember(work, key_of(work), number)
        traces.remember(work, key_of(work, HOSSEIN), 9)
        row = outbox.put(work, to(work, maryam), "relay", Text("تازه"))
        await arrived(work, row, 4)
        for picture in (4, 5):
            await work.tx.execute(
                "INSERT INTO copies (chat_key, message_id, outbox_id) VALUES (?, ?, ?)",
                key_of(work), picture, row,
            )  # fmt: skip
        quiet = outbox.put(work, to(work, maryam), "quiet", Text("چای"))
        await arrived(work, quiet, 6)
    async with working() as work:
        assert await traces.of_chat(work, key_of(work)) == [3, 4, 5, 6]
        assert await traces.arrived_late(work, key_of(work), NOON - 2 * HOUR) == [4]
        await traces.forget(work)
        rows = await work.tx.fetch("SELECT message_id FROM traces ORDER BY message_id")
        assert [row["message_id"] for row in rows] == [3, 9]


async def arrived(work: Work, row: int, message_id: int) -> None:
    await work.tx.execute(
        "UPDATE outbox SET state = 'sent', message_id = ?, ended_at = ? WHERE id = ?",
        message_id, work.now, row,
    )  # fmt: skip


async def test_what_is_held_comes_back_in_order_and_is_taken_once(working: Working) -> None:
    messages: list[tuple[Outgoing, ...]] = [(Text("یک"), Text("دو")), (Edit("سه", row=4),)]
    async with working() as work:
        maryam = meet(work, MARYAM)
        for message in messages:
            await held.put(work, maryam, "notice", message, NOON + HOUR)
        waiting = await held.of_person(work, maryam)
        assert [one.messages for one in waiting] == messages
        assert await held.people_due(work) == []
        assert await held.take(work, waiting[0].id)
        assert not await held.take(work, waiting[0].id)
    async with working(NOON + HOUR) as work:
        assert await held.people_due(work) == [maryam]
        await held.wait_until(work, waiting[1].id, None)
        assert await held.people_due(work) == []
        await contact.remember(work, maryam, contact_rules("any"))
        assert await held.people_due(work) == [maryam]
        await held.forget(work, NOON + HOUR)
        assert await held.of_person(work, maryam) == []


async def test_words_of_a_counselor_that_wait_are_due_unless_the_family_must_write(
    working: Working,
) -> None:
    async with working() as work:
        narges, maryam = await hire(work, NARGES), meet(work, MARYAM)
        case = await claimed(work, maryam, narges)
        origin = Origin("staff", narges, key_of(work, NARGES), 1)
        relayed = await relay.add(work, case.id, origin, Text("سلام"), "held")
        assert relayed is not None
        assert await held.people_due(work) == [maryam]
        assert [one.id for one in await relay.held_for(work, maryam)] == [relayed.id]
        await contact.remember(work, maryam, contact_rules("wait"))
        assert await held.people_due(work) == []
        await contact.remember(work, maryam, contact_rules("any"))
        await contact.silence(work, maryam)
        assert await held.people_due(work) == []


async def test_all_that_waits_for_a_person_is_withdrawn_but_the_harmless(
    database: Database, working: Working
) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        about = About()
        for kind in ("notice", "relay", "reply", "quiet", "erase"):
            outbox.put(work, to(work, maryam), kind, Text(kind), about)
        other = outbox.put(work, to(work, hossein, HOSSEIN), "notice", Text("بماند"))
        one = outbox.put(work, to(work, maryam), "claimed", Text("claimed"))
        alone = await held.withdraw_one(work, maryam, one)
        assert alone is not None
        assert alone.message == Text("claimed")
        assert await held.withdraw_one(work, maryam, one) is None
        assert await held.withdraw_one(work, maryam, other) is None
        assert [row.kind for row in await held.withdraw(work, maryam)] == [
            "notice", "relay", "reply",
        ]  # fmt: skip
    rows = await database.read("SELECT kind FROM outbox WHERE state = 'waiting' ORDER BY id")
    assert [row["kind"] for row in rows] == ["quiet", "erase", "notice"]


async def test_what_is_veiled_opens_once_and_only_for_its_reader(
    database: Database, working: Working
) -> None:
    picture = Media("photo", "f")
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        row = outbox.put(work, to(work, maryam), "veil", Text("پیام تازه دارید."))
        veil = Veiled(VeilId(work.ids.next()), row, "relay", (Album((picture,)),), About())
        await veiled.put(work, maryam, veil)
        assert await veiled.open_for(work, veil.id, hossein) is None
        assert await veiled.add_to_album(work, row, Media("photo", "g"))
        assert await veiled.behind(work, row) is not None
        opened = await veiled.open_for(work, veil.id, maryam)
        assert opened is not None
        assert opened.messages == (Album((picture, Media("photo", "g"))),)
        assert await veiled.open_for(work, veil.id, maryam) is None
        assert await veiled.behind(work, row) is None
        assert not await veiled.add_to_album(work, row, picture)
    (kept,) = await database.read("SELECT payload, opened_at FROM veiled")
    assert (kept["payload"], kept["opened_at"]) == (None, NOON)
    async with working(NOON + DAY) as work:
        await veiled.forget(work, NOON + 1)
    assert await database.read("SELECT 1 FROM veiled") == []


async def test_erasure_leaves_no_rules_no_words_and_no_traces(
    database: Database, working: Working
) -> None:
    async with working() as work:
        for account in (MARYAM, HOSSEIN):
            person = meet(work, account)
            await contact.remember(work, person, contact_rules("neutral"))
            traces.remember(work, key_of(work, account), 1)
            await held.put(work, person, "notice", [Text("راز")], NOON)
            row = outbox.put(work, to(work, person, account), "veil", Text("-"))
            veil = Veiled(VeilId(work.ids.next()), row, "notice", (Text("راز"),), About())
            await veiled.put(work, person, veil)
        await erase(work, person)
    for table in ("contacts", "traces", "held", "veiled"):
        rows = await database.read(f"SELECT * FROM {table}")
        assert len(rows) == 1, table


async def test_nothing_is_readable_in_the_tables(database: Database, working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        await held.put(work, maryam, "notice", [Text("راز")], None)
        veil = Veiled(VeilId(5), outbox.put(work, to(work, maryam), "veil", Text("-")), "relay",
                      (Text("راز"),), About())  # fmt: skip
        await veiled.put(work, maryam, veil)
    for table in ("held", "veiled"):
        assert "راز" not in str(
            [dict(row) for row in await database.read(f"SELECT * FROM {table}")]
        )
