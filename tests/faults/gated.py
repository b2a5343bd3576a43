"""The whole service behind a gate that can answer in the messenger's place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox import Emulator
from tests.faults.gate import Gate, gate_before
from tests.service.house import Hamdeli, Story, begin, say
from tests.stage import Player, Stage


@dataclass(slots=True)
class Gated:
    story: Story
    gate: Gate


@asynccontextmanager
async def behind_a_gate(emulator: Emulator, stage: Stage, tmp_path: Path) -> AsyncIterator[Gated]:
    """The cast, and a service that reaches the messenger only through the gate."""
    async with gate_before(emulator.url) as gate:
        service = Hamdeli(
            emulator, tmp_path, f"sqlite:///{tmp_path / 'hamdeli.db'}",
            HAMDELI_TELEGRAM__API_URL=gate.url,
        )  # fmt: skip
        try:
            yield Gated(await begin(stage, service), gate)
        finally:
            await service.end()


async def talk(story: Story, family: Player, counselor: Player) -> str:
    """The family's case is in the counselor's hands; its code."""
    code = await story.intake(family)
    await counselor.in_(story.group).hears(code)
    await counselor.in_(story.group).presses(say("button-claim"))
    await counselor.hears(code)
    await family.hears(say("claimed-family"))
    return code
