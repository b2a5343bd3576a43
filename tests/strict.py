"""A second opinion on every request of the bot: aiogram's typed models of the Bot API, made
strict. Use it as `Emulator(validate=validate)`.

The models alone accept too much: unknown fields pass, unions hide broken keyboards, lengths are
not looked at. So unknown and deprecated fields are refused at any depth, the markup class is
chosen by its key, and the limits of the documentation (Bot API: sendMessage,
InlineKeyboardButton, answerCallbackQuery, setMyCommands) are checked here.
"""

import json
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import Any, TypeAlias

import aiogram.methods
from aiogram.types import ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from pydantic import BaseModel, ValidationError

Json: TypeAlias = dict[str, Any]

_MARKUPS: dict[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
_INLINE_ONLY = frozenset(
    ("editMessageText", "editMessageCaption", "editMessageReplyMarkup", "editMessageMedia")
)
_PARSE_MODES = frozenset(("HTML", "MarkdownV2", "Markdown"))


def validate(method: str, params: Json, files: Collection[str] = ()) -> str | None:
    """None for a request that the documentation allows, else what is wrong with it."""
    return next(_problems(method, params, files), None)


def _problems(method: str, params: Json, files: Collection[str]) -> Iterator[str]:
    model = _model(method)
    if model is None:
        yield f"the Bot API has no method {method}"
        return
    yield from _unknown(model, params, files)
    try:
        decoded = {name: _decoded(model, name, value) for name, value in params.items()}
    except ValueError as error:
        yield str(error)
        return
    decoded |= {name: f"attach://{name}" for name in files if name in model.model_fields}
    yield from _broken(model, decoded)
    yield from _broken_markup(method, decoded.get("reply_markup"))
    for rule in _RULES:
        yield from rule(method, decoded)


@cache
def _model(method: str) -> type[BaseModel] | None:
    found = getattr(aiogram.methods, method[:1].upper() + method[1:], None)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _unknown(model: type[BaseModel], params: Json, files: Collection[str]) -> Iterator[str]:
    for name in params:
        field = model.model_fields.get(name)
        extra = None if field is None else field.json_schema_extra
        if field is None:
            yield f"unknown parameter {name}"
        elif isinstance(extra, dict) and extra.get("deprecated"):
            yield f"deprecated parameter {name}"
    written = json.dumps(params)
    for name in files:
        if name not in model.model_fields and f"attach://{name}" not in written:
            yield f"file {name} is sent but not used"


def _decoded(model: type[BaseModel], name: str, value: Any) -> Any:
    """Forms carry nested values as JSON in text; which ones, the model says."""
    if not isinstance(value, str) or name not in model.model_fields or not _nested(model, name):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ValueError(f"{name} is not JSON") from None


@cache
def _nested(model: type[BaseModel], name: str) -> bool:
    """Can this parameter be an object or a list, and no plain text?"""
    plain = str(model.model_fields[name].annotation)
    return ("aiogram.types" in plain or "list[" in plain) and not any(
        word in plain for word in ("str |", "| str", "Union[str", "InputFile", "datetime")
    )


def _broken(model: type[BaseModel], decoded: Json) -> Iterator[str]:
    bare = {name: value for name, value in decoded.items() if name != "reply_markup"}
    try:
        yield from _extras(model.model_validate(bare), "")
    except ValidationError as error:
        yield _first(error)


def _broken_markup(method: str, markup: Any) -> Iterator[str]:
    if markup is None:
        return
    keys = [key for key in _MARKUPS if isinstance(markup, dict) and key in markup]
    if len(keys) != 1:
        yield f"reply_markup has to be exactly one of {', '.join(_MARKUPS)}"
        return
    if method in _INLINE_ONLY and keys != ["inline_keyboard"]:
        yield "an edit takes an inline keyboard only"
    try:
        yield from _extras(_MARKUPS[keys[0]].model_validate(markup), "reply_markup")
    except ValidationError as error:
        yield f"reply_markup: {_first(error)}"


def _extras(part: Any, path: str) -> Iterator[str]:
    """Fields that no model knows, at any depth."""
    if isinstance(part, BaseModel):
        if part.model_extra and path:
            yield f"unknown field in {path}: {', '.join(part.model_extra)}"
        for name in type(part).model_fields:
            yield from _extras(getattr(part, name), f"{path}.{name}" if path else name)
    elif isinstance(part, list):
        for item in part:
            yield from _extras(item, path)


def _first(error: ValidationError) -> str:
    detail = error.errors()[0]
    return f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}"


