"""`hamdeli init`: makes what is missing, keeps what is there, and asks in plain words."""

import asyncio
import stat
import subprocess
import sys

import pytest

from bot.sandbox import Emulator
from tests.commands.conftest import ROOT, Shell
from tests.service.house import Hamdeli
from tests.stage import Stage


def test_keys_are_made_once(shell: Shell) -> None:
    assert "(new)" in shell.does("init", "--yes").out
    files = {path.name: path.read_text() for path in (shell.folder / "secrets").iterdir()}
    assert "(kept as they are)" in shell.does("init", "--yes").out
    assert {p.name: p.read_text() for p in (shell.folder / "secrets").iterdir()} == files
    assert set(files) == {"sealing.json", "webhook.secret"}


def test_nobody_else_can_read_the_secrets(shell: Shell) -> None:
    shell.does("init", "--yes")
    folder = shell.folder / "secrets"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


class Terminal:
    """`hamdeli init` that asks; nobody sits at a keyboard, so the answers come from a file."""

    def __init__(self, service: Hamdeli) -> None:
        self.service = service
        self.config = service.folder / "config.toml"
        self.config.write_text((ROOT / "config.toml").read_text("utf-8"), "utf-8")

    async def hears(self, answers: str) -> tuple[int, str]:
        environment = self.service.environment() | {"HAMDELI_CONFIG": str(self.config)}
        for asked in ("TOKEN", "ADMINS"):
            environment.pop(f"HAMDELI_TELEGRAM__{asked}", None)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-W", "ignore", "-m", "bot", "init", cwd=ROOT, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        said, _ = await process.communicate(answers.encode())
        return process.returncode or 0, said.decode()


@pytest.fixture
def terminal(service: Hamdeli) -> Terminal:
    return Terminal(service)


async def test_group_and_administrator_are_found_and_written_down(
    stage: Stage, terminal: Terminal, emulator: Emulator
) -> None:
    sara = await stage.person("سارا", id=4001)
    group = await stage.group("مشاوران", [sara], supergroup=True)
    await sara.says("/start")
    await sara.in_(group).says("/start")
    code, said = await terminal.hears(f"{emulator.token}\n\n")
    assert code == 0, said
    assert emulator.token not in said
    written = terminal.config.read_text("utf-8")
    assert f"counselor_group = {group['id']}\n" in written
    assert "admins = [4001]\n" in written
    token = terminal.service.folder / "secrets" / "telegram.token"
    assert token.read_text().strip() == emulator.token
    assert stat.S_IMODE(token.stat().st_mode) == 0o600
    # Nothing was confirmed: the service will get the same messages.
    assert [call["method"] for call in await stage.calls()].count("getUpdates") == 1


async def test_where_nobody_wrote_it_says_what_to_write_down(
    terminal: Terminal, emulator: Emulator
) -> None:
    code, said = await terminal.hears(f"{emulator.token}\n\n")
    assert code == 0, said
    for key in ("counselor_group", "admins"):
        assert f"telegram.{key}: write it into config.toml" in said


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("not a token\n\n", "a token looks like"),
        ("123456789:" + "A" * 35 + "\n\n", "Telegram refuses it"),
        ("", "hamdeli init --yes"),
    ],
)
async def test_a_wrong_token_is_told_in_one_sentence_and_not_kept(
    terminal: Terminal, answers: str, words: str
) -> None:
    code, said = await terminal.hears(answers)
    assert code == 1
    assert words in said
    assert "Traceback" not in said
    assert not (terminal.service.folder / "secrets" / "telegram.token").exists()


async def test_a_messenger_that_does_not_answer_is_told_with_the_proxy(
    terminal: Terminal, emulator: Emulator
) -> None:
    terminal.service.more["HAMDELI_TELEGRAM__API_URL"] = "http://127.0.0.1:9"
    code, said = await terminal.hears(f"{emulator.token}\n\n")
    assert code == 1
    assert "set telegram.proxy" in said
