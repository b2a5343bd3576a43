"""What families thought of their talk: told to supervisors as it comes, and looked at together."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, Skipped, Spoken, Told
from bot.domain.case import Case, Status
from bot.domain.ids import CaseId
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.handlers.desk import Turn
from bot.handlers.family import again, reviews
from bot.handlers.series import series_offers
from bot.handlers.talk import talk
from bot.storage import audit, cases, feedback, people

WINDOW = 90 * 24 * 3600 * 1000
"""Milliseconds that the average looks back."""
SHOWN = 8
"""The last comments, without code or name."""


async def given(turn: Turn, answers: Mapping[str, Answer], case_id: CaseId) -> None:
    """The family has answered, or would rather not: either way it is not asked again."""
    score, words = answers.get("score"), answers.get("words")
    case = await cases.get(turn.work, case_id)
    if isinstance(score, Skipped) and isinstance(words, Skipped):
        await feedback.save(turn.work, case_id, None, None)
        turn.say("feedback-skipped")
        await _offer(turn, case)
        return
    parts = words.parts if isinstance(words, Told) else ()
    said = "\n".join(part for part in parts if isinstance(part, str))
    rated = int(score.key) if isinstance(score, Picked) else None
    await feedback.save(turn.work, case_id, rated, said or None)
    turn.say("feedback-thanks")
    if case is not None:
        await _tell(turn, case, rated, said, parts)
    await _offer(turn, case)
    if case is not None:
        await reviews.wish(turn, case, rated)


async def _offer(turn: Turn, case: Case | None) -> None:
    """What may still help when a talk is over."""
    if case is None:
        return
    await again.offer_after(turn, case)
    if case.status is Status.CLOSED:
        await series_offers.by_topic(turn, case)


async def _tell(
    turn: Turn, case: Case, rated: int | None, said: str, parts: tuple[str | Spoken, ...]
) -> None:
    """Those who answer for the service read, or hear, what the family thought of it."""
    readers = [m for m in await people.staff(turn.work) if m.role is Role.SUPERVISOR]
    for reader in readers:
        audit.record(turn.work, reader.person_id, "read_feedback", f"case:{case.id}")
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


async def show(turn: Turn) -> None:
    """/feedback: the average of three months, and the last comments. Nobody is named."""
    me, now = turn.me, turn.work.now
    audit.record(turn.work, turn.person_id, "read_feedback", "feedback")
    scores = await feedback.scores(turn.work, now - WINDOW)
    said = await feedback.comments(turn.work, SHOWN)
    count = sum(scores.values())
    if not count and not said:
        turn.say("opinions-none", kind="staff")
        return
    lines = []
    if count:
        tenths = (20 * sum(score * n for score, n in scores.items()) + count) // (2 * count)
        average = me.house.words.tenths(me.language, tenths)
        lines.append(me.say("opinions-average", average=average, count=count))
        lines.append(
            "\n".join(
                me.say("opinions-line", score=me.say(f"feedback-score-{score}"), count=n)
                for score, n in sorted(scores.items(), reverse=True)
            )
        )
    for opinion in said:
        score = me.say(f"feedback-score-{opinion.score}") if opinion.score else "-"
        at = me.when(opinion.at, now)
        lines.append(me.say("opinions-comment", at=at, score=score, words=opinion.words))
    turn.send(Text("\n\n".join(lines), protect=True), "staff")
