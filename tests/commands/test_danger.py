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


WRONG = (b"", b"  ", b"hello", b"12", b"null", b'["a"]', b'"open', b"\xff\xfe", b"[" * 100_000)


def test_wrong_lines_are_told_by_number_and_those_between_them_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = b"\n".join(each for wrong in WRONG for each in (wrong, b'"mikham bemiram"'))
    told = answers(monkeypatch, capsys, given)
    assert [str(each["error"]).partition(":")[0] for each in told[::2]] == [
        f"line {number}" for number in range(1, 2 * len(WRONG), 2)
    ]
    assert [each["label"] for each in told[1::2]] == ["suicide"] * len(WRONG)


def test_huge_and_broken_strings_are_read_to_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ["ا" * 100_000, "من خوبم. " * 12_000, "\ud800", "\udfff\ud800" * 1000, ""]
    given = "\n".join(map(json.dumps, said)).encode()
    assert answers(monkeypatch, capsys, given) == [{"label": None, "rule": None}] * len(said)
