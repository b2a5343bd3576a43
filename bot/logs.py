"""Logs for operators: what happened and where, never what was said, never a secret."""

import logging
import re
import sys
import traceback
from types import TracebackType
from typing import TextIO

_SECRETS = (
    (re.compile(r"\d{6,12}:[A-Za-z0-9_-]{25,}"), "[token]"),
    (re.compile(r"(?<![\d.])(?:\+|00)?\d{10,14}(?![\d.])"), "[number]"),
    (re.compile(r"(://[^:/@\s]+):[^@\s]+@"), r"\1:[password]@"),
)
# Libraries that write addresses with the token, or whole updates, into their logs.
_QUIET = ("httpx", "httpcore", "telegram", "aiohttp", "apscheduler", "aiosqlite", "asyncio")


def without_secrets(text: str) -> str:
    """The text with tokens, passwords and telephone numbers blotted out."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text


class Plain(logging.Formatter):
    """One line each; an error is named by its kind and place, since its words may be a person's."""

    default_msec_format = "%s.%03d"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record).replace("\r", " "))

    def formatException(  # noqa: N802
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        return "\n".join([*places, f"  {kind.__name__ if kind else 'error'}"])


def set_up(stream: TextIO = sys.stderr) -> None:
    """Everything to one stream, at INFO."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Plain())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.ERROR)
    # It warns whenever a round of the clock takes longer than its second: no harm is done.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
