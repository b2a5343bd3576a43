"""/donate: an invoice of the messenger's own wallet, for those who ask for one.

Nobody is asked for money. A family that has an open request, an alert without an outcome, an
assessment before it, or is under age is told that nothing is wanted of them: help must never feel
as if it were owed for. The way there is /donate alone, which /help names where it is open.
"""

from bot.domain.capabilities import CAPABILITIES
from bot.domain.donation import RIALS, Invoice, payload_of
from bot.domain.outgoing import Button, Text, in_rows
from bot.domain.people import Platform
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.family import payments
from bot.storage import alerts, audit, cases, donations

START = "donate"
"""The word of a deep link that leads here."""


def is_open(desk: Desk, platform: Platform) -> bool:
    """Whether a donation can be made in this messenger."""
    place = desk.house.places.get(platform)
    wallet = place is not None and bool(place.wallet) and CAPABILITIES[platform].wallet
    return wallet and bool(desk.house.giving.amounts)


def where(desk: Desk) -> Platform | None:
    """A messenger in which it can."""
    return next((each for each in desk.house.places if is_open(desk, each)), None)


async def _may(turn: Turn) -> bool:
    known = turn.known
    if turn.staff is not None or known.case is not None or known.session is not None:
        return False
    latest = await cases.latest_of(turn.work, turn.person_id)
    if latest is not None and latest.minor:
        return False
    return not await alerts.is_unfinished(turn.work, turn.person_id)


async def help_line(turn: Turn) -> str:
    """The line of /help about donations; nothing for those who are not told of them."""
    if is_open(turn, turn.incoming.platform) and await _may(turn):
        return "\n" + turn.me.say("help-donate")
    return ""


async def show(turn: Turn) -> None:
    """/donate: the amounts, or where there are some."""
    me, here = turn.me, turn.incoming.platform
    if where(turn) is None:
        turn.say("donate-closed")
    elif not await _may(turn):
        turn.say("donate-not-now")
    elif not is_open(turn, here):
        there = where(turn)
        assert there is not None
        place = turn.house.places[there]
        name = me.say(f"messenger-{there}")
        link = f"{place.link}/{place.username}?start={START}"
        button = Button(me.say("button-link-there", messenger=name), url=link)
        turn.say("donate-elsewhere", ((button,),), messenger=name)
    else:
        amounts = [
            me.button("button-donate", "gv", str(amount // RIALS), amount=amount // RIALS)
            for amount in turn.house.giving.amounts
        ]
        turn.say("donate", (*in_rows(amounts, 2), (me.button("button-donate-no", "gv", "no"),)))


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`AMOUNT` in tomans, or `no`."""
    match parts:
        case ("no",):
            turn.answer()
            turn.edit_pressed(turn.me.say("donate-left"))
        case (tomans,) if tomans.isascii() and tomans.isdecimal() and len(tomans) < 12:
            amount = int(tomans) * RIALS
            open_here = is_open(turn, turn.incoming.platform)
            if not open_here or amount not in turn.house.giving.amounts or not await _may(turn):
                turn.answer("press-old")
                return
            turn.answer()
            turn.edit_pressed(turn.me.say("donate-coming", amount=amount // RIALS))
            await _owe_invoice(turn, amount)
        case _:
            turn.answer("press-old")


async def _owe_invoice(turn: Turn, amount: int) -> None:
    donation = await donations.offer(turn.work, turn.person_id, turn.incoming.platform, amount)
    row = turn.send(_invoice(turn.me, amount, payload_of(donation)), "invoice")
    if row is not None:
        donations.sent_as(turn.work, donation, row)
        payments.look_after(turn, donation)
        audit.record(turn.work, turn.person_id, "donation_offered", f"donation:{donation}")


def _invoice(me: Speaker, amount: int, payload: str) -> Invoice:
    label = me.say("donate-title")
    return Invoice(label, me.say("donate-about"), label, amount, payload)


async def list_for_administrators(turn: Turn) -> None:
    """/donations: what has come in thirty days, and what is still under way. Nobody is named."""
    me, work = turn.me, turn.work
    audit.record(work, turn.person_id, "read_donations", "donations")
    if where(turn) is None:
        turn.say("donations-closed", kind="staff")
    count, total = await donations.sum_since(work, work.now - 30 * 24 * 3600 * 1000)
    lines = [me.say("donations-sum", count=count, amount=total // RIALS)]
    lines += [
        me.say(
            "donations-line", at=me.when(one.moved_at, work.now), amount=one.amount // RIALS,
            state=one.state.value, transaction=one.transaction or "-",
        )
        for one in await donations.newest(work, 10)
    ]  # fmt: skip
    turn.send(Text("\n\n".join(lines), protect=True), "staff")
