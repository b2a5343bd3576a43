"""For whom a messenger's own form for reviews is wished: after a good talk, and nobody at risk."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.case import Case, Status
from bot.domain.contact import ContactRules, Writing
from bot.domain.donation import Review
from bot.domain.people import Platform
from bot.domain.triage import Acuity
from bot.handlers.desk import Turn
from bot.handlers.family import reviews
from bot.handlers.incoming import ChatKind, Incoming, TextIn
from bot.storage import alerts, contact, people
from tests.faults.engine import Engine
from tests.handlers.both import Both
from tests.storage.conftest import opened

MINA = 7001


class After(Both):
    """The end of a talk, and what the family is owed then."""

    async def wishes(
        self,
        score: int | None = 5,
        platform: Platform = Platform.BALE,
        writing: Writing | None = Writing.ANY,
        *,
        alerted: bool = False,
        **case: Any,
    ) -> int:
        """How many forms are wished for."""
        tools = self.middle.tools
        async with tools.database.transaction() as tx:
            desk = tools.desk(tx)
            known = people.add(desk.work, platform, MINA, "fa")
            if writing is not None:
                await contact.remember(desk.work, known.person.id, ContactRules(writing))
            if alerted:
                await alerts.raise_alert(desk.work, known.person.id, "violence", "rule", "")
            of: Case = await opened(desk.work, known.person.id, Acuity.LOW)
            closed = replace(of, **{"status": Status.CLOSED, **case})
            said = Incoming(platform, MINA, ChatKind.PRIVATE, MINA, "fa", 1, TextIn("x"))
            turn = Turn(desk.work, desk.house, said, known)
            for _ in range(2):
                await reviews.wish(turn, closed, score)
        return sum(isinstance(one.message, Review) for one in await self.middle.owes())


@pytest.fixture
def after(middle: Engine) -> After:
    return After(middle)


async def test_a_form_is_wished_for_once(after: After) -> None:
    assert await after.wishes() == 1


@pytest.mark.parametrize(
    "given",
    [
        {"score": 3},
        {"score": None},
        {"platform": Platform.TELEGRAM},
        {"writing": None},
        {"writing": Writing.NEUTRAL},
        {"writing": Writing.WAIT},
        {"alerted": True},
        {"minor": True},
        {"acuity": Acuity.HIGH},
        {"status": Status.CLAIMED},
    ],
    ids=str,
)
async def test_nobody_else_is_asked(after: After, given: dict[str, Any]) -> None:
    assert await after.wishes(**given) == 0
