"""Broadcasts as coordinators and their readers live through them, on a clock that we move."""

import pytest

from bot.domain.broadcast import State
from bot.domain.contact import Writing
from tests.faults.engine import Engine
from tests.handlers.mailing import DENA, Mailing


@pytest.fixture
async def mailing(middle: Engine) -> Mailing:
    mailing = Mailing(middle)
    await mailing.staff()
    return mailing


async def test_a_message_reaches_everybody_who_may_be_written_to_once(mailing: Mailing) -> None:
    families = await mailing.settle(120)
    others = [*await mailing.settle(2, Writing.WAIT), *await mailing.settle(2, None),
              *await mailing.settle(2, Writing.NEUTRAL)]  # fmt: skip
    number = await mailing.writes("سلام به همه")
    await mailing.launches(number)
    await mailing.seconds(12)
    assert await mailing.state() is State.DONE
    assert await mailing.fates() == {"sent": 120}
    assert {mailing.got(family, "سلام به همه") for family in families} == {1}
    assert {mailing.got(other, "سلام به همه") for other in others} == {0}
    assert mailing.got(DENA, "گزارش") == 1
