"""What becomes of a message after each answer of the messenger, for every class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.delivery import (
    KINDS,
    LONGEST_PAUSE,
    PRESS_LIFE,
    Ambiguous,
    DeadToken,
    DeliveryClass,
    Done,
    GiveUp,
    Kind,
    Lane,
    Moved,
    NotSent,
    Refused,
    Result,
    Sent,
    TooMany,
    TryAgain,
    Unreachable,
    decide,
    pause_before,
)

NOW = 1_790_000_000_000
DAY = 86_400_000
EVERY = tuple(DeliveryClass)


def decided(delivery: DeliveryClass, result: Result, *, left: int = DAY) -> object:
    kind = Kind(Lane.REPLY, delivery)
    return decide(kind, result, attempts=0, expires_at=NOW + left, now=NOW, jitter=0.5)


@pytest.mark.parametrize("delivery", EVERY)
@pytest.mark.parametrize(
    ("result", "decision"),
    [
        (Sent((1, 2)), Done((1, 2))),
        (Unreachable("blocked"), GiveUp("failed", "blocked")),
        (Refused("wrong entities"), GiveUp("failed", "wrong entities")),
        (TooMany(3), TryAgain(NOW + 3050, counts=False)),
        (TooMany(0.5), TryAgain(NOW + 550, counts=False)),
        (Moved(-100), TryAgain(NOW, counts=False)),
        (DeadToken(), TryAgain(NOW, counts=False)),
        (NotSent("no name"), TryAgain(NOW + 375)),
    ],
)
def test_most_answers_mean_the_same_for_every_class(
    delivery: DeliveryClass, result: Result, decision: object
) -> None:
    assert decided(delivery, result) == decision


@pytest.mark.parametrize(
    ("delivery", "decision"),
    [
        (DeliveryClass.MUST_ARRIVE, TryAgain(NOW + 375, repeat=True)),
        (DeliveryClass.IDEMPOTENT, TryAgain(NOW + 375, repeat=True)),
        (DeliveryClass.CARD, TryAgain(NOW + 375, repeat=True)),
        (DeliveryClass.BULK, GiveUp("unknown", "lost answer")),
        (DeliveryClass.STALE, GiveUp("unknown", "lost answer")),
    ],
)
def test_a_lost_answer_is_repeated_only_where_a_second_copy_does_no_harm(
    delivery: DeliveryClass, decision: object
) -> None:
    assert decided(delivery, Ambiguous("lost answer")) == decision


@pytest.mark.parametrize("delivery", EVERY)
@pytest.mark.parametrize("result", [TooMany(60), NotSent("no name"), Moved(-1), DeadToken()])
def test_nothing_is_tried_again_after_it_lost_its_sense(
    delivery: DeliveryClass, result: Result
) -> None:
    decision = decided(delivery, result, left=0)
    assert isinstance(decision, GiveUp)
    assert decision.state == "expired"


def test_a_must_arrive_outlives_a_day_of_failures() -> None:
    tried, at = 0, NOW
    while at < NOW + DAY - LONGEST_PAUSE:
        again = decide(KINDS["reply"], NotSent("down"), attempts=tried, expires_at=NOW + DAY,
                       now=at, jitter=1.0)  # fmt: skip
        assert isinstance(again, TryAgain)
        tried, at = tried + 1, again.at
    assert tried < 400


@given(st.integers(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_pauses_double_from_half_a_second_to_five_minutes(attempt: int, jitter: float) -> None:
    pause = pause_before(attempt, jitter)
    assert min(LONGEST_PAUSE, 500 * 2 ** min(attempt, 30)) / 2 <= pause <= LONGEST_PAUSE
    assert pause <= 500 * 2 ** min(attempt, 30)


def test_what_is_about_danger_overtakes_everything() -> None:
    crisis = {name for name, kind in KINDS.items() if kind.lane is Lane.CRISIS}
    assert crisis >= {"safety", "alert", "alert_edit"}
    assert min(Lane) is Lane.CRISIS
    assert max(Lane) is Lane.BULK


def test_an_edit_or_an_answer_to_a_press_may_be_repeated() -> None:
    for name, kind in KINDS.items():
        if name.endswith("_edit") or name == "press_answer":
            assert kind.delivery is DeliveryClass.IDEMPOTENT, name


def test_a_press_is_answered_while_the_messenger_still_knows_it() -> None:
    assert KINDS["press_answer"].horizon == PRESS_LIFE == 150_000


def test_nothing_that_a_person_waits_for_goes_stale() -> None:
    for name in ("safety", "alert", "reply", "relay", "undelivered", "staff"):
        assert KINDS[name].delivery is DeliveryClass.MUST_ARRIVE, name
