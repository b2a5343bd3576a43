"""The command line in this process, with settings, secrets and data of its own."""

import logging
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from bot import content
from bot.__main__ import main
from bot.sandbox import Emulator
from tests.service.house import Hamdeli
from tests.stage import Stage
from tests.strict import validate

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    sentence: str

    def refused(self) -> str:
        """The one sentence with which it refused: nothing else, and no trace of a crash."""
        assert self.code == 1, self
        assert self.out == ""
        assert self.sentence.startswith("hamdeli: "), self.sentence
        assert self.sentence.count("\n") == 1, self.sentence
        return self.sentence


@dataclass(frozen=True)
class Shell:
    """A terminal in a folder of its own."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def sets(self, **environment: str) -> None:
        for name, value in environment.items():
            self.patch.setenv(f"HAMDELI_{name}", value)

    def writes(self, toml: str) -> None:
        self.config.write_text(toml, "utf-8")

    def does(self, *arguments: str) -> Said:
        self.capsys.readouterr()
        code = main(arguments)
        out, err = self.capsys.readouterr()
        return Said(code, out, err)


_read = cache(content.read)


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shell]:
    for name in [name for name in os.environ if name.startswith("HAMDELI_")]:
        monkeypatch.delenv(name)
    shutil.copy(ROOT / "config.toml", tmp_path / "config.toml")
    opened = Shell(tmp_path, capsys, monkeypatch)
    opened.sets(
        CONFIG=str(tmp_path / "config.toml"),
        SECRETS_DIR=str(tmp_path / "secrets"),
        DATABASE__URL=f"sqlite:///{tmp_path / 'hamdeli.db'}",
        HEALTH__LISTEN="",
    )
    # The same files, read once for all commands of a test process.
    monkeypatch.setattr(content, "read", _read)
    logger = logging.getLogger()
    before = logger.handlers[:], logger.level
    yield opened
    logger.handlers[:], level = before
    logger.setLevel(level)


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(validate=validate) as running:
        yield running


@pytest.fixture
async def stage(emulator: Emulator) -> AsyncIterator[Stage]:
    async with Stage(emulator.url) as running:
        yield running


@pytest.fixture
async def service(emulator: Emulator, tmp_path: Path) -> Hamdeli:
    house = Hamdeli(emulator, tmp_path, f"sqlite:///{tmp_path / 'hamdeli.db'}")
    assert (await house.does("init", "--yes"))[0] == 0
    return house
