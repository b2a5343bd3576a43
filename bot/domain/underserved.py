"""Places that are far from help: among equally urgent cases of one minute they come first."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.divisions import Divisions

COLUMNS = ("code", "level", "reason")
LEVELS = ("1", "2", "3")


@dataclass(frozen=True, slots=True)
class Underserved:
    """Levels by the code of a province or a county, as the organization has set them."""

    levels: Mapping[str, int] = field(default_factory=dict)

    def level(self, province: str, county: str) -> int:
        """0 (not named) to 3 (farthest from help); what is said of a county comes first."""
        return self.levels.get(county, self.levels.get(province, 0))


def parse_underserved(csv_text: str, divisions: Divisions) -> Underserved:
    """The places in a file of the columns `COLUMNS`; lines that begin with # are comments.

    Raises ValueError naming the line, what is wrong and what would be right.
    """
    lines = [(number, line.strip()) for number, line in enumerate(csv_text.splitlines(), 1)]
    rows = [(n, next(csv.reader([line]))) for n, line in lines if line and line[0] != "#"]
    if not rows or tuple(rows[0][1]) != COLUMNS:
        number = rows[0][0] if rows else 1
        raise ValueError(f"underserved, line {number}: the header must be {','.join(COLUMNS)}.")
    levels: dict[str, int] = {}
    for number, cells in rows[1:]:
        problem = _problem(cells, levels, divisions)
        if problem:
            raise ValueError(f"underserved, line {number}: {problem}")
        levels[cells[0]] = int(cells[1])
    return Underserved(levels)


def _problem(cells: list[str], known: Mapping[str, int], divisions: Divisions) -> str:
    """What is wrong with a row, and what would be right; empty when nothing is."""
    if len(cells) != len(COLUMNS):
        return f"{len(cells)} columns; there must be {len(COLUMNS)}."
    code, level, reason = cells
    if divisions.province(code) is None and divisions.county(code) is None:
        return f"{code!r} is no code of a province or county; take one from divisions.csv."
    if code in known:
        return f"{code} has a level above already; keep one of the two lines."
    if level not in LEVELS:
        return f"the level is {level!r}; it must be 1, 2 or 3 (farthest from help)."
    if not reason.strip():
        return "the reason is empty; write why this place comes first."
    return ""