def _lengths(method: str, decoded: Json) -> Iterator[str]:
    limits = {"text": 200 if method == "answerCallbackQuery" else 4096, "caption": 1024}
    for name, limit in limits.items():
        size = _utf16(str(decoded.get(name) or ""))
        if size > limit and "parse_mode" not in decoded:
            yield f"{name} has {size} UTF-16 units, {limit} are allowed"
    if method in ("sendMessage", "editMessageText") and not str(decoded.get("text", "")).strip():
        yield "text is empty"


def _entities(_: str, decoded: Json) -> Iterator[str]:
    for name, text_name in (("entities", "text"), ("caption_entities", "caption")):
        given = decoded.get(name)
        if not isinstance(given, list):
            continue
        if given and decoded.get("parse_mode"):
            yield f"both parse_mode and {name}"
        size = _utf16(str(decoded.get(text_name) or ""))
        for entity in given:
            offset, length = int(entity.get("offset", -1)), int(entity.get("length", 0))
            if offset < 0 or length < 1 or offset + length > size:
                yield f"an entity of {name} lies outside the text"


def _modes(_: str, decoded: Json) -> Iterator[str]:
    mode = decoded.get("parse_mode")
    if mode is not None and mode not in _PARSE_MODES:
        yield f"unknown parse_mode {mode!r}"


def _buttons(_: str, decoded: Json) -> Iterator[str]:
    markup = decoded.get("reply_markup")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list):
        return
    buttons = [button for row in rows if isinstance(row, list) for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        yield "more than 100 buttons, or more than 8 in a row"
    for button in buttons:
        actions = [name for name in button if name not in ("text", "style", "icon_custom_emoji_id")]
        if len(actions) != 1:
            yield f"button {button.get('text')!r} has {len(actions)} actions instead of one"
        size = len(str(button.get("callback_data", "?")).encode())
        if not 1 <= size <= 64:
            yield f"callback_data of {button.get('text')!r} has {size} bytes, 64 are allowed"
        if not str(button.get("text", "")).strip():
            yield "a button without a label"


def _commands(method: str, decoded: Json) -> Iterator[str]:
    if method != "setMyCommands":
        return
    for command in decoded.get("commands") or []:
        name, text = str(command.get("command", "")), str(command.get("description", ""))
        fits = name.isascii() and name.replace("_", "a").isalnum() and name == name.lower()
        if not fits or len(name) > 32 or not 1 <= len(text) <= 256:
            yield f"command {name!r} or its description does not fit"


def _albums(method: str, decoded: Json) -> Iterator[str]:
    media = decoded.get("media")
    if method == "sendMediaGroup" and isinstance(media, list) and not 2 <= len(media) <= 10:
        yield f"an album of {len(media)}; 2 to 10 are allowed"


def _deletions(method: str, decoded: Json) -> Iterator[str]:
    numbers = decoded.get("message_ids")
    if method != "deleteMessages" or not isinstance(numbers, list):
        return
    if not 1 <= len(numbers) <= 100 or len(set(numbers)) != len(numbers):
        yield f"{len(numbers)} messages to delete; 1 to 100 different ones are allowed"


_RULES: tuple[Callable[[str, Json], Iterator[str]], ...] = (
    _lengths, _entities, _modes, _buttons, _commands, _albums, _deletions,
)  # fmt: skip


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
