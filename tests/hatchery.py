"""Processes of the service that begin at once: forked from one that has read its modules already.

What runs in them is `python -m bot COMMAND` with its own environment, files and signals; only the
reading of modules, texts and content, nearly all of a start, is done once for all stories of a
test process.
Run as `python -m tests.hatchery SOCKET`, it serves; `Hatchery` asks it.
"""

import asyncio
import atexit
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_ROOM = 1 << 16


class Hatched:
    """One running process, with what stories need of `asyncio.subprocess.Process`."""

    def __init__(self, pid: int, end: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.pid, self.returncode = pid, None if pid else -1
        self._end, self._writer = end, writer

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    async def wait(self) -> int:
        if self.returncode is None:
            line = await self._end.readline()
            self.returncode = int(line)
            self._writer.close()
        return self.returncode


class Hatchery:
    """Begins processes; it ends with the test process."""

    def __init__(self) -> None:
        folder = tempfile.mkdtemp(prefix="hamdeli-")
        self._path = f"{folder}/hatchery"
        self._serving = subprocess.Popen(
            [sys.executable, "-m", "tests.hatchery", self._path],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._serving.stdout is not None
        assert self._serving.stdout.readline() == b"ready\n"
        atexit.register(self.close)

    def close(self) -> None:
        for stream in (self._serving.stdin, self._serving.stdout):
            if stream is not None:
                stream.close()
        self._serving.wait()
        Path(self._path).unlink(missing_ok=True)
        Path(self._path).parent.rmdir()

    async def begin(
        self, arguments: Sequence[str], environment: Mapping[str, str], output: int
    ) -> Hatched:
        """`python -m bot ARGUMENTS`; all that it prints goes to the open file `output`."""
        asked = json.dumps({"arguments": arguments, "environment": dict(environment)}).encode()
        line = socket.socket(socket.AF_UNIX)
        line.connect(self._path)
        socket.send_fds(line, [len(asked).to_bytes(4, "big")], [output])
        line.sendall(asked)
        line.setblocking(False)
        reader, writer = await asyncio.open_unix_connection(sock=line)
        return Hatched(int(await reader.readline()), reader, writer)


def _received(line: socket.socket) -> tuple[dict[str, object], int]:
    head, files, _, _ = socket.recv_fds(line, 4, 1)
    length, body = int.from_bytes(head, "big"), b""
    while len(body) < length:
        body += line.recv(_ROOM)
    asked: dict[str, object] = json.loads(body)
    return asked, files[0]


def _be(asked: dict[str, object], output: int) -> int:
    """What the new process does."""
    from bot.__main__ import main

    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    null = os.open(os.devnull, os.O_RDONLY)
    for number, file in enumerate((null, output, output)):
        os.dup2(file, number)
    # Whoever opened it in the test process sees the end of it when this process ends.
    os.closerange(3, 64)
    environment = asked["environment"]
    assert isinstance(environment, dict)
    os.environ.clear()
    os.environ.update(environment)
    arguments = asked["arguments"]
    assert isinstance(arguments, list)
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _serve(path: str) -> None:
    import bot.commands.init
    import bot.commands.run
    import bot.commands.staffing
    import bot.commands.stating  # noqa: F401
    from bot import config, content
    from bot.commands.opening import read_shelf

    # Nobody changes these files meanwhile: every process would read the same.
    vars(content)["read"] = cache(content.read)
    read_shelf(config.load())
    gc.collect()
    gc.freeze()
    news, wake = socket.socketpair()
    for end in (news, wake):
        end.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake.fileno())
    door = socket.socket(socket.AF_UNIX)
    door.bind(path)
    door.listen(64)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    lines: dict[int, socket.socket] = {}
    while True:
        ready, _, _ = select.select([door, news, sys.stdin], [], [])
        if sys.stdin in ready:
            break
        if news in ready:
            news.recv(_ROOM)
            _bury(lines)
        if door in ready:
            line, _ = door.accept()
            asked, output = _received(line)
            pid = os.fork()
            if pid == 0:
                os._exit(_be(asked, output))
            os.close(output)
            lines[pid] = line
            line.sendall(f"{pid}\n".encode())


def _bury(lines: dict[int, socket.socket]) -> None:
    """Tells of every process that has ended how it ended."""
    for pid in list(lines):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            line = lines.pop(pid)
            # Perhaps nobody waits for it any more.
            with suppress(OSError):
                line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
            line.close()


if __name__ == "__main__":
    _serve(sys.argv[1])
