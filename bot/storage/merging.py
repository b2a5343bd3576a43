"""Two people who are one: everything of the one whose row goes becomes the other's, once.

What both have is joined by rule: the stricter permission, every opt-out, one open case, one seat
in a cohort, one run of a series.
"""

from dataclasses import dataclass

from bot.conversations.flow import session_from_json, session_to_json
from bot.domain.contact import contact_rules
from bot.domain.ids import PersonId
from bot.domain.linking import Side, stricter
from bot.notation import read, written
from bot.storage import consents, contact
from bot.storage.work import Work

MOVED = (
    "UPDATE consents SET person_id = ? WHERE person_id = ?",
    "UPDATE cases SET person_id = ? WHERE person_id = ?",
    "UPDATE outbox SET person_id = ? WHERE person_id = ?",
    "UPDATE held SET person_id = ? WHERE person_id = ?",
    "UPDATE veiled SET person_id = ? WHERE person_id = ?",
    "UPDATE alerts SET person_id = ? WHERE person_id = ?",
    "UPDATE series_runs SET person_id = ? WHERE person_id = ?",
    "UPDATE participants SET person_id = ? WHERE person_id = ?",
    "UPDATE blocks SET person_id = ? WHERE person_id = ?",
    "UPDATE donations SET person_id = ? WHERE person_id = ?",
    "UPDATE relay SET author_id = ? WHERE author_id = ?",
    "UPDATE due SET subject = ? WHERE subject = ?",
    "UPDATE accounts SET person_id = ? WHERE person_id = ?",
)
"""What simply changes hands. In each the first value is who stays, the second who goes."""
JOINED = frozenset(
    {
        "contacts", "opt_outs", "automatic_days", "sessions", "link_codes", "link_guesses",
        "recipients", "arrivals", "review_wishes",
    }
)  # fmt: skip
"""Tables with one row a person, or a rule of their own: see below."""
STAFF_ONLY = frozenset(
    {
        "staff", "skills", "shifts", "alert_steps", "referral_letters", "listeners", "debriefs",
        "welfare_notices", "broadcast_prompts",
    }
)  # fmt: skip
"""Tables about colleagues: whoever has, or had, a role always stays."""


async def lock(work: Work, first: PersonId, second: PersonId) -> bool:
    """Nobody else joins one of these two until the commit. False: one is not there any more."""
    for person_id in sorted((first, second)):
        if not await work.tx.changed(
            "UPDATE people SET linked = linked WHERE id = ? RETURNING id", person_id
        ):
            return False
    return True


async def side(work: Work, person_id: PersonId) -> Side:
    """What decides whose row stays."""
    row = await work.tx.row(
        "SELECT (SELECT count(*) FROM staff WHERE staff.person_id = people.id) AS roles,"
        " (SELECT count(*) FROM contacts k WHERE k.person_id = people.id"
        " AND (k.code_key IS NOT NULL OR k.help_key IS NOT NULL)) AS words"
        " FROM people WHERE id = ?",
        person_id,
    )
    return Side(person_id, bool(row and row["roles"]), bool(row and row["words"]))


async def fits(work: Work, first: PersonId, second: PersonId) -> bool:
    """Whether together they have one account in each messenger."""
    row = await work.tx.row(
        "SELECT count(*) AS found, count(DISTINCT platform) AS messengers FROM accounts"
        " WHERE person_id IN (?, ?)",
        first, second,
    )  # fmt: skip
    return row is not None and row["found"] == row["messengers"]


async def is_apart(work: Work, person_id: PersonId) -> bool:
    """Whether they have left by quick exit, or are blocked: then nothing is joined to them."""
    row = await work.tx.row(
        "SELECT 1 AS yes FROM people WHERE id = ? AND (EXISTS (SELECT 1 FROM contacts k"
        " WHERE k.person_id = people.id AND k.silenced_at IS NOT NULL)"
        " OR EXISTS (SELECT 1 FROM blocks b WHERE b.person_id = people.id AND b.ended_at IS NULL"
        " AND (b.until_at IS NULL OR b.until_at > ?)))",
        person_id, work.now,
    )  # fmt: skip
    return row is not None


@dataclass(frozen=True, slots=True)
class Merged:
    """`words_lost`: a word of their own that only the one who went had chosen holds no more."""

    words_lost: bool = False


