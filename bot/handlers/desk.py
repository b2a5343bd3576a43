"""Where a use case stands: the work of one transaction, the house, and (in a turn) one message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.automatic import AUTOMATIC
from bot.domain.contact import QUIET, is_gated, is_kept, is_veiled
from bot.domain.ids import OutboxId, PersonId, short
from bot.domain.outgoing import (
    Answer,
    Button,
    Buttons,
    Commands,
    Delete,
    Edit,
    Entity,
    Outgoing,
    Text,
)
from bot.domain.people import Account, Platform, Role, StaffMember
from bot.domain.splitting import TEXT_LIMIT, split, units
from bot.handlers import gate
from bot.handlers.house import House
from bot.handlers.incoming import Incoming, PressIn
from bot.handlers.presses import press
from bot.storage import contact, held, outbox, people, veiled
from bot.storage.chats import group_key
from bot.storage.outbox import NOTHING, About, Address
from bot.storage.people import Known, Reach
from bot.storage.veiled import Veiled, VeilId
from bot.storage.work import Work

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

    def day(self, at: int) -> str:
        return self.house.words.date(self.language, at)

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
    ) -> bool:
        """Owes a person a message, in their language, at once or when they may be written to.

        False when they were erased, cannot be reached and nobody waits for this message, or do
        not want to be written to first.
        """
        reach = await people.reach(self.work, person_id, kind)
        if reach is None or (reach.lost and kind in AUTOMATIC):
            return False
        return await self.entrust(reach, kind, [compose(self.speaker(reach.language))], about)

    async def entrust(
        self, reach: Reach, kind: str, messages: Sequence[Outgoing], about: About = NOTHING
    ) -> bool:
        """The one gate to a family: owes the messages now, holds them, or drops them (False)."""
        to, now = outbox.address(reach.account), self.work.now
        standing = None
        if is_gated(kind):
            standing = await contact.standing(self.work, reach.account.person_id)
        if standing is None or standing.staff:
            for message in messages:
                self.owe(to, kind, message, about)
            return True
        rules, seen_at = standing.rules, standing.seen_at
        at = await gate.passes_at(self.work, self.house, reach.account.person_id, standing, kind)
        if at is None and not is_kept(rules, kind):
            return False
        if at is None or at > now:
            await held.put(self.work, reach.account.person_id, kind, messages, at, about)
        elif is_veiled(rules, kind, now, seen_at):
            await self.veil(reach, kind, messages, about)
        else:
            for message in messages:
                self.owe(to, kind, message, about)
        return True

    async def veil(
        self, reach: Reach, kind: str, messages: Sequence[Outgoing], about: About
    ) -> OutboxId:
        """Owes a neutral line; the messages wait behind its button."""
        me, number = self.speaker(reach.language), VeilId(self.work.ids.next())
        line = Text(me.say("veil"), ((me.button("button-show", "q", "show", short(number)),),))
        row = self.owe(outbox.address(reach.account), "veil", line, about)
        behind = Veiled(number, row, kind, tuple(messages), about)
        await veiled.put(self.work, reach.account.person_id, behind)
        return row

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
    """One incoming thing being handled. `known` is replaced when the turn changes it.

    `about`: the case that a form of staff is about; what the form shows is forgotten with it.
    """

    incoming: Incoming
    known: Known
    about: About = NOTHING

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

    @property
    def one_of_two(self) -> Account | None:
        """The account they wrote from, where they have another one."""
        return self.known.account if self.known.person.linked else None

    @property
    def silenced(self) -> bool:
        """Whether the writer left by quick exit: whoever holds the phone sees nothing of us."""
        return self.known.discretion.silenced_at is not None and self.staff is None

    def send(
        self, message: Outgoing, kind: str = "reply", about: About = NOTHING
    ) -> OutboxId | None:
        """Owes the writer a message, in their private chat. None while they are silenced."""
        if self.silenced and kind not in QUIET:
            return None
        return self.owe(outbox.address(self.known.account), kind, message, about)

    def say(
        self, key: str, buttons: Buttons = (), kind: str = "reply", **arguments: Any
    ) -> OutboxId | None:
        return self.send(Text(self.me.say(key, **arguments), buttons), kind)

    def answer(self, key: str = "", *, alert: bool = False, **arguments: Any) -> None:
        """Answers the press; does nothing when this was no press."""
        if isinstance(self.incoming.content, PressIn):
            shown = key and not self.silenced
            text = self.me.say(key, **arguments)[:TOAST_LIMIT] if shown else ""
            # Each press waits alone: an answer never queues behind a message of the chat.
            alone = self.work.sealer.index("press:" + self.incoming.content.id)
            to = self._alone(alone)
            outbox.put(self.work, to, "press_answer", Answer(self.incoming.content.id, text, alert))

    @property
    def pressed_message(self) -> int | None:
        """The message whose button was pressed, where the messenger still knows it."""
        content = self.incoming.content
        return content.message_id if isinstance(content, PressIn) else None

    def edit_pressed(
        self,
        text: str,
        buttons: Buttons = (),
        *,
        kind: str = "reply_edit",
        entities: tuple[Entity, ...] = (),
    ) -> None:
        """Changes the message whose button was pressed, where it still can be."""
        content = self.incoming.content
        if not isinstance(content, PressIn) or content.message_id is None or self.silenced:
            return
        edit = Edit(text, message_id=content.message_id, buttons=buttons, entities=entities)
        if self.incoming.chat_id == self.known.account.chat_id:
            outbox.put(self.work, self._beside(content.message_id), kind, edit, self.about)
        else:
            platform = self.incoming.platform
            outbox.put(self.work, Address(platform, group_key(platform)), kind, edit)

    def _beside(self, message_id: int) -> Address:
        """In order with other edits of this message, but not behind what is written below it."""
        return self._alone(self.work.sealer.index(f"edit:{self.incoming.chat_id}:{message_id}"))

    def _alone(self, chat_key: str) -> Address:
        """The writer's private chat, in an order of its own."""
        account = self.known.account
        return Address(account.platform, chat_key, account.chat_id, account.person_id)

    def delete_pressed(self) -> None:
        """Takes the message away whose button was pressed in a private chat."""
        content = self.incoming.content
        if isinstance(content, PressIn) and content.message_id is not None:
            to = self._beside(content.message_id)
            outbox.put(self.work, to, "erase", Delete(message_id=content.message_id))

    def send_commands(self, commands: Commands) -> None:
        """Sets the menu of commands in the writer's chat."""
        outbox.put(self.work, outbox.address(self.known.account), "commands", commands)
