"""Texts about the tools of the talk whose keys are put together in the code."""

from collections.abc import Iterable

from bot.domain.blocking import BlockReason
from bot.domain.people import Platform
from bot.domain.replies import ReplyTopic
from bot.domain.welfare import Sign

FILLINGS: dict[str, Iterable[str]] = {
    "listening-{}": ("family", "staff", "edited"),
    "messenger-{}": Platform,
    "privacy-of-{}": Platform,
    "welfare-{}": Sign,
    "block-reason-{}": BlockReason,
    "reply-topic-{}": ReplyTopic,
}