async def merge(work: Work, stays: PersonId, goes: PersonId) -> Merged:
    """Makes them one. What both have as open cases or seats was settled before."""
    lost = await _contacts(work, stays, goes)
    await _consents(work, stays, goes)
    await _session(work, stays, goes)
    await _counts(work, stays, goes)
    await _series(work, stays, goes)
    await _blocks(work, stays, goes)
    await _broadcasts(work, stays, goes)
    await work.tx.execute(
        "INSERT INTO opt_outs (person_id, stream, at)"
        " SELECT ?, stream, at FROM opt_outs WHERE person_id = ? ON CONFLICT DO NOTHING",
        stays, goes,
    )  # fmt: skip
    await work.tx.execute("DELETE FROM opt_outs WHERE person_id = ?", goes)
    await work.tx.execute(
        "INSERT INTO review_wishes (person_id, at)"
        " SELECT ?, at FROM review_wishes WHERE person_id = ? ON CONFLICT DO NOTHING",
        stays, goes,
    )  # fmt: skip
    await work.tx.execute("DELETE FROM review_wishes WHERE person_id = ?", goes)
    for sql in MOVED:
        await work.tx.execute(sql, stays, goes)
    await work.tx.execute("DELETE FROM link_codes WHERE person_id IN (?, ?)", stays, goes)
    await work.tx.execute("DELETE FROM link_guesses WHERE person_id IN (?, ?)", stays, goes)
    await _person(work, stays, goes)
    return Merged(lost)


async def _person(work: Work, stays: PersonId, goes: PersonId) -> None:
    """Who wrote just now can be reached; consent to be helped is consent of the same human."""
    await work.tx.execute(
        "UPDATE people SET linked = 1, unreachable_at = NULL, seen_at = ?,"
        " consented_at = COALESCE(consented_at,"
        " (SELECT other.consented_at FROM people AS other WHERE other.id = ?)) WHERE id = ?",
        work.now, goes, stays,
    )  # fmt: skip
    await work.tx.execute("UPDATE accounts SET lost_at = NULL WHERE person_id = ?", stays)
    await work.tx.execute("DELETE FROM people WHERE id = ?", goes)


async def _consents(work: Work, stays: PersonId, goes: PersonId) -> None:
    """What either has refused is refused."""
    for purpose in consents.OPTIONAL:
        said = await work.tx.fetch(
            "SELECT given, text_version FROM consents WHERE id IN (SELECT max(id) FROM consents"
            " WHERE person_id IN (?, ?) AND purpose = ? GROUP BY person_id)",
            stays, goes, purpose,
        )  # fmt: skip
        if {bool(row["given"]) for row in said} == {True, False}:
            version = max(int(row["text_version"]) for row in said)
            consents.record(work, stays, purpose, version, given=False)


async def _contacts(work: Work, stays: PersonId, goes: PersonId) -> bool:
    """One set of rules of safe contact. True where words of their own were lost: the index of a
    word is bound to the person."""
    rows = await work.tx.fetch(
        "SELECT person_id, writing, hours, code_key, help_key, quiet_from, quiet_until"
        " FROM contacts WHERE person_id IN (?, ?)",
        stays, goes,
    )  # fmt: skip
    found = {row["person_id"]: dict(row) for row in rows}
    theirs = found.get(goes)
    if theirs is None:
        return False
    mine = found.get(stays, {})
    rules = stricter(
        contact_rules(mine.get("writing") or "", (mine.get("hours") or "").split()),
        contact_rules(theirs["writing"] or "", (theirs["hours"] or "").split()),
    )
    await contact.remember(work, stays, rules)
    if mine.get("quiet_from") is None:
        await work.tx.execute(
            "UPDATE contacts SET quiet_from = ?, quiet_until = ? WHERE person_id = ?",
            theirs["quiet_from"], theirs["quiet_until"], stays,
        )  # fmt: skip
    await work.tx.execute("DELETE FROM contacts WHERE person_id = ?", goes)
    return any(theirs[word] and not mine.get(word) for word in ("code_key", "help_key"))


