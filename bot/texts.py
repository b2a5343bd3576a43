"""The texts of all languages beside each other: what would fail only when it is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import ast as ftl

FUNCTIONS = frozenset({"NUM"})
"""What a text may call."""


class BrokenTexts(Exception):
    """The texts cannot be used; the sentence names file and key, and what would be right."""


@dataclass(slots=True)
class _Text:
    """Where a text stands, what it wants to know, and which other texts it mentions."""

    path: Path
    variables: set[str] = field(default_factory=set)
    mentions: set[str] = field(default_factory=set)


def compare(languages: Mapping[str, Sequence[tuple[Path, ftl.Resource]]]) -> None:
    """BrokenTexts for a text that is there twice, in one language only, mentions what does not
    exist, or wants another variable than in the other language."""
    tables = {language: _table(files) for language, files in languages.items()}
    for table in tables.values():
        for key, text in table.items():
            unknown = next((name for name in text.mentions if name not in table), None)
            if unknown is not None:
                raise BrokenTexts(
                    f"{text.path}: {key} mentions {unknown}, which does not exist; look for a"
                    " typing error."
                )
    for language, table in tables.items():
        for other, beside in tables.items():
            if other != language:
                _beside(language, table, other, beside)


def _beside(
    language: str, table: Mapping[str, _Text], other: str, beside: Mapping[str, _Text]
) -> None:
    for key, text in beside.items():
        if key not in table:
            raise BrokenTexts(
                f"{text.path}: {key} is written in {other} only; write it in {language} too, or"
                " look for a typing error in its name."
            )
        for variable in sorted(table[key].variables - text.variables):
            raise BrokenTexts(
                f"{table[key].path}: {key} uses ${variable}, which it does not use in {other};"
                " look for a typing error, or use it in both."
            )


def _table(files: Sequence[tuple[Path, ftl.Resource]]) -> dict[str, _Text]:
    table: dict[str, _Text] = {}
    for path, resource in files:
        for entry in resource.body:
            if not isinstance(entry, ftl.Message | ftl.Term):
                continue
            name = f"-{entry.id.name}" if isinstance(entry, ftl.Term) else entry.id.name
            if name in table:
                raise BrokenTexts(
                    f"{path}: {name} is written twice (also in {table[name].path}); remove one."
                )
            if entry.value is None:
                raise BrokenTexts(f"{path}: {name} has no words; write them after the = sign.")
            table[name] = _read(path, entry.value)
    return table


def _read(path: Path, pattern: ftl.Pattern) -> _Text:
    text = _Text(path)
    _collect(pattern, text)
    return text


def _collect(pattern: ftl.Pattern, text: _Text) -> None:
    """Notes what stands between braces, however deep."""
    for element in pattern.elements:
        if type(element) is ftl.Placeable:
            _note(element.expression, text)


def _note(node: object, text: _Text) -> None:
    match node:
        case ftl.VariableReference():
            text.variables.add(node.id.name)
        case ftl.MessageReference():
            text.mentions.add(node.id.name)
        case ftl.TermReference():
            text.mentions.add(f"-{node.id.name}")
        case ftl.FunctionReference():
            if node.id.name not in FUNCTIONS:
                text.mentions.add(f"{node.id.name}()")
            for argument in node.arguments.positional:
                _note(argument, text)
        case ftl.SelectExpression():
            _note(node.selector, text)
            for variant in node.variants:
                _collect(variant.value, text)
        case ftl.Placeable():
            _note(node.expression, text)
        case _:
            pass
