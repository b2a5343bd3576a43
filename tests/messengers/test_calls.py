"""Our words as calls of the Bot API, checked by somebody else's model of it."""

from typing import Any

import pytest

from bot.domain.outgoing import (
    Album,
    Answer,
    Button,
    Commands,
    Delete,
    Edit,
    Entity,
    Location,
    Media,
    Outgoing,
    Text,
)
from bot.messengers.calls import call, message_ids
from tests.strict import validate

BUTTONS = ((Button("بله", "1.m.help"), Button("سایت", url="https://example.org")),)
BOLD = (Entity("bold", 0, 4),)
FILES = {
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video": "sendVideo",
    "video_note": "sendVideoNote",
    "document": "sendDocument",
    "sticker": "sendSticker",
    "animation": "sendAnimation",
}

MESSAGES: list[tuple[Outgoing, str]] = [
    (Text("سلام"), "sendMessage"),
    (Text("سلام", BUTTONS, BOLD, 5, True), "sendMessage"),
    (Text("سلام", entities=(Entity("text_link", 0, 4, url="https://example.org"),)), "sendMessage"),
    (Text("سلام", entities=(Entity("pre", 0, 4, language="python"),)), "sendMessage"),
    (Album((Media("photo", "f"), Media("video", "g", "زیر"))), "sendMediaGroup"),
    (Album((Media("photo", "f", "سلام", BOLD), Media("photo", "g")), 5, True), "sendMediaGroup"),
    (Album((Media("photo", "f", "زیر"),), 5, True), "sendPhoto"),
    (Location(35.7, 51.4), "sendLocation"),
    (Location(0.0, 0.0, BUTTONS, True), "sendLocation"),
    (Edit("سلام", message_id=9), "editMessageText"),
    (Edit("سلام", message_id=9, buttons=BUTTONS, entities=BOLD), "editMessageText"),
    (Edit("سلام", message_id=9, entities=BOLD, caption=True), "editMessageCaption"),
    (Delete(message_id=9), "deleteMessage"),
    (Delete(message_ids=(9,)), "deleteMessages"),
    (Delete(message_ids=tuple(range(1, 101))), "deleteMessages"),
    (Answer("55"), "answerCallbackQuery"),
    (Answer("55", "ثبت شد", True), "answerCallbackQuery"),
    (Commands("default", (("start", "شروع"),), "fa"), "setMyCommands"),
    (Commands("group", (("queue", "صف"),)), "setMyCommands"),
    (Commands("chat", (("queue", "صف"),)), "setMyCommands"),
]  # fmt: skip


def made(message: Outgoing, target: int | None = 9) -> tuple[str, dict[str, Any]]:
    return call(1001, message, target)


MESSAGES += [(Media(kind, "f", "سلام", BOLD, BUTTONS, 5, True), FILES[kind]) for kind in FILES]


@pytest.mark.parametrize(("message", "method"), MESSAGES, ids=lambda value: str(value)[:40])
def test_every_message_is_a_call_that_the_documentation_allows(
    message: Outgoing, method: str
) -> None:
    name, parameters = made(message)
    assert name == method
    assert validate(name, parameters) is None


def test_nothing_is_ever_forwarded_or_copied_by_the_messenger() -> None:
    assert not {made(message)[0] for message, _ in MESSAGES} & {
        "forwardMessage", "forwardMessages", "copyMessage", "copyMessages",
    }  # fmt: skip


def test_no_words_of_people_are_read_as_formatting() -> None:
    for message, _ in MESSAGES:
        assert "parse_mode" not in repr(made(message)[1])


@pytest.mark.parametrize("kind", ["sticker", "video_note"])
def test_what_takes_no_caption_gets_none(kind: str) -> None:
    _, parameters = made(Media(kind, "f", "زیرنویس", BOLD))
    assert not {"caption", "caption_entities"} & parameters.keys()


def test_previews_of_links_are_off() -> None:
    for message in (Text("https://example.org"), Edit("https://example.org", message_id=1)):
        assert made(message)[1]["link_preview_options"] == {"is_disabled": True}


def test_an_edit_changes_the_message_that_was_found_for_it() -> None:
    assert made(Edit("سلام", row=4), target=77)[1]["message_id"] == 77
    assert made(Delete(row=4), target=77)[1] == {"chat_id": 1001, "message_id": 77}


def test_an_edit_without_buttons_takes_the_old_ones_away() -> None:
    assert made(Edit("سلام", message_id=1))[1]["reply_markup"] == {"inline_keyboard": []}


def test_a_reply_to_a_deleted_message_is_sent_all_the_same() -> None:
    assert made(Text("سلام", reply_to=5))[1]["reply_parameters"] == {
        "message_id": 5, "allow_sending_without_reply": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("result", "ids"),
    [
        ({"message_id": 5}, (5,)),
        ([{"message_id": 5}, {"message_id": 6}], (5, 6)),
        (True, ()),
        (None, ()),
        ("text", ()),
        ([{"message_id": "5"}, None, 7], ()),
    ],
)
def test_the_ids_in_a_result_are_found(result: Any, ids: tuple[int, ...]) -> None:
    assert message_ids(result) == ids
