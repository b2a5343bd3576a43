"""What follows when a message has arrived, or never will. Called where its fate is written down."""

from bot.domain.automatic import AUTOMATIC
from bot.domain.delivery import (
    KINDS,
    TOO_LARGE,
    Decision,
    DeliveryClass,
    Done,
    GiveUp,
    Gone,
    Refused,
    Result,
    Unreachable,
)
from bot.domain.ids import PersonId
from bot.domain.outgoing import Delete, Edit, Text
from bot.handlers import detours, groups
from bot.handlers.broadcasts import broadcasting
from bot.handlers.desk import Desk
from bot.handlers.family import payments
from bot.handlers.queue import digest
from bot.storage import cases, chats, outbox, people, relay
from bot.storage.listening import ASIDES
from bot.storage.outbox import Letter
from bot.storage.relay import Relayed


async def settled(desk: Desk, letter: Letter, result: Result, decision: Decision) -> None:
    """Writes the decision down, and tells those to whom it matters."""
    if await detours.taken(desk, letter, result, decision):
        return
    outbox.settle(desk.work, letter, decision)
    await digest.settled(desk, letter, result, given_up=isinstance(decision, GiveUp))
    broadcasting.settled(desk, letter, result, decision)
    await payments.settled(desk, letter, result)
    match decision:
        case Done() if isinstance(result, Gone) and letter.kind == "question":
            await _put_anew(desk, letter)
        case Done(message_ids) if message_ids:
            await _arrived(desk, letter, message_ids)
        case GiveUp(state, reason) if state != "unknown" or _is_relayed(letter):
            await _lost(desk, letter, result, reason)
        case _:
            pass


async def _put_anew(desk: Desk, letter: Letter) -> None:
    """The message that should have become the next question was deleted meanwhile."""
    message, person = letter.message, letter.to.person_id
    if isinstance(message, Edit) and person is not None:
        await desk.tell(person, "reply", lambda _: Text(message.text, message.buttons))


_NO_TALK = ASIDES | {"prompt", "file", "reply", "reply_edit", "question"}
"""About a case, but no part of its talk: a reply to one of these finds its way to no family."""


async def _arrived(desk: Desk, letter: Letter, message_ids: tuple[int, ...]) -> None:
    if letter.about.case is None or letter.kind in _NO_TALK:
        return
    if letter.about.relay is None:
        outbox.remember_copy(desk.work, letter, message_ids[0], None)
        if letter.kind == "card":
            # Whatever was the matter with the group is over.
            await chats.found(desk.work, letter.to.platform)
        return
    carried = await relay.of_outbox(desk.work, letter.id) or [letter.about.relay]
    for place, message_id in enumerate(message_ids):
        number = carried[min(place, len(carried) - 1)]
        outbox.remember_copy(desk.work, letter, message_id, number)
    first = await relay.get(desk.work, carried[0])
    if first is not None and first.origin.author == "staff" and _is_relayed(letter):
        await _receipt(desk, first, letter)


def _is_relayed(letter: Letter) -> bool:
    """Whether it carries a message of the talk, open or behind a neutral line."""
    return letter.about.relay is not None and letter.kind in ("relay", "veil")


async def _receipt(desk: Desk, relayed: Relayed, letter: Letter) -> None:
    case = await cases.get(desk.work, relayed.case_id)
    # A long message leaves in pieces; the last one, which the row names, is confirmed.
    if case is None or relayed.outbox_id not in (None, letter.id):
        return
    await desk.tell(
        relayed.origin.author_id,
        "receipt",
        lambda me: Text(
            me.say(
                "receipt-veiled" if letter.kind == "veil" else "receipt-delivered", code=case.code
            ),
            reply_to=relayed.origin.message_id,
        ),
    )


async def _lost(desk: Desk, letter: Letter, result: Result, reason: str) -> None:
    person_id = letter.to.person_id
    gone = person_id if isinstance(result, Unreachable) else None
    if gone is not None and await people.unreachable(desk.work, gone, letter.to.platform):
        await groups.tell_unreachable(desk, gone)
    if _is_relayed(letter):
        await _relay_lost(desk, letter, result)
    elif isinstance(letter.message, Delete):
        _delete_one_by_one(desk, letter, letter.message)
    elif KINDS[letter.kind].delivery is DeliveryClass.MUST_ARRIVE and letter.kind not in AUTOMATIC:
        kind = letter.kind
        await desk.tell_admins(
            "notice", lambda me: Text(me.say("message-lost", kind=kind, reason=reason))
        )


def _delete_one_by_one(desk: Desk, letter: Letter, message: Delete) -> None:
    """One message that is too old stops a whole batch: each is tried alone."""
    if len(message.message_ids) > 1:
        for number in message.message_ids:
            outbox.put(desk.work, letter.to, letter.kind, Delete(message_id=number))


def _why(result: Result) -> str:
    """Why a message of the talk did not arrive, as `receipt-failed-…` says it."""
    match result:
        case Unreachable():
            return "unreachable"
        case Refused(reason) if reason == TOO_LARGE:
            return "large"
        case _:
            return "refused"


async def _relay_lost(desk: Desk, letter: Letter, result: Result) -> None:
    assert letter.about.relay is not None
    relayed = await relay.get(desk.work, letter.about.relay)
    case = await cases.get(desk.work, letter.about.case) if letter.about.case else None
    if relayed is None or case is None:
        return
    key = f"receipt-failed-{_why(result)}"
    author: PersonId = relayed.origin.author_id
    if relayed.origin.author == "staff":
        await desk.tell(
            author,
            "undelivered",
            lambda me: Text(me.say(key, code=case.code), reply_to=relayed.origin.message_id),
        )
        return
    if _why(result) == "large":
        await desk.tell(
            author,
            "notice",
            lambda me: Text(me.say("relay-too-large"), reply_to=relayed.origin.message_id),
        )
        return
    # The family must not believe that somebody has read it.
    await desk.tell(
        author,
        "notice",
        lambda me: Text(me.say("relay-not-arrived"), reply_to=relayed.origin.message_id),
    )
    await desk.tell_admins(
        "notice", lambda me: Text(me.say("counselor-unreachable", code=case.code))
    )
