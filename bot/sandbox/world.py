"""Who lives in the sandbox: people, chats, messages. Pure state, no network and no clock."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NewType, TypeAlias

Json: TypeAlias = dict[str, Any]
PersonId = NewType("PersonId", int)
ChatKey = NewType("ChatKey", str)

# Supergroup ids are written with this prefix in front, as the Bot API does.
SUPERGROUP_BASE = -1_000_000_000_000
KEPT_PER_CHAT = 5_000
BALE_BOT = 525252
TOWN = "town"
"""The role of people who only get what is sent to many: no page lists them."""


@dataclass(slots=True)
class Person:
    """Somebody with an account on the messenger."""

    id: PersonId
    name: str
    username: str | None = None
    role: str = ""
    note: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    language_code: str = "fa"
    platform: str = "telegram"

    def user(self) -> Json:
        """The Bot API `User`; a deleted account has no name any more."""
        if self.deactivated:
            return {"id": self.id, "is_bot": False, "first_name": ""}
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        if self.username:
            user["username"] = self.username
        user["language_code"] = self.language_code
        return user


@dataclass(slots=True)
class Message:
    """One message of a chat; `body` is the Bot API `Message` as the bot would get it."""

    chat: "Chat"
    id: int
    body: Json
    sender: PersonId | None  # None: the bot
    at: int
    rev: int
    edited_at: int | None = None
    deleted: bool = False
    keyboard: Json | None = None
    reactions: list[str] = field(default_factory=list)
    pinned: bool = False
    system: str | None = None


@dataclass(slots=True)
class Chat:
    """A private chat with the bot or a group. `key` survives a migration, `id` does not."""

    key: ChatKey
    id: int
    type: str
    title: str
    members: list[PersonId]
    bot_status: str = "member"
    person: Person | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    archive: list[Message] = field(default_factory=list)  # from before a migration
    last_id: int = 0  # supergroups, and all chats on Bale, count their messages on their own
    platform: str = "telegram"

    @property
    def is_private(self) -> bool:
        return self.person is not None

    def brief(self) -> Json:
        """The Bot API `Chat` as it stands inside messages."""
        person = self.person
        if person is None:
            return {"id": self.id, "title": self.title, "type": self.type}
        chat: Json = {"id": self.id, "first_name": person.name}
        if person.username:
            chat["username"] = person.username
        chat["type"] = "private"
        return chat

    def history(self) -> Iterator[Message]:
        yield from self.archive
        yield from self.messages.values()


class World:
    """All people and chats. Private chats and basic groups share one run of message ids, as
    in the account of a real bot; each supergroup has its own."""

    def __init__(self, *, kept_per_chat: int = KEPT_PER_CHAT, bot_id: int = 424242) -> None:
        self.random = random.Random()
        self.bot: Json = {
            "id": bot_id,
            "is_bot": True,
            "first_name": "همدلی",
            "username": "hamdeli_sandbox_bot",
        }
        self.bots: dict[str, Json] = {
            "telegram": self.bot,
            "bale": self.bot | {"id": BALE_BOT, "username": "hamdeli_bale_bot"},
        }
        self.people: dict[int, Person] = {}
        self.chats: dict[str, Chat] = {}
        self.by_id: dict[int, Chat] = {}
        self.moved: dict[int, int] = {}
        self.seen: dict[tuple[int, str], int] = {}
        self.revision = 0
        self._kept = kept_per_chat
        self._last_id = self.random.randrange(100, 900)
        self._next_person = 5_000_000_001
        self._next_group = 4_000_000_001

    def add_person(  # noqa: PLR0913
        self,
        name: str,
        *,
        id: int | None = None,
        username: str | None = None,
        started: bool = False,
        role: str = "",
        note: str = "",
        language_code: str = "fa",
        platform: str = "telegram",
    ) -> Person:
        """A new account; its private chat with the bot exists from the start, but is silent
        until the person has pressed Start. Raises ValueError when the id is taken."""
        number = self._free_person_id() if id is None else id
        if number in self.people or number <= 0:
            raise ValueError(f"the person id {number} is taken or not positive")
        person = Person(PersonId(number), name, username, role, note, started)
        person.language_code, person.platform = language_code, platform
        self.people[number] = person
        chat = Chat(ChatKey(f"p{number}"), number, "private", name, [person.id], person=person)
        chat.platform = platform
        self._add_chat(chat)
        return person

    def add_group(  # noqa: PLR0913
        self,
        title: str,
        members: Iterable[int] = (),
        *,
        id: int | None = None,
        supergroup: bool = True,
        bot_is_admin: bool = True,
        platform: str = "telegram",
        channel: bool = False,
    ) -> Chat:
        """A group in which the bot already is. `id` is negative, as in the Bot API; on Bale it is
        positive. Raises ValueError for a taken id or an unknown member."""
        people = [self._known(member) for member in members]
        bale = platform == "bale"
        free = -self._free_group_id(supergroup=False) if bale else self._free_group_id(supergroup)
        number = free if id is None else id
        if number in self.by_id or (number > 0) is not bale:
            raise ValueError(f"the group id {number} is taken or has the wrong sign")
        kind = "channel" if channel else "supergroup" if supergroup and not bale else "group"
        status = "administrator" if bot_is_admin else "member"
        chat = Chat(ChatKey(f"g{number}"), number, kind, title, people, bot_status=status)
        chat.platform = platform
        self._add_chat(chat)
        return chat

    def migrate(self, chat: Chat) -> int:
        """Turns a basic group into a supergroup and returns the old id."""
        old = chat.id
        chat.archive.extend(chat.messages.values())
        chat.messages = {}
        chat.id = self._free_group_id(supergroup=True)
        chat.type = "supergroup"
        self.moved[old] = chat.id
        self.by_id[chat.id] = chat
        return old

    def next_message_id(self, chat: Chat) -> int:
        if chat.type == "supergroup" or chat.platform == "bale":
            chat.last_id += 1
            return chat.last_id
        self._last_id += 1
        return self._last_id

    def add_message(self, chat: Chat, body: Json, sender: PersonId | None, at: int) -> Message:
        """Stores a message whose `body` has its message_id already."""
        message = Message(chat, body["message_id"], body, sender, at, self.touch())
        chat.messages[message.id] = message
        if len(chat.messages) > self._kept:
            del chat.messages[next(iter(chat.messages))]
        return message

    def touch(self) -> int:
        """The next revision: every new message and every edit gets one."""
        self.revision += 1
        return self.revision

    def find(self, chat: Chat, message_id: int | None) -> Message | None:
        message = None if message_id is None else chat.messages.get(message_id)
        return None if message is None or message.deleted else message

    def mark_seen(self, person: int, chat: Chat) -> None:
        self.seen[person, chat.key] = self.revision

    def unread(self, person: int, chat: Chat) -> int:
        mark = self.seen.get((person, chat.key), 0)
        count = 0
        for message in reversed(chat.messages.values()):
            if message.rev <= mark and message.edited_at is None:
                break
            is_new = not message.deleted and message.edited_at is None and message.rev > mark
            count += is_new and message.sender != person
        return count

    def knows(self, person: Person) -> bool:
        """Has the bot met this person anywhere, be it only in a group?"""
        return person.started or any(
            person.id in chat.members for chat in self.chats.values() if not chat.is_private
        )

    def _known(self, member: int) -> PersonId:
        if member not in self.people:
            raise ValueError(f"there is no person {member}")
        return PersonId(member)

    def _add_chat(self, chat: Chat) -> None:
        self.chats[chat.key] = chat
        self.by_id[chat.id] = chat

    def _free_person_id(self) -> int:
        while self._next_person in self.people:
            self._next_person += 1
        return self._next_person

    def _free_group_id(self, supergroup: bool) -> int:
        self._next_group += 1
        return (SUPERGROUP_BASE if supergroup else 0) - self._next_group
