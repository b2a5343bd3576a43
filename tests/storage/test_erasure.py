"""Erasure: words, accounts and traces go; bare counts stay; nobody else loses anything."""

from bot.conversations.flow import Session
from bot.domain.appointment import DAY, Way
from bot.domain.blocking import BlockReason
from bot.domain.case import Outcome
from bot.domain.ids import AlertId, CaseId, PersonId, RelayId
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.domain.referral import PartnerKind, Profile, Share, Urgency
from bot.domain.screeners import WHO5, of_total
from bot.storage import (
    alerts,
    appointments,
    audit,
    blocks,
    bookings,
    canned,
    cases,
    certificates,
    claims,
    closings,
    consents,
    course_opinions,
    due,
    feedback,
    floods,
    goals,
    inbox,
    notes,
    outbox,
    participants,
    partners,
    people,
    plans,
    referrals,
    relay,
    screenings,
    tasks,
    transfers,
)  # fmt: skip
from bot.storage.database import Database
from bot.storage.erasure import erase
from bot.storage.inbox import Arrival
from bot.storage.outbox import About, Address
from bot.storage.relay import Origin
from bot.storage.work import Work
from tests.storage.conftest import HOSSEIN, MARYAM, NARGES, NOON, Working, hire, meet, request
from tests.storage.courses import held

SEALED = {
    "cases": "assessment", "notes": "body", "feedback": "words", "relay": "body",
    "relay_versions": "body", "alerts": "said", "sessions": "body", "accounts": "chat_id",
    "outbox": "payload", "inbox": "payload", "due": "body", "referrals": "summary",
    "transfers": "note",
    "tasks": "body", "goals": "body", "safety_plans": "body", "closings": "note",
    "appointments": "place", "screenings": "total",
    "reply_drafts": "body", "participants": "name",
    "certificates": "name", "course_feedback": "words", "course_screenings": "total",
}  # fmt: skip


async def live(work: Work, account: int, narges: PersonId) -> PersonId:
    """A person of whom everything is known that can be known."""
    key = people.chat_key(work.sealer, Platform.TELEGRAM, account)
    person = people.add(work, Platform.TELEGRAM, account, "fa").person.id
    consents.record(work, person, "help", 1, given=True)
    people.save_session(work, person, Session("intake", 1, "ab", "topic"))
    asked = request(answers={"story": {"told": ["راز"]}}, province="07", county="0701")
    case = await cases.open_case(work, person, asked)
    assert case is not None
    assert await claims.claim(work, case.id, narges)
    relayed = await relay.add(
        work, case.id, Origin("family", person, key, 1), Text("راز"), "passed"
    )
    assert relayed is not None
    await relay.rewrite(work, relayed, Text("راز دوم"))
    await notes.add(work, case.id, narges, "یادداشت")
    alert = await alerts.raise_alert(work, person, "suicide", "rule", "راز")
    await owe_all(work, person, key, About(case.id, relayed.id, AlertId(alert)))
    await _beside(work, person, case.id, relayed.id, narges)
    for subject in (person, case.id):
        due.plan(work, "test", subject, NOON, f"test:{subject}", {"said": "راز"})
    update = Arrival(Platform.TELEGRAM, key, key, "راز")
    await inbox.put(work, [update])
    (row,) = [row for row in await inbox.take(work, 9) if row.chat_key == key]
    for _ in range(3):
        inbox.failed(work, row, "KeyError")
    await work.tx.execute("UPDATE inbox SET state = 'poison' WHERE id = ?", row.id)
    await feedback.save(work, case.id, 4, "راز")
    partner = await partners.save(work, Profile("مرکز", PartnerKind.LEGAL))
    draft = await referrals.draft(work, case.id, partner.id, narges)
    assert draft is not None
    await referrals.finish(work, draft.id, Urgency.NORMAL, (Share.SUMMARY,), "راز")
    await offer(work, case.id, narges)
    await tasks.add(work, case.id, narges, "راز", NOON)
    await goals.add(work, case.id, narges, "راز")
    await plans.save(work, case.id, narges, {"signs": "راز"})
    closing = await closings.ask(work, case.id, narges, Outcome.HELPED)
    assert closing is not None
    await closings.note(work, closing, "راز")
    meeting = await appointments.draft(work, case.id, narges, Way.IN_PERSON, "راز")
    assert meeting is not None
    for at in (NOON + DAY, NOON + 2 * DAY):
        assert await appointments.add_time(work, meeting.id, at)
    assert await appointments.offer(work, meeting.id)
    await appointments.pick(work, meeting.id, NOON + DAY * (1 + (account == HOSSEIN)), narges)
    audit.record(work, narges, "claimed", f"case:{case.id}")
    return person


async def _course(work: Work, person: PersonId) -> None:
    """A seat, under a name."""
    cohort = await held(work, 2)
    assert await bookings.book(work, cohort, person)
    found = await participants.in_cohort(work, cohort, person)
    assert found is not None
    member = found[0].id
    await participants.show_name(work, member, "راز")
    await certificates.issue(work, member, str(member), "گفت‌وگو", "راز", shown=True)
    await course_opinions.rate(work, member, 2, "راز")
    await course_opinions.screened(work, member, course_opinions.BEFORE, 40)


