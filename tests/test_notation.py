"""JSON of every kind that can reach us goes in and out, also what the faster library refuses."""

import json

import pytest

from bot.notation import read, written


@pytest.mark.parametrize(
    "value",
    [
        {"text": "سلام 👋", "n": 2**63, "deep": [[{"a": None}]], "yes": True},
        "half a character \ud83d",
        -1.5,
    ],
)
def test_what_is_written_is_read_as_it_was(value: object) -> None:
    assert read(written(value)) == value


def test_what_others_wrote_is_read_as_the_standard_library_reads_it() -> None:
    for text in ('"\\ud83d"', '{"id": 18446744073709551615}', b'{"a": "\xd8\xb3"}', " [1] "):
        assert read(text) == json.loads(text)


@pytest.mark.parametrize("text", ["", "{", "<html>", b"\xff\xfe", '{"a": tr'])
def test_what_is_no_json_is_said_to_be_none(text: str | bytes) -> None:
    with pytest.raises(ValueError):
        read(text)


def test_what_is_nested_too_deeply_is_refused_and_crashes_nothing() -> None:
    with pytest.raises((ValueError, RecursionError)):
        read("[" * 100_000 + "]" * 100_000)


def test_a_number_beyond_all_ids_costs_nothing_but_its_last_digits() -> None:
    assert read(written({"id": 10**30, "text": "سلام"})) == {"id": 1e30, "text": "سلام"}
