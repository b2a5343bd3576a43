"""/overview: the state of the service in one message with a picture, refreshed in place."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.domain.first_replies import FirstReplies, Summary
from bot.domain.ids import OutboxId, PersonId, short
from bot.domain.outgoing import Button, Buttons, Chart, Text
from bot.domain.people import Action, StaffMember, may
from bot.domain.service_clock import begun_before, calendar_for
from bot.domain.sheet import Bar, Sheet, Tile
from bot.domain.splitting import CAPTION_LIMIT, units
from bot.domain.triage import Acuity
from bot.handlers.casework.search import case_button
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import accounts, audit, due, duty, outbox, overview, people
from bot.storage.due import Due
from bot.storage.overview import Late, Limits, Numbers
from bot.storage.people import Reach

REFRESH = "overview"
_MINUTE = 60_000
EVERY, AS_LONG = 5 * _MINUTE, 60 * _MINUTE
"""How often the message renews itself, and for how long after somebody asked for it."""
SHOWN = 8
"""Names of colleagues, and late cases, in one message."""
DAYS = (7, 30)
_MOST = 100


# What is shown.


def limits(desk: Desk) -> dict[str, Limits]:
    """Since when one would have waited too long, by clock and urgency."""
    levels, now = desk.house.duty, desk.work.now
    minutes = {
        "claim": levels.claim_minutes,
        "reply": levels.reply_minutes,
        "next": levels.next_reply_minutes,
    }
    return {
        clock: {
            acuity: begun_before(
                calendar_for(acuity, desk.house.calendar), now, table[acuity.key] * _MINUTE
            )
            for acuity in Acuity
        }
        for clock, table in minutes.items()
    }


async def chart(desk: Desk, me: Speaker) -> Chart:
    """The picture, and the same in words: whoever cannot see it misses nothing."""
    now = desk.work.now
    found = await overview.numbers(desk.work.tx.fetch)
    late = await overview.late(desk.work.tx.fetch, limits(desk), _MOST)
    staff = await people.staff(desk.work)
    on_duty = frozenset(await duty.everybody_on_duty(desk.work))
    lines = [
        me.say("overview-open", open=found.open, waiting=found.waiting),
        me.say("overview-longest", span=me.span(now - found.since)) if found.since else "",
        *(
            me.say(
                "overview-level",
                acuity=level.acuity.key,
                waiting=level.waiting,
                claimed=level.claimed,
            )
            for level in found.levels
            if level.waiting or level.claimed
        ),
        me.say("overview-late", count=len(late)),
        me.say("overview-alerts", alerts=found.alerts, unended=found.unended),
        me.say("overview-referrals", count=found.referrals),
        _who_is_on(me, staff, found.held, on_duty),
        me.when(now, now),
    ]
    caption = "\n".join(line for line in lines if line)
    while units(caption) > CAPTION_LIMIT:
        caption = caption.rpartition("\n")[0]
    return Chart(_sheet(me, found, late, now), caption, _buttons(me, late))


def _who_is_on(
    me: Speaker,
    staff: list[StaffMember],
    held: Mapping[PersonId, int],
    on_duty: Collection[PersonId],
) -> str:
    """Whoever is there now, answers alerts, or has a case though they are away."""
    on = [m for m in staff if m.on_call or held.get(m.person_id) or m.person_id in on_duty]
    if not on:
        return me.say("overview-nobody")
    on.sort(key=lambda member: (not member.on_call, -held.get(member.person_id, 0)))
    lines = [
        me.say(
            "overview-member",
            who=cards.title(me, member),
            held=held.get(member.person_id, 0),
            duty="on" if member.person_id in on_duty else "off",
            oncall="yes" if member.on_call else "no",
        )
        for member in on[:SHOWN]
    ]
    if len(on) > SHOWN:
        lines.append(me.say("overview-more", count=len(on) - SHOWN))
    return "\n".join([me.say("overview-on"), *lines])


def _sheet(me: Speaker, found: Numbers, late: list[Late], now: int) -> Sheet:
    def figure(key: str, count: int, tone: str) -> Tile:
        return Tile(me.say(key), me.say("overview-count", count=count), tone)

    nobody = me.say("overview-count", count=0)
    longest = me.span(now - found.since) if found.since is not None else nobody
    tiles = (
        figure("overview-tile-open", found.open, "strong"),
        figure("overview-tile-waiting", found.waiting, "plain"),
        Tile(me.say("overview-tile-longest"), longest, "plain"),
        figure("overview-tile-late", len(late), "alarm" if late else "calm"),
        figure("overview-tile-alerts", found.alerts, "alarm" if found.alerts else "calm"),
        figure("overview-tile-referrals", found.referrals, "plain"),
    )
    bars = tuple(
        Bar(
            me.say(f"overview-acuity-{level.acuity.key}"),
            ((level.waiting, "warm"), (level.claimed, "strong")),
            me.say("overview-count", count=level.waiting + level.claimed),
        )
        for level in found.levels
    )
    legend = ((me.say("overview-waits"), "warm"), (me.say("overview-talks"), "strong"))
    title, right_to_left = me.say("overview-title"), me.language == "fa"
    return Sheet(title, me.when(now, now), tiles, bars, legend, right_to_left)


def _buttons(me: Speaker, late: list[Late]) -> Buttons:
    rows: list[tuple[Button, ...]] = [
        (
            me.button("button-overview-refresh", "ov", "again"),
            me.button("button-overview-numbers", "ov", "numbers"),
        )
    ]
    if late:
        rows.append((me.button("button-overview-late", "ov", "late", count=len(late)),))
    return tuple(rows)


# Showing it, and keeping it fresh.


async def show(turn: Turn) -> None:
    """/overview: a message that renews itself for an hour."""
    audit.record(turn.work, turn.person_id, "saw_overview", "service")
    row = turn.send(await chart(turn, turn.me), "overview")
    if row is not None:
        await _keep_fresh(turn, {"row": row})


async def _keep_fresh(turn: Turn, where: Mapping[str, int]) -> None:
    """Only the overview that a person looked at last renews itself."""
    await due.cancel(turn.work, REFRESH, turn.person_id)
    body = {**where, "until": turn.work.now + AS_LONG}
    _plan(turn, turn.person_id, turn.work.now + EVERY, body)


def _plan(desk: Desk, person: PersonId, at: int, body: Mapping[str, int]) -> None:
    if at <= body["until"]:
        due.plan(desk.work, REFRESH, person, at, f"{REFRESH}:{short(person)}:{at}", body)


async def renew(desk: Desk, taken: Due) -> None:
    """Shows the present numbers where the old ones stand, and plans the next time."""
    person = PersonId(taken.subject)
    member, reach = await people.member(desk.work, person), await _where(desk, person, taken.body)
    if reach is None or not may(member, Action.SEE_OVERVIEW):
        return
    new = await chart(desk, desk.speaker(reach.language))
    where = {name: taken.body[name] for name in ("row", "message_id") if name in taken.body}
    await desk.entrust(reach, "overview_edit", [replace(new, **where)])
    await again(desk, taken)


async def _where(desk: Desk, person: PersonId, body: Mapping[str, int]) -> Reach | None:
    """The account that shows it, where its reader has two."""
    row = body.get("row")
    found = await accounts.reach_of(desk.work, person, OutboxId(row) if row else None)
    at = await accounts.of_person(desk.work, person) if found and "chat" in body else ()
    here = next((one for one in at if one.chat_id == body["chat"]), None)
    return replace(found, account=here) if found and here else found


async def again(desk: Desk, taken: Due) -> None:
    """The next time, however late this one was: what was missed is not made up for."""
    at = taken.run_at + EVERY
    while at <= desk.work.now:
        at += EVERY
    _plan(desk, PersonId(taken.subject), at, {name: int(n) for name, n in taken.body.items()})


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Buttons of the overview: `again`, `numbers`, `late`."""
    if not may(turn.staff, Action.SEE_OVERVIEW):
        audit.record(turn.work, turn.person_id, "saw_overview", "service", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    match parts:
        case ("again",) if turn.pressed_message is not None:
            await _renewed(turn, turn.pressed_message)
        case ("numbers",):
            await _numbers(turn)
        case ("late",):
            await _late(turn)
        case _:
            turn.answer("press-old")
            return
    turn.answer()


async def _renewed(turn: Turn, message_id: int) -> None:
    new = replace(await chart(turn, turn.me), message_id=message_id)
    outbox.put(turn.work, outbox.address(turn.known.account), "overview_edit", new)
    chat = turn.known.account.chat_id
    await _keep_fresh(turn, {"message_id": message_id, "chat": chat})


# Behind the buttons.


async def _numbers(turn: Turn) -> None:
    """First replies over a week and a month, by urgency."""
    me = turn.me
    found = await overview.first_replies(turn.work.tx.fetch, turn.work.now, DAYS)
    parts = [me.say("replies-title")]
    for days, figures in found.items():
        parts.append("\n".join(_figures(me, days, figures)))
    turn.send(Text("\n\n".join(parts)), "staff")


def _figures(me: Speaker, days: int, figures: FirstReplies) -> list[str]:
    if not figures.all.answered and not figures.all.unanswered:
        return [me.say("replies-none", days=days)]
    lines = [me.say("replies-days", days=days), _summary(me, "all", figures.all)]
    if figures.urgent:
        lines.append(me.say("replies-prompt", prompt=figures.prompt, urgent=figures.urgent))
    lines += [
        _summary(me, acuity.key, level)
        for acuity, level in figures.levels
        if level.answered or level.unanswered
    ]
    return lines


def _summary(me: Speaker, which: str, one: Summary) -> str:
    if one.p50 is None or one.p90 is None:
        return me.say("replies-unanswered", which=which, unanswered=one.unanswered)
    return me.say(
        "replies-level",
        which=which,
        answered=one.answered,
        unanswered=one.unanswered,
        half=me.span(one.p50),
        most=me.span(one.p90),
    )


async def _late(turn: Turn) -> None:
    """The cases that wait longer than they should, the most urgent first."""
    me, now = turn.me, turn.work.now
    late = (await overview.late(turn.work.tx.fetch, limits(turn), _MOST))[:SHOWN]
    if not late:
        turn.send(Text(me.say("late-none")), "staff")
        return
    lines = [me.say("late-title")] + [
        me.say(
            "late-line",
            code=one.code,
            acuity=one.acuity.key,
            clock=one.clock,
            waited=me.span(now - one.since),
        )
        for one in late
    ]
    buttons: Buttons = ()
    if may(turn.staff, Action.SEARCH_ALL):
        buttons = tuple((case_button(me, one.case_id, one.code),) for one in late)
    turn.send(Text("\n".join(lines), buttons), "staff")
