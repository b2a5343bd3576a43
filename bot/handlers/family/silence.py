"""Somebody left by quick exit, and something is written on that phone: by them, or by others."""

from bot.domain.outgoing import Text
from bot.handlers import conversation
from bot.handlers.desk import Turn
from bot.handlers.family import discretion, family
from bot.handlers.incoming import CommandIn, Content, PressIn, TextIn, words_of
from bot.handlers.safety import safeguarding
from bot.handlers.staff.staff import FAMILY_COMMANDS
from bot.storage import alerts


async def heard(turn: Turn, content: Content) -> None:
    """Only the word that they chose opens anything; all else gets the harmless text."""
    text = words_of(content)
    knows = isinstance(content, TextIn) and discretion.brings_back(turn, text)
    if knows and await discretion.come_back(turn, FAMILY_COMMANDS):
        await _go_on(turn)
    elif discretion.is_own_help(turn, text):
        await _alert(turn, "help", "safe word", "")
        await _rescue(turn)
    elif _leaves_again(turn, content):
        await discretion.leave(turn)
    else:
        if not await _listen(turn, text) and isinstance(content, TextIn):
            await discretion.guessed(turn, text)
        discretion.say_nothing(turn)


def pressed(turn: Turn, _: PressIn) -> None:
    """A button that was too old to be deleted does nothing."""
    turn.answer()


def _leaves_again(turn: Turn, content: Content) -> bool:
    named = isinstance(content, CommandIn) and content.name == "exit"
    return named or turn.house.heard("exit", words_of(content))


async def _listen(turn: Turn, text: str) -> bool:
    """Danger reaches our people in silence: whoever holds the phone sees nothing of it.

    False when there was none.
    """
    finding = turn.house.danger.find(text)
    if turn.house.heard("help", text):
        await _alert(turn, "help", "safe word", "")
    elif finding is not None:
        await _alert(turn, finding.category.value, finding.rule, text)
    else:
        return False
    return True


async def _alert(turn: Turn, category: str, rule: str, said: str) -> None:
    """Those who are alerted also learn that they cannot write to the person now."""
    await safeguarding.disclosed(turn, category, rule, said)
    alert = await alerts.open_of(turn.work, turn.person_id, category, turn.work.now - 1)
    if alert is None:
        return
    told = {row.person_id for row in await alerts.rows_about(turn.work, alert)}
    for person in sorted(p for p in told if p is not None):
        await turn.tell(person, "alert_news", lambda me: Text(me.say("alert-silenced")))


async def _rescue(turn: Turn) -> None:
    """Their own word for help: nobody else knows it, so it shows the numbers."""
    text = await safeguarding.with_numbers(turn, turn.me.say("safety-help"), "help")
    turn.send(Text(text), "rescue")


async def _go_on(turn: Turn) -> None:
    """Where they were when they left."""
    if turn.known.session is not None:
        await conversation.resume(turn)
    elif turn.known.case is not None:
        await family.status(turn)
    else:
        family.menu(turn)
