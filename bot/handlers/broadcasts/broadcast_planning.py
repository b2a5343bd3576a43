"""Before a broadcast leaves: the exact count, an honest duration, its moment, a second yes."""

from bot.domain.broadcast import Broadcast, Repeats, State, duration, ends_at
from bot.domain.capabilities import CAPABILITIES
from bot.domain.ids import PersonId, short
from bot.domain.moments import day_of
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, may
from bot.handlers.broadcasts import broadcast_access, broadcast_page
from bot.handlers.broadcasts.broadcast_steps import plan_anew
from bot.handlers.desk import Desk, Speaker, Turn
from bot.storage import broadcasts as store
from bot.storage import people, segments
from bot.words import read_moment


def today(desk: Desk) -> int:
    return day_of(desk.work.now, desk.house.words.zone).toordinal()


async def count(desk: Desk, one: Broadcast) -> int:
    """How many people there are at this moment."""
    return await segments.count(desk.work, one.segment, one.topic, today(desk))


# What will happen.


async def check(turn: Turn, one: Broadcast) -> tuple[str, Buttons]:
    """All that matters before the last press."""
    me, house, now = turn.me, turn.house, turn.work.now
    names = [platform.value for platform in house.places]
    found = await segments.by_platform(turn.work, one.segment, one.topic, today(turn), names)
    people_count = sum(found.values())
    lines = [me.say("broadcast-check", name=one.name)]
    lines += await broadcast_access.people_in_words(turn, me, one.segment)
    lines.append(me.say("broadcast-check-count", count=people_count))
    if people_count:
        rates = {platform.value: place.per_second for platform, place in house.places.items()}
        spent, zone = duration(found, rates), house.words.zone
        begins = house.calm.quiet.over_at(max(now, one.planned_at or now), zone)
        until = ends_at(begins, spent, house.calm.quiet, zone)
        at = house.words.appointed(me.language, until, now)
        lines.append(me.say("broadcast-check-span", span=me.span(spent), at=at))
        if begins > max(now, one.planned_at or now):
            moment = house.words.appointed(me.language, begins, now)
            lines.append(me.say("broadcast-check-quiet", at=moment))
    if one.planned_at is not None:
        at = house.words.appointed(me.language, one.planned_at, now)
        lines.append(me.say("broadcast-page-at", at=at, repeats=one.repeats.value))
    if people_count > house.broadcasts.approve_above:
        lines.append(me.say("broadcast-check-second"))
    return "\n".join(lines), _ways(turn, one, people_count)


def _ways(turn: Turn, one: Broadcast, people_count: int) -> Buttons:
    def button(key: str, verb: str, *more: str) -> Button:
        return broadcast_access.button(turn, key, "bs", verb, one, *more)

    back = (broadcast_access.button(turn, "button-back", "bc", "see", one),)
    if not people_count:
        return (back,)
    if one.planned_at is None:
        return (
            (button("button-broadcast-now", "sure"),),
            (button("button-broadcast-at", "when"),),
            back,
        )
    repeats = tuple(
        button(f"button-broadcast-{each}", "repeat", each.value)
        for each in Repeats
        if each is not one.repeats
    )
    return (
        (button("button-broadcast-then", "sure"),), repeats,
        (button("button-broadcast-at", "when"), button("button-broadcast-at-once", "asap")), back,
    )  # fmt: skip


async def typed(turn: Turn, one: Broadcast, text: str) -> bool:
    """A day and an hour; quiet hours are said in the check."""
    local = read_moment(text)
    at = turn.house.words.moment(local) if local is not None else 0
    if at <= turn.work.now:
        turn.say("broadcast-retry-when", kind="staff")
        return False
    await store.change(turn.work, one.id, planned_at=at)
    now = await store.get(turn.work, one.id)
    turn.send(Text(*await check(turn, now or one)), "staff")
    return True


# "Send."


