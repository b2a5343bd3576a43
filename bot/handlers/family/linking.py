"""/link: one person in two messengers. A code from one, brought to the other, and a yes there.

After that: where they are written to, whether the other account may help out, and which of the
two their talk goes through.
"""

import secrets

from bot.domain.ids import LinkId, short, unshort
from bot.domain.linking import Wishes, link_code, read_link_code, stays
from bot.domain.outgoing import Button, Buttons, Commands, Text
from bot.domain.people import Platform
from bot.handlers.desk import Speaker, Turn
from bot.handlers.family import joining
from bot.handlers.staff import staff
from bot.storage import accounts, audit, cases, detours, linking, merging, outbox
from bot.storage.linking import Link

BROUGHT = "link_"
"""How the word of a deep link begins that brings a code."""
LAST, ANYWHERE = "last", "any"


async def show(turn: Turn, typed: str = "") -> None:
    """/link, or /link CODE."""
    if typed:
        await bring(turn, typed)
    elif turn.known.person.linked:
        text, buttons = await _settings(turn)
        turn.send(Text(text, buttons), _kind(turn))
    else:
        await _show_code(turn)


def _kind(turn: Turn) -> str:
    return "staff" if turn.staff is not None else "reply"


def messenger(me: Speaker, platform: Platform) -> str:
    return me.say(f"messenger-{platform}")


async def _show_code(turn: Turn) -> None:
    here, me = turn.incoming.platform, turn.me
    others = {p: place for p, place in turn.house.places.items() if p is not here}
    if not others:
        turn.say("link-nowhere", kind=_kind(turn), messenger=messenger(me, here))
        return
    if turn.known.block is not None:
        turn.say("link-not-now", kind=_kind(turn))
        return
    code = link_code(secrets.randbits(40))
    await linking.show(turn.work, turn.person_id, here, code)
    audit.record(turn.work, turn.person_id, "link_code_shown", "person")
    rows = tuple(
        (
            Button(
                me.say("button-link-there", messenger=messenger(me, platform)),
                url=f"{place.link}/{place.username}?start={BROUGHT}{code.replace('-', '')}",
            ),
        )
        for platform, place in others.items()
    )
    text = me.say("link-code", code=code)
    turn.send(Text(text, rows, protect=True), _kind(turn))


# The other side.


async def bring(turn: Turn, typed: str) -> None:
    """Somebody brings a code: it is theirs from now on, and they are asked whether they mean it.
    Why a code opens nothing is not told: whoever guesses learns nothing."""
    code = read_link_code(typed)
    if await linking.rests(turn.work, turn.person_id):
        turn.say("link-rests", kind=_kind(turn))
        return
    link = await linking.enter(turn.work, code, turn.person_id) if code else None
    if link is None or await merging.is_apart(turn.work, link.person_id):
        await linking.guessed(turn.work, turn.person_id)
        audit.record(turn.work, turn.person_id, "link_guessed", "person", allowed=False)
        turn.say("link-unknown", kind=_kind(turn))
        return
    await linking.guessed_right(turn.work, turn.person_id)
    why = await _why_not(turn, link)
    if why is not None:
        turn.say(why, kind=_kind(turn))
        return
    me, number = turn.me, short(link.id)
    asked = me.say(
        "link-sure",
        here=messenger(me, turn.incoming.platform),
        there=messenger(me, link.platform),
    )
    yes, no = (
        me.button("button-link-yes", "ln", "yes", number),
        me.button("button-link-no", "ln", "no", number),
    )
    turn.send(Text(asked, ((yes, no),)), _kind(turn))


async def _why_not(turn: Turn, link: Link) -> str | None:
    """What stands in the way of joining, as a text of ours says it."""
    work, me, other = turn.work, turn.person_id, link.person_id
    if await merging.is_apart(work, me):
        return "link-not-now"
    if not await merging.fits(work, me, other):
        return "link-same-messenger"
    mine, theirs = await merging.side(work, me), await merging.side(work, other)
    if mine.has_role and theirs.has_role:
        return "link-both-staff"
    family = other if mine.has_role else me
    staff = mine.has_role or theirs.has_role
    if staff and await cases.open_of(work, family) is not None:
        return "link-open-case"
    return None


async def _yes(turn: Turn, number: LinkId) -> None:
    link = await linking.of_entered(turn.work, number, turn.person_id)
    if link is None or not await merging.lock(turn.work, turn.person_id, link.person_id):
        turn.answer("link-over", alert=True)
        return
    apart = await merging.is_apart(turn.work, link.person_id)
    why = "link-over" if apart else await _why_not(turn, link)
    if why is not None:
        turn.answer(why, alert=True)
        return
    if not await linking.use(turn.work, link, turn.person_id):
        turn.answer("link-over", alert=True)
        return
    mine = await merging.side(turn.work, turn.person_id)
    theirs = await merging.side(turn.work, link.person_id)
    stay = stays(mine, theirs)
    one = (turn.person_id, link.person_id)
    await joining.join(turn, *(one if stay is mine else one[::-1]), link.platform)
    turn.answer()
    text, buttons = await _settings(turn)
    turn.edit_pressed(f"{turn.me.say('link-done')}\n\n{text}", buttons)


