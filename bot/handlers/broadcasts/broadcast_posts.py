"""A broadcast in the channels of the organization, with a link by which people come to us."""

from dataclasses import replace

from bot.domain.broadcast import Broadcast, Leads
from bot.domain.ids import BroadcastId, short, unshort
from bot.domain.outgoing import Album, Button, Media, Text
from bot.handlers.broadcasts import broadcasting
from bot.handlers.desk import Desk, Turn
from bot.storage import broadcasts, outbox, recipients
from bot.storage.outbox import Address

CAME = "bc_"
"""How the word behind such a link begins."""


async def post(desk: Desk, one: Broadcast) -> None:
    """In every messenger that has a channel of ours. Buttons that need us become one link."""
    versions = await broadcasts.versions(desk.work, one.id)
    me = desk.to_staff
    message = broadcasting.composed(me, one, versions)
    for platform, place in desk.house.places.items():
        if place.channel is None or message is None:
            continue
        links = [
            (Button(door.label, url=door.target),) for door in one.doors if door.leads is Leads.LINK
        ]
        address = f"{place.link}/{place.username}?start={CAME}{short(one.id)}"
        rows = (*links, (Button(me.say("button-broadcast-come"), url=address),))
        to = Address(platform, f"channel:{platform}", place.channel)
        match message:
            case Album(below=Text() as below):
                outbox.put(desk.work, to, "broadcast_post",
                           replace(message, below=replace(below, buttons=rows)))  # fmt: skip
            case Text() | Media():
                outbox.put(desk.work, to, "broadcast_post", replace(message, buttons=rows))
            case _:
                pass


async def came(turn: Turn, argument: str) -> bool:
    """/start by the link of a post: it is counted, once for each person."""
    number = unshort(argument.removeprefix(CAME)) if argument.startswith(CAME) else None
    if number is None or turn.staff is not None:
        return False
    await recipients.arrived(
        turn.work, BroadcastId(number), turn.person_id, turn.incoming.platform.value
    )
    return True
