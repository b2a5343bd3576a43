"""Canned replies and macros: what their files may say, and how the places in them are filled."""

from pathlib import Path

import pytest

from bot.domain.case import Change, Outcome
from bot.domain.helplines import Helplines, Need, parse_helplines
from bot.domain.macros import Close, Release, Say, SetAcuity, parse_macros
from bot.domain.replies import (
    CannedReplies,
    Code,
    Day,
    Numbers,
    Place,
    ReplyTopic,
    fill,
    language_of,
    parse_replies,
    unknown_variables,
    variable,
)
from bot.domain.triage import Acuity

CONTENT = Path(__file__).parents[2] / "content"
ENTRY = """
[[reply]]
name = "hello"
topic = "opening"
title = { fa = "سلام", en = "Hello" }
fa = "سلام از {place}"
en = "Hello from {place}"
"""


@pytest.fixture(scope="module")
def helplines() -> Helplines:
    return parse_helplines((CONTENT / "helplines.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def shipped(helplines: Helplines) -> CannedReplies:
    return parse_replies((CONTENT / "replies.toml").read_text("utf-8"), helplines)


def test_there_is_something_for_every_situation(shipped: CannedReplies) -> None:
    assert len(shipped.every) >= 20
    for topic in ReplyTopic:
        assert len(shipped.of_topic(topic)) >= 2, topic


def test_a_reply_is_found_by_its_name_and_by_its_title(shipped: CannedReplies) -> None:
    hello = shipped.named("hello")
    assert hello is not None
    assert shipped.called("HELLO") is shipped.called(hello.title.fa) is hello
    assert shipped.called("سلام و") is None
    assert shipped.called("") is None


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("place", Place()), ("code", Code()), ("date", Day()), ("date:3", Day(3)),
        ("helpline:suicide", Numbers(Need.SUICIDE)), ("date:61", None), ("date:", None),
        ("date:۳", None), ("helpline:", None), ("helpline:love", None), ("place:", None),
        ("name", None), ("", None), ("0", None), ("place.__class__", None),
    ],
)  # fmt: skip
def test_what_stands_between_braces(word: str, meaning: object) -> None:
    assert variable(word) == meaning


def test_a_value_is_never_read_for_variables_again() -> None:
    assert fill("{place} {code} {x} {", lambda _: "{code}") == "{code} {code} {x} {"


def test_what_is_no_variable_is_named() -> None:
    assert unknown_variables("{place} {name}") == ("{name}",)
    assert unknown_variables("{date") == ("{",)
    assert unknown_variables("ساده") == ()


def test_the_letters_tell_the_language() -> None:
    assert (language_of("سلام {place}"), language_of("Hello {place}")) == ("fa", "en")


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('name = "hello"', 'name = "سلام"', "name is"),
        ('topic = "opening"', 'topic = "other"', "topic is 'other'"),
        ('en = "Hello from {place}"', "", "the text must have fa and en"),
        ("Hello from {place}", "Hello from {town}", "{town} is no variable"),
        ("Hello from {place}", "Hello", "the same variables"),
        ("[[reply]]", "[reply]", "there is no entry"),
        ("سلام از {place}", "سلام {place", "{ is no variable"),
    ],
)
def test_a_wrong_entry_is_named_with_its_cure(
    helplines: Helplines, before: str, after: str, problem: str
) -> None:
    with pytest.raises(ValueError, match="replies") as wrong:
        parse_replies(ENTRY.replace(before, after), helplines)
    assert problem in str(wrong.value)


def test_no_two_replies_have_one_name(helplines: Helplines) -> None:
    with pytest.raises(ValueError, match="twice"):
        parse_replies(ENTRY + ENTRY, helplines)


def test_a_number_that_we_do_not_have_is_refused(helplines: Helplines) -> None:
    without = Helplines(helplines.every, {})
    with pytest.raises(ValueError, match=r"helplines\.toml has no number for talk"):
        parse_replies(ENTRY.replace("{place}", "{helpline:talk}"), without)


# Macros.


def macro(*steps: str) -> str:
    listed = ", ".join(steps)
    return f'[[macro]]\nname = "m"\ntitle = {{ fa = "م", en = "M" }}\nstep = [{listed}]\n'


def test_the_macros_that_come_along_can_be_read(shipped: CannedReplies) -> None:
    macros = parse_macros((CONTENT / "macros.toml").read_text("utf-8"), shipped)
    closing = next(each for each in macros if each.name == "referred_closing")
    assert closing.steps == (Say("goodbye_referred"), Close(Outcome.REFERRED))
    assert closing.reply == "goodbye_referred"


def test_steps_keep_their_order(shipped: CannedReplies) -> None:
    steps = ('{ acuity = "low", why = "misheard" }', "{ release = true }")
    (made,) = parse_macros(macro(*steps), shipped)
    assert made.steps == (SetAcuity(Acuity.LOW, Change.MISHEARD), Release())
    assert made.reply is None


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        (('{ reply = "nothing" }',), "has no reply 'nothing'"),
        (("{ release = true }", '{ reply = "hello" }'), "must be the first step"),
        (('{ close = "helped" }', '{ note = { fa = "ن", en = "n" } }'), "must be the last step"),
        (('{ close = "not_counseling" }',), "it must be one of helped"),
        (('{ close = "erased" }',), "it must be one of helped"),
        (('{ acuity = "grave", why = "misheard" }',), "it must be one of immediate"),
        (('{ acuity = "low", why = "because" }',), "it must be one of danger_grew"),
        (('{ reply = "hello", note = "x" }',), "is no step"),
        (('{ note = { fa = "ن" } }',), "both filled"),
        ((), "it does nothing"),
    ],
)
def test_a_wrong_macro_is_named_with_its_cure(
    shipped: CannedReplies, steps: tuple[str, ...], problem: str
) -> None:
    with pytest.raises(ValueError, match="macros, m") as wrong:
        parse_macros(macro(*steps), shipped)
    assert problem in str(wrong.value)
