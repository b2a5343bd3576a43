"""Bale's wallet and its form for reviews, after docs.bale.ai: invoices, payments, inquiries."""

import secrets
from typing import Any

from bot.sandbox.acting import service
from bot.sandbox.books import Payment
from bot.sandbox.errors import ControlError, bad_request
from bot.sandbox.methods import Method
from bot.sandbox.outgoing import send_one, target
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox
from bot.sandbox.world import Chat, Json, Message, Person

TEST_TOKEN = "WALLET-TEST-1111111111111111"  # noqa: S105 (documented for trials: no money moves)
ANSWER_WITHIN = 10_000
FATES = ("pays", "silent", "fails")
"""What becomes of a payment that the bot lets through: it comes and is told, it comes and the
message about it is lost, it does not come."""


def send_invoice(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    title, about, payload = p.text("title"), p.text("description"), p.text("payload")
    if not 1 <= len(title) <= 32 or not 1 <= len(about) <= 255:
        raise bad_request("title has 1 to 32 characters, description 1 to 255")
    if not 1 <= len(payload.encode()) <= 128:
        raise bad_request("payload has 1 to 128 bytes")
    if p.text("provider_token") != TEST_TOKEN:
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    prices: list[Any] = p.records("prices")
    if not prices or not all(_is_price(price) for price in prices):
        raise bad_request("prices are labels and whole numbers of rials")
    amount = sum(price["amount"] for price in prices)
    # As documented: without `start_parameter` and `currency`.
    shown = {"title": title, "description": about, "total_amount": amount}
    body = send_one(box, chat, p, {"invoice": shown})
    box.wallet.invoices[chat.key, body["message_id"]] = payload, amount
    return body


def _is_price(price: Json) -> bool:
    amount = price.get("amount")
    whole = isinstance(amount, int) and not isinstance(amount, bool) and amount > 0
    return whole and bool(price.get("label"))


def answer_checkout(box: Sandbox, p: Params) -> bool:
    """Once, and within ten seconds; a refusal needs its reason."""
    number = p.text("pre_checkout_query_id")
    payment = box.wallet.payments.get(number)
    if payment is None or payment.answered or _is_late(box, payment):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if not p.flag("ok") and not p.text("error_message"):
        raise bad_request("error_message is needed")
    payment.answered = True
    if not p.flag("ok"):
        payment.status = "rejected"
        _show(box, payment, p.text("error_message"))
        return True
    payment.status = "failed" if payment.fate == "fails" else "paid"
    _show(box, payment, "")
    if payment.fate == "pays":
        told = {
            "currency": "IRR", "total_amount": payment.amount, "invoice_payload": payment.payload,
            "telegram_payment_charge_id": number,
            "provider_payment_charge_id": str(secrets.randbelow(10**12)),
        }  # fmt: skip
        service(box, payment.chat, payment.person, "paid", {"successful_payment": told})
    return True


def inquire(box: Sandbox, p: Params) -> Json:
    number = p.text("transaction_id")
    payment = box.wallet.payments.get(number)
    if payment is None:
        raise bad_request("transaction not found")
    if not payment.answered and _is_late(box, payment):
        payment.status = "failed"
    return {
        "id": number, "status": payment.status, "userID": payment.person.id,
        "amount": payment.amount, "createdAt": payment.at // 1000,
    }  # fmt: skip


def ask_review(box: Sandbox, p: Params) -> bool:
    """The form is shown to somebody who uses the bot; whether it is, nobody learns."""
    person = box.world.people.get(p.integer("user_id"))
    if person is None or person.platform != box.platform or not person.started:
        raise bad_request("chat not found")
    if "delay_seconds" not in p.raw or p.integer("delay_seconds") < 0:
        raise bad_request("delay_seconds is needed")
    if box.hub.listening:
        box.hub.emit({"kind": "review", "person": person.id})
    return True


METHODS: dict[str, tuple[str, Method]] = {
    "sendinvoice": ("sendInvoice", send_invoice),
    "answerprecheckoutquery": ("answerPreCheckoutQuery", answer_checkout),
    "inquiretransaction": ("inquireTransaction", inquire),
    "askreview": ("askReview", ask_review),
}
"""What only Bale has, by its name in small letters."""


# What people do.


def pay(box: Sandbox, person: Person, chat: Chat, what: Json) -> str:
    """Somebody confirms a payment: the bot is asked. The number of the transaction."""
    number: Any = what.get("message_id")
    fate = str(what.get("fate", "pays"))
    message: Message | None = box.world.find(chat, None if number is None else int(number))
    invoice = box.wallet.invoices.get((chat.key, message.id)) if message is not None else None
    if invoice is None or fate not in FATES:
        raise ControlError(400, "there is no such invoice, or no such fate")
    payload, amount = invoice
    transaction = f"{secrets.randbelow(10**16):016d}"
    box.wallet.payments[transaction] = Payment(person, chat, payload, amount, box.clock.now(), fate)
    query = {
        "id": transaction, "from": person.user(), "currency": "IRR", "total_amount": amount,
        "invoice_payload": payload,
    }  # fmt: skip
    box.updates.push("pre_checkout_query", query, f"u{person.id}")
    return transaction


def _is_late(box: Sandbox, payment: Payment) -> bool:
    return box.clock.now() - payment.at > ANSWER_WITHIN


def _show(box: Sandbox, payment: Payment, refusal: str) -> None:
    if box.hub.listening:
        what = {"chat": payment.chat.key, "person": payment.person.id, "refusal": refusal}
        box.hub.emit({"kind": "payment", "status": payment.status} | what)
