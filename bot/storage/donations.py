"""Donations: an invoice, at most one payment of it at a time, and each payment counted once."""

from dataclasses import dataclass

from bot.domain.donation import LASTS, PAYABLE, State
from bot.domain.ids import DonationId, OutboxId, PersonId
from bot.domain.people import Platform
from bot.storage.database import Row, marks
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Donation:
    """`amount` in rials. `transaction`: the payment that was let through last."""

    id: DonationId
    person_id: PersonId | None
    platform: Platform
    amount: int
    state: State
    moved_at: int
    transaction: str | None = None


def _index(work: Work, transaction: str) -> str:
    return work.sealer.index(f"transaction:{transaction}")


def _donation(work: Work, row: Row) -> Donation:
    number, sealed = DonationId(row["id"]), row["transaction_id"]
    return Donation(
        number,
        PersonId(row["person_id"]) if row["person_id"] is not None else None,
        Platform(row["platform"]),
        row["amount"],
        State(row["state"]),
        row["moved_at"],
        work.open(sealed, "donations.transaction_id", number) if sealed else None,
    )


_COLUMNS = "id, person_id, platform, amount, state, moved_at, transaction_id"


async def offer(work: Work, person_id: PersonId, platform: Platform, amount: int) -> DonationId:
    """A new donation of this person. What they were offered before cannot be paid any more."""
    await work.tx.execute(
        "UPDATE donations SET state = 'replaced', moved_at = ?"
        " WHERE person_id = ? AND state IN ('offered', 'failed')",
        work.now, person_id,
    )  # fmt: skip
    number = DonationId(work.ids.next())
    work.tx.later(
        "INSERT INTO donations (id, person_id, platform, amount, made_at, moved_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        number, person_id, platform.value, amount, work.now, work.now,
    )  # fmt: skip
    return number


def sent_as(work: Work, donation: DonationId, row: OutboxId) -> None:
    work.tx.later("UPDATE donations SET outbox_id = ? WHERE id = ?", row, donation)


async def get(work: Work, donation: DonationId) -> Donation | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM donations WHERE id = ?", donation)
    return _donation(work, row) if row else None


async def let_through(
    work: Work, donation: DonationId, person_id: PersonId, amount: int, transaction: str
) -> bool:
    """Whether this payment may go on: it is theirs, of this amount, young enough, and no other
    payment of it is under way. The same payment may ask again."""
    states = [state.value for state in PAYABLE]
    key = _index(work, transaction)
    return await work.tx.changed(
        "UPDATE donations SET state = 'pending', moved_at = ?, transaction_id = ?,"
        " transaction_key = ? WHERE id = ? AND person_id = ? AND amount = ? AND made_at > ?"
        " AND (state IN (" + marks(len(states)) + ")"
        " OR (state = 'pending' AND transaction_key = ?)) RETURNING id",
        work.now, work.seal(transaction, "donations.transaction_id", donation), key, donation,
        person_id, amount, work.now - LASTS, *states, key,
    )  # fmt: skip


async def settle(work: Work, donation: DonationId, state: State) -> bool:
    """What has become of the payment that was let through. False where that is known already."""
    return await work.tx.changed(
        "UPDATE donations SET state = ?, moved_at = ? WHERE id = ? AND state IN ('pending',"
        " 'unclear') RETURNING id",
        state.value, work.now, donation,
    )  # fmt: skip


async def paid(
    work: Work,
    donation: DonationId | None,
    person_id: PersonId,
    platform: Platform,
    amount: int,
    transaction: str,
) -> bool:
    """The payment has come. False where it was counted before.

    One that fits no donation of ours has come all the same: it gets a row of its own.
    """
    key = _index(work, transaction)
    known = await work.tx.row("SELECT state FROM donations WHERE transaction_key = ?", key)
    if known is not None and known["state"] == "paid":
        return False
    if donation is not None and await work.tx.changed(
        "UPDATE donations SET state = 'paid', amount = ?, moved_at = ?, transaction_id = ?,"
        " transaction_key = ? WHERE id = ? AND person_id = ? AND state <> 'paid' RETURNING id",
        amount, work.now, work.seal(transaction, "donations.transaction_id", donation), key,
        donation, person_id,
    ):  # fmt: skip
        return True
    number = DonationId(work.ids.next())
    return await work.tx.changed(
        "INSERT INTO donations (id, person_id, platform, amount, state, made_at, moved_at,"
        " transaction_id, transaction_key) VALUES (?, ?, ?, ?, 'paid', ?, ?, ?, ?)"
        " ON CONFLICT (transaction_key) DO NOTHING RETURNING id",
        number, person_id, platform.value, amount, work.now, work.now,
        work.seal(transaction, "donations.transaction_id", number), key,
    )  # fmt: skip


async def never_arrived(work: Work, donation: DonationId) -> str | None:
    """What became of an invoice that is not in its chat for sure: `unknown`, or `failed` and then
    it cannot be paid any more. None where all is well, or it has gone on already."""
    row = await work.tx.row(
        "SELECT o.state FROM donations d JOIN outbox o ON o.id = d.outbox_id"
        " WHERE d.id = ? AND d.state = 'offered'",
        donation,
    )
    if row is None or row["state"] == "sent":
        return None
    if row["state"] == "unknown":
        return "unknown"
    await work.tx.execute(
        "UPDATE donations SET state = 'replaced', moved_at = ? WHERE id = ?", work.now, donation
    )
    return "failed"


# What administrators see.


async def newest(work: Work, limit: int) -> list[Donation]:
    """The last ones with money in them, or perhaps; the newest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM donations WHERE state IN ('paid', 'pending', 'unclear')"
        " ORDER BY moved_at DESC, id DESC LIMIT ?",
        limit,
    )
    return [_donation(work, row) for row in rows]


async def sum_since(work: Work, since: int) -> tuple[int, int]:
    """How many have come since then, and how much, in rials."""
    row = await work.tx.row(
        "SELECT count(*) AS n, CAST(COALESCE(sum(amount), 0) AS BIGINT) AS total FROM donations"
        " WHERE state = 'paid' AND moved_at >= ?",
        since,
    )
    return (int(row["n"]), int(row["total"])) if row else (0, 0)


# Reviews.


async def wish_review(work: Work, person_id: PersonId, again_after: int) -> bool:
    """Notes that they are asked for a review now. False where they were, less than so many
    milliseconds ago."""
    return await work.tx.changed(
        "INSERT INTO review_wishes (person_id, at) VALUES (?, ?) ON CONFLICT (person_id)"
        " DO UPDATE SET at = excluded.at WHERE review_wishes.at < ? RETURNING person_id",
        person_id, work.now, work.now - again_after,
    )  # fmt: skip
