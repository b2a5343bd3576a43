"""A broadcast in a storm: kills, people who have left, lost answers, a 429; and its accounts."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from random import Random
from typing import Any

from tests.service.house import Story, say
from tests.service.test_broadcasts import move_in
from tests.stage import Player

WORDS, LATER = "هفتهٔ خانواده", "پیام دوم"
ENDED = ("done", "canceled")


class Storm:
    """One service, a town of families, a coordinator who sends."""

    def __init__(self, story: Story, chance: Random) -> None:
        self.story, self.service, self.chance = story, story.service, chance
        self.families: list[Player] = []
        self.ambiguous = 0
        self.kills = 0

    async def settle(self, size: int) -> None:
        """So many move in."""
        await self.service.end()
        self.families = [
            await self.story.stage.person(f"خانواده {n}", started=True) for n in range(size)
        ]
        await move_in(self.service, self.families)
        await self.service.start()

    async def some_leave(self) -> dict[int, int]:
        """One in ten blocks us; how many copies each of them has got by then."""
        leaving = self.families[5::10]
        for family in leaving:
            await family.blocks()
        copies = await self.copies(WORDS)
        return {family.id: copies[family.id] for family in leaving}

    async def sends(self, words: str, *, rested: bool = True) -> None:
        """`rested`: not to those who heard of us today."""
        reza = self.story.reza
        await reza.says("/broadcast")
        await reza.presses(say("button-broadcast-new"))
        await reza.hears("همین‌جا بفرستید")
        await reza.says(words)
        await reza.hears(words)
        if not rested:
            await reza.presses(say("button-broadcast-people"))
            await reza.presses(say("button-segment-rest"))
            await reza.presses(say("segment-days", days=0))
            await reza.hears("الان:")
            await reza.presses(say("button-back"))
        await reza.presses(say("button-broadcast-send"))
        await reza.presses(say("button-broadcast-now"))

    async def kill(self) -> None:
        """SIGKILL: whatever was under way at that moment has a fate that nobody knows."""
        await self.service.kill()
        self.kills += 1
        self.ambiguous += self.rows("SELECT count(*) FROM outbox WHERE state = 'sending'")[0][0]
        await self.service.start()

    async def refuses(self, family: Player) -> int:
        """Nothing more of this topic; how many copies they had when that was confirmed."""
        await family.says("/reminders")
        await family.presses(say("button-broadcast-wishes"))
        await family.presses(say("button-broadcast-off", topic=say("broadcast-topic-awareness")))
        await family.hears("نمی‌آید")
        return (await self.copies(WORDS))[family.id]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.service.folder / "hamdeli.db", timeout=30)) as database:
            return database.execute(sql).fetchall()

    async def under_way(self, share: float) -> None:
        """Until this part of the copies has an end."""
        wanted = share * len(self.families)
        while True:
            ended = "SELECT count(*) FROM recipients WHERE state NOT IN ('waiting', 'taken')"
            if self.rows(ended)[0][0] >= wanted or self.state() in ENDED:
                return
            await asyncio.sleep(0.1)

    def state(self) -> str:
        found = self.rows("SELECT state FROM broadcasts ORDER BY id DESC LIMIT 1")
        return found[0][0] if found else ""

    async def over(self) -> None:
        while self.state() not in ENDED:
            await asyncio.sleep(0.2)

    async def copies(self, words: str) -> Counter[int]:
        """Deliveries of these words to families, by chat."""
        ours = {family.id for family in self.families}
        return Counter(
            d["chat_id"] for d in await self.story.stage.deliveries()
            if d["text"] == words and d["chat_id"] in ours
        )  # fmt: skip

    async def lost_answers(self) -> int:
        return sum(
            d["fault"] is not None and d["text"] == WORDS
            for d in await self.story.stage.deliveries()
        )

    def fates(self, place: int = 0) -> dict[str, int]:
        return dict(
            self.rows(
                "SELECT state, count(*) FROM recipients WHERE broadcast_id ="
                f" (SELECT id FROM broadcasts ORDER BY id LIMIT 1 OFFSET {place}) GROUP BY state"
            )
        )


async def play(story: Story, *, size: int, kills: int, seed: int) -> dict[str, Any]:
    """The whole storm; the figures, after what must hold was looked at."""
    storm = Storm(story, Random(seed))
    await storm.settle(size)
    await story.stage.faults(errors=0.15, kinds=["drop_after"], seed=seed)
    await storm.sends(WORDS)
    refusing = [storm.families[-1], storm.families[-2]]
    await storm.under_way(0.05)
    gone = await storm.some_leave()
    before: dict[int, int] = {}
    for number in range(kills):
        await storm.under_way(0.6 * number / kills)
        await asyncio.sleep(storm.chance.uniform(0, 1))
        await storm.kill()
        if number == kills // 2:
            await story.stage.faults(errors=1.0, kinds=["429"], retry_after=3)
            await asyncio.sleep(2)
            await story.stage.faults(errors=0.0)
            before = {family.id: await storm.refuses(family) for family in refusing}
            await story.stage.faults(errors=0.15, kinds=["drop_after"], seed=seed + 1)
    await storm.over()
    await story.stage.faults(errors=0.0)
    copies, fates = await storm.copies(WORDS), storm.fates()
    assert max(copies.values()) == 1
    assert sum(fates.values()) == size
    assert {family: copies[family] for family in before} == before
    assert {family: copies[family] for family in gone} == gone
    assert 0 < fates["unreachable"] <= len(gone)
    unknown, lost = fates.get("unknown", 0), await storm.lost_answers()
    assert unknown <= storm.ambiguous + lost
    assert fates["sent"] <= len(copies) <= fates["sent"] + unknown
    after = await cancel(storm)
    return {
        "people": size, "kills": storm.kills, "lost answers": lost,
        "under way at kills": storm.ambiguous, "blocked": len(gone), "copies": len(copies), **fates,
        "left after the cancel": after,
    }  # fmt: skip


async def cancel(storm: Storm) -> int:
    """Another broadcast, canceled in the middle: how many copies left after that was confirmed."""
    reza = storm.story.reza
    await storm.sends(LATER, rested=False)
    while not (await storm.copies(LATER)):
        await asyncio.sleep(0.05)
    await reza.presses(say("button-broadcast-page"))
    await reza.presses(say("button-broadcast-cancel"))
    await reza.presses(say("button-broadcast-cancel-sure"))
    at_once = len(await storm.copies(LATER))
    await asyncio.sleep(3)
    copies = await storm.copies(LATER)
    assert max(copies.values()) == 1
    assert len(copies) - at_once <= 30
    return len(copies) - at_once
