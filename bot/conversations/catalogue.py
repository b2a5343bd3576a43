"""Every conversation we hold, by name."""

from collections.abc import Callable, Mapping

from bot.conversations.again import AGAIN
from bot.conversations.appointment import APPOINTMENT, times
from bot.conversations.casework import GOAL, PLAN, SENDBACK, task
from bot.conversations.contact import contact
from bot.conversations.course import (
    CALLED,
    CERTIFICATE,
    MOOD,
    TO_COHORT,
    VIEW,
    cohort,
    lesson,
    new_course,
)
from bot.conversations.course_changes import CHANGES
from bot.conversations.feedback import FEEDBACK
from bot.conversations.flow import Flow
from bot.conversations.handover import HANDOVER
from bot.conversations.intake import intake
from bot.conversations.partner import partner
from bot.conversations.referral import REFERRAL
from bot.conversations.stage import stage
from bot.domain.divisions import Divisions

OF_STAFF = frozenset(
    {
        "appointment", "times", "contact", "partner", "referral", "handover", "task", "goal",
        "plan", "sendback", "lesson", "tocohort", "cohort", "newcourse",
        "cohortplace", "cohortsize", "quizquestion",
    }
)  # fmt: skip
"""Conversations that a staff member walks."""


def conversations(
    divisions: Divisions,
    read_day: Callable[[str], str | None],
    read_moment: Callable[[str], str | None],
    read_moments: Callable[[str], str | None],
) -> Mapping[str, Flow]:
    """`read_day`: see `contact`; `read_moment`: see `times`; `read_moments`: see `cohort`."""
    every = (
        intake(divisions), FEEDBACK, contact(divisions, read_day), REFERRAL, partner(divisions),
        HANDOVER, task(read_day), GOAL, PLAN, SENDBACK, AGAIN, APPOINTMENT, times(read_moment),
        stage(read_day), lesson(read_moment), CERTIFICATE, CALLED,
        VIEW, MOOD, TO_COHORT, cohort(divisions, read_moments), new_course(divisions, read_moments),
        *CHANGES,
    )  # fmt: skip
    return {flow.name: flow for flow in every}
