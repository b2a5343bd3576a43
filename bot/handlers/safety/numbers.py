"""Telephone numbers that answer at this hour, as people read them."""

from bot.handlers.desk import Speaker

# Which numbers fit: danger that was not described may be of any kind.
_NUMBERS = {
    "danger": ("medical", "violence"),
    "help": ("medical", "violence", "suicide"),
    "distress": ("suicide",),
}


def numbers(me: Speaker, category: str, now: int) -> str:
    """The numbers for this kind of danger that answer at this hour, each on its own line."""
    at = me.house.words.local_time(now).time()
    lines: dict[str, str] = {}
    for need in _NUMBERS.get(category, (category,)):
        for line in me.house.helplines.for_category(need, at):
            lines.setdefault(
                line.number,
                me.say(
                    "helpline",
                    number=line.number_in(me.language),
                    name=line.name.in_language(me.language),
                ),
            )
    return "\n".join(lines.values())
