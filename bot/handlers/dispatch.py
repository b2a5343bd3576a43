"""The table of contents: what arrives, and which use case takes it.

Order: whether the person left by quick exit > the word for help, danger words and the emergency
button > quick exit > whether they are blocked > commands > an open talk (one by one, or folded) >
the question that is waiting > a helpful way on.
"""

from bot.domain.capabilities import CAPABILITIES
from bot.domain.case import Status
from bot.domain.people import Action, may
from bot.handlers import commands, conversation, forms, groups
from bot.handlers.areas import AREAS
from bot.handlers.broadcasts import broadcast_writing
from bot.handlers.casework import replies
from bot.handlers.courses import materials, register
from bot.handlers.desk import Turn
from bot.handlers.family import discretion, family, payments, silence
from bot.handlers.incoming import (
    ChatKind,
    CheckoutIn,
    CommandIn,
    Content,
    GroupMoved,
    MemberGone,
    PaidIn,
    Presence,
    PressIn,
    TextIn,
    words_of,
)
from bot.handlers.presses import BY_STAFF, parts_of
from bot.handlers.safety import outcomes, safeguarding
from bot.handlers.staff import staff
from bot.handlers.talk import blocking, flooding, lateness, listening, relay
from bot.storage import people, traces


async def handle(turn: Turn) -> None:
    """One incoming thing, to its end: rows, and nothing but rows."""
    content = turn.incoming.content
    match content:
        case PressIn():
            await _press(turn, content)
        case CheckoutIn():
            await payments.checkout(turn, content)
        case PaidIn():
            await payments.came(turn, content)
        case GroupMoved(chat_id):
            await groups.moved(turn, chat_id)
        case MemberGone(account):
            await groups.member_gone(turn, account)
        case Presence(inside):
            await groups.presence(turn, inside=inside)
        case _ if turn.incoming.chat is ChatKind.PRIVATE:
            people.seen(turn.work, turn.person_id, turn.one_of_two)
            await _private(turn, content)
        case CommandIn(name=name) if turn.incoming.chat is ChatKind.GROUP:
            await groups.command(turn, name)
        case _:
            pass  # what colleagues say to each other is not ours


async def _private(turn: Turn, content: Content) -> None:
    if turn.staff is None:
        await _from_any_family(turn, content)
        return
    await lateness.tell(turn)
    if isinstance(content, CommandIn) and (command := commands.find(turn, content.name)):
        await command(turn, content)
    elif turn.incoming.edited:
        await relay.edited(turn, content)
    elif await listening.answered(turn, content):
        pass  # what answers a copy or a whisper goes to a colleague, never to a family
    elif await outcomes.noted(turn, content):
        pass  # a reply to a question about an alert goes to no family
    elif await replies.rewritten(turn, content):
        pass  # a new text for a reply that is looked at once more
    elif await broadcast_writing.taken(turn, content):
        pass  # words for many, and for no family of one's own
    elif await materials.given(turn, content):
        pass  # what belongs to a lesson
    elif forms.takes(turn, content):
        await conversation.message(turn, content)
    elif may(turn.staff, Action.TALK):
        await relay.from_staff(turn, content)
    else:
        staff.home(turn)


async def _from_any_family(turn: Turn, content: Content) -> None:
    if turn.incoming.message_id and not turn.incoming.edited:
        traces.remember(turn.work, turn.known.account.chat_key, turn.incoming.message_id)
    if turn.silenced:
        await silence.heard(turn, content)
        return
    await lateness.tell(turn)
    said = _said(turn, content)
    # What follows a command is no word of its own.
    whole = "" if isinstance(content, CommandIn) else said
    if turn.house.heard("help", whole) or discretion.is_own_help(turn, whole):
        # Does all that danger words do, and shows every number; it may itself be one of them.
        await family.help_now(turn)
        return
    finding = turn.house.danger.find(said)
    if finding is not None:
        await safeguarding.disclosed(turn, finding.category.value, finding.rule, said)
    elif turn.house.heard("exit", whole):
        await discretion.leave(turn)
        return
    if await blocking.stopped(turn, content, danger=finding is not None):
        return
    await _from_family(turn, content, danger=finding is not None)


def _said(turn: Turn, content: Content) -> str:
    """The person's own words: the name of a command that we have is not among them (/help)."""
    if isinstance(content, CommandIn) and commands.find(turn, content.name) is not None:
        return content.argument
    return words_of(content)


async def _from_family(turn: Turn, content: Content, *, danger: bool) -> None:
    case, session = turn.known.case, turn.known.session
    if turn.incoming.edited:
        if await relay.edited(turn, content) or session is None:
            return
        await conversation.message(turn, content)
    elif isinstance(content, CommandIn) and (command := commands.find(turn, content.name)):
        await command(turn, content)
    elif not danger and await register.overheard(turn, content):
        pass  # the word of the day, in the middle of something else
    elif case is not None and case.status is Status.CLAIMED:
        if not await flooding.folded(turn, content, danger=danger):
            await relay.from_family(turn, content, ask=not danger)
    elif session is not None and not _leaves_feedback(turn, content):
        await conversation.message(turn, content, danger=danger)
    elif case is not None:
        await relay.from_family(turn, content, ask=not danger)
    else:
        await _nothing_open(turn, content, danger=danger)


def _leaves_feedback(turn: Turn, content: Content) -> bool:
    """Words written to "how was it?" are no score: they may be thanks, or a new need."""
    session = turn.known.session
    return (
        session is not None
        and session.flow == "feedback"
        and session.question == "score"
        and isinstance(content, TextIn)
        and not turn.house.heard("skip", content.text)
    )


async def _nothing_open(turn: Turn, content: Content, *, danger: bool) -> None:
    text = words_of(content)
    if turn.house.heard("menu", text):
        family.menu(turn)
    elif turn.house.heard("start", text):
        await family.start(turn)
    elif not danger:
        await family.no_question(turn, text)


# Buttons: the first part of their data names the area.


async def _press(turn: Turn, content: PressIn) -> None:
    parts = parts_of(content.data)
    if turn.staff is not None and not CAPABILITIES[turn.incoming.platform].tells_who_leaves:
        # Whether they are still of us is looked up behind their back; see `membership`.
        turn.work.tx.wake(BY_STAFF)
    area = AREAS.get(parts[0]) if parts else None
    if turn.incoming.chat is ChatKind.PRIVATE:
        people.seen(turn.work, turn.person_id, turn.one_of_two)
        if turn.silenced:
            silence.pressed(turn, content)
            return
    elif parts is not None and parts[0] != "c":
        area = None
    if parts is None or area is None:
        turn.answer("press-old")
        if turn.incoming.chat is ChatKind.PRIVATE and turn.known.session is not None:
            await conversation.resume(turn)
        return
    if not blocking.refuses(turn, parts):
        await area(turn, parts[1:])
