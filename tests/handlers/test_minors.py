"""A minor asks for help: supervisors are told, and colleagues wait until one of them leads."""

from bot.domain.case import Case, Status
from bot.domain.ids import short
from bot.domain.outgoing import Answer, Edit, Text
from bot.domain.people import Platform, Role
from bot.domain.triage import Needs, assess
from bot.handlers.desk import Turn
from bot.handlers.incoming import ChatKind, Incoming, TextIn
from bot.handlers.queue import queue
from bot.storage import cases, people
from bot.storage.cases import Request
from tests.faults.engine import ADMINISTRATOR, SUPERGROUP, Engine, Owed, presses, says
from tests.service.house import say

MARYAM, HOSSEIN, NARGES, REZA, SHIRIN = 3001, 3002, 2001, 2003, 2004


async def asks(
    middle: Engine, *, minor: bool = True, topic: str = "teenager", account: int = MARYAM
) -> Case:
    """Somebody has answered the questions, and their request is put into the queue."""
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        known = people.add(desk.work, Platform.TELEGRAM, account, "fa")
        asked = Request(topic, assess(Needs(topic, minor=minor)), minor=minor)
        case = await cases.open_case(desk.work, known.person.id, asked)
        assert case is not None
        incoming = Incoming(
            Platform.TELEGRAM, account, ChatKind.PRIVATE, account, "fa", 1, TextIn(".")
        )
        await queue.opened(Turn(desk.work, desk.house, incoming, known), case)
    return case


async def told(middle: Engine, account: int) -> list[Owed]:
    return [row for row in await middle.owes() if row.chat_id == account and row.kind == "staff"]


async def answers(middle: Engine) -> list[str]:
    rows = [row.message for row in await middle.owes()]
    return [message.text for message in rows if isinstance(message, Answer)]


async def now(middle: Engine, case: Case) -> Case:
    async with middle.tools.database.transaction() as tx:
        found = await cases.get(middle.tools.desk(tx).work, case.id)
    assert found is not None
    return found


async def test_only_supervisors_are_asked_and_only_for_a_minor(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    for account in (REZA, SHIRIN):
        await middle.staff(account, Role.SUPERVISOR)
    case = await asks(middle)
    for account in (REZA, SHIRIN):
        (notice,) = await told(middle, account)
        assert isinstance(notice.message, Text)
        assert case.code in notice.message.text
        assert notice.message.buttons[0][0].data == f"1.n.lead.{short(case.id)}"
    assert await told(middle, NARGES) == await told(middle, ADMINISTRATOR) == []


async def test_an_adult_is_no_matter_of_a_lead(middle: Engine) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    case = await asks(middle, minor=False)
    assert await told(middle, REZA) == []
    await middle.receives(presses(REZA, f"1.n.lead.{short(case.id)}"))
    assert await answers(middle) == [say("press-old")]
    assert (await now(middle, case)).lead_id is None


async def test_colleagues_are_told_why_and_may_claim_after_the_lead(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    reza = await middle.staff(REZA, Role.SUPERVISOR)
    await middle.staff(SHIRIN, Role.SUPERVISOR)
    case = await asks(middle)
    claim = presses(NARGES, f"1.c.claim.{short(case.id)}", SUPERGROUP)
    lead = f"1.n.lead.{short(case.id)}"
    await middle.receives(claim, says(NARGES, "/next"), presses(NARGES, lead))
    assert await answers(middle) == [say("refused-minor"), say("refused-role")]
    assert [m.message.text for m in await told(middle, NARGES) if isinstance(m.message, Text)] == [
        say("next-none") + "\n\n" + say("refused-minor")
    ]
    assert (await now(middle, case)).status is Status.WAITING
    assert await middle.count("audit", "allowed = 0") == 2

    await middle.receives(presses(REZA, lead), presses(SHIRIN, lead))
    assert (await now(middle, case)).lead_id == reza
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}", SUPERGROUP))
    assert (await now(middle, case)).counselor_id == narges
    (_, news) = await told(middle, SHIRIN)
    assert isinstance(news.message, Text)
    assert case.code in news.message.text
    details = [row.message for row in await middle.owes() if row.kind == "details"]
    assert isinstance(details[0], Text)
    assert say("details-minor") in details[0].text


async def test_who_takes_the_next_learns_of_a_more_urgent_one_that_waits(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    urgent = await asks(middle)
    mine = await asks(middle, minor=False, topic="other", account=HOSSEIN)
    await middle.receives(says(NARGES, "/next"))
    assert (await now(middle, mine)).status is Status.CLAIMED
    texts = [
        row.message.text for row in await told(middle, NARGES) if isinstance(row.message, Text)
    ]
    assert any(urgent.code in text and text.endswith(say("refused-minor")) for text in texts)


async def test_when_the_lead_leaves_the_others_are_asked(middle: Engine) -> None:
    reza = await middle.staff(REZA, Role.SUPERVISOR)
    case = await asks(middle)
    await middle.staff(SHIRIN, Role.SUPERVISOR)
    await middle.receives(presses(REZA, f"1.n.lead.{short(case.id)}"))
    assert await told(middle, SHIRIN) != []
    before = len(await told(middle, SHIRIN))
    await middle.receives(presses(ADMINISTRATOR, f"1.s.sure.{short(reza)}"))
    *_, asked = (await told(middle, SHIRIN))[before:]
    assert isinstance(asked.message, Text)
    assert asked.message.buttons[0][0].data == f"1.n.lead.{short(case.id)}"
    edits = [row.message for row in await middle.owes() if isinstance(row.message, Edit)]
    assert any(say("lead-yours", code="")[:15] in edit.text for edit in edits)
