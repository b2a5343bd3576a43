"""Keys of texts that are put together in the code, where duty is concerned."""

from collections.abc import Iterable

from bot.conversations.intake import LANGUAGES
from bot.domain.duty import GENDERS, Bar
from bot.handlers.staff import weeks
from bot.storage import duty

FILLINGS: dict[str, Iterable[object]] = {
    "refused-{}": [bar.value for bar in Bar],
    "intake-language-{}": LANGUAGES,
    "button-skill-{}": duty.SKILLS,
    "button-gender-{}": GENDERS,
    "weekday-{}": range(7),
    "week-{}": ["from", "to"],
    **{
        f"{name}-{{}}": weeks.KIND
        for name in ("week-title", "week-none", "week-told", "button-week")
    },
}
