"""Where a message goes that its messenger does not take, for whoever allowed another way."""

from bot.domain.delivery import Ambiguous, Decision, NotSent, Result, TryAgain, Unreachable
from bot.handlers.desk import Desk
from bot.storage import accounts, detours
from bot.storage.outbox import Letter


async def taken(desk: Desk, letter: Letter, result: Result, decision: Decision) -> bool:
    """Whether this letter goes on to another account of its reader. Nothing else follows then.

    Only from here, where the fate of one try is written down, does a row change its messenger: no
    other try of it is under way.
    """
    person = letter.to.person_id
    if person is None or letter.to.chat_id is None or not detours.movable(letter.message):
        return False
    match result:
        case Unreachable():
            await accounts.lose(desk.work, letter.to.chat_key)
        case NotSent() | Ambiguous() if isinstance(decision, TryAgain):
            pass
        case _:
            return False
    other = await accounts.other_way(desk.work, person, letter.to.chat_key, letter.kind)
    if other is None:
        return False
    may_be_there = isinstance(result, Ambiguous)
    return await detours.redirect(
        desk.work, letter.id, letter.to.chat_key, other, repeat=may_be_there
    )
