"""`hamdeli check`: one sentence for each problem, each with its cure."""

from tests.commands.conftest import Shell
from tests.service.house import Hamdeli
from tests.stage import Stage


def problems(said: str) -> list[str]:
    """Those that are not about the content of our own files, which others look after."""
    lines = [line for line in said.splitlines() if line.startswith("- ")]
    return [line for line in lines if "review" not in line and "last checked" not in line]


async def test_a_house_in_order_has_no_problem(stage: Stage, service: Hamdeli) -> None:
    service.group = (await stage.group("مشاوران", supergroup=True))["id"]
    _, said = await service.does("check")
    assert problems(said) == []


async def test_a_group_where_the_bot_lacks_rights_is_named(stage: Stage, service: Hamdeli) -> None:
    group = await stage.group("مشاوران", supergroup=True, bot_is_admin=False)
    service.group = group["id"]
    code, said = await service.does("check")
    assert code == 1
    (problem,) = problems(said)
    assert "the bot is no administrator there" in problem


async def test_a_group_that_the_bot_cannot_see_is_named(service: Hamdeli) -> None:
    service.group = -100123
    code, said = await service.does("check")
    assert code == 1
    (problem,) = problems(said)
    assert "the bot cannot see -100123" in problem


async def test_a_person_in_place_of_the_group_is_named(stage: Stage, service: Hamdeli) -> None:
    service.group = (await stage.person("Maryam", started=True)).id
    _, said = await service.does("check")
    assert any("is no group" in problem for problem in problems(said)), said


async def test_a_refused_token_and_a_silent_messenger_are_told_apart(service: Hamdeli) -> None:
    service.group = -5
    service.more["HAMDELI_TELEGRAM__TOKEN"] = "123456789:" + "A" * 35
    code, said = await service.does("check")
    assert (code, "Telegram refuses it" in said) == (1, True)
    service.more["HAMDELI_TELEGRAM__API_URL"] = "http://127.0.0.1:9"
    code, said = await service.does("check")
    assert (code, "no answer" in said) == (1, True)


def test_everything_that_is_missing_is_said_at_once(shell: Shell) -> None:
    said = shell.does("check")
    assert said.code == 1
    for words in ("There are no keys", "telegram.token: there is none"):
        assert words in said.out
    shell.sets(TELEGRAM__TOKEN="123456789:" + "A" * 35, TELEGRAM__API_URL="http://127.0.0.1:9")
    said = shell.does("check")
    for words in ("telegram.counselor_group: there is none", "telegram.admins: there is no"):
        assert words in said.out


def test_secrets_that_others_can_read_are_a_problem(shell: Shell) -> None:
    shell.does("init", "--yes")
    (shell.folder / "secrets").chmod(0o755)
    assert "can be read by others: run `chmod 700" in shell.does("check", "--offline").out


def test_damaged_keys_and_a_strange_database_are_problems(shell: Shell) -> None:
    shell.does("init", "--yes")
    (shell.folder / "secrets" / "sealing.json").write_text("{}")
    (shell.folder / "hamdeli.db").write_text("no database" * 99)
    said = shell.does("check", "--offline").out
    assert "is damaged" in said
    assert "cannot be opened" in said
