"""Those who get broadcasts: the buttons under one, and what they want to get at all."""

from bot.domain.broadcast import Broadcast, Door, Leads, Topic
from bot.domain.contact import Writing
from bot.domain.ids import BroadcastId, CourseId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text
from bot.handlers import conversation
from bot.handlers.broadcasts import broadcasting
from bot.handlers.desk import Turn
from bot.handlers.family import assessment, family
from bot.handlers.series import series as series_menu
from bot.storage import audit, broadcasts, consents, contact, courses, opt_outs, recipients

VERSION = 1
"""The version of the text on choosing by topic of need."""


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`go.BROADCAST.PLACE`, `stop.BROADCAST`; `list`, `on.TOPIC`, `off.TOPIC`, `want.yes`,
    `want.no`, `need.yes`, `need.no`."""
    match parts:
        case ("go", number, place):
            await _go(turn, number, place)
        case ("stop", number):
            await _stop(turn, number)
        case ("list",):
            turn.answer()
            turn.send(Text(*await wishes(turn)))
        case ("on" | "off" as verb, topic) if topic in set(Topic):
            await _of_topic(turn, Topic(topic), refused=verb == "off")
            turn.answer()
            turn.edit_pressed(*await wishes(turn))
        case ("want" | "need" as verb, "yes" | "no" as said) if turn.staff is None:
            await _allow(turn, verb, given=said == "yes")
            turn.answer()
            turn.edit_pressed(*await wishes(turn))
        case _:
            turn.answer("press-old")


async def _of(turn: Turn, number: str) -> Broadcast | None:
    one = await broadcasts.get(turn.work, BroadcastId(unshort(number) or 0))
    if one is None:
        turn.answer("press-old")
    return one


# The buttons under a broadcast.


async def _go(turn: Turn, number: str, place: str) -> None:
    one = await _of(turn, number)
    if one is None:
        return
    door = one.doors[int(place)] if place.isdecimal() and int(place) < len(one.doors) else None
    if door is None:
        turn.answer("press-old")
        return
    counts = await recipients.pressed(turn.work, one.id, turn.person_id)
    if turn.staff is not None:
        turn.answer("broadcast-only-looked", alert=True)
        return
    turn.answer()
    if await _open(turn, door) and counts:
        await recipients.begun(turn.work, one.id, turn.person_id)


async def _open(turn: Turn, door: Door) -> bool:
    """Leads them there, in a new message. True where a conversation has begun."""
    me = turn.me
    match door.leads:
        case Leads.ASSESSMENT if turn.known.session is not None:
            await conversation.resume(turn)
        case Leads.ASSESSMENT if turn.known.case is not None:
            await family.status(turn)
        case Leads.ASSESSMENT:
            await assessment.begin(turn)
            return True
        case Leads.COURSE:
            found = await courses.course(turn.work, CourseId(unshort(door.target) or 0))
            if found is not None:
                see = me.button("button-course-see", "co", "course", short(found.id))
                about = me.say("course-about", title=found.title, about=found.about)
                turn.send(Text(about, ((see,),)))
        case Leads.SERIES if (one := turn.house.series.get(door.target)) is not None:
            take = me.button("button-series-take", "ser", "take", one.name)
            turn.send(Text(series_menu.about(me, one), ((take,),)))
        case _:
            turn.say("broadcast-gone")
    return False


async def _stop(turn: Turn, number: str) -> None:
    """Nothing more about this topic. The message stays as it is."""
    one = await _of(turn, number)
    if one is None:
        return
    await recipients.pressed(turn.work, one.id, turn.person_id)
    await _of_topic(turn, one.topic, refused=True)
    turn.answer()
    topic = broadcasting.topic_named(turn.me, one.topic)
    back = turn.me.button("button-broadcast-on", "bo", "on", one.topic.value, topic=topic)
    turn.send(Text(turn.me.say("broadcast-stopped", topic=topic), ((back,),)))


# What somebody wants to get.


async def _of_topic(turn: Turn, topic: Topic, *, refused: bool) -> None:
    if refused:
        await opt_outs.refuse(turn.work, turn.person_id, topic.stream)
        await recipients.refuse(turn.work, turn.person_id, topic)
    else:
        await opt_outs.allow(turn.work, turn.person_id, (topic.stream,))
    audit.record(turn.work, turn.person_id, "opted_out" if refused else "opted_in", topic.stream)


async def _allow(turn: Turn, what: str, *, given: bool) -> None:
    purpose = consents.NEWS if what == "want" else consents.TOPICS
    consents.record(turn.work, turn.person_id, purpose, VERSION, given=given)
    if what == "want":
        await contact.want_news(turn.work, turn.person_id, given=given)
    audit.record(turn.work, turn.person_id, f"consent_{'yes' if given else 'no'}", purpose)


async def wishes(turn: Turn) -> tuple[str, Buttons]:
    """Which kinds of broadcasts come, and whether they may be chosen for one's own topic."""
    me = turn.me
    refused = await opt_outs.of_person(turn.work, turn.person_id)
    rows: list[tuple[Button, ...]] = []
    lines = [me.say("broadcast-wishes")]
    for topic in Topic:
        off, named = topic.stream in refused, broadcasting.topic_named(me, topic)
        lines.append(me.say("broadcast-wish", topic=named, comes="no" if off else "yes"))
        key, verb = ("button-broadcast-on", "on") if off else ("button-broadcast-off", "off")
        rows.append((me.button(key, "bo", verb, topic.value, topic=named),))
    if turn.staff is None:
        standing = await contact.standing(turn.work, turn.person_id)
        rules = standing.rules if standing is not None else None
        if rules is not None and rules.writing in (Writing.WAIT, Writing.NEUTRAL):
            lines.append(me.say("broadcast-wish-contact"))
        elif rules is not None and rules.writing is None:
            wants = await contact.wants_news(turn.work, turn.person_id)
            lines.append(me.say("broadcast-wish-first", given="yes" if wants else "no"))
            rows.append((_toggle(turn, "want", given=wants),))
        given = consents.TOPICS in await consents.given(turn.work, turn.person_id)
        lines.append(me.say("broadcast-wish-need", given="yes" if given else "no"))
        rows.append((_toggle(turn, "need", given=given),))
    return "\n".join(lines), tuple(rows)


def _toggle(turn: Turn, what: str, *, given: bool) -> Button:
    said = "no" if given else "yes"
    key = "button-broadcast-want" if what == "want" else "button-broadcast-need"
    return turn.me.button(key, "bo", what, said, given=said)
