"""Settings: config.toml, then files in the secrets folder, then the environment (strongest)."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot import complaints
from bot.sections import (
    Assessment,
    Automatic,
    Broadcasts,
    Casework,
    Donations,
    Duty,
    Hours,
    Section,
    Series,
    ServiceLevels,
    Talk,
    Transfers,
)

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds config.toml, locales/, content/ and data/."""


class WrongSettings(Exception):
    """One sentence: which key, what is wrong, what would be right."""


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


class Service(Section):
    time_zone: str = "Asia/Tehran"
    language: Literal["fa", "en"] = "fa"
    clock_offset: int = 0
    organization: str = Field(default="", max_length=60)
    organizer: str = Field(default="", max_length=120)

    @field_validator("organizer")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value):
            raise ValueError("it must be an e-mail address such as courses@example.org, or empty")
        return value

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ValueError, OSError, KeyError) as error:
            raise ValueError("it must be a time zone such as Asia/Tehran") from error
        return value


_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
SECRETS = (
    "telegram.token",
    "telegram.proxy",
    "bale.token",
    "bale.proxy",
    "bale.wallet",
    "database.url",
)


class _SecretFiles(PydanticBaseSettingsSource):
    """Files named like the key (`secrets/telegram.token`), one value each."""

    def __init__(self, settings: type[BaseSettings], folder: Path) -> None:
        super().__init__(settings)
        self._folder = folder

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in SECRETS:
            path = self._folder / name
            if path.is_file():
                section, key = name.split(".")
                found.setdefault(section, {})[key] = path.read_text(encoding="utf-8").strip()
        return found


class Settings(BaseSettings):
    """Everything a person may set. Frozen: nothing changes while we run."""

    model_config = SettingsConfigDict(
        env_prefix="HAMDELI_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram: Telegram = Telegram()
    bale: Bale = Bale()
    database: Database = Database()
    health: Listen = Listen()
    webhook: Webhook = Webhook()
    service: Service = Service()
    assessment: Assessment = Assessment()
    hours: Hours = Hours()
    duty: Duty = Duty()
    service_levels: ServiceLevels = ServiceLevels()
    transfers: Transfers = Transfers()
    casework: Casework = Casework()
    talk: Talk = Talk()
    automatic: Automatic = Automatic()
    series: Series = Series()
    broadcasts: Broadcasts = Broadcasts()
    donations: Donations = Donations()
    secrets_dir: Path = Path("secrets")

    @model_validator(mode="after")
    def _clock_is_honest(self) -> "Settings":
        for name, messenger in (("telegram", self.telegram), ("bale", self.bale)):
            used = name == "telegram" or messenger.token is not None
            host = urlsplit(messenger.api_url).hostname
            if self.service.clock_offset and used and host not in _THIS_MACHINE:
                raise ValueError(
                    "service.clock_offset: a moved clock is for rehearsal only; set it to 0,"
                    f" or {name}.api_url to an address on this machine"
                )
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        toml = TomlConfigSettingsSource(settings_cls, config_file())
        written = toml.toml_data.get("secrets_dir")
        folder = Path(
            os.environ.get("HAMDELI_SECRETS_DIR")
            or (written if isinstance(written, str) and written else "secrets")
        )
        return init_settings, env_settings, _SecretFiles(settings_cls, _under_root(folder)), toml


def config_file() -> Path:
    """The file of settings in use."""
    return Path(os.environ.get("HAMDELI_CONFIG") or ROOT / "config.toml")


def _under_root(path: Path) -> Path:
    return path if path.is_absolute() else ROOT / path


def secrets_folder(settings: Settings) -> Path:
    return _under_root(settings.secrets_dir)


def series_folder(settings: Settings) -> Path:
    return _under_root(settings.series.folder)


def sqlite_path(settings: Settings) -> Path | None:
    """Where the SQLite file is; None when another database is configured."""
    url = settings.database.url
    return _under_root(Path(url.removeprefix("sqlite:///"))) if url.startswith("sqlite") else None


def load() -> Settings:
    """The settings of this installation. WrongSettings, in one sentence, when one is not right."""
    path = config_file()
    if not path.is_file():
        raise WrongSettings(f"There is no {path}: set HAMDELI_CONFIG to your file, or restore it.")
    try:
        settings = Settings()
    except ValidationError as error:
        raise WrongSettings(complaints.sentence(error)) from None
    except ValueError as error:
        raise WrongSettings(f"{path} cannot be read: {error}.") from None
    _refuse_secrets_in(path)
    return settings


def _refuse_secrets_in(path: Path) -> None:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in ("telegram.token", "bale.token", "bale.wallet"):
        section, key = name.split(".")
        if written.get(section, {}).get(key):
            raise WrongSettings(
                f"{name}: a token does not belong into config.toml; put it into"
                f" secrets/{name} or HAMDELI_{section.upper()}__{key.upper()}."
            )
