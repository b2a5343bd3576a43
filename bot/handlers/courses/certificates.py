"""The end of a course: who passed names what their certificate shall say, and anybody can verify
it by its number."""

import secrets
from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, Told
from bot.domain.case import Status, case_code, read_case_code
from bot.domain.certificate import Certificate
from bot.domain.courses import Course, Participant, Presence, needed, passes
from bot.domain.ids import CaseId, ParticipantId
from bot.domain.outgoing import Text
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.courses import cohorts
from bot.handlers.desk import Desk, Turn
from bot.storage import attendance, audit, certificates, courses, lessons, participants, quizzes
from bot.storage.certificates import Issued

VERIFY = "verify-"
"""What stands before the number in the link by which a certificate is verified."""


async def passed(desk: Desk, member: Participant) -> bool:
    """Whether they were at enough lessons, and know enough."""
    every = await lessons.of_cohort(desk.work, member.cohort_id)
    if not every or every[-1].ends_at > desk.work.now:
        return False
    known = await attendance.of_participant(desk.work, member.id)
    there = sum(known.get(one.id) is Presence.THERE for one in every)
    course = await course_of(desk, member)
    return passes(len(every), there, len(course.quiz), await right(desk, course, member))


async def course_of(desk: Desk, member: Participant) -> Course:
    cohort = await courses.cohort(desk.work, member.cohort_id)
    assert cohort is not None
    return await cohorts.both(desk, cohort)


async def right(desk: Desk, course: Course, member: Participant) -> int | None:
    """How many answers are right; None while some are missing."""
    given = await quizzes.answers(desk.work, member.id)
    if len(given) < len(course.quiz):
        return None
    return sum(one.right == given.get(place) for place, one in enumerate(course.quiz))


async def begin(turn: Turn, member: Participant) -> None:
    """They want theirs: the one that was made, or first the name it shall bear."""
    case = turn.known.case
    issued = await certificates.of_participant(turn.work, member.id)
    if issued is not None:
        turn.answer()
        _send(turn, issued)
    elif not await passed(turn, member):
        await _say_why_not(turn, member)
    elif turn.known.session is not None or (case is not None and case.status is Status.CLAIMED):
        # What is typed now is meant for something else.
        turn.answer("certificate-later", alert=True)
    else:
        turn.answer()
        # Of a conversation of families, the subject is whatever its end needs.
        conversation.begin(turn, "certificate", CaseId(member.id))


async def _say_why_not(turn: Turn, member: Participant) -> None:
    """What is missing: time, lessons, or answers."""
    every = await lessons.of_cohort(turn.work, member.cohort_id)
    known = await attendance.of_participant(turn.work, member.id)
    there = sum(known.get(one.id) is Presence.THERE for one in every)
    if not every or every[-1].ends_at > turn.work.now:
        turn.answer("certificate-not-yet", alert=True)
    elif there < needed(len(every)):
        least = needed(len(every))
        turn.answer("certificate-missed", alert=True, there=there, count=len(every), least=least)
    else:
        turn.answer("certificate-quiz-first", alert=True)


async def named(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the questions: it is made, and comes as a picture and as a document."""
    member = await participants.participant(turn.work, ParticipantId(subject or 0))
    said, shown = answers.get("name"), answers.get("shown")
    if member is None or member.person_id != turn.person_id or not await passed(turn, member):
        turn.say("press-old")
        return
    if not isinstance(said, Told) or not isinstance(said.parts[0], str):
        return
    course = await course_of(turn, member)
    issued = await certificates.issue(
        turn.work,
        member.id,
        case_code(secrets.randbits(40)),
        course.title,
        store(said.parts[0]).strip(),
        shown=shown == Picked("yes"),
    )
    audit.record(turn.work, turn.person_id, "certificate_issued", f"cohort:{member.cohort_id}")
    _send(turn, issued)


def _send(turn: Turn, issued: Issued) -> None:
    me = turn.me
    place = turn.house.places[turn.incoming.platform]
    link = f"{place.link}/{place.username}?start={VERIFY}{issued.number}"
    made = Certificate(
        head=turn.house.organization or me.say("paper-organization"),
        title=me.say("certificate-title"),
        before=me.say("certificate-before"),
        name=issued.name,
        text=me.say("certificate-text"),
        course=issued.title,
        date=me.day(issued.issued_at),
        number=me.say("certificate-number", number=issued.number),
        foot=link.removeprefix("https://"),
        language=me.language,
        caption=me.say("certificate-caption", number=issued.number, link=link),
    )
    turn.send(made)
    turn.send(made.printed("certificate.pdf"))


async def verify(turn: Turn, typed: str) -> None:
    """/verify NUMBER and the link: whether it is one of ours, for which course, of which day."""
    number = read_case_code(typed)
    found = await certificates.of_number(turn.work, number) if number else None
    kind = "reply" if turn.staff is None else "staff"
    if number is None or found is None:
        turn.say("verify-how" if not typed else "verify-unknown", kind=kind)
        return
    name = found.name if found.shown and found.name else "none"
    text = turn.me.say(
        "verify-valid", number=number, title=found.title, day=turn.me.day(found.issued_at),
        name=name,
    )  # fmt: skip
    turn.send(Text(text), kind)
