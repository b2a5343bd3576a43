"""One person in two messengers: codes, the way of a message, and what becomes of two."""

import itertools
import random

import pytest

from bot.domain.case import Case, Status
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import CaseId, PersonId
from bot.domain.linking import (
    Side,
    Way,
    Wishes,
    chosen,
    kept_case,
    link_code,
    read_link_code,
    stays,
    stricter,
)
from bot.domain.people import Platform
from bot.domain.triage import Acuity

TELEGRAM, BALE = Platform.TELEGRAM, Platform.BALE


def test_a_code_is_read_however_it_is_typed() -> None:
    chance = random.Random(7)
    for _ in range(1000):
        code = link_code(chance.randrange(2**40))
        typed = code.lower().replace("-", chance.choice(("", " ", "-", "  ")))
        typed = typed.replace("0", chance.choice("0oO")).replace("1", chance.choice("1lI"))
        assert read_link_code(typed) == code
    for other in ("", "abc", "A" * 9, "سلام", "۱۲۳۴۵۶۷۸", "UUUU-UUUU"):
        assert read_link_code(other) is None


def ways(**more: bool) -> list[Way]:
    """Bale, where they wrote last, before Telegram."""
    old = Way(TELEGRAM, 1, lost=more.get("old_lost", False), away=more.get("old_away", False))
    new = Way(BALE, 2, lost=more.get("new_lost", False), away=more.get("new_away", False))
    return [old, new]


@pytest.mark.parametrize(
    ("given", "wishes", "kind", "expected"),
    [
        ({}, Wishes(), "notice", BALE),
        ({}, Wishes(TELEGRAM), "notice", TELEGRAM),
        ({"new_away": True}, Wishes(), "notice", BALE),
        ({"new_away": True}, Wishes(fallback=True), "notice", TELEGRAM),
        ({"new_lost": True}, Wishes(fallback=True), "relay", TELEGRAM),
        ({"new_lost": True, "old_away": True}, Wishes(fallback=True), "notice", BALE),
        ({"old_away": True}, Wishes(TELEGRAM, fallback=True), "notice", BALE),
        ({"old_away": True}, Wishes(TELEGRAM), "notice", TELEGRAM),
        # The talk goes one way only, whatever happens.
        ({"old_away": True}, Wishes(fallback=True, talks_on=TELEGRAM), "relay", TELEGRAM),
        ({"old_lost": True}, Wishes(BALE, fallback=True, talks_on=TELEGRAM), "veil", TELEGRAM),
        ({}, Wishes(BALE, talks_on=TELEGRAM), "notice", BALE),
    ],
)
def test_a_message_goes_where_its_reader_wishes(
    given: dict[str, bool], wishes: Wishes, kind: str, expected: Platform
) -> None:
    at = ways(**given)
    assert at[chosen(at, wishes, kind)].platform is expected
    back = at[::-1]
    assert back[chosen(back, wishes, kind)].platform is expected


def test_staff_stay_then_whose_words_would_be_lost_then_the_one_we_met_first() -> None:
    order = [Side(9, has_role=True), Side(8, has_words=True), Side(1), Side(2)]
    for first, second in itertools.combinations(order, 2):
        assert stays(first, second) is first
        assert stays(second, first) is first


def case(number: int, acuity: Acuity, status: Status, opened_at: int) -> Case:
    who = PersonId(9) if status is Status.CLAIMED else None
    return Case(
        CaseId(number), f"C{number}", PersonId(1), status, acuity, "grief", "", "", "any",
        opened_at, who, opened_at if who else None,
    )  # fmt: skip


def test_the_more_urgent_case_goes_on_then_the_one_that_somebody_has_then_the_older() -> None:
    order = [
        case(4, Acuity.IMMEDIATE, Status.WAITING, 9),
        case(3, Acuity.LOW, Status.CLAIMED, 8),
        case(2, Acuity.LOW, Status.WAITING, 1),
        case(1, Acuity.LOW, Status.WAITING, 2),
    ]
    for first, second in itertools.combinations(order, 2):
        assert kept_case(first, second) == (first, second)
        assert kept_case(second, first) == (first, second)


def test_of_two_rules_of_safe_contact_the_stricter_holds() -> None:
    said = [ContactRules(writing) for writing in (Writing.WAIT, Writing.NEUTRAL, Writing.ANY, None)]
    for first, second in itertools.combinations(said, 2):
        assert stricter(first, second).writing is first.writing
        assert stricter(second, first).writing is first.writing
    morning, day = frozenset({"morning"}), frozenset({"morning", "noon"})
    night = frozenset({"night"})
    assert stricter(ContactRules(hours=day), ContactRules(hours=morning)).hours == morning
    assert stricter(ContactRules(), ContactRules(hours=morning)).hours == morning
    assert stricter(ContactRules(hours=day), ContactRules(hours=night)).hours == day
