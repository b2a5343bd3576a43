"""Where no limits are published, they are felt for."""

from bot.domain.delivery import Lane
from bot.messengers.limits import Limits
from bot.messengers.paces import BALE, GENTLE, RECOVERY, felt
from tests.messengers.test_limits import most, sent


def test_a_felt_rate_begins_at_half_and_grows() -> None:
    rate = felt(5.0)
    assert rate.now(0.0) == 2.5
    assert 2.5 < rate.now(RECOVERY / 4) < 5.0
    assert rate.now(RECOVERY) == 5.0


def test_each_refusal_halves_it_but_never_to_nothing() -> None:
    rate = felt(5.0)
    rate.now(0.0)
    rate.refused(RECOVERY)
    assert rate.now(RECOVERY) == 2.5
    for _ in range(20):
        rate.refused(RECOVERY)
    assert rate.now(RECOVERY) == GENTLE
    assert rate.now(3 * RECOVERY) == 5.0


def test_all_chats_of_bale_together_never_pass_five_a_second() -> None:
    times = sent(Limits(5.0, BALE), [f"chat{n}" for n in range(50)], 30)
    assert most(times, 1.0) <= 5
    assert len(times) <= 5 + 30 * 5


def test_one_chat_of_bale_gets_a_short_burst_and_then_one_in_three_seconds() -> None:
    times = sent(Limits(5.0, BALE), ["mina"], 60)
    assert len(times) <= BALE.chat_burst + 60 / 3 + 1


def test_a_429_slows_all_of_bale_down_and_holds_the_chat_that_it_names() -> None:
    limits = Limits(5.0, BALE)
    chats = [f"chat{n}" for n in range(50)]
    before = len(sent(limits, chats, 10))
    limits.told_to_wait("chat0", 7, 10.0)
    assert limits.wait("chat0", Lane.REPLY, 12.0, group=False) > 4
    quick = Limits(5.0, BALE)
    assert before <= len(sent(quick, chats, 10)) + 1
