"""/privacy: what we keep, and the permissions, each taken back as easily as it was given."""

from bot.domain.outgoing import Buttons, Text
from bot.handlers.desk import Turn
from bot.handlers.family import discretion
from bot.storage import audit, consents

VERSION = 2
"""The version of the texts on consent; raise it when what people agree to changes."""


async def privacy(turn: Turn) -> None:
    given = await consents.given(turn.work, turn.person_id)
    turn.send(Text(_text(turn, given), _buttons(turn, given)))
    if turn.staff is None:
        _of_messengers(turn)
        own = turn.known.discretion.code_key is not None
        turn.say("exit-explained")
        turn.say("exit-limits", ((discretion.exit_button(turn.me),),), own=_yes(own))


def _of_messengers(turn: Turn) -> None:
    """What each messenger we are in, and those who run it, can see; and the way to choose."""
    me, at = turn.me, turn.house.places
    lines = [me.say("privacy-messengers"), *(me.say(f"privacy-of-{each}") for each in at)]
    lines.append(me.say("privacy-choose" if len(at) > 1 else "privacy-careful"))
    choose = ((me.button("button-link-talk", "ln", "menu"),),) if len(at) > 1 else ()
    turn.send(Text("\n\n".join(lines), choose))


def _text(turn: Turn, given: frozenset[str]) -> str:
    me = turn.me
    text = me.say("privacy")
    if turn.staff is not None or consents.HELP not in given:
        return text
    lines = [
        me.say("consent-line", purpose=me.say(f"consent-{purpose}"), given=_yes(purpose in given))
        for purpose in consents.OPTIONAL
    ]
    return text + "\n\n" + "\n".join(lines)


def _yes(given: bool) -> str:
    return "yes" if given else "no"


def _buttons(turn: Turn, given: frozenset[str]) -> Buttons:
    if turn.staff is not None or consents.HELP not in given:
        return ()
    me = turn.me
    return tuple(
        (
            me.button(
                "button-consent",
                "p",
                purpose,
                _yes(purpose not in given),
                purpose=me.say(f"consent-{purpose}"),
                given=_yes(purpose in given),
            ),
        )
        for purpose in consents.OPTIONAL
    )


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A permission given or taken back: `PURPOSE.yes` or `PURPOSE.no`."""
    match parts:
        case (purpose, "yes" | "no" as said) if purpose in consents.OPTIONAL and not turn.staff:
            consents.record(turn.work, turn.person_id, purpose, VERSION, given=said == "yes")
            audit.record(turn.work, turn.person_id, f"consent_{said}", purpose)
            turn.answer("consent-kept")
            given = await consents.given(turn.work, turn.person_id)
            turn.edit_pressed(_text(turn, given), _buttons(turn, given))
        case _:
            turn.answer("press-old")
