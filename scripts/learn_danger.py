"""Learn what danger sounds like from the sentences of the tests: `python scripts/learn_danger.py`.

Writes content/danger_learned.toml. Takes a minute or two and always comes to the same table. Run it
after adding sentences; those kept apart to judge by (danger_judges.toml) are never learned from.
"""

import random
import sys
import tomllib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from math import exp
from pathlib import Path
from zlib import compress

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.domain.danger import DangerCategory  # noqa: E402
from bot.domain.danger_file import parse_phrases  # noqa: E402
from bot.domain.danger_learned import NEVER_LEARNED, PLACES  # noqa: E402
from bot.domain.danger_lexicon import tokens_of  # noqa: E402

SENTENCES = ROOT / "tests" / "domain" / "danger_phrases.toml"
RULES = ROOT / "content" / "danger.toml"
TABLE = ROOT / "content" / "danger_learned.toml"

CATEGORIES = tuple(DangerCategory)
ROUNDS, STEP, DECAY = 6, 0.3, 1e-3
# One sentence in so many is learned once more amid ordinary ones, as it stands in a long message.
AMID = 2
LONGEST = 16

# The places of the pieces, and the number of the category: len(CATEGORIES) for none.
Example = tuple[list[int], int]


def labeled() -> Iterator[tuple[str, str]]:
    """Each sentence with its category or `none`: those of the tests, then those of the rules."""
    document = tomllib.loads(SENTENCES.read_text("utf-8"))
    for kind, sentences in document.items():
        groups = sentences.items() if isinstance(sentences, Mapping) else [(kind, sentences)]
        for group, lines in groups:
            for line in lines:
                yield line, group.removesuffix("_indirect")
    for rule in tomllib.loads(RULES.read_text("utf-8"))["rule"]:
        for line in rule.get("must", ()):
            yield line, rule["category"]
        for line in rule.get("must_not", ()):
            yield line, "none"


def words_by_use() -> list[str]:
    """The Persian words of all sentences, the most usual first."""
    used = Counter(
        token for line, _ in labeled() for token in tokens_of(line)
        if token.isalpha() and not token.isascii()
    )  # fmt: skip
    return [word for word, _ in sorted(used.items(), key=lambda one: (-one[1], one[0]))]


def examples(chance: random.Random, words: Sequence[str]) -> list[Example]:
    """The sentences in pieces, some of them amid ordinary ones."""
    reader = parse_phrases(RULES.read_text("utf-8"), replace(NEVER_LEARNED, words=tuple(words)))
    numbers = {category.value: place for place, category in enumerate(CATEGORIES)}
    lines = {line: numbers.get(kind, len(CATEGORIES)) for line, kind in labeled()}
    ordinary = [reader.read(line) for line, kind in lines.items() if kind == len(CATEGORIES)]
    found: list[Example] = []
    for place, (line, kind) in enumerate(lines.items()):
        tokens = reader.read(line)
        found.append((reader.pieces(tokens), kind))
        if place % AMID == 0:
            before, after = chance.choice(ordinary), chance.choice(ordinary)
            room = max(0, LONGEST - len(tokens))
            cut = chance.randint(0, room)
            amid = [*before[-cut:], *tokens, *after[: room - cut]] if cut else [*tokens, *after]
            found.append((reader.pieces(amid[:LONGEST]), kind))
    return [one for one in found if one[0]]


def learn(
    lessons: Sequence[Example], chance: random.Random
) -> tuple[list[list[float]], list[float]]:
    """The points of every place and the points before any word, by repeated small corrections."""
    points = [[0.0] * len(CATEGORIES) for _ in range(PLACES)]
    moved = [[1e-8] * len(CATEGORIES) for _ in range(PLACES)]
    start = [0.0] * len(CATEGORIES)
    order = list(lessons)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for pieces, kind in order:
            share = len(pieces) ** -0.5
            for number, wrong in enumerate(errors(points, start, pieces, kind)):
                if abs(wrong) < 1e-3:
                    continue
                start[number] -= 0.01 * wrong
                for place in pieces:
                    correct(points[place], moved[place], number, wrong * share)
    return points, start


def errors(
    points: Sequence[Sequence[float]], start: Sequence[float], pieces: Sequence[int], kind: int
) -> list[float]:
    """By how much each category is believed too much."""
    share = len(pieces) ** -0.5
    sums = [
        exp(min(30.0, first + share * sum([points[place][number] for place in pieces])))
        for number, first in enumerate(start)
    ]
    whole = 1.0 + sum(sums)
    return [one / whole - (number == kind) for number, one in enumerate(sums)]


def correct(points: list[float], moved: list[float], number: int, wrong: float) -> None:
    """Move one number against the error, the less the more it has moved already."""
    wrong += DECAY * points[number]
    moved[number] += wrong * wrong
    points[number] -= STEP * wrong / moved[number] ** 0.5


def write(points: Sequence[Sequence[float]], start: Sequence[float], words: Sequence[str]) -> None:
    """The table as a file: whole numbers of one byte, packed."""
    scale = max(abs(one) for row in points for one in row) / 127
    table = bytes(round(one / scale) % 256 for row in points for one in row)
    TABLE.write_text(
        "# Made by scripts/learn_danger.py from the sentences of the tests; do not edit.\n"
        f'sentences = "{digest()}"\n'
        f"scale = {scale!r}\n"
        f"start = {[round(one, 4) for one in start]!r}\n"
        f"table = '{b64encode(compress(table, 9)).decode()}'\n"
        f"words = '{b64encode(compress(' '.join(words).encode(), 9)).decode()}'\n",
        encoding="utf-8",
    )


def digest() -> str:
    """What was learned from: changes with any sentence, and with the words of the rules."""
    sentences = "\n".join(f"{kind} {line}" for line, kind in labeled())
    return sha256((sentences + RULES.read_text("utf-8")).encode()).hexdigest()[:16]


if __name__ == "__main__":
    luck = random.Random(1404)
    usual = words_by_use()
    write(*learn(examples(luck, usual), luck), usual)
