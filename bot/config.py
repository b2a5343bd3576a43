"""Settings: config.toml, then files in the secrets folder, then the environment (strongest)."""

import os
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import (
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot import complaints
from bot.endpoints import Bale, Database, Listen, Telegram, Webhook
from bot.sections import (
    Assessment,
    Automatic,
    Broadcasts,
    Casework,
    Donations,
    Duty,
    Hours,
    Series,
    Service,
    ServiceLevels,
    Talk,
    Transfers,
)

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds config.toml, locales/, content/ and data/."""


class WrongSettings(Exception):
    """One sentence: which key, what is wrong, what would be right."""


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
