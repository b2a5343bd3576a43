"""Somebody is not answered for a while, and hears where else help is. Danger is always heard."""

from bot.domain.blocking import TOLD_AGAIN, BlockReason, until
from bot.domain.case import Case, Status
from bot.domain.ids import BlockId, PersonId, short
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action, may
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import CommandIn, Content
from bot.handlers.safety.numbers import numbers
from bot.handlers.talk import relay
from bot.handlers.talk.crossing import content_to_carry
from bot.storage import alerts, audit, blocks, cases, due, people
from bot.storage import relay as messages
from bot.storage.blocks import Block
from bot.storage.due import Due
from bot.storage.relay import Origin

ENDS = "block_ends"
"""The kind of due row that ends a block."""
SHOWN = 20
RIGHTS = ("privacy", "delete", "language", "help", "status", "exit", "codeword", "safeword", "plan")
"""Commands that nobody can be kept from."""


_BEGIN = (("m", "start"), ("m", "more"), ("m", "resume"))


# While somebody is blocked.


async def stopped(turn: Turn, content: Content, *, danger: bool) -> bool:
    """Whether these words end here: kept where a case is open, and answered once a day (a
    command always).

    Not where danger is said, nor while an alert about this person is not finished.
    """
    block = turn.known.block
    if block is None or danger or await alerts.is_unfinished(turn.work, turn.person_id):
        return False
    if isinstance(content, CommandIn) and content.name in RIGHTS:
        return False
    await _keep(turn, content)
    told = not await blocks.tell(turn.work, block, turn.work.now - TOLD_AGAIN)
    if not told or isinstance(content, CommandIn):
        found = await blocks.get(turn.work, block)
        if found is not None:
            turn.send(Text(_sentence(turn, turn.me, found)))
    return True


async def _keep(turn: Turn, content: Content) -> None:
    """Nothing that a person wrote is lost: whoever has the case reads it when the block ends."""
    message, case, key = content_to_carry(content), turn.known.case, _chat(turn)
    if message is None or case is None:
        return
    if turn.incoming.edited:
        written = await messages.written_as(turn.work, key, turn.incoming.message_id)
        if written is not None:
            await messages.rewrite(turn.work, written, message)
        return
    origin = Origin(relay.FAMILY, turn.person_id, key, turn.incoming.message_id)
    await messages.add(turn.work, case.id, origin, message, "held")


def _chat(turn: Turn) -> str:
    return turn.known.account.chat_key


def _sentence(desk: Desk, me: Speaker, block: Block) -> str:
    now = desk.work.now
    if block.until_at is None:
        said = me.say("blocked-forever")
    else:
        said = me.say("blocked-until", until=me.when(block.until_at, now))
    return said + "\n\n" + numbers(me, "help", now)


def refuses(turn: Turn, parts: tuple[str, ...]) -> bool:
    """Whether a blocked person's button would begin something, and is answered instead."""
    begins = parts[:1] in (("f",), ("again",)) or parts[:2] in _BEGIN
    if turn.known.block is None or turn.staff is not None or not begins:
        return False
    turn.answer("blocked-press", alert=True)
    return True


# Beginning it.


async def block(turn: Turn, case: Case, days: int, reason: BlockReason) -> Block | None:
    """From now on this person is not heard, except in danger. None when that is so already, or
    they have a role."""
    assert case.person_id is not None
    ends_at = until(days, turn.work.now)
    made = await blocks.put(turn.work, case.person_id, reason, turn.person_id, ends_at)
    if made is None:
        return None
    if ends_at is not None:
        due.plan(turn.work, ENDS, made.id, ends_at, f"block:{made.id}")
    audit.record(turn.work, turn.person_id, f"blocked_{reason}", f"person:{case.person_id}")
    audit.record(turn.work, turn.person_id, "blocked", f"case:{case.id}")
    await people.end_session(turn.work, case.person_id)
    if await turn.tell(case.person_id, "notice", lambda me: Text(_sentence(turn, me, made))):
        await blocks.tell(turn.work, made.id, turn.work.now)
    return made


def may_block_forever(turn: Turn) -> bool:
    return may(turn.staff, Action.BLOCK_FOREVER)


# Ending it.


async def show(turn: Turn) -> None:
    """Who is blocked now, each with a button to end it."""
    me, now, lines = turn.me, turn.work.now, []
    rows: list[tuple[Button, ...]] = []
    for place, block in enumerate(await blocks.live(turn.work, SHOWN), 1):
        case = await cases.latest_of(turn.work, block.person_id)
        ends = me.when(block.until_at, now) if block.until_at else me.say("block-no-end")
        reason = me.say(f"block-reason-{block.reason}")
        code = case.code if case else ""
        lines.append(me.say("block-of", place=place, code=code, reason=reason, until=ends))
        rows.append((me.button("button-block-lift", "bl", "lift", short(block.id), place=place),))
    lines.append(me.say("block-how"))
    turn.send(Text("\n\n".join(lines), tuple(rows)), "staff")


async def lift(turn: Turn, number: BlockId) -> None:
    """A supervisor ends it; what has no end only an administrator."""
    found = await blocks.get(turn.work, number)
    if found is not None and found.until_at is None and not may_block_forever(turn):
        turn.answer("refused-role", alert=True)
        return
    block = await blocks.end(turn.work, number, turn.person_id)
    if block is None:
        turn.answer("press-counted")
        return
    await due.cancel(turn.work, ENDS, number)
    turn.answer("block-lifted", alert=True)
    await _heard_again(turn, block, turn.person_id)


async def ends(desk: Desk, what: Due) -> None:
    """Its time is over."""
    block = await blocks.end(desk.work, BlockId(what.subject), None)
    if block is not None:
        await _heard_again(desk, block, None)


async def _heard_again(desk: Desk, block: Block, by: PersonId | None) -> None:
    """What they wrote meanwhile reaches whoever has their case; the one who blocked them knows."""
    audit.record(desk.work, by, "unblocked", f"person:{block.person_id}")
    case = await cases.latest_of(desk.work, block.person_id)
    if case is not None:
        audit.record(desk.work, by, "unblocked", f"case:{case.id}")
    if case is not None and case.status is Status.CLAIMED:
        await relay.pass_held(desk, case)
    code = case.code if case else ""
    await desk.tell(block.blocked_by, "staff", lambda me: Text(me.say("block-over", code=code)))
