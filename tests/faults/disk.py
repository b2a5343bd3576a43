"""Trouble with the disk: a held lock, a full file system, a disk that takes nothing."""

import asyncio
import resource
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Protocol

_HOLDER = (
    "import sqlite3, sys\n"
    "held = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)\n"
    "held.execute('BEGIN EXCLUSIVE')\n"
    "print('locked', flush=True)\n"
    "sys.stdin.read()\n"
    "held.execute('ROLLBACK')\n"
)


@asynccontextmanager
async def locked(path: Path) -> AsyncIterator[None]:
    """Another process holds the write lock while the block runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _HOLDER, str(path), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert await process.stdout.readline() == b"locked\n"
        yield
    finally:
        process.stdin.close()
        await process.wait()


class Disk(Protocol):
    """Where the service keeps everything. `pid`: the process that shall feel it."""

    folder: Path

    def fill(self, pid: int) -> None: ...

    def free(self, pid: int) -> None: ...


class SmallDisk:
    """A file system of its own in memory, filled to the last byte by a file nobody needs."""

    def __init__(self, folder: Path) -> None:
        """OSError where this process may not mount anything."""
        self.folder = folder
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=24m,mode=0700", "tmpfs", str(folder)]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            raise PermissionError(f"{folder} cannot be mounted")

    def fill(self, pid: int) -> None:
        with suppress(OSError), (self.folder / "ballast").open("ab", buffering=0) as ballast:
            for size in (1 << 16, 1 << 12, 1):
                with suppress(OSError):
                    while ballast.write(bytes(size)) == size:
                        pass

    def free(self, pid: int) -> None:
        (self.folder / "ballast").unlink(missing_ok=True)

    def unmount(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=True)


class SilentDisk:
    """A disk that takes no byte any more: the kernel refuses all writes to files of a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def fill(self, pid: int) -> None:
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))

    def free(self, pid: int) -> None:
        # The limit of a dead process died with it.
        with suppress(ProcessLookupError):
            _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))
