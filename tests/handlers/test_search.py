"""Finding cases: by words and by buttons, and never a case of somebody else."""

import pytest

from bot.domain.case import Case, Status
from bot.domain.criteria import Criteria, packed
from bot.domain.divisions import Divisions
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Edit, Text
from bot.domain.people import Platform, Role, StaffMember
from bot.domain.triage import Acuity, Triage
from bot.handlers.casework.criteria import Reading
from bot.storage import cases, claims, people
from bot.storage.cases import Request
from tests.faults.engine import Engine, presses, says
from tests.marks import unmarked
from tests.service.house import say
from tests.shelf import shelf

NARGES, OMID, REZA = 2001, 2002, 2003
HOUSE = shelf().house("fa", {})
ALIAS = StaffMember(PersonId(7), Role.COUNSELOR, "نرگس")


def province(divisions: Divisions, name: str) -> str:
    (found,) = divisions.find_provinces(name)
    return str(found.code)


TEHRAN = province(HOUSE.divisions, "تهران")
FARS = province(HOUSE.divisions, "فارس")


@pytest.mark.parametrize(
    ("typed", "wanted", "unknown"),
    [
        ("", Criteria(), []),
        ("تهران سوگ بسته", Criteria("grief", Status.CLOSED, None, TEHRAN), []),
        ("بسته، سوگ، استان تهران", Criteria("grief", Status.CLOSED, None, TEHRAN), []),
        ("پرونده‌های در گفت‌وگو", Criteria(status=Status.CLAIMED), []),
        ("پرونده های درگفت وگو نرگس", Criteria(status=Status.CLAIMED, counselor=PersonId(7)), []),
        ("فوریت آنی", Criteria(acuity=Acuity.IMMEDIATE), []),
        ("از دست دادن عزیز", Criteria("grief"), []),
        ("شيراز قورباغه", Criteria(province=FARS), ["قورباغه"]),
        ("closed violence tehran", Criteria("violence", Status.CLOSED, None, TEHRAN), []),
        ("از ۱۴۰۵/۰۸/۰۱", Criteria(since=739_912), []),
        ("از ۱۴۰۵/۰۸/۰۱ تا ۱۴۰۵/۸/۳۰", Criteria(since=739_912, until=739_941), []),
        ("۱۴۰۵/۰۸/۰۱ ۱۴۰۵/۸/۳۰", Criteria(since=739_912, until=739_941), []),
        ("2026-10-23", Criteria(since=739_912, until=739_912), []),
        ("تا ۱۴۰۵/۸/۳۰", Criteria(until=739_941), []),
    ],
)
def test_typed_words_become_criteria(typed: str, wanted: Criteria, unknown: list[str]) -> None:
    reading = Reading(HOUSE, [ALIAS])
    reading.read(typed)
    assert (reading.criteria, reading.unknown) == (wanted, unknown)


async def case(middle: Engine, account: int, topic: str, where: str, by: PersonId | None) -> Case:
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        person = people.add(work, Platform.TELEGRAM, account, "fa").person.id
        asked = Request(topic, Triage(Acuity.MEDIUM, ()), where)
        made = await cases.open_case(work, person, asked)
        assert made is not None
        if by is not None:
            assert await claims.claim(work, made.id, by)
    return made


async def shown(middle: Engine) -> str:
    """The newest answer to a search, as a person reads it."""
    rows = [row.message for row in await middle.owes()]
    texts = [m.text for m in rows if isinstance(m, Text | Edit)]
    return unmarked(texts[-1])


