"""What a colleague writes before a case changes hands: no transfer goes without it."""

from bot.conversations.flow import END, Flow, Question, Review, Words
from bot.domain.transfer import NOTE_LIMIT

HANDOVER = Flow(
    "handover",
    1,
    (
        Question("note", Words(least=5, most=NOTE_LIMIT), "review"),
        Question("review", Review(adds_to="note"), END, changeable=False),
    ),
)
