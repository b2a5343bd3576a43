"""What `hamdeli init` writes down, and what it finds in the updates that are waiting."""

import os
import re
from pathlib import Path
from typing import Any

from bot import config


def write_secret(path: Path, text: str, *, keep: bool = False) -> None:
    """A file that nobody else can read; with `keep` an older one stays."""
    if keep and path.exists():
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text + "\n")


def seen(updates: Any) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Groups and people in raw updates, oldest first."""
    groups, people = [], []
    for update in updates if isinstance(updates, list) else []:
        body = update.get("message") or update.get("my_chat_member") or {}
        chat = body.get("chat", {})
        if chat.get("type") in ("group", "supergroup"):
            groups.append((chat["id"], chat.get("title", "")))
        elif chat.get("type") == "private":
            people.append((chat["id"], chat.get("first_name", "")))
    return groups, people


def write_settings(section: str, values: dict[str, str]) -> None:
    """Changes the lines of these keys in one section of config.toml, and leaves all others."""
    path = config.config_file()
    before, head, rest = path.read_text(encoding="utf-8").partition(f"[{section}]\n")
    inside, following, after = rest.partition("\n[")
    for key, value in values.items():
        inside = re.sub(rf"(?m)^#? ?{key} = .*$", f"{key} = {value}", inside, count=1)
    path.write_text(before + head + inside + following + after, encoding="utf-8")
