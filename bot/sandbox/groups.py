"""What happens to groups: people come and go, the bot is added, removed, promoted."""

from bot.sandbox.acting import service, tell_bot_status
from bot.sandbox.errors import ControlError
from bot.sandbox.state import Sandbox
from bot.sandbox.world import Chat, Json, Person

_BOT_STATUS = {
    "kick_bot": "kicked",
    "add_bot": "member",
    "promote_bot": "administrator",
    "demote_bot": "member",
}


def change_group(box: Sandbox, chat: Chat, action: str, person: Person | None) -> None:
    """Carries out one action of the control side. ControlError for an impossible one."""
    if chat.is_private:
        raise ControlError(400, "this is not a group")
    actor = person or _anybody(box, chat)
    match action:
        case "join" | "leave":
            if person is None:
                raise ControlError(400, f"{action} needs a person")
            _join(box, chat, person) if action == "join" else _leave(box, chat, person)
        case "kick_bot" | "add_bot" | "promote_bot" | "demote_bot":
            _set_bot_status(box, chat, actor, _BOT_STATUS[action], added=action == "add_bot")
        case "migrate":
            _migrate(box, chat, actor)
        case "delete":
            chat.bot_status = "deleted"
        case _:
            raise ControlError(400, f"there is no group action {action!r}")
    box.show_chat(chat)


def _join(box: Sandbox, chat: Chat, person: Person) -> None:
    if person.id in chat.members:
        raise ControlError(409, f"{person.name} is already there")
    chat.members.append(person.id)
    service(box, chat, person, "joined", {"new_chat_members": [person.user()]})
    _tell_membership(box, chat, person, "left", "member")


def _leave(box: Sandbox, chat: Chat, person: Person) -> None:
    if person.id not in chat.members:
        raise ControlError(409, f"{person.name} is not there")
    chat.members.remove(person.id)
    service(box, chat, person, "left", {"left_chat_member": person.user()})
    _tell_membership(box, chat, person, "member", "left")


def _tell_membership(box: Sandbox, chat: Chat, person: Person, old: str, new: str) -> None:
    # Bot API: only administrators get chat_member.
    if chat.bot_status != "administrator":
        return
    update = {
        "chat": chat.brief(),
        "from": person.user(),
        "date": box.clock.now() // 1000,
        "old_chat_member": {"user": person.user(), "status": old},
        "new_chat_member": {"user": person.user(), "status": new},
    }
    box.updates.push("chat_member", update, chat.key)


def _set_bot_status(box: Sandbox, chat: Chat, by: Person, new: str, *, added: bool) -> None:
    old = chat.bot_status
    if added and old in ("member", "administrator"):
        raise ControlError(409, "the bot is already there")
    chat.bot_status = new
    tell_bot_status(box, chat, by, old, new)
    if added:
        service(box, chat, by, "joined", {"new_chat_members": [box.bot]})


def _migrate(box: Sandbox, chat: Chat, by: Person) -> None:
    if chat.type != "group":
        raise ControlError(409, "this is a supergroup already")
    before = chat.brief()
    number = box.world.next_message_id(chat)
    old = box.world.migrate(chat)
    # The last message of the old chat is not stored: nobody can answer it any more.
    last: Json = {
        "message_id": number,
        "from": by.user(),
        "chat": before,
        "date": box.clock.now() // 1000,
        "migrate_to_chat_id": chat.id,
    }
    box.updates.push("message", last, chat.key)
    service(box, chat, by, "migrated", {"migrate_from_chat_id": old})


def _anybody(box: Sandbox, chat: Chat) -> Person:
    if not chat.members:
        raise ControlError(409, "nobody is left in this group")
    return box.world.people[chat.members[0]]
