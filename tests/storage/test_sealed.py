"""Sealed fields: bound to their place, unreadable without the keys."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.sealed import KEY_FILE, KeysMissing, Sealer, Unreadable, load_sealer, make_keys

SEALER = Sealer("k1", {"k1": bytes(32)}, b"index")
ANY_TEXT = st.text(st.characters(codec=None, categories=None))


@given(ANY_TEXT)
def test_any_text_opens_as_it_was_sealed(text: str) -> None:
    assert SEALER.open(SEALER.seal(text, "notes.body:1"), "notes.body:1") == text


def test_a_value_moved_to_another_row_does_not_open() -> None:
    with pytest.raises(Unreadable):
        SEALER.open(SEALER.seal("راز", "notes.body:1"), "notes.body:2")


def test_a_value_moved_to_another_column_does_not_open() -> None:
    with pytest.raises(Unreadable):
        SEALER.open(SEALER.seal("راز", "notes.body:1"), "relay.body:1")


@pytest.mark.parametrize(
    "value", ["", "1", "1.k1", "1.k1.", "1.k1.####", "1.k2.AAAA", "2.k1.AAAA", "1.k1.AAAAAAAA"]
)
def test_what_we_did_not_seal_does_not_open(value: str) -> None:
    with pytest.raises(Unreadable):
        SEALER.open(value, "notes.body:1")


def test_one_changed_letter_is_noticed() -> None:
    value = SEALER.seal("راز", "a:1")
    for place in range(5, len(value)):
        changed = value[:place] + ("A" if value[place] != "A" else "B") + value[place + 1 :]
        with pytest.raises(Unreadable):
            SEALER.open(changed, "a:1")


def test_the_same_text_never_looks_the_same_twice() -> None:
    assert SEALER.seal("راز", "a:1") != SEALER.seal("راز", "a:1")


def test_an_older_key_still_opens_what_it_sealed() -> None:
    both = Sealer("k2", {"k1": bytes(32), "k2": b"2" * 32}, b"index")
    assert both.open(SEALER.seal("راز", "a:1"), "a:1") == "راز"
    assert both.seal("راز", "a:1").startswith("1.k2.")


def test_a_blind_index_finds_the_same_and_only_with_our_key() -> None:
    other = Sealer("k1", {"k1": bytes(32)}, b"other")
    assert SEALER.index("telegram:1") == SEALER.index("telegram:1")
    assert (
        len({SEALER.index("telegram:1"), SEALER.index("telegram:2"), other.index("telegram:1")})
        == 3
    )


def test_keys_are_made_once_and_kept_from_others(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    assert make_keys(folder)
    before = (folder / KEY_FILE).read_text()
    assert not make_keys(folder)
    assert (folder / KEY_FILE).read_text() == before
    assert [path.stat().st_mode & 0o077 for path in (folder, folder / KEY_FILE)] == [0, 0]
    assert load_sealer(folder).open(load_sealer(folder).seal("راز", "a:1"), "a:1") == "راز"


def test_missing_keys_are_told_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing, match="hamdeli init"):
        load_sealer(tmp_path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda body: "",
        lambda body: "[]",
        lambda body: "null",
        lambda body: json.dumps(body | {"keys": {}}),
        lambda body: json.dumps(body | {"active": "k9"}),
        lambda body: json.dumps(body | {"keys": {"k1": "c2hvcnQ="}}),
        lambda body: json.dumps(body | {"keys": {"k1": 7}}),
        lambda body: json.dumps(body | {"index": ""}),
        lambda body: json.dumps({key: body[key] for key in ("active", "keys")}),
    ],
)
def test_damaged_keys_are_noticed_before_anything_is_sealed(tmp_path: Path, damage: object) -> None:
    make_keys(tmp_path)
    path = tmp_path / KEY_FILE
    assert callable(damage)
    path.write_text(damage(json.loads(path.read_text())))
    with pytest.raises(KeysMissing, match="damaged"):
        load_sealer(tmp_path)


def test_keys_that_are_no_text_are_damaged(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(KeysMissing, match="damaged"):
        load_sealer(tmp_path)
