"""The command line: `hamdeli COMMAND`. Exit 0: fine; 1: one sentence says why; 2: wrong usage."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence

from bot import config, logs
from bot.commands import (
    backup,
    check,
    init,
    migrating,
    play,
    rehearse,
    run,
    staffing,
    stating,
)
from bot.commands.opening import SENTENCES

Command = Callable[[argparse.Namespace], int]


def _run(_: argparse.Namespace) -> int:
    logs.set_up()
    asyncio.run(run.run(config.load()))
    return 0


def _start(options: argparse.Namespace) -> int:
    """What `make run` does: the service where there is a token, else the sandbox."""
    if config.load().telegram.token is not None:
        return _run(options)
    options.port = options.port or rehearse.PORT
    return rehearse.main(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hamdeli", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, does: Command, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(does=does)
        return sub

    begin = add("init", init.main, "ask for token and group, make keys, write the settings")
    begin.add_argument("--yes", action="store_true", help="ask nothing: keys and defaults only")
    add("run", _run, "run the service")
    start = add("start", _start, "run the service; without a token, the sandbox")
    start.add_argument("--port", type=int, default=0)
    sandbox = add("sandbox", rehearse.main, "try everything in a browser, with no token")
    sandbox.add_argument("--port", type=int, default=rehearse.PORT)
    checking = add("check", check.main, "look for problems; one sentence each")
    checking.add_argument("--offline", action="store_true", help="ask no messenger")
    add("migrate", migrating.main, "bring the database up to date")
    for name, does in (("backup", backup.backup), ("restore", backup.restore)):
        sub = add(name, does, f"{name} the SQLite database")
        sub.add_argument("file")
    playing = add("play", play.main, "walk a conversation in the terminal")
    playing.add_argument("conversation")
    playing.add_argument("--language", choices=("fa", "en"), default="fa")
    stating_parser = add("state", stating.main, "what waits, in counts")
    stating_parser.add_argument("--json", action="store_true", help="as JSON")
    member = add("staff", staffing.main, "give roles to accounts from here")
    acts = member.add_subparsers(dest="action", required=True)
    one = acts.add_parser("add", help="one person")
    one.add_argument("--id", type=int, required=True, help="the account's number")
    one.add_argument("--role", required=True, choices=staffing.ROLES)
    one.add_argument("--alias", required=True, help="what colleagues call them")
    one.add_argument("--on-call", action="store_true")
    acts.add_parser("load", help="all [[staff]] of a TOML file").add_argument("file")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    does: Command = options.does
    try:
        return does(options)
    except SENTENCES as problem:
        sys.stderr.write(f"hamdeli: {logs.without_secrets(str(problem))}\n")
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
