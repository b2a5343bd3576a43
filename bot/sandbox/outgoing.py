"""What the bot sends: where it may go, what it may contain, how it lands in a chat."""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.errors import ApiError, bad_request, forbidden, too_many
from bot.sandbox.files import media_body
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.markup import HtmlText
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox
from bot.sandbox.texts import CAPTION_LIMIT, TEXT_LIMIT, checked_entities, merged, trimmed, utf16
from bot.sandbox.views import MEDIA, kind_of, media_file_id
from bot.sandbox.world import Chat, Json, Message, Person

_CONTENT = (
    *MEDIA, "text", "entities", "caption", "caption_entities", "location", "contact",
    "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip


def target(box: Sandbox, p: Params, name: str = "chat_id") -> Chat:
    """The chat a request means, if the bot may write there; otherwise the ApiError for it."""
    chat, asked = _named(box, p, name)
    if chat.person is not None:
        _check_person(box, chat.person)
        return chat
    if chat.id != asked:
        reason = "group chat was upgraded to a supergroup chat"
        raise bad_request(reason, {"migrate_to_chat_id": box.world.moved[asked]})
    words = "supergroup chat" if chat.type == "supergroup" else "group chat"
    match chat.bot_status:
        case "kicked":
            raise forbidden(f"bot was kicked from the {words}")
        case "left":
            raise forbidden(f"bot is not a member of the {words}")
        case "deleted":
            raise forbidden("the group chat was deleted")
        case _:
            return chat


def formatted(p: Params, name: str = "text", source: Json | None = None) -> Json:
    """Text or caption with its entities, checked and marked as the messenger does it."""
    raw = p if source is None else Params(source)
    is_text = name == "text"
    entities_name = "entities" if is_text else "caption_entities"
    text, entities = _parsed(raw, raw.text(name), entities_name)
    text, entities = trimmed(text, entities)
    if is_text and not text:
        raise bad_request("message text is empty")
    if utf16(text) > (TEXT_LIMIT if is_text else CAPTION_LIMIT):
        raise bad_request("message is too long" if is_text else "message caption is too long")
    if not text:
        return {}
    marked = merged(text, entities)
    return {name: text, entities_name: marked} if marked else {name: text}


def send(box: Sandbox, chat: Chat, p: Params, contents: Sequence[Json]) -> list[Message]:
    """Puts messages into a chat. ApiError 429 beyond the flood limits, 400 for a reply to
    nothing or a broken keyboard."""
    now = box.clock.now()
    wait = box.flood.check(chat.id, chat.is_private, now, len(contents))
    if wait:
        raise too_many(wait)
    markup = checked_markup(p.data("reply_markup")) if "reply_markup" in p.raw else None
    shared = _shared(box, chat, p)
    inline = markup is not None and "inline_keyboard" in markup
    if inline:
        shared["reply_markup"] = markup
    sent = [_deliver(box, chat, content | shared, now) for content in contents]
    if markup is not None and not inline:
        sent[-1].keyboard = markup
    for message in sent:
        box.show("message", message)
    return sent


def send_one(box: Sandbox, chat: Chat, p: Params, content: Json) -> Json:
    return send(box, chat, p, (content,))[0].body


def content_of(box: Sandbox, message: Message) -> Json:
    """The content of a message, ready to be sent once more (files get new ids)."""
    body = message.body
    content = {name: body[name] for name in _CONTENT if name in body}
    file_id = media_file_id(body)
    if file_id is not None:
        kind = kind_of(body)
        content |= media_body(box.files.by_id(file_id), kind)
    return content


def _named(box: Sandbox, p: Params, name: str) -> tuple[Chat, int]:
    raw = p.raw.get(name)
    if raw is None or raw == "":
        raise bad_request(f"{name} is empty")
    try:
        asked = int(raw)
    except (TypeError, ValueError):
        raise bad_request("chat not found") from None
    chat = box.world.by_id.get(asked)
    if chat is None or chat.platform != box.platform:
        raise bad_request("chat not found")
    return chat, asked


def _check_person(box: Sandbox, person: Person) -> None:
    if person.deactivated and box.world.knows(person):
        raise forbidden("user is deactivated")
    if not person.started:
        if box.world.knows(person):
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if person.blocked:
        raise forbidden("bot was blocked by the user")


def _parsed(p: Params, text: str, entities_name: str) -> tuple[str, list[Json]]:
    match p.text("parse_mode").lower():
        case "html":
            return HtmlText(text).parse()
        case "":
            given: Any = p.data(entities_name)
            return text, checked_entities(text, given) if given else []
        case _:
            # Markdown is not emulated: the house rule is plain text with entities.
            raise bad_request("unsupported parse_mode")


def _shared(box: Sandbox, chat: Chat, p: Params) -> Json:
    shared: Json = {}
    reply = p.record("reply_parameters")
    if reply is None and p.raw.get("reply_to_message_id"):
        reply = {
            "message_id": p.integer("reply_to_message_id"),
            "allow_sending_without_reply": p.flag("allow_sending_without_reply"),
        }
    if reply is not None:
        answered = box.world.find(chat, Params(reply).integer("message_id"))
        if answered is not None:
            shared["reply_to_message"] = quoted(answered)
        elif not Params(reply).flag("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    if p.flag("protect_content"):
        shared["has_protected_content"] = True
    return shared


def quoted(message: Message) -> Json:
    """A message as it stands inside a reply: whole, but without its own quotation."""
    return {name: part for name, part in message.body.items() if name != "reply_to_message"}


def _deliver(box: Sandbox, chat: Chat, content: Json, now: int) -> Message:
    number = box.world.next_message_id(chat)
    body: Json = {
        "message_id": number,
        "from": box.bot,
        "chat": chat.brief(),
        "date": now // 1000,
    }
    body.update(content)
    message = box.world.add_message(chat, body, None, now)
    box.journal.delivered(chat.id, number, body.get("text") or body.get("caption"), now)
    return message


def own_message(box: Sandbox, chat: Chat, p: Params) -> Message:
    """The bot's message that an edit means, or the ApiError 400 for it."""
    if not p.raw.get("message_id"):
        raise bad_request("message identifier is not specified")
    message = box.world.find(chat, p.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender is not None or message.system is not None:
        raise bad_request("message can't be edited")
    return message


def missing(what: str) -> ApiError:
    return bad_request(f"message to {what} not found")
