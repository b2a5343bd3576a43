"""Invitations: a role for whoever holds the token, once, for a time."""

import asyncio

from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.invitations import Invitation, accept, invite
from tests.storage.conftest import NARGES, NOON, OMID, Working, meet

DAY = 86_400_000


async def test_an_invitation_works_once(working: Working) -> None:
    offer = Invitation(Role.COUNSELOR, "نرگس", True)
    async with working() as work:
        narges, omid = meet(work, NARGES), meet(work, OMID)
        await invite(work, "token", offer, None, NOON + DAY)
        assert await accept(work, "wrong", omid) is None
        assert await accept(work, "token", narges) == offer
        assert await accept(work, "token", omid) is None


async def test_an_invitation_grows_old(working: Working) -> None:
    async with working() as work:
        await invite(work, "token", Invitation(Role.COUNSELOR, "ن", False), None, NOON + DAY)
    async with working(NOON + DAY) as work:
        assert await accept(work, "token", meet(work, NARGES)) is None


async def test_of_two_who_use_an_invitation_at_once_one_gets_in(working: Working) -> None:
    async with working() as work:
        guests = [meet(work, account) for account in (NARGES, OMID)]
        await invite(work, "token", Invitation(Role.COUNSELOR, "ن", False), None, NOON + DAY)

    async def use(guest: PersonId) -> bool:
        async with working() as work:
            return await accept(work, "token", guest) is not None

    assert sorted(await asyncio.gather(*map(use, guests))) == [False, True]


async def test_the_token_of_an_invitation_is_not_in_the_database(
    database: Database, working: Working
) -> None:
    async with working() as work:
        await invite(work, "unmistakable", Invitation(Role.COUNSELOR, "ن", False), None, 1)
    assert "unmistakable" not in repr(
        [dict(r) for r in await database.read("SELECT * FROM invites")]
    )
