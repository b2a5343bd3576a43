"""A picture in numbers and words: what is drawn is decided here, how it looks is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

TONES = ("plain", "calm", "warm", "alarm", "strong")
"""How a thing is meant: nothing special, well, to be watched, to be acted on, the main one."""

Part: TypeAlias = tuple[int, str]
"""An amount and its tone."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure, written out, with a word for it."""

    label: str
    value: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of amounts beside each other, with the words at both of its ends."""

    label: str
    parts: tuple[Part, ...]
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture. `legend`: words and the tones of the bars they explain."""

    title: str
    note: str = ""
    tiles: tuple[Tile, ...] = ()
    bars: tuple[Bar, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    right_to_left: bool = True


def to_plain(sheet: Sheet) -> list[Any]:
    """The sheet as JSON values."""
    return [
        sheet.title,
        sheet.note,
        [[tile.label, tile.value, tile.tone] for tile in sheet.tiles],
        [[bar.label, [list(part) for part in bar.parts], bar.shown] for bar in sheet.bars],
        [list(entry) for entry in sheet.legend],
        sheet.right_to_left,
    ]


def from_plain(values: Sequence[Any]) -> Sheet:
    """The sheet that `to_plain` wrote. TypeError or ValueError for anything else."""
    title, note, tiles, bars, legend, right_to_left = values
    return Sheet(
        title,
        note,
        tuple(Tile(*tile) for tile in tiles),
        tuple(Bar(label, tuple((n, t) for n, t in parts), shown) for label, parts, shown in bars),
        tuple((word, tone) for word, tone in legend),
        right_to_left,
    )
