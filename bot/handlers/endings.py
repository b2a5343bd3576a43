"""What follows from an answer, and from the end of a conversation."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, PickedMany, Skipped, Spoken, Told, answer_to_json
from bot.domain.case import Case
from bot.domain.contact import contact_rules
from bot.domain.ids import CaseId
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.domain.triage import assess
from bot.handlers import queue, safeguarding, talk
from bot.handlers.desk import Turn
from bot.storage import cases, contact, people
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
    if "contact" in chosen:
        times = answers.get("times")
        hours = times.keys if isinstance(times, PickedMany) else ()
        rules = contact_rules(chosen["contact"], hours)
        await contact.remember(turn.work, turn.person_id, rules)
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
    parts = words.parts if isinstance(words, Told) else ()
    said = "\n".join(part for part in parts if isinstance(part, str))
    rated = int(score.key) if isinstance(score, Picked) else None
    await cases.save_feedback(turn.work, case_id, rated, said or None)
    turn.say("feedback-thanks")
    case = await cases.get(turn.work, case_id)
    if case is not None:
        await _show_feedback(turn, case, rated, said, parts)


async def _show_feedback(
    turn: Turn, case: Case, rated: int | None, said: str, parts: tuple[str | Spoken, ...]
) -> None:
    """Those who answer for the service read, or hear, what the family thought of it."""
    readers = [m for m in await people.staff(turn.work) if m.role is Role.SUPERVISOR]
    for reader in readers:
        await turn.tell(
            reader.person_id,
            "staff",
            lambda me: Text(
                me.say(
                    "feedback-staff",
                    code=case.code,
                    score=me.say(f"feedback-score-{rated}") if rated else "-",
                    words=said or "-",
                ),
                protect=True,
            ),
        )
        for part in parts:
            if not isinstance(part, str):
                note = talk.voice_of_story(case, part)
                await turn.tell(reader.person_id, "staff", note)
