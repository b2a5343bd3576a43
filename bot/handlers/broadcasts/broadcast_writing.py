"""Words that coordinators give to a broadcast: the message itself, its name, a link, a date."""

from bot.domain.broadcast import (
    LONGEST_LABEL,
    LONGEST_NAME,
    MOST_BUTTONS,
    SECOND,
    Broadcast,
    Door,
    Leads,
    State,
    corrected,
    link_in,
)
from bot.domain.outgoing import Album, Media, Outgoing, Text
from bot.domain.people import Action, may
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, units
from bot.domain.text import store
from bot.handlers.broadcasts import broadcast_page, broadcast_planning
from bot.handlers.desk import Turn
from bot.handlers.incoming import CommandIn, Content, FileIn, TextIn
from bot.storage import broadcast_prompts, segments
from bot.storage import broadcasts as store_of
from bot.storage.broadcast_prompts import Prompt
from bot.storage.outbox import ALBUM_LIMIT

PATIENCE = 15 * 60 * SECOND
"""Milliseconds for which the next message belongs to a broadcast: later it may be for a family."""
ALBUM_PATIENCE = 60 * SECOND
KINDS = frozenset({"photo", "video", "voice", "audio", "document", "animation"})
_IN_ALBUMS = frozenset({"photo", "video", "audio", "document"})


async def ask(turn: Turn, one: Broadcast, field: str) -> None:
    """The next message of this colleague is this, and goes to nobody."""
    until = turn.work.now + PATIENCE
    await broadcast_prompts.put(turn.work, turn.person_id, one.id, field, until)
    me, (name, _, language) = turn.me, field.partition(":")
    said = me.say(f"language-{language}") if language else ""
    rows = ((me.button("button-broadcast-quit", "bc", "quit"),),)
    turn.send(Text(me.say(f"broadcast-ask-{name}", spoken=said), rows), "staff")


async def taken(turn: Turn, content: Content) -> bool:
    """Whether this message was for a broadcast. An answer to another message never is."""
    if not may(turn.staff, Action.BROADCAST) or turn.incoming.reply_to is not None:
        return False
    if turn.incoming.edited or not isinstance(content, TextIn | FileIn | CommandIn):
        return False
    prompt = await broadcast_prompts.get(turn.work, turn.person_id)
    if prompt is None or (prompt.album is not None and prompt.album != turn.incoming.album):
        return False
    one = await store_of.get(turn.work, prompt.broadcast_id)
    if one is None:
        return False
    await _take(turn, one, prompt, content)
    return True


async def _take(turn: Turn, one: Broadcast, prompt: Prompt, content: Content) -> None:
    name, _, language = prompt.field.partition(":")
    if name in ("body", "correct"):
        await _body(turn, one, prompt, language, content)
        return
    text = content.text if isinstance(content, TextIn) else ""
    taken = await _field(turn, one, name, store(text).strip())
    if taken:
        await broadcast_prompts.drop(turn.work, turn.person_id)
        if name == "when":
            return
        now = await store_of.get(turn.work, one.id)
        turn.send(Text(*await broadcast_page.page(turn, now or one)), "staff")


async def _field(turn: Turn, one: Broadcast, name: str, text: str) -> bool:
    """Keeps what was typed. False where it is none, which is said."""
    match name:
        case "name" if text:
            return await store_of.change(turn.work, one.id, name=text[:LONGEST_NAME])
        case "segment" if text:
            await segments.save(turn.work, text[:LONGEST_NAME], one.segment, turn.person_id)
            turn.say("segment-saved", kind="staff", name=text[:LONGEST_NAME])
            return True
        case "link" if (found := link_in(text)) is not None and len(one.doors) < MOST_BUTTONS:
            label, address = found
            if label and len(label) <= LONGEST_LABEL:
                door = Door(Leads.LINK, address, label)
                return await store_of.change(turn.work, one.id, doors=(*one.doors, door))
        case "when":
            return await broadcast_planning.typed(turn, one, text)
        case _:
            pass
    turn.say(f"broadcast-retry-{name}", kind="staff")
    return False


# The message.


async def _body(
    turn: Turn, one: Broadcast, prompt: Prompt, language: str, content: Content
) -> None:
    mends = prompt.field.startswith("correct")
    if one.state is not State.DRAFT and not mends:
        turn.say("broadcast-no-draft", kind="staff")
        return
    message = _message(content)
    refused = _refused(message)
    if message is None or refused:
        turn.say(refused or "broadcast-retry-body", kind="staff")
        return
    album = turn.incoming.album
    if mends:
        before = (await store_of.versions(turn.work, one.id)).get(language)
        right = corrected(before, message) if before is not None else None
        if right is None or _refused(right):
            turn.say("broadcast-correct-other" if right is None else _refused(right), kind="staff")
            return
        await _righted(turn, one, language, right, pictures=isinstance(message, Media))
        return
    if album is not None and isinstance(message, Media) and message.kind in _IN_ALBUMS:
        await _to_album(turn, one, prompt, language, message, album)
        return
    await broadcast_prompts.drop(turn.work, turn.person_id)
    await store_of.write(turn.work, one.id, language, message)
    turn.send(Text(*await broadcast_page.page(turn, one)), "staff")


async def _righted(
    turn: Turn, one: Broadcast, language: str, right: Outgoing, *, pictures: bool
) -> None:
    await broadcast_prompts.drop(turn.work, turn.person_id)
    await store_of.write(turn.work, one.id, language, right)
    if pictures:
        await store_of.exchange(turn.work, one.id)
    await broadcast_planning.ask_correct(turn, one, pictures=pictures)


def _message(content: Content) -> Text | Media | None:
    match content:
        case TextIn(text, entities) if text.strip():
            return Text(text, entities=entities)
        case FileIn(kind, file_id, caption, entities) if kind in KINDS:
            return Media(kind, file_id, caption, entities)
        case _:
            return None


def _refused(message: Outgoing | None) -> str:
    """Why some messenger would not take it."""
    match message:
        case Media(caption=caption) if units(caption) > CAPTION_LIMIT:
            return "broadcast-caption-long"
        case Text(text) if units(text) > TEXT_LIMIT:
            return "broadcast-text-long"
        case _:
            return ""


async def _to_album(
    turn: Turn, one: Broadcast, prompt: Prompt, language: str, item: Media, album: str
) -> None:
    """One more picture of it; the words of any of them stand below all."""
    before = (await store_of.versions(turn.work, one.id)).get(language)
    items: tuple[Media, ...] = ()
    below: Text | None = None
    if prompt.album == album and isinstance(before, Album):
        items, below = before.items, before.below
    if len(items) >= ALBUM_LIMIT:
        return
    if item.caption:
        below = Text(item.caption, entities=item.entities)
    bare = Media(item.kind, item.file_id)
    await store_of.write(turn.work, one.id, language, Album((*items, bare), below=below))
    until = turn.work.now + ALBUM_PATIENCE
    await broadcast_prompts.expect_album(turn.work, turn.person_id, album, until)
    if not items:
        turn.send(Text(*await broadcast_page.page(turn, one)), "staff")
