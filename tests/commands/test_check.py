"""`hamdeli check`: one sentence for each problem, each with its cure."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot import config
from bot.commands.opening import Problem, giving
from bot.sandbox import Emulator
from tests.commands.conftest import Said, Shell
from tests.stage import Stage

EXAMPLES = Path(__file__).parents[1] / "series"
STRANGER = "123456789:" + "A" * 35


@pytest.fixture
def connected(shell: Shell, emulator: Emulator) -> Shell:
    """Keys, a token, an administrator, and a messenger that answers."""
    shell.does("init", "--yes")
    shell.sets(
        TELEGRAM__TOKEN=emulator.token, TELEGRAM__API_URL=emulator.url, TELEGRAM__ADMINS="4001"
    )
    return shell


async def check(shell: Shell) -> Said:
    """Beside the messenger, which answers from this thread."""
    return await asyncio.to_thread(shell.does, "check")


def problems(said: Said) -> list[str]:
    """Those that are not about the content of our own files, which others look after."""
    lines = [line for line in said.out.splitlines() if line.startswith("- ")]
    content = ("review", "last checked", "unvalidated")
    return [line for line in lines if not any(about in line for about in content)]


async def test_a_house_in_order_has_no_problem(stage: Stage, connected: Shell) -> None:
    group = await stage.group("مشاوران", supergroup=True)
    connected.sets(TELEGRAM__COUNSELOR_GROUP=str(group["id"]))
    assert problems(await check(connected)) == []


async def test_donations_without_a_wallet_are_named_and_stop_the_service(
    stage: Stage, connected: Shell
) -> None:
    group = await stage.group("مشاوران", supergroup=True)
    connected.sets(TELEGRAM__COUNSELOR_GROUP=str(group["id"]), DONATIONS__ENABLED="true")
    (problem,) = problems(await check(connected))
    assert "donations.enabled: donations come through the wallet of Bale" in problem
    with pytest.raises(Problem, match=r"bale\.wallet"):
        giving(config.load())


async def test_a_group_where_the_bot_lacks_rights_is_named(stage: Stage, connected: Shell) -> None:
    group = await stage.group("مشاوران", supergroup=True, bot_is_admin=False)
    connected.sets(TELEGRAM__COUNSELOR_GROUP=str(group["id"]))
    said = await check(connected)
    assert said.code == 1
    (problem,) = problems(said)
    assert "the bot is no administrator there" in problem


async def test_a_group_that_the_bot_cannot_see_is_named(connected: Shell) -> None:
    connected.sets(TELEGRAM__COUNSELOR_GROUP="-100123")
    said = await check(connected)
    assert said.code == 1
    (problem,) = problems(said)
    assert "the bot cannot see -100123" in problem


async def test_a_person_in_place_of_the_group_is_named(stage: Stage, connected: Shell) -> None:
    maryam = await stage.person("Maryam", started=True)
    connected.sets(TELEGRAM__COUNSELOR_GROUP=str(maryam.id))
    assert any("is no group" in problem for problem in problems(await check(connected)))


async def test_a_refused_token_and_a_silent_messenger_are_told_apart(connected: Shell) -> None:
    connected.sets(TELEGRAM__COUNSELOR_GROUP="-5", TELEGRAM__TOKEN=STRANGER)
    (problem,) = problems(await check(connected))
    assert "Telegram refuses it" in problem
    connected.sets(TELEGRAM__API_URL="http://127.0.0.1:9")
    (problem,) = problems(await check(connected))
    assert "no answer" in problem
    assert STRANGER[10:] not in problem


def test_everything_that_is_missing_is_said_at_once(shell: Shell) -> None:
    said = shell.does("check")
    assert said.code == 1
    for words in ("There are no keys", "telegram.token: there is none"):
        assert words in said.out
    shell.sets(TELEGRAM__TOKEN=STRANGER, TELEGRAM__API_URL="http://127.0.0.1:9")
    said = shell.does("check")
    for words in ("telegram.counselor_group: there is none", "telegram.admins: there is no"):
        assert words in said.out


def test_secrets_that_others_can_read_are_a_problem(shell: Shell) -> None:
    shell.does("init", "--yes")
    (shell.folder / "secrets").chmod(0o755)
    assert "can be read by others: run `chmod 700" in shell.does("check", "--offline").out


def test_questionnaires_that_are_on_and_not_validated_are_named_in_one_sentence(
    shell: Shell,
) -> None:
    shell.does("init", "--yes")
    for switched_on, named in (('["k6", "who5"]', "k6 and who5"), ('["who5"]', "of who5 is")):
        shell.sets(ASSESSMENT__SCREENERS=switched_on)
        (line,) = [x for x in shell.does("check", "--offline").out.splitlines() if "unvalid" in x]
        assert named in line
    shell.sets(ASSESSMENT__SCREENERS="[]")
    assert "unvalidated" not in shell.does("check", "--offline").out


def test_damaged_keys_and_a_strange_database_are_problems(shell: Shell) -> None:
    shell.does("init", "--yes")
    (shell.folder / "secrets" / "sealing.json").write_text("{}")
    (shell.folder / "hamdeli.db").write_text("no database" * 99)
    said = shell.does("check", "--offline").out
    assert "is damaged" in said
    assert "cannot be opened" in said


def test_what_no_professional_has_reviewed_is_named(shell: Shell) -> None:
    shell.does("init", "--yes")
    shell.sets(SERIES__FOLDER=str(EXAMPLES))
    said = shell.does("check", "--offline").out
    assert "fa/series/calm: no professional has reviewed it" in said
    assert "series/wedding" not in said


def test_a_series_that_cannot_be_read_is_named_with_its_file(shell: Shell, tmp_path: Path) -> None:
    shell.does("init", "--yes")
    shutil.copytree(EXAMPLES, tmp_path / "content")
    (tmp_path / "content" / "fa" / "series" / "calm" / "3.md").unlink()
    shell.sets(SERIES__FOLDER=str(tmp_path / "content"))
    assert "calm/3.md is missing" in shell.does("check", "--offline").out
