"""The file of a case: what it shows, to whom, and that every look is written down."""

import pytest

from bot.domain.delivery import Done, Sent
from bot.domain.household import members
from bot.domain.ids import short
from bot.domain.people import Role
from bot.domain.referral import PartnerKind, Profile, Share, Urgency
from bot.domain.triage import Acuity
from bot.handlers import delivered
from bot.handlers.referrals import letters
from bot.storage import cases, household, outbox, partners, referrals
from tests.faults.engine import Engine, buttons_of, private, says
from tests.handlers.casework import MARYAM, NARGES, OMID, REZA, Room, room
from tests.marks import unmarked
from tests.service.house import say


async def filled(middle: Engine) -> Room:
    """A case in which something of everything was written."""
    made = await room(middle, answers={"story": {"told": ["قناری‌ارزیابی"]}})
    await made.say(NARGES, "/note قناری‌یادداشت")
    await made.say(MARYAM, "قناری‌پیام")
    await made.press(NARGES, "t", "new", made.number)
    await made.say(NARGES, "قناری‌کار")
    await made.presses(NARGES, ".day.pick.tomorrow")
    await made.press(NARGES, "g", "new", made.number)
    await made.say(NARGES, "قناری‌هدف")
    await made.press(NARGES, "pl", "new", made.number)
    await made.say(NARGES, "قناری‌نشانه", *(["رد شو"] * 5))
    await made.presses(NARGES, ".review.confirm")
    return made


async def test_the_first_page_says_how_the_case_stands_and_leads_to_all_of_it(
    middle: Engine,
) -> None:
    made = await filled(middle)
    await made.say(NARGES, "/case")
    page = await made.last(NARGES)
    for part in (made.case.code, "قناری‌کار", "قناری‌هدف", say("case-notes", count=1)):
        assert part in unmarked(page)
    assert "قناری‌یادداشت" not in page
    (last,) = [row.message for row in await middle.owes() if row.kind == "file"][-1:]
    areas = {data.split(".")[1] for data in buttons_of([last])}
    assert areas == {"cf", "tl", "t", "g", "hh", "pl", "ser", "rp", "ap", "ref", "tr", "x"}


async def test_what_a_counselor_learns_of_a_household_stays_when_the_family_tells_anew(
    middle: Engine,
) -> None:
    made = await room(middle)
    await made.press(NARGES, "hh", "case", made.number)
    await made.presses(NARGES, "hh.adult")
    await made.presses(NARGES, "hh.child")
    await made.presses(NARGES, ".6_11")
    assert "۲. کودک یا نوجوان، ۶ تا ۱۱" in unmarked(await made.last(NARGES))
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        for adults in (1, 2):
            await household.put(work, made.case.id, members(adults, 0, ()))
        assert len(await household.of_case(work, made.case.id)) == 4
    for who, left in ((OMID, 4), (NARGES, 3)):
        await made.press(who, *(await made.data(NARGES, "hh.drop")).split(".")[1:])
        assert await middle.count("household", "case_id = ?", made.case.id) == left
    assert await made.audited("household_changed") == 3


READS = {
    "read_file": ("/case CODE", "قناری‌هدف"),
    "read": ("cf.answers", "قناری‌ارزیابی"),
    "read_notes": ("cf.notes", "قناری‌یادداشت"),
    "read_talk": ("cf.talk", "قناری‌پیام"),
    "read_tasks": ("t.case", "قناری‌کار"),
    "read_goals": ("g.case", "قناری‌هدف"),
    "read_household": ("hh.case", "در خانهٔ"),
    "read_plan": ("pl.case", "قناری‌نشانه"),
    "read_timeline": ("tl.page", say("timeline-noted")),
}
"""What is written down, the way to read it, and what is read there."""


async def looks(made: Room, who: int, way: str) -> None:
    if way.startswith("/"):
        await made.say(who, way.replace("CODE", made.case.code))
    else:
        more = ("0",) if way == "tl.page" else ()
        await made.press(who, *way.split("."), made.number, *more)


