"""The table of contents of the Bot API side: every method the sandbox knows.

getUpdates is not here: it is the only one that waits (server.py).
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from bot.sandbox import methods_chats as chats
from bot.sandbox import methods_editing as editing
from bot.sandbox import methods_self as self_
from bot.sandbox import methods_sending as sending
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox

Method: TypeAlias = Callable[[Sandbox, Params], Any]

METHODS: dict[str, Method] = {
    "getMe": self_.get_me,
    "setWebhook": self_.set_webhook,
    "deleteWebhook": self_.delete_webhook,
    "getWebhookInfo": self_.webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": partial(sending.send_media, kind="photo"),
    "sendVoice": partial(sending.send_media, kind="voice"),
    "sendAudio": partial(sending.send_media, kind="audio"),
    "sendVideo": partial(sending.send_media, kind="video"),
    "sendVideoNote": partial(sending.send_media, kind="video_note"),
    "sendDocument": partial(sending.send_media, kind="document"),
    "sendAnimation": partial(sending.send_media, kind="animation"),
    "sendSticker": partial(sending.send_media, kind="sticker"),
    "sendLocation": sending.send_location,
    "sendContact": sending.send_contact,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": sending.copy_message,
    "copyMessages": sending.copy_messages,
    "forwardMessage": sending.forward_message,
    "forwardMessages": sending.forward_messages,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "editMessageMedia": editing.edit_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "setMessageReaction": editing.set_reaction,
    "pinChatMessage": editing.pin,
    "unpinChatMessage": editing.unpin,
    "unpinAllChatMessages": editing.unpin_all,
    "answerCallbackQuery": chats.answer_press,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_member_count,
    "getChatAdministrators": chats.get_administrators,
    "leaveChat": chats.leave_chat,
    "createChatInviteLink": chats.create_invite_link,
    "getFile": self_.get_file,
    "setMyCommands": self_.set_commands,
    "getMyCommands": self_.get_commands,
    "deleteMyCommands": self_.delete_commands,
    "setMyName": partial(self_.set_text, what="name"),
    "getMyName": partial(self_.get_text, what="name"),
    "setMyDescription": partial(self_.set_text, what="description"),
    "getMyDescription": partial(self_.get_text, what="description"),
    "setMyShortDescription": partial(self_.set_text, what="short_description"),
    "getMyShortDescription": partial(self_.get_text, what="short_description"),
    "setChatMenuButton": self_.set_menu_button,
    "getChatMenuButton": self_.get_menu_button,
    "logOut": self_.log_out,
    "close": self_.log_out,
}
# Method names are not case-sensitive on the real server.
BY_LOWER_NAME = {name.lower(): (name, method) for name, method in METHODS.items()}
