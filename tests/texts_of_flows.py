"""The keys of texts that a conversation needs."""

from bot.conversations.flow import Choice, Flow


def of_flow(flow: Flow) -> dict[str, set[str]]:
    """The texts that a conversation needs; names of places come from the list of divisions."""
    keys = [question.key for question in flow.questions]
    options = {
        f"{question.key}-{option.key}"
        for question in flow.questions
        if isinstance(question.asks, Choice) and isinstance(question.asks.options, tuple)
        for option in question.asks.options
        if option.names is None
    }
    return {
        "{}-{}": {f"{flow.name}-{key}" for key in keys},
        "{}-{}-title": {f"{flow.name}-{key}-title" for key in keys},
        "{}-{}-{}": {f"{flow.name}-{option}" for option in options},
        "{}-section-{}": {f"{flow.name}-section-{q.section}" for q in flow.questions if q.section},
    }
