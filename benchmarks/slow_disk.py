"""A disk whose fsync takes its time, as on a cheap server: a small library loaded before libc's."""

import shutil
import subprocess
from pathlib import Path

_SOURCE = r"""
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void dawdle(void) {
    struct timespec span = {0, MILLISECONDS * 1000000L};
    nanosleep(&span, 0);
}

int fsync(int file) { dawdle(); return (int) syscall(SYS_fsync, file); }
int fdatasync(int file) { dawdle(); return (int) syscall(SYS_fdatasync, file); }
"""


def environment(folder: Path, milliseconds: int) -> dict[str, str] | None:
    """What to add to a process's environment; None where there is no C compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return None
    source, library = folder / "slow_disk.c", folder / "slow_disk.so"
    source.write_text(_SOURCE, encoding="utf-8")
    done = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", f"-DMILLISECONDS={milliseconds}",
         "-o", str(library), str(source)],
        check=False, capture_output=True,
    )  # fmt: skip
    return {"LD_PRELOAD": str(library)} if done.returncode == 0 else None
