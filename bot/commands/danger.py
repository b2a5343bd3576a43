"""`hamdeli danger`: one JSON string a line in, what we would hear in it a line out.

A line that is not one JSON string is answered in its place with `{"error": ...}`; the lines after
it are still read.
"""

import argparse
import json
import sys

from bot import config, content
from bot.domain.danger import DangerWords

_NOT_A_STRING = 'it must be one JSON string, such as "...".'


def main(_: argparse.Namespace) -> int:
    words = content.read(config.ROOT, "Asia/Tehran").danger
    # Bytes that are not UTF-8 are a wrong line, not the end of the reading.
    for number, line in enumerate(sys.stdin.buffer, 1):
        sys.stdout.write(json.dumps(_answer(words, number, line)) + "\n")
        sys.stdout.flush()
    return 0


def _answer(words: DangerWords, number: int, line: bytes) -> dict[str, str | None]:
    try:
        said = json.loads(line)
    # A deep nest of brackets is the one wrong line that json tells of differently.
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, str):
        return {"error": f"line {number}: {_NOT_A_STRING}"}
    found = words.find(said)
    if not found:
        return {"label": None, "rule": None}
    return {"label": found.category.value, "rule": found.rule}
