"""The promises of the house that no other tool checks: sizes, names, and what may stand where."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"

MODULE_LINES = 300
FUNCTION_LINES = 40
TABLE_LINES = 60  # a `match` or one literal table may be longer than other bodies

PURE = ("domain/", "conversations/")
TIMELESS = (*PURE, "handlers/")
# A loop survives whatever one of its rounds raises; everywhere else an error has a name.
LOOPS = (
    "worker.py",
    "messengers/poller.py",
    "messengers/sender.py",
    "messengers/recorder.py",
    "jobs/clock.py",
    "sandbox/",
)
# These know the letters and short words that people type; they say nothing to anyone.
LISTENERS = (
    "domain/text.py",
    "domain/divisions.py",
    "domain/danger",  # and its parts: endings, stems
    "conversations/parsing.py",
    "sandbox/",
)
TALKS_TO_THE_TERMINAL = ("__main__.py", "commands/", "sandbox/__main__.py")

SQL = re.compile(
    r"\b(SELECT\s.*\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM"
    r"|CREATE\s+(UNIQUE\s+)?(TABLE|INDEX)|ALTER\s+TABLE|DROP\s+TABLE|PRAGMA)\s",
    re.DOTALL,
)
PERSIAN = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"
)  # letters, not signs
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?)($|_)|(Utils?|Helpers?|Managers?)($|[A-Z])")
CLOCKS = re.compile(
    r"^(datetime\.)?(datetime\.(now|utcnow|today)|date\.today)$"
    r"|^time\.(time|monotonic|perf_counter)(_ns)?$"
)


class Source:
    """One Python file of ours, parsed once."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(BOT if path.is_relative_to(BOT) else ROOT).as_posix()
        self.text = path.read_text("utf-8")
        self.nodes = list(ast.walk(ast.parse(self.text, filename=str(path))))

    def under(self, folders: tuple[str, ...]) -> bool:
        return self.name.startswith(folders)

    def calls(self) -> Iterator[tuple[int, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                yield node.lineno, ast.unparse(node.func)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every absolute import, those inside functions included."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield node.lineno, node.module or ""

    def strings(self) -> Iterator[tuple[int, str]]:
        """Every string constant except docstrings, the pieces of f-strings included."""
        alone = {id(node.value) for node in self.nodes if isinstance(node, ast.Expr)}
        for node in self.nodes:
            match node:
                case ast.Constant(value=str(text)) if id(node) not in alone:
                    yield node.lineno, text


Found = Iterator[tuple[int, object]]  # line, and what is wrong there


@cache
def sources(folder: Path) -> tuple[Source, ...]:
    return tuple(Source(path) for path in sorted(folder.rglob("*.py")))


def broken(rule: Callable[[Source], Found], folder: Path = BOT) -> list[str]:
    """Every place under a folder that breaks a rule, as `file:line what`."""
    return [
        f"{source.name}:{line} {what}" for source in sources(folder) for line, what in rule(source)
    ]


def test_a_module_fits_in_one_reading() -> None:
    code = [*BOT.rglob("*.py"), *BOT.rglob("*.js"), *(ROOT / "tests").rglob("*.py")]
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in sorted(code)}
    long = {path.relative_to(ROOT).as_posix(): n for path, n in lengths.items() if n > MODULE_LINES}
    assert long == {}, "split it by noun"


def test_a_function_fits_on_one_screen() -> None:
    def long(source: Source) -> Found:
        for function in source.functions():
            body = function.body[1:] if ast.get_docstring(function) else function.body
            lines = lines_of(body[0], body[-1]) if body else 0
            if lines > (TABLE_LINES if is_a_table(body, lines) else FUNCTION_LINES):
                yield function.lineno, f"{function.name} has {lines} lines"

    assert broken(long) == []


def lines_of(first: ast.stmt | ast.expr, last: ast.stmt | ast.expr) -> int:
    return (last.end_lineno or last.lineno) - first.lineno + 1


def is_a_table(body: list[ast.stmt], lines: int) -> bool:
    """Whether one `match` or one literal fills more than half of the body."""
    return any(
        isinstance(node, ast.Match | ast.Dict | ast.List | ast.Tuple | ast.Set)
        and 2 * lines_of(node, node) > lines
        for statement in body
        for node in ast.walk(statement)
    )


def test_a_name_says_what_the_thing_is() -> None:
    def vague(source: Source) -> Found:
        yield from ((1, part) for part in source.name[:-3].split("/") if VAGUE.search(part))
        for node in source.nodes:
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name) if VAGUE.search(name):
                    yield node.lineno, name
                case ast.AsyncFunctionDef(name=name) if VAGUE.search(name):
                    yield node.lineno, name

    assert broken(vague) == []


def test_sql_stands_in_storage_only() -> None:
    def sql(source: Source) -> Found:
        if not source.under(("storage/",)):
            yield from ((line, text) for line, text in source.strings() if SQL.search(text))

    assert broken(sql) == []


