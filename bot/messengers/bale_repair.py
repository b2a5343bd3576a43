"""Bale's JSON, made whole: what it leaves out, and what the Bot API's readers count on.

Facts: docs.bale.ai (10 March 2026) and the shapes in tests/messengers/bale_vectors.json. Pure;
what comes in is never changed in place.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from bot.domain.splitting import units

Json: TypeAlias = dict[str, Any]

POSTS = {"channel_post": "message", "edited_channel_post": "edited_message"}
"""The same thing under the name of 2023, and as it is called since."""

_FLAGS_OF_ADMINISTRATORS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
    "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
    "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip
_FLAGS_OF_RESTRICTED = (
    "is_member", "can_change_info", "can_invite_users", "can_pin_messages", "can_send_messages",
    "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_manage_topics",
    "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_react_to_messages", "can_edit_tag",
)  # fmt: skip
_MISSING_IN_MEMBER: dict[str, Json] = {
    "creator": {"is_anonymous": False},
    "administrator": dict.fromkeys(_FLAGS_OF_ADMINISTRATORS, False),
    "restricted": {**dict.fromkeys(_FLAGS_OF_RESTRICTED, False), "until_date": 0},
    "kicked": {"until_date": 0},
}
_MISSING_IN_FILE: dict[str, Json] = {
    "voice": {"duration": 0},
    "audio": {"duration": 0},
    "video": {"duration": 0, "width": 0, "height": 0},
    "animation": {"duration": 0, "width": 0, "height": 0},
    "sticker": {
        "width": 0, "height": 0, "is_animated": False, "is_video": False, "type": "regular",
    },
    "invoice": {"start_parameter": "", "currency": "IRR"},
    "web_app_data": {"button_text": ""},
}  # fmt: skip
_MISSING_IN_USER: Json = {"is_bot": False, "first_name": ""}
_MISSING_IN_CHAT: Json = {"accent_color_id": 0, "max_reaction_count": 0}
_MISSING_IN_WEBHOOK: Json = {"has_custom_certificate": False, "pending_update_count": 0}
_MISSING_IN_LINK: Json = {
    "creator": {"id": 0, **_MISSING_IN_USER},
    "creates_join_request": False,
    "is_primary": False,
    "is_revoked": False,
}


def update(raw: Mapping[str, Any]) -> Json:
    """An update as the Bot API would have written it. What makes no sense stays as it is."""
    whole = {POSTS.get(name, name): value for name, value in raw.items()}
    for name in ("message", "edited_message"):
        if isinstance(body := whole.get(name), Mapping):
            whole[name] = message(body)
    if isinstance(press := whole.get("callback_query"), Mapping):
        whole["callback_query"] = _press(press)
    return whole


def result(method: str, raw: Any) -> Any:
    """The result of a call as the Bot API would have written it; a stub of an edit is `true`."""
    name = method.lower()
    if name.startswith("editmessage"):
        return message(raw) if _is_full(raw) else True
    if name == "getchatadministrators" and isinstance(raw, list):
        return [_member(each) for each in raw]
    if isinstance(raw, list):
        return [_result(name, each) for each in raw]
    return _result(name, raw)


def _result(name: str, raw: Any) -> Any:
    if not isinstance(raw, Mapping):
        return raw
    match name:
        case "getchatmember":
            return _member(raw)
        case "getchat":
            linked = raw.get("linked_chat_id")
            kept = {key: value for key, value in raw.items() if key != "linked_chat_id"}
            # On Bale it is a text, and mostly an empty one.
            more = {"linked_chat_id": int(str(linked))} if _is_number(linked) else {}
            return _MISSING_IN_CHAT | kept | more
        case "getwebhookinfo":
            return _MISSING_IN_WEBHOOK | dict(raw)
        case "createchatinvitelink" | "revokechatinvitelink":
            return _MISSING_IN_LINK | dict(raw)
        case _:
            return message(raw) if "message_id" in raw and "chat" in raw else raw


def message(raw: Mapping[str, Any]) -> Json:
    """A message with all that its readers count on."""
    whole = dict(raw)
    for name, missing in _MISSING_IN_FILE.items():
        if isinstance(whole.get(name), Mapping):
            whole[name] = missing | whole[name]
    if isinstance(whole.get("from"), Mapping):
        whole["from"] = _MISSING_IN_USER | whole["from"]
    if isinstance(whole.get("photo"), list):
        whole["photo"] = [
            {"width": 0, "height": 0, **size} if isinstance(size, Mapping) else size
            for size in whole["photo"]
        ]
    if isinstance(whole.get("reply_to_message"), Mapping):
        whole["reply_to_message"] = message(whole["reply_to_message"])
    whole.setdefault("date", 0)
    _mark_command(whole)
    _say_where_from(whole)
    return whole


def _press(raw: Mapping[str, Any]) -> Json:
    whole = dict(raw)
    if isinstance(whole.get("from"), Mapping):
        whole["from"] = _MISSING_IN_USER | whole["from"]
    chat: Any = None
    if isinstance(whole.get("message"), Mapping):
        whole["message"] = message(whole["message"])
        chat = whole["message"].get("chat")
    whole.setdefault("chat_instance", str(chat.get("id")) if isinstance(chat, Mapping) else "")
    return whole


def _mark_command(whole: Json) -> None:
    """A typed command has no entity on Bale, or has one: it gets one."""
    text, known = whole.get("text"), whole.get("entities") or []
    if not isinstance(text, str) or not text.startswith("/") or len(text) < 2:
        return
    if not isinstance(known, list) or text[1].isspace() or any(map(_is_command, known)):
        return
    length = units(text.split(maxsplit=1)[0])
    whole["entities"] = [{"type": "bot_command", "offset": 0, "length": length}, *known]


def _is_command(entity: Any) -> bool:
    return isinstance(entity, Mapping) and entity.get("type") == "bot_command"


def _say_where_from(whole: Json) -> None:
    """`forward_origin`, from the names by which it was known before."""
    if "forward_origin" in whole:
        return
    when = whole.get("forward_date", 0)
    if isinstance(chat := whole.get("forward_from_chat"), Mapping):
        number = whole.get("forward_from_message_id", 0)
        whole["forward_origin"] = {
            "type": "channel", "date": when, "chat": dict(chat), "message_id": number,
        }  # fmt: skip
    elif isinstance(user := whole.get("forward_from"), Mapping):
        sender = _MISSING_IN_USER | dict(user)
        whole["forward_origin"] = {"type": "user", "date": when, "sender_user": sender}


def _member(raw: Any) -> Any:
    if not isinstance(raw, Mapping):
        return raw
    missing = _MISSING_IN_MEMBER.get(str(raw.get("status")), {})
    whole = missing | dict(raw)
    if isinstance(whole.get("user"), Mapping):
        whole["user"] = _MISSING_IN_USER | whole["user"]
    return whole


def _is_full(raw: Any) -> bool:
    """Whether it is a message indeed: Bale answers an edit with a stub of number 0."""
    return isinstance(raw, Mapping) and bool(raw.get("message_id")) and bool(raw.get("date"))


def _is_number(value: Any) -> bool:
    return isinstance(value, str | int) and str(value).lstrip("-").isdecimal()
