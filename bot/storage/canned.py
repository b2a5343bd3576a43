"""Canned replies that staff add, and what is looked at before it leaves for a family."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, DraftId, OutboxId, PersonId, ReplyId
from bot.domain.text import key
from bot.storage.database import Row
from bot.storage.work import Work

MOST = 50
"""Replies that one colleague may keep."""


@dataclass(frozen=True, slots=True)
class Own:
    """A reply that a colleague added: in Persian, in English, or in both. `offered`: supervisors
    have been asked to share it."""

    id: ReplyId
    owner_id: PersonId
    shared: bool
    name: str
    fa: str
    en: str
    offered: bool

    def in_language(self, language: str) -> str:
        """The text in this language, else in the other one."""
        first, second = (self.en, self.fa) if language == "en" else (self.fa, self.en)
        return first or second

    def has(self, language: str) -> bool:
        return bool(self.en if language == "en" else self.fa)


_COLUMNS = "id, owner_id, shared, name, fa, en, offered_at"


def _own(work: Work, row: Row) -> Own:
    number = row["id"]
    return Own(
        ReplyId(number),
        PersonId(row["owner_id"]),
        bool(row["shared"]),
        work.open(row["name"], "replies.name", number),
        work.open(row["fa"], "replies.fa", number),
        work.open(row["en"], "replies.en", number),
        row["offered_at"] is not None,
    )


def _name_key(work: Work, name: str) -> str:
    return work.sealer.index(f"reply:{key(name)}")


async def add(work: Work, owner: PersonId, name: str, text: str, language: str) -> Own | None:
    """Keeps a reply; one of the same name gets this text for this language, and is its owner's
    alone again: nobody else has read the new text.

    None when its owner has as many as anybody may keep.
    """
    named = _name_key(work, name)
    row = await work.tx.row(
        "SELECT id FROM replies WHERE owner_id = ? AND name_key = ?", owner, named
    )
    if row is None:
        count = await work.tx.row("SELECT count(*) AS n FROM replies WHERE owner_id = ?", owner)
        if count is not None and count["n"] >= MOST:
            return None
    number = row["id"] if row is not None else work.ids.next()
    fa = work.seal(text, "replies.fa", number) if language == "fa" else None
    en = work.seal(text, "replies.en", number) if language != "fa" else None
    kept = await work.tx.row(
        "INSERT INTO replies (id, owner_id, name_key, name, fa, en, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (owner_id, name_key) DO UPDATE SET"
        " fa = COALESCE(excluded.fa, replies.fa), en = COALESCE(excluded.en, replies.en),"
        " shared = 0, offered_at = NULL"
        " RETURNING " + _COLUMNS,
        number, owner, named, work.seal(name, "replies.name", number), fa, en, work.now,
    )  # fmt: skip
    work.tx.touched = True
    return _own(work, kept) if kept else None


async def visible(work: Work, who: PersonId) -> list[Own]:
    """One's own replies and those for all, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM replies WHERE owner_id = ? OR shared = 1 ORDER BY id", who
    )
    return [_own(work, row) for row in rows]


async def get(work: Work, number: ReplyId) -> Own | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM replies WHERE id = ?", number)
    return _own(work, row) if row else None


async def called(work: Work, who: PersonId, name: str) -> Own | None:
    """The reply of this name: one's own before one for all."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM replies WHERE name_key = ? AND (owner_id = ? OR shared = 1)"
        " ORDER BY CASE WHEN owner_id = ? THEN 0 ELSE 1 END, id LIMIT 1",
        _name_key(work, name), who, who,
    )  # fmt: skip
    return _own(work, row) if row else None


async def offer(work: Work, number: ReplyId, owner: PersonId) -> bool:
    """Supervisors are asked to share it. True once."""
    return await work.tx.changed(
        "UPDATE replies SET offered_at = ? WHERE id = ? AND owner_id = ? AND shared = 0"
        " AND offered_at IS NULL RETURNING id",
        work.now, number, owner,
    )  # fmt: skip


async def share(work: Work, number: ReplyId) -> bool:
    """From now on for all colleagues. False when it is already, or gone."""
    return await work.tx.changed(
        "UPDATE replies SET shared = 1 WHERE id = ? AND shared = 0 RETURNING id", number
    )


async def delete(work: Work, number: ReplyId, who: PersonId, *, shared_too: bool) -> bool:
    """Deletes one's own reply; a shared one where `shared_too`."""
    return await work.tx.changed(
        "DELETE FROM replies WHERE id = ? AND ((owner_id = ? AND shared = 0)"
        " OR (shared = 1 AND ? = 1)) RETURNING id",
        number, who, int(shared_too),
    )  # fmt: skip


# What is looked at before it leaves.


@dataclass(frozen=True, slots=True)
class Draft:
    """A filled text for one case. `macro`: what else follows when it leaves."""

    id: DraftId
    author_id: PersonId
    case_id: CaseId
    macro: str | None
    body: str


def _draft(work: Work, row: Row) -> Draft:
    return Draft(
        DraftId(row["id"]),
        PersonId(row["author_id"]),
        CaseId(row["case_id"]),
        row["macro"],
        work.open(row["body"], "reply_drafts.body", row["id"]),
    )


async def draft(
    work: Work, author: PersonId, case_id: CaseId, body: str, macro: str | None = None
) -> Draft:
    number = DraftId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO reply_drafts (id, author_id, case_id, macro, body, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        number, author, case_id, macro, work.seal(body, "reply_drafts.body", number), work.now,
    )  # fmt: skip
    return Draft(number, author, case_id, macro, body)


async def end(work: Work, number: DraftId, author: PersonId, state: str) -> Draft | None:
    """Ends a draft as sent or dropped, for the one press of its author that comes first."""
    row = await work.tx.row(
        "UPDATE reply_drafts SET state = ? WHERE id = ? AND author_id = ? AND state = 'open'"
        " RETURNING id, author_id, case_id, macro, body",
        state, number, author,
    )  # fmt: skip
    work.tx.touched = True
    return _draft(work, row) if row else None


async def look(work: Work, number: DraftId, author: PersonId) -> Draft | None:
    """A draft of this author that waits."""
    row = await work.tx.row(
        "SELECT id, author_id, case_id, macro, body FROM reply_drafts"
        " WHERE id = ? AND author_id = ? AND state = 'open'",
        number, author,
    )  # fmt: skip
    return _draft(work, row) if row else None


def remember_prompt(work: Work, row: OutboxId, number: DraftId) -> None:
    """An answer to this message of ours is a new text for the draft."""
    work.tx.later("INSERT INTO draft_prompts (outbox_id, draft_id) VALUES (?, ?)", row, number)


async def prompted(work: Work, chat_key: str, message_id: int) -> DraftId | None:
    """The draft that a message of ours in this chat shows, waiting or not."""
    row = await work.tx.row(
        "SELECT p.draft_id FROM outbox o JOIN draft_prompts p ON p.outbox_id = o.id"
        " WHERE o.chat_key = ? AND o.message_id = ?"
        " AND o.kind IN ('listening', 'whisper', 'prompt')",
        chat_key, message_id,
    )  # fmt: skip
    return DraftId(row["draft_id"]) if row else None


async def forget(work: Work, before: int) -> None:
    """Retention: what nobody sent, and the words of what was sent (the talk has them)."""
    await work.tx.execute(
        "DELETE FROM draft_prompts WHERE draft_id IN (SELECT id FROM reply_drafts WHERE at < ?)",
        before,
    )
    await work.tx.execute("DELETE FROM reply_drafts WHERE at < ?", before)
