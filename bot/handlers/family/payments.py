"""A payment on its way: the word that it waits for, its coming, and what has become of it.

A payment is counted when the messenger says that it has come, or when it answers our question so:
whichever is first. An invoice is never sent twice; where it is not known whether it arrived, the
person is told, and may ask for another one, which makes the first worthless.
"""

from bot.domain.delivery import Result, Sent
from bot.domain.donation import ASKED_AFTER, CURRENCY, RIALS, Checkout, Inquiry, State, donation_in
from bot.domain.ids import DonationId, PersonId
from bot.domain.outgoing import Text
from bot.handlers.desk import Desk, Turn
from bot.handlers.incoming import CheckoutIn, PaidIn
from bot.storage import audit, donations, due, traces
from bot.storage.donations import Donation
from bot.storage.due import Due
from bot.storage.outbox import Address, Letter

ARRIVED, INQUIRE = "invoice_arrived", "inquire"
"""Due: whether an invoice got through; what has become of a payment."""
LOOKED_AT = 150_000
"""Milliseconds after which the fate of an invoice is known: its horizon, and a little more."""


async def checkout(turn: Turn, query: CheckoutIn) -> None:
    """A payment waits for our word, for ten seconds at most."""
    donation = donation_in(query.payload)
    fits = donation is not None and query.currency == CURRENCY and not turn.silenced
    on = bool(turn.house.giving.amounts)
    if donation is None or not fits or not on or not await donations.let_through(
        turn.work, donation, turn.person_id, query.amount, query.id
    ):  # fmt: skip
        _answer(turn, Checkout(query.id, turn.me.say("payment-refused")))
        return
    _answer(turn, Checkout(query.id))
    audit.record(turn.work, turn.person_id, "payment_let_through", f"donation:{donation}")
    _ask_later(turn, donation, query.id, 0)


def _answer(turn: Turn, answer: Checkout) -> None:
    account = turn.known.account
    # Alone: it waits behind nothing of its chat.
    alone = turn.work.sealer.index("checkout:" + answer.query_id)
    turn.owe(
        Address(account.platform, alone, account.chat_id, account.person_id), "checkout", answer
    )


async def came(turn: Turn, payment: PaidIn) -> None:
    """A payment has come: counted once, however often we hear of it."""
    if turn.incoming.message_id:
        # Quick exit takes this line away, too.
        traces.remember(turn.work, turn.known.account.chat_key, turn.incoming.message_id)
    donation = donation_in(payment.payload)
    known = await donations.get(turn.work, donation) if donation is not None else None
    ours = known is not None and known.person_id == turn.person_id
    counted = await donations.paid(
        turn.work, donation if ours else None, turn.person_id, turn.incoming.platform,
        payment.amount, payment.id,
    )  # fmt: skip
    if donation is not None and ours:
        await due.cancel(turn.work, INQUIRE, donation)
    if not counted:
        return
    audit.record(turn.work, turn.person_id, "payment_came", f"donation:{donation or 0}")
    turn.say("donate-thanks", amount=payment.amount // RIALS)
    if not ours or (known is not None and known.amount != payment.amount):
        await _tell_odd(turn, payment.amount, payment.id)


async def _tell_odd(desk: Desk, amount: int, transaction: str) -> None:
    await desk.tell_admins(
        "notice",
        lambda me: Text(me.say("payment-odd", amount=amount // RIALS, transaction=transaction)),
    )


# What is due.


def look_after(desk: Desk, donation: DonationId) -> None:
    """Somebody will look whether this invoice got through."""
    due.plan(desk.work, ARRIVED, donation, desk.work.now + LOOKED_AT, f"{ARRIVED}:{donation}")


async def arrived(desk: Desk, occurrence: Due) -> None:
    """The invoice should have arrived by now; where it may not have, the person hears so."""
    number = DonationId(occurrence.subject)
    known = await donations.get(desk.work, number)
    fate = await donations.never_arrived(desk.work, number)
    if fate is None or known is None or known.person_id is None:
        return
    await desk.tell(
        known.person_id,
        "donation",
        lambda me: Text(me.say("invoice-unknown" if fate == "unknown" else "invoice-failed")),
    )
    if fate == "failed":
        await desk.tell_admins("notice", lambda me: Text(me.say("invoice-failed-admins")))


def _ask_later(desk: Desk, donation: DonationId, transaction: str, step: int) -> None:
    known = desk.work.sealer.index(f"transaction:{transaction}")[:16]
    at = ASKED_AFTER[step] - (ASKED_AFTER[step - 1] if step else 0)
    key = f"{INQUIRE}:{donation}:{known}:{step}"
    body = {"transaction": transaction, "step": step}
    due.plan(desk.work, INQUIRE, donation, desk.work.now + at, key, body)


async def inquire(desk: Desk, occurrence: Due) -> None:
    """Asks what has become of a payment, and plans to ask again; in the end people are told."""
    number, step = DonationId(occurrence.subject), int(occurrence.body["step"])
    transaction = str(occurrence.body["transaction"])
    known = await donations.get(desk.work, number)
    if known is None or known.state is not State.PENDING or known.transaction != transaction:
        return
    # Not to a person: in an order of its own.
    to = Address(known.platform, desk.work.sealer.index(f"{INQUIRE}:{number}"), 0)
    desk.owe(to, "inquiry", Inquiry(transaction, number))
    if step + 1 < len(ASKED_AFTER):
        _ask_later(desk, number, transaction, step + 1)
    elif await donations.settle(desk.work, number, State.UNCLEAR):
        await _tell_odd(desk, known.amount, transaction)


async def settled(desk: Desk, letter: Letter, result: Result) -> None:
    """An answer to our question."""
    message = letter.message
    if not isinstance(message, Inquiry) or not isinstance(result, Sent) or not result.transaction:
        return
    number, outcome = DonationId(message.donation), result.transaction.outcome
    known = await donations.get(desk.work, number)
    if outcome is None or known is None or known.transaction != message.transaction_id:
        return
    if not await donations.settle(desk.work, number, outcome):
        return
    await due.cancel(desk.work, INQUIRE, number)
    if known.person_id is not None:
        audit.record(desk.work, None, f"payment_{outcome}", f"donation:{number}")
        await _tell(desk, known, known.person_id, outcome)
    if outcome is State.PAID and result.transaction.amount not in (0, known.amount):
        await _tell_odd(desk, result.transaction.amount, message.transaction_id)


async def _tell(desk: Desk, known: Donation, person_id: PersonId, outcome: State) -> None:
    key = "donate-thanks" if outcome is State.PAID else "payment-failed"
    await desk.tell(
        person_id, "donation", lambda me: Text(me.say(key, amount=known.amount // RIALS))
    )
