"""Why a colleague may not have a case now, in plain words, and what they can do about it."""

from bot.domain.case import Case
from bot.domain.duty import Bar, next_begin
from bot.domain.ids import CaseId, short
from bot.domain.outgoing import Button, Text
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.storage import claims, duty, eligibility


async def bars(turn: Turn, case: Case) -> list[Bar]:
    """What stands between the writer and this case."""
    return await eligibility.bars(turn.work, case.id, turn.person_id, turn.house.duty.terms)


async def explain(turn: Turn, case: Case, found: list[Bar]) -> None:
    """The answer to a claim that was refused; above the capacity there is a way to take it."""
    turn.answer(f"refused-{found[0]}", alert=True, **await _facts(turn, found[0]))
    if found == [Bar.CAPACITY]:
        text = turn.me.say("one-more", code=case.code, **await _facts(turn, Bar.CAPACITY))
        turn.send(Text(text, ((_one_more(turn, case.id),),)), "staff")


async def nothing_fits(turn: Turn) -> None:
    """The answer to /next when nothing can be claimed: nobody waits, or what stands in the way."""
    waiting = await eligibility.bars_of_waiting(turn.work, turn.person_id, turn.house.duty.terms)
    if not waiting:
        count = await claims.waiting_count(turn.work)
        turn.say("next-none" if count else "queue-empty", kind="staff")
        return
    seen = {bar for _, found in waiting for bar in found}
    lines = [turn.me.say("next-none")]
    for bar in Bar:
        if bar in seen:
            lines.append(turn.me.say(f"refused-{bar}", **await _facts(turn, bar)))
    if any(not found for _, found in waiting):
        lines.append(turn.me.say("refused-minor"))
    full = next((case_id for case_id, found in waiting if found == [Bar.CAPACITY]), None)
    buttons = ((_one_more(turn, full),),) if full is not None else ()
    turn.send(Text("\n\n".join(lines), buttons), "staff")


async def passed_over(turn: Turn, taken: Case) -> None:
    """Names a more urgent case that cannot be theirs: somebody else must see to it."""
    (first, *_) = await claims.waiting(turn.work, 1) or [taken]
    if first.acuity >= taken.acuity or first.person_id == turn.person_id:
        return
    found = await bars(turn, first)
    if found:
        why = turn.me.say(f"refused-{found[0]}", **await _facts(turn, found[0]))
    elif first.minor:
        why = turn.me.say("refused-minor")
    else:
        why = await cards.kept(turn, turn.me, first, turn.person_id)
    text = turn.me.say("next-passed-over", code=first.code, acuity=first.acuity.key)
    turn.send(Text(f"{text}\n{why}".rstrip()), "staff")


def _one_more(turn: Turn, case_id: CaseId) -> Button:
    return turn.me.button("button-one-more", "c", "more", short(case_id))


async def _facts(turn: Turn, bar: Bar) -> dict[str, str | int]:
    """What the text about this bar says besides the bar."""
    if bar is Bar.CAPACITY:
        return {"held": await duty.held(turn.work, turn.person_id)}
    if bar is Bar.SHIFT:
        shifts = await duty.shifts_of(turn.work, turn.person_id, duty.WORK)
        begin = next_begin(shifts, turn.work.now, turn.work.zone)
        return {"at": turn.me.when(begin or turn.work.now, turn.work.now)}
    return {}
