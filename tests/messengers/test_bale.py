"""Bale's updates in our words, and ours as its calls. The examples lie in bale_vectors.json."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, Update

from bot.domain.donation import Checkout, Inquiry, Invoice, Review, Transaction
from bot.domain.outgoing import (
    Album,
    Answer,
    Button,
    Chart,
    Commands,
    Delete,
    Edit,
    Entity,
    Media,
    Outgoing,
    Text,
)
from bot.domain.people import Platform
from bot.domain.sheet import Sheet
from bot.handlers.incoming import (
    ChatKind,
    CheckoutIn,
    CommandIn,
    ContactIn,
    FileIn,
    Incoming,
    MemberGone,
    PaidIn,
    Presence,
    PressIn,
    TextIn,
)
from bot.messengers import bale, bale_repair, bale_text
from bot.messengers.dialect import NotUnderstood
from bot.messengers.platforms import BALE

Json = dict[str, Any]
FILE = Path(__file__).with_name("bale_vectors.json")
VECTORS: list[Json] = json.loads(FILE.read_text(encoding="utf-8"))["vectors"]
UPDATES = {v["id"]: v for v in VECTORS if v["kind"] == "update"}
FAMILY = 1000000001


def heard(number: str) -> Incoming:
    incoming = bale.parse(UPDATES[number]["update"])
    assert incoming is not None
    return incoming


def message(**more: Any) -> Json:
    chat = {"id": FAMILY, "type": "private"}
    body = {"message_id": 1, "from": {"id": FAMILY, "is_bot": False}, "date": 1, "chat": chat}
    return {"update_id": 0, "message": body | more}


@pytest.mark.parametrize("vector", UPDATES.values(), ids=UPDATES)
def test_the_library_can_read_each_example_once_it_is_made_whole(vector: Json) -> None:
    whole = bale_repair.update(vector["update"])
    update = Update.de_json(whole, Bot("1:x"))
    expected = vector["expected_with_adapter"]
    assert getattr(update, expected.removeprefix("OK: ").partition(";")[0])
    if "filters.COMMAND=True" in expected:
        assert update.message is not None
        assert update.message.entities[0].type == "bot_command"
    if "filters.FORWARDED=True" in expected:
        assert update.message is not None
        assert update.message.forward_origin is not None


def test_each_example_says_what_it_is() -> None:
    assert heard("U01") == Incoming(
        Platform.BALE, 100000001, ChatKind.PRIVATE, 100000001, "", -100000001, TextIn("متن")
    )
    assert heard("U02").content == CommandIn("start", "ref42", "/start ref42")
    assert heard("U03").content == CommandIn("start", "ref42", "/start ref42")
    assert heard("U04").content == PressIn("8000000000000000001", "yes", 3)
    assert heard("U05").content == PressIn("1100000001", "no", 3)
    assert heard("U06").content == PressIn("8000000000000000002", "yes", 3)
    assert heard("U07").content == ContactIn()
    assert heard("U09").content == FileIn("photo", "bale:1000000001:-1000000000000000001:1", "رسید")
    assert heard("U10").content == FileIn("voice", "bale:1000000001:-1000000000000000001:1")
    assert heard("U21").content == TextIn("سلام")


def test_a_group_has_a_positive_number_and_tells_of_our_arrival_in_a_message() -> None:
    arrived = heard("U13")
    assert (arrived.chat, arrived.chat_id) == (ChatKind.GROUP, 5000000001)
    assert arrived.content == Presence(inside=True)
    chat = {"id": 5000000001, "type": "group"}
    gone = bale.parse(message(chat=chat, left_chat_member={"id": 7}))
    assert gone is not None
    assert gone.content == MemberGone(7)


def test_a_post_of_a_channel_is_nobodys_under_both_names() -> None:
    update = UPDATES["U15"]["update"]
    older = {"update_id": 54, "channel_post": update["message"]}
    for each in (update, older):
        post = bale.parse(each)
        assert post is not None
        assert (post.chat, post.sender) == (ChatKind.OTHER, 0)
        assert bale.raw_words(each) == "خبر تازه"


def test_a_payment_is_asked_about_and_told_under_one_number() -> None:
    waits, came = heard("U18"), heard("U19")
    assert isinstance(waits.content, CheckoutIn)
    assert isinstance(came.content, PaidIn)
    assert waits.content.id == came.content.id == "trx-0001"
    assert waits.content.payload == came.content.payload == "don:42"
    assert waits.content.amount == came.content.amount
    assert (waits.chat, waits.sender, waits.chat_id) == (ChatKind.PRIVATE, FAMILY, FAMILY)
    assert bale.order_chat(UPDATES["U18"]["update"]) == FAMILY
    assert BALE.cannot_wait(UPDATES["U18"]["update"])
    assert not BALE.cannot_wait(UPDATES["U19"]["update"])
    assert "trx-0001" in bale.update_key(1, UPDATES["U18"]["update"])


def test_the_same_numbers_on_two_messengers_are_two_updates() -> None:
    update = UPDATES["U21"]["update"]
    assert bale.update_key(7, update).startswith("bale:7:0:message:1:")


def test_a_reply_finds_a_message_of_negative_number() -> None:
    reply = bale.parse(message(text="بله", reply_to_message={"message_id": -5, "chat": {}}))
    assert reply is not None
    assert reply.reply_to == -5


def test_whatever_is_changed_in_an_example_is_read_or_refused() -> None:
    chance = random.Random(7)
    good = [vector["update"] for vector in UPDATES.values()]
    refused = 0
    for _ in range(10_000):
        update = json.loads(json.dumps(chance.choice(good)))
        spoil(update, chance)
        assert isinstance(bale.update_key(1, update), str)
        assert isinstance(bale.order_chat(update), int)
        assert isinstance(bale.raw_words(update), str)
        bale.private_chat(update)
        try:
            bale.parse(update)
        except NotUnderstood:
            refused += 1
    assert 0 < refused < 9_000


def spoil(value: Any, chance: random.Random) -> None:
    """Takes away or exchanges one thing somewhere inside."""
    while isinstance(value, dict | list) and value:
        key: Any = chance.choice(list(value)) if isinstance(value, dict) else 0
        deeper = value[key]
        if isinstance(deeper, dict | list) and deeper and chance.random() < 0.8:
            value = deeper
            continue
        if chance.random() < 0.4:
            del value[key]
        else:
            value[key] = chance.choice([None, 0, -1, "", "x", [], {}, [None], {"id": "1"}, 2**70])
        return


@pytest.mark.parametrize(
    ("text", "entities", "said"),
    [
        ("سلام", (), "سلام"),
        ("نام شما", (Entity("bold", 0, 3),), "*نام* شما"),
        ("این مهم است", (Entity("italic", 4, 3),), "این _مهم_ است"),
        ("پیوند", (Entity("text_link", 0, 5, "https://ble.ir/x"),), "[پیوند](https://ble.ir/x)"),
        ("a(b)c", (Entity("bold", 2, 1),), "a(b)c"),
        ("🙏 بله", (Entity("bold", 3, 3),), "🙏 *بله*"),
        ("یک\nدو", (Entity("bold", 0, 5),), "*یک*\n*دو*"),
        ("پنهان", (Entity("spoiler", 0, 5),), "پنهان"),
        ("*دروغ* [x](y) `z`", (), "\u2217دروغ\u2217 \uff3bx\uff3d(y) \u02cbz\u02cb"),
        ("_کج_ /safe_contact @a_bot", (), "\uff3fکج\uff3f /safe_contact @a_bot"),
        ("_https://ble.ir/a?start=_x-_y_", (), "\uff3fhttps://ble.ir/a?start=_x-_y_"),
    ],
)
def test_formatting_becomes_marks_and_typed_marks_do_nothing(
    text: str, entities: tuple[Entity, ...], said: str
) -> None:
    assert bale_text.marked(text, entities) == said


def test_formatting_that_would_make_a_text_too_long_is_left_out() -> None:
    text = "ب" * 4096
    assert bale_text.marked(text, (Entity("bold", 0, 4096),)) == text


def test_marks_that_a_person_typed_on_bale_are_formatting_elsewhere() -> None:
    assert bale_text.read("این *خیلی* _مهم_ است، ۲*۳*۴") == (
        "این خیلی مهم است، ۲*۳*۴",
        (Entity("bold", 4, 4), Entity("italic", 9, 3)),
    )


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (Text("x", reply_to=5, protect=True),
         [("sendMessage", {"chat_id": 9, "text": "x", "reply_to_message_id": 5})]),
        (Text("x", ((Button("بله", "y"),),)),
         [("sendMessage", {"chat_id": 9, "text": "x", "reply_markup": {
             "inline_keyboard": [[{"text": "بله", "callback_data": "y"}]]}})]),
        (Commands("default", (("help", "کمک"),)), []),
        (Invoice("t", "d", "l", 500_000, "donation:1"), [("sendInvoice", {
            "chat_id": 9, "title": "t", "description": "d", "payload": "donation:1",
            "prices": [{"label": "l", "amount": 500_000}]})]),
        (Checkout("q"), [("answerPreCheckoutQuery", {"pre_checkout_query_id": "q", "ok": True})]),
        (Checkout("q", "نه"), [("answerPreCheckoutQuery",
         {"pre_checkout_query_id": "q", "ok": False, "error_message": "نه"})]),
        (Inquiry("q", 5), [("inquireTransaction", {"transaction_id": "q"})]),
        (Review(5), [("askReview", {"user_id": 9, "delay_seconds": 5})]),
        (Delete(message_ids=(1, 2)),
         [("deleteMessage", {"chat_id": 9, "message_id": 1}),
          ("deleteMessage", {"chat_id": 9, "message_id": 2})]),
        (Media("video_note", "f"), [("sendVideo", {"chat_id": 9, "video": "f"})]),
        (Media("sticker", "f"), [("sendDocument", {"chat_id": 9, "document": "f"})]),
        (Media("voice", "f", "*"), [("sendVoice",
         {"chat_id": 9, "voice": "f", "caption": "\u2217"})]),
        (Edit("x", caption=True), [("editMessageCaption", {"chat_id": 9, "message_id": 3,
         "caption": "x", "reply_markup": {"inline_keyboard": []}})]),
        (Chart(Sheet(""), "x", message_id=3), [("editMessageCaption", {"chat_id": 9,
         "message_id": 3, "caption": "x", "reply_markup": {"inline_keyboard": []}})]),
        (Answer("8", "x"), [("answerCallbackQuery",
         {"callback_query_id": "8", "text": "x", "show_alert": False})]),
        (Answer("18", "x"), [("answerCallbackQuery",
         {"callback_query_id": "18", "text": "x", "show_alert": False}),
         ("sendMessage", {"chat_id": 9, "text": "x"})]),
        (Album((Media("photo", "a", "*"), Media("photo", "b"))), [("sendMediaGroup", {
         "chat_id": 9, "media": [{"type": "photo", "media": "a", "caption": "\u2217"},
                                 {"type": "photo", "media": "b"}]})]),
    ],
)  # fmt: skip
def test_our_words_become_calls_that_bale_knows(
    sent: Outgoing, expected: list[tuple[str, Json]]
) -> None:
    assert list(bale.to_calls(9, sent, 3, b"png")) == expected


@pytest.mark.parametrize(
    ("result", "ids"),
    [
        ({"message_id": 5}, (5,)),
        ({"message_id": -100000001}, (-100000001,)),
        ({"message_id": 0, "date": 0, "chat": {"id": 0, "type": ""}}, ()),
        ([{"message_id": 5}, {"message_id": 6}], (5, 6)),
        (True, ()),
    ],
)
def test_the_stub_that_answers_an_edit_is_no_message(result: Any, ids: tuple[int, ...]) -> None:
    assert bale.message_ids(result) == ids


@pytest.mark.parametrize(
    ("result", "found"),
    [
        ({"id": "q", "status": "paid", "userID": 9, "amount": 5, "createdAt": 1}, ("paid", 5)),
        ({"status": "pending"}, ("pending", 0)),
        ({"status": "lost"}, None),
        ({"message_id": 5}, None),
        (True, None),
    ],
)
def test_a_transaction_says_what_has_become_of_it(
    result: Any, found: tuple[str, int] | None
) -> None:
    assert BALE.transaction(result) == (Transaction(*found) if found else None)
