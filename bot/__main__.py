"""The command line: `hamdeli COMMAND`. Exit 0: fine; 1: one sentence says why; 2: wrong usage."""

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence

from bot.domain.people import Role

SANDBOX_PORT = 8080
# Somebody of a partner institution comes by invitation, which says of which.
_YOUNG = 50_000
"""Objects made between two looks for garbage. While we read modules and texts nearly all of them
stay: looking after every 700 took a quarter of the time of a start."""
_ROLES = [role.value for role in Role if role is not Role.PARTNER]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hamdeli", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, does: str, text: str) -> argparse.ArgumentParser:
        """`does` is MODULE.FUNCTION under bot.commands: loaded when it is called for."""
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(does=does)
        return sub

    begin = add("init", "init.main", "ask for token and group, make keys, write the settings")
    begin.add_argument("--yes", action="store_true", help="ask nothing: keys and defaults only")
    add("run", "run.main", "run the service")
    for name, does, text in (
        ("start", "run.start", "run the service; without a token, the sandbox"),
        ("sandbox", "rehearse.main", "try everything in a browser, with no token"),
    ):
        rehearsal = add(name, does, text)
        rehearsal.add_argument("--port", type=int, default=SANDBOX_PORT, help="0: any free one")
        rehearsal.add_argument("--data", help="folder of the sandbox (data/sandbox)")
    checking = add("check", "check.main", "look for problems; one sentence each")
    checking.add_argument("--offline", action="store_true", help="ask no messenger")
    asks = "ask Bale what only the live service knows, with a bot made for that"
    checking.add_argument("--live", action="store_true", help=asks)
    add("migrate", "migrating.main", "bring the database up to date")
    for name in ("backup", "restore"):
        add(name, f"backup.{name}", f"{name} the SQLite database").add_argument("file")
    playing = add("play", "play.main", "walk a conversation in the terminal")
    playing.add_argument("conversation")
    playing.add_argument("--language", choices=("fa", "en"), default="fa")
    add("danger", "danger.main", "what we hear in sentences: JSON strings in, JSON out")
    stating = add("state", "stating.main", "what waits, in counts")
    stating.add_argument("--json", action="store_true", help="as JSON")
    _staff(add("staff", "staffing.main", "give roles to accounts from here"))
    institutions = add("partners", "partnering.main", "tell of partner institutions from here")
    loading = institutions.add_subparsers(dest="action", required=True)
    loading.add_parser("load", help="all [[partner]] of a TOML file").add_argument("file")
    teaching = add("courses", "coursing.main", "tell of courses from here")
    load_courses = teaching.add_subparsers(dest="action", required=True)
    load_courses.add_parser("load", help="all [[course]] of a TOML file").add_argument("file")
    return parser


def _staff(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="action", required=True)
    one = acts.add_parser("add", help="one person")
    one.add_argument("--id", type=int, required=True, help="the account's number")
    one.add_argument("--role", required=True, choices=_ROLES)
    one.add_argument("--alias", required=True, help="what colleagues call them")
    one.add_argument("--on-call", action="store_true")
    one.add_argument("--messenger", choices=("telegram", "bale"), default="telegram")
    acts.add_parser("load", help="all [[staff]] of a TOML file").add_argument("file")


def main(arguments: Sequence[str] | None = None) -> int:
    gc.set_threshold(_YOUNG)
    options = _parser().parse_args(arguments)
    # Imported here: a command starts without what the others need, and usage errors at once.
    from bot import logs
    from bot.commands.opening import SENTENCES

    module, function = options.does.split(".")
    try:
        code: int = getattr(importlib.import_module(f"bot.commands.{module}"), function)(options)
    except SENTENCES as problem:
        sys.stderr.write(f"hamdeli: {logs.without_secrets(str(problem))}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
