"""How far a broadcast is: one message that changes in place, and the report at its end."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.domain.broadcast import OVER, Broadcast, Fate, Progress, State, bar
from bot.domain.ids import OutboxId, PersonId, short
from bot.domain.outgoing import Button, Buttons, Chart, Edit, Text, in_rows
from bot.domain.sheet import Bar, Sheet, Tile
from bot.domain.splitting import CAPTION_LIMIT
from bot.handlers.desk import Desk, Speaker
from bot.storage import broadcasts, mending, outbox, people, recipients
from bot.storage.database import Row
from bot.storage.recipients import Group

EVERY = 3_000
"""Milliseconds between two looks of the bar."""
MINUTE = 60_000
SHOWN = 10
"""Provinces in the picture of a report."""
COUNTED = (Fate.SENT, Fate.UNREACHABLE, Fate.UNKNOWN, Fate.OPTED_OUT, Fate.SKIPPED)
TONES = {
    Fate.SENT: "strong", Fate.UNREACHABLE: "warm", Fate.UNKNOWN: "alarm",
    Fate.OPTED_OUT: "calm", Fate.SKIPPED: "plain", Fate.WAITING: "plain", Fate.TAKEN: "plain",
}  # fmt: skip


# The bar.


async def shown(desk: Desk, me: Speaker, one: Broadcast) -> tuple[str, Buttons]:
    """The whole of it in words, and what a person can do now."""
    now, progress = desk.work.now, await recipients.progress(desk.work, one.id)
    state = me.say(f"broadcast-state-{one.state}")
    lines = [me.say("broadcast-bar", name=one.name, state=state)]
    if one.state is State.FREEZING:
        lines.append(me.say("broadcast-freezing", count=progress.all))
    elif progress.all:
        share = 100 * progress.done // progress.all
        line = bar(progress.done, progress.all)
        lines.append(me.say("broadcast-bar-line", bar=line, share=share))
        lines.append(me.say("broadcast-bar-done", done=progress.done, count=progress.all))
        lines += _fates(me, progress)
    if one.state is State.SENDING:
        lines += await _speed(desk, me, one, progress)
    if one.halt:
        lines.append(me.say("broadcast-halt", why=one.halt))
    if one.mending is not None:
        left = await mending.to_mend(desk.work, one)
        lines.append(me.say("broadcast-mending", how=one.mending.value, count=left))
    lines.append(me.when(now, now))
    return "\n".join(lines), _buttons(me, one)


def _fates(me: Speaker, progress: Progress) -> Iterable[str]:
    for fate in COUNTED:
        if progress.of(fate):
            yield me.say(f"broadcast-fate-{fate}", count=progress.of(fate))
    if progress.later:
        yield me.say("broadcast-later", count=progress.later)


async def _speed(desk: Desk, me: Speaker, one: Broadcast, progress: Progress) -> list[str]:
    now = desk.work.now
    watched = max(1, min(MINUTE, now - (one.resumed_at or now)))
    ended = await recipients.ended_since(desk.work, one.id, now - watched)
    left = progress.left - progress.later
    if not ended or watched < 2_000:
        return []
    tenths = round(10_000 * ended / watched)
    rest = left * watched // ended
    speed = desk.house.words.tenths(me.language, tenths)
    return [me.say("broadcast-speed", speed=speed, left=left, span=me.span(rest))]


def _buttons(me: Speaker, one: Broadcast) -> Buttons:
    number = short(one.id)

    def button(key: str, verb: str) -> Button:
        return me.button(key, "bs", verb, number)

    match one.state:
        case State.FREEZING | State.SENDING:
            row = [button("button-broadcast-pause", "pause")]
            row.append(button("button-broadcast-cancel", "cancel"))
        case State.PAUSED:
            row = [button("button-broadcast-resume", "resume")]
            row.append(button("button-broadcast-cancel", "cancel"))
        case state if state in OVER:
            row = [button("button-broadcast-report", "report")]
        case _:
            row = []
    more = me.button("button-broadcast-page", "bc", "see", number)
    return in_rows([*row, more], 2)


async def open_bar(desk: Desk, one: Broadcast) -> Broadcast:
    """The message for whoever said "send"; it stays the same one to the end."""
    reach = await people.reach(desk.work, one.sent_by) if one.sent_by is not None else None
    if reach is None:
        return one
    text, buttons = await shown(desk, desk.speaker(reach.language), one)
    row = outbox.put(desk.work, outbox.address(reach.account), "staff", Text(text, buttons))
    return replace(one, bar_row=row, bar_edit=None, bar_at=desk.work.now)


async def refresh(desk: Desk, one: Broadcast, *, now: bool = False) -> Broadcast:
    """Shows the numbers of this moment, unless those before have not left yet."""
    at = desk.work.now
    early = one.bar_at is not None and at - one.bar_at < EVERY
    if one.bar_row is None or one.sent_by is None or (early and not now):
        return one
    if not now and await _waits(desk, one.bar_edit):
        return one
    reach = await people.reach(desk.work, one.sent_by)
    if reach is None:
        return one
    text, buttons = await shown(desk, desk.speaker(reach.language), one)
    to = outbox.address(reach.account)
    row = outbox.put(desk.work, to, "broadcast_bar", Edit(text, one.bar_row, None, buttons))
    return replace(one, bar_edit=row, bar_at=at)


async def _waits(desk: Desk, row: OutboxId | None) -> bool:
    found: Row | None = None
    if row is not None:
        found = await mending.letter_state(desk.work, row)
    return found is not None and found["state"] == "waiting"


# The report.


async def finish(desk: Desk, one: Broadcast) -> None:
    """The bar for the last time, and the report for whoever sent it and whoever approved it."""
    await broadcasts.note(desk.work, await refresh(desk, one, now=True))
    for person_id in {one.sent_by, one.approved_by} - {None}:
        assert person_id is not None
        await tell_report(desk, one, person_id)


async def tell_report(desk: Desk, one: Broadcast, person_id: PersonId) -> None:
    reach = await people.reach(desk.work, person_id)
    if reach is not None:
        chart = await report(desk, desk.speaker(reach.language), one)
        desk.owe(outbox.address(reach.account), "overview", chart)


async def report(desk: Desk, me: Speaker, one: Broadcast) -> Chart:
    """What came of it, in a picture and in words; later presses still count."""
    groups = await recipients.report(desk.work, one.id)
    arrived = await recipients.arrivals(desk.work, one.id)
    total = {fate: sum(g.people for g in groups if g.fate is fate) for fate in Fate}
    pressed, begun = sum(g.pressed for g in groups), sum(g.begun for g in groups)
    lines = [
        me.say("broadcast-report", name=one.name, topic=me.say(f"broadcast-topic-{one.topic}"))
    ]
    lines += [
        me.say(f"broadcast-fate-{fate}", count=total[fate]) for fate in COUNTED if total[fate]
    ]
    lines.append(me.say("broadcast-pressed", pressed=pressed, begun=begun))
    if one.posted:
        lines.append(me.say("broadcast-arrived", count=arrived))
    lines += await _signed(desk, me, one)
    lines.append(me.say("broadcast-report-later"))
    button = me.button("button-broadcast-report-again", "bs", "report", short(one.id))
    caption = "\n".join(lines)[:CAPTION_LIMIT]
    return Chart(_sheet(desk, me, one, groups), caption, ((button,),))


async def _signed(desk: Desk, me: Speaker, one: Broadcast) -> list[str]:
    """Who sent it, and who approved."""
    lines = []
    for key, who in (
        ("broadcast-sent-by", one.sent_by),
        ("broadcast-approved-by", one.approved_by),
    ):
        member = await people.member(desk.work, who) if who is not None else None
        if member is not None:
            lines.append(me.say(key, who=member.alias))
    return lines


def _sheet(desk: Desk, me: Speaker, one: Broadcast, groups: list[Group]) -> Sheet:
    def figure(key: str, count: int, tone: str) -> Tile:
        return Tile(me.say(key), me.say("broadcast-count", count=count), tone)

    def of(*fates: Fate) -> int:
        return sum(group.people for group in groups if group.fate in fates)

    tiles = (
        figure("broadcast-tile-sent", of(Fate.SENT), "strong"),
        figure("broadcast-tile-unreachable", of(Fate.UNREACHABLE), "warm"),
        figure("broadcast-tile-unknown", of(Fate.UNKNOWN), "alarm" if of(Fate.UNKNOWN) else "calm"),
        figure("broadcast-tile-opted-out", of(Fate.OPTED_OUT), "calm"),
        figure("broadcast-tile-pressed", sum(group.pressed for group in groups), "plain"),
        figure("broadcast-tile-begun", sum(group.begun for group in groups), "plain"),
    )
    by_messenger = _bars(
        me, groups, lambda group: group.platform, lambda name: _messenger(me, name)
    )
    by_place = _bars(me, groups, lambda group: group.province, lambda code: _province(me, code))
    legend = tuple((me.say(f"broadcast-legend-{fate}"), TONES[fate]) for fate in COUNTED[:4])
    now = desk.work.now
    return Sheet(one.name, me.when(one.ended_at or now, now), tiles,
                 (*by_messenger, *by_place), legend, me.language == "fa")  # fmt: skip


def _province(me: Speaker, code: str) -> str:
    """Its bare name: a picture has little room."""
    found = me.house.divisions.province(code)
    if found is None:
        return me.place(code, "")
    return found.fa if me.language == "fa" else found.en


def _messenger(me: Speaker, name: str) -> str:
    return me.say(f"broadcast-platform-{name or 'none'}")


def _bars(
    me: Speaker, groups: list[Group], key: Callable[[Group], str], named: Callable[[str], str]
) -> tuple[Bar, ...]:
    """One bar for each word of this kind, the longest first."""
    sums: dict[str, dict[Fate, int]] = {}
    for group in groups:
        fates = sums.setdefault(key(group), {})
        fates[group.fate] = fates.get(group.fate, 0) + group.people
    longest = sorted(sums.items(), key=lambda entry: -sum(entry[1].values()))[:SHOWN]
    return tuple(
        Bar(
            named(name),
            tuple((fates[fate], TONES[fate]) for fate in COUNTED if fates.get(fate)),
            me.say("broadcast-count", count=sum(fates.values())),
        )
        for name, fates in longest
    )