async def test_every_reading_is_written_down(middle: Engine) -> None:
    made = await filled(middle)
    for action, (way, found) in READS.items():
        before = await made.audited(action)
        await looks(made, REZA, way)
        assert await made.audited(action) == before + 1, action
        assert found in await made.last(REZA), action


async def test_other_readings_are_written_down_where_they_happen(middle: Engine) -> None:
    made = await filled(middle)
    # Claiming brings the answers, /notes the notes, /tasks what is to be done.
    assert await made.audited("read") == 1
    await made.say(NARGES, "/notes", "/tasks", "/alerts", "/refer")
    assert await made.audited("read_notes") == 1
    for action, subject in (("read", "tasks"), ("read", "alerts")):
        assert await made.audited(action, subject) == 1
    assert await made.audited("read_referrals") == 1


@pytest.mark.parametrize("who", [OMID, 5001, 5002, 5003, 5004, 5005])
async def test_who_may_not_read_reads_nothing_and_is_refused(middle: Engine, who: int) -> None:
    made = await filled(middle)
    others = (Role.VOLUNTEER, Role.COORDINATOR, Role.ADMINISTRATOR, Role.PARTNER)
    for account, role in enumerate(others, 5001):
        await middle.staff(account, role)
    await made.say(5005, "/language")  # somebody without any role
    for action, (way, _) in READS.items():
        if way.startswith("/"):
            continue
        refused = await middle.count("audit", "allowed = 0")
        await looks(made, who, way)
        assert await middle.count("audit", "allowed = 0") == refused + 1, action
    await made.say(who, f"/case {made.case.code}")
    assert "قناری" not in "\n".join(await made.told(who))


async def test_a_colleague_sees_of_an_open_case_what_the_card_says_and_no_more(
    middle: Engine,
) -> None:
    made = await filled(middle)
    await made.say(OMID, f"/case {made.case.code.lower()}")
    page = await made.last(OMID)
    assert "ش2001" in page
    assert "قناری" not in page
    assert await made.audited("read_card") == 1
    await made.press(NARGES, "x", "sure", made.number, "helped")
    await made.say(OMID, f"/case {made.case.code}")
    assert await made.last(OMID) == say_marked(made, "case-refused")
    assert await made.audited("see_case", allowed=False) == 1


def say_marked(made: Room, key: str) -> str:
    return made.middle.tools.house.words.say("fa", key, code=made.case.code)


async def test_a_wrong_code_is_told_apart_from_an_unknown_one(middle: Engine) -> None:
    made = await room(middle)
    await made.say(REZA, "/case ABC")
    assert await made.last(REZA) == say("code-mistyped")
    await made.say(REZA, "/case 000-000-000")
    assert "000-000-000" in await made.last(REZA)


async def test_a_person_with_a_role_reads_nothing_about_their_own_request(middle: Engine) -> None:
    made = await room(middle)
    async with middle.tools.database.transaction() as tx:
        await tx.execute(
            "INSERT INTO staff (person_id, role, alias, since) SELECT person_id, 'supervisor',"
            " (SELECT alias FROM staff LIMIT 1), 0 FROM cases",
        )
        work = middle.tools.desk(tx).work
        alias = work.seal("م", "staff.alias", made.case.person_id or 0)
        await tx.execute(
            "UPDATE staff SET alias = ? WHERE person_id = ?", alias, made.case.person_id
        )
    await made.say(MARYAM, f"/case {made.case.code}")
    assert await made.last(MARYAM) == say_marked(made, "case-refused")


async def test_the_talk_so_far_is_turned_back_page_by_page(middle: Engine) -> None:
    made = await room(middle, Acuity.LOW)
    for number in range(13):
        await made.say(MARYAM, f"پیام {number:02}")
        await made.say(NARGES, f"جواب {number:02}")
    await made.press(REZA, "cf", "talk", made.number)
    newest = await made.last(REZA)
    assert "جواب 12" in newest
    assert "پیام 08" in newest
    assert "پیام 07" not in newest
    await made.presses(REZA, "cf.talk")
    assert "جواب 07" in await made.last(REZA)
    await made.presses(REZA, "cf.talk")
    oldest = await made.last(REZA)
    assert "پیام 00" in oldest
    assert await made.audited("read_talk") == 3


