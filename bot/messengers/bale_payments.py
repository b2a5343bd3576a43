"""Payments and reviews on Bale: its JSON in our words, and our words as its calls.

Facts: docs.bale.ai (10 March 2026): sendInvoice, answerPreCheckoutQuery, inquireTransaction,
askReview. A payment is from the wallet, in rials; the id of the query is that of the transaction.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.donation import Checkout, Inquiry, Invoice, Review, Transaction
from bot.handlers.incoming import CheckoutIn, PaidIn
from bot.messengers.dialect import Call, Json

QUERY = "pre_checkout_query"
_STATUSES = ("pending", "paid", "failed", "rejected")
_LARGEST = 2**52


def is_checkout(update: Json) -> bool:
    return isinstance(update.get(QUERY), Mapping)


def checkout(query: Mapping[str, Any]) -> CheckoutIn:
    """KeyError or ValueError for a shape that should not exist."""
    return CheckoutIn(_text(query["id"]), *_what(query))


def paid(payment: Mapping[str, Any]) -> PaidIn:
    """KeyError or ValueError for a shape that should not exist."""
    return PaidIn(_text(payment["telegram_payment_charge_id"]), *_what(payment))


def _what(given: Mapping[str, Any]) -> tuple[str, int, str]:
    currency = given.get("currency", "IRR")
    return _text(given["invoice_payload"]), _amount(given["total_amount"]), _text(currency)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value or len(value) > 200 or not value.isprintable():
        raise ValueError("a name of a payment is a short text")
    value.encode()
    return value


def _amount(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < _LARGEST:
        raise ValueError("an amount is a whole number")
    return value


def transaction(result: Any) -> Transaction | None:
    """What an answer to `inquireTransaction` says; None for any other result."""
    if not isinstance(result, Mapping) or result.get("status") not in _STATUSES:
        return None
    amount = result.get("amount")
    known = isinstance(amount, int) and not isinstance(amount, bool)
    return Transaction(result["status"], amount if known and isinstance(amount, int) else 0)


def call(chat_id: int, message: Invoice | Checkout | Inquiry | Review) -> Call:
    match message:
        case Invoice(title, about, label, amount, payload):
            return "sendInvoice", {
                "chat_id": chat_id, "title": title, "description": about, "payload": payload,
                "prices": [{"label": label, "amount": amount}],
            }  # fmt: skip
        case Checkout(query_id, refusal):
            said = {"error_message": refusal} if refusal else {}
            return "answerPreCheckoutQuery", {
                "pre_checkout_query_id": query_id, "ok": not refusal, **said,
            }  # fmt: skip
        case Inquiry(transaction_id):
            return "inquireTransaction", {"transaction_id": transaction_id}
        case Review(seconds):
            return "askReview", {"user_id": chat_id, "delay_seconds": seconds}
