"""Bot API methods that change what is already in a chat."""

from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.methods_sending import input_media, message_ids, reply_target
from bot.sandbox.outgoing import formatted, missing, own_message, target
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox
from bot.sandbox.views import MEDIA, kind_of
from bot.sandbox.world import Chat, Json, Message

# Bot API: deleteMessage works on messages younger than 48 hours.
DELETE_LIFE_MS = 48 * 3600 * 1000
REACTIONS = frozenset(
    (
        "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 "
        "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 "
        "✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
    ).split()
)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


def edit_text(box: Sandbox, p: Params) -> Json:
    """Without reply_markup the buttons vanish, here as there."""
    message = own_message(box, target(box, p), p)
    content = formatted(p)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _change(box, p, message, content, ("text", "entities"))


def edit_caption(box: Sandbox, p: Params) -> Json:
    message = own_message(box, target(box, p), p)
    if kind_of(message.body) not in MEDIA:
        raise bad_request("there is no caption in the message to edit")
    return _change(box, p, message, formatted(p, "caption"), ("caption", "caption_entities"))


def edit_media(box: Sandbox, p: Params) -> Json:
    message = own_message(box, target(box, p), p)
    item = p.record("media")
    if item is None:
        raise bad_request("media is not specified")
    old = (*MEDIA, "caption", "caption_entities", "text", "entities")
    return _change(box, p, message, input_media(box, p, item), old)


def edit_reply_markup(box: Sandbox, p: Params) -> Json:
    return _change(box, p, own_message(box, target(box, p), p), {}, ())


def delete_message(box: Sandbox, p: Params) -> bool:
    chat = target(box, p)
    message = box.world.find(chat, p.integer("message_id"))
    if message is None:
        raise missing("delete")
    _check_deletable(box, chat, message)
    _delete(box, message)
    return True


def delete_messages(box: Sandbox, p: Params) -> bool:
    """Those that cannot be found are left out, as the real server does."""
    chat = target(box, p)
    found = [box.world.find(chat, number) for number in message_ids(p)]
    messages = [message for message in found if message is not None]
    for message in messages:
        _check_deletable(box, chat, message)
    for message in messages:
        _delete(box, message)
    return True


def set_reaction(box: Sandbox, p: Params) -> bool:
    chat, message = reply_target(box, p)
    wanted = p.records("reaction")
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [str(reaction.get("emoji", "")) for reaction in wanted]
    if not set(emoji) <= REACTIONS:
        raise bad_request("REACTION_INVALID")
    message.reactions = emoji
    if box.hub.listening:
        event = {"kind": "reaction", "chat": chat.key, "message_id": message.id}
        box.hub.emit(event | {"reactions": emoji})
    box.show("edit", message)
    return True


def pin(box: Sandbox, p: Params) -> bool:
    chat = target(box, p)
    _check_pinning(chat)
    message = box.world.find(chat, p.integer("message_id"))
    if message is None:
        raise missing("pin")
    _set_pinned(box, message, pinned=True)
    return True


def unpin(box: Sandbox, p: Params) -> bool:
    """Without message_id the newest pinned message is meant."""
    chat = target(box, p)
    _check_pinning(chat)
    number = p.integer("message_id")
    pinned = [m for m in reversed(chat.messages.values()) if m.pinned and number in (0, m.id)]
    if not pinned:
        raise missing("unpin")
    _set_pinned(box, pinned[0], pinned=False)
    return True


def unpin_all(box: Sandbox, p: Params) -> bool:
    chat = target(box, p)
    _check_pinning(chat)
    for message in chat.messages.values():
        if message.pinned:
            _set_pinned(box, message, pinned=False)
    return True


def _change(
    box: Sandbox, p: Params, message: Message, content: Json, replaced: tuple[str, ...]
) -> Json:
    markup = checked_markup(p.data("reply_markup"))
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    gone = (*replaced, "reply_markup", "edit_date")
    body = {name: part for name, part in message.body.items() if name not in gone}
    body.update(content)
    if markup is not None:
        body["reply_markup"] = markup
    if body == {name: part for name, part in message.body.items() if name != "edit_date"}:
        raise bad_request(_NOT_MODIFIED)
    message.edited_at = box.clock.now()
    body["edit_date"] = message.edited_at // 1000
    message.body = body
    message.rev = box.world.touch()
    box.show("edit", message)
    return body


def _check_deletable(box: Sandbox, chat: Chat, message: Message) -> None:
    admin = chat.bot_status == "administrator"
    if message.sender is not None and not chat.is_private and not admin:
        raise bad_request("message can't be deleted")
    moderated = chat.type == "supergroup" and admin
    if box.clock.now() - message.at > DELETE_LIFE_MS and not moderated:
        raise bad_request("message can't be deleted for everyone")


def _delete(box: Sandbox, message: Message) -> None:
    message.deleted = True
    if box.hub.listening:
        event = {"kind": "delete", "chat": message.chat.key, "message_id": message.id}
        box.hub.emit(event)


def _check_pinning(chat: Chat) -> None:
    if not chat.is_private and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")


def _set_pinned(box: Sandbox, message: Message, *, pinned: bool) -> None:
    message.pinned = pinned
    if box.hub.listening:
        event = {"kind": "pin", "chat": message.chat.key, "message_id": message.id}
        box.hub.emit(event | {"pinned": pinned})
