"""Everything a person can send, wherever they are: an answer comes back, and nothing is lost."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.domain.ids import short
from bot.domain.outgoing import Album, Edit, Media, Outgoing, Text
from bot.domain.people import Role
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, units
from tests.faults.engine import Engine, Json, buttons_of, presses, says

FAMILY, COUNSELOR = 3001, 2001
_FILE: Json = {"file_id": "f", "file_unique_id": "u", "duration": 3, "length": 1, "width": 1}
CONTENTS: dict[str, Json] = {
    "sticker": {"sticker": _FILE},
    "voice": {"voice": _FILE},
    "photo": {"photo": [_FILE]},
    "album": {"photo": [_FILE], "media_group_id": "7"},
    "video": {"video": _FILE},
    "round video": {"video_note": _FILE},
    "audio": {"audio": _FILE},
    "document": {"document": _FILE},
    "animation": {"animation": _FILE, "document": _FILE},
    "location": {"location": {"latitude": 35.7, "longitude": 51.4}},
    "venue": {"location": {"latitude": 35.7, "longitude": 51.4}, "venue": {"title": "x"}},
    "contact": {"contact": {"phone_number": "+989120000000", "first_name": "x"}},
    "poll": {"poll": {"id": "1", "question": "x"}},
    "dice": {"dice": {"emoji": "x", "value": 1}},
    "forward": {"text": "سلام", "forward_origin": {"type": "hidden_user", "date": 1}},
    "by a bot": {"text": "سلام", "via_bot": {"id": 9, "is_bot": True, "first_name": "x"}},
    "a long text": {"text": "نمی‌دانم " * 455},
    "one letter": {"text": "؟"},
    "only marks": {"text": "\u200c\u200f\u202e"},
    "unknown command": {"text": "/nothing"},
}


def sends(account: int, content: Json, **more: Any) -> Json:
    made = says(account, str(content.get("text", "x")), **more)
    if "text" not in content:
        del made["message"]["text"]
    made["message"] |= content
    return made


async def _answers(middle: Engine, account: int, *updates: Json) -> list[Outgoing]:
    before = len(await middle.owes())
    await middle.receives(*updates)
    owed = (await middle.owes())[before:]
    return [row.message for row in owed if row.chat_id == account]


async def _at(middle: Engine, question: str) -> None:
    """A family that is being asked this question of the assessment."""
    asked = await _answers(middle, FAMILY, says(FAMILY, "/start"))
    for _ in range(30):
        data = [data for data in buttons_of(asked) if data.startswith("1.f.")]
        if any(f".{question}." in one for one in data):
            return
        asked = await _answers(middle, FAMILY, *_onward(data))
    raise AssertionError(f"{question} was never asked")


def _onward(data: Sequence[str]) -> list[Json]:
    """What leads to the next question."""
    if any(".province." in one for one in data):
        return [says(FAMILY, "تهران")]
    ends = ("skip", "full", "yes", "any", "anytime", "none", "grief", "self", "no", "done")
    chosen = [one for end in ends for one in data if one.endswith(f".{end}")]
    multiple = ".mark." in chosen[0]
    return [presses(FAMILY, one) for one in chosen[: 2 if multiple else 1]]


QUESTIONS = (
    "consent", "private", "times", "who", "danger", "age", "province", "county", "topics",
    "f_lost", "safety", "codeword", "story",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
async def test_every_kind_of_message_gets_an_answer_at_this_question(
    middle: Engine, question: str
) -> None:
    await _at(middle, question)
    before = await middle.count("sessions")
    for name, content in CONTENTS.items():
        answers = await _answers(middle, FAMILY, sends(FAMILY, content))
        assert answers, name
        edited = sends(FAMILY, content, edit_date=2)
        again = {"update_id": edited["update_id"], "edited_message": edited["message"]}
        assert await _answers(middle, FAMILY, again), f"{name}, edited"
    assert await middle.count("sessions") == before
    assert await middle.count("inbox", "state <> 'done'") == 0


async def _talking(middle: Engine) -> None:
    await middle.staff(COUNSELOR, Role.COUNSELOR)
    case = await middle.case_of(FAMILY)
    await middle.receives(presses(COUNSELOR, f"1.c.claim.{short(case.id)}"))
    await middle.delivers()


@pytest.mark.parametrize("author", [FAMILY, COUNSELOR])
async def test_every_kind_of_message_is_carried_or_explained_in_a_talk(
    middle: Engine, author: int
) -> None:
    await _talking(middle)
    for name, content in CONTENTS.items():
        before = len(await middle.owes())
        await middle.receives(sends(author, content))
        owed = (await middle.owes())[before:]
        if name == "album":
            continue  # joins the pictures before it
        assert owed, name
    assert await middle.count("inbox", "state <> 'done'") == 0


def _joined(messages: list[Outgoing]) -> str:
    return "".join(m.text for m in messages if isinstance(m, Text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("الف" * 1365 + "ب", id="4096 letters"),
        pytest.param("😔" * 2048, id="4096 units of surrogate pairs"),
        pytest.param("ا" + "😔" * 2047 + "ب", id="a pair at every edge"),
        pytest.param(("بند " * 20 + "\n\n") * 49, id="paragraphs"),
        pytest.param("نه‌خیر " * 580, id="half-spaces"),
    ],
)
async def test_the_longest_message_arrives_whole_with_its_formatting(
    middle: Engine, text: str
) -> None:
    await _talking(middle)
    bold = [{"type": "bold", "offset": 0, "length": units(text)}]
    got = await _answers(middle, COUNSELOR, says(FAMILY, text, entities=bold))
    assert all(isinstance(m, Text) and units(m.text) <= TEXT_LIMIT for m in got)
    assert _joined(got).endswith(text)
    marked = sum(e.length for m in got if isinstance(m, Text) for e in m.entities)
    assert marked == units(text)
    await middle.receives(says(COUNSELOR, text))
    relayed = [r.message for r in await middle.owes() if r.chat_id == FAMILY and r.kind == "relay"]
    assert _joined(relayed) == text


async def test_an_edit_that_has_grown_too_long_for_one_message_still_arrives(
    middle: Engine,
) -> None:
    await _talking(middle)
    written = says(FAMILY, "سلام")
    await middle.receives(written)
    await middle.delivers()
    longer = "الف " * 1023
    edited = {**written["message"], "text": longer, "edit_date": 2}
    got = await _answers(middle, COUNSELOR, {"update_id": 1, "edited_message": edited})
    assert all(units(m.text) <= TEXT_LIMIT for m in got if isinstance(m, Text | Edit))
    assert _joined(got).endswith(longer)


async def test_an_edit_of_a_message_that_came_in_pieces_shows_what_it_says_now(
    middle: Engine,
) -> None:
    await _talking(middle)
    written = says(FAMILY, "الف " * 1023)
    await middle.receives(written)
    await middle.delivers()
    edited = {**written["message"], "text": "ب " * 2000, "edit_date": 2}
    got = await _answers(middle, COUNSELOR, {"update_id": 1, "edited_message": edited})
    shown = "".join(m.text for m in got if isinstance(m, Text | Edit))
    assert shown.count("ب ") >= 2000
    assert all(units(m.text) <= TEXT_LIMIT for m in got if isinstance(m, Text | Edit))


async def test_the_long_words_under_an_album_are_not_cut(middle: Engine) -> None:
    await _talking(middle)
    caption = "الف " * 255
    assert units(caption) <= CAPTION_LIMIT
    first, second = CONTENTS["album"], CONTENTS["album"]
    await middle.receives(sends(FAMILY, {**first, "caption": caption}), sends(FAMILY, second))
    owed = [r.message for r in await middle.owes() if r.chat_id == COUNSELOR and r.kind == "relay"]
    albums = [m for m in owed if isinstance(m, Album)]
    assert [len(album.items) for album in albums] == [2]
    items = [item for album in albums for item in album.items]
    assert all(isinstance(i, Media) and units(i.caption) <= CAPTION_LIMIT for i in items)
    assert caption in "".join(i.caption for i in items) + _joined(owed)
