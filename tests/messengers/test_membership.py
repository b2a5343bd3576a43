"""Who leaves a group on Bale is found out by asking, and nobody is lost to a misread answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.domain.people import Platform, Role
from bot.endpoints import Bale
from bot.handlers.house import Place
from bot.messengers.connection import connect
from bot.messengers.membership import Membership
from bot.messengers.platforms import BALE
from bot.messengers.poller import Intake
from bot.sandbox import Emulator
from bot.sandbox.server import BALE_TOKEN
from bot.storage import people
from bot.storage.migrate import migrate
from bot.storage.sqlite import open_sqlite
from tests.faults.engine import BOT, Engine, engine, presses
from tests.stage import Json, Player, Stage


class Group:
    """A group of two counselors on Bale, and whoever looks them up."""

    def __init__(self, stage: Stage, middle: Engine, membership: Membership, chat: Json) -> None:
        self.stage, self.middle, self.membership, self.chat = stage, middle, membership, chat

    async def leaves(self, who: Player) -> None:
        await self.stage.post("group", chat=self.chat["key"], person=who.id, action="leave")

    async def looks(self) -> None:
        await self.membership.look()
        await self.middle.works()

    async def roles(self) -> int:
        return await self.middle.count("staff", "ended_at IS NULL AND role = 'counselor'")


@asynccontextmanager
async def counselors(folder: Path, names: list[str]) -> AsyncIterator[tuple[Group, list[Player]]]:
    database = await open_sqlite(folder / "hamdeli.db")
    await migrate(database)
    async with Emulator() as emulator, Stage(emulator.url, lenient=True) as stage:
        players = [await stage.person(name, platform="bale", started=True) for name in names]
        chat = await stage.group("مشاوران", players, platform="bale")
        async with engine(database, folder) as plain:
            place = Place("hamdeli_bot", chat["id"])
            house = replace(plain.tools.house, places={Platform.BALE: place})
            middle = Engine(replace(plain.tools, house=house))
            for player in players:
                await counselor(middle, player)
            given = Bale(token=SecretStr(BALE_TOKEN), api_url=emulator.url, file_url=emulator.url)
            connection = connect(given, Platform.BALE)
            await connection.open()
            try:
                yield Group(stage, middle, Membership(connection, middle.tools), chat), players
            finally:
                await connection.close()
                await database.close()


async def counselor(middle: Engine, player: Player) -> None:
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        person = people.add(work, Platform.BALE, player.id, "fa").person.id
        await people.appoint(work, person, Role.COUNSELOR, player.name, on_call=False)


@pytest.mark.parametrize("stranger", ["404", "left"])
async def test_a_counselor_who_left_loses_the_role_at_the_second_look(
    tmp_path: Path, stranger: str
) -> None:
    async with counselors(tmp_path, ["نرگس", "امید"]) as (group, (_, omid)):
        await group.stage.post("bale", stranger=stranger)
        await group.looks()
        await group.leaves(omid)
        await group.looks()
        assert await group.roles() == 2
        await group.looks()
        assert await group.roles() == 1


async def test_where_nobody_is_seen_any_more_nothing_is_changed(tmp_path: Path) -> None:
    async with counselors(tmp_path, ["نرگس", "امید"]) as (group, both):
        await group.looks()
        for each in both:
            await group.leaves(each)
        for _ in range(3):
            await group.looks()
        assert await group.roles() == 2


async def test_who_never_was_in_the_group_keeps_the_role(tmp_path: Path) -> None:
    async with counselors(tmp_path, ["نرگس"]) as (group, _):
        lonely = await group.stage.person("لیلا", platform="bale", started=True)
        await counselor(group.middle, lonely)
        for _ in range(3):
            await group.looks()
        assert await group.roles() == 2


async def test_a_press_of_a_colleague_has_everybody_looked_up_soon(tmp_path: Path) -> None:
    async with counselors(tmp_path, ["نرگس", "امید"]) as (group, (narges, omid)):
        await group.looks()
        await group.leaves(omid)
        group.membership.pause = 0.01
        stop = asyncio.Event()
        looking = asyncio.create_task(group.membership.run(stop))
        intake = Intake(BALE, BOT, group.middle.tools)
        while await group.roles() == 2:
            await intake.keep([presses(narges.id, "1.c.claim.a")])
            await group.middle.works()
            await asyncio.sleep(0.05)
        stop.set()
        await looking
        assert await group.roles() == 1
