"""Storage stories run on both engines, on real files and a real server."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

import pytest

from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity, Triage
from bot.storage import cases, claims, people
from bot.storage.cases import Request
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from bot.storage.work import Work
from tests.databases import (  # noqa: F401 (fixtures)
    database,
    database_url,
    postgres_server,
    postgres_url,
    sqlite_url,
)

NOON = 1_790_000_000_000
"""When our stories happen, unless they say otherwise."""

Working: TypeAlias = Callable[..., AbstractAsyncContextManager[Work]]


@pytest.fixture
def sealer() -> Sealer:
    return Sealer("k1", {"k1": bytes(32)}, b"index")


@pytest.fixture
def ids() -> Ids:
    return Ids()


@pytest.fixture
def working(database: Database, sealer: Sealer, ids: Ids) -> Working:  # noqa: F811
    """One transaction's worth of work: `async with working(at=…) as work`."""

    @asynccontextmanager
    async def one(at: int = NOON) -> AsyncIterator[Work]:
        async with database.transaction() as tx:
            yield Work(tx, sealer, ids, at)

    return one


MARYAM, HOSSEIN, NARGES, OMID = 1001, 1002, 2001, 2002
"""Accounts of our standing cast: two families, two counselors."""


def meet(work: Work, account: int) -> PersonId:
    """Somebody who writes for the first time."""
    return people.add(work, Platform.TELEGRAM, account, "fa").person.id


async def hire(work: Work, account: int, role: Role = Role.COUNSELOR) -> PersonId:
    """Somebody new who has a role from now on."""
    person = meet(work, account)
    await people.appoint(work, person, role, f"نام {account}", on_call=False)
    return person


def request(acuity: Acuity = Acuity.MEDIUM, **more: Any) -> Request:
    return Request("grief", Triage(acuity, ("topic_grief",)), **more)


async def opened(work: Work, person: PersonId, acuity: Acuity = Acuity.MEDIUM) -> Case:
    """A case of this person in the queue."""
    case = await cases.open_case(work, person, request(acuity))
    assert case is not None
    return case


async def claimed(work: Work, person: PersonId, by: PersonId) -> Case:
    case = await opened(work, person)
    assert await claims.claim(work, case.id, by)
    return case
