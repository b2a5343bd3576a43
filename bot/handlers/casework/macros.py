"""Macros: a reply and what else follows, looked at and then done by one press."""

from bot.domain.case import Case, Change, why_change
from bot.domain.ids import CaseId, DraftId, short, unshort
from bot.domain.lifecycle import Move, allows
from bot.domain.macros import AddTask, Close, Macro, Release, Say, SetAcuity, Step, TakeNote
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action, may
from bot.domain.text import key
from bot.domain.triage import Acuity
from bot.handlers.casework import casework, closing, handover, replies, tasks
from bot.handlers.desk import Turn
from bot.handlers.house import House
from bot.handlers.queue import cards
from bot.storage import acuity, audit, cases, claims, closings
from bot.storage import canned as store
from bot.storage.canned import Draft
from bot.storage.outbox import About
from bot.storage.tasks import open_count as open_tasks


async def look_for(turn: Turn, typed: str) -> None:
    """/macro [NAME]: all of them as buttons; with a name at once what would be done."""
    case = await replies.which_case(turn, "mc")
    if case is None:
        return
    wanted = key(typed)
    for macro in turn.house.macros:
        if wanted and wanted in map(key, (macro.name, macro.title.fa, macro.title.en)):
            await _preview(turn, case, macro)
            return
    _list(turn, case)


def _list(turn: Turn, case: Case) -> None:
    number, language = short(case.id), turn.me.language
    rows = tuple(
        (Button(macro.title.in_language(language), f"1.mc.pick.{macro.name}.{number}"),)
        for macro in turn.house.macros
    )
    turn.send(Text(turn.me.say("macro-which", code=case.code), rows), "staff")


def _named(house: House, name: str | None) -> Macro | None:
    return next((macro for macro in house.macros if macro.name == name), None)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE`, `pick.MACRO.CASE`; `do` and `drop` with a draft."""
    if not may(turn.staff, Action.TALK):
        audit.record(turn.work, turn.person_id, "macro", "staff", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    match parts:
        case ("do" | "drop" as verb, number):
            await _decide(turn, verb, number)
        case ("case", number) | ("pick", _, number):
            case = await replies.my_case(turn, number)
            macro = _named(turn.house, parts[1])
            if case is not None:
                turn.answer()
                await _preview(turn, case, macro) if macro is not None else _list(turn, case)
        case _:
            turn.answer("press-old")


# What would be done.


async def _preview(turn: Turn, case: Case, macro: Macro) -> None:
    me, body = turn.me, ""
    canned = turn.house.replies.named(macro.reply) if macro.reply else None
    if canned is not None:
        language = await replies.language_of_family(turn, case)
        body = replies.filled(turn, case, language, canned.text.in_language(language))
    draft = await store.draft(turn.work, turn.person_id, case.id, body, macro.name)
    title = macro.title.in_language(me.language)
    lines = [me.say("macro-preview", code=case.code, title=title)]
    lines += [_in_words(turn, step, body) for step in macro.steps if _fits(case, step)]
    lines += await _before_closing(turn, case) if macro.closes else []
    number = short(draft.id)
    buttons = (
        (me.button("button-macro-do", "mc", "do", number),),
        (me.button("button-reply-drop", "mc", "drop", number),),
    )
    turn.send(Text("\n\n".join(lines), buttons), "prompt", About(case=case.id))


def _fits(case: Case, step: Step) -> bool:
    """A change of acuity goes only in the direction that its reason speaks of."""
    return not isinstance(step, SetAcuity) or step.reason in why_change(case.acuity, step.level)


async def _before_closing(turn: Turn, case: Case) -> list[str]:
    """What /close says and asks: tasks that would be dropped, and who else must agree."""
    said, left = [], await open_tasks(turn.work, case.id)
    if left:
        said.append(turn.me.say("close-tasks", code=case.code, count=left))
    if await closings.is_supervised(turn.work, case.id):
        said.append(turn.me.say("close-supervised"))
    return said


def _in_words(turn: Turn, step: Step, body: str) -> str:
    me = turn.me
    match step:
        case Say():
            return me.say("macro-step-reply", text=body)
        case TakeNote(text):
            return me.say("macro-step-note", text=text.in_language(me.house.language))
        case AddTask(text, days):
            day = me.day(tasks.morning_in(turn, days))
            return me.say("macro-step-task", text=text.in_language(me.house.language), day=day)
        case SetAcuity(level, reason):
            return me.say(
                "macro-step-acuity",
                level=me.say(f"acuity-level-{level.key}"),
                reason=me.say(f"acuity-why-{reason}"),
            )
        case Release():
            return me.say("macro-step-release")
        case Close(outcome):
            return me.say("macro-step-close", outcome=me.say(f"outcome-{outcome}"))


# Doing it.


async def _decide(turn: Turn, verb: str, number: str) -> None:
    draft_id = unshort(number)
    draft = None
    if draft_id is not None:
        draft = await store.look(turn.work, DraftId(draft_id), turn.person_id)
    macro = _named(turn.house, draft.macro) if draft is not None else None
    if draft is None or macro is None:
        turn.answer("press-old")
    elif verb == "drop":
        await store.end(turn.work, draft.id, turn.person_id, "dropped")
        turn.answer()
        turn.edit_pressed(turn.me.say("macro-dropped"))
    else:
        await _do(turn, macro, draft)


async def _do(turn: Turn, macro: Macro, draft: Draft) -> None:
    """All steps in order, in this transaction; none where the case is not the presser's now, or
    its closing already waits."""
    case = await replies.my_case(turn, short(draft.case_id))
    if case is None:
        return
    if macro.closes and not allows(Move.CLOSE, case):
        turn.answer("closing-waits-already", alert=True)
        return
    if macro.reply is None:
        await store.end(turn.work, draft.id, turn.person_id, "sent")
        turn.answer()
    elif not await replies.leaves(turn, draft):
        return
    audit.record(turn.work, turn.person_id, "macro", f"case:{case.id}")
    for step in macro.steps:
        await _take(turn, case.id, step)
    if not macro.closes:
        title = macro.title.in_language(turn.me.language)
        turn.edit_pressed(turn.me.say("macro-done", code=case.code, title=title))


async def _take(turn: Turn, case_id: CaseId, step: Step) -> None:
    case = await cases.get(turn.work, case_id)
    assert case is not None
    language = turn.house.language
    match step:
        case Say():
            pass  # it has left, first of all
        case TakeNote(text):
            await casework.keep(turn, case, text.in_language(language))
        case AddTask(text, days):
            await tasks.keep_in(turn, case, text.in_language(language), days)
        case SetAcuity(level, reason):
            if _fits(case, step):
                await _set_acuity(turn, case, level, reason)
        case Release():
            await _release(turn, case)
        case Close(outcome):
            await closing.settle(turn, case, outcome)


async def _set_acuity(turn: Turn, case: Case, level: Acuity, reason: Change) -> None:
    if await acuity.change(turn.work, case, turn.person_id, level, reason):
        audit.record(turn.work, turn.person_id, f"acuity_{level.key}", f"case:{case.id}")
        await cards.refresh(turn, case.id)


async def _release(turn: Turn, case: Case) -> None:
    """Back to the queue; the talk stays turned to it, so that a late word is asked about."""
    if await claims.release(turn.work, case.id, turn.person_id):
        await handover.queued(turn, case, turn.person_id)
