"""`hamdeli danger`: one JSON string a line in, what we would hear in it a line out."""

import argparse
import json
import sys

from bot import config, content
from bot.commands.opening import Problem


def main(_: argparse.Namespace) -> int:
    words = content.read(config.ROOT, "Asia/Tehran").danger
    for number, line in enumerate(sys.stdin, 1):
        try:
            said = json.loads(line)
        except ValueError:
            said = None
        if not isinstance(said, str):
            raise Problem(f'line {number}: it must be one JSON string, such as "...".')
        found = words.find(said)
        answer = {"label": found.category.value, "rule": found.rule} if found else {
            "label": None, "rule": None,
        }  # fmt: skip
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0
