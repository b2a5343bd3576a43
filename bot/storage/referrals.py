"""Referrals. Every step is a guarded update: whoever comes second finds it done."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.ids import CaseId, OutboxId, PartnerId, PersonId, ReferralId
from bot.domain.referral import (
    CONSENT_VERSION,
    WITH_PARTNER,
    Override,
    Referral,
    Refusal,
    Share,
    State,
    Urgency,
    before,
    next_silence,
)
from bot.storage.database import Row, marks
from bot.storage.work import Work

_COLUMNS = (
    "id, case_id, partner_id, author_id, state, urgency, shares, summary, declined_at, override,"
    " refusal, sent_at, reminded, moved_by, moved_at"
)


def _referral(work: Work, row: Row) -> Referral:
    return Referral(
        ReferralId(row["id"]),
        CaseId(row["case_id"]),
        PartnerId(row["partner_id"]),
        PersonId(row["author_id"]),
        State(row["state"]),
        Urgency(row["urgency"]) if row["urgency"] is not None else None,
        tuple(Share(share) for share in json.loads(row["shares"])),
        work.open(row["summary"], "referrals.summary", row["id"]),
        row["declined_at"] is not None,
        Override(row["override"]) if row["override"] is not None else None,
        Refusal(row["refusal"]) if row["refusal"] is not None else None,
        row["sent_at"],
        row["reminded"],
        PersonId(row["moved_by"]) if row["moved_by"] is not None else None,
        row["moved_at"],
    )


async def get(work: Work, referral_id: ReferralId) -> Referral | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM referrals WHERE id = ?", referral_id)
    return _referral(work, row) if row else None


async def of_case(work: Work, case_id: CaseId) -> list[Referral]:
    """The referrals of a case that were written to their end, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM referrals WHERE case_id = ? AND urgency IS NOT NULL"
        " ORDER BY id",
        case_id,
    )
    return [_referral(work, row) for row in rows]


async def with_partner(work: Work, partner_id: PartnerId, limit: int) -> list[Referral]:
    """What the institution has to answer or to finish, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM referrals WHERE partner_id = ? AND state IN (?, ?)"
        " ORDER BY id LIMIT ?",
        partner_id, *(state.value for state in WITH_PARTNER), limit,
    )  # fmt: skip
    return [_referral(work, row) for row in rows]


async def sent_about(work: Work, person_id: PersonId) -> list[Referral]:
    """All that ever went to partners about a person, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM referrals WHERE sent_at IS NOT NULL AND case_id IN"
        " (SELECT id FROM cases WHERE person_id = ?) ORDER BY id",
        person_id,
    )
    return [_referral(work, row) for row in rows]


# Writing one.


async def draft(
    work: Work, case_id: CaseId, partner_id: PartnerId, author: PersonId
) -> Referral | None:
    """Begins a referral. None when this case has a live one to this partner already.

    What the author, or anybody for this partner, began and did not finish makes room for it.
    """
    await work.tx.execute(
        "DELETE FROM referrals WHERE case_id = ? AND state = 'drafted' AND urgency IS NULL"
        " AND (author_id = ? OR partner_id = ?)",
        case_id, author, partner_id,
    )  # fmt: skip
    row = await work.tx.row(
        "INSERT INTO referrals (id, case_id, partner_id, author_id, state, shares, created_at,"
        " moved_by, moved_at) VALUES (?, ?, ?, ?, 'drafted', '[]', ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING " + _COLUMNS,
        work.ids.next(), case_id, partner_id, author, work.now, author, work.now,
    )  # fmt: skip
    return _referral(work, row) if row else None


