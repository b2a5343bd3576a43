"""One pinned message in the counselor group: how the queue stands, and who is on duty."""

import hashlib

from bot.domain.delivery import Gone
from bot.domain.duty import coarse_wait
from bot.domain.ids import OutboxId
from bot.domain.outgoing import Edit, Pin, Text
from bot.domain.people import Platform
from bot.domain.safeguarding import on_call
from bot.domain.triage import Acuity
from bot.handlers.desk import Desk
from bot.handlers.queue import cards
from bot.handlers.queue.hours import closed_until
from bot.storage import alerts, board, duty, meta, outbox, people
from bot.storage.chats import group_key
from bot.storage.outbox import Address, Letter

NAMED = 8
"""Colleagues who are named; the others are counted."""
MINUTE = 60_000


async def show(desk: Desk) -> None:
    """Every group has the message as things stand now: made, edited, or left alone."""
    if not desk.house.duty.digest:
        return
    groups = [platform for platform, place in desk.house.places.items() if place.group is not None]
    for platform in groups:
        await _show_in(desk, platform)


async def _show_in(desk: Desk, platform: Platform) -> None:
    name, to = _mark(platform), Address(platform, group_key(platform))
    row, _, before = (await meta.get(desk.work, name) or "").partition(":")
    text = await _text(desk)
    now = hashlib.sha256(text.encode()).hexdigest()[:16]
    state = await board.row_of_digest(desk.work, OutboxId(int(row))) if row else None
    if state in ("waiting", "sending"):
        return
    if state == "sent":
        if before != now and not await board.group_is_behind(desk.work, to.chat_key):
            outbox.put(desk.work, to, "digest_edit", Edit(text, row=OutboxId(int(row))))
            await meta.put(desk.work, name, f"{row}:{now}")
        return
    if not row and not await board.waiting(desk.work):
        return  # nobody has ever waited here
    fresh = outbox.put(desk.work, to, "digest", Text(text))
    outbox.put(desk.work, to, "pin", Pin(fresh))
    await meta.put(desk.work, name, f"{fresh}:{now}")


def _mark(platform: Platform) -> str:
    return f"digest:{platform}"


async def settled(desk: Desk, letter: Letter, result: object, *, given_up: bool) -> None:
    """An edit found nothing to edit: the next look makes it anew. We may not pin: who can help
    hears of it."""
    if letter.kind == "digest_edit" and isinstance(result, Gone):
        # The row stands for a message that is gone; `0` is no row, so that a new one is made.
        await meta.put(desk.work, _mark(letter.to.platform), "0:")
    elif letter.kind == "pin" and given_up:
        await desk.tell_admins("notice", lambda me: Text(me.say("digest-not-pinned")))


async def _text(desk: Desk) -> str:
    me, now = desk.to_staff, desk.work.now
    waiting = await board.waiting(desk.work)
    lines = [me.say("digest-title", count=sum(n for n, _ in waiting.values()))]
    for acuity in Acuity:
        if acuity in waiting:
            count, since = waiting[acuity]
            lines.append(
                me.say(
                    "digest-line",
                    acuity=me.say(f"acuity-level-{acuity.key}"),
                    count=count,
                    span=me.span(coarse_wait(now - since) * MINUTE),
                )
            )
    lines.append(me.say("digest-alerts", count=await alerts.open_count(desk.work)))
    staff = {member.person_id: member for member in await people.staff(desk.work)}
    there = [
        cards.title(me, staff[person])
        for person in await duty.everybody_on_duty(desk.work)
        if person in staff
    ]
    lines.append(_people(desk, "digest-duty", there))
    called = [cards.title(me, member) for member in on_call(staff.values())]
    lines.append(_people(desk, "digest-on-call", called))
    opens = closed_until(desk)
    if opens is not None:
        lines.append(me.say("hours-closed", at=me.when(opens, now)))
    return "\n".join(lines)


def _people(desk: Desk, key: str, names: list[str]) -> str:
    me = desk.to_staff
    said = me.say("list-comma").join(names[:NAMED])
    return me.say(key, names=said or "-", more=max(0, len(names) - NAMED), count=len(names))