async def test_the_timeline_says_who_did_what_in_order_and_quotes_nobody(middle: Engine) -> None:
    made = await filled(middle)
    await made.press(NARGES, "u", "do", made.number, "1", "2", "danger_grew")
    await made.press(REZA, "tl", "page", made.number, "0")
    shown = await made.last(REZA)
    await made.press(REZA, "tl", "page", made.number, "99")
    every = await made.last(REZA) + shown
    assert "قناری" not in every
    wanted = ("claimed", "noted", "task_added", "goal_added", "plan_written")
    places = [every.index(say(f"timeline-{action}")) for action in wanted]
    assert places == sorted(places)
    assert "acuity_high" not in every
    assert every.index(say("acuity-level-high")) > places[-1]


async def test_a_reply_to_a_page_of_the_file_goes_to_no_family(middle: Engine) -> None:
    made = await filled(middle)
    await made.press(NARGES, "cf", "notes", made.number)
    pages = [row for row in await middle.owes() if row.kind == "file"]
    number = 900_001
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        row = await tx.row("SELECT * FROM outbox WHERE id = ?", pages[-1].id)
        assert row is not None
        letter = outbox.opened(middle.tools.sealer, {**row, "target": None})
        await delivered.settled(desk, letter, Sent((number,)), Done((number,)))
    quoted = {"message_id": number, "chat": private(NARGES), "date": 1}
    await middle.receives(says(NARGES, "قناری‌پاسخ", reply_to_message=quoted))
    assert "قناری‌پاسخ" not in "\n".join(await made.told(MARYAM))
    assert await made.last(NARGES) == say("relay-which")


async def test_what_a_family_thought_of_it_is_written_down_as_read(middle: Engine) -> None:
    made = await room(middle)
    await made.say(MARYAM, "سلام")
    await made.press(NARGES, "x", "do", made.number, "helped")
    await made.presses(MARYAM, ".score.pick.4")
    await made.say(MARYAM, "قناری‌نظر")
    assert "قناری‌نظر" in await made.last(REZA)
    assert "قناری‌نظر" not in "\n".join(await made.told(NARGES))
    assert await made.audited("read_feedback") == 1


async def test_the_words_of_an_alert_are_written_down_as_read_by_each_who_gets_them(
    middle: Engine,
) -> None:
    made = await room(middle)
    await made.say(MARYAM, "می‌خواهم خودم را بکشم")
    rows = await middle.tools.database.read("SELECT id FROM alerts")
    about = f"alert:{rows[0]['id']}"
    paged = await middle.count("outbox", "kind = 'alert'")
    assert paged >= 2
    assert await made.audited("read_alert", about) == paged
    await made.presses(NARGES, "a.ack")
    await made.press(NARGES, "a", "end", short(rows[0]["id"]), "referred")
    assert await made.audited("read_alert", about) == paged + 1  # the supervisor it goes to


async def test_a_letter_that_is_handed_over_on_paper_is_written_down_as_read(
    middle: Engine,
) -> None:
    made = await room(middle)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        partner = await partners.save(desk.work, Profile("مرکز", PartnerKind.LEGAL))
        draft = await referrals.draft(desk.work, made.case.id, partner.id, made.narges)
        assert draft is not None
        shares = (Share.SUMMARY,)
        await referrals.finish(desk.work, draft.id, Urgency.NORMAL, shares, "قناری‌خلاصه")
        referral = await referrals.get(desk.work, draft.id)
        case = await cases.get(desk.work, made.case.id)
        assert referral is not None
        assert case is not None
        await letters.send(desk, referral, case, partner)
    assert "قناری‌خلاصه" in await made.last(NARGES)
    assert await made.audited("read_letter", f"referral:{referral.id}") == 1
