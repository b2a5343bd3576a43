"""A contact by telephone or in person becomes a case, with its true date."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from bot.conversations.flow import Answer, Told
from bot.domain.case import Case, Outcome
from bot.domain.outgoing import Text
from bot.handlers import conversation
from bot.handlers.casework import closing, dormant
from bot.handlers.desk import Turn
from bot.handlers.family import needs
from bot.handlers.queue import cards, queue
from bot.handlers.talk import talk
from bot.storage import audit, cases, household
from bot.storage.cases import Contact

_NOON = time(12)
"""Nobody asks for the hour: a day of the past stands for its middle."""


def begin(turn: Turn) -> None:
    """/contact: the questions, for whoever spoke with the family."""
    conversation.begin(turn, "contact")


async def entered(turn: Turn, answers: Mapping[str, Answer]) -> None:
    """The end of the questions: a case of mine, of the queue, or closed already."""
    at = _moment(turn, answers)
    if at > turn.work.now:
        turn.say("contact-future", kind="staff")
        again = {k: v for k, v in answers.items() if k not in ("day", "date")}
        conversation.begin(turn, "contact", given=again)
        return
    then = needs.picked(answers, "then")
    contact = Contact(needs.picked(answers, "channel"), at)
    request = needs.request_of(turn.house, answers)
    case = await cases.record_contact(
        turn.work, turn.person_id, request, contact, waits=then == "queue"
    )
    await household.put(turn.work, case.id, needs.members_of(answers))
    audit.record(turn.work, turn.person_id, "entered", f"case:{case.id}")
    if then == "queue":
        await cards.show(turn, case)
    elif then != "keep":
        await _closed(turn, case, Outcome(then))
        return
    else:
        await talk.begin(turn, case)
        await dormant.begin(turn, case.id)
    if case.minor:
        await queue.seek_lead(turn, case)
    turn.send(Text(turn.me.say(f"contact-{then}", code=case.code)), "staff")


async def _closed(turn: Turn, case: Case, outcome: Outcome) -> None:
    """At once, or when a supervisor has agreed."""
    await closing.settle(turn, case, outcome, as_message=True)


def _moment(turn: Turn, answers: Mapping[str, Answer]) -> int:
    """When it was, epoch ms: now for today, else noon of that day."""
    now = turn.house.words.local_time(turn.work.now)
    told = answers.get("date")
    day = now.date()
    match needs.picked(answers, "day"):
        case "today":
            return turn.work.now
        case "yesterday":
            day -= timedelta(days=1)
        case _ if isinstance(told, Told) and isinstance(told.parts[0], str):
            day = date.fromisoformat(told.parts[0])
        case _:
            return turn.work.now
    return int(datetime.combine(day, _NOON, now.tzinfo).timestamp() * 1000)
