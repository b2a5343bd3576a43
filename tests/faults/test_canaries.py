"""What people entrust to us can be read nowhere but with the keys: not in files, not in logs."""

import json
import os
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.service.house import Hamdeli, Story, say
from tests.stage import Player, Stage

FAMILY, COUNSELOR, BOSS = 77712345678901, 77723456789012, 77734567890123
SUPERVISOR = 77745678901234
PHONE = "+98 912 345 6789"
ALIAS = "نام‌مستعارقناری"
CANARIES = {
    name: f"{name}canary{number}قناری"
    for number, name in enumerate(
        (
            "familyname", "familyuser", "counselorname", "story", "added", "said", "edited",
            "answered", "caption", "note", "danger", "feedback", "poison", "command", "argument",
            "invited", "place", "filename",
        ),
        7001,
    )
}  # fmt: skip
# Libraries stay quiet by their own loggers; everything of ours speaks, also what it never does.
LOUD = (
    "import logging\n"
    "def louder(self, level):\n"
    "    self.level = 10 if self is logging.root else level\n"
    "logging.Logger.setLevel = louder\n"
)


@pytest.fixture
def loud(service: Hamdeli, tmp_path: Path) -> Hamdeli:
    """The service as talkative as it can be made, also about its slow moments."""
    folder = tmp_path.parent / f"{tmp_path.name}-loud"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(LOUD)
    service.more |= {"PYTHONPATH": str(folder), "PYTHONASYNCIODEBUG": "1"}
    service.more["HAMDELI_TELEGRAM__ADMINS"] = f"[{BOSS}]"
    return service


async def test_nothing_that_people_entrust_to_us_can_be_read(stage: Stage, loud: Hamdeli) -> None:
    story = await _cast(stage, loud)
    await _everything_is_said(story)
    _assert_unreadable(loud)
    await loud.kill()
    _assert_unreadable(loud)
    code, state = await loud.does("state", "--json")
    assert code == 0, state
    assert _found(state.encode()) == set()
    await loud.start()
    await story.maryam.says("/status")
    await story.maryam.hears()
    assert await loud.end() == [0]
    copy = loud.folder / "copy.db"
    code, said = await loud.does("backup", str(copy))
    assert code == 0, said
    _assert_unreadable(loud)
    assert _found(said.encode()) == set()


def test_a_secret_is_noticed_in_whatever_way_it_was_written() -> None:
    for form in _forms(ALIAS):
        assert _found(b"before" + form + b"after") == {ALIAS}
    assert _found(FAMILY.to_bytes(8, "big")) == {str(FAMILY)}


async def _cast(stage: Stage, service: Hamdeli) -> Story:
    maryam = await stage.person(
        CANARIES["familyname"], id=FAMILY, username=_ascii("familyuser"), language_code="fa"
    )
    narges = await stage.person(CANARIES["counselorname"], id=COUNSELOR, started=True)
    reza = await stage.person("Reza", id=SUPERVISOR, started=True)
    sara = await stage.person("Sara", id=BOSS, started=True)
    group = await stage.group("مشاوران", [narges, reza, sara], supergroup=True, bot_is_admin=True)
    service.group = group["id"]
    cast = service.folder.parent / f"{service.folder.name}-cast.toml"
    cast.write_text(
        f'[[staff]]\nid = {COUNSELOR}\nalias = "{ALIAS}"\nrole = "counselor"\non_call = true\n'
        f'[[staff]]\nid = {SUPERVISOR}\nalias = "Reza"\nrole = "supervisor"\n'
    )
    for command in (("init", "--yes"), ("staff", "load", str(cast))):
        code, said = await service.does(*command)
        assert code == 0, said
        assert _found(said.encode()) == set()
    await service.start()
    story = Story(stage, service, group)
    story.cast = {"maryam": maryam, "narges": narges, "reza": reza, "sara": sara}
    return story


