"""What coordinators change in a course that is there: its place, its seats, its quiz."""

from bot.conversations.course import read_seats
from bot.conversations.flow import END, Flow, Question, Words
from bot.domain.courses import LONGEST_PLACE

MOST_OPTIONS = 6


def read_options(text: str) -> str | None:
    """A typed list of options, a line each, the right one first; None where they are not two to
    six different ones."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    fits = 2 <= len(lines) <= MOST_OPTIONS and len(set(lines)) == len(lines)
    return "\n".join(lines) if fits and all(len(line) <= 100 for line in lines) else None


PLACE = Flow("cohortplace", 1, (Question("place", Words(least=3, most=LONGEST_PLACE), END),))
SIZE = Flow("cohortsize", 1, (Question("capacity", Words(read=read_seats, most=20), END),))
QUESTION = Flow(
    "quizquestion",
    1,
    (
        Question("text", Words(least=3, most=300), "options"),
        Question("options", Words(read=read_options, most=700), END),
    ),
)
"""One more question of a quiz: what is asked, and what one can answer."""
CHANGES = (PLACE, SIZE, QUESTION)
