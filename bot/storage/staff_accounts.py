"""At which accounts of a messenger staff is."""

from bot.domain.ids import PersonId
from bot.domain.people import Account, Platform
from bot.storage.work import Work


async def at(work: Work, platform: Platform) -> list[Account]:
    """The accounts of all who have a role now."""
    rows = await work.tx.fetch(
        "SELECT a.chat_key, a.chat_id, a.person_id FROM staff s"
        " JOIN accounts a ON a.person_id = s.person_id"
        " WHERE s.ended_at IS NULL AND a.platform = ? ORDER BY a.chat_key",
        platform.value,
    )
    return [
        Account(
            PersonId(row["person_id"]),
            platform,
            int(work.open(row["chat_id"], "accounts.chat_id", row["chat_key"])),
            row["chat_key"],
        )
        for row in rows
    ]
