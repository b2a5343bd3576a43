"""What stops the service before it begins: one sentence each."""

import asyncio
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import config
from bot.storage.migrate import migrate
from bot.storage.sqlite import open_sqlite
from tests.commands.conftest import ROOT, Shell
from tests.service.house import Hamdeli

TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.fixture
def ready(shell: Shell) -> Shell:
    """Keys and a token are there; nobody answers under the address."""
    assert shell.does("init", "--yes").code == 0
    shell.sets(TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_URL="http://127.0.0.1:9")
    return shell


def test_without_keys_it_says_how_to_make_them(shell: Shell) -> None:
    shell.sets(TELEGRAM__TOKEN=TOKEN)
    assert "run `hamdeli init`" in shell.does("run").refused()


@pytest.mark.parametrize(
    "body", ["", "{}", '{"active": "k1", "keys": {"k1": "AAAA"}, "index": ""}']
)
def test_damaged_keys_are_not_used(ready: Shell, body: str) -> None:
    (ready.folder / "secrets" / "sealing.json").write_text(body)
    assert "is damaged: put back the keys you saved" in ready.does("run").refused()


def test_a_second_run_on_the_same_file_is_refused(ready: Shell) -> None:
    loop = asyncio.new_event_loop()
    database = loop.run_until_complete(open_sqlite(ready.folder / "hamdeli.db"))
    try:
        assert "Another process works on this database" in ready.does("run").refused()
    finally:
        loop.run_until_complete(database.close())
        loop.close()


def test_a_database_from_a_newer_version_is_left_alone(ready: Shell) -> None:
    async def make_newer() -> None:
        database = await open_sqlite(ready.folder / "hamdeli.db")
        await migrate(database)
        async with database.transaction() as tx:
            await tx.execute("UPDATE meta SET value = '9999' WHERE name = 'schema'")
        await database.close()

    asyncio.run(make_newer())
    for command in ("run", "migrate"):
        assert "run the newer version of Hamdeli" in ready.does(command).refused()


def test_a_file_that_is_no_database_is_named(ready: Shell) -> None:
    (ready.folder / "hamdeli.db").write_text("این پایگاه داده نیست" * 99)
    assert "hamdeli.db cannot be opened" in ready.does("run").refused()


def test_a_folder_in_place_of_the_database_is_named(ready: Shell) -> None:
    (ready.folder / "hamdeli.db").mkdir()
    assert "database.url" in ready.does("run").refused()


def test_a_server_that_is_not_there_is_named_without_its_password(ready: Shell) -> None:
    ready.sets(DATABASE__URL="postgresql://hamdeli:unmistakable@127.0.0.1:1/hamdeli")
    sentence = ready.does("run").refused()
    assert "PostgreSQL" in sentence
    assert "unmistakable" not in sentence


def broken_locale(tree: Path) -> str:
    path = tree / "locales" / "fa" / "intake.ftl"
    path.write_text(path.read_text("utf-8") + "\nاین فلوئنت نیست\n", "utf-8")
    return "intake.ftl, line"


def foreign_locale(tree: Path) -> str:
    (tree / "locales" / "fa" / "intake.ftl").write_bytes("سلام".encode("cp1256"))
    return "save it as UTF-8"


def missing_locale(tree: Path) -> str:
    shutil.rmtree(tree / "locales" / "en")
    return "There are no texts in"


def misspelled_locale(tree: Path) -> str:
    _change(tree, "intake-who = ", "intake-whoo = ")
    return "intake-who is written in en only; write it in fa too"


def locale_with_a_wrong_variable(tree: Path) -> str:
    _change(tree, "NUM($number)", "NUM($nubmer)")
    return "progress uses $nubmer"


def locale_with_a_wrong_mention(tree: Path) -> str:
    _change(tree, "{ intake-topic-couple }", "{ intake-topic-coupel }")
    return "intake-topics-couple mentions intake-topic-coupel, which does not exist"


def text_written_twice(tree: Path) -> str:
    _change(tree, "# 2. Who", "progress = باز هم")
    return "progress is written twice"


def _change(tree: Path, was: str, becomes: str) -> None:
    path = tree / "locales" / "fa" / "intake.ftl"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), "utf-8")


def broken_numbers(tree: Path) -> str:
    (tree / "content" / "helplines.toml").write_text("[[helpline", "utf-8")
    return "helplines.toml"


def missing_places(tree: Path) -> str:
    (tree / "content" / "divisions.csv").unlink()
    return "divisions.csv is missing"


def broken_phrases(tree: Path) -> str:
    (tree / "content" / "danger.toml").write_bytes(b"\xff\xfe")
    return "danger.toml"


@pytest.mark.parametrize(
    "damage",
    [
        broken_locale, foreign_locale, missing_locale, misspelled_locale,
        locale_with_a_wrong_variable, locale_with_a_wrong_mention, text_written_twice,
        broken_numbers, missing_places, broken_phrases,
    ],
)  # fmt: skip
def test_a_broken_text_or_content_file_stops_the_start_and_is_named(
    ready: Shell, damage: Callable[[Path], str]
) -> None:
    for name in ("locales", "content"):
        shutil.copytree(ROOT / name, ready.folder / name)
    words = damage(ready.folder)
    ready.patch.setattr(config, "ROOT", ready.folder)
    assert words in ready.does("run").refused()
    assert words in ready.does("check", "--offline").out


async def test_a_refused_token_stops_the_start(service: Hamdeli) -> None:
    assert (await service.does("init", "--yes"))[0] == 0
    service.more["HAMDELI_TELEGRAM__TOKEN"] = TOKEN
    code, said = await service.does("run")
    assert code == 1
    assert "telegram.token: Telegram refuses it" in said
    assert TOKEN[10:] not in said


async def test_a_webhook_without_an_https_address_stops_the_start(service: Hamdeli) -> None:
    assert (await service.does("init", "--yes"))[0] == 0
    service.more["HAMDELI_TELEGRAM__MODE"] = "webhook"
    code, said = await service.does("run")
    assert code == 1
    assert "webhook.public_url: webhook mode needs an https address" in said


def test_the_state_of_a_service_that_never_ran_is_nothing(shell: Shell) -> None:
    said = shell.does("state", "--json")
    assert said.code == 0
    assert json.loads(said.out)["cases"] == {}
