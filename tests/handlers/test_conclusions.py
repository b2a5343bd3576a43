"""/alerts: what came of an alert is seen by those who answer for it, and by nobody else."""

from bot.clock import Clock
from bot.domain.ids import AlertId, PersonId, short
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.domain.safeguarding import AlertOutcome
from bot.storage import alerts
from tests.faults.engine import ADMINISTRATOR, Engine, presses, says
from tests.service.house import say
from tests.storage.conftest import MARYAM, NARGES, OMID

REZA = 2003
DAY = 86_400_000
NOTE = "مادرش پیش اوست"


async def raised(middle: Engine, words: str = "شوهرم چاقو کشیده") -> AlertId:
    await middle.receives(says(MARYAM, words))
    (row,) = await middle.tools.database.read("SELECT max(id) AS id FROM alerts")
    return AlertId(row["id"])


async def ends(middle: Engine, account: int, by: PersonId, note: str = "") -> AlertId:
    """Maryam speaks of danger, and this colleague takes the alert and writes the outcome."""
    number = await raised(middle)
    outcome = f"1.a.end.{short(number)}.{AlertOutcome.SAFE}"
    await middle.receives(presses(account, f"1.a.ack.{short(number)}"), presses(account, outcome))
    if note:
        async with middle.tools.database.transaction() as tx:
            assert await alerts.note(middle.tools.desk(tx).work, number, by, note)
    return number


async def list_of(middle: Engine, account: int) -> list[str]:
    before = max(row.id for row in await middle.owes())
    await middle.receives(says(account, "/alerts"))
    rows = [row.message for row in await middle.owes(before) if row.chat_id == account]
    return [row.text for row in rows if isinstance(row, Text)]


async def test_a_supervisor_reads_every_outcome_and_its_words_and_it_is_audited(
    middle: Engine,
) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    reza = await middle.staff(REZA, Role.SUPERVISOR)
    number = await ends(middle, NARGES, narges, NOTE)
    none, ended = await list_of(middle, REZA)
    assert none == say("alerts-none")
    for part in (say("alert-violence"), say("alert-outcome-safe"), f"ش{NARGES}", NOTE):
        assert part in ended
    read = "action = 'read' AND subject = ? AND actor_id = ?"
    assert await middle.count("audit", read, f"alert:{number}", reza) == 1


async def test_others_read_what_was_theirs_and_nothing_else(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(OMID, Role.COUNSELOR, on_call=True)
    await ends(middle, NARGES, narges, NOTE)
    assert NOTE in (await list_of(middle, NARGES))[1]
    for account in (OMID, ADMINISTRATOR):
        assert await list_of(middle, account) == [say("alerts-none")]


async def test_whoever_had_the_alert_reads_what_the_supervisor_wrote(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    number = short(await raised(middle))
    await middle.receives(
        presses(NARGES, f"1.a.ack.{number}"), presses(REZA, f"1.a.end.{number}.mistaken")
    )
    ended = (await list_of(middle, NARGES))[1]
    assert say("alert-outcome-mistaken") in ended
    assert f"ش{REZA}" in ended
    assert say("alerts-ended-note", note="").strip() not in ended


async def test_after_two_weeks_and_after_erasure_nothing_is_shown(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    await ends(middle, NARGES, narges, NOTE)
    late = Clock().now() - 15 * DAY
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE alerts SET outcome_at = ?", late)
    assert await list_of(middle, REZA) == [say("alerts-none")]
    await middle.receives(says(MARYAM, "/start"))
    await ends(middle, NARGES, narges, NOTE)
    assert NOTE in (await list_of(middle, REZA))[1]
    await middle.receives(presses(MARYAM, "1.d.yes"))
    assert NOTE not in "".join(await list_of(middle, REZA))
