"""Sections of config.toml about what we are connected to: messengers, database, addresses."""

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, field_validator
from pydantic_settings import NoDecode

from bot.sections import Section


def _numbers(value: Any) -> Any:
    """A list of numbers may also be written as 1, 2, 3 in the environment."""
    if isinstance(value, str):
        return [part.strip() for part in value.strip().strip("[]").split(",") if part.strip()]
    return [value] if isinstance(value, int) else value


_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)


class Messenger(Section):
    """What is set alike for every messenger; without a token it is off."""

    token: SecretStr | None = None
    api_url: str
    file_url: str
    proxy: SecretStr | None = None
    ipv4_only: bool = False
    poll_timeout: int = Field(default=30, ge=0, le=50)
    counselor_group: int | None = None
    channel: int | None = None
    admins: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_numbers)] = ()
    messages_per_second: float = Field(default=25, ge=0, le=1000)

    @field_validator("token")
    @classmethod
    def _shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value().strip():
            return None
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError(
                "it is no token; copy it once more, whole: digits, a colon, and letters"
            )
        return value

    @field_validator("api_url", "file_url")
    @classmethod
    def _root(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError("it must be an address such as https://api.telegram.org")
        return value.rstrip("/")

    @field_validator("proxy")
    @classmethod
    def _proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        parts = urlsplit(value.get_secret_value())
        if parts.scheme not in ("http", "socks5", "socks5h") or not parts.hostname:
            raise ValueError("it must be like http://host:port or socks5://host:port")
        return value


class Telegram(Messenger):
    api_url: str = "https://api.telegram.org"
    file_url: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"


class Bale(Messenger):
    """Its webhooks cannot be told from forgeries, so it is polled."""

    api_url: str = "https://tapi.bale.ai"
    file_url: str = "https://tapi.bale.ai"
    ipv4_only: bool = True
    messages_per_second: float = Field(default=5, ge=0, le=1000)
    reviews: bool = True
    wallet: SecretStr | None = None


class Database(Section):
    url: str = "sqlite:///data/hamdeli.db"

    @field_validator("url")
    @classmethod
    def _known(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("it must begin with sqlite:/// or postgresql://")
        if value == "sqlite:///":
            raise ValueError("it must name a file, such as sqlite:///data/hamdeli.db")
        return value


_LAST_PORT = 65_535


class Listen(Section):
    listen: str = "127.0.0.1:8081"

    @field_validator("listen")
    @classmethod
    def _address(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and (not host or not port.isdecimal() or int(port) > _LAST_PORT):
            raise ValueError("it must be like 127.0.0.1:8081, or empty to switch it off")
        return value


class Webhook(Listen):
    listen: str = "127.0.0.1:8443"
    public_url: str = ""
