"""A copy that may be the second one says so: the answer to the first was lost on its way."""

from dataclasses import replace

from bot.domain.outgoing import Media, Outgoing, Text
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, units
from bot.handlers.tools import Tools
from bot.storage import people
from bot.storage.outbox import Letter


async def marked(tools: Tools, letter: Letter) -> Outgoing:
    """The letter's message with that word under it, in the reader's language, where it fits."""
    message = letter.message
    if not isinstance(message, Text | Media):
        return message
    language = tools.house.language
    if letter.to.person_id is not None:
        async with tools.database.transaction() as tx:
            reach = await people.reach(tools.desk(tx).work, letter.to.person_id)
        language = reach.language if reach else language
    mark = "\n\n" + tools.house.words.say(language, "may-be-repeated")
    match message:
        case Text(text) if units(text + mark) <= TEXT_LIMIT:
            return replace(message, text=text + mark)
        case Media(caption=caption) if units(caption + mark) <= CAPTION_LIMIT:
            return replace(message, caption=(caption + mark).strip())
        case _:
            return message
