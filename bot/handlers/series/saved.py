"""/saved: the parts of series that somebody keeps."""

from bot.domain.ids import short
from bot.domain.outgoing import Text
from bot.handlers.desk import Turn
from bot.storage import series

SHOWN = 20


async def show(turn: Turn) -> None:
    me, rows = turn.me, []
    for kept in await series.kept_by(turn.work, turn.person_id, SHOWN):
        one = turn.house.series.get(kept.series)
        if one is None or kept.part > one.last:
            continue
        title = one.in_language(me.language).parts[kept.part - 1].title
        button = me.button("series-kept-button", "ser", "show", short(kept.run), str(kept.part),
                           title=title)  # fmt: skip
        rows.append((button,))
    turn.send(Text(me.say("saved" if rows else "saved-none"), tuple(rows)))
