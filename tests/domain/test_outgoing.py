"""What we send waits as JSON, and comes back the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outgoing import (
    Album,
    Answer,
    Button,
    Chart,
    Commands,
    Delete,
    Edit,
    Entity,
    Location,
    Media,
    Outgoing,
    Text,
)
from bot.domain.outgoing_json import from_json, to_json
from bot.domain.sheet import TONES, Bar, Sheet, Tile

WORDS = st.text(max_size=12)
NUMBERS = st.integers(0, 2**31)
MAYBE = st.none() | st.integers(1, 2**31)
ENTITIES = st.lists(
    st.builds(Entity, WORDS, NUMBERS, NUMBERS, st.none() | WORDS, st.none() | WORDS), max_size=2
).map(tuple)
BUTTONS = st.lists(
    st.lists(
        st.builds(Button, WORDS, st.none() | WORDS, st.none() | WORDS), min_size=1, max_size=2
    ).map(tuple),
    max_size=2,
).map(tuple)
MEDIA = st.builds(Media, WORDS, WORDS, WORDS, ENTITIES, BUTTONS, MAYBE, st.booleans())
PLACES = st.floats(-90, 90)
TONED = st.sampled_from(TONES)
SHEETS = st.builds(
    Sheet,
    WORDS,
    WORDS,
    st.lists(st.builds(Tile, WORDS, WORDS, TONED), max_size=2).map(tuple),
    st.lists(
        st.builds(Bar, WORDS, st.lists(st.tuples(NUMBERS, TONED), max_size=2).map(tuple), WORDS),
        max_size=2,
    ).map(tuple),
    st.lists(st.tuples(WORDS, TONED), max_size=2).map(tuple),
    st.booleans(),
)
MESSAGES = st.one_of(
    st.builds(Chart, SHEETS, WORDS, BUTTONS, MAYBE, MAYBE, st.booleans()),
    st.builds(Text, WORDS, BUTTONS, ENTITIES, MAYBE, st.booleans()),
    MEDIA,
    st.builds(Album, st.lists(MEDIA, min_size=1, max_size=3).map(tuple), MAYBE, st.booleans()),
    st.builds(Location, PLACES, PLACES, BUTTONS, st.booleans()),
    st.builds(Edit, WORDS, MAYBE, MAYBE, BUTTONS, ENTITIES, st.booleans()),
    st.builds(Delete, MAYBE, MAYBE, st.lists(NUMBERS, max_size=3).map(tuple)),
    st.builds(Answer, WORDS, WORDS, st.booleans()),
    st.builds(Commands, WORDS, st.lists(st.tuples(WORDS, WORDS)).map(tuple), st.none() | WORDS),
)


@given(MESSAGES)
def test_a_message_comes_back_from_json_as_it_was(message: Outgoing) -> None:
    assert from_json(json.loads(json.dumps(to_json(message)))) == message


def test_empty_fields_take_no_room() -> None:
    assert to_json(Text("سلام")) == {"is": "text", "text": "سلام"}


@pytest.mark.parametrize(
    "data", [{}, {"is": "forward"}, {"is": "text", "html": "<b>"}, {"text": "سلام"}]
)
def test_what_is_no_message_of_ours_is_refused(data: dict[str, str]) -> None:
    with pytest.raises((KeyError, TypeError)):
        from_json(data)
