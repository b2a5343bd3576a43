"""One copy of a broadcast: the message as its reader sees it, and what came of it."""

from dataclasses import replace

from bot.domain.broadcast import (
    COPY,
    EXCHANGED,
    Broadcast,
    Door,
    Fate,
    Leads,
    Topic,
    Versions,
    in_language,
)
from bot.domain.capabilities import CAPABILITIES
from bot.domain.delivery import Decision, Done, GiveUp, Result, Unreachable
from bot.domain.ids import BroadcastId, PersonId, short
from bot.domain.moments import day_of
from bot.domain.outgoing import Album, Button, Buttons, Edit, Media, Outgoing, Text
from bot.domain.people import Platform
from bot.handlers.desk import Desk, Speaker
from bot.storage import automatic, recipients
from bot.storage.outbox import Letter


def composed(me: Speaker, one: Broadcast, versions: Versions) -> Outgoing | None:
    """The copy for readers of this language; None while nothing is written."""
    message = in_language(versions, me.language, me.house.language)
    buttons = doors(me, one)
    match message:
        case Text():
            return Text(message.text, buttons, message.entities)
        case Media():
            return Media(message.kind, message.file_id, message.caption, message.entities, buttons)
        case Album(items, below=below):
            said = below or Text(me.say("broadcast-album"))
            return Album(items, below=Text(said.text, buttons, said.entities))
        case _:
            return None


def seen_on(message: Outgoing, platform: Platform) -> Outgoing:
    """The same as readers there see it: formatting that the messenger does not know is left out."""
    known = CAPABILITIES[platform].formats
    if known is None:
        return message
    match message:
        case Text(entities=entities) | Media(entities=entities):
            return replace(message, entities=tuple(e for e in entities if e.kind in known))
        case Album(below=Text(entities=entities) as below):
            plain = replace(below, entities=tuple(e for e in entities if e.kind in known))
            return replace(message, below=plain)
        case _:
            return message


def doors(me: Speaker, one: Broadcast) -> Buttons:
    """Its buttons, and under them the one that ends such messages."""
    number = short(one.id)
    rows = [(_door(me, door, number, place),) for place, door in enumerate(one.doors)]
    stop = me.button("button-broadcast-stop", "bo", "stop", number)
    return (*rows, (stop,))


def _door(me: Speaker, door: Door, number: str, place: int) -> Button:
    if door.leads is Leads.LINK:
        return Button(door.label, url=door.target)
    own = me.button(f"button-broadcast-{door.leads}", "bo", "go", number, str(place))
    return Button(door.label or own.label, own.data)


def edited(me: Speaker, one: Broadcast, versions: Versions, message_ids: list[int]) -> Edit | None:
    """What puts an earlier copy right: its words, its buttons, and its picture or file where that
    was exchanged."""
    message = composed(me, one, versions)
    match message:
        case Text(text, buttons, entities):
            return Edit(text, None, message_ids[0], buttons, entities)
        case Media(buttons=buttons) if one.exchanged and message.kind in EXCHANGED:
            return Edit("", None, message_ids[0], buttons, media=replace(message, buttons=()))
        case Media(caption=caption, entities=entities, buttons=buttons):
            return Edit(caption, None, message_ids[0], buttons, entities, caption=True)
        case Album(items, below=Text(text, buttons, entities)):
            last = message_ids[-1]
            return Edit(text, None, last, buttons, entities, caption=len(items) == 1)
        case _:
            return None


# What came of it.


def settled(desk: Desk, letter: Letter, result: Result, decision: Decision) -> None:
    """Written down with the fate of the letter, in the same transaction."""
    number, person_id = letter.about.broadcast, letter.to.person_id
    if number is None or person_id is None or letter.kind != COPY:
        return
    match decision:
        case Done(message_ids):
            # Where it arrived: it may have gone another way than it began.
            recipients.sent(desk.work, (number, person_id), letter.to.platform, message_ids)
        case GiveUp(state, reason):
            fate = fate_of(state, unreachable=isinstance(result, Unreachable))
            why = recipients.REFUSED if state == "failed" and fate is Fate.SKIPPED else reason
            recipients.end(desk.work, (number, person_id), fate, why)
        case _:
            pass


def fate_of(state: str, *, unreachable: bool) -> Fate:
    """What the last state of a letter means for its reader."""
    if unreachable:
        return Fate.UNREACHABLE
    return Fate.UNKNOWN if state == "unknown" else Fate.SKIPPED


async def recall(desk: Desk, number: BroadcastId) -> None:
    """Takes back what waits just ahead of the sender, and its place in the day of its reader."""
    for person_id, written_at in await recipients.recall(desk.work, number):
        day = day_of(written_at, desk.house.words.zone).toordinal()
        automatic.uncount(desk.work, person_id, day)


async def give_back(
    desk: Desk, number: BroadcastId, person_id: PersonId, until: int | None
) -> None:
    """The gate has stopped a copy at the door: it waits for its hour, or is not sent at all."""
    if until is None:
        recipients.end(desk.work, (number, person_id), Fate.SKIPPED, "safe contact")
    else:
        await recipients.put_off(desk.work, number, person_id, until)


def topic_named(me: Speaker, topic: Topic) -> str:
    return me.say(f"broadcast-topic-{topic}")
