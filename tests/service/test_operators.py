"""What an operator gets wrong is told in one sentence that names the key and the cure."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.service.house import ROOT, Hamdeli


def hamdeli(
    *arguments: str, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """A subcommand with just these settings: exit code and all it printed."""
    clean = {name: text for name, text in os.environ.items() if "HAMDELI" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=cwd, env={**clean, **(environment or {})},
        capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def sentence(said: str) -> str:
    """The one line that was printed."""
    lines = said.strip().splitlines()
    assert len(lines) == 1, said
    assert "Traceback" not in said
    return lines[0]


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"HAMDELI_TELEGRAM__API_URL": "telegram.org"}, "telegram.api_url"),
        ({"HAMDELI_TELEGRAM__POLL_TIMEOUT": "soon"}, "telegram.poll_timeout"),
        ({"HAMDELI_TELEGRAM__ADMINS": "sara"}, "telegram.admins"),
        ({"HAMDELI_TELEGRAM__PROXY": "ftp://x"}, "telegram.proxy"),
        ({"HAMDELI_TELEGRAM__TOCKEN": "x"}, "telegram.tocken"),
        ({"HAMDELI_DATABASE__URL": "mysql://x"}, "database.url"),
        ({"HAMDELI_SERVICE__TIME_ZONE": "Asia/Tehrann"}, "service.time_zone"),
        ({"HAMDELI_SERVICE__CLOCK_OFFSET": "60"}, "service.clock_offset"),
        ({"HAMDELI_HEALTH__LISTEN": "somewhere"}, "health.listen"),
        ({"HAMDELI_CONFIG": "/nowhere/config.toml"}, "HAMDELI_CONFIG"),
        ({}, "telegram.token"),
    ],
)
def test_a_wrong_or_missing_setting_stops_the_start_with_its_name(
    environment: dict[str, str], named: str, tmp_path: Path
) -> None:
    keys = {"HAMDELI_SECRETS_DIR": str(tmp_path)}
    code, said = hamdeli("run", environment={**keys, **environment})
    assert code == 1
    assert named in sentence(said)


def test_a_token_in_the_settings_file_is_refused_and_not_repeated(tmp_path: Path) -> None:
    token = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFa"
    (tmp_path / "config.toml").write_text(f'[telegram]\ntoken = "{token}"\n', encoding="utf-8")
    code, said = hamdeli("run", environment={"HAMDELI_CONFIG": str(tmp_path / "config.toml")})
    assert code == 1
    assert "telegram.token" in sentence(said)
    assert token not in said


@pytest.mark.parametrize(
    ("file", "broken", "named"),
    [
        ("locales/fa/common.ftl", "= no key\n", "common.ftl, line 1"),
        ("content/helplines.toml", "[[helpline]]\n", "helplines.toml"),
        ("content/divisions.csv", "not,a,division\n", "divisions.csv"),
        ("content/danger.toml", "[broken", "danger.toml"),
        ("content/underserved.csv", "code,level,reason\n99,1,far\n", "underserved, line 2"),
    ],
)
def test_a_broken_file_of_texts_or_content_is_named(
    file: str, broken: str, named: str, tmp_path: Path
) -> None:
    for folder in ("bot", "locales", "content"):
        ignore = shutil.ignore_patterns("__pycache__", "sandbox")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    shutil.copy(ROOT / "config.toml", tmp_path)
    (tmp_path / file).write_text(broken, encoding="utf-8")
    assert hamdeli("init", "--yes", cwd=tmp_path)[0] == 0
    code, said = hamdeli("check", "--offline", cwd=tmp_path)
    assert code == 1
    assert named in said
    assert "Traceback" not in said


async def test_a_second_run_on_the_same_file_is_refused(service: Hamdeli) -> None:
    assert (await service.does("init", "--yes"))[0] == 0
    await service.start()
    await service.heard()
    code, said = await service.does("run")
    assert code == 1
    assert "Another process" in sentence(said)


async def test_a_refused_token_and_a_newer_database_stop_the_start(service: Hamdeli) -> None:
    assert (await service.does("init", "--yes"))[0] == 0
    service.more["HAMDELI_TELEGRAM__TOKEN"] = "987654321:AAWrongWrongWrongWrongWrongWrongWrong"
    code, said = await service.does("run")
    assert code == 1
    assert "telegram.token" in sentence(said)
    with closing(sqlite3.connect(service.folder / "hamdeli.db")) as database, database:
        database.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    code, said = await service.does("run")
    assert code == 1
    assert "999" in sentence(said)


async def test_lost_keys_are_told_before_anything_is_written(service: Hamdeli) -> None:
    code, said = await service.does("run")
    assert code == 1
    assert "sealing.json" in sentence(said)
    assert not (service.folder / "hamdeli.db").exists()


async def test_check_sees_a_group_in_which_the_bot_lacks_its_right(
    service: Hamdeli,
) -> None:
    assert (await service.does("init", "--yes"))[0] == 0
    group = service.emulator.world.add_group("g", [], supergroup=True, bot_is_admin=False)
    service.group = group.id
    code, said = await service.does("check")
    assert code == 1
    assert "no administrator" in said
    service.group = -100999
    assert "cannot see" in (await service.does("check"))[1]
