"""`hamdeli partners load`: many partner institutions at once, from a TOML file."""

import argparse
import asyncio
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot import config
from bot.commands.opening import Problem, opened, read_shelf
from bot.config import Settings
from bot.conversations.partner import NAME_LIMIT, WORDS_LIMIT
from bot.domain.divisions import Divisions
from bot.domain.referral import PartnerKind, Profile
from bot.domain.text import key, store
from bot.domain.triage import TOPICS
from bot.handlers.tools import Tools
from bot.storage import audit, partners

_KINDS = tuple(kind.value for kind in PartnerKind)
_KEYS = ("name", "kind", "provinces", "counties", "topics", "accepts", "hours", "active")


def main(options: argparse.Namespace) -> int:
    settings = config.load()
    profiles = read(Path(options.file), read_shelf(settings).divisions)
    asyncio.run(_load(settings, profiles))
    sys.stdout.write(f"{len(profiles)} partners are known now.\n")
    return 0


async def _load(settings: Settings, profiles: Sequence[Profile]) -> None:
    async with opened(settings) as tools:
        await load(tools, profiles)


async def load(tools: Tools, profiles: Sequence[Profile]) -> None:
    """Adds them, or changes those of the same name, in one transaction."""
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        for profile in profiles:
            partner = await partners.save(work, profile)
            audit.record(work, None, "partner_loaded", f"partner:{partner.id}")


def read(path: Path, divisions: Divisions) -> list[Profile]:
    """The `[[partner]]` entries of a TOML file. Problem has one sentence for each thing wrong."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("partner", [])
    except (OSError, ValueError) as error:
        raise Problem(f"{path} cannot be read ({error}).") from error
    if not isinstance(entries, list):
        raise Problem(f"{path}: partner must be a list; begin each entry with [[partner]].")
    problems, profiles, names = [], list[Profile](), set[str]()
    for number, entry in enumerate(entries, 1):
        wrong = list(_problems(entry, divisions))
        if not wrong and key(entry["name"]) in names:
            wrong = [f"there is another entry named {entry['name']}; give each its own name"]
        problems += [f"{path}: entry {number}: {what}." for what in wrong]
        if not wrong:
            names.add(key(entry["name"]))
            profiles.append(_profile(entry, divisions))
    if problems:
        raise Problem("\n".join(problems))
    return profiles


def _problems(entry: Any, divisions: Divisions) -> Iterator[str]:
    """What is wrong with an entry, each with what would be right."""
    if not isinstance(entry, dict):
        yield "begin it with [[partner]] and give it a name and a kind"
        return
    yield from (
        f"{word} is not known here; there are: {', '.join(_KEYS)}"
        for word in entry
        if word not in _KEYS
    )
    name = entry.get("name")
    if not isinstance(name, str) or not key(name) or len(name) > NAME_LIMIT:
        yield f"name must be a text of 1 to {NAME_LIMIT} characters"
    if entry.get("kind") not in _KINDS:
        yield f"kind is {entry.get('kind')!r}; it must be one of {', '.join(_KINDS)}"
    for word in ("accepts", "hours"):
        text = entry.get(word, "")
        if not isinstance(text, str) or len(text) > WORDS_LIMIT:
            yield f"{word} must be a text of at most {WORDS_LIMIT} characters"
    if not isinstance(entry.get("active", True), bool):
        yield "active must be true or false"
    yield from _problems_of_lists(entry, divisions)


def _problems_of_lists(entry: dict[str, Any], divisions: Divisions) -> Iterator[str]:
    for word in ("provinces", "counties", "topics"):
        names = entry.get(word, [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            yield f"{word} must be a list of texts"
            continue
        for name in names:
            if word == "topics" and name not in TOPICS:
                yield f"topic {name} is not known; there are: {', '.join(TOPICS)}"
            elif word != "topics" and not _codes(word, name, divisions):
                yield f"{word}: {name} is none; write its Persian name or its code"


def _codes(word: str, name: str, divisions: Divisions) -> list[str]:
    """The codes of the provinces or counties that are called so."""
    places: list[tuple[str, tuple[str, ...]]] = [
        (province.code, (province.fa, province.en, province.code))
        for province in divisions.provinces
        if word == "provinces"
    ] + [
        (county.code, (county.fa, county.en, county.code))
        for province in divisions.provinces
        if word == "counties"
        for county in divisions.counties(province.code)
    ]
    return [code for code, names in places if key(name) in map(key, names)]


def _profile(entry: dict[str, Any], divisions: Divisions) -> Profile:
    regions = [
        code
        for word in ("provinces", "counties")
        for name in entry.get(word, [])
        for code in _codes(word, name, divisions)
    ]
    return Profile(
        store(entry["name"]).strip(),
        PartnerKind(entry["kind"]),
        tuple(dict.fromkeys(regions)),
        tuple(dict.fromkeys(entry.get("topics", []))),
        store(entry.get("accepts", "")).strip(),
        store(entry.get("hours", "")).strip(),
        entry.get("active", True),
    )
