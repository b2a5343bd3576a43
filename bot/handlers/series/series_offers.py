"""Who is offered a series: by topic after the assessment or a closed talk, or by a colleague."""

from bot.domain.case import Case
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Text
from bot.domain.people import Action
from bot.domain.series import Series, fitting, may_be_offered
from bot.handlers import access, choosing
from bot.handlers.desk import Desk, Speaker, Turn
from bot.storage import alerts, audit, opt_outs, series
from bot.storage.outbox import About

MOST = 2
"""Series in one offer."""


async def by_topic(turn: Turn, case: Case) -> None:
    """What fits the request of the one who just wrote, where it is not urgent. Nobody in danger,
    and nobody under age, is offered a series: they get a human."""
    alerted = await alerts.ever_of(turn.work, turn.person_id)
    if case.minor or not may_be_offered(case.acuity, alerted=alerted):
        return
    found = await _fitting(turn, turn.person_id, case)
    if not found:
        return
    me = turn.me
    rows = tuple(
        (
            me.button(
                "series-button", "ser", "see", one.name,
                title=one.in_language(me.language).title, taken="false",
            ),
        )
        for one in found
    )  # fmt: skip
    turn.send(Text(me.say("series-offer"), rows))


async def _fitting(desk: Desk, person_id: PersonId, case: Case) -> list[Series]:
    refused = await opt_outs.of_person(desk.work, person_id)
    taken = {run.series for run in await series.live_of(desk.work, person_id)}
    found = fitting(desk.house.series, (case.topic,), refused)
    return [one for one in found if one.name not in taken][:MOST]


# Of a colleague.


async def of_code(turn: Turn, typed: str) -> None:
    """/series [CODE] of a colleague: which series might help the family of that case."""
    if typed:
        case = await access.of_code(turn, typed, Action.WRITE_CASE)
        if case is not None:
            await _choose(turn, case)
        return
    meant, held = await choosing.current(turn)
    if meant is not None:
        await _choose(turn, meant)
    else:
        choosing.ask_which(turn, held, "series-which", "ser", "case")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE` shows what there is, `set.NAME.CASE` asks the family."""
    match parts:
        case ("case", number):
            if case := await access.pressed(turn, number, Action.WRITE_CASE):
                turn.answer()
                await _choose(turn, case)
        case ("set", name, number) if name in turn.house.series:
            if case := await access.pressed(turn, number, Action.WRITE_CASE):
                await _set(turn, case, turn.house.series[name])
        case _:
            turn.answer("press-old")


async def _choose(turn: Turn, case: Case) -> None:
    me, number = turn.me, short(case.id)
    if case.person_id is None or not turn.house.series:
        key = "series-no-chat" if turn.house.series else "series-none-staff"
        turn.say(key, kind="staff", code=case.code)
        return
    lines, rows = [me.say("series-for-case", code=case.code)], []
    for one in turn.house.series.values():
        edition = one.in_language(me.language)
        lines.append(
            me.say(
                "series-line", title=edition.title, about=edition.about, count=one.last,
                audience=one.audience.value, reviewed=str(edition.is_reviewed).lower(),
                reviewer=edition.reviewer or "-",
            )
        )  # fmt: skip
        rows.append((me.button("button-series-set", "ser", "set", one.name, number,
                               title=edition.title),))  # fmt: skip
    turn.send(Text("\n\n".join(lines), tuple(rows)), "staff", About(case=case.id))


async def _set(turn: Turn, case: Case, one: Series) -> None:
    """The family is asked, and takes it or not."""
    person_id = case.person_id
    if person_id is None:
        turn.answer("series-no-chat", code=case.code)
        return
    if await opt_outs.of_person(turn.work, person_id) & set(one.streams()):
        turn.answer("series-refused", alert=True)
        return
    run = await series.ask(turn.work, person_id, one.name, turn.person_id)
    if run is None:
        turn.answer("series-has-it", alert=True)
        return

    def offer(me: Speaker) -> Text:
        edition = one.in_language(me.language)
        rows = (
            (me.button("button-series-yes", "ser", "yes", short(run.id)),),
            (me.button("button-series-no", "ser", "no", short(run.id)),),
        )
        text = me.say("series-set", title=edition.title, about=edition.about, count=one.last)
        return Text(text, rows)

    if not await turn.tell(person_id, "notice", offer, About(case=case.id)):
        turn.answer("series-cannot", alert=True)
        return
    audit.record(turn.work, turn.person_id, "series_set", f"case:{case.id}")
    turn.answer("series-asked", alert=True)
