"""Notes of a case, in a place that no message to a family comes from."""

from bot.domain.case import Case
from bot.handlers import choosing
from bot.handlers.casework import casefile
from bot.handlers.desk import Turn
from bot.storage import audit, notes


async def note(turn: Turn, text: str) -> None:
    """/note WORDS: kept with the case for colleagues."""
    if not text:
        turn.say("note-how", kind="staff")
        return
    case, held = await choosing.current(turn)
    if case is None:
        turn.say("note-which" if held else "no-open-talk", kind="staff")
        return
    await keep(turn, case, text)
    turn.say("note-kept", kind="staff", code=case.code)


async def keep(turn: Turn, case: Case, text: str) -> None:
    """One note more, by whoever writes or presses."""
    await notes.add(turn.work, case.id, turn.person_id, text)
    audit.record(turn.work, turn.person_id, "noted", f"case:{case.id}")


async def show_notes(turn: Turn) -> None:
    """/notes: what colleagues noted about the case I have."""
    case, held = await choosing.current(turn)
    if case is None:
        turn.say("note-which" if held else "no-open-talk", kind="staff")
        return
    await casefile.show_notes(turn, case)
