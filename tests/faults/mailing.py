"""A broadcast in a storm: kills, people who have left, lost answers, a group that moves, a long
429, others who talk meanwhile; and its accounts."""

import asyncio
import os
import re
import sqlite3
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.faults.counting import WORDS, Counting
from tests.faults.talkers import Talkers, Wait, share
from tests.service.house import Story, say
from tests.service.test_broadcasts import move_in
from tests.stage import Player

LATER = "پیام دوم"
ENDED = ("done", "canceled")
REAL_RATE = 30
"""Messages a second that the messenger allows (Bot API FAQ)."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`factor`: how much faster than the real time the limits run; `shut`: seconds of the 429;
    `talk`: messages a second of people who talk meanwhile."""

    size: int
    kills: int
    factor: float
    shut: float
    talk: float
    seed: int = 3


class Storm:
    """One service, a town of families, a coordinator who sends."""

    def __init__(self, story: Story, scale: Scale) -> None:
        self.story, self.service, self.scale = story, story.service, scale
        emulator = self.service.emulator
        assert isinstance(emulator, Counting)
        self.emulator, self.box = emulator, emulator.box
        self.chance = Random(scale.seed)
        self.families: list[Player] = []
        self.ids: set[int] = set()
        self.unheard: set[str] = set()
        self.talkers = Talkers(emulator, self.unheard)
        self.ambiguous = self.kills = self.memory = 0
        self.down: list[tuple[float, float]] = []
        self.shut: list[tuple[float, float]] = []
        self.pid, self.cpu = 0, 0.0

    async def settle(self) -> None:
        """So many move in; one in ten has left since, and nobody has told us."""
        await self.service.end()
        world = self.box.world
        for number in range(self.scale.size):
            person = world.add_person(f"خانواده {number}", started=True)
            person.blocked = number % 10 == 5
            self.families.append(Player(self.story.stage, {"id": person.id, "name": person.name}))
        self.ids = {family.id for family in self.families}
        self.unheard.update(family.key for family in self.families)
        await move_in(self.service, self.families)
        self.pid = await self.service.start()

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
        self.note_costs()
        died = time.monotonic()
        await self.service.kill()
        self.kills += 1
        self.ambiguous += self.under_way_now()
        before = len(self.emulator.sends)
        self.pid = await self.service.start()
        while len(self.emulator.sends) == before and not self.is_shut() and self.goes_on():
            await asyncio.sleep(0.02)
        self.down.append((died, time.monotonic()))

    def is_shut(self) -> bool:
        return self.box.clock.now() < self.box.flood.shut_until

    async def shuts(self, kills: int) -> tuple[int, int]:
        """Nothing is taken for a long time, also from the processes that begin meanwhile. How many
        copies, and how many requests in all, came after the first refusal was written down."""
        so_far = self.box.flood.refused
        self.talkers.silent = True
        began = time.monotonic()
        await self.story.stage.faults(shut_seconds=self.scale.shut)
        while self.box.flood.refused == so_far and self.goes_on():
            await asyncio.sleep(0.02)
        while self.is_shut() and (not self.rests() or self.under_way_now()):
            await asyncio.sleep(0.02)
        before = self.emulator.copies_in_vain, self.box.flood.refused
        for _ in range(kills):
            await asyncio.sleep(self.scale.shut / (2 * kills))
            await self.kill()
        while self.is_shut():
            await asyncio.sleep(0.05)
        copies, requests = self.emulator.copies_in_vain, self.box.flood.refused
        sent = len(self.emulator.sends)
        while len(self.emulator.sends) == sent and self.goes_on():
            await asyncio.sleep(0.02)
        self.shut.append((began, time.monotonic()))
        self.talkers.silent = False
        return copies - before[0], requests - before[1]

    async def refuses(self, family: Player) -> int:
        """Nothing more of this topic; how many copies they had when that was confirmed."""
        self.unheard.discard(family.key)
        await family.says("/reminders")
        await family.presses(say("button-broadcast-wishes"))
        await family.presses(say("button-broadcast-off", topic=say("broadcast-topic-awareness")))
        await family.hears("نمی‌آید")
        return self.copies(WORDS)[family.id]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.service.folder / "hamdeli.db", timeout=30)) as database:
            return database.execute(sql).fetchall()

    def under_way_now(self) -> int:
        """Requests that are with the messenger, or were when the service died."""
        return int(self.rows("SELECT count(*) FROM outbox WHERE state = 'sending'")[0][0])

    def rests(self) -> bool:
        """Whether it is written down that bulk may not leave now."""
        said = self.rows("SELECT value FROM meta WHERE name = 'rests:telegram'")
        return any(int(until.split()[1]) > self.box.clock.now() for (until,) in said)

    async def under_way(self, part: float) -> None:
        """Until this part of the copies has an end."""
        ended = "SELECT count(*) FROM recipients WHERE state NOT IN ('waiting', 'taken')"
        while self.rows(ended)[0][0] < part * self.scale.size and self.state() not in ENDED:
            await asyncio.sleep(0.2)

    def state(self) -> str:
        found = self.rows("SELECT state FROM broadcasts ORDER BY id DESC LIMIT 1")
        return found[0][0] if found else ""

    def goes_on(self) -> bool:
        return self.state() not in ENDED

    async def over(self) -> None:
        while self.state() not in ENDED:
            await asyncio.sleep(0.2)

    def fates(self) -> dict[str, int]:
        return dict(
            self.rows(
                "SELECT state, count(*) FROM recipients WHERE broadcast_id ="
                " (SELECT min(id) FROM broadcasts) GROUP BY state"
            )
        )

    def copies(self, words: str) -> Counter[int]:
        """Deliveries of these words to families, by chat."""
        seen = self.box.journal.deliveries
        return Counter(d.chat_id for d in seen if d.text == words and d.chat_id in self.ids)

    def note_costs(self) -> None:
        """The most that the service has held at once (MiB), and its seconds of CPU."""
        with suppress(FileNotFoundError):
            times = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").split()[13:15]
            self.cpu += sum(map(int, times)) / os.sysconf("SC_CLK_TCK")
            said = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
            found = re.search(r"VmHWM:\s+(\d+)", said)
            self.memory = max(self.memory, int(found[1]) // 1024 if found else 0)

    # What it came to.

    def used(self, began: float, ended: float) -> tuple[float, float]:
        """The part of the allowed rate that was used while all was well, and how many seconds that
        were: neither killed and not yet back, nor told to wait."""
        ill = sorted([*self.down, *self.shut])
        well, at = [], began
        for start, end in [*ill, (ended, ended)]:
            if min(start, ended) > at:
                well.append((at, min(start, ended)))
            at = max(at, end)
        seconds = sum(end - start for start, end in well)
        sends = sum(any(a <= sent < b for a, b in well) for sent in self.emulator.sends)
        return sends / (seconds * REAL_RATE * self.scale.factor), seconds

    def calm(self, waits: list[Wait]) -> list[Wait]:
        """Those in which the service was neither dead nor told to wait."""
        ill = [*self.down, *self.shut]
        return [w for w in waits if not any(w.began < b and a < w.ended for a, b in ill)]


async def play(story: Story, scale: Scale) -> dict[str, Any]:
    """The whole storm; the figures, after what must hold was looked at."""
    storm = Storm(story, scale)
    await storm.settle()
    await story.stage.faults(
        errors=0.02 if scale.size > 1000 else 0.15, kinds=["drop_after"], seed=scale.seed,
        limits=True, limits_factor=scale.factor,
    )  # fmt: skip
    talking = asyncio.create_task(storm.talkers.at_a_pace(scale.talk))
    try:
        await storm.sends(WORDS)
        figures = await _weather(storm)
    finally:
        talking.cancel()
        with suppress(asyncio.CancelledError):
            await talking
    await story.stage.faults(errors=0.0)
    copies, fates = storm.copies(WORDS), storm.fates()
    left = [family for family in storm.families if storm.box.world.people[family.id].blocked]
    assert max(copies.values()) == 1
    assert sum(fates.values()) == scale.size
    assert not any(copies[family.id] for family in left)
    assert fates["unreachable"] <= len(left)
    unknown, lost = fates.get("unknown", 0), storm.emulator.bad_luck.lost
    assert unknown <= storm.ambiguous + lost
    assert fates["sent"] <= len(copies) <= fates["sent"] + unknown
    return {
        **figures, "people": scale.size, "kills": storm.kills, "lost answers": lost,
        "under way at kills": storm.ambiguous, "left before": len(left), "copies": len(copies),
        **fates, "left after the cancel": await cancel(storm),
    }  # fmt: skip


async def _weather(storm: Storm) -> dict[str, Any]:
    """Everything that happens while it is under way, until it is done."""
    scale, refusing = storm.scale, storm.families[-2:]
    while not storm.copies(WORDS):
        await asyncio.sleep(0.05)
    began, before, inside = time.monotonic(), {}, (0, 0)
    shut_in = max(1, scale.kills // 10)
    for number in range(scale.kills - shut_in):
        await storm.under_way(0.05 + 0.8 * number / scale.kills)
        await asyncio.sleep(storm.chance.uniform(0, 1))
        await storm.kill()
        if number == (scale.kills - shut_in) // 2:
            group = storm.story.group
            await storm.story.stage.post(
                "group", chat=group["key"], action="migrate", person=storm.story.sara.id
            )
            inside = await storm.shuts(shut_in)
            before = {family.id: await storm.refuses(family) for family in refusing}
    while storm.rows("SELECT count(*) FROM recipients WHERE state = 'waiting'")[0][0]:
        await asyncio.sleep(0.1)
    ended = time.monotonic()
    await storm.over()
    storm.note_costs()
    copies = storm.copies(WORDS)
    assert {family: copies[family] for family in before} == before
    # One of the living may ask whether its chat alone or the whole bot was meant.
    assert inside[0] == 0 and inside[1] <= 1
    part, well = storm.used(began, ended)
    calm = storm.calm(storm.talkers.waits)
    danger = [wait for wait in storm.talkers.waits if wait.danger]
    return {
        "seconds": round(ended - began), "of them well": round(well),
        "rate used": round(part, 4), "asked inside the 429": inside[1],
        "429s": storm.box.flood.refused, "replies": len(calm),
        "reply p50 ms": share(calm, 0.5), "reply p99 ms": share(calm, 0.99),
        "dangers": len(danger), "danger p99 ms": share(storm.calm(danger), 0.99),
        "danger longest ms, kills too": share(danger, 1.0), "memory MiB": storm.memory,
        "CPU ms for each request": round(1000 * storm.cpu / len(storm.emulator.sends), 1),
    }  # fmt: skip


async def cancel(storm: Storm) -> int:
    """Another broadcast, canceled in the middle: how many copies left after that was confirmed."""
    reza = storm.story.reza
    await storm.sends(LATER, rested=False)
    while not storm.copies(LATER):
        await asyncio.sleep(0.05)
    await reza.presses(say("button-broadcast-page"))
    await reza.presses(say("button-broadcast-cancel"))
    await reza.presses(say("button-broadcast-cancel-sure"))
    at_once = len(storm.copies(LATER))
    await asyncio.sleep(3)
    copies = storm.copies(LATER)
    assert max(copies.values()) == 1
    assert len(copies) - at_once <= 30
    return len(copies) - at_once
