"""Figures as a table."""

from collections.abc import Sequence


def show(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints rows whose first cell is a name; a row with one more cell only is a remark."""
    first = max((len(row[0]) for row in rows), default=0)
    whole = [row for row in rows if len(row) == len(headings) + 1]
    widths = [
        max([len(heading), *(len(row[place]) for row in whole)])
        for place, heading in enumerate(headings, 1)
    ]
    print(f"\n{title}")
    print(" " * (first + 2) + "  ".join(h.rjust(w) for h, w in zip(headings, widths, strict=True)))
    for name, *cells in rows:
        line = (
            "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
            if len(cells) == len(headings)
            else " ".join(cells)
        )
        print(f"{name.ljust(first)}  {line}", flush=True)
