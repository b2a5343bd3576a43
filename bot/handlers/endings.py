"""What follows from an answer, and from the end of a conversation."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, Skipped, Told, answer_to_json
from bot.domain.ids import CaseId
from bot.domain.triage import assess
from bot.handlers import queue, safeguarding
from bot.handlers.desk import Turn
from bot.storage import cases, people
from bot.storage.cases import Request

CONSENT_VERSION = 1
"""The version of `intake-consent`; raise it when what people agree to changes."""


async def answered(turn: Turn, flow: str, question: str, answer: Answer) -> None:
    """Some answers cannot wait for the end."""
    match flow, question, answer:
        case "intake", "consent", Picked(choice):
            people.consent(turn.work, turn.person_id, CONSENT_VERSION, given=choice == "yes")
        case "intake", "danger", Picked("now"):
            await safeguarding.disclosed(turn, "danger", "answer", "")
        case "intake", "danger", Picked("unsure"):
            safeguarding.show_numbers(turn, "safety-unsure", "danger")
        case _:
            pass


async def finished(
    turn: Turn, flow: str, answers: Mapping[str, Answer], subject: CaseId | None
) -> None:
    if flow == "intake":
        await _intake(turn, answers)
    elif flow == "feedback" and subject is not None:
        await _feedback(turn, answers, subject)


async def _intake(turn: Turn, answers: Mapping[str, Answer]) -> None:
    if answers.get("consent") != Picked("yes"):
        turn.say("intake-declined")
        return
    chosen = {key: answer.key for key, answer in answers.items() if isinstance(answer, Picked)}
    request = Request(
        chosen.get("topic", "other"),
        assess(chosen, danger_words=_mentions_danger(turn, answers.get("story"))),
        chosen.get("province", ""),
        chosen.get("county", ""),
        chosen.get("contact", "any"),
        {key: answer_to_json(answer) for key, answer in answers.items()},
    )
    case = await cases.open_case(turn.work, turn.person_id, request)
    if case is not None:
        await queue.opened(turn, case)
        return
    # A disclosure may have opened the case before the questions were done.
    known = await cases.complete(turn.work, turn.person_id, request)
    if known is not None:
        await queue.completed(turn, known)


def _mentions_danger(turn: Turn, story: Answer | None) -> bool:
    parts = story.parts if isinstance(story, Told) else ()
    return any(isinstance(part, str) and turn.house.danger.find(part) for part in parts)


async def _feedback(turn: Turn, answers: Mapping[str, Answer], case_id: CaseId) -> None:
    score, words = answers.get("score"), answers.get("words")
    if isinstance(score, Skipped) and isinstance(words, Skipped):
        turn.say("feedback-skipped")
        return
    said = None
    if isinstance(words, Told):
        said = "\n".join(part for part in words.parts if isinstance(part, str)) or None
    await cases.save_feedback(
        turn.work, case_id, int(score.key) if isinstance(score, Picked) else None, said
    )
    turn.say("feedback-thanks")
