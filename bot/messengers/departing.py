"""One letter on its way: words become calls, pictures are drawn and papers printed, just before."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from bot.domain.delivery import Result, Sent
from bot.domain.donation import Invoice, Transaction
from bot.domain.outgoing import Album, Edit, Media, Outgoing
from bot.handlers.tools import Tools
from bot.messengers import papers
from bot.messengers.connection import Connection
from bot.messengers.dialect import Call
from bot.messengers.ferrying import ferried
from bot.messengers.landed import Landed, elsewhere
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
    if isinstance(message, Media | Album | Edit):
        here, shores = connection.dialect, connection.shores
        ready = [await ferried(call, here.platform, here.can, shores) for call in ready]
    return tuple(ready)


async def depart(
    tools: Tools, connection: Connection, landed: Landed, letter: Letter,
    where: tuple[int, int | None], make: Callable[..., Awaitable[Result]],
) -> Result:  # fmt: skip
    """Makes the calls of a letter to this chat (and message). What many get is carried over from
    its messenger once."""

    async def leave() -> Result:
        ready = replace(letter, message=landed.here(letter.message))
        calls = await calls_for(tools, connection, ready, *where)
        return await together(calls, make)

    here = connection.dialect.platform
    many = letter.about.broadcast is not None
    if not many or not elsewhere(landed.here(letter.message), here):
        return await leave()
    files = elsewhere(letter.message, here)
    async with landed.upload(files[0]):
        result = await leave()
        if isinstance(result, Sent):
            landed.learn(files, result.files, here)
        return result


async def together(calls: Iterable[Call], make: Callable[..., Awaitable[Result]]) -> Result:
    """What several calls for one letter came to: the first that failed, or all messages. Where
    one message of several does not get through, the others do not follow; deletions do."""
    sent: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    told: Transaction | None = None
    failed: Result | None = None
    for method, parameters in calls:
        result = await make(method, parameters)
        if isinstance(result, Sent):
            sent += result.message_ids
            files += result.files
            told = result.transaction or told
        else:
            failed = failed or result
            if method != "deleteMessage":
                break
    return failed or Sent(sent, files, told)
