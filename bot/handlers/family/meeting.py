"""How a family came to us: by the messenger, by telephone, or in person, and then on which day."""

from bot.domain.case import Case
from bot.handlers.desk import Speaker


def on_card(me: Speaker, case: Case) -> str:
    """For the group: how the family may be written to, or how and when it was met."""
    if case.contacted_at is None:
        return me.say(f"contact-staff-{case.contact or 'unknown'}")
    return me.say(f"card-met-{case.channel}", day=me.day(case.contacted_at))


def in_details(me: Speaker, case: Case, *, silenced: bool) -> list[str]:
    """For whoever works on the case: how to reach the family, or that no message does."""
    if case.contacted_at is not None:
        return [me.say(f"details-met-{case.channel}", day=me.day(case.contacted_at))]
    return [
        me.say(f"details-contact-{case.contact or 'unknown'}"),
        me.say("details-silenced" if silenced else "details-how"),
    ]
