"""`python -m bot.sandbox --port N`: the emulator alone, for benchmarks and outside drivers."""

import argparse
import asyncio
import signal
import sys

from bot.sandbox.server import DEFAULT_TOKEN, Emulator


async def serve(port: int, token: str, *, lean: bool) -> None:
    """Runs until SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    emulator = Emulator(token, lean=lean)
    await emulator.start(port=port)
    sys.stdout.write(f"{emulator.url} token {token}\n")
    sys.stdout.flush()
    await stopped.wait()
    await emulator.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free port, printed at start")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    parser.add_argument("--lean", action="store_true", help="keep no logs (benchmarks)")
    options = parser.parse_args()
    asyncio.run(serve(options.port, options.token, lean=options.lean))


if __name__ == "__main__":
    main()
