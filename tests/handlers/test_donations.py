"""Donations on Bale: who may give, what is paid once, and what has become of a payment."""

import itertools
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.domain.delivery import Ambiguous, Refused, Result, Sent
from bot.domain.donation import Checkout, Giving, Inquiry, Invoice, State, Transaction
from bot.domain.people import Platform
from bot.jobs import clock
from bot.messengers.platforms import BALE
from bot.worker import Worker
from tests.faults.engine import ADMINISTRATOR, Engine, Json, says, update
from tests.handlers.both import Both
from tests.service.house import say
from tests.storage.conftest import opened

MINA, STRANGER, SUM = 7001, 7002, 500_000
_transactions = itertools.count(1)


@dataclass(repr=False)
class Fund(Both):
    """A service that takes donations, and what Bale's wallet would tell it."""

    def __post_init__(self) -> None:
        Both.__post_init__(self)
        house = self.middle.tools.house
        place = replace(house.places[Platform.BALE], wallet="WALLET-TEST-1")
        places = {**house.places, Platform.BALE: place}
        giving = Giving((SUM, 2 * SUM))
        tools = replace(self.middle.tools, house=replace(house, places=places, giving=giving))
        self.middle.tools, self.middle.worker = tools, Worker(tools)
        self.bale = replace(self.bale, tools=tools)

    async def asks(self, who: int = MINA) -> Invoice:
        """Somebody chooses the first amount, and has the invoice."""
        await self.says(who, "/donate", bale=True)
        await self.presses(who, f"gv.{SUM // 10}", bale=True)
        found: Invoice = (await self.of(Invoice))[-1]
        return found

    async def pays(self, invoice: Invoice, who: int = MINA, **odd: Any) -> str:
        """Somebody confirms the payment: the number of the transaction."""
        number = f"trx-{next(_transactions)}"
        await self.there(update("pre_checkout_query", {"id": number} | what(invoice, who) | odd))
        return number

    async def comes(self, invoice: Invoice, transaction: str, who: int = MINA) -> None:
        told = what(invoice, who) | {"telegram_payment_charge_id": transaction}
        body = says(who, "x")["message"]
        del body["text"]
        await self.there(update("message", body | {"successful_payment": told}))

    async def of(self, kind: type) -> list[Any]:
        rows = await self.middle.owes()
        return [one.message for one in rows if isinstance(one.message, kind)]

    async def word(self) -> Checkout:
        """What the last payment was told."""
        found: Checkout = (await self.of(Checkout))[-1]
        return found

    async def does_what_is_due(self, seconds: int) -> None:
        self.later(seconds)
        await clock.do_due(self.middle.tools)

    async def inquiries(self, answer: Result | None = None) -> list[Inquiry]:
        """What the messenger is asked now, and answers so."""
        sent = [letter.message for letter in await self.sends(Platform.BALE, answer)]
        return [message for message in sent if isinstance(message, Inquiry)]

    async def sum(self) -> int:
        rows = await self.middle.tools.database.read(
            "SELECT COALESCE(sum(amount), 0) AS n FROM donations WHERE state = 'paid'"
        )
        return int(rows[0]["n"])

    async def states(self) -> list[str]:
        rows = await self.middle.tools.database.read("SELECT state FROM donations ORDER BY id")
        return [row["state"] for row in rows]


def what(invoice: Invoice, who: int) -> Json:
    return {
        "from": {"id": who, "is_bot": False, "first_name": "x"}, "currency": "IRR",
        "total_amount": invoice.amount, "invoice_payload": invoice.payload,
    }  # fmt: skip


@pytest.fixture
async def fund(middle: Engine) -> Fund:
    made = Fund(middle)
    await made.says(MINA, "/start", bale=True)
    await made.says(MINA, "/cancel", bale=True)
    return made


