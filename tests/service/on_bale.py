"""The same stories with everybody on Bale: `pytest tests/service --bale`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.domain.people import Platform
from bot.sandbox.server import BALE_TOKEN
from tests.service.house import Hamdeli
from tests.stage import Json, Player, Stage


class BaleStage(Stage):
    """Whoever is not said to be elsewhere is on Bale, where groups have positive numbers."""

    platform = "bale"

    async def person(self, name: str, /, **known: Any) -> Player:
        return await super().person(name, **{"platform": self.platform, **known})

    async def group(self, title: str, members: Iterable[Player] = (), **known: Any) -> Json:
        known.pop("supergroup", None)
        return await super().group(title, members, **{"platform": self.platform, **known})

    async def faults(self, **switches: Any) -> Json:
        return await super().faults(**{"platform": self.platform, **switches})


class BaleHamdeli(Hamdeli):
    """A service that has Bale alone."""

    platform = Platform.BALE

    @property
    def token(self) -> str:
        return BALE_TOKEN

    def environment(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, value in super().environment().items():
            found[name.replace("_TELEGRAM__", "_BALE__")] = value
        here = {"HAMDELI_TELEGRAM__API_URL": self.emulator.url}  # a moved clock asks for it
        return found | here | {"HAMDELI_BALE__TOKEN": BALE_TOKEN}

    async def furnish(self, cast: Path) -> None:
        """As ever, but everybody's number is one of Bale."""
        text = cast.read_text(encoding="utf-8")
        cast.write_text(text.replace("[[staff]]", '[[staff]]\nplatform = "bale"'), encoding="utf-8")
        for arguments in (("init", "--yes"), ("staff", "load", str(cast))):
            code, said = await self.does(*arguments)
            assert code == 0, said
