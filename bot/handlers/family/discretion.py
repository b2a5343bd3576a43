"""What keeps a family safe when others see the phone: quick exit, own words, veiled messages."""

from dataclasses import replace

from bot.domain.contact import GUESSES
from bot.domain.ids import unshort
from bot.domain.outgoing import Button, Commands, Delete, Text
from bot.domain.splitting import TEXT_LIMIT, split, units
from bot.domain.text import key
from bot.handlers import holding
from bot.handlers.desk import Desk, Speaker, Turn
from bot.storage import accounts, audit, cases, contact, outbox, relay, traces, veiled
from bot.storage.outbox import Address
from bot.storage.veiled import Veiled, VeilId

AT_ONCE = 100
"""Messages that one call may delete (Bot API: deleteMessages)."""
LATE = 2 * 60_000
"""Milliseconds for which we look after what was under way when somebody left."""
RECIPES = ("tea", "rice", "soup", "eggs", "salad")
"""Variants of the harmless text."""
SHORTEST, LONGEST = 3, 40
"""Letters of a word of one's own: shorter ones are written by chance."""


def exit_button(me: Speaker) -> Button:
    """Quick exit, for the keyboard of any question."""
    return me.button("button-exit", "q", "exit")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Buttons of this area: `exit`, and `show.VEIL` under a neutral line."""
    match parts:
        case ("exit",) if turn.staff is None:
            await leave(turn)
            turn.answer()
        case ("show", number):
            await _open(turn, number)
        case _:
            turn.answer("press-old")


# Quick exit.


async def leave(turn: Turn) -> None:
    """At once something harmless; then all that can be deleted is, on both sides.

    Nothing ends: answers, request and place stay, and wait until the person comes back.
    """
    first = not turn.silenced
    at = await accounts.of_person(turn.work, turn.person_id)
    gone = [(one, await traces.of_chat(turn.work, one.chat_key)) for one in at]
    await contact.silence(turn.work, turn.person_id)
    leaving = replace(turn.known.discretion, silenced_at=turn.work.now)
    turn.known = replace(turn.known, discretion=leaving)
    await holding.hold_back(turn, turn.person_id)
    say_nothing(turn)
    for account, messages in gone:
        _delete(turn, outbox.address(account), messages)
    _set_menu(turn, ("start",))
    if first:
        audit.record(turn.work, turn.person_id, "left", "person")
        await _tell_counselor(turn, "exit-staff")


def say_nothing(turn: Turn) -> None:
    """The harmless text, whatever was written."""
    recipe = RECIPES[turn.work.now // 1000 % len(RECIPES)]
    turn.send(Text(turn.me.say("quiet", recipe=recipe)), "quiet")


def _delete(desk: Desk, to: Address, messages: list[int]) -> None:
    for start in range(0, len(messages), AT_ONCE):
        batch = tuple(messages[start : start + AT_ONCE])
        outbox.put(desk.work, to, "erase", Delete(message_ids=batch))


def _set_menu(turn: Turn, names: tuple[str, ...]) -> None:
    commands = tuple((name, turn.me.say(f"command-{name}")) for name in names)
    turn.send_commands(Commands("chat", commands))


async def _tell_counselor(turn: Turn, text: str) -> None:
    case = await cases.open_of(turn.work, turn.person_id)
    if case is not None and case.counselor_id is not None:
        await turn.tell(case.counselor_id, "staff", lambda me: Text(me.say(text, code=case.code)))


async def sweep(desk: Desk) -> None:
    """What was on its way when somebody left, and arrived after that, goes too."""
    for person_id, since in await contact.silenced_since(desk.work, desk.work.now - LATE):
        for account in await accounts.of_person(desk.work, person_id):
            late = await traces.arrived_late(desk.work, account.chat_key, since)
            _delete(desk, outbox.address(account), late)


# Coming back.


def brings_back(turn: Turn, text: str) -> bool:
    """Whether the whole message is the word that this person chose, or ours where they did not."""
    chosen = turn.known.discretion.code_key
    if chosen is None:
        return turn.house.heard("back", text)
    return contact.word_key(turn.work, turn.person_id, text) == chosen


async def guessed(turn: Turn, text: str) -> None:
    """Any other word that could have been theirs: after some of them, guessing rests."""
    if not 0 < len(key(text)) <= LONGEST:
        return
    if await contact.guessed(turn.work, turn.person_id) is not None:
        audit.record(turn.work, turn.person_id, "guessed", "person", allowed=False)


async def come_back(turn: Turn, names: tuple[str, ...]) -> bool:
    """They are here again: an honest word about what quick exit cannot do, and all that waited.

    False while guessing rests: then even the right word changes and shows nothing.
    """
    guesses = await contact.come_back(turn.work, turn.person_id)
    if guesses is None:
        return False
    left_at = turn.known.discretion.silenced_at or 0
    # The word, and what came near it, stand in the chat until now: to take one away would tell.
    account = turn.known.account
    tried = await traces.written_after(turn.work, account.chat_key, left_at)
    forget_message(turn)
    _delete(turn, outbox.address(account), [n for n in tried if n != turn.incoming.message_id])
    here = replace(turn.known.discretion, silenced_at=None)
    turn.known = replace(turn.known, discretion=here)
    audit.record(turn.work, turn.person_id, "came_back", "person")
    turn.say("exit-back")
    if guesses >= GUESSES:
        turn.say("exit-guessed", count=guesses)
    _set_menu(turn, names)
    await holding.release(turn, turn.person_id)
    await _tell_counselor(turn, "back-staff")
    return True


# Words of one's own.


def is_own_help(turn: Turn, text: str) -> bool:
    """Whether the whole message is the word for help that this person chose."""
    chosen = turn.known.discretion.help_key
    return chosen is not None and contact.word_key(turn.work, turn.person_id, text) == chosen


async def choose_code(turn: Turn, word: str) -> None:
    """/codeword WORD: what brings this person back after quick exit."""
    chosen = _chosen(turn, word, turn.known.discretion.help_key)
    if chosen is None:
        turn.say("codeword-how")
        return
    await contact.set_code(turn.work, turn.person_id, chosen)
    turn.known = replace(turn.known, discretion=replace(turn.known.discretion, code_key=chosen))
    turn.say("codeword-set")


async def choose_help(turn: Turn, word: str) -> None:
    """/safeword WORD: what this person writes when help is needed and nobody may see it."""
    chosen = _chosen(turn, word, turn.known.discretion.code_key)
    if chosen is None:
        turn.say("safeword-how")
        return
    await contact.set_help(turn.work, turn.person_id, chosen)
    turn.known = replace(turn.known, discretion=replace(turn.known.discretion, help_key=chosen))
    turn.say("safeword-set")


def _chosen(turn: Turn, word: str, other: str | None) -> str | None:
    """The index of the word, if it can be one's own. Its message goes in any case."""
    forget_message(turn)
    taken = any(turn.house.heard(what, word) for what in ("exit", "help"))
    if taken or not SHORTEST <= len(key(word)) <= LONGEST:
        return None
    index = contact.word_key(turn.work, turn.person_id, word)
    return index if index != other else None


