"""`hamdeli danger` answers each line in its place, whatever stands in it."""

import io
import json
import sys

import pytest

from bot.__main__ import main


def answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: bytes
) -> list[dict[str, str | None]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said), "utf-8"))
    assert main(["danger"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_sentence_is_answered_with_its_danger_and_rule(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told, nothing = answers(monkeypatch, capsys, '"شوهرم کتکم می‌زنه"\n"سلام"'.encode())
    assert told["label"] == "violence"
    assert told["rule"]
    assert nothing == {"label": None, "rule": None}


@pytest.mark.parametrize(
    "line",
    [b"", b"  ", b"hello", b"12", b"null", b'["a"]', b'"open', b"\xff\xfe", b"[" * 100_000],
    ids=["empty", "blank", "bare", "number", "null", "list", "open", "no utf-8", "deep"],
)
def test_a_wrong_line_is_told_by_number_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: bytes
) -> None:
    wrong, right = answers(monkeypatch, capsys, line + b'\n"mikham bemiram"\n')
    assert str(wrong["error"]).startswith("line 1: ")
    assert right["label"] == "suicide"


@pytest.mark.parametrize(
    "said", ["ا" * 100_000, "من خوبم. " * 12_000, "\ud800", "\udfff\ud800" * 1000, ""]
)
def test_huge_and_broken_strings_are_read_to_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    assert answers(monkeypatch, capsys, json.dumps(said).encode()) == [
        {"label": None, "rule": None}
    ]
