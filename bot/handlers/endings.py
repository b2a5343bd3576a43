"""What follows from an answer, and from the end of a conversation."""

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import TypeAlias

from bot.conversations.flow import (
    Answer,
    Picked,
    PickedMany,
    Told,
)
from bot.domain.case import Case
from bot.domain.contact import contact_rules
from bot.domain.ids import CaseId
from bot.domain.outgoing import Text
from bot.handlers.appointments import appointments
from bot.handlers.casework import approving, contact, goals, tasks, transfer
from bot.handlers.courses import (
    attending,
    certificates,
    cohort_changes,
    cohort_desk,
    course_making,
    course_opinions,
)
from bot.handlers.desk import Turn
from bot.handlers.family import again, consent, discretion, needs, opinions
from bot.handlers.queue import queue
from bot.handlers.referrals import partners, referral
from bot.handlers.safety import plans, safeguarding
from bot.handlers.series import series, series_offers
from bot.storage import cases, consents, household
from bot.storage import contact as contacting

_DANGER_OF = {"self": "suicide", "hurt_me": "violence", "hurt_by_me": "violence", "child": "child"}
"""Which help fits what somebody said about safety at home."""


async def answered(turn: Turn, flow: str, question: str, answer: Answer) -> bool:
    """Some answers cannot wait for the end. True when something was said that belongs above the
    next question. Where to find help is no such thing: it stays the last that they see."""
    if flow != "intake":
        return False
    match question, answer:
        case "consent", Picked(choice):
            _consent(turn, consents.HELP, given=choice != "no")
        case "purposes", PickedMany(chosen):
            for purpose in consents.OPTIONAL:
                _consent(turn, purpose, given=purpose in chosen)
        case (("danger" | "m_danger"), Picked("now")):
            category = "danger" if question == "danger" else "child"
            await safeguarding.disclosed(turn, category, "answer", "")
        case (("danger" | "m_danger"), Picked("unsure")):
            category = "danger" if question == "danger" else "child"
            safeguarding.show_numbers(turn, "safety-unsure", category)
        case "age", Picked("minor"):
            turn.say("minor-limits")
            return True
        case (("contact" | "times"), _):
            await _remember_contact(turn)
        case "codeword", Told((str(word),)):
            await discretion.choose_code(turn, word)
            return True
        case "safety_when", said:
            await _unsafe(turn, said)
        case _:
            pass
    return False


async def _remember_contact(turn: Turn) -> None:
    """From now on nothing reaches them in another way, or at another hour, than they said."""
    answers = turn.known.session.answers if turn.known.session else {}
    rules = contact_rules(needs.picked(answers, "contact"), needs.marked(answers, "times"))
    await contacting.remember(turn.work, turn.person_id, rules)


def _consent(turn: Turn, purpose: str, *, given: bool) -> None:
    consents.record(turn.work, turn.person_id, purpose, consent.VERSION, given=given)


async def _unsafe(turn: Turn, when: Answer) -> None:
    """They said that somebody is not safe: now means a human now; else the numbers that fit."""
    session = turn.known.session
    marked = session.answers.get("safety") if session else None
    kinds = marked.keys if isinstance(marked, PickedMany) else ()
    category = next((_DANGER_OF[kind] for kind in _DANGER_OF if kind in kinds), None)
    if category is None or when == Picked("past"):
        return
    if when == Picked("now"):
        await safeguarding.disclosed(turn, category, "answer", "")
    else:
        safeguarding.show_numbers(turn, "safety-unsure", category)


Written: TypeAlias = Callable[[Turn, Mapping[str, Answer], CaseId | None], Awaitable[None]]


@cache
def _about_a_case() -> Mapping[str, Written]:
    """What ends with more than its answers. Looked up late: these use cases begin conversations."""
    return {
        "referral": referral.written,
        "handover": transfer.written,
        "task": tasks.written,
        "goal": goals.written,
        "plan": plans.written,
        "sendback": approving.noted,
        "appointment": appointments.arranged,
        "times": appointments.typed,
        "stage": series.day_named,
        "lesson": cohort_desk.moved,
        "courseview": course_opinions.rated,
        "coursemood": course_opinions.screened,
        "newcourse": course_making.told,
        "cohort": course_making.told_again,
        "tocohort": cohort_desk.written,
        "cohortplace": cohort_changes.placed,
        "cohortsize": cohort_changes.resized,
        "quizquestion": cohort_changes.asked,
        "called": attending.named,
        "certificate": certificates.named,
    }


async def finished(
    turn: Turn, flow: str, answers: Mapping[str, Answer], subject: CaseId | None
) -> None:
    if flow == "intake":
        await _intake(turn, answers)
    elif flow == "contact":
        await contact.entered(turn, answers)
    elif flow == "partner":
        await partners.added(turn, answers)
    elif written := _about_a_case().get(flow):
        await written(turn, answers, subject)
    elif flow == "again" and subject is not None:
        await again.answered(turn, answers, subject)
    elif flow == "feedback" and subject is not None:
        await opinions.given(turn, answers, subject)


async def _intake(turn: Turn, answers: Mapping[str, Answer]) -> None:
    if answers.get("consent") not in (Picked("now"), Picked("full")):
        turn.say("intake-declined")
        return
    request = needs.request_of(turn.house, answers)
    case = await cases.open_case(turn.work, turn.person_id, request)
    if case is not None:
        await _keep_household(turn, case, answers)
        await queue.opened(turn, case)
        if answers["consent"] == Picked("now"):
            _offer_more(turn)
        else:
            await series_offers.by_topic(turn, case)
        return
    # A disclosure, or the short way, may have opened the case before the questions were done.
    known = await cases.complete(turn.work, turn.person_id, request)
    if known is not None:
        await _keep_household(turn, known, answers)
        await queue.completed(turn, known)


def _offer_more(turn: Turn) -> None:
    turn.send(Text(turn.me.say("intake-more"), ((turn.me.button("button-more", "m", "more"),),)))


async def _keep_household(turn: Turn, case: Case, answers: Mapping[str, Answer]) -> None:
    await household.put(turn.work, case.id, needs.members_of(answers))
