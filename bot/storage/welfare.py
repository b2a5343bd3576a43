"""How much colleagues carry, and whether they were asked how they are."""

from bot.domain.ids import CaseId, DebriefId, PersonId
from bot.domain.welfare import DAY, Load
from bot.storage.work import Work


async def loads(work: Work) -> dict[PersonId, Load]:
    """The last day of everybody who did anything, or has anything open."""
    since = work.now - DAY
    claimed = await work.tx.fetch(
        "SELECT counselor_id AS who, sum(CASE WHEN acuity <= 1 THEN 1 ELSE 0 END) AS hard,"
        " max(CASE WHEN acuity = 0 THEN claimed_at END) AS at"
        " FROM cases WHERE claimed_at > ? AND counselor_id IS NOT NULL GROUP BY counselor_id",
        since,
    )
    ended = await work.tx.fetch(
        "SELECT person_id AS who, max(at) AS at FROM debriefs WHERE at > ? GROUP BY person_id",
        since,
    )
    wrote = await work.tx.fetch(
        "SELECT author_id AS who, count(DISTINCT at / 3600000) AS hours FROM relay"
        " WHERE author = 'staff' AND at > ? GROUP BY author_id",
        since,
    )
    held = await work.tx.fetch(
        "SELECT counselor_id AS who, count(*) AS n FROM cases WHERE status = 'claimed'"
        " AND counselor_id IS NOT NULL GROUP BY counselor_id"
    )
    hard = {row["who"]: int(row["hard"]) for row in claimed}
    began, over = ({row["who"]: row["at"] for row in rows} for rows in (claimed, ended))
    hours = {row["who"]: int(row["hours"]) for row in wrote}
    open_cases = {row["who"]: int(row["n"]) for row in held}
    return {
        PersonId(who): Load(
            hard.get(who, 0),
            max((at for at in (began.get(who), over.get(who)) if at is not None), default=None),
            hours.get(who, 0),
            open_cases.get(who, 0),
        )
        for who in {*hard, *over, *hours, *open_cases}
    }


async def notice(work: Work, person_id: PersonId, day: str) -> bool:
    """True once a day (ISO) for each colleague: supervisors are told then."""
    return await work.tx.changed(
        "INSERT INTO welfare_notices (person_id, day, at) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING person_id",
        person_id, day, work.now,
    )  # fmt: skip


async def debrief(work: Work, person_id: PersonId, case_id: CaseId) -> DebriefId:
    """An immediate case has left this colleague."""
    number = DebriefId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO debriefs (id, person_id, case_id, at) VALUES (?, ?, ?, ?)",
        number, person_id, case_id, work.now,
    )  # fmt: skip
    return number


async def ask(work: Work, number: DebriefId) -> PersonId | None:
    """Who is asked now. None where that has happened."""
    row = await work.tx.row(
        "UPDATE debriefs SET asked_at = ? WHERE id = ? AND asked_at IS NULL RETURNING person_id",
        work.now, number,
    )  # fmt: skip
    work.tx.touched = True
    return PersonId(row["person_id"]) if row else None


async def wish(work: Work, number: DebriefId, who: PersonId) -> bool:
    """They would like to talk. True once, and for themselves only."""
    return await work.tx.changed(
        "UPDATE debriefs SET wished_at = ? WHERE id = ? AND person_id = ? AND wished_at IS NULL"
        " RETURNING id",
        work.now, number, who,
    )  # fmt: skip


async def forget(work: Work, before: int) -> None:
    """Retention: how somebody was is nobody's business for long."""
    await work.tx.execute("DELETE FROM debriefs WHERE at < ?", before)
    await work.tx.execute("DELETE FROM welfare_notices WHERE at < ?", before)
