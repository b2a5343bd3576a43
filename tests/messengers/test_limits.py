"""How fast we may speak: never more than Telegram allows, and 429s to the moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.delivery import Lane
from bot.messengers.limits import BULK_RESERVE, REMEMBERED, Limits

PACE = 25.0


def sent(limits: Limits, chats: list[str], until: float, *, lane: Lane = Lane.REPLY) -> list[float]:
    """When messages leave, if these chats always have one waiting."""
    times, now = [], 0.0
    while now < until:
        waits = []
        for chat in chats:
            group = chat.startswith("group")
            wait = limits.wait(chat, lane, now, group=group)
            if wait > 0:
                waits.append(wait)
                continue
            limits.spend(chat, now, group=group)
            times.append(now)
            waits.append(0.0)
        now += max(0.001, min(waits))
    return times


def most(times: list[float], window: float) -> int:
    """The most that left in any stretch of so many seconds."""
    return max(sum(1 for t in times if start <= t < start + window) for start in times)


def test_all_chats_together_never_pass_thirty_a_second() -> None:
    times = sent(Limits(PACE), [f"chat{n}" for n in range(200)], 8)
    assert most(times, 1.0) <= 30
    assert len(times) <= 30 + 8 * PACE


def test_a_group_never_gets_more_than_twenty_a_minute() -> None:
    times = sent(Limits(PACE), ["group:telegram"], 200)
    assert most(times, 60.0) <= 20
    assert len(times) >= 60


def test_a_chat_gets_one_a_second_after_a_short_burst() -> None:
    times = sent(Limits(PACE), ["maryam"], 100)
    assert len(times) <= 20 + 100
    assert most(times[25:], 1.0) <= 2


def test_bulk_leaves_room_for_the_living() -> None:
    limits = Limits(PACE)
    bulk = sent(limits, [f"chat{n}" for n in range(100)], 4, lane=Lane.BULK)
    assert bulk
    reply = [f"person{n}" for n in range(int(BULK_RESERVE))]
    at_once = [chat for chat in reply if not limits.wait(chat, Lane.REPLY, 4.0, group=False)]
    assert len(at_once) >= BULK_RESERVE - 1


def test_bulk_yields_while_the_living_use_everything() -> None:
    limits = Limits(PACE)
    sent(limits, [f"chat{n}" for n in range(200)], 3)
    assert limits.wait("reader", Lane.BULK, 3.0, group=False) > 0
    assert limits.wait("reader", Lane.BULK, 3.0, group=False) > limits.wait(
        "person", Lane.REPLY, 3.0, group=False
    )


@given(st.floats(0.1, 3000), st.floats(0, 1e6))
def test_a_429_holds_its_chat_exactly_as_long_as_it_says(seconds: float, now: float) -> None:
    limits = Limits(PACE)
    limits.told_to_wait("maryam", seconds, now)
    wait = limits.wait("maryam", Lane.CRISIS, now, group=False)
    assert seconds <= wait <= seconds + 0.1
    assert limits.wait("maryam", Lane.CRISIS, now + wait + 0.001, group=False) == 0
    assert limits.wait("hossein", Lane.REPLY, now, group=False) == 0


def test_a_shorter_429_never_shortens_a_longer_one() -> None:
    limits = Limits(PACE)
    limits.told_to_wait("maryam", 30, 100.0)
    limits.told_to_wait("maryam", 1, 101.0)
    assert limits.wait("maryam", Lane.REPLY, 101.0, group=False) >= 29


def test_three_chats_at_once_mean_the_whole_bot() -> None:
    limits = Limits(PACE)
    for n in range(2):
        limits.told_to_wait(f"chat{n}", 9, 100.0)
    assert limits.halted(100.0) == 0
    limits.told_to_wait("chat3", 9, 100.0)
    assert limits.halted(100.0) >= 9
    assert limits.wait("hossein", Lane.CRISIS, 100.0, group=False) >= 9
    assert limits.halted(110.0) == 0


def test_a_chat_that_got_next_to_nothing_cannot_be_meant_alone() -> None:
    limits = Limits(PACE)
    for chat in ("reader1", "reader2"):
        limits.spend(chat, 100.0, group=False)
    limits.told_to_wait("reader1", 9, 100.0)
    assert limits.wait("reader3", Lane.BULK, 100.0, group=False) >= 9
    assert limits.wait("hossein", Lane.REPLY, 100.0, group=False) < 1
    limits.told_to_wait("reader2", 9, 100.0)
    assert limits.wait("hossein", Lane.REPLY, 100.0, group=False) >= 9
    assert limits.wait("hossein", Lane.BULK, 110.0, group=False) == 0


def test_whoever_is_refused_while_bulk_rests_settles_that_the_bot_is_meant() -> None:
    limits = Limits(PACE)
    limits.spend("group", 100.0, group=True)
    limits.told_to_wait("group", 60, 100.0)
    for _ in range(8):
        limits.spend("maryam", 100.0, group=False)
    limits.told_to_wait("maryam", 40, 120.0)
    assert limits.wait("hossein", Lane.REPLY, 120.0, group=False) >= 40


def test_a_chat_that_got_much_of_late_is_meant_alone() -> None:
    limits = Limits(PACE)
    for _ in range(8):
        limits.spend("maryam", 100.0, group=False)
    limits.told_to_wait("maryam", 9, 100.0)
    assert limits.wait("reader", Lane.BULK, 101.0, group=False) < 1


def test_what_was_said_holds_for_the_process_after_this_one() -> None:
    before, after = Limits(PACE), Limits(PACE)
    before.spend("reader", 100.0, group=False)
    before.told_to_wait("reader", 60, 100.0)
    after.go_on_resting(*before.rests(110.0), 5.0)
    assert after.wait("other", Lane.BULK, 5.0, group=False) == pytest.approx(50, abs=0.1)
    assert after.halted(5.0) == 0


def test_an_album_counts_as_many_messages_as_it_has() -> None:
    limits, now = Limits(PACE), 0.0
    left: list[float] = []
    while now < 8:
        wait = limits.wait(f"chat{len(left)}", Lane.BULK, now, group=False, count=11)
        if wait == 0:
            limits.spend(f"chat{len(left)}", now, group=False, count=11)
            left.append(now)
        now += max(0.001, wait)
    assert 8 * PACE * 0.8 <= 11 * len(left) <= 30 + 8 * PACE
    assert 11 * most(left, 1.0) <= 33


def test_the_same_chat_three_times_is_one_chat() -> None:
    limits = Limits(PACE)
    for _ in range(3):
        limits.told_to_wait("maryam", 9, 100.0)
    assert limits.halted(100.0) == 0


def test_without_pacing_a_429_still_holds() -> None:
    limits = Limits(0)
    assert len(sent(limits, ["maryam"], 0.1)) >= 100
    limits.told_to_wait("maryam", 3, 1.0)
    assert limits.wait("maryam", Lane.REPLY, 1.0, group=False) >= 3


@pytest.mark.parametrize("group", [False, True])
def test_memory_of_chats_is_bounded(group: bool) -> None:
    limits = Limits(1000)
    for n in range(REMEMBERED + 50):
        limits.spend(f"chat{n}", float(n), group=group)
        limits.told_to_wait(f"chat{n}", 1, 10.0 * n)
    assert len(limits._chats) <= REMEMBERED
    assert len(limits._until) <= REMEMBERED + 1
