"""Every conversation we hold, by name."""

from collections.abc import Mapping

from bot.conversations.feedback import FEEDBACK
from bot.conversations.flow import Flow
from bot.conversations.intake import intake
from bot.conversations.partner import partner
from bot.conversations.referral import REFERRAL
from bot.domain.divisions import Divisions


def conversations(divisions: Divisions) -> Mapping[str, Flow]:
    every = (intake(divisions), FEEDBACK, REFERRAL, partner(divisions))
    return {flow.name: flow for flow in every}