def forget_message(turn: Turn) -> None:
    """Deletes what the person just wrote from their chat."""
    if turn.incoming.message_id:
        _delete(turn, outbox.address(turn.known.account), [turn.incoming.message_id])


# Veiled messages.


async def _open(turn: Turn, number: str) -> None:
    """The person wants to see what stands behind the neutral line."""
    veil_id = unshort(number)
    veil = None
    if veil_id is not None:
        veil = await veiled.open_for(turn.work, VeilId(veil_id), turn.person_id)
    if veil is None:
        turn.answer("press-old")
        return
    turn.answer()
    await _show(turn, veil)
    if veil.about.relay is not None:
        await _tell_author(turn, veil)


async def _show(turn: Turn, veil: Veiled) -> None:
    first, *rest = veil.messages
    if isinstance(first, Text):
        if units(first.text) > TEXT_LIMIT:
            begun, *pieces = split(first.text, first.entities)
            rest = [*(Text(words, entities=inside) for words, inside in pieces), *rest]
            first = replace(first, text=begun[0], entities=begun[1])
        turn.edit_pressed(first.text, first.buttons, entities=first.entities)
    else:
        # A line of text cannot become a picture: it goes, and the picture comes.
        row = turn.send(first, "reply", veil.about)
        for number in await relay.of_outbox(turn.work, veil.outbox_id):
            if row is not None:
                await relay.sent_in(turn.work, number, row)
        turn.delete_pressed()
    for message in rest:
        turn.send(message, "reply", veil.about)


async def _tell_author(turn: Turn, veil: Veiled) -> None:
    """The counselor learns that the message has been seen, and not only its neutral line."""
    relayed = await relay.get(turn.work, veil.about.relay) if veil.about.relay else None
    case = await cases.get(turn.work, relayed.case_id) if relayed else None
    if relayed is None or case is None or relayed.origin.author != "staff":
        return
    await turn.tell(
        relayed.origin.author_id,
        "receipt",
        lambda me: Text(
            me.say("receipt-opened", code=case.code), reply_to=relayed.origin.message_id
        ),
    )
