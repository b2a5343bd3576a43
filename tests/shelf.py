"""Texts, content and conversations as the repository has them, read once for each test process."""

from functools import cache

from bot.config import ROOT
from bot.content import Shelf, read


@cache
def shelf() -> Shelf:
    return read(ROOT, "Asia/Tehran")
