"""What happens to the counselor group itself: it moves, we are put out of it, people leave."""

from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Platform, Role
from bot.handlers.desk import Desk, Turn
from bot.handlers.incoming import ChatKind
from bot.handlers.staff import staff
from bot.storage import cases, chats, outbox, people
from bot.storage.chats import group_key


async def _is_ours(turn: Turn) -> bool:
    place = turn.house.places[turn.incoming.platform]
    if place.group is None:
        return False
    now = await chats.current(turn.work, turn.incoming.platform, place.group)
    return turn.incoming.chat_id in (place.group, now)


async def moved(turn: Turn, chat_id: int) -> None:
    """The group became a supergroup: from now on it has another id."""
    place = turn.house.places[turn.incoming.platform]
    if place.group is not None and await _is_ours(turn):
        await chats.move(turn.work, turn.incoming.platform, place.group, chat_id)


async def presence(turn: Turn, *, inside: bool) -> None:
    """We are inside again, or put out; a person lets us in again, or blocks us."""
    if turn.incoming.chat is ChatKind.PRIVATE:
        if inside:
            people.seen(turn.work, turn.person_id, turn.one_of_two)
        elif await people.unreachable(turn.work, turn.person_id, turn.incoming.platform):
            await tell_unreachable(turn, turn.person_id)
    elif turn.incoming.chat is ChatKind.GROUP and await _is_ours(turn):
        if inside:
            await outbox.hurry(turn.work, group_key(turn.incoming.platform))
            await chats.found(turn.work, turn.incoming.platform)
        else:
            await group_lost(turn, turn.incoming.platform)


async def group_lost(desk: Desk, platform: Platform) -> None:
    """Cards cannot reach the group: administrators are told once; the queue goes on without it."""
    if await chats.lost(desk.work, platform):
        await desk.tell_admins("notice", lambda me: Text(me.say("group-lost")))


async def tell_backlog(desk: Desk, platform: Platform, count: int) -> None:
    """Administrators hear that more waits at a messenger than it may be trusted to keep."""
    await desk.tell_admins(
        "notice",
        lambda me: Text(
            me.say("backlog-admins", count=count, messenger=me.say(f"messenger-{platform}"))
        ),
    )


async def tell_unreachable(desk: Desk, person_id: PersonId) -> None:
    """Messages to this person do not arrive: nothing automatic follows, their counselor knows."""
    await outbox.cancel_automatic(desk.work, person_id)
    case = await cases.open_of(desk.work, person_id)
    if case is not None and case.counselor_id is not None:
        await desk.tell(
            case.counselor_id,
            "undelivered",
            lambda me: Text(me.say("family-unreachable", code=case.code)),
        )


async def member_gone(turn: Turn, account: int) -> None:
    """A staff member left the group: the role ends, and the open cases go back to the queue."""
    if not await _is_ours(turn):
        return
    key = people.chat_key(turn.work.sealer, turn.incoming.platform, account)
    gone = (await people.known(turn.work, [key])).get(key)
    if gone is None or gone.staff is None or gone.staff.role is Role.ADMINISTRATOR:
        return
    await staff.end_role(turn, gone.staff)
    who = gone.staff.alias
    await turn.tell_admins("notice", lambda me: Text(me.say("member-left", alias=who)))


async def command(turn: Turn, name: str) -> None:
    """In the group only one thing is said aloud: that the rest happens in private."""
    if name in ("start", "help", "queue", "next", "mycases", "close") and await _is_ours(turn):
        place = turn.house.places[turn.incoming.platform]
        turn.tell_group(
            turn.incoming.platform,
            "card",
            lambda me: Text(me.say("group-help", name="@" + place.username)),
        )
