"""While a messenger is in an outage, what may go another way goes there at once: trying each letter
first, a few at a time, would keep hundreds of people waiting."""

import asyncio
from collections.abc import Collection

from bot.domain.delivery import KINDS, NotSent, decide
from bot.domain.people import Platform
from bot.handlers.tools import Tools
from bot.messengers.recorder import Recorder
from bot.storage import detours, outbox

AT_ONCE = 100


async def divert(
    tools: Tools, platform: Platform, recorder: Recorder, busy: Collection[str]
) -> int:
    """Writes down that letters of this messenger were not sent, so that they find their other way.
    How many. `busy`: chats that are being written to now.

    Only its sender may ask: nobody else could know that no try of these is under way.
    """
    now = tools.clock.now()
    rows = await detours.divertible(tools.database, platform, now, AT_ONCE)
    letters = [outbox.opened(tools.sealer, row) for row in rows if row["chat_key"] not in busy]
    silent = NotSent("its messenger is silent")
    await asyncio.gather(
        *(
            recorder.record(
                letter,
                silent,
                decide(
                    KINDS[letter.kind], silent, attempts=letter.attempts,
                    expires_at=letter.expires_at, now=now, jitter=0.5,
                ),
            )
            for letter in letters
        )
    )  # fmt: skip
    return len(letters)
