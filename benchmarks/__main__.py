"""`python -m benchmarks [PART …] [--quick]`: figures, never a verdict.

Figures move with the machine; what holds are ratios inside one run.
"""

import argparse
import asyncio
import os
import platform
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks import forms

PARTS = ("forms", "latency", "world", "growth", "due", "courses", "broadcasts")


def _fsync_ms() -> float:
    """Median milliseconds of a small write that reaches the disk."""
    times = []
    with tempfile.NamedTemporaryFile(prefix="hamdeli-bench-") as file:
        for _ in range(50):
            began = time.perf_counter()
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - began)
    return median(times) * 1000


def _load() -> str:
    return ", ".join(f"{load:.1f}" for load in os.getloadavg())


async def _run(options: argparse.Namespace) -> None:
    print(
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, fsync in {Path(tempfile.gettempdir())}"
        f" {_fsync_ms():.2f} ms, load {_load()}"
    )
    for part in options.parts or PARTS:
        match part:
            case "forms":
                await forms.forms(options.quick)
            case "latency":
                await forms.latency(options.quick)
            case "world":
                await forms.world(options.quick)
            case "due":
                from benchmarks import reminders

                await reminders.reminders(quick=options.quick)
            case "courses":
                from benchmarks import courses

                await courses.held(quick=options.quick)
            case "broadcasts":
                from benchmarks import broadcasts

                await broadcasts.run(quick=options.quick)
            case _:
                from benchmarks import caseload, growth

                await caseload.caseload(quick=options.quick, postgres=options.postgres)
                await growth.growth(quick=options.quick, postgres=options.postgres)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all")
    parser.add_argument("--quick", action="store_true", help="short rounds, smaller tables")
    parser.add_argument("--postgres", action="store_true", help="growth on PostgreSQL, too")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}; parts: {', '.join(PARTS)}")
    began = time.monotonic()
    asyncio.run(_run(options))
    print(f"\n{time.monotonic() - began:.0f} s in all")


if __name__ == "__main__":
    main()