async def send(turn: Turn, one: Broadcast) -> None:
    """At once, at its moment, or when a second person has said yes."""
    found = await count(turn, one)
    if not found:
        turn.answer("broadcast-nobody", alert=True)
        return
    second = found > turn.house.broadcasts.approve_above
    after, now = State.ASKED if second else State.PLANNED, turn.work.now
    at = max(now, one.planned_at or now)
    if not await store.send(turn.work, one.id, turn.person_id, found, after, at):
        turn.answer("broadcast-no-draft", alert=True)
        return
    broadcast_access.record(turn, "broadcast_asked" if second else "broadcast_sent", one)
    turn.answer()
    sent = await store.get(turn.work, one.id) or one
    if second:
        await _ask_second(turn, sent, found)
    else:
        await plan_anew(turn, one.id, at)
    turn.edit_pressed(*await broadcast_page.page(turn, sent))


async def _ask_second(turn: Turn, one: Broadcast, found: int) -> None:
    who = turn.staff.alias if turn.staff is not None else ""
    asked = 0
    for member in await people.staff(turn.work):
        if may(member, Action.APPROVE_BROADCAST) and member.person_id not in (
            one.made_by, one.sent_by,
        ):  # fmt: skip
            await turn.tell(member.person_id, "staff", lambda me: _question(me, one, who, found))
            asked += 1
    turn.say("broadcast-second-asked" if asked else "broadcast-second-nobody", kind="staff")


def _question(me: Speaker, one: Broadcast, who: str, found: int) -> Text:
    number = short(one.id)
    rows = (
        (me.button("button-broadcast-look", "bc", "look", number),),
        (
            me.button("button-broadcast-approve", "bs", "approve", number),
            me.button("button-broadcast-back", "bs", "back", number),
        ),
    )
    return Text(me.say("broadcast-second", who=who, name=one.name, count=found), rows)


async def approve(turn: Turn, one: Broadcast) -> None:
    """The second yes. Whoever wrote it or sent it is no second person."""
    if not await store.approve(turn.work, one.id, turn.person_id):
        own = turn.person_id in (one.made_by, one.sent_by) and one.state is State.ASKED
        turn.answer("broadcast-own" if own else "broadcast-decided", alert=True)
        return
    broadcast_access.record(turn, "broadcast_approved", one)
    turn.answer("broadcast-approved")
    await plan_anew(turn, one.id, max(turn.work.now, one.planned_at or 0))
    now = await store.get(turn.work, one.id)
    turn.edit_pressed(*await broadcast_page.page(turn, now or one))
    await _tell_sender(turn, one, "broadcast-was-approved")


async def send_back(turn: Turn, one: Broadcast) -> None:
    """It is a draft again."""
    if await store.move(turn.work, one.id, [State.ASKED], State.DRAFT) is None:
        turn.answer("broadcast-decided", alert=True)
        return
    broadcast_access.record(turn, "broadcast_sent_back", one)
    turn.answer()
    now = await store.get(turn.work, one.id)
    turn.edit_pressed(*await broadcast_page.page(turn, now or one))
    await _tell_sender(turn, one, "broadcast-was-sent-back")


async def _tell_sender(turn: Turn, one: Broadcast, key: str) -> None:
    who: PersonId | None = one.sent_by
    if who is None or who == turn.person_id:
        return
    alias = turn.staff.alias if turn.staff is not None else ""
    page = short(one.id)
    await turn.tell(
        who,
        "staff",
        lambda me: Text(
            me.say(key, name=one.name, who=alias),
            ((me.button("button-broadcast-page", "bc", "see", page),),),
        ),
    )


async def ask_correct(turn: Turn, one: Broadcast, *, pictures: bool = False) -> None:
    """What is right is there: shall it take the place of what was sent? Said beforehand: where a
    picture stays as it is."""
    stays = [p for p in turn.house.places if not CAPABILITIES[p].exchanges_media]
    sure = broadcast_access.button(turn, "button-broadcast-correct-sure", "bs", "mend", one, "edit")
    look = broadcast_access.button(turn, "button-broadcast-look", "bc", "look", one)
    lines = [turn.me.say("broadcast-correct-sure", name=one.name)]
    if pictures and stays:
        names = [turn.me.say(f"broadcast-platform-{platform}") for platform in stays]
        comma = turn.me.say("list-comma")
        lines.append(turn.me.say("broadcast-correct-stays", messengers=comma.join(names)))
    turn.send(Text("\n".join(lines), ((sure,), (look,))), "staff")
