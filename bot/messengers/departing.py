"""One letter on its way: words become calls, pictures are drawn and papers printed, just before."""

from collections.abc import Awaitable, Callable, Iterable

from bot.domain.delivery import Result, Sent
from bot.domain.donation import Invoice, Transaction
from bot.domain.outgoing import Album, Media, Outgoing
from bot.handlers.tools import Tools
from bot.messengers import papers
from bot.messengers.connection import Connection
from bot.messengers.dialect import Call
from bot.messengers.ferrying import ferried
from bot.messengers.pictures import drawn
from bot.messengers.repeats import marked
from bot.storage.outbox import Letter


async def calls_for(
    tools: Tools, connection: Connection, letter: Letter, chat_id: int, target: int | None
) -> tuple[tuple[str, dict[str, object]], ...]:
    """The calls by which this letter reaches the chat; none where its messenger has no such
    thing. Unfetched where a file of another messenger cannot be had."""
    said: Outgoing = await marked(tools, letter) if letter.repeat else letter.message
    message, picture = await drawn(said)
    bare = connection.dialect.calls(chat_id, message, target, picture)
    ready = [await papers.filled(message, call, tools.house.files) for call in bare]
    if isinstance(message, Invoice):
        # The key of the payee is no part of what waits in the outbox.
        key = tools.house.places[letter.to.platform].wallet
        ready = [(method, {**given, "provider_token": key}) for method, given in ready]
    if isinstance(message, Media | Album):
        here, shores = connection.dialect, connection.shores
        ready = [await ferried(call, here.platform, here.can, shores) for call in ready]
    return tuple(ready)


async def together(calls: Iterable[Call], make: Callable[..., Awaitable[Result]]) -> Result:
    """What several calls for one letter came to: the first that failed, or all messages. Where
    one message of several does not get through, the others do not follow; deletions do."""
    sent: tuple[int, ...] = ()
    told: Transaction | None = None
    failed: Result | None = None
    for method, parameters in calls:
        result = await make(method, parameters)
        if isinstance(result, Sent):
            sent += result.message_ids
            told = result.transaction or told
        else:
            failed = failed or result
            if method != "deleteMessage":
                break
    return failed or Sent(sent, told)