async def _session(work: Work, stays: PersonId, goes: PersonId) -> None:
    """Where they stand in a conversation: one place, that of who stays where both have one. Whose
    request is open already is not asked what it is about."""
    row = await work.tx.row("SELECT body, subject FROM sessions WHERE person_id = ?", goes)
    mine = await work.tx.row(
        "SELECT 1 AS yes FROM sessions WHERE person_id = ? UNION SELECT 1 FROM cases"
        " WHERE person_id = ? AND status <> 'closed' AND EXISTS (SELECT 1 FROM sessions w"
        " WHERE w.person_id = ? AND w.flow = 'intake')",
        stays, stays, goes,
    )  # fmt: skip
    await work.tx.execute("DELETE FROM sessions WHERE person_id = ?", goes)
    if row is not None and mine is None:
        session = session_from_json(read(work.open(row["body"], "sessions.body", goes)))
        await work.tx.execute(
            "INSERT INTO sessions (person_id, flow, version, question, subject, body, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            stays, session.flow, session.version, session.question, row["subject"],
            work.seal(written(session_to_json(session)), "sessions.body", stays), work.now,
        )  # fmt: skip


async def _counts(work: Work, stays: PersonId, goes: PersonId) -> None:
    """How much a clock has sent on the last day: of both together."""
    await work.tx.execute(
        "INSERT INTO automatic_days (person_id, day, messages)"
        " SELECT ?, day, messages FROM automatic_days WHERE person_id = ?"
        " ON CONFLICT (person_id) DO UPDATE SET messages ="
        " CASE WHEN excluded.day = automatic_days.day"
        " THEN automatic_days.messages + excluded.messages"
        " WHEN excluded.day > automatic_days.day THEN excluded.messages"
        " ELSE automatic_days.messages END,"
        " day = CASE WHEN excluded.day > automatic_days.day THEN excluded.day"
        " ELSE automatic_days.day END",
        stays, goes,
    )  # fmt: skip
    await work.tx.execute("DELETE FROM automatic_days WHERE person_id = ?", goes)


_LIVE = "state IN ('asked', 'running', 'paused')"


async def _series(work: Work, stays: PersonId, goes: PersonId) -> None:
    """Of a series that both follow, the run that has come farther goes on."""
    rows = await work.tx.fetch(
        "SELECT id, series FROM series_runs WHERE person_id IN (?, ?) AND " + _LIVE
        + " ORDER BY series, part DESC, id",
        stays, goes,
    )  # fmt: skip
    seen: set[str] = set()
    for row in rows:
        if row["series"] in seen:
            await work.tx.execute(
                "UPDATE series_runs SET state = 'stopped', ended_at = ? WHERE id = ? AND " + _LIVE,
                work.now, row["id"],
            )  # fmt: skip
            await work.tx.execute(
                "DELETE FROM due WHERE subject = ? AND state = 'waiting'", row["id"]
            )
        seen.add(row["series"])


async def _blocks(work: Work, stays: PersonId, goes: PersonId) -> None:
    """Of two that are not ended, the one that holds longer."""
    rows = await work.tx.fetch(
        "SELECT id FROM blocks WHERE person_id IN (?, ?) AND ended_at IS NULL"
        " ORDER BY CASE WHEN until_at IS NULL THEN 0 ELSE 1 END, until_at DESC",
        stays, goes,
    )  # fmt: skip
    for row in rows[1:]:
        await work.tx.execute("UPDATE blocks SET ended_at = ? WHERE id = ?", work.now, row["id"])


_ONE_COPY = (
    "DELETE FROM recipients WHERE person_id = ? AND EXISTS (SELECT 1 FROM recipients o"
    " WHERE o.broadcast_id = recipients.broadcast_id AND o.person_id = ?)",
    "DELETE FROM arrivals WHERE person_id = ? AND EXISTS (SELECT 1 FROM arrivals o"
    " WHERE o.broadcast_id = arrivals.broadcast_id AND o.person_id = ?)",
)


async def _broadcasts(work: Work, stays: PersonId, goes: PersonId) -> None:
    """One copy of each: of two rows the one that is farther on its way."""
    await work.tx.execute(
        "DELETE FROM recipients WHERE person_id = ? AND state = 'waiting' AND EXISTS"
        " (SELECT 1 FROM recipients o WHERE o.broadcast_id = recipients.broadcast_id"
        " AND o.person_id = ? AND o.state <> 'waiting')",
        stays, goes,
    )  # fmt: skip
    for sql in _ONE_COPY:
        await work.tx.execute(sql, goes, stays)
    await work.tx.execute("UPDATE recipients SET person_id = ? WHERE person_id = ?", stays, goes)
    await work.tx.execute("UPDATE arrivals SET person_id = ? WHERE person_id = ?", stays, goes)