def test_no_value_is_written_into_sql() -> None:
    """Not by f-string, `%`, `+` or `.format`; our own constants (CAPITALS) and marks() may."""
    harmless = re.compile(r"(\w+\.)?_?[A-Z][A-Z_]*|(\w+\.)?marks\(.*\)")

    def holes_in(node: ast.AST) -> list[ast.expr]:
        match node:
            case ast.JoinedStr(values=values):
                return [part.value for part in values if isinstance(part, ast.FormattedValue)]
            case ast.BinOp(left=left, op=ast.Mod() | ast.Add(), right=right):
                literal = ast.Constant | ast.JoinedStr | ast.BinOp
                return [side for side in (left, right) if not isinstance(side, literal)]
            case ast.Call(func=ast.Attribute(attr="format"), args=args, keywords=named):
                return [*args, *(each.value for each in named)]
            case _:
                return []

    def sql_with_holes(source: Source) -> Found:
        for node in source.nodes:
            holes = [ast.unparse(hole) for hole in holes_in(node)]
            written = [hole for hole in holes if not harmless.fullmatch(hole)]
            if isinstance(node, ast.expr) and written and SQL.search(f"{ast.unparse(node)} "):
                yield node.lineno, written

    assert broken(sql_with_holes) == []


def test_the_clock_is_an_argument() -> None:
    def asks_the_time(source: Source) -> Found:
        if source.under(TIMELESS):
            yield from (call for call in source.calls() if CLOCKS.match(call[1]))

    assert broken(asks_the_time) == []


def test_rules_and_conversations_never_wait() -> None:
    def waits(source: Source) -> Found:
        for node in source.nodes if source.under(PURE) else ():
            if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith):
                yield node.lineno, ast.unparse(node)[:40]

    assert broken(waits) == []


def test_rules_and_conversations_need_the_standard_library_only() -> None:
    def foreign(source: Source) -> Found:
        for line, name in source.imports() if source.under(PURE) else ():
            if name.split(".")[0] not in sys.stdlib_module_names | {"bot"}:
                yield line, name

    assert broken(foreign) == []


def test_only_the_command_line_prints() -> None:
    def prints(source: Source) -> Found:
        if not source.under(TALKS_TO_THE_TERMINAL):
            yield from (call for call in source.calls() if call[1] == "print")

    assert broken(prints) == []


def test_only_a_loop_catches_everything() -> None:
    def catches_all(source: Source) -> Found:
        for node in source.nodes if not source.under(LOOPS) else ():
            if isinstance(node, ast.ExceptHandler) and not raises_again(node):
                caught = ast.unparse(node.type) if node.type else "BaseException"
                if re.search(r"\b(Base)?Exception\b", caught):
                    yield node.lineno, caught

    assert broken(catches_all) == []


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether the handler only tidies up (a roll-back) and lets the error go on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_words_for_people_live_in_locales() -> None:
    def persian(source: Source) -> Found:
        if not source.under(LISTENERS):
            yield from (found for found in source.strings() if PERSIAN.search(found[1]))

    assert broken(persian) == []


def test_the_bot_imports_only_what_running_installs() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    owners = packages_distributions()

    def not_pinned(source: Source) -> Found:
        for line, name in source.imports():
            top = name.split(".")[0]
            names = {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners.get(top, [])}
            if top not in sys.stdlib_module_names | {"bot"} and not names & pinned:
                yield line, name

    assert broken(not_pinned) == []


def test_tests_play_on_real_parts() -> None:
    def mocks(source: Source) -> Found:
        yield from (found for found in source.imports() if "mock" in found[1].split("."))

    assert broken(mocks, ROOT / "tests") == []


INTERNAL = {"notes", "goals", "plans"}
"""What colleagues write for each other, by its module in storage."""
GIVES_PLANS = "handlers/safety/plan_sending.py"
"""The one way by which a plan reaches a family: a version that a counselor has sent."""
GIVES_NOTES = "handlers/casework/handover.py"  # along with a case, to the colleague who has it now


def test_what_is_internal_about_a_case_is_only_answered_to_who_asks() -> None:
    """Whoever can read it has no way to write to anybody else: so it reaches no family."""

    def reads(source: Source) -> set[str]:
        return {
            alias.name
            for node in source.nodes
            if isinstance(node, ast.ImportFrom) and node.module == "bot.storage"
            for alias in node.names
        } & INTERNAL

    def writes_to_others(source: Source) -> Found:
        found = reads(source)
        if not found or source.under(("storage/",)):
            return
        if (source.name, found) in ((GIVES_PLANS, {"plans"}), (GIVES_NOTES, {"notes"})):
            return
        for line, name in source.calls():
            if name.rpartition(".")[2] in ("tell", "tell_admins", "tell_groups", "entrust", "owe"):
                yield line, name

    assert broken(writes_to_others) == []
    assert {source.name for source in sources(BOT) if reads(source)} == {
        "handlers/casework/casefile.py", "handlers/casework/casework.py",
        "handlers/casework/goals.py", "handlers/safety/plans.py",
        GIVES_PLANS, GIVES_NOTES,
    }  # fmt: skip
