"""A review of the bot, where a messenger has a form for that: wished for once, after a good talk.

Only of somebody who has just said that a talk helped: docs.bale.ai asks for it right after a
service, and of those who have used it. Others may read a review, with its writer's name; so
nobody is asked who is under age, was in danger, or told us how carefully to write to them.
"""

from bot.domain.capabilities import CAPABILITIES
from bot.domain.case import Case, Status
from bot.domain.contact import Writing
from bot.domain.donation import Review
from bot.domain.triage import Acuity
from bot.handlers.desk import Turn
from bot.storage import alerts, contact, donations

GOOD = 4
"""The lowest score, of five, after which it is wished for."""
AGAIN = 365 * 24 * 3600 * 1000
"""Milliseconds until the same person may be asked once more."""
SHOWN_AFTER = 5
"""Seconds until the form is shown, so that our words are read first."""


async def wish(turn: Turn, case: Case, score: int | None) -> None:
    """After the feedback of this case."""
    if score is None or score < GOOD or case.status is not Status.CLOSED:
        return
    if not turn.house.reviews or not CAPABILITIES[turn.incoming.platform].reviews:
        return
    if case.minor or case.acuity <= Acuity.HIGH or not await _is_at_ease(turn):
        return
    if await donations.wish_review(turn.work, turn.person_id, AGAIN):
        turn.say("review-wished")
        turn.send(Review(SHOWN_AFTER), "review")


async def _is_at_ease(turn: Turn) -> bool:
    if await alerts.ever_of(turn.work, turn.person_id) or turn.known.discretion.code_key:
        return False
    standing = await contact.standing(turn.work, turn.person_id)
    return standing is not None and standing.rules.writing is Writing.ANY
