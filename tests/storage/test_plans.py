"""What is asked all day reads indexed rows only, on both engines: the engines say so themselves."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest

from bot.domain.broadcast import Topic
from bot.domain.case import Status
from bot.domain.courses import Among, Stage
from bot.domain.criteria import Criteria
from bot.domain.ids import (
    BroadcastId,
    CaseId,
    CohortId,
    CourseId,
    LessonId,
    ParticipantId,
    PersonId,
    RunId,
)
from bot.domain.triage import Acuity
from bot.storage import (
    acuity,
    attendance,
    audit,
    automatic,
    bookings,
    broadcasts,
    cases,
    claims,
    courses,
    due,
    leases,
    lessons,
    materials,
    notes,
    opt_outs,
    outbox,
    overview,
    participants,
    recipients,
    referrals,
    relay,
    replies,
    search,
    series,
    waiting,
)
from bot.storage.database import Database, Row
from bot.storage.search import Reach
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NARGES, NOON, Working, hire, meet, opened
from tests.storage.courses import held

GROWING = (
    "cases|relay|outbox|audit|copies|due|series_runs|series_sent"
    "|cohorts|lessons|bookings|participants|attendance|lesson_materials|recipients"
)
SMALL = "waiting|unanswered_levels|held_levels|awaiting|of_counselor"
"""Indexes of open cases alone, which may be walked from end to end; two more are walked from
their newest row on, until enough is found."""
WHOLE = {
    "sqlite": re.compile(
        rf"SCAN (?:{GROWING})\b(?! USING (?:COVERING )?INDEX cases_(?:{SMALL}|by_time|claimed)\b)"
    ),
    "postgresql": re.compile(rf"Seq Scan on (?:{GROWING})\b"),
}
NOW = {name: dict.fromkeys(Acuity, NOON) for name in ("claim", "reply", "next")}
ANY = Reach(None)


THOSE = participants.Audience(CohortId(1), Among.ANYBODY, NOON, 500)


def find(reach: Reach = ANY, after: CaseId | None = None, **wanted: Any) -> Any:
    return lambda work: search.find(work, Criteria(**wanted), reach, (NOON - 9, NOON + 9), after)


async def _talk(work: Work) -> None:
    await replies.wrote(work, CaseId(1))
    replies.answered(work, CaseId(1), 7)
    leases.replied(work, CaseId(1))
    await replies.waiting(work, CaseId(1))


async def _seats(work: Work) -> None:
    """Asked for, given back, passed on, and waited for no more."""
    cohort = await held(work, 1)
    made = [await bookings.book(work, cohort, PersonId(number)) for number in (1, 2, 3)]
    assert made[0] is not None
    change = await bookings.leave(work, made[0], PersonId(1))
    assert change is not None
    await bookings.confirm(work, change.offered[0], PersonId(2))
    await waiting.retime(work, cohort)
    await waiting.end(work, cohort)


Asks = Callable[[Work], Awaitable[Any]]
QUESTIONS: dict[str, Asks] = {
    "queue": lambda work: claims.waiting(work, 8),
    "how many wait": claims.waiting_count,
    "next": lambda work: claims.next_waiting(work, PersonId(1)),
    "claim": lambda work: claims.claim(work, CaseId(1), PersonId(1)),
    "usual wait": claims.usual_wait,
    "held by": lambda work: cases.held_by(work, PersonId(1)),
    "case": lambda work: cases.get(work, CaseId(1)),
    "case by code": lambda work: cases.by_code(work, "000-000-000"),
    "transcript": lambda work: relay.transcript(work, CaseId(1), 20),
    "held messages": lambda work: relay.held(work, CaseId(1)),
    "notes": lambda work: notes.of_case(work, CaseId(1)),
    "changes": lambda work: acuity.changes(work, CaseId(1)),
    "referrals": lambda work: referrals.of_case(work, CaseId(1)),
    "cards": lambda work: outbox.rows_about_case(work, CaseId(1), "card"),
    "leases": lambda work: leases.unanswered(work, NOON),
    "talk": _talk,
    "numbers": lambda work: overview.numbers(work.tx.fetch),
    "late": lambda work: overview.late(work.tx.fetch, NOW, 9),
    "first replies": lambda work: overview.first_replies(work.tx.fetch, NOON, (7, 30)),
    "series: of a person": lambda work: series.live_of(work, PersonId(1)),
    "series: what is kept": lambda work: series.kept_by(work, PersonId(1), 20),
    "series: a part": lambda work: series.was_sent(work, RunId(1), 1),
    "series: the last part": lambda work: series.last_sent(work, RunId(1)),
    "series: what is refused": lambda work: opt_outs.of_person(work, PersonId(1)),
    "series: the next part": lambda work: due.waiting(work, "series", 1),
    "series: enough for today": lambda work: automatic.count(work, PersonId(1), 1, 2),
    "courses: stages": courses.stages,
    "courses: of a stage": lambda work: courses.of_stage(work, Stage.LOSS, "online"),
    "courses: where": lambda work: courses.wheres(work, Stage.LOSS),
    "courses: dates": lambda work: courses.open_cohorts(work, CourseId(1)),
    "courses: lessons": lambda work: lessons.of_cohort(work, CohortId(1)),
    "courses: mine": lambda work: participants.of_person(work, PersonId(1)),
    "courses: who comes": lambda work: participants.enrolled(work, CohortId(1)),
    "courses: the next to tell": lambda work: participants.some_of(work, THOSE, 7, 50),
    "courses: how many": lambda work: participants.count_of(work, THOSE),
    "courses: seats": _seats,
    "courses: materials": lambda work: materials.of_lesson(work, LessonId(1)),
    "courses: who was there": lambda work: attendance.of_lesson(work, LessonId(1)),
    "courses: who was where": lambda work: attendance.of_cohort(work, CohortId(1)),
    "courses: where one was": lambda work: attendance.of_participant(work, ParticipantId(1)),
    "broadcasts: ahead": lambda work: broadcasts.ahead(work, 10),
    "broadcasts: who is next": lambda work: recipients.next_waiting(work, BroadcastId(1), 50),
    "broadcasts: progress": lambda work: recipients.progress(work, BroadcastId(1)),
    "broadcasts: on their way": lambda work: recipients.under_way(work, BroadcastId(1)),
    "broadcasts: stragglers": lambda work: recipients.stragglers(work, BroadcastId(1)),
    "broadcasts: the next hour": lambda work: recipients.soonest(work, BroadcastId(1)),
    "broadcasts: lately": lambda work: recipients.ended_since(work, BroadcastId(1), NOON),
    "broadcasts: taken back": lambda work: recipients.recall(work, BroadcastId(1)),
    "broadcasts: refused": lambda work: recipients.refuse(work, PersonId(1), Topic.NEWS),
    "broadcasts: pressed": lambda work: recipients.pressed(work, BroadcastId(1), PersonId(1)),
    "search": find(),
    "search: own": find(Reach(PersonId(1))),
    "search: topic": find(topic="grief"),
    "search: place": find(province="07"),
    "search: state": find(status=Status.CLOSED),
    "search: urgency": find(acuity=Acuity.HIGH),
    "search: colleague": find(counselor=PersonId(1)),
    "search: next page": find(topic="grief", status=Status.CLOSED, after=CaseId(1)),
}


async def heard(work: Work, ask: Asks) -> list[tuple[str, tuple[Any, ...]]]:
    """Every statement that this question sends, kept writes included."""
    statements: list[tuple[str, tuple[Any, ...]]] = []
    fetch, later = work.tx.fetch, work.tx.later

    async def listen(sql: str, *values: Any) -> Sequence[Row]:
        statements.append((sql, values))
        return await fetch(sql, *values)

    def keep(sql: str, *values: Any, rank: int = 1) -> None:
        statements.append((sql, values))
        later(sql, *values, rank=rank)

    work.tx.fetch, work.tx.later = listen, keep  # type: ignore[method-assign]
    try:
        await ask(work)
    finally:
        work.tx.fetch, work.tx.later = fetch, later  # type: ignore[method-assign]
    return statements


WALKED = {"search", "search: state", "search: urgency", "usual wait"}
"""Questions that go back in time until they have enough."""


async def plan(work: Work, dialect: str, sql: str, values: Sequence[Any]) -> str:
    explain = "EXPLAIN QUERY PLAN " if dialect == "sqlite" else "EXPLAIN "
    steps = await work.tx.fetch(explain + sql, *values)
    return "\n".join(" ".join(str(value) for value in dict(step).values()) for step in steps)


async def test_nothing_that_is_asked_all_day_reads_a_whole_table(
    database: Database, working: Working
) -> None:
    whole, found = WHOLE[database.dialect], dict[str, list[str]]()
    async with working() as work:
        await hire(work, NARGES)
        case = await opened(work, meet(work, MARYAM))
        audit.record(work, None, "opened", f"case:{case.id}")
        if database.dialect == "postgresql":
            # A table of one row is read whole; so the planner is asked what it could do instead.
            await work.tx.execute("SET LOCAL enable_seqscan = off")
        for name, ask in QUESTIONS.items():
            for sql, values in await heard(work, ask):
                said = await plan(work, database.dialect, sql, values)
                found.setdefault(name, []).extend(whole.findall(said))
                if name not in WALKED:
                    found[name] += re.findall(r"SCAN .*(?:by_time|claimed)$", said, re.MULTILINE)
    assert len(found) == len(QUESTIONS)
    assert {name: reads for name, reads in found.items() if reads} == {}


@pytest.mark.parametrize("table", GROWING.split("|"))
async def test_the_test_sees_a_whole_table_when_one_is_read(
    database: Database, working: Working, table: str
) -> None:
    async with working() as work:
        if database.dialect == "postgresql":
            await work.tx.execute("SET LOCAL enable_seqscan = off")
        unindexed = {
            "cases": "messages",
            "relay": "number",
            "audit": "allowed",
            "copies": "outbox_id",
            "cohorts": "numbers",
            "lessons": "minutes",
            "bookings": "seats",
            "participants": "confirmed",
            "attendance": "at",
            "lesson_materials": "made_at",
            "series_runs": "part",
            "series_sent": "useful",
            "recipients": "presses",
        }
        column = unindexed.get(table, "attempts")
        said = await plan(work, database.dialect, f"SELECT * FROM {table} WHERE {column} = 7", ())
    assert WHOLE[database.dialect].search(said), said
