"""What a counselor decides about a referral, after choosing the partner."""

from bot.conversations.flow import (
    END,
    Answers,
    Choice,
    Flow,
    Option,
    PickedMany,
    Question,
    Review,
    Words,
)
from bot.domain.referral import Share, Urgency

SUMMARY_LIMIT = 1200
"""Characters of a summary: with the other fields it stays one message."""


def _after_shares(answers: Answers) -> str:
    shares = answers["shares"]
    chosen = isinstance(shares, PickedMany) and Share.SUMMARY.value in shares.keys
    return "summary" if chosen else "review"


REFERRAL = Flow(
    "referral",
    1,
    (
        Question("urgency", Choice(tuple(Option(u.value) for u in Urgency)), "shares"),
        Question("shares", Choice(tuple(Option(s.value) for s in Share), many=True), _after_shares),
        Question("summary", Words(least=3, most=SUMMARY_LIMIT), "review"),
        Question("review", Review(adds_to="summary"), END, changeable=False),
    ),
)
