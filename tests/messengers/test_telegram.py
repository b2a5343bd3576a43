"""Telegram's updates in our words: whatever is odd costs no message."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outgoing import Entity
from bot.domain.people import Platform
from bot.handlers.incoming import (
    ChatKind,
    CommandIn,
    ContactIn,
    Content,
    FileIn,
    GroupMoved,
    Incoming,
    LocationIn,
    MemberGone,
    OtherIn,
    Presence,
    PressIn,
    TextIn,
)
from bot.messengers import telegram
from bot.messengers.dialect import NotUnderstood
from bot.messengers.telegram import parse, update_key

Json = dict[str, Any]
MARYAM = {"id": 1001, "is_bot": False, "first_name": "مریم", "language_code": "fa"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "مریم"}
GROUP = {"id": -1007, "type": "supergroup", "title": "مشاوران"}
FILE = {"file_id": "AgAC", "file_unique_id": "u"}


def message(chat: Json = PRIVATE, **more: Any) -> Json:
    body = {"message_id": 7, "date": 1790000000, "from": MARYAM, "chat": chat, **more}
    return {"update_id": 100, "message": body}


def heard(update: Json) -> Incoming:
    incoming = parse(update)
    assert incoming is not None
    return incoming


def test_a_private_text_says_who_where_and_what() -> None:
    assert heard(message(text="سلام")) == Incoming(
        Platform.TELEGRAM, 1001, ChatKind.PRIVATE, 1001, "fa", 7, TextIn("سلام")
    )


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ({"photo": [FILE | {"file_id": "small"}, FILE], "caption": "ببینید"},
         FileIn("photo", "AgAC", "ببینید")),
        ({"voice": FILE | {"duration": 9}}, FileIn("voice", "AgAC", seconds=9)),
        ({"audio": FILE | {"duration": 61}}, FileIn("audio", "AgAC", seconds=61)),
        ({"video": FILE | {"duration": 5}}, FileIn("video", "AgAC", seconds=5)),
        ({"video_note": FILE | {"duration": 5}}, FileIn("video_note", "AgAC", seconds=5)),
        ({"document": FILE | {"file_name": "نام.pdf"}}, FileIn("document", "AgAC")),
        ({"sticker": FILE | {"emoji": "🙏"}}, FileIn("sticker", "AgAC")),
        ({"animation": FILE | {"duration": 2}, "document": FILE},
         FileIn("animation", "AgAC", seconds=2)),
        ({"location": {"latitude": 35.7, "longitude": 51.4}}, LocationIn(35.7, 51.4)),
        ({"location": {"latitude": 0, "longitude": 0}}, LocationIn(0.0, 0.0)),
        ({"contact": {"phone_number": "+98912", "first_name": "مریم"}}, ContactIn()),
        ({"poll": {"id": "1"}}, OtherIn("poll")),
        ({"dice": {"value": 3}}, OtherIn("dice")),
        ({"venue": {"title": "خانه"}, "location": {"latitude": 1.0, "longitude": 2.0}},
         LocationIn(1.0, 2.0)),
        ({"migrate_to_chat_id": -1008}, GroupMoved(-1008)),
        ({"left_chat_member": {"id": 5, "is_bot": False}}, MemberGone(5)),
    ],
)  # fmt: skip
def test_every_kind_of_message_has_its_word(body: Json, content: Content) -> None:
    assert heard(message(**body)).content == content


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", CommandIn("start", "", "/start")),
        ("/Start@hamdeli_bot token", CommandIn("start", "token", "/Start@hamdeli_bot token")),
        ("/note  اول\nدوم", CommandIn("note", "اول\nدوم", "/note  اول\nدوم")),
    ],
)
def test_a_command_has_a_name_and_an_argument(text: str, command: CommandIn) -> None:
    length = len(text.split(" ", maxsplit=1)[0])
    entity = {"type": "bot_command", "offset": 0, "length": length}
    assert heard(message(text=text, entities=[entity])).content == command


def test_a_command_may_have_its_argument_on_the_next_line() -> None:
    entity = {"type": "bot_command", "offset": 0, "length": 5}
    content = heard(message(text="/note\nخط اول\nخط دوم", entities=[entity])).content
    assert content == CommandIn("note", "خط اول\nخط دوم", "/note\nخط اول\nخط دوم")


def test_a_slash_in_the_middle_is_no_command() -> None:
    entity = {"type": "bot_command", "offset": 3, "length": 6}
    assert heard(message(text="از /start", entities=[entity])).content == TextIn("از /start")


def test_formatting_is_kept_and_what_names_people_is_not() -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "text_link", "offset": 3, "length": 2, "url": "https://example.org"},
        {"type": "pre", "offset": 6, "length": 2, "language": "python"},
        {"type": "mention", "offset": 9, "length": 7},
        {"type": "text_mention", "offset": 9, "length": 3, "user": MARYAM},
        {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5"},
        {"type": "phone_number", "offset": 0, "length": 2},
    ]
    content = heard(message(text="یک دو سه چهار پنج", entities=entities)).content
    assert isinstance(content, TextIn)
    assert content.entities == (
        Entity("bold", 0, 2),
        Entity("text_link", 3, 2, url="https://example.org"),
        Entity("pre", 6, 2, language="python"),
    )


def test_replies_albums_and_edits_are_noticed() -> None:
    body = message(photo=[FILE], media_group_id="77", reply_to_message={"message_id": 3})
    incoming = heard(body)
    assert (incoming.reply_to, incoming.album, incoming.edited) == (3, "77", False)
    edited = heard({"update_id": 101, "edited_message": body["message"]})
    assert edited.edited


@pytest.mark.parametrize(
    "hidden",
    [
        {"from": {"id": 1087968824, "is_bot": True}},
        {"sender_chat": {"id": -1007, "type": "supergroup"}},
        {"from": {"id": 9, "is_bot": True, "first_name": "ربات"}},
    ],
)
def test_who_hides_behind_a_group_is_nobody(hidden: Json) -> None:
    update = message(GROUP, text="/queue")
    update["message"] |= hidden
    assert heard(update).sender == 0


def press(**more: Any) -> Json:
    query = {"id": "55", "from": MARYAM, "chat_instance": "1", "data": "1.m.help",
             "message": {"message_id": 9, "date": 1, "chat": PRIVATE}, **more}  # fmt: skip
    return {"update_id": 102, "callback_query": query}


def test_a_press_knows_its_message() -> None:
    incoming = heard(press())
    assert incoming.content == PressIn("55", "1.m.help", 9)
    assert (incoming.chat, incoming.chat_id, incoming.sender) == (ChatKind.PRIVATE, 1001, 1001)


def test_a_press_on_a_card_happens_in_the_group() -> None:
    incoming = heard(press(message={"message_id": 9, "date": 1, "chat": GROUP}))
    assert (incoming.chat, incoming.chat_id, incoming.sender) == (ChatKind.GROUP, -1007, 1001)


def test_a_press_on_a_message_that_is_gone_is_still_a_press() -> None:
    update = press()
    del update["callback_query"]["message"]
    assert heard(update).content == PressIn("55", "1.m.help", None)


def test_a_press_without_data_is_answered_too() -> None:
    update = press()
    del update["callback_query"]["data"]
    assert heard(update).content == PressIn("55", "", 9)


@pytest.mark.parametrize(
    ("status", "inside"),
    [("member", True), ("administrator", True), ("restricted", True), ("left", False),
     ("kicked", False)],
)  # fmt: skip
def test_we_notice_when_we_are_put_in_or_out(status: str, inside: bool) -> None:
    change = {"chat": GROUP, "from": MARYAM, "date": 1, "new_chat_member": {"status": status}}
    assert heard({"update_id": 1, "my_chat_member": change}).content == Presence(inside)


def test_who_leaves_the_group_is_named_and_who_comes_is_not_news() -> None:
    def change(status: str) -> Json:
        member = {"status": status, "user": {"id": 2001, "is_bot": False}}
        body = {"chat": GROUP, "from": MARYAM, "date": 1, "new_chat_member": member}
        return {"update_id": 1, "chat_member": body}

    assert heard(change("kicked")).content == MemberGone(2001)
    assert parse(change("member")) is None


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "channel_post": {"text": "x"}},
        message(new_chat_title="نام تازه"),
        message(pinned_message={"message_id": 1}),
    ],
)
def test_what_is_not_for_us_is_nothing(update: Json) -> None:
    assert parse(update) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = st.sampled_from([
    "message_id", "from", "chat", "text", "entities", "photo", "voice", "caption", "location",
    "caption_entities", "contact", "reply_to_message", "media_group_id", "migrate_to_chat_id",
    "left_chat_member", "sticker", "sender_chat", "date",
])  # fmt: skip


@given(FIELDS, JSON)
def test_one_odd_field_is_understood_or_parked_and_never_worse(name: str, value: Any) -> None:
    update = message(text="سلام")
    update["message"][name] = value
    understood_or_parked(update)


@given(st.sampled_from([*telegram.ALLOWED_UPDATES, "other"]), JSON)
def test_an_update_of_any_shape_is_understood_or_parked(name: str, body: Any) -> None:
    understood_or_parked({"update_id": 5, name: body})


def understood_or_parked(update: Json) -> None:
    # What happens before the update is stored must not fail at all.
    assert update_key(1, update).startswith("telegram:1:")
    assert isinstance(telegram.order_chat(update), int)
    assert isinstance(telegram.raw_words(update), str)
    assert isinstance(telegram.raw_press(update), str)
    assert telegram.private_chat(update) is None or isinstance(telegram.private_chat(update), int)
    try:
        incoming = parse(update)
    except NotUnderstood:
        return
    assert incoming is None or abs(incoming.chat_id) < 2**63


def test_the_same_update_has_the_same_key_and_an_id_that_came_again_another() -> None:
    first, later = message(text="سلام"), message(text="سلام")
    assert update_key(1, first) == update_key(1, later)
    later["message"] |= {"message_id": 8, "date": 1790700000}
    assert update_key(1, first) != update_key(1, later)
    assert update_key(1, first) != update_key(2, first)


def test_every_edit_of_a_message_is_an_update_of_its_own() -> None:
    body = message(text="سلام")["message"]
    keys = {
        update_key(1, {"update_id": 5, "edited_message": body | {"edit_date": at}}) for at in (1, 2)
    }
    assert len(keys) == 2


def test_what_one_person_does_keeps_its_order_also_in_the_group() -> None:
    assert telegram.order_chat(message(GROUP, text="x")) == 1001
    assert telegram.order_chat(press()) == 1001
    assert telegram.order_chat({"update_id": 1, "message": {"chat": GROUP}}) == -1007
    assert telegram.order_chat({"update_id": 1}) == 0
