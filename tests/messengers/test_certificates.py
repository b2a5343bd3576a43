"""Certificates: every word stands on them, and any name leaves a picture and a document."""

import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import drawing
from bot.domain.certificate import Certificate
from bot.domain.outgoing_json import from_json, to_json
from bot.messengers import certificates

SAMPLE = Certificate(
    "همدلی", "گواهی شرکت در دوره", "گواهی می‌شود که", "مریم رضایی", "این دوره را گذراند:",
    "گفت‌وگوی همسران", "چهارشنبه ۲۰ آذر ۱۴۰۵", "شماره: 7K3-9QF-2XA", "t.me/hamdeli",
)  # fmt: skip


def test_all_its_words_are_written_on_it() -> None:
    written = set(drawing.texts_in(certificates.svg(SAMPLE)))
    assert {SAMPLE.name, SAMPLE.course, SAMPLE.date, SAMPLE.number, SAMPLE.foot} <= written


def test_it_comes_as_a_picture_and_as_a_document() -> None:
    picture = certificates.png(SAMPLE)
    assert struct.unpack(">II", picture[16:24]) == (certificates.WIDTH, certificates.HEIGHT)
    document = certificates.pdf(SAMPLE)
    assert document.startswith(b"%PDF")
    # Its words are words: they can be searched, and nothing is a picture.
    assert b"/ToUnicode" in document
    assert b"/Subtype /Image" not in document
    assert from_json(to_json(SAMPLE.printed("a.pdf"))) == SAMPLE.printed("a.pdf")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_no_name_breaks_it(name: str) -> None:
    sample = Certificate(
        "a", "b", "c", name, "d", name, "e", "f", "g", language="en" if name.isascii() else "fa"
    )
    assert certificates.png(sample).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["", "مریم 🌱 رضایی", "Maryam Rezaei", "م" * 200, "a\u202eb\x00"])
def test_no_name_breaks_the_document(name: str) -> None:
    assert certificates.pdf(replace(SAMPLE, name=name)).startswith(b"%PDF")
