"""States, silence, and which partner fits: pure rules, over everything they can meet."""

from itertools import product

import pytest

from bot.domain.ids import PartnerId
from bot.domain.referral import (
    HALF_TIME,
    LIMIT,
    LIVE,
    OVER,
    TRANSITIONS,
    Partner,
    PartnerKind,
    Profile,
    State,
    Urgency,
    before,
    fits,
    next_silence,
    silence,
    suggestions,
)

D, Q, S, A = State.DRAFTED, State.CONSENT_ASKED, State.SENT, State.ACCEPTED
ALLOWED = {
    (D, Q), (D, S), (D, State.REVOKED), (Q, S), (Q, State.REVOKED), (S, A), (S, State.REFUSED),
    (S, State.EXPIRED), (S, State.REVOKED), (A, State.DONE), (A, State.REVOKED),
    (D, State.EXPIRED), (Q, State.EXPIRED),
}  # fmt: skip
HOUR = 3600 * 1000


@pytest.mark.parametrize(("one", "other"), list(product(State, State)))
def test_from_each_state_only_the_allowed_ones_are_reached(one: State, other: State) -> None:
    assert (other in TRANSITIONS[one]) is ((one, other) in ALLOWED)
    assert (one in before(other)) is ((one, other) in ALLOWED)


def test_every_state_has_its_line_and_the_live_ones_lead_on() -> None:
    assert TRANSITIONS.keys() == set(State)
    assert set(LIVE) == {D, Q, S, A}


def test_nothing_that_ended_comes_back() -> None:
    for state in set(State) - set(LIVE):
        assert TRANSITIONS[state] == frozenset()


@pytest.mark.parametrize(("urgency", "hours"), [*zip(Urgency, (24, 72, 336), strict=True)])
def test_silence_is_noticed_at_half_time_at_the_limit_and_ends_at_twice_that(
    urgency: Urgency, hours: int
) -> None:
    assert urgency.limit == hours * HOUR
    half, sent = hours * HOUR // 2, 1_000
    reached = [silence(urgency, sent, sent + halves * half) for halves in (0, 1, 2, 3, 4, 99)]
    assert reached == [0, HALF_TIME, LIMIT, LIMIT, OVER, OVER]
    for halves, step in ((1, HALF_TIME), (2, LIMIT), (4, OVER)):
        assert silence(urgency, sent, sent + halves * half - 1) < step


@pytest.mark.parametrize("urgency", Urgency)
def test_the_next_look_is_when_the_next_step_is_reached(urgency: Urgency) -> None:
    for reached in (0, HALF_TIME, LIMIT):
        at = next_silence(urgency, 5, reached)
        assert silence(urgency, 5, at) == reached + 1
        assert silence(urgency, 5, at - 1) == reached


def partner(number: int, name: str, **known: object) -> Partner:
    return Partner(PartnerId(number), Profile(name, PartnerKind.LEGAL, **known))  # type: ignore[arg-type]


def names(found: tuple[Partner, ...]) -> list[str]:
    return [one.name for one in found]


def test_those_that_take_topic_and_region_come_first_and_the_nearest_of_them_before_all() -> None:
    every = [
        partner(1, "د: جای دیگر", regions=("07",), topics=("divorce",)),
        partner(2, "ب: سراسر کشور", topics=("divorce",)),
        partner(3, "ت: موضوع دیگر", regions=("23",), topics=("grief",)),
        partner(4, "الف: همین شهرستان", regions=("2301",), topics=("divorce",)),
        partner(5, "پ: همه چیز همه جا"),
        partner(6, "ه: خاموش", topics=("divorce",), active=False),
        partner(7, "آ: همین استان", regions=("23",), topics=("divorce",)),
    ]
    found = names(suggestions(every, "divorce", "23", "2301"))
    assert [name[: name.index(":")] for name in found] == ["الف", "آ", "ب", "پ", "د", "ت"]


def test_a_place_that_was_not_said_fits_those_for_the_whole_country() -> None:
    near, wide = partner(1, "نزدیک", regions=("23",)), partner(2, "دور")
    assert names(suggestions([near, wide], "grief", "", "")) == ["دور", "نزدیک"]
    assert not fits(near.profile, "grief", "", "")
    assert fits(wide.profile, "grief", "abroad", "")
