"""Families and their counselors who go on whatever dies, and a count of what arrived how often.

Every message carries a key of its own. Nobody here waits for a deadline shorter than a restart.
"""

import asyncio
from dataclasses import dataclass, field

from bot.conversations.flow import Answer, Picked, PickedMany, Skipped, Told
from bot.conversations.followups import FOLLOWUPS
from tests.faults.watching import Crowd
from tests.service.house import Hamdeli, code_in, say
from tests.stage import Json, Player, words_of

TOPICS = ("couple", "parenting", "grief", "money", "health")
TIMES = ("anytime", "morning", "noon", "evening", "night")
TEHRAN = "تهران"


@dataclass(slots=True)
class Matter:
    """One case as its family lived it: what must be found in the database afterwards."""

    answers: dict[str, Answer]
    code: str = ""
    by_family: list[str] = field(default_factory=list)
    by_staff: list[str] = field(default_factory=list)
    score: int = 0
    words: str = ""


@dataclass(slots=True)
class Scene:
    """A family and its counselor, one case after another."""

    crowd: Crowd
    family: Player
    counselor: Player
    group: Json
    number: int
    matters: list[Matter] = field(default_factory=list)
    replies: int = 0
    _mark: int = 0

    async def plays(self, stop: asyncio.Event, exchanges: int = 1) -> None:
        """Case after case until told to stop; the one under way is brought to its end."""
        while not self.matters or not stop.is_set():
            await self.asks_for_help()
            await self.is_claimed()
            for _ in range(exchanges):
                await self.talks()
            await self.closes()

    async def asks_for_help(self) -> None:
        """The assessment by the short or the long way, partly by buttons and partly typed."""
        turn = self.number + len(self.matters)
        await self.family.says("/start")
        if self.matters:
            await self._press(await self._asked("menu"), "menu-start")
        answers = await (self._quickly(turn) if turn % 2 else self._fully(turn))
        self.matters.append(Matter(answers))
        received = await self._hears(
            say("request-received", code="|", expectation="").split("|")[0]
        )
        self.matters[-1].code = code_in(words_of(received))

    async def _quickly(self, turn: int) -> dict[str, Answer]:
        await self._press(await self._asked("intake-consent"), "intake-consent-now")
        await self._answer("intake-who", "intake-who-other", typed=turn % 3 == 0)
        await self._press(await self._asked("intake-danger"), "intake-danger-no")
        await self._answer("intake-province", "button-skip", typed=turn % 3 == 1)
        return {
            "consent": Picked("now"), "who": Picked("other"), "danger": Picked("no"),
            "province": Skipped(), "story": await self._tells(),
        }  # fmt: skip

    async def _fully(self, turn: int) -> dict[str, Answer]:
        topic, time = TOPICS[turn % len(TOPICS)], TIMES[turn % len(TIMES)]
        contact = ("any", "neutral")[turn // 2 % 2]
        await self._press(await self._asked("intake-consent"), "intake-consent-full")
        await self._answer("intake-private", "intake-private-yes", typed=False)
        await self._answer("intake-contact", f"intake-contact-{contact}", typed=turn % 3 == 1)
        await self._marks("intake-times", time)
        await self._marks("intake-purposes", "none")
        await self._answer("intake-who", "intake-who-self", typed=turn % 3 == 0)
        await self._press(await self._asked("intake-danger"), "intake-danger-no")
        await self._answer("intake-age", "button-skip", typed=turn % 3 == 2)
        await self._asked("intake-province")
        # Typed twice, it would be a fitting answer to the next question, too.
        await self.family.says(TEHRAN)
        skipped = ["age", "county", "settlement", "language"]
        for question in skipped[1:]:
            await self._answer(f"intake-{question}", "button-skip", typed=turn % 3 == 2)
        await self._answer("intake-adults", "button-omit", typed=False)
        await self._marks("intake-topics", topic)
        for question in FOLLOWUPS[topic]:
            await self._answer(f"intake-{question}", "button-skip", typed=False)
        await self._answer("intake-safety", "button-omit", typed=False)
        await self._answer("intake-help", "button-omit", typed=False)
        story = await self._tells()
        await self._press(await self._asked("intake-review"), "button-confirm")
        skipped += ["adults", "children", "facts", *FOLLOWUPS[topic], "safety", "help", "gender"]
        return {
            "consent": Picked("full"), "private": Picked("yes"), "contact": Picked(contact),
            "times": PickedMany((time,)), "purposes": PickedMany(("none",)),
            "who": Picked("self"), "danger": Picked("no"), "province": Picked("23"),
            "topics": PickedMany((topic,)), "story": story,
            **{question: Skipped() for question in skipped},
        }  # fmt: skip

    async def _tells(self) -> Told:
        await self._asked("intake-story")
        # Sent twice, it would be added once more at the summary.
        story = f"این را می‌نویسم {self.crowd.key()}"
        await self.family.says(story)
        return Told((story,))

    async def is_claimed(self) -> None:
        code, desk = self.matters[-1].code, self.counselor.key
        claim = say("button-claim")
        places = (self.counselor.in_(self.group), self.counselor)
        place, card = await self._first_card(places, code, claim)
        await self.crowd.press(place, card, claim)
        await self.crowd.message(desk, code, button=say("button-close"))
        await self._asked("claimed-family")

    async def _first_card(
        self, places: tuple[Player, ...], code: str, label: str
    ) -> tuple[Player, Json]:
        """Where the case may be claimed: in the group, or by whom its family knows from before."""
        looks = {
            asyncio.ensure_future(self.crowd.message(place.key, code, button=label)): place
            for place in places
        }
        done, _ = await asyncio.wait(looks, return_when=asyncio.FIRST_COMPLETED)
        for look in looks:
            look.cancel()
        await asyncio.gather(*looks, return_exceptions=True)
        found = next(iter(done))
        return looks[found], found.result()

    async def talks(self) -> None:
        """Two messages one way in a row, and an answer to the second."""
        matter, desk = self.matters[-1], self.counselor.key
        keys = [self.crowd.key() for _ in range(3)]
        for key in keys[:2]:
            await self.family.says(f"سلام {key}")
            matter.by_family.append(key)
        await self.crowd.message(desk, keys[0])
        copy = await self.crowd.message(desk, matter.code, keys[1])
        sent = await self.counselor.says(f"خواندم {keys[2]}", reply_to=copy)
        self.replies += 1
        matter.by_staff.append(keys[2])
        await self._says_for_whom(sent, keys[2])
        await self.crowd.message(self.family.key, keys[2])

    async def closes(self) -> None:
        matter, desk = self.matters[-1], self.counselor.key
        details = await self.crowd.message(desk, matter.code, button=say("button-close"))
        await self.crowd.press(self.counselor, details, say("button-close"))
        outcome = await self.crowd.message(desk, say("close-outcome", code=matter.code))
        await self.crowd.press(self.counselor, outcome, say("outcome-helped"))
        matter.score = 1 + self.number % 5
        await self._press(await self._asked("feedback-score"), f"feedback-score-{matter.score}")
        await self._asked("feedback-words")
        matter.words = self.crowd.key()
        await self.family.says(matter.words)
        await self._asked("feedback-thanks")

    async def _says_for_whom(self, sent: Json, key: str) -> None:
        """A copy whose fate nobody wrote down is not known to the bot: then it asks, and must."""
        arrived = asyncio.ensure_future(self.crowd.message(self.family.key, key))
        asked = asyncio.ensure_future(self.crowd.finds(
            self.counselor.key,
            lambda messages: next(
                (m for m in messages if m["reply_to"] == sent["message_id"] and m["buttons"]), None
            ),
            "a question for whom",
        ))  # fmt: skip
        await asyncio.wait((arrived, asked), return_when=asyncio.FIRST_COMPLETED)
        if not arrived.done():
            await self.crowd.press(self.counselor, asked.result(), self.matters[-1].code)
        for task in (arrived, asked):
            task.cancel()
        await asyncio.gather(arrived, asked, return_exceptions=True)

    async def _answer(self, question: str, answer: str, *, typed: bool) -> None:
        message = await self._asked(question)
        if typed:
            await self.family.says(say(answer))
        else:
            await self._press(message, answer)

    async def _marks(self, question: str, option: str) -> None:
        message = await self._asked(question)
        label = say(f"{question}-{option}")
        await self._press(message, f"{question}-{option}")
        marked = say("button-marked", label=label)
        shown = await self.crowd.message(self.family.key, after=message["rev"] - 1, button=marked)
        await self._press(shown, "button-done")

    async def _press(self, message: Json, key: str) -> None:
        await self.crowd.press(self.family, message, say(key))

    async def _asked(self, key: str) -> Json:
        return await self._hears(say(key).split("\n")[0])

    async def _hears(self, words: str) -> Json:
        """The next message with these words: what was read once is not read again."""
        heard = await self.crowd.message(self.family.key, words, after=self._mark)
        self._mark = heard["rev"]
        return heard


async def gather(crowd: Crowd, service: Hamdeli, families: int, counselors: int) -> list[Scene]:
    """A group, its staff, families; keys and roles are made, nothing runs yet."""
    staff = [await crowd.person(f"C{n}", id=3001 + n, started=True) for n in range(counselors)]
    group = await crowd.group("مشاوران", staff, supergroup=True, bot_is_admin=True)
    service.group = group["id"]
    people = [await crowd.person(f"F{n}") for n in range(families)]
    entries = (
        f'[[staff]]\nid = {one.id}\nalias = "{one.name}"\nrole = "counselor"' for one in staff
    )
    cast = service.folder / "cast.toml"
    cast.write_text("\n".join(entries), encoding="utf-8")
    for command in (("init", "--yes"), ("staff", "load", str(cast))):
        code, said = await service.does(*command)
        assert code == 0, said
    return [
        Scene(crowd, family, staff[number % counselors], group, number)
        for number, family in enumerate(people)
    ]
