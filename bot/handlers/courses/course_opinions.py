"""What participants think of a course, and WHO-5 before and after it, for those who agree. Staff
see numbers of a whole cohort and words without a name; a score of one person nobody sees."""

from collections.abc import Mapping

from bot.conversations import screening
from bot.conversations.flow import Answer, Picked, Told
from bot.domain.case import Status
from bot.domain.courses import BookingState, Cohort, Participant
from bot.domain.ids import CaseId, ParticipantId, short, unshort
from bot.domain.outgoing import Buttons
from bot.domain.screeners import WHO5
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.courses import certificates
from bot.handlers.desk import Speaker, Turn
from bot.storage import audit, course_opinions, lessons, participants
from bot.storage.course_opinions import AFTER, BEFORE

FEWEST = 3
"""Answers below which no number is shown: of fewer, one could tell whose they are."""


async def _phase(turn: Turn, member: Participant) -> str | None:
    """Before the first lesson is over, or behind the last one; in between nothing is asked."""
    every = await lessons.of_cohort(turn.work, member.cohort_id)
    if not every or every[-1].ends_at <= turn.work.now:
        return AFTER
    return BEFORE if every[0].ends_at > turn.work.now else None


async def ways(turn: Turn, member: Participant, state: BookingState) -> Buttons:
    """What somebody with a seat may be asked now."""
    if state is not BookingState.ENROLLED:
        return ()
    phase, number = await _phase(turn, member), short(member.id)
    rows = []
    course = await certificates.course_of(turn, member)
    known = await course_opinions.phases(turn.work, member.id)
    agreed = phase == BEFORE or BEFORE in known
    if course.wellbeing and phase is not None and agreed and phase not in known:
        rows.append((turn.me.button("button-course-mood", "view", "mood", number),))
    if phase == AFTER and not await course_opinions.rated(turn.work, member.id):
        rows.append((turn.me.button("button-course-rate", "view", "rate", number),))
    return tuple(rows)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`rate.PARTICIPANT`, `mood.PARTICIPANT`."""
    number = ParticipantId(unshort(parts[1]) or 0) if len(parts) == 2 else ParticipantId(0)
    member, case = await participants.participant(turn.work, number), turn.known.case
    if member is None or member.person_id != turn.person_id or parts[0] not in ("rate", "mood"):
        turn.answer("press-old")
    elif turn.known.session is not None or (case is not None and case.status is Status.CLAIMED):
        # What is typed now is meant for something else.
        turn.answer("certificate-later", alert=True)
    else:
        turn.answer()
        flow = "courseview" if parts[0] == "rate" else "coursemood"
        conversation.begin(turn, flow, CaseId(member.id))


async def _of_mine(turn: Turn, subject: CaseId | None) -> Participant | None:
    member = await participants.participant(turn.work, ParticipantId(subject or 0))
    return member if member is not None and member.person_id == turn.person_id else None


async def rated(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the questions about the course."""
    member, score, words = await _of_mine(turn, subject), answers.get("score"), answers.get("words")
    if member is None or not isinstance(score, Picked):
        turn.say("course-view-left-out")
        return
    parts = words.parts if isinstance(words, Told) else ()
    said = store("\n".join(part for part in parts if isinstance(part, str))).strip()
    await course_opinions.rate(turn.work, member.id, int(score.key), said)
    audit.record(turn.work, turn.person_id, "course_rated", f"cohort:{member.cohort_id}")
    turn.say("course-view-thanks")


async def screened(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of WHO-5. A low score is met with a way to a human, never with a number."""
    member, score = await _of_mine(turn, subject), screening.score_of(WHO5, answers)
    phase = await _phase(turn, member) if member is not None else None
    if member is None or phase is None or score is None:
        turn.say("course-view-left-out")
        return
    await course_opinions.screened(turn.work, member.id, phase, score.total)
    audit.record(turn.work, turn.person_id, "course_screened", f"cohort:{member.cohort_id}")
    turn.say("course-mood-low" if score.reason is not None else "course-view-thanks")


async def lines(turn: Turn, me: Speaker, cohort: Cohort) -> list[str]:
    """What a cohort thought, for those who hold it."""
    found, said = await course_opinions.of_cohort(turn.work, cohort.id), []
    if len(found.scores) >= FEWEST:
        tenths = round(10 * sum(found.scores) / len(found.scores))
        average = me.house.words.tenths(me.language, tenths)
        said.append(me.say("course-opinions", average=average, count=len(found.scores)))
    if len(found.wellbeing) >= FEWEST:
        gained = sum(after - before for before, after in found.wellbeing)
        tenths = round(10 * abs(gained) / len(found.wellbeing))
        said.append(
            me.say(
                "course-wellbeing",
                direction="up" if gained >= 0 else "down",
                points=me.house.words.tenths(me.language, tenths),
                count=len(found.wellbeing),
            )
        )
    said += [me.say("course-opinion", words=words[:300]) for words in found.words[:5]]
    return said
