"""The short quiz at the end of a course, and the way to the certificate."""

from bot.domain.courses import Booking, BookingState, Course, Participant
from bot.domain.ids import ParticipantId, short, unshort
from bot.domain.outgoing import Button, Buttons
from bot.handlers.courses import certificates
from bot.handlers.desk import Speaker, Turn
from bot.storage import lessons, participants, quizzes


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`begin.PARTICIPANT`, `take.PARTICIPANT.QUESTION.CHOICE`, `again.PARTICIPANT`,
    `cert.PARTICIPANT`."""
    number = ParticipantId(unshort(parts[1]) or 0) if len(parts) >= 2 else ParticipantId(0)
    member = await participants.participant(turn.work, number)
    if member is None or member.person_id != turn.person_id:
        turn.answer("press-old")
        return
    match parts:
        case ("begin", _):
            turn.answer()
            await _next(turn, member)
        case ("take", _, question, choice) if question.isdecimal() and choice.isdecimal():
            await _take(turn, member, int(question[:3]), int(choice[:3]))
        case ("again", _):
            turn.answer()
            await quizzes.again(turn.work, member.id)
            await _next(turn, member)
        case ("cert", _):
            await certificates.begin(turn, member)
        case _:
            turn.answer("press-old")


async def ways(turn: Turn, member: Participant, booking: Booking) -> tuple[tuple[Button, ...], ...]:
    """What somebody can do who has been to the last lesson."""
    if booking.state is not BookingState.ENROLLED:
        return ()
    every = await lessons.of_cohort(turn.work, member.cohort_id)
    if not every or every[-1].ends_at > turn.work.now:
        return ()
    course = await certificates.course_of(turn, member)
    return buttons(turn.me, member, course)


def buttons(me: Speaker, member: Participant, course: Course) -> Buttons:
    number = short(member.id)
    quiz = (me.button("button-quiz", "quiz", "begin", number),)
    cert = (me.button("button-certificate", "quiz", "cert", number),)
    return (quiz, cert) if course.quiz else (cert,)


async def _take(turn: Turn, member: Participant, question: int, choice: int) -> None:
    course = await certificates.course_of(turn, member)
    if question >= len(course.quiz) or choice >= len(course.quiz[question].options):
        turn.answer("press-old")
        return
    await quizzes.answer(turn.work, member.id, question, choice)
    turn.answer()
    await _next(turn, member)


async def _next(turn: Turn, member: Participant) -> None:
    """The first question without an answer; behind the last one, what came of it."""
    me, number = turn.me, short(member.id)
    course = await certificates.course_of(turn, member)
    given = await quizzes.answers(turn.work, member.id)
    for place, one in enumerate(course.quiz):
        if place not in given:
            rows = tuple(
                (me.button("button-course", "quiz", "take", number, str(place), str(choice),
                           title=option),)
                for choice, option in enumerate(one.options)
            )  # fmt: skip
            head = me.say("quiz-question", place=place + 1, count=len(course.quiz), text=one.text)
            turn.edit_pressed(head, rows)
            return
    right = await certificates.right(turn, course, member) or 0
    enough = right * 2 >= len(course.quiz)
    said = "yes" if enough else "no"
    text = me.say("quiz-over", right=right, count=len(course.quiz), enough=said)
    way = ("button-certificate", "cert") if enough else ("button-quiz-again", "again")
    turn.edit_pressed(text, ((me.button(way[0], "quiz", way[1], number),),))
