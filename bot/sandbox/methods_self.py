"""Bot API methods about the bot itself: identity, commands, profile texts, files, webhook."""

import re
from urllib.parse import urlsplit

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.outgoing import target
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox
from bot.sandbox.updates import TERMINATED
from bot.sandbox.webhook import LOOPBACK, Webhook
from bot.sandbox.world import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(box: Sandbox, _: Params) -> Json:
    return box.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_commands(box: Sandbox, p: Params) -> bool:
    commands = p.records("commands")
    if len(commands) > 100:
        raise bad_request("too many commands: 100 are allowed")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    box.profile.commands[_scope(box, p), p.text("language_code")] = commands
    if box.hub.listening:
        box.hub.emit({"kind": "commands"})
    return True


def get_commands(box: Sandbox, p: Params) -> list[Json]:
    return box.profile.commands.get((_scope(box, p), p.text("language_code")), [])


def delete_commands(box: Sandbox, p: Params) -> bool:
    box.profile.commands.pop((_scope(box, p), p.text("language_code")), None)
    return True


def commands_for(box: Sandbox, person_id: int, language: str) -> list[Json]:
    """The menu in a person's private chat: the narrowest scope that has one."""
    for scope in (f"chat:{person_id}", "all_private_chats", "default"):
        for code in (language, ""):
            found = box.profile.commands.get((scope, code))
            if found:
                return found
    return []


def set_text(box: Sandbox, p: Params, what: str) -> bool:
    """setMyName, setMyDescription, setMyShortDescription."""
    if len(p.text(what)) > _LIMITS[what]:
        raise bad_request(f"{what.replace('_', ' ')} is too long")
    box.profile.texts[what, p.text("language_code")] = p.text(what)
    return True


def get_text(box: Sandbox, p: Params, what: str) -> Json:
    return {what: box.profile.texts.get((what, p.text("language_code")), "")}


def set_menu_button(box: Sandbox, p: Params) -> bool:
    button = p.record("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("MenuButton has unsupported type")
    chat_id = target(box, p).id if p.raw.get("chat_id") else 0
    box.profile.menu_buttons[chat_id] = button
    return True


def get_menu_button(box: Sandbox, p: Params) -> Json:
    return box.profile.menu_buttons.get(p.integer("chat_id"), {"type": "commands"})


def get_file(box: Sandbox, p: Params) -> Json:
    return box.files.describe(p.text("file_id"))


def set_webhook(box: Sandbox, p: Params) -> bool:
    """Only to loopback: the sandbox calls nobody else, and needs no certificate there."""
    url, secret = p.text("url"), p.text("secret_token")
    if not url:
        return delete_webhook(box, p)
    if urlsplit(url).hostname not in LOOPBACK:
        raise bad_request("bad webhook: the sandbox only calls addresses on loopback")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if p.flag("drop_pending_updates"):
        box.updates.drop_all()
    box.updates.allow(p.data("allowed_updates"))
    box.updates.end_poll(ApiError(409, "Conflict: terminated by setWebhook request"))
    box.webhook.stop()
    box.webhook = Webhook(box.updates, box.clock, url, secret, p.integer("max_connections", 40))
    box.webhook.start()
    return True


def delete_webhook(box: Sandbox, p: Params) -> bool:
    if p.flag("drop_pending_updates"):
        box.updates.drop_all()
    box.webhook.stop()
    return True


def webhook_info(box: Sandbox, _: Params) -> Json:
    return box.webhook.info() | {
        "has_custom_certificate": False,
        "pending_update_count": len(box.updates),
        "allowed_updates": sorted(box.updates.allowed),
    }


def log_out(box: Sandbox, _: Params) -> bool:
    box.updates.end_poll(ApiError(409, TERMINATED))
    return True


def _scope(box: Sandbox, p: Params) -> str:
    scope = p.record("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind in _SCOPES:
        return str(kind)
    if kind not in _CHAT_SCOPES:
        raise bad_request("BotCommandScope has unsupported type")
    chat = target(box, Params(scope))
    return (
        f"{kind}:{chat.id}" if kind != "chat_member" else f"{kind}:{chat.id}:{scope.get('user_id')}"
    )
