"""Where a use case stands: the work of one transaction, the house, and (in a turn) one message."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.ids import OutboxId, PersonId
from bot.domain.outgoing import Answer, Button, Buttons, Edit, Outgoing, Text
from bot.domain.people import Platform, Role, StaffMember
from bot.domain.splitting import TEXT_LIMIT, split, units
from bot.handlers.house import House
from bot.handlers.incoming import Incoming, PressIn
from bot.handlers.presses import press
from bot.storage import outbox, people
from bot.storage.chats import group_key
from bot.storage.outbox import NOTHING, About, Address
from bot.storage.people import Known
from bot.storage.work import Work

AUTOMATIC = frozenset({"notice", "claimed"})
"""Kinds that nobody wrote: they stop while a person cannot be reached."""
TOAST_LIMIT = 200
"""Characters that the answer to a press may have (Bot API)."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Our words in one language."""

    house: House
    language: str

    def say(self, key: str, **arguments: Any) -> str:
        return self.house.words.say(self.language, key, **arguments)

    def button(self, key: str, *parts: str, **arguments: Any) -> Button:
        return Button(self.say(key, **arguments), press(*parts))

    def span(self, milliseconds: int) -> str:
        return self.house.words.span(self.language, milliseconds)

    def when(self, at: int, now: int) -> str:
        return self.house.words.when(self.language, at, now)

    def place(self, province: str, county: str) -> str:
        """A region in words, as exactly as we know it."""
        if province == "abroad":
            return self.say("place-abroad")
        found = self.house.divisions.province(province)
        if found is None:
            return self.say("place-unknown")
        name = found.en if self.language == "en" else found.fa
        inner = self.house.divisions.county(county) if county else None
        if inner is None:
            return self.say("place-province", province=name)
        return self.say(
            "place-county", province=name, county=inner.en if self.language == "en" else inner.fa
        )


Compose = Callable[[Speaker], Outgoing]


@dataclass(slots=True)
class Desk:
    """What every use case works with, also those that no message started."""

    work: Work
    house: House

    def speaker(self, language: str) -> Speaker:
        return Speaker(self.house, language)

    @property
    def to_staff(self) -> Speaker:
        """The language of the staff group."""
        return self.speaker(self.house.language)

    async def tell(
        self, person_id: PersonId, kind: str, compose: Compose, about: About = NOTHING
    ) -> OutboxId | None:
        """Owes a person a message, in their language.

        None when they were erased, or cannot be reached and nobody waits for this message.
        """
        reach = await people.reach(self.work, person_id)
        if reach is None or (reach.lost and kind in AUTOMATIC):
            return None
        message = compose(self.speaker(reach.language))
        return self.owe(outbox.address(reach.account), kind, message, about)

    def owe(self, to: Address, kind: str, message: Outgoing, about: About = NOTHING) -> OutboxId:
        """Owes an address a message: a long one in several pieces, buttons under the last."""
        if not isinstance(message, Text) or units(message.text) <= TEXT_LIMIT:
            return outbox.put(self.work, to, kind, message, about)
        *pieces, (last, entities) = split(message.text, message.entities)
        for text, inside in pieces:
            piece = replace(message, text=text, entities=inside, buttons=())
            outbox.put(self.work, to, kind, piece, about)
        return outbox.put(
            self.work, to, kind, replace(message, text=last, entities=entities), about
        )

    def tell_groups(self, kind: str, compose: Compose, about: About = NOTHING) -> None:
        """Owes every counselor group a message."""
        for platform, place in self.house.places.items():
            if place.group is not None:
                self.tell_group(platform, kind, compose, about)

    def tell_group(
        self, platform: Platform, kind: str, compose: Compose, about: About = NOTHING
    ) -> None:
        address = Address(platform, group_key(platform))
        self.owe(address, kind, compose(self.to_staff), about)

    async def tell_admins(self, kind: str, compose: Compose) -> None:
        for person in await people.staff(self.work):
            if person.role is Role.ADMINISTRATOR:
                await self.tell(person.person_id, kind, compose)


@dataclass(slots=True)
class Turn(Desk):
    """One incoming thing being handled. `known` is replaced when the turn changes it."""

    incoming: Incoming
    known: Known

    @property
    def person_id(self) -> PersonId:
        return self.known.person.id

    @property
    def staff(self) -> StaffMember | None:
        return self.known.staff

    @property
    def me(self) -> Speaker:
        """Our words in the language of the one who wrote."""
        return Speaker(self.house, self.known.person.language)

    def send(self, message: Outgoing, kind: str = "reply", about: About = NOTHING) -> OutboxId:
        """Owes the writer a message, in their private chat."""
        return self.owe(outbox.address(self.known.account), kind, message, about)

    def say(
        self, key: str, buttons: Buttons = (), kind: str = "reply", **arguments: Any
    ) -> OutboxId:
        return self.send(Text(self.me.say(key, **arguments), buttons), kind)

    def answer(self, key: str = "", *, alert: bool = False, **arguments: Any) -> None:
        """Answers the press; does nothing when this was no press."""
        if isinstance(self.incoming.content, PressIn):
            text = self.me.say(key, **arguments)[:TOAST_LIMIT] if key else ""
            # Each press waits alone: an answer never queues behind a message of the chat.
            alone = self.work.sealer.index("press:" + self.incoming.content.id)
            to = self._alone(alone)
            outbox.put(self.work, to, "press_answer", Answer(self.incoming.content.id, text, alert))

    def _alone(self, chat_key: str) -> Address:
        """The writer's private chat, in an order of its own."""
        account = self.known.account
        return Address(account.platform, chat_key, account.chat_id, account.person_id)

    def edit_pressed(self, text: str, buttons: Buttons = (), *, kind: str = "reply_edit") -> None:
        """Changes the message whose button was pressed, where it still can be."""
        content = self.incoming.content
        if not isinstance(content, PressIn) or content.message_id is None:
            return
        edit = Edit(text, message_id=content.message_id, buttons=buttons)
        if self.incoming.chat_id == self.known.account.chat_id:
            # In order with other edits of this message, but not behind what is written below it.
            mark = f"edit:{self.incoming.chat_id}:{content.message_id}"
            alone = self.work.sealer.index(mark)
            outbox.put(self.work, self._alone(alone), kind, edit)
        else:
            platform = self.incoming.platform
            outbox.put(self.work, Address(platform, group_key(platform)), kind, edit)
