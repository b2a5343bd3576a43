"""The texts against the code that says them: nothing missing, nothing left over."""

import ast
import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.conversations.feedback import SCORES
from bot.conversations.flow import Choice
from bot.domain.case import Outcome
from bot.domain.danger import DangerCategory
from bot.domain.people import Role
from bot.domain.safeguarding import AlertOutcome
from bot.domain.triage import TOPICS, Acuity
from bot.handlers import commands
from bot.handlers.desk import TOAST_LIMIT
from bot.handlers.house import House
from bot.handlers.staff import staff
from bot.storage import consents
from bot.words import LANGUAGES
from tests import texts_of_all, texts_of_flows, texts_of_search
from tests.shelf import shelf

ROOT = Path(__file__).parents[1]
SPEAKING = ("say", "button", "answer", "Say", "Toast")
KEY = re.compile(r"[a-z]+(-[a-z0-9_]+)+")
BY_HAND = {"bot-description", "bot-short-description"}  # given to BotFather, who shows them
COMMAND = re.compile(r"(?<![\w/])/([a-z]+)")


# What there is.


@cache
def house() -> House:
    return shelf().house("fa", {})


@cache
def texts(language: str) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def inside(node: object) -> Iterator[ftl.BaseNode]:
    """A node of a text and all that it is made of."""
    if isinstance(node, list):
        for item in node:
            yield from inside(item)
    elif isinstance(node, ftl.BaseNode):
        yield node
        for value in vars(node).values():
            yield from inside(value)


def own_words(message: ftl.Message) -> str:
    """What we wrote ourselves, without the variables."""
    words = []
    for part in inside(message.value):
        if isinstance(part, ftl.TextElement):
            words.append(part.value)
        elif isinstance(part, ftl.StringLiteral):
            words.append(part.parse()["value"])
    return "\n".join(words)


def counted(message: ftl.Message) -> set[str]:
    """The variables that the text writes as numbers, in the digits of its language."""
    numbers = [part for part in inside(message.value) if isinstance(part, ftl.FunctionReference)]
    return {
        part.id.name
        for part in inside([number.arguments for number in numbers])
        if isinstance(part, ftl.VariableReference)
    }


def variables(message: ftl.Message) -> set[str]:
    parts = inside(message.value)
    return {part.id.name for part in parts if isinstance(part, ftl.VariableReference)}


def samples(message: ftl.Message) -> Iterator[dict[str, str | int]]:
    """Arguments that lead through every variant of a text."""
    values: dict[str, list[str | int]] = {name: ["نمونه"] for name in sorted(variables(message))}
    values |= {name: [0, 1, 2, 11, 1234] for name in counted(message)}
    for part in inside(message.value):
        match part:
            case ftl.SelectExpression(selector=ftl.VariableReference() as chosen):
                keys = [v.key.name for v in part.variants if isinstance(v.key, ftl.Identifier)]
                if isinstance(values[chosen.id.name][0], str):
                    values[chosen.id.name] = [*keys]
            case _:
                pass
    yield from (
        dict(zip(values, chosen, strict=True)) for chosen in itertools.product(*values.values())
    )


def said(language: str, key: str) -> Iterator[str]:
    """All that can be heard of a text."""
    for arguments in samples(texts(language)[key]):
        yield house().words.say(language, key, **arguments)


# What the code says.


@cache
def trees() -> dict[str, ast.Module]:
    paths = [p for p in (ROOT / "bot").rglob("*.py") if "sandbox" not in p.parts]
    return {p.relative_to(ROOT).as_posix(): ast.parse(p.read_text("utf-8")) for p in paths}


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees().items():
        for node in ast.walk(tree):
            yield name, node


def strings() -> Iterator[tuple[str, str]]:
    """Every string in the code that stands alone, with the module it stands in."""
    parts = {id(v) for _, node in nodes() if isinstance(node, ast.JoinedStr) for v in node.values}
    for place, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield place, node.value


