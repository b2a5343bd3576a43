"""Messages to a family that must wait: until its hours, until it writes, until it comes back."""

from bot.domain.automatic import AUTOMATIC
from bot.domain.case import Case
from bot.domain.contact import ContactRules, is_gated, is_kept, is_veiled
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.handlers import gate
from bot.handlers.broadcasts import broadcasting
from bot.handlers.casework import reply_times
from bot.handlers.desk import Desk, Speaker
from bot.handlers.queue import cards
from bot.handlers.talk import carrying
from bot.handlers.tools import Tools
from bot.storage import cases, contact, held, leases, people, relay, veiled
from bot.storage.held import Held, Withdrawn
from bot.storage.outbox import Letter
from bot.storage.relay import Relayed


async def to_family(desk: Desk, case: Case, relayed: Relayed, reply_to: int | None = None) -> None:
    """A counselor's message: on its way now, or kept, and then its author learns until when."""
    standing = await contact.standing(desk.work, case.person_id) if case.person_id else None
    if case.person_id is None or standing is None:
        return
    await turned_to(desk, case)
    at = _allowed(desk, standing, "relay")
    if at == desk.work.now:
        rules, seen_at = standing.rules, standing.seen_at
        hidden = is_veiled(rules, "relay", at, seen_at)
        await carrying.carry(desk, case, relayed, case.person_id, reply_to, hidden=hidden)
        return
    await relay.move(desk.work, relayed.id, "passed", "held")
    await desk.tell(
        relayed.origin.author_id,
        "receipt",
        lambda me: Text(
            _why_held(me, case, standing.rules, at, desk.work.now),
            reply_to=relayed.origin.message_id,
        ),
    )


async def turned_to(desk: Desk, case: Case) -> None:
    """Whoever has the case has turned to its family: the claim holds, and nobody waits."""
    if case.replied_at is None:
        leases.replied(desk.work, case.id)
        await cards.refresh(desk, case.id)
    reply_times.answered(desk, case)


def _allowed(desk: Desk, standing: contact.Standing, kind: str) -> int | None:
    """When a message of this kind may leave for somebody who stands to us like this."""
    return gate.leaves_at(desk.house, standing, kind, desk.work.now)


def _why_held(me: Speaker, case: Case, rules: ContactRules, at: int | None, now: int) -> str:
    if rules.silenced_at is not None:
        return me.say("receipt-silenced", code=case.code)
    if at is None:
        return me.say("receipt-held", code=case.code)
    return me.say("receipt-scheduled", code=case.code, at=me.when(at, now))


async def release(desk: Desk, person_id: PersonId) -> None:
    """What waits for this person and may leave now, in the order in which it was written."""
    standing = await contact.standing(desk.work, person_id)
    if standing is None or standing.rules.silenced_at is not None:
        return
    waiting: list[Held | Relayed] = [
        *await held.of_person(desk.work, person_id),
        *await relay.held_for(desk.work, person_id),
    ]
    for one in sorted(waiting, key=lambda each: int(each.id)):
        if isinstance(one, Held):
            await _release_held(desk, person_id, standing, one)
        elif _allowed(desk, standing, "relay") == desk.work.now:
            case = await cases.get(desk.work, one.case_id)
            if case is not None and await relay.move(desk.work, one.id, "held", "passed"):
                await to_family(desk, case, one)


async def _release_held(
    desk: Desk, person_id: PersonId, standing: contact.Standing, one: Held
) -> None:
    at = _allowed(desk, standing, one.kind)
    if at == desk.work.now or (at is None and not is_kept(standing.rules, one.kind)):
        reach = await people.reach(desk.work, person_id)
        if reach is None or not await held.take(desk.work, one.id):
            return
        # As where it was owed: what a clock started stops while they cannot be reached.
        if not reach.lost or one.kind not in AUTOMATIC:
            await desk.entrust(reach, one.kind, one.messages, one.about)
    elif at != one.due_at:
        await held.wait_until(desk.work, one.id, at)


# Taking back what waits in the outbox.


async def hold_back(desk: Desk, person_id: PersonId) -> None:
    """The person left: what was about to leave for them waits with the rest."""
    for row in await held.withdraw(desk.work, person_id):
        await _keep(desk, person_id, row, None)


async def _keep(desk: Desk, person_id: PersonId, row: Withdrawn, due_at: int | None) -> None:
    if row.about.broadcast is not None:
        await broadcasting.give_back(desk, row.about.broadcast, person_id, due_at)
        return
    veil = await veiled.behind(desk.work, row.id) if row.kind == "veil" else None
    if veil is not None:
        await veiled.drop(desk.work, veil)
    if row.about.relay is not None and row.kind in ("relay", "veil"):
        await relay.take_back(desk.work, row.id, row.about.relay)
    elif veil is not None:
        await held.put(desk.work, person_id, veil.kind, veil.messages, due_at, veil.about)
    elif is_gated(row.kind) and row.kind != "veil":
        await held.put(desk.work, person_id, row.kind, [row.message], due_at, row.about)


async def may_leave(tools: Tools, letter: Letter) -> bool:
    """Whether the rules still allow what they allowed when the letter was written.

    False: it waits again, and the clock looks after it.
    """
    person_id = letter.to.person_id
    if person_id is None or not is_gated(letter.kind):
        return True
    standing = await contact.standing_now(tools.database, person_id)
    if standing is None or standing.staff:
        return True
    rules, now, seen_at = standing.rules, tools.clock.now(), standing.seen_at
    at = gate.leaves_at(tools.house, standing, letter.kind, now)
    fresh = not gate.is_of_another_day(tools.house, letter.kind, letter.created_at, now)
    if at == now and fresh and not is_veiled(rules, letter.kind, now, seen_at):
        return True
    async with tools.database.transaction() as tx:
        desk = tools.desk(tx)
        row = await held.withdraw_one(desk.work, person_id, letter.id)
        if row is not None and (at is not None or is_kept(rules, letter.kind)):
            await _keep(desk, person_id, row, at)
    return False
