"""Forms per second, latency at a steady pace, and the same as the world is."""

import asyncio
import gc
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import contestants, slow_disk
from benchmarks.contestants import AIOGRAM, BARE, INTAKE, OURS, PTB, Contestant, Running
from benchmarks.crowd import Crowd, Messenger, Stuck
from benchmarks.tables import show

PEOPLE = 100
PACE = 20.0
NETWORK_MS, FSYNC_MS = 40, 5


@dataclass(frozen=True, slots=True)
class World:
    """Around the bot: `network` ms in every API call, more environment for its process."""

    network: float = 0.0
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """One measurement. `p50`, `p99`: ms from update to reply; `cpu`: s per 1,000 updates of the
    bot, `driver` of the emulator and its people."""

    forms: float
    updates: float
    calls: float
    p50: float
    p99: float
    cpu: float
    driver: float
    memory: float
    to_first_poll: float


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds before counting, seconds of counting, and how often all of it is done."""

    warm: float
    counted: float
    rounds: int


@dataclass(slots=True)
class Window:
    """What happened between two looks."""

    crowd: Crowd
    messenger: Messenger
    bot: Running
    _start: tuple[float, ...] = ()

    def _now(self) -> tuple[float, ...]:
        seen = self.crowd.answered, self.messenger.calls.total()
        return *seen, self.bot.cpu, time.thread_time(), time.monotonic()

    def open(self) -> None:
        self.crowd.latencies.clear()
        self._start = self._now()

    def close(self, updates_per_form: int, to_first_poll: float) -> Figures:
        now = self._now()
        answered, calls, cpu, driver, seconds = (
            after - before for before, after in zip(self._start, now, strict=True)
        )
        thousands = max(answered, 1) / 1000
        times = sorted(self.crowd.latencies) or [float("nan")]
        return Figures(
            answered / updates_per_form / seconds,
            answered / seconds,
            calls / seconds,
            times[len(times) // 2] * 1000,
            times[int(len(times) * 0.99)] * 1000,
            cpu / thousands,
            driver / thousands,
            self.bot.memory,
            to_first_poll,
        )


async def measure(who: Contestant, world: World, span: Span, pace: float | None) -> Figures | str:
    """One bot, from its start to its end. A sentence instead of figures when it got stuck.

    `pace`: updates a second; None: everybody as fast as they are asked.
    """
    messenger = Messenger()
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        async with messenger:
            crowd = Crowd(messenger, who.form)
            folder = Path(name)
            bot = await asyncio.to_thread(
                contestants.start, who, messenger.url, folder, world.environment
            )
            try:
                return await _watch(who, world, span, pace, Window(crowd, messenger, bot))
            except (Stuck, TimeoutError) as stuck:
                tail = bot.log.read_text(encoding="utf-8", errors="replace")[-300:]
                return f"stuck: {stuck} {tail}"
            finally:
                crowd.active = False
                await asyncio.to_thread(bot.end)
                gc.collect()


async def _watch(
    who: Contestant, world: World, span: Span, pace: float | None, window: Window
) -> Figures:
    crowd, bot, loop = window.crowd, window.bot, asyncio.get_running_loop()
    await asyncio.wait_for(window.messenger.polled.wait(), 30)
    to_first_poll = loop.time() - bot.began
    await asyncio.sleep(0.5)
    window.messenger.box.misfortune.change({"latency_ms": world.network})
    if pace is None:
        crowd.everybody_at_once(PEOPLE)
        await crowd.for_a_while(span.warm)
        window.open()
        await crowd.for_a_while(span.counted)
    else:
        await crowd.at_a_pace(pace, span.warm)
        window.open()
        await crowd.at_a_pace(pace, span.counted)
    return window.close(who.form.updates, to_first_poll)


async def rounds(
    group: Sequence[Contestant], world: World, span: Span, pace: float | None
) -> dict[str, Figures | str]:
    """Medians of several rounds in which all take their turn."""
    seen: dict[str, list[Figures | str]] = {who.name: [] for who in group}
    for _ in range(span.rounds):
        for who in group:
            seen[who.name].append(await measure(who, world, span, pace))
    return {name: _median(figures) for name, figures in seen.items()}


def _median(seen: Sequence[Figures | str]) -> Figures | str:
    good = [figures for figures in seen if isinstance(figures, Figures)]
    if not good:
        return str(seen[0])
    names = Figures.__slots__
    return Figures(*(median(getattr(figures, name) for figures in good) for name in names))


HEADINGS = (
    "forms/s", "updates/s", "calls/s", "p50 ms", "p99 ms", "CPU s/1,000", "driver", "RSS MiB",
    "start s",
)  # fmt: skip
_DIGITS = (1, 0, 0, 1, 1, 2, 2, 0, 2)


def report(title: str, found: Mapping[str, Figures | str]) -> None:
    rows: list[tuple[str, ...]] = []
    for name, figures in found.items():
        if isinstance(figures, str):
            rows.append((name, figures))
            continue
        values = (getattr(figures, part) for part in Figures.__slots__)
        shown = (f"{value:,.{digits}f}" for value, digits in zip(values, _DIGITS, strict=True))
        rows.append((name, *shown))
    show(title, HEADINGS, rows)


def _ratios(found: Mapping[str, Figures | str]) -> None:
    ours = found[OURS.name]
    for peer in (PTB, AIOGRAM):
        figures = found[peer.name]
        if isinstance(ours, Figures) and isinstance(figures, Figures) and figures.forms:
            print(f"  {OURS.name}: {ours.forms / figures.forms:.1f} times {peer.name}")


async def forms(quick: bool) -> None:
    """Completed assessments per second, 100 people at once."""
    span = Span(0.5, 1.5, 1) if quick else Span(1, 3, 3)
    found = await rounds((PTB, AIOGRAM, OURS, INTAKE, BARE), World(), span, None)
    report(f"forms: {PEOPLE} people answer at once; medians of {span.rounds} rounds", found)
    _ratios(found)
    print("  CPU and driver: s of processor time per 1,000 updates, of the bot and of the emulator")
    print(
        "  one form: 9 updates and 13 calls (the peers), 9 and"
        f" {OURS.form.calls} (ours), {INTAKE.form.updates} and {INTAKE.form.calls} (real intake)"
    )


async def latency(quick: bool) -> None:
    span = Span(1, 5, 1) if quick else Span(1, 15, 1)
    found = await rounds((PTB, AIOGRAM, OURS, INTAKE), World(), span, PACE)
    report(f"latency: {PACE:.0f} updates a second", found)


async def world(quick: bool) -> None:
    """A network with a distance in it, and a cheap disk."""
    span = Span(0.5, 2, 1) if quick else Span(1.5, 4, 1)
    group = (PTB, AIOGRAM, OURS, INTAKE)
    found = await rounds(group, World(network=NETWORK_MS), span, None)
    report(f"network: {NETWORK_MS} ms in every call, {PEOPLE} people", found)
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        environment = slow_disk.environment(Path(name), FSYNC_MS)
        if environment is None:
            print("\nslow disk: left out, there is no C compiler (gcc) here")
            return
        found = await rounds(group, World(environment=environment), span, None)
        report(f"slow disk: every fsync takes {FSYNC_MS} ms more, {PEOPLE} people", found)
