"""What the documents say against what there is: links, files, commands, tables, roles, settings."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot import __version__
from bot.__main__ import _parser
from bot.config import Settings
from bot.domain.people import Role
from bot.handlers import commands
from bot.handlers.house import House
from bot.storage import migrate
from tests.shelf import shelf

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
QUOTED = re.compile(r"`([^`\n]+)`")
FOLDERS = ("bot/", "tests/", "locales/", "content/", "docs/", "scripts/", "benchmarks/")
NAMED_BY_THE_READER = re.compile(r"\bNAME\b")
SECRET = {
    "telegram.token",
    "bale.token",
    "bale.wallet",
}  # belongs to the secrets folder; config.toml says so


@pytest.fixture(scope="module")
def house() -> House:
    return shelf().house("fa", {})


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def quoted(path: Path) -> Iterator[str]:
    """What stands between backticks, and the lines of code blocks."""
    prose = text_of(path).split("```")
    for place, part in enumerate(prose):
        yield from part.splitlines() if place % 2 else QUOTED.findall(part)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_link_leads_somewhere(document: Path) -> None:
    targets = {t.partition("#")[0] for t in LINK.findall(text_of(document)) if "://" not in t}
    assert [t for t in sorted(targets - {""}) if not (document.parent / t).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_file_that_is_named_exists(document: Path) -> None:
    paths = {word for word in quoted(document) if word.startswith(FOLDERS) and " " not in word}
    missing = []
    for path in sorted(paths):
        place = ROOT / path
        there = place.parent if NAMED_BY_THE_READER.search(path) else place
        if not there.exists():
            missing.append(path)
    assert missing == []


def test_a_recipe_names_files() -> None:
    recipes = re.split(r"^### ", text_of(ROOT / "CONTRIBUTING.md"), flags=re.MULTILINE)[1:]
    without = [recipe.splitlines()[0] for recipe in recipes if f"`{FOLDERS[0]}" not in recipe]
    assert without == ["A text", "A telephone number, danger words, a place"]


# The glossary.


def glossary() -> str:
    return text_of(ROOT / "docs" / "glossary.md")


def test_every_table_is_in_the_glossary() -> None:
    sql = "\n".join(path.read_text("utf-8") for _, path in migrate.migrations())
    tables = set(re.findall(r"CREATE TABLE (\w+)", sql))
    explained = set(re.findall(r"table `(\w+)`", glossary()))
    assert tables - explained == set(), "no line explains it"
    assert explained - tables == set(), "there is no such table"


def test_every_role_is_in_the_glossary_under_its_name(house: House) -> None:
    for role in Role:
        line = next(row for row in glossary().splitlines() if f"role `{role.value}`" in row)
        assert house.words.say("fa", f"role-{role.value}") in line
        assert house.words.say("en", f"role-{role.value}").lower() in line


# Commands.


def subcommands() -> set[str]:
    actions = _parser()._subparsers._group_actions  # type: ignore[union-attr]
    return set(actions[0].choices or ())


def test_every_subcommand_that_is_named_exists() -> None:
    calls = re.compile(r"(?:^|[\s/=])hamdeli ([a-z]+)")
    told = {word for path in DOCUMENTS for line in quoted(path) for word in calls.findall(line)}
    assert told - subcommands() == set()


def test_the_readme_tells_of_every_subcommand() -> None:
    _, _, table = text_of(ROOT / "README.md").partition("\n## Commands\n")
    told = {words.split()[0] for words in QUOTED.findall(table)}
    assert subcommands() - told == set()


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    calls = re.compile(r"^make ([a-z]+)")
    told = {word for path in DOCUMENTS for line in quoted(path) for word in calls.findall(line)}
    assert told - targets == set()


OF_OTHERS = ("invite", "staff", "health", "partners", "referrals", "newcourse", "broadcast",
    "donations",
)  # fmt: skip


def test_the_counselors_guide_tells_of_every_command_of_caseworkers() -> None:
    guide = ROOT / "docs" / "guides" / "counselor.md"
    told = {word for word in quoted(guide) if word.startswith("/")}
    assert told <= {f"/{name}" for name in commands.STAFF}
    needed = {f"/{name}" for name in commands.STAFF if name not in OF_OTHERS}
    assert told == needed


def test_what_the_counselors_guide_quotes_is_what_people_see() -> None:
    guide = text_of(ROOT / "docs" / "guides" / "counselor.md")
    texts = "\n".join(text_of(path) for path in sorted((ROOT / "locales" / "fa").glob("*.ftl")))
    labels = re.findall(r"«([^»]+)»", guide)
    assert labels
    assert [label for label in labels if label not in texts] == []


# Settings and versions.


def leaves(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from leaves(inner, f"{name}.")
        else:
            yield prefix + name


def explained() -> Iterator[str]:
    """The keys in config.toml, written or commented out, that stand under a comment."""
    section, comment = "", False
    for line in text_of(ROOT / "config.toml").splitlines():
        if not line:
            comment = False
        elif head := re.fullmatch(r"\[(\w+)\]", line):
            section, comment = f"{head[1]}.", False
        elif key := re.match(r"(?:# ?)?(\w+) = ", line):
            if comment:
                yield section + key[1]
        elif line.startswith("#"):
            comment = True


def test_every_setting_is_explained_in_config_toml() -> None:
    assert set(leaves(Settings)) - SECRET - set(explained()) == set()


def test_config_toml_holds_no_setting_that_does_not_exist() -> None:
    uncommented = re.sub(r"(?m)^# ?(\w+ = )", r"\1", text_of(ROOT / "config.toml"))
    written = tomllib.loads(uncommented)
    keys = {
        f"{section}.{key}" if isinstance(inner, dict) else section
        for section, inner in written.items()
        for key in (inner if isinstance(inner, dict) else [""])
    }
    assert keys - set(leaves(Settings)) == set()


def test_the_changelog_knows_this_version() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    assert project["version"] == __version__
    headings = re.findall(r"^## (\S+)", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == __version__


def test_the_readme_begins_in_persian() -> None:
    opening, _, _ = text_of(ROOT / "README.md").partition("\n# Hamdeli\n")
    assert opening.startswith('<div dir="rtl">\n\n# همدلی')
    assert "`make run`" in opening