def shape(node: ast.JoinedStr) -> str:
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Calls of our own things; what the terminal is told is no text of ours."""
    for place, node in nodes():
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")
            if name[2] in names and (name[0] or name[2][0].isupper()):
                yield f"{place}:{node.lineno}", node


@cache
def families() -> dict[str, set[str]]:
    """Texts whose keys are put together in the code, by the shape of the key."""
    options = {
        question.key: [option.key for option in question.asks.options]
        for question in house().flows["intake"].questions
        if isinstance(question.asks, Choice) and isinstance(question.asks.options, tuple)
    }
    found: dict[str, set[str]] = {}
    for flow in house().flows.values():
        for pattern, keys in texts_of_flows.of_flow(flow).items():
            found.setdefault(pattern, set()).update(keys)
    dangers = {category.value for category in DangerCategory} | {"danger", "help"}
    for _, call in calls("disclosed"):
        dangers |= {a.value for a in call.args[1:2] if isinstance(a, ast.Constant)}  # type: ignore[misc]
    heard = [call.args[0] for _, call in calls("heard")]
    fillings: dict[str, Iterable[object]] = {
        **texts_of_all.FILLINGS,
        "intake-topic-{}": TOPICS,
        "contact-staff-{}": [*options["contact"], "unknown"],
        "details-contact-{}": [*options["contact"], "unknown"],
        "safety-{}": dangers,
        "alert-{}": dangers,
        "alert-outcome-{}": [outcome.value for outcome in AlertOutcome],
        "outcome-{}": [outcome.value for outcome in Outcome],
        "role-{}": [*(role.value for role in Role), *staff.OFFERS],
        "command-{}": [*commands.EVERYBODY, *staff.FAMILY_COMMANDS, *commands.STAFF],
        "feedback-score-{}": SCORES,
        "receipt-failed-{}": ["unreachable", "refused", "large"],
        "retry-{}": ["edited", "location", "contact", "other"],
        "language-{}": LANGUAGES,
        "consent-{}": consents.OPTIONAL,
        "contact-{}": ["keep", "queue"],
        "heard-{}": [
            *(way.value for way in heard if isinstance(way, ast.Constant)),
            *texts_of_search.HEARD,
        ],
    }
    for pattern, words in fillings.items():
        found[pattern] = {pattern.replace("{}", str(word)) for word in words}
    return found


def keys_of(node: ast.expr | None) -> set[str]:
    """The keys an argument may stand for, where the source shows it."""
    match node:
        case ast.Constant(value=str(key)) if key:
            return {key}
        case ast.IfExp(body=first, orelse=second):
            return keys_of(first) | keys_of(second)
        case ast.JoinedStr():
            return families().get(shape(node), set())
        case _:
            return set()


def spoken() -> Iterator[tuple[str, ast.Call, set[str]]]:
    """Each call that says something, and the keys it may say."""
    for place, call in calls(*SPEAKING):
        words = ast.unparse(call.func)
        after_language = words.endswith("words.say") or place.startswith("bot/words.py")
        if len(call.args) > after_language:
            yield place, call, keys_of(call.args[int(after_language)])


def test_both_languages_have_the_same_texts() -> None:
    assert texts("fa").keys() == texts("en").keys()


def test_everything_the_code_says_has_a_text() -> None:
    wanted = {key: place for place, _, keys in spoken() for key in keys}
    wanted |= {key: shape for shape, keys in families().items() for key in keys}
    # A key may also travel in a variable before it is said.
    wanted |= {
        text: place
        for place, text in strings()
        if place.startswith(("bot/handlers", "bot/conversations")) and KEY.fullmatch(text)
    }
    assert {key: place for key, place in wanted.items() if key not in texts("fa")} == {}


def test_no_key_is_put_together_in_a_way_this_test_does_not_know() -> None:
    unknown = {
        shape(argument): place
        for place, call in calls(*SPEAKING)
        for argument in call.args[:2]
        if isinstance(argument, ast.JoinedStr) and KEY.fullmatch(shape(argument).replace("{}", "x"))
        if shape(argument) not in families()
    }
    assert unknown == {}


def test_no_text_waits_in_vain_to_be_said() -> None:
    used = {text for _, text in strings()}.union(*families().values())
    assert sorted(texts("fa").keys() - used - BY_HAND) == []


def test_a_text_has_the_same_variables_in_both_languages() -> None:
    fa, en = texts("fa"), texts("en")
    assert {k: (variables(fa[k]), variables(en[k])) for k in fa
            if variables(fa[k]) != variables(en[k])} == {}  # fmt: skip


def test_the_code_gives_every_variable_that_a_text_wants() -> None:
    missing = {}
    for place, call, keys in spoken():
        given = {keyword.arg for keyword in call.keywords}
        for key in keys & texts("fa").keys():
            lacking = variables(texts("fa")[key]) - given
            opaque = None in given or any(isinstance(a, ast.Dict) for a in call.args)
            if lacking and not opaque:
                missing[f"{place} {key}"] = lacking
    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said_in_every_variant(language: str) -> None:
    for key in texts(language):
        for text in said(language, key):
            assert text.strip(), key


def test_every_degree_of_urgency_has_its_own_word() -> None:
    for language, key in itertools.product(LANGUAGES, ("card", "queue-line", "details-title")):
        wanted = {acuity.key for acuity in Acuity}
        assert wanted <= {str(a["acuity"]) for a in samples(texts(language)[key])}, (language, key)


def test_the_commands_that_texts_mention_exist() -> None:
    known = commands.EVERYBODY.keys() | commands.FAMILIES.keys() | commands.STAFF.keys()
    for language, key in itertools.product(LANGUAGES, texts("fa")):
        assert set(COMMAND.findall(own_words(texts(language)[key]))) <= known, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_press_answers_fits_into_the_little_window(language: str) -> None:
    toasts = {key for place, call in calls("answer", "Toast") if call.args
              for key in keys_of(call.args[0])}  # fmt: skip
    assert {k for k in toasts for text in said(language, k) if len(text) > TOAST_LIMIT} == set()
