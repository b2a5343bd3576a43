"""What is told before it is asked for: heard as danger, kept, and there for the counselor."""

from bot.domain.outgoing import Text
from bot.domain.people import Role
from tests.faults.engine import Engine, says
from tests.service.house import say
from tests.storage.conftest import MARYAM, NARGES

STORY = "از دیشب شوهرم دستم را شکسته و در را قفل کرده"


async def test_danger_told_at_a_button_need_not_be_told_again(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.receives(says(MARYAM, "/start"), says(MARYAM, "بله"), says(MARYAM, STORY))
    mine = [row for row in await middle.owes() if row.chat_id == MARYAM]
    texts = [row.message.text for row in mine if isinstance(row.message, Text)]
    assert "۱۱۰" in texts[-1]
    assert say("kept-early") not in texts

    skip = say("heard-skip").split("|")[0]
    answers = (say("intake-who-self"), say("intake-danger-no"), skip, skip)
    await middle.receives(*(says(MARYAM, answer) for answer in answers))
    await middle.receives(says(NARGES, "/next"))
    details = [row.message for row in await middle.owes() if row.kind == "details"]
    assert any(STORY in message.text for message in details if isinstance(message, Text))