async def test_a_supervisor_finds_every_case_and_a_counselor_only_their_own(
    middle: Engine,
) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    omid = await middle.staff(OMID, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    hers = await case(middle, 3001, "grief", TEHRAN, narges)
    his = await case(middle, 3002, "grief", FARS, omid)
    free = await case(middle, 3003, "money", FARS, None)
    await middle.receives(says(REZA, "/search"))
    text = await shown(middle)
    assert all(one.code in text for one in (hers, his, free))
    await middle.receives(says(REZA, "/search سوگ فارس"))
    text = await shown(middle)
    assert his.code in text
    assert hers.code not in text
    await middle.receives(says(NARGES, "/search"))
    text = await shown(middle)
    assert hers.code in text
    assert his.code not in text
    assert free.code not in text
    # A forged button asks for the cases of a colleague, and gets one's own.
    forged = packed(Criteria(counselor=omid))
    await middle.receives(presses(NARGES, "1.find.show." + ".".join(forged)))
    text = await shown(middle)
    assert hers.code in text
    assert his.code not in text
    for code, found in ((hers.code, True), (his.code, False), ("000-000-000", False)):
        await middle.receives(says(NARGES, f"/search {code}"))
        line = (await shown(middle)).split("\n")[0]
        assert line.startswith(code) is found
    assert await middle.count("audit", "action = 'searched' AND allowed = 1") == 7


async def test_families_and_strangers_find_nothing(middle: Engine) -> None:
    await middle.staff(NARGES, Role.VOLUNTEER)
    made = await case(middle, 3001, "grief", TEHRAN, None)
    for account in (3001, 3999, NARGES):
        await middle.receives(says(account, f"/search {made.code}"))
        await middle.receives(presses(account, "1.find.show." + ".".join(packed(Criteria()))))
    rows = [row.message for row in await middle.owes()]
    assert not [m for m in rows if isinstance(m, Edit)]
    assert not [m for m in rows if isinstance(m, Text) and "جست" in m.text]
    assert await middle.count("audit", "action = 'searched' AND allowed = 0") == 3
    assert await middle.count("audit", "action = 'searched' AND allowed = 1") == 0


async def test_pages_show_every_case_once_newest_first(middle: Engine) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    made = [await case(middle, 3001 + n, "grief", TEHRAN, None) for n in range(15)]
    seen: list[str] = []
    data = "1.find.show." + ".".join(packed(Criteria()))
    for _ in range(4):
        await middle.receives(presses(REZA, data))
        edits = [r.message for r in await middle.owes() if isinstance(r.message, Edit)]
        buttons = [button for row in edits[-1].buttons for button in row]
        seen += [b.data for b in buttons if b.data and b.data.startswith("1.cf.show.")]
        more = [b.data for b in buttons if b.label == say("button-search-more")]
        if not more:
            break
        data = str(more[0])
    assert seen == [f"1.cf.show.{short(one.id)}" for one in reversed(made)]


async def test_every_menu_offers_choices_that_work(middle: Engine) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    made = await case(middle, 3001, "grief", TEHRAN, None)
    for menu, label, fits in (
        ("topic", say("intake-topic-grief"), True),
        ("topic", say("intake-topic-money"), False),
        ("status", say("search-status-waiting"), True),
        ("status", say("search-status-closed"), False),
        ("acuity", say("overview-acuity-medium"), True),
        ("place", "تهران", True),
        ("place", "فارس", False),
        ("days", say("search-last-days", days=1), True),
        ("who", say("staff-title", role=say("role-supervisor"), alias=f"ش{REZA}"), False),
    ):
        data = f"1.find.{menu}." + ".".join(packed(Criteria()))
        await middle.receives(presses(REZA, data))
        edits = [r.message for r in await middle.owes() if isinstance(r.message, Edit)]
        offered = {unmarked(b.label): b.data for row in edits[-1].buttons for b in row}
        chosen = next(data for text, data in offered.items() if text.endswith(label))
        await middle.receives(presses(REZA, chosen))
        assert (made.code in await shown(middle)) is fits, (menu, label)


@pytest.mark.parametrize(
    "data", ["", "show", "show.a.b.c", "show.---.-.-_-", "show.-----.-.-_-.$", "show.z9------.-.-"]
)
async def test_a_forged_button_shows_nothing(middle: Engine, data: str) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(presses(REZA, f"1.find.{data}"))
    assert not [r for r in await middle.owes() if isinstance(r.message, Edit)]
