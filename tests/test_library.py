"""The folders of series: read as they are written, and each mistake named with its file."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.content import BrokenContent, read
from bot.domain.outgoing import Enclosure
from bot.domain.outgoing_json import from_json, to_json
from bot.domain.series import Stage
from bot.domain.series_text import MOST_WORDS
from bot.library import BrokenSeries, doubts, read_library
from bot.messengers import calls, papers
from bot.messengers.calls import Upload
from tests.strict import validate

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "series"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES, tmp_path / "content")
    return tmp_path / "content"


def test_a_series_is_read_in_every_language() -> None:
    library = read_library(EXAMPLES)
    calm, wedding = library["calm"], library["wedding"]
    assert calm.editions.keys() == {"fa", "en"}
    assert (calm.minute, calm.last, calm.stage) == (18 * 60, 7, None)
    assert (wedding.offsets, wedding.stage) == ((-7, -1, 3), Stage.WEDDING)
    assert [file.kind for part in calm.editions["fa"].parts for file in part.files] == [
        "photo", "voice", "document",
    ]  # fmt: skip
    assert calm.in_language("fa").title == "آرام شدن"
    assert calm.in_language("de") == calm.editions["fa"]


def test_a_house_without_series_is_in_order(tmp_path: Path) -> None:
    assert read_library(tmp_path) == {}


Change = Callable[[Path], None]


def toml(before: str, after: str, language: str = "fa") -> Change:
    def change(folder: Path) -> None:
        path = folder / language / "series" / "calm" / "series.toml"
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")

    return change


def file(name: str, text: str | None) -> Change:
    def change(folder: Path) -> None:
        path = folder / "fa" / "series" / "calm" / name
        path.unlink() if text is None else path.write_text(text, "utf-8")

    return change


def renamed(folder: Path) -> None:
    (folder / "fa" / "series" / "calm").rename(folder / "fa" / "series" / "Calm Days")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (toml('title = "آرام شدن"', 'title = ""'), "title is missing"),
        (toml('"stress"', '"strain"'), "topics must be"),
        (toml('"adults"', '"everybody"'), "audience must be one of adults, parents, couples"),
        (toml('"chosen"', '"sent"'), "trigger must be one of chosen, stage"),
        (toml('"chosen"', '"stage"'), "stage must be one of wedding, birth, loss"),
        (toml('"18:00"', '"18"'), "hour must be written like"),
        (toml("[0, 1, 2, 3, 4, 5, 6]", "[0, 2, 1, 3, 4, 5, 6]"), "rising days from 0 on"),
        (toml("[0, 1, 2, 3, 4, 5, 6]", "[-1, 1, 2, 3, 4, 5, 6]"), "rising days from 0 on"),
        (toml("[0, 1, 2, 3, 4, 5, 6]", "[0, 1, 2, 3, 4, 5]"), "7.md has no day in offsets"),
        (toml('["Example for tests"]', "[]"), "name at least one source"),
        (toml('reviewed = ""', 'reviewed = "yesterday"'), "a day like"),
        (toml('reviewed = ""', 'reviewed = "2026-11-01"'), "belong together"),
        (toml("reviewer", "revewer"), "nobody reads revewer"),
        (toml("title =", "title"), "series.toml: "),
        (toml('"18:00"', '"17:00"', "en"), "hour differs"),
        (file("3.md", None), "3.md is missing"),
        (file("3.md", "# عنوان\n\nیک **ستاره\n"), "3.md, line 3: "),
        (file("series.toml", None), "series.toml is missing"),
        (file("tree.png", None), "tree.png must be there"),
        (file("2.md", "# یک\n\nمتن\n\n![a](sheet.pdf)\n"), "a photo must end in"),
        (renamed, "at most 20 letters"),
    ],
)
def test_a_mistake_stops_the_start_with_one_sentence(
    folder: Path, change: Change, what: str
) -> None:
    change(folder)
    with pytest.raises(BrokenSeries, match="(?s)" + what) as mistake:
        read_library(folder)
    assert str(folder) in str(mistake.value)
    assert "\n" not in str(mistake.value)
    with pytest.raises(BrokenContent):
        read(ROOT, "Asia/Tehran", folder)


def test_what_is_not_reviewed_old_or_not_translated_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "en" / "series" / "wedding")
    found = list(doubts(read_library(folder), date(2026, 11, 27)))
    assert sorted(doubt.partition(":")[0] for doubt in found) == [
        "en/series/calm", "fa/series/calm", "series wedding",
    ]  # fmt: skip
    later = list(doubts(read_library(folder), date(2029, 1, 1)))
    assert any("more than two years ago" in doubt for doubt in later)


def test_our_own_series_are_in_order() -> None:
    for series in read_library(ROOT / "content").values():
        assert series.editions.keys() == {"fa", "en"}, series.name
        for edition in series.editions.values():
            assert all(part.words <= MOST_WORDS for part in edition.parts)


@pytest.mark.parametrize(
    ("kind", "name", "method"),
    [("photo", "tree.png", "sendPhoto"), ("voice", "breath.ogg", "sendVoice"),
     ("document", "sheet.pdf", "sendDocument")],
)  # fmt: skip
async def test_a_file_of_ours_travels_with_its_call(kind: str, name: str, method: str) -> None:
    path = f"fa/series/calm/{name}"
    message = Enclosure(kind, path, caption="سلام")
    assert from_json(to_json(message)) == message
    name_of, parameters = await papers.filled(message, calls.call(7, message, None), EXAMPLES)
    assert name_of == method
    assert parameters[kind] == Upload(name, (EXAMPLES / path).read_bytes())
    assert validate(method, {**parameters, kind: "attach://file"}) is None
