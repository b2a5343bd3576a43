"""What a counselor or a supervisor writes about a case: a task, a goal, a safety plan, a reason."""

from collections.abc import Callable

from bot.conversations.flow import END, Choice, Flow, Option, Question, Review, Words

PLAN_STEPS = ("signs", "myself", "distraction", "people", "professionals", "surroundings")
"""The six steps of a safety plan, from what one notes in oneself to making the place safe."""
STEP_LIMIT = 600
"""Characters of one step: all six with their titles fit into one message."""

GOAL = Flow("goal", 1, (Question("text", Words(least=3, most=300), END),))
SENDBACK = Flow("sendback", 1, (Question("note", Words(least=3, most=1000), END),))


def _plan() -> Flow:
    following = (*PLAN_STEPS[1:], "review")
    steps = [
        Question(step, Words(least=2, most=STEP_LIMIT), after, optional=True)
        for step, after in zip(PLAN_STEPS, following, strict=True)
    ]
    last = Question("review", Review(adds_to=PLAN_STEPS[-1]), END, changeable=False)
    return Flow("plan", 1, (*steps, last))


PLAN = _plan()


def task(read_day: Callable[[str], str | None]) -> Flow:
    """`read_day` reads a typed date, Jalali or Gregorian, as an ISO date; None where it is none."""
    days = Choice(tuple(Option(key) for key in ("tomorrow", "three_days", "week", "date")), 2)
    return Flow(
        "task",
        1,
        (
            Question("text", Words(least=3, most=400), "day"),
            Question(
                "day",
                days,
                {"tomorrow": END, "three_days": END, "week": END, "date": "date"},
                clears=("date",),
            ),
            Question("date", Words(read=read_day, most=40), END),
        ),
    )
