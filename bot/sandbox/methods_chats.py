"""Bot API methods about chats, members and presses."""

import secrets

from bot.sandbox.errors import bad_request
from bot.sandbox.outgoing import target
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox
from bot.sandbox.texts import utf16
from bot.sandbox.world import Chat, Json

_ADMIN_RIGHTS = (
    "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users",
    "can_restrict_members", "can_pin_messages", "can_promote_members", "can_manage_video_chats",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip
_MEMBER_RIGHTS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos",
    "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
    "can_send_other_messages", "can_add_web_page_previews", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
_ANSWER_LIMIT = 200


def get_chat(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    accepted = dict.fromkeys((*gifts, "gifts_from_channels"), False)
    full = chat.brief() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": accepted,
    }
    if not chat.is_private:
        full["permissions"] = dict.fromkeys(_MEMBER_RIGHTS, True)
    pinned = [message for message in chat.messages.values() if message.pinned]
    return full | {"pinned_message": pinned[-1].body} if pinned else full


def get_chat_member(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    user_id = p.integer("user_id")
    if user_id == box.bot["id"]:
        return bot_member(box, chat)
    person = box.world.people.get(user_id)
    if person is None:
        raise bad_request("member not found")
    return {"user": person.user(), "status": _status(chat, user_id)} | _owner(chat, user_id)


def get_administrators(box: Sandbox, p: Params) -> list[Json]:
    chat = _group(box, p, "there are no administrators in the private chat")
    owners = chat.members[:1]
    found: list[Json] = [
        {"user": box.world.people[owner].user(), "status": "creator", "is_anonymous": False}
        for owner in owners
    ]
    return [*found, bot_member(box, chat)] if chat.bot_status == "administrator" else found


def get_member_count(box: Sandbox, p: Params) -> int:
    return len(target(box, p).members) + 1


def bot_member(box: Sandbox, chat: Chat, status: str | None = None) -> Json:
    """The bot's own ChatMember with this status (default: the present one)."""
    status = status or chat.bot_status
    member: Json = {"user": box.bot, "status": status}
    if status == "administrator":
        member |= {"can_be_edited": False, "is_anonymous": False}
        member |= dict.fromkeys(_ADMIN_RIGHTS, True)
    if status == "kicked":
        member["until_date"] = 0
    return member


def leave_chat(box: Sandbox, p: Params) -> bool:
    chat = _group(box, p, "chat member status can't be changed in private chats")
    chat.bot_status = "left"
    box.show_chat(chat)
    return True


def create_invite_link(box: Sandbox, p: Params) -> Json:
    chat = _group(box, p, "can't create an invite link in a private chat")
    if chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage chat invite link")
    return {
        "invite_link": f"https://t.me/+{secrets.token_urlsafe(12)}",
        "creator": box.bot,
        "creates_join_request": p.flag("creates_join_request"),
        "is_primary": False,
        "is_revoked": False,
    }


def answer_press(box: Sandbox, p: Params) -> bool:
    """answerCallbackQuery: once, and within 150 seconds."""
    if utf16(p.text("text")) > _ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    press_id = p.text("callback_query_id")
    press = box.take_press(press_id)
    if press is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if box.hub.listening:
        box.hub.emit({
            "kind": "answer", "chat": press.chat, "person": press.person, "press_id": press_id,
            "text": p.text("text") or None, "alert": p.flag("show_alert"),
            "url": p.text("url") or None,
        })  # fmt: skip
    return True


def _group(box: Sandbox, p: Params, refusal: str) -> Chat:
    chat = target(box, p)
    if chat.is_private:
        raise bad_request(refusal)
    return chat


def _status(chat: Chat, user_id: int) -> str:
    if user_id not in chat.members:
        return "left"
    is_owner = not chat.is_private and chat.members[0] == user_id
    return "creator" if is_owner else "member"


def _owner(chat: Chat, user_id: int) -> Json:
    return {"is_anonymous": False} if _status(chat, user_id) == "creator" else {}
