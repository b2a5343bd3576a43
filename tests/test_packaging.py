"""What a stranger's machine installs, and that nothing here depends on ours."""

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOT_COMMITTED = {"data", "secrets", "backups", "build", "dist", "__pycache__"}

# Cut in two, so that this file does not name what it looks for.
HOSTS = tuple(
    ".".join(parts).encode()
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry.npmjs", "org"),
        ("npmmirror", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
        ("googleapis", "com"),
        ("deb.debian", "org"),
    ]
)


def committed(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        hidden = path.name.startswith(".") and path.name != ".ci"
        if path.is_dir() and not hidden and path.name not in NOT_COMMITTED:
            yield from committed(path)
        elif path.is_file() and not path.is_symlink():
            yield path


def canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def pins(lock: str) -> dict[str, str]:
    """Name → version of every package in a lock file."""
    text = (ROOT / lock).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, re.MULTILINE))


def test_every_pin_carries_a_hash() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        entries = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / lock).read_text("utf-8"))
        assert [entry[:40] for entry in entries if "--hash=sha256:" not in entry] == []


def test_tests_run_on_the_versions_that_people_run() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_every_declared_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["dependencies"]
    extra = [each for group in project["optional-dependencies"].values() for each in group]
    for lock, wanted in [("requirements.lock", needed), ("requirements-dev.lock", needed + extra)]:
        names = {canonical(re.split(r"[^\w.-]", each)[0]) for each in wanted}
        assert names - pins(lock).keys() == set()


def test_no_file_names_a_host_to_install_from() -> None:
    contents = {path: path.read_bytes() for path in committed()}
    assert [path for path, content in contents.items() if any(h in content for h in HOSTS)] == []


def test_make_alone_tells_what_it_can_do() -> None:
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "lint", "bench", "soak", "lock", "clean"):
        assert f"make {target} " in told


def test_a_python_that_is_too_old_is_named_in_one_sentence(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    refused = subprocess.run(
        [str(tmp_path / "scripts/venv.sh"), "requirements.lock"],
        env={**os.environ, "PYTHON": "/bin/false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 1
    assert refused.stderr == (
        "hamdeli: PYTHON=/bin/false is not a Python 3.11 or newer; name one that is.\n"
    )
