"""Sections of config.toml about the service and those who work in it."""

import re
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from bot.domain.automatic import parse_quiet
from bot.domain.duty import CAPACITY, CLAIM_MINUTES, NEXT_REPLY_MINUTES, REPLY_MINUTES
from bot.domain.flood import LIMIT as FLOOD_LIMIT
from bot.domain.opening import parse_spans
from bot.domain.triage import TOPICS


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


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


class Assessment(Section):
    screeners: list[Literal["k6", "who5"]] = ["k6", "who5"]


class Hours(Section):
    """When somebody is there, by weekday: `08:00-20:00`, several with commas, empty if closed."""

    saturday: str = "08:00-20:00"
    sunday: str = "08:00-20:00"
    monday: str = "08:00-20:00"
    tuesday: str = "08:00-20:00"
    wednesday: str = "08:00-20:00"
    thursday: str = "08:00-20:00"
    friday: str = "10:00-14:00"
    holiday: str = "10:00-14:00"

    @field_validator("*")
    @classmethod
    def _spans(cls, value: str) -> str:
        parse_spans(value)
        return value


class Duty(Section):
    capacity: int = Field(default=CAPACITY, ge=1, le=100)
    digest: bool = True
    license_for: list[str] = ["violence", "addiction", "minors"]

    @field_validator("license_for")
    @classmethod
    def _topics(cls, value: list[str]) -> list[str]:
        known = (*TOPICS, "minors")
        if any(topic not in known for topic in value):
            raise ValueError(f"each must be one of {', '.join(known)}")
        return value


_USUAL = {
    "claim_minutes": CLAIM_MINUTES,
    "reply_minutes": REPLY_MINUTES,
    "next_reply_minutes": NEXT_REPLY_MINUTES,
}


class ServiceLevels(Section):
    """Minutes by acuity; what is not named keeps its usual value."""

    claim_minutes: dict[str, int] = CLAIM_MINUTES
    reply_minutes: dict[str, int] = REPLY_MINUTES
    next_reply_minutes: dict[str, int] = NEXT_REPLY_MINUTES

    @field_validator("claim_minutes", "reply_minutes", "next_reply_minutes")
    @classmethod
    def _all(cls, value: dict[str, int], info: ValidationInfo) -> dict[str, int]:
        usual = _USUAL[str(info.field_name)]
        if value.keys() - usual.keys() or any(minutes < 1 for minutes in value.values()):
            raise ValueError(f"it must give minutes, at least 1, for {', '.join(usual)}")
        return {**usual, **value}


class Transfers(Section):
    answer_minutes: int = Field(default=30, ge=1, le=24 * 60)
    urgent_answer_minutes: int = Field(default=5, ge=1, le=24 * 60)
    returning_minutes: int = Field(default=10, ge=0, le=24 * 60)


class Series(Section):
    folder: Path = Path("content")


class Automatic(Section):
    """What a clock has started: when families are left in peace, and how much comes in a day."""

    quiet: str = "21:00-08:00"
    messages_per_day: int = Field(default=2, ge=1, le=20)

    @field_validator("quiet")
    @classmethod
    def _quiet(cls, value: str) -> str:
        parse_quiet(value)
        return value


class Broadcasts(Section):
    approve_above: int = Field(default=200, ge=0)
    error_percent: int = Field(default=20, ge=1, le=100)


class Donations(Section):
    """`amounts` in tomans, as buttons."""

    enabled: bool = False
    amounts: list[int] = Field(default=[50_000, 100_000, 200_000, 500_000], min_length=1)

    @field_validator("amounts")
    @classmethod
    def _amounts(cls, value: list[int]) -> list[int]:
        if len(value) > 8 or any(not 1_000 <= each <= 100_000_000 for each in value):
            raise ValueError("it must be up to eight amounts in tomans, from 1000 to 100000000")
        return sorted(set(value))


class Casework(Section):
    silent_days: int = Field(default=14, ge=1, le=365)


class Talk(Section):
    messages_per_minute: int = Field(default=FLOOD_LIMIT, ge=5, le=1000)
