"""Reply markup: what the real server lets through, and its words when it does not."""

from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request
from bot.sandbox.world import Json

# Bot API: callback_data is 1-64 bytes. Rows and totals: constants of python-telegram-bot.
DATA_BYTES = 64
ROW_LIMIT = 8
BUTTON_LIMIT = 100
_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def checked_markup(markup: Any) -> Json | None:
    """The markup as the server understood it, None for none. ApiError 400 when broken."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline keyboard")
        checked = [[_inline_button(button) for button in row] for row in rows if row]
        return {"inline_keyboard": checked} if checked else None
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "reply keyboard")
        return markup | {"keyboard": [[_reply_button(b) for b in row] for row in rows if row]}
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def button_with(markup: Json | None, data: str) -> bool:
    """Does an inline keyboard have a button that sends this data?"""
    rows = (markup or {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {what} markup JSON object")
    if sum(map(len, rows)) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _inline_button(button: Any) -> Json:
    prefix = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{prefix}InlineKeyboardButton must be an Object")
    if not str(button.get("text", "")).strip():
        raise bad_request(f'{prefix}field "text" must be of type String')
    actions = [name for name in _ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request(f"{prefix}Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        # The real server silently takes one of them; a bot that sends two has a mistake.
        raise bad_request(f"{prefix}more than one action: {', '.join(actions)}")
    if "callback_data" in actions:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in actions and not urlsplit(str(button["url"])).scheme:
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
        )
    return button


def _reply_button(button: Any) -> Json:
    made = {"text": button} if isinstance(button, str) else button
    if not isinstance(made, dict) or not str(made.get("text", "")).strip():
        raise bad_request('can\'t parse keyboard button: field "text" must be of type String')
    return made
