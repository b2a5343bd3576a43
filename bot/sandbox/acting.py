"""What people do: write, press, edit, block, join. Each deed becomes what the bot would see."""

import secrets
from typing import Any

from bot.sandbox.errors import ControlError
from bot.sandbox.keyboards import button_with
from bot.sandbox.media import content_from
from bot.sandbox.methods_chats import bot_member
from bot.sandbox.outgoing import quoted
from bot.sandbox.state import Press, Sandbox
from bot.sandbox.texts import automatic_entities
from bot.sandbox.views import person_view
from bot.sandbox.world import Chat, Json, Message, Person, PersonId

_PRESENT = frozenset(("member", "administrator"))


def say(box: Sandbox, person: Person, chat: Chat, what: Json) -> Message:
    """A message of a person. ControlError 409 when the messenger would not let them write."""
    _check_may_write(box, person, chat, what)
    content = content_from(box, person, what)
    reply_to = what.get("reply_to")
    if reply_to is not None:
        answered = box.world.find(chat, int(reply_to))
        if answered is None:
            raise ControlError(404, f"there is no message {reply_to} to reply to")
        content["reply_to_message"] = quoted(answered)
    if what.get("forward_from"):
        date = box.clock.now() // 1000
        name = str(what["forward_from"])
        origin = {"type": "hidden_user", "sender_user_name": name, "date": date}
        content["forward_origin"] = origin
    return _post(box, person, chat, content)


def press(box: Sandbox, person: Person, chat: Chat, what: Json) -> str:
    """A press on an inline button; returns the id of the callback query."""
    message = _message(box, chat, what)
    data = str(what.get("data", ""))
    if not what.get("forged") and not button_with(message.body.get("reply_markup"), data):
        raise ControlError(400, f"message {message.id} has no button {data!r}")
    if not what.get("forged") and person.id not in chat.members:
        raise ControlError(409, f"{person.name} is not in {chat.title}")
    press_id = str(secrets.randbelow(9 * 10**18) + 10**18)
    box.add_press(press_id, Press(person.id, chat.key, box.clock.now()))
    query = {
        "id": press_id,
        "from": person.user(),
        "message": message.body,
        "chat_instance": str(hash(chat.key) & (2**63 - 1)),
        "data": data,
    }
    if chat.is_private or chat.bot_status in _PRESENT:
        # A press queues under the person, not under the chat: it may overtake messages.
        box.updates.push("callback_query", query, f"u{person.id}")
    return press_id


def edit(box: Sandbox, person: Person, chat: Chat, what: Json) -> Message:
    """A person changes the text or caption of an own message."""
    message = _message(box, chat, what)
    if message.sender != person.id:
        raise ControlError(409, "only the own messages can be edited")
    name = "caption" if "caption" in what else "text"
    if name == "text" and "text" not in message.body:
        raise ControlError(409, "this message has no text")
    text = str(what.get(name, ""))
    message.edited_at = box.clock.now()
    entities_name = "entities" if name == "text" else "caption_entities"
    body = {part: value for part, value in message.body.items() if part != entities_name}
    body |= {name: text, "edit_date": message.edited_at // 1000}
    entities = automatic_entities(text)
    if entities:
        body[entities_name] = entities
    message.body, message.rev = body, box.world.touch()
    if chat.is_private or chat.bot_status in _PRESENT:
        box.updates.push("edited_message", body, chat.key)
    box.show("edit", message)
    return message


def block(box: Sandbox, person: Person, blocked: bool) -> None:
    """Blocks or unblocks the bot; the bot is told by `my_chat_member`."""
    if person.blocked == blocked or not person.started:
        person.blocked = blocked and person.started
        return
    person.blocked = blocked
    chat = box.world.by_id[person.id]
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    tell_bot_status(box, chat, person, old, new)
    show_person(box, person)


def deactivate(box: Sandbox, person: Person) -> None:
    """The account is deleted: the bot is not told, and writing there fails from now on."""
    person.deactivated = True
    for chat in box.world.chats.values():
        if not chat.is_private and person.id in chat.members:
            chat.members.remove(person.id)
    show_person(box, person)


def tell_bot_status(box: Sandbox, chat: Chat, by: Person, old: str, new: str) -> None:
    """`my_chat_member`: somebody changed what the bot is in a chat."""
    update = {
        "chat": chat.brief(),
        "from": by.user(),
        "date": box.clock.now() // 1000,
        "old_chat_member": bot_member(box, chat, old),
        "new_chat_member": bot_member(box, chat, new),
    }
    box.updates.push("my_chat_member", update, chat.key)


def service(box: Sandbox, chat: Chat, by: Person, system: str, content: Json) -> Message:
    """A service message ("… joined") in a chat, seen by the bot while it is there."""
    return _post(box, by, chat, content, system)


def show_person(box: Sandbox, person: Person) -> None:
    if box.hub.listening:
        box.hub.emit({"kind": "person", "person": person.id, "value": person_view(person)})


def _check_may_write(box: Sandbox, person: Person, chat: Chat, what: Json) -> None:
    if person.deactivated:
        raise ControlError(409, f"the account of {person.name} is deleted")
    if person.id not in chat.members:
        raise ControlError(409, f"{person.name} is not in {chat.title}")
    if not chat.is_private:
        return
    starts = str(what.get("text") or "").startswith("/start")
    if starts and not person.started:
        person.started = True
        show_person(box, person)
    elif starts and person.blocked:
        block(box, person, False)
    elif not person.started:
        raise ControlError(409, f"{person.name} has to press Start (send /start) first")
    elif person.blocked:
        raise ControlError(409, f"{person.name} has blocked the bot; /start unblocks it")


def _post(
    box: Sandbox, person: Person, chat: Chat, content: Json, system: str | None = None
) -> Message:
    now = box.clock.now()
    body: Json = {
        "message_id": box.world.next_message_id(chat),
        "from": person.user(),
        "chat": chat.brief(),
        "date": now // 1000,
    }
    body.update(content)
    message = box.world.add_message(chat, body, PersonId(person.id), now)
    message.system = system
    if chat.is_private or chat.bot_status in _PRESENT:
        box.updates.push("message", body, chat.key)
    box.show("message", message)
    return message


def _message(box: Sandbox, chat: Chat, what: Json) -> Message:
    number: Any = what.get("message_id")
    message = box.world.find(chat, None if number is None else int(number))
    if message is None:
        raise ControlError(404, f"there is no message {number} in {chat.title}")
    return message
