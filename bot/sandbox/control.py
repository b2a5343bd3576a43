"""The control side: what the page and the test driver ask of the sandbox, as JSON."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.acting import block, deactivate, edit, press, say, show_person
from bot.sandbox.errors import ControlError
from bot.sandbox.groups import change_group
from bot.sandbox.methods_self import commands_for
from bot.sandbox.rehearsing import Rehearsal
from bot.sandbox.state import Sandbox
from bot.sandbox.views import chat_view, message_view, person_view
from bot.sandbox.wallet import pay
from bot.sandbox.world import TOWN, Chat, Json, Message, Person


class Control:
    """Answers control requests; `rehearsal` holds the bot process, if there is one."""

    def __init__(self, box: Sandbox, rehearsal: Rehearsal, bale: Sandbox) -> None:
        self._box, self._bale = box, bale
        self._rehearsal = rehearsal
        self._get: dict[str, Callable[[Json], Json]] = {
            "world": self.world,
            "messages": self.messages,
            "calls": self.calls,
            "deliveries": self.deliveries,
        }
        self._post: dict[str, Callable[[Json], Json | Awaitable[Json]]] = {
            "people": self.add_person,
            "groups": self.add_group,
            "send": self.send,
            "press": lambda what: {"id": press(self._of(what), *self._who_where(what), what)},
            "pay": lambda what: {"id": pay(self._of(what), *self._who_where(what), what)},
            "edit": self.edit,
            "block": self.block,
            "deactivate": self.deactivate,
            "group": self.group,
            "seen": self.seen,
            "faults": self.faults,
            "bale": self.switches,
            "inject": self.inject,
            "updates": self.jump,
            "clock": rehearsal.advance,
            "bot": rehearsal.command,
            "reset": rehearsal.reset,
        }

    async def answer(self, request: web.BaseRequest, name: str) -> web.Response:
        try:
            status, result = 200, await self._result(request, name)
        except ControlError as problem:
            status, result = problem.status, {"error": problem.reason}
        except (ValueError, TypeError, KeyError) as problem:
            status, result = 400, {"error": f"the request makes no sense: {problem}"}
        text = json.dumps(result, ensure_ascii=False)
        return web.Response(text=text, status=status, content_type="application/json")

    async def _result(self, request: web.BaseRequest, name: str) -> Json:
        if request.method == "GET" and name in self._get:
            return self._get[name](dict(request.query))
        if request.method == "POST" and name in self._post:
            text = await request.text()
            body = json.loads(text) if text else {}
            if not isinstance(body, dict):
                raise ControlError(400, "the body is a JSON object")
            if name != "inject":
                json.dumps(body, ensure_ascii=False).encode()  # ValueError for half a character
            result = self._post[name](body)
            return result if isinstance(result, dict) else await result
        raise ControlError(404, f"there is no {request.method} /sandbox/{name}")

    def world(self, _: Json) -> Json:
        box, world = self._box, self._box.world
        seen = ("id", "username", "first_name")
        unread: dict[str, dict[str, int]] = {str(person.id): {} for person in _all(box)}
        for chat in _chats(box):
            for member in chat.members:
                unread[str(member)][chat.key] = world.unread(member, chat)
        newest = ((chat, _newest(chat)) for chat in _chats(box))
        return {
            "bot": {name: world.bot[name] for name in seen} | self._rehearsal.view(),
            "now": box.clock.now(),
            "people": [person_view(person) for person in _all(box)],
            "chats": [chat_view(chat) for chat in _chats(box)],
            "unread": unread,
            "last": {c.key: message_view(m, self._at(c).files) for c, m in newest if m is not None},
            "faults": self._troubles(box),
            "commands": {str(p.id): commands_for(box, p.id, p.language_code) for p in _all(box)},
        }

    def messages(self, what: Json) -> Json:
        person, chat = self._who_where(what)
        if person.id not in chat.members:
            return {"messages": []}
        files = self._at(chat).files
        views = [message_view(message, files) for message in chat.history()]
        return {"messages": views}

    def calls(self, what: Json) -> Json:
        journal, since = self._box.journal, int(what.get("since", 0))
        found = [call.view() for call in journal.calls if call.seq > since]
        limit = int(what.get("limit", 200))
        return {
            "calls": found[-limit:],
            "seq": journal.call_seq,
            "problems": list(journal.problems),
        }

    def deliveries(self, what: Json) -> Json:
        since = int(what.get("since", 0))
        return {"deliveries": [d.view() for d in self._box.journal.deliveries[since:]]}

    def add_person(self, what: Json) -> Json:
        known = ("id", "username", "started", "role", "note", "language_code", "platform")
        options = {name: what[name] for name in known if what.get(name) is not None}
        person = self._box.world.add_person(str(what["name"]), **options)
        show_person(self._box, person)
        return person_view(person)

    def add_group(self, what: Json) -> Json:
        known = ("id", "supergroup", "bot_is_admin", "platform", "channel")
        options: dict[str, Any] = {n: what[n] for n in known if what.get(n) is not None}
        chat = self._box.world.add_group(str(what["title"]), what.get("members", []), **options)
        self._box.show_chat(chat)
        return chat_view(chat)

    def send(self, what: Json) -> Json:
        message = say(self._of(what), *self._who_where(what), what)
        return message_view(message, self._at(message.chat).files)

    def edit(self, what: Json) -> Json:
        message = edit(self._of(what), *self._who_where(what), what)
        return message_view(message, self._at(message.chat).files)

    def block(self, what: Json) -> Json:
        person = self._person(what)
        block(self._at(person), person, bool(what.get("blocked", True)))
        return person_view(person)

    def deactivate(self, what: Json) -> Json:
        person = self._person(what)
        deactivate(self._at(person), person)
        return person_view(person)

    def group(self, what: Json) -> Json:
        chat = self._chat(what)
        person = self._person(what) if what.get("person") is not None else None
        change_group(self._at(chat), chat, str(what.get("action")), person)
        return chat_view(chat)

    def seen(self, what: Json) -> Json:
        person, chat = self._who_where(what)
        self._box.world.mark_seen(person.id, chat)
        return {}

    def switches(self, what: Json) -> Json:
        """What nobody could tell us about Bale, in another position."""
        self._bale.switches.change(what)
        return self._bale.switches.view()

    def faults(self, what: Json) -> Json:
        """Trouble of one messenger; `platform` names the other one. `bale_offline` is there for
        the page, which shows the troubles of both together."""
        if "bale_offline" in what:
            self.faults({"platform": self._bale.platform, "offline": what.pop("bale_offline")})
        box = self._bale if what.pop("platform", "") == self._bale.platform else self._box
        box.misfortune.change(what)
        faults = box.misfortune.faults
        box.flood.on, box.flood.factor = faults.limits, max(0.01, faults.limits_factor)
        if "shut_seconds" in what:
            box.flood.shut_until = box.clock.now() + int(1000 * faults.shut_seconds)
        box.updates.duplicates, box.updates.shuffle = faults.duplicate_updates, faults.shuffle
        if "seed" in what:
            box.updates.shuffler.seed(faults.seed)
        if faults.offline:
            box.updates.end_poll(ConnectionError())
        if box.hub.listening and box is self._box:
            box.hub.emit({"kind": "faults", "faults": self._troubles(box)})
        return self._troubles(box)

    def _troubles(self, box: Sandbox) -> Json:
        return box.misfortune.view() | {"bale_offline": self._bale.misfortune.faults.offline}

    def inject(self, what: Json) -> Json:
        update, update_id = what["update"], what.get("update_id")
        repeat = int(what.get("repeat", 1))
        box = self._bale if what.get("platform") == self._bale.platform else self._box
        ids = [box.updates.inject(update, update_id) for _ in range(repeat)]
        return {"update_ids": ids}

    def jump(self, what: Json) -> Json:
        self._box.updates.jump(int(what["next_id"]))
        return {"next_id": self._box.updates.last_id + 1, "pending": len(self._box.updates)}

    def _at(self, where: Person | Chat) -> Sandbox:
        """The messenger that this person or chat is at."""
        return self._bale if where.platform == self._bale.platform else self._box

    def _of(self, what: Json) -> Sandbox:
        return self._at(self._chat(what))

    def _who_where(self, what: Json) -> tuple[Person, Chat]:
        return self._person(what), self._chat(what)

    def _person(self, what: Json) -> Person:
        person = self._box.world.people.get(int(what["person"]))
        if person is None:
            raise ControlError(404, f"there is no person {what['person']}")
        return person

    def _chat(self, what: Json) -> Chat:
        chat = self._box.world.chats.get(str(what["chat"]))
        if chat is None:
            raise ControlError(404, f"there is no chat {what['chat']}")
        return chat


def _all(box: Sandbox) -> list[Person]:
    """Everybody whom a page shows."""
    return [person for person in box.world.people.values() if person.role != TOWN]


def _chats(box: Sandbox) -> list[Chat]:
    every = box.world.chats.values()
    return [chat for chat in every if chat.person is None or chat.person.role != TOWN]


def _newest(chat: Chat) -> Message | None:
    return next((m for m in reversed(chat.messages.values()) if not m.deleted), None)
