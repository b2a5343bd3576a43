"""Bale's side of the Bot API: the same deeds, other names, other answers."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.bale import formatted
from bot.sandbox.botside import BotSide, _refusal
from bot.sandbox.errors import ApiError
from bot.sandbox.methods import BY_LOWER_NAME, Method
from bot.sandbox.params import Params
from bot.sandbox.wallet import METHODS as OWN
from bot.sandbox.world import Json

METHODS = frozenset(
    """
    getMe setWebhook deleteWebhook getWebhookInfo sendMessage forwardMessage copyMessage sendPhoto
    sendAudio sendDocument sendVideo sendAnimation sendVoice sendMediaGroup sendLocation sendContact
    sendChatAction editMessageText editMessageCaption editMessageReplyMarkup deleteMessage
    answerCallbackQuery getFile getChat getChatAdministrators getChatMembersCount getChatMember
    leaveChat pinChatMessage unpinChatMessage unpinAllChatMessages createChatInviteLink
    """.split()
)
_LOWER = frozenset(name.lower() for name in METHODS)
_NOT_KNOWN = (
    "parse_mode", "entities", "caption_entities", "link_preview_options", "protect_content",
    "disable_notification", "allowed_updates", "secret_token",
)  # fmt: skip
_CHAT_FIELDS = ("id", "type", "title", "first_name", "username", "invite_link")
_EDITS = ("editMessageText", "editMessageCaption", "editMessageReplyMarkup")


class BaleSide(BotSide):
    """Unknown methods are refused, unknown parameters passed over; both are noted as problems."""

    def _method(self, asked: str) -> tuple[str, Method]:
        if asked == "getchatmemberscount":
            return "getChatMembersCount", BY_LOWER_NAME["getchatmembercount"][1]
        if asked in OWN:
            return OWN[asked]
        if asked not in _LOWER:
            self._box.journal.problems.append(f"bale: there is no method {asked}")
            raise ApiError(404, "Not Found")
        return BY_LOWER_NAME[asked]

    def _ready(self, name: str, params: Params) -> Params:
        raw, journal = dict(params.raw), self._box.journal
        for each in _NOT_KNOWN:
            if raw.pop(each, None) is not None:
                journal.problems.append(f"bale: {name} has no parameter {each}")
        if self._box.switches.reply_parameters == "ignored":
            raw.pop("reply_parameters", None)
        if "drop_pending_updates" in raw and self._box.switches.drop_pending == "ignored":
            del raw["drop_pending_updates"]
        for part, beside in (("text", "entities"), ("caption", "caption_entities")):
            if isinstance(raw.get(part), str) and name != "answerCallbackQuery":
                raw[part], marks = formatted(raw[part])
                raw |= {beside: json.dumps(marks)} if marks else {}
        return Params(raw, params.files)

    def _shaped(self, name: str, result: Any) -> Any:
        if name in _EDITS:
            return self._edited(result)
        match name:
            case "getWebhookInfo":
                return {"url": result.get("url", "")}
            case "getMe":
                return {key: result[key] for key in ("id", "is_bot", "first_name", "username")}
            case "getChat":
                return {key: result[key] for key in _CHAT_FIELDS if key in result}
            case "createChatInviteLink":
                return {"invite_link": result["invite_link"]}
            case "getChatMember" if result["status"] == "left":
                if self._box.switches.stranger == "404":
                    raise ApiError(404, "no such group or user")
                return result
            case _:
                return result

    def _edited(self, result: Json) -> Json:
        match self._box.switches.edit_result:
            case "dated_stub":
                return {"message_id": 0, "date": 0, "chat": {"id": 0, "type": ""}}
            case "bare_stub":
                return {"message_id": 0}
            case _:
                return result

    def _refused(self, error: ApiError) -> web.Response:
        said = error.description.lower()
        if "chat not found" in said or "can't initiate" in said or "member not found" in said:
            return _refusal(ApiError(404, "no such group or user"))
        if error.code == 403:
            return _refusal(ApiError(403, f"Forbidden: {self._box.switches.blocked}"))
        if error.code == 429:
            match self._box.switches.too_many:
                case "text":
                    return web.Response(status=429, text="local_rate_limited")
                case "bare_json":
                    return _refusal(ApiError(429, "Too Many Requests"))
                case _:
                    return _refusal(error)
        return _refusal(error)