async def _beside(
    work: Work, person: PersonId, case_id: CaseId, relay_id: RelayId, narges: PersonId
) -> None:
    """What is kept beside a talk: what was measured, a draft, a block, a flood."""
    await screenings.add(work, case_id, of_total(WHO5, 40))
    await canned.draft(work, narges, case_id, "راز")
    assert await blocks.put(work, person, BlockReason.INSULTS, narges, None)
    await _course(work, person)
    flood, _ = await floods.join(work, case_id)
    floods.put(work, flood, relay_id)


async def offer(work: Work, case_id: CaseId, narges: PersonId) -> None:
    """The case is being handed to a colleague."""
    case = await cases.get(work, case_id)
    assert case is not None
    handed = await transfers.draft(work, case, await hire(work, case.id % 10**6), narges)
    assert handed is not None
    assert await transfers.offer(work, handed, "راز")


async def owe_all(work: Work, person: PersonId, key: str, about: About) -> None:
    """To the person and about the person; waiting and sent."""
    to, narges = Address(Platform.TELEGRAM, key, 1, person), Address(Platform.TELEGRAM, "n", 2)
    aside = [(narges, kind) for kind in ("listening", "whisper", "folded", "prompt")]
    for address, kind in (
        (to, "reply"),
        (to, "relay"),
        (narges, "relay"),
        (narges, "staff"),
        *aside,
    ):
        outbox.put(work, address, kind, Text("راز"), about)
        sent = outbox.put(work, address, kind, Text("راز"), about)
        await work.tx.execute("UPDATE outbox SET state = 'sent' WHERE id = ?", sent)


async def sealed_values(database: Database) -> dict[str, int]:
    return {
        table: len(await database.read(f"SELECT 1 FROM {table} WHERE {column} IS NOT NULL"))
        for table, column in SEALED.items()
    }


async def test_of_the_erased_no_words_and_no_account_are_left(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        maryam = await live(work, MARYAM, narges)
    before = await sealed_values(database)
    assert all(before.values()), before
    async with working() as work:
        await erase(work, maryam)
    after = await sealed_values(database)
    # What is left: accounts of two colleagues, and what waits for one without the family's words.
    assert after == dict.fromkeys(SEALED, 0) | {"accounts": 2, "outbox": after["outbox"]}
    assert await database.read("SELECT 1 FROM flooded") == []
    tables = ("people", "blocks", "consents", "sessions", "accounts", "outbox", "alerts", "cases")
    for table in tables:
        column = "id" if table == "people" else "person_id"
        rows = await database.read(f"SELECT 1 FROM {table} WHERE {column} = ?", maryam)
        assert rows == [], table


async def test_nothing_about_the_erased_leaves_any_more_but_the_news_to_staff(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await erase(work, await live(work, MARYAM, narges))
    rows = await database.read("SELECT kind, chat_key FROM outbox WHERE state = 'waiting'")
    assert [(row["kind"], row["chat_key"]) for row in rows] == [("staff", "n")]


async def test_the_bare_counts_stay(database: Database, working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await erase(work, await live(work, MARYAM, narges))
    (case,) = await database.read("SELECT * FROM cases")
    kept = ("status", "outcome", "topic", "province", "county", "contact", "opened_at", "messages")
    assert [case[name] for name in kept] == [
        "closed", Outcome.ERASED, "grief", "07", "", "", NOON, 1,
    ]  # fmt: skip
    (referral,) = await database.read("SELECT state FROM referrals")
    assert referral["state"] == "revoked"
    (meeting,) = await database.read("SELECT state FROM appointments")
    assert meeting["state"] == "canceled"
    for left in ("appointment_slots", "appointment_times"):
        assert await database.read(f"SELECT 1 FROM {left}") == []
    lessons = "subject NOT IN (SELECT id FROM lessons UNION SELECT id FROM cohorts)"
    assert await database.read(f"SELECT 1 FROM due WHERE {lessons}") == []
    (score,) = await database.read("SELECT score FROM feedback")
    assert score["score"] == 4
    assert len(await database.read("SELECT * FROM audit")) == 1


async def test_others_lose_nothing(database: Database, working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await live(work, HOSSEIN, narges)
    before = await sealed_values(database)
    async with working() as work:
        maryam = await live(work, MARYAM, narges)
        await erase(work, maryam)
        key = people.chat_key(work.sealer, Platform.TELEGRAM, HOSSEIN)
        found = (await people.known(work, [key]))[key]
        assert (found.session is None, found.case is None) == (False, False)
    after = await sealed_values(database)
    assert all(after[table] >= before[table] for table in SEALED), (before, after)


async def test_the_erased_can_come_back_as_strangers(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await erase(work, await live(work, MARYAM, narges))
        key = people.chat_key(work.sealer, Platform.TELEGRAM, MARYAM)
        assert await people.known(work, [key]) == {}
        again = meet(work, MARYAM)
        assert await cases.latest_of(work, again) is None