# Once joined.


async def _settings(turn: Turn) -> tuple[str, Buttons]:
    """How they are reached, in one line and a button each: a press goes on to the next choice."""
    me, wishes = turn.me, await accounts.wishes(turn.work, turn.person_id)
    at = [one.platform for one in await accounts.of_person(turn.work, turn.person_id)]
    preferred = wishes.preferred.value if wishes.preferred else LAST
    talks = wishes.talks_on.value if wishes.talks_on else ANYWHERE
    names = [messenger(me, platform) for platform in at]
    text = me.say("link-settings", messengers=me.say("link-and", first=names[0], second=names[-1]))
    choices = [platform.value for platform in at]
    rows = (
        (me.button("button-link-prefer", "ln", "prefer", _after(preferred, [LAST, *choices])),),
        (me.button("button-link-fallback", "ln", "fall", "no" if wishes.fallback else "yes"),),
        (me.button("button-link-talk", "ln", "talk", _after(talks, [ANYWHERE, *choices])),),
        (me.button("button-link-part", "ln", "part"),),
    )
    return f"{text}\n\n{_lines(me, wishes)}", rows


def _lines(me: Speaker, wishes: Wishes) -> str:
    lines = [
        me.say("link-prefer", where=wishes.preferred.value if wishes.preferred else LAST),
        me.say("link-fallback", allowed="yes" if wishes.fallback else "no"),
        me.say("link-talk", where=wishes.talks_on.value if wishes.talks_on else ANYWHERE),
    ]
    return "\n".join(lines)


def _after(now: str, choices: list[str]) -> str:
    return choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`code` and `menu`; `yes.CODE`, `no.CODE` of whoever brought one; once joined `prefer.WHERE`,
    `fall.yes`, `fall.no`, `talk.WHERE`, `part`, `off.WHERE`."""
    match parts:
        case ("menu",):
            turn.answer()
            await show(turn)
        case ("yes", number) if (found := unshort(number)) is not None:
            await _yes(turn, LinkId(found))
        case ("no", _):
            turn.answer()
            turn.edit_pressed(turn.me.say("link-dropped"))
        case _ if turn.known.person.linked:
            await _chosen(turn, parts)
        case _:
            turn.answer("press-old")


async def _chosen(turn: Turn, parts: tuple[str, ...]) -> None:
    at = {one.platform.value: one for one in await accounts.of_person(turn.work, turn.person_id)}
    match parts:
        case ("prefer", where) if where in at or where == LAST:
            to = at[where].platform if where in at else None
            await accounts.prefer(turn.work, turn.person_id, to)
        case ("fall", "yes" | "no" as said):
            await accounts.allow_fallback(turn.work, turn.person_id, allowed=said == "yes")
        case ("talk", where) if where in at or where == ANYWHERE:
            to = at[where].platform if where in at else None
            await accounts.talk_on(turn.work, turn.person_id, to)
        case ("part",):
            _ask_which(turn, [one.platform for one in at.values()])
            return
        case ("off", where) if where in at and len(at) > 1:
            await _part(turn, at[where].platform)
            return
        case _:
            turn.answer("press-old")
            return
    turn.answer()
    turn.edit_pressed(*await _settings(turn))


def _ask_which(turn: Turn, at: list[Platform]) -> None:
    me = turn.me
    turn.answer()
    away = tuple(
        me.button("button-link-off", "ln", "off", platform.value,
                  messenger=messenger(me, platform))
        for platform in at
    )  # fmt: skip
    turn.edit_pressed(me.say("link-part"), (away, (me.button("button-back", "ln", "menu"),)))


async def _part(turn: Turn, platform: Platform) -> None:
    """This account is joined no more. It is told nothing: somebody else may hold it."""
    at = await accounts.of_person(turn.work, turn.person_id)
    gone = next(one for one in at if one.platform is platform)
    left = next(one for one in at if one.platform is not platform)
    if not await linking.unlink(turn.work, turn.person_id, platform):
        turn.answer("press-counted")
        return
    await detours.leave(turn.work, turn.person_id, gone.chat_key, left)
    audit.record(turn.work, turn.person_id, f"unlinked_{platform}", "person")
    if turn.staff is not None:
        me, names = turn.me, staff.FAMILY_COMMANDS
        plain = Commands("chat", tuple((name, me.say(f"command-{name}")) for name in names))
        outbox.put(turn.work, outbox.address(gone), "commands", plain)
    turn.answer()
    me = turn.me
    turn.edit_pressed(me.say("link-parted", messenger=messenger(me, left.platform)))
