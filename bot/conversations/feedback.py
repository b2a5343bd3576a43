"""Asked once after a case is closed; each question may be skipped."""

from bot.conversations.flow import END, Choice, Flow, Option, Question, Words

SCORES = ("5", "4", "3", "2", "1")

FEEDBACK = Flow(
    "feedback",
    1,
    (
        Question("score", Choice(tuple(Option(s) for s in SCORES)), "words", optional=True),
        Question("words", Words(voice=True), END, optional=True),
    ),
)