async def test_a_donation_from_the_wish_to_the_thanks(fund: Fund) -> None:
    invoice = await fund.asks()
    assert (invoice.amount, invoice.title) == (SUM, say("donate-title"))
    assert len(invoice.title) <= 32
    assert len(invoice.about) <= 255
    transaction = await fund.pays(invoice)
    assert await fund.word() == Checkout(transaction)
    for _ in range(2):
        await fund.comes(invoice, transaction)
    thanks = say("donate-thanks", amount=SUM // 10)
    assert (await fund.told(MINA, bale=True)).count(thanks) == 1
    assert await fund.sum() == SUM
    # Nobody asks any more, and the invoice is worth nothing.
    await fund.does_what_is_due(3600)
    assert await fund.of(Inquiry) == []
    await fund.pays(invoice)
    assert (await fund.word()).refusal
    # Administrators see what came, and nobody's name.
    await fund.says(ADMINISTRATOR, "/donations")
    shown = await fund.last(ADMINISTRATOR)
    assert say("donations-sum", count=1, amount=SUM // 10) in shown
    assert transaction in shown


@pytest.mark.parametrize(
    "odd",
    [
        {"total_amount": SUM - 1},
        {"currency": "USD"},
        {"invoice_payload": "donation:zzzz"},
        {"invoice_payload": "don:42"},
        {"from": {"id": STRANGER, "is_bot": False, "first_name": "x"}},
    ],
    ids=lambda odd: next(iter(odd)),
)
async def test_a_payment_that_is_not_as_it_was_asked_for_is_refused(fund: Fund, odd: Json) -> None:
    invoice = await fund.asks()
    await fund.pays(invoice, **odd)
    word = await fund.word()
    assert word.refusal
    assert await fund.states() == ["offered"]


async def test_two_payments_of_one_invoice_do_not_run_at_once(fund: Fund) -> None:
    invoice = await fund.asks()
    first = await fund.pays(invoice)
    await fund.pays(invoice)
    assert [bool(one.refusal) for one in await fund.of(Checkout)] == [False, True]
    newer = await fund.asks()
    assert newer.payload != invoice.payload
    await fund.comes(invoice, first)
    assert await fund.sum() == SUM


async def test_what_becomes_of_a_payment_is_asked_until_it_is_known(fund: Fund) -> None:
    invoice = await fund.asks()
    transaction = await fund.pays(invoice)
    pending, paid = (Sent(transaction=Transaction(each, SUM)) for each in ("pending", "paid"))
    answers: tuple[Result, ...] = (pending, Ambiguous("lost"), paid)
    for seconds, answer in zip((30, 120, 600), answers, strict=True):
        await fund.does_what_is_due(seconds)
        asked = await fund.inquiries(answer)
        assert [one.transaction_id for one in asked] == [transaction]
        await drop_waiting(fund)
    assert await fund.sum() == SUM
    assert say("donate-thanks", amount=SUM // 10) in await fund.told(MINA, bale=True)
    # The messenger tells of it after all: it was counted.
    await fund.comes(invoice, transaction)
    assert await fund.sum() == SUM
    await fund.does_what_is_due(8 * 24 * 3600)
    assert await fund.inquiries() == []


async def test_a_payment_that_failed_may_be_tried_again(fund: Fund) -> None:
    invoice = await fund.asks()
    await fund.pays(invoice)
    await fund.does_what_is_due(30)
    await fund.sends(Platform.BALE, Sent(transaction=Transaction("failed", SUM)))
    assert await fund.states() == [State.FAILED]
    assert say("payment-failed", amount=SUM // 10) in await fund.told(MINA, bale=True)
    again = await fund.pays(invoice)
    assert await fund.word() == Checkout(again)


async def test_after_a_week_without_an_answer_people_look(fund: Fund) -> None:
    invoice = await fund.asks()
    transaction = await fund.pays(invoice)
    for day in range(9):
        await fund.does_what_is_due(day * 24 * 3600 + 3600)
        await fund.does_what_is_due(day * 24 * 3600 + 7200)
    assert await fund.states() == [State.UNCLEAR]
    odd = say("payment-odd", amount=SUM // 10, transaction=transaction)
    assert odd in await fund.told(ADMINISTRATOR)


async def test_an_invoice_of_unknown_fate_is_never_sent_again(fund: Fund) -> None:
    invoice = await fund.asks()
    sent = await fund.sends(Platform.BALE, Ambiguous("lost"))
    assert invoice in [one.message for one in sent]
    assert await fund.middle.count("outbox", "kind = 'invoice' AND state = 'unknown'") == 1
    await fund.does_what_is_due(200)
    assert say("invoice-unknown") in await fund.told(MINA, bale=True)
    assert len(await fund.of(Invoice)) == 1
    # It did arrive: it can be paid.
    transaction = await fund.pays(invoice)
    assert await fund.word() == Checkout(transaction)


async def test_an_invoice_that_surely_did_not_arrive_cannot_be_paid(fund: Fund) -> None:
    invoice = await fund.asks()
    await fund.sends(Platform.BALE, Refused("PAYMENT_PROVIDER_INVALID"))
    await fund.does_what_is_due(200)
    assert say("invoice-failed") in await fund.told(MINA, bale=True)
    assert say("invoice-failed-admins") in await fund.told(ADMINISTRATOR)
    await fund.pays(invoice)
    assert (await fund.word()).refusal


async def test_money_that_nobody_asked_for_is_kept_and_told(fund: Fund) -> None:
    invoice = Invoice("x", "x", "x", 70_000, "somebody else's")
    await fund.comes(invoice, "trx-odd")
    await fund.comes(invoice, "trx-odd")
    assert await fund.sum() == 70_000
    odd = say("payment-odd", amount=7_000, transaction="trx-odd")
    assert (await fund.told(ADMINISTRATOR)).count(odd) == 1


async def test_nobody_in_need_is_asked_for_money(fund: Fund) -> None:
    await fund.says(MINA, "/help", bale=True)
    assert say("help-donate") in await fund.last(MINA, bale=True)
    invoice = await fund.asks()
    person = await fund.person(MINA, bale=True)
    async with fund.middle.tools.database.transaction() as tx:
        await opened(fund.middle.tools.desk(tx).work, person)
    for words in ("/donate", "/start donate"):
        await fund.says(MINA, words, bale=True)
        assert await fund.last(MINA, bale=True) == say("donate-not-now")
    await fund.says(MINA, "/help", bale=True)
    assert say("help-donate") not in await fund.last(MINA, bale=True)
    # An old button does not open it either.
    await fund.presses(MINA, f"gv.{SUM // 10}", bale=True)
    assert await fund.of(Invoice) == [invoice]


async def test_where_there_is_no_wallet_nothing_is_offered(fund: Fund, middle: Engine) -> None:
    await fund.says(MINA, "/start")
    await fund.says(MINA, "/cancel")
    await fund.says(MINA, "/help")
    assert say("help-donate") not in await fund.last(MINA)
    await fund.says(MINA, "/donate")
    assert await fund.last(MINA) == say("donate-elsewhere", messenger="بله")
    letter = (await fund.letters(Platform.TELEGRAM, MINA))[-1]
    assert letter.message.buttons[0][0].url == "https://ble.ir/hamdeli_bale_bot?start=donate"  # type: ignore[union-attr]
    plain = Both(middle)
    plain.middle.tools = replace(middle.tools, house=replace(middle.tools.house, giving=Giving()))
    plain.middle.worker = Worker(plain.middle.tools)
    await plain.says(MINA, "/donate", bale=True)
    assert await plain.last(MINA, bale=True) == say("donate-closed")


async def test_a_payment_that_waits_overtakes_a_rush(fund: Fund) -> None:
    invoice = await fund.asks()
    rush = [says(8000 + number, "/start") for number in range(300)]
    await fund.middle.intake.keep(rush)
    query = update("pre_checkout_query", {"id": "trx-now"} | what(invoice, MINA))
    await fund.bale.keep([query])
    await fund.middle.worker.work()
    assert await fund.word() == Checkout("trx-now")
    assert await fund.middle.count("inbox", "state = 'new'") > 200
    assert BALE.cannot_wait(query)
    await fund.middle.works()


async def test_who_has_left_by_quick_exit_pays_nothing_and_reads_nothing(fund: Fund) -> None:
    invoice = await fund.asks()
    await fund.says(MINA, "/exit", bale=True)
    before = len(await fund.told(MINA, bale=True))
    await fund.pays(invoice)
    assert (await fund.word()).refusal
    assert len(await fund.told(MINA, bale=True)) == before


async def test_erasure_keeps_the_sum_and_nothing_else(fund: Fund) -> None:
    invoice = await fund.asks()
    transaction = await fund.pays(invoice)
    await fund.comes(invoice, transaction)
    await fund.says(MINA, "/delete", bale=True)
    await fund.presses(MINA, "d.yes", bale=True)
    rows = await fund.middle.tools.database.read(
        "SELECT person_id, transaction_id, amount FROM donations"
    )
    assert [tuple(dict(row).values()) for row in rows] == [(None, None, SUM)]


async def drop_waiting(fund: Fund) -> None:
    """What the messenger did not take is not tried again by this test."""
    async with fund.middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE outbox SET state = 'failed' WHERE state = 'waiting'")
