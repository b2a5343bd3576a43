"""One messenger account of ours: a Bot API client behind which every error is classified."""

import warnings
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from telegram import (
    Bot,
    InputFile,
    InputMedia,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    MessageEntity,
)
from telegram.error import InvalidToken, TelegramError
from telegram.warnings import PTBUserWarning
from yarl import URL

from bot.domain.delivery import Result, Sent
from bot.domain.people import Platform
from bot.endpoints import Messenger
from bot.messengers.calls import Upload
from bot.messengers.client import AiohttpRequest, AnswerLost, Fields
from bot.messengers.dialect import Dialect
from bot.messengers.faults import classify
from bot.messengers.ferrying import Shore
from bot.messengers.landed import files_in
from bot.messengers.platforms import DIALECTS
from bot.messengers.streams import streams_in

# We read raw JSON on purpose: building the library's objects costs more than all else we do.
warnings.filterwarnings("ignore", "Please use 'Bot", PTBUserWarning)


class TokenRefused(Exception):
    """The messenger does not know our token."""


class NoAnswer(Exception):
    """The messenger could not be asked, or said no; the reason is a short text."""


PICTURE = "chart.png"
SENDING = 128
"""Calls that may be under way at once."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Calls methods and says what came of it. `open` it first, `close` it at the end."""

    dialect: Dialect
    bot: Bot
    polling: AiohttpRequest
    calling: AiohttpRequest
    urls: dict[str, URL] = field(default_factory=dict)
    """By method: taking an address apart costs more than looking it up."""
    shores: dict[Platform, Shore] = field(default_factory=dict)
    """The other messengers, for files that lie there."""

    @property
    def bot_id(self) -> int:
        return int(self.bot.token.partition(":")[0])

    async def open(self) -> None:
        await self.polling.initialize()
        await self.calling.initialize()

    async def close(self) -> None:
        await self.polling.shutdown()
        await self.calling.shutdown()

    async def call(self, method: str, parameters: Mapping[str, Any]) -> Result:
        """What one call came to; never raises for what a messenger or a network can do."""
        try:
            found = await self.ask(method, parameters)
            files = files_in(found) if streams_in(parameters) else ()
            return Sent(self.dialect.message_ids(found), files, self.dialect.transaction(found))
        except TelegramError as error:
            return classify(error, method)

    async def ask(self, method: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """The raw result of a call. TelegramError when it fails."""
        given = dict(parameters or {})
        if streams := streams_in(given):
            try:
                return await _sensible(self.calling.upload(self._url(method), given))
            finally:
                for stream in streams:
                    stream.close()
        if files := {key: file for key, file in given.items() if isinstance(file, Upload)}:
            given |= {key: InputFile(f.body, filename=f.name) for key, f in files.items()}
            return await _sensible(self.bot.do_api_request(method, given))
        if "media" in given or isinstance(given.get("photo"), bytes):
            given |= _library_files(given)
            return await _sensible(self.bot.do_api_request(method, given))
        return await _sensible(self.calling.send(self._url(method), Fields(given)))

    def shore(self) -> Shore:
        """Where files of this messenger can be had by another one."""

        async def fetch(path: str) -> aiohttp.ClientResponse:
            return await self.calling.fetch(URL(f"{self.bot.base_file_url}/{path}"))

        return Shore(self.ask, fetch, self.dialect.can)

    def _url(self, method: str) -> URL:
        known = self.urls.get(method)
        if known is None:
            known = self.urls[method] = URL(f"{self.bot.base_url}/{method}")
        return known

    async def name(self) -> str:
        """Our username there. TokenRefused or NoAnswer."""
        return str((await self.learn("getMe"))["username"])

    async def learn(self, method: str, parameters: Mapping[str, Any] | None = None) -> Any:
        """Asks on behalf of an operator. TokenRefused or NoAnswer."""
        try:
            return await self.ask(method, parameters)
        except InvalidToken as error:
            raise TokenRefused(TokenRefused.__doc__) from error
        except TelegramError as error:
            raise NoAnswer(error.message or type(error).__name__) from error

    async def updates(self, offset: int | None, seconds: int) -> Any:
        """Waits for updates, at most so many seconds. TelegramError when it fails."""
        parameters: dict[str, Any] = {"timeout": seconds, "limit": 100}
        if self.dialect.asked_for:
            parameters["allowed_updates"] = self.dialect.asked_for
        if offset is not None:
            parameters["offset"] = offset
        found = await _sensible(
            self.polling.send(self._url("getUpdates"), Fields(parameters), float(seconds + 10))
        )
        if not isinstance(found, list) or (found and not any(map(_has_id, found))):
            raise AnswerLost("the answer holds no updates")
        return found


def _has_id(update: Any) -> bool:
    return isinstance(update, Mapping) and isinstance(update.get("update_id"), int)


async def _sensible(answer: Awaitable[Any]) -> Any:
    """The answer. The library trips over one that is JSON, but not as the Bot API writes it."""
    try:
        return await answer
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise AnswerLost(f"the answer makes no sense ({type(error).__name__})") from None


def _library_files(given: Mapping[str, Any]) -> dict[str, Any]:
    """Albums, and pictures that travel with the call, as the library's own objects."""
    match given:
        case {"photo": bytes(picture)}:
            return {"photo": InputFile(picture, filename=PICTURE)}
        case {"media": {"media": bytes(picture)} as media}:
            return {"media": InputMediaPhoto(picture, media.get("caption"), filename=PICTURE)}
        case {"media": {"type": _} as media}:
            return {"media": _library_media(media)}
        case _:
            return {"media": [_library_media(item) for item in given["media"]]}


def _library_media(item: Mapping[str, Any]) -> InputMedia:
    """An item of an album: the one parameter that the library takes only as its own object."""
    kind = _MEDIA[item["type"]]
    entities = [MessageEntity(**entity) for entity in item.get("caption_entities", ())]
    return kind(item["media"], caption=item.get("caption"), caption_entities=entities or None)


_MEDIA: dict[str, Callable[..., InputMedia]] = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "audio": InputMediaAudio,
    "document": InputMediaDocument,
    "animation": InputMediaAnimation,
}


def connect(settings: Messenger, platform: Platform = Platform.TELEGRAM) -> Connection:
    """A connection by these settings, which must hold a token. Opens nothing yet."""
    assert settings.token is not None
    dialect = DIALECTS[platform]
    proxy = settings.proxy.get_secret_value() if settings.proxy else None

    def pool(connections: int) -> AiohttpRequest:
        return dialect.request(connections=connections, proxy=proxy, ipv4_only=settings.ipv4_only)

    polling, calling = pool(1), pool(SENDING)
    bot = Bot(
        settings.token.get_secret_value(),
        base_url=settings.api_url + "/bot",
        base_file_url=settings.file_url + "/file/bot",
        request=calling,
        get_updates_request=polling,
    )
    return Connection(dialect, bot, polling, calling)