async def _everything_is_said(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    code = await story.intake(maryam, story=CANARIES["story"])
    await maryam.says(CANARIES["added"])
    await narges.in_(story.group).hears(code)
    await narges.in_(story.group).presses(say("button-claim"))
    await narges.hears(CANARIES["story"])
    await narges.hears(CANARIES["added"])
    await story.stage.faults(errors=0.2, kinds=["drop_after", "502", "truncated", "html"], seed=3)
    await _talk(maryam, narges)
    await _odd_things(story)
    await story.stage.faults(errors=0.0)
    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    # She spoke of danger, so a supervisor looks at the closing, too.
    await story.reza.presses(say("button-approve-closing"))
    await maryam.hears(say("feedback-score"))
    await maryam.presses(say("feedback-score-4"))
    await maryam.hears(say("feedback-words"))
    await maryam.says(CANARIES["feedback"])
    await maryam.hears(say("feedback-thanks"))


async def _talk(maryam: Player, narges: Player) -> None:
    said = await maryam.says(CANARIES["said"])
    await narges.hears(CANARIES["said"])
    await maryam.edits(said, CANARIES["edited"])
    await narges.hears(CANARIES["edited"])
    await maryam.sends_photo(CANARIES["caption"])
    await narges.hears(CANARIES["caption"])
    await maryam.sends("document", file_name=CANARIES["filename"] + ".pdf", caption="پرونده")
    await narges.hears("پرونده")
    await narges.says(CANARIES["answered"])
    await maryam.hears(CANARIES["answered"])
    await narges.says("/note " + CANARIES["note"])
    await narges.hears(say("note-kept", code="|").split("|")[0].strip())
    await maryam.says(f"شمارهٔ من {PHONE} است")
    await maryam.hears(say("relay-ask-identity"))
    await maryam.presses(say("button-send-it"), answered=False)
    await narges.hears(PHONE)
    await maryam.sends("contact")
    await maryam.hears(say("relay-no-contact"))


async def _odd_things(story: Story) -> None:
    """Danger, an invitation, unknown commands, and updates that no one understands."""
    maryam, narges, sara = story.maryam, story.narges, story.sara
    await maryam.says(f"می‌خواهم خودم را بکشم {CANARIES['danger']}")
    await narges.hears(CANARIES["danger"])
    await maryam.says(f"/{_ascii('command')} {CANARIES['argument']}")
    await narges.hears(CANARIES["argument"])
    await narges.says(f"/{_ascii('command')} {CANARIES['argument']}")
    await narges.hears(say("command-unknown"))
    await sara.says(f"/invite counselor {CANARIES['invited']}")
    await sara.hears(CANARIES["invited"])
    body = {"message_id": CANARIES["poison"], "text": [CANARIES["poison"]]}
    chat = {"id": FAMILY, "type": "private", "title": CANARIES["place"]}
    broken = {"message": {**body, "from": {"id": FAMILY}, "chat": chat, "date": 1}}
    await story.stage.post("inject", update=broken)
    await sara.hears(say("parked-notice", id="|").split("|")[0].strip())


def _ascii(name: str) -> str:
    return CANARIES[name].removesuffix("قناری")


def _assert_unreadable(service: Hamdeli) -> None:
    files = [path for path in service.folder.rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert {"hamdeli.db", "hamdeli.log"} <= names
    for path in files:
        if path.parent.name != "secrets":
            found = _found(path.read_bytes(), service.emulator.token, str(service.group))
            assert found == set(), f"{found} can be read in {path.name}"


def _found(data: bytes, *more: str) -> set[str]:
    """Which secrets stand in the bytes, in any way that they may have been written."""
    texts = [_ascii(name) for name in CANARIES] + [*CANARIES.values(), ALIAS, PHONE, *more]
    texts += [
        PHONE.replace(" ", ""),
        "9123456789",
        *map(str, (FAMILY, COUNSELOR, BOSS, SUPERVISOR)),
    ]
    found = {text for text in texts if any(form in data for form in _forms(text))}
    numbers = (FAMILY, COUNSELOR, BOSS, SUPERVISOR)
    # SQLite keeps such a number in six or eight bytes, the high ones first.
    return found | {str(n) for n in numbers if n.to_bytes(6, "big") in data}


def _forms(text: str) -> list[bytes]:
    escaped = json.dumps(text)[1:-1]
    return [
        text.encode(), text.encode("utf-16-le"), escaped.encode(), quote(text).encode(),
        repr(text.encode())[2:-1].encode(), os.fsencode(text[::-1]),
    ]  # fmt: skip