async def unfinished(work: Work, case_id: CaseId, author: PersonId) -> Referral | None:
    """What the author is writing about this case."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM referrals WHERE case_id = ? AND author_id = ?"
        " AND state = 'drafted' AND urgency IS NULL",
        case_id, author,
    )  # fmt: skip
    return _referral(work, row) if row else None


async def discard(work: Work, author: PersonId) -> None:
    """Forgets what the author began and did not finish."""
    await work.tx.execute(
        "DELETE FROM referrals WHERE author_id = ? AND state = 'drafted' AND urgency IS NULL",
        author,
    )


async def finish(
    work: Work, referral_id: ReferralId, urgency: Urgency, shares: Sequence[Share], summary: str
) -> bool:
    """The counselor has written it to its end. True once."""
    return await work.tx.changed(
        "UPDATE referrals SET urgency = ?, shares = ?, summary = ?, moved_at = ?"
        " WHERE id = ? AND state = 'drafted' AND urgency IS NULL RETURNING id",
        urgency.value, json.dumps([share.value for share in shares]),
        work.seal(summary, "referrals.summary", referral_id) if summary else None,
        work.now, referral_id,
    )  # fmt: skip


# From state to state.


async def move(
    work: Work, referral_id: ReferralId, after: State, by: PersonId | None = None
) -> bool:
    """True for the one that brings it into this state, from a state that leads there."""
    states = [state.value for state in before(after)]
    return bool(states) and await work.tx.changed(
        "UPDATE referrals SET state = ?, moved_by = ?, moved_at = ? WHERE id = ?"
        " AND urgency IS NOT NULL AND state IN (" + marks(len(states)) + ") RETURNING id",
        after.value, by, work.now, referral_id, *states,
    )  # fmt: skip


async def refuse(work: Work, referral_id: ReferralId, reason: Refusal, by: PersonId | None) -> bool:
    """True for the one whose refusal counts."""
    if not await move(work, referral_id, State.REFUSED, by):
        return False
    await work.tx.execute(
        "UPDATE referrals SET refusal = ? WHERE id = ?", reason.value, referral_id
    )
    return True


async def send(
    work: Work, referral: Referral, by: PersonId, override: Override | None = None
) -> bool:
    """True once: the family's yes, or a supervisor's reason, sends it."""
    assert referral.urgency is not None
    return await work.tx.changed(
        "UPDATE referrals SET state = 'sent', override = ?, sent_at = ?, next_at = ?,"
        " moved_by = ?, moved_at = ? WHERE id = ? AND urgency IS NOT NULL AND state IN (?, ?)"
        " RETURNING id",
        override.value if override else None, work.now,
        next_silence(referral.urgency, work.now, 0), by, work.now, referral.id,
        State.CONSENT_ASKED.value,
        # Only an override can overtake the question.
        State.DRAFTED.value if override else State.CONSENT_ASKED.value,
    )  # fmt: skip


async def decline(work: Work, referral_id: ReferralId) -> bool:
    """The family says no. True once, and only while it is asked."""
    return await work.tx.changed(
        "UPDATE referrals SET declined_at = ? WHERE id = ? AND state = 'consent_asked'"
        " AND declined_at IS NULL RETURNING id",
        work.now, referral_id,
    )  # fmt: skip


def consent(work: Work, person_id: PersonId, referral_id: ReferralId, *, given: bool) -> None:
    """Keeps the family's yes, no, or withdrawal, with the version of what they read."""
    work.tx.later(
        "INSERT INTO consents (id, person_id, purpose, text_version, given, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        work.ids.next(), person_id, f"referral:{referral_id}", CONSENT_VERSION, int(given),
        work.now,
    )  # fmt: skip


# What the clock looks at.


async def silent(work: Work) -> list[Referral]:
    """Sent, not answered, and something is due."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM referrals WHERE state = 'sent' AND next_at <= ?"
        " ORDER BY next_at LIMIT 100",
        work.now,
    )
    return [_referral(work, row) for row in rows]


async def remind(work: Work, referral: Referral, reached: int) -> bool:
    """True once for each step of a silence."""
    assert referral.urgency is not None and referral.sent_at is not None
    return await work.tx.changed(
        "UPDATE referrals SET reminded = ?, next_at = ? WHERE id = ? AND state = 'sent'"
        " AND reminded < ? RETURNING id",
        reached, next_silence(referral.urgency, referral.sent_at, reached), referral.id, reached,
    )  # fmt: skip


async def to_ask(work: Work, present_since: int) -> list[Referral]:
    """Written to the end and not asked about, of families who have written since then."""
    rows = await work.tx.fetch(
        "SELECT r.id FROM referrals r JOIN cases c ON c.id = r.case_id"
        " JOIN people p ON p.id = c.person_id WHERE r.state = 'drafted'"
        " AND r.urgency IS NOT NULL AND p.seen_at >= ? ORDER BY r.id LIMIT 100",
        present_since,
    )
    found = [await get(work, ReferralId(row["id"])) for row in rows]
    return [referral for referral in found if referral is not None]


# The messages by which partners have them.


def remember_letter(
    work: Work, referral_id: ReferralId, row: OutboxId, to: PersonId, *, paper: bool = False
) -> None:
    work.tx.later(
        "INSERT INTO referral_letters (outbox_id, referral_id, person_id, paper)"
        " VALUES (?, ?, ?, ?)",
        row, referral_id, to, int(paper),
    )  # fmt: skip


async def letters(work: Work, referral_id: ReferralId) -> list[tuple[OutboxId, PersonId]]:
    """The messages that hold this referral, and whose they are."""
    return await _letters(work, referral_id, 0)


async def papers(work: Work, referral_id: ReferralId) -> list[tuple[OutboxId, PersonId]]:
    """The documents that hold it, and whose they are."""
    return await _letters(work, referral_id, 1)


async def _letters(
    work: Work, referral_id: ReferralId, paper: int
) -> list[tuple[OutboxId, PersonId]]:
    rows = await work.tx.fetch(
        "SELECT outbox_id, person_id FROM referral_letters WHERE referral_id = ? AND paper = ?"
        " ORDER BY outbox_id",
        referral_id, paper,
    )  # fmt: skip
    return [(OutboxId(row["outbox_id"]), PersonId(row["person_id"])) for row in rows]


@dataclass(frozen=True, slots=True)
class Count:
    """How many referrals of a partner stand in a state."""

    partner_id: PartnerId
    state: State
    number: int


async def counts(work: Work, since: int = 0) -> list[Count]:
    """By partner and state, of those sent since then; done / all is the share completed."""
    rows = await work.tx.fetch(
        "SELECT partner_id, state, count(*) AS n FROM referrals WHERE sent_at >= ?"
        " GROUP BY partner_id, state ORDER BY partner_id, state",
        since,
    )
    return [Count(PartnerId(row["partner_id"]), State(row["state"]), int(row["n"])) for row in rows]
