"""The page of one broadcast: all of it in words, and what can be done with it now."""

from bot.domain.broadcast import BEGUN, OVER, Broadcast, State, Versions, words_in
from bot.domain.outgoing import Album, Button, Buttons, Media, Outgoing, in_rows
from bot.handlers.broadcasts import broadcast_access, broadcast_bar, broadcasting
from bot.handlers.desk import Turn
from bot.storage import broadcasts


async def page(turn: Turn, one: Broadcast) -> tuple[str, Buttons]:
    """All of it in words, and what can be done with it now."""
    me, versions = turn.me, await broadcasts.versions(turn.work, one.id)
    lines = [
        me.say("broadcast-page", name=one.name, state=me.say(f"broadcast-state-{one.state}")),
        me.say("broadcast-page-topic", topic=broadcasting.topic_named(me, one.topic)),
        _languages(turn, versions),
    ]
    if one.doors:
        labels = [row[0].label for row in broadcasting.doors(me, one)[:-1]]
        lines.append(me.say("broadcast-page-doors", labels=me.say("list-comma").join(labels)))
    lines += await broadcast_access.people_in_words(turn, me, one.segment)
    if one.planned_at is not None and one.state is not State.DONE:
        at = turn.house.words.appointed(me.language, one.planned_at, turn.work.now)
        lines.append(me.say("broadcast-page-at", at=at, repeats=one.repeats.value))
    if one.posted:
        lines.append(me.say("broadcast-page-posted"))
    return "\n".join(lines), _buttons(turn, one, versions)


def _languages(turn: Turn, versions: Versions) -> str:
    me = turn.me
    if not versions:
        return me.say("broadcast-page-empty")
    names = me.say("list-comma").join(me.say(f"language-{language}") for language in versions)
    first = next(iter(versions.values()))
    words = words_in(first).strip().replace("\n", " ")[:80]
    kind = me.say(f"broadcast-kind-{_kind(first)}")
    shown = me.say("broadcast-kind-words", kind=kind, words=words) if words else kind
    return me.say("broadcast-page-words", languages=names, words=shown)


def _kind(message: Outgoing) -> str:
    match message:
        case Media(kind=kind):
            return kind
        case Album():
            return "album"
        case _:
            return "text"


def _buttons(turn: Turn, one: Broadcast, versions: Versions) -> Buttons:
    def button(key: str, area: str, verb: str) -> Button:
        return broadcast_access.button(turn, key, area, verb, one)

    look = [
        button("button-broadcast-look", "bc", "look"),
        button("button-broadcast-test", "bc", "test"),
    ]
    home = turn.me.button("button-back", "bc", "home")
    copy = button("button-broadcast-copy", "bc", "copy")
    if one.state is State.DRAFT:
        made = [button(f"button-broadcast-{verb}", "bc", verb)
                for verb in ("words", "name", "topic", "doors")]  # fmt: skip
        made.append(button("button-broadcast-people", "bp", "see"))
        if any(place.channel is not None for place in turn.house.places.values()):
            made.append(button("button-broadcast-posted", "bc", "posted"))
        ways = [*look, button("button-broadcast-send", "bs", "check")] if versions else []
        return in_rows([*made, *ways, copy, button("button-broadcast-drop", "bc", "drop"), home], 2)
    now = []
    if one.state is State.ASKED:
        own = turn.person_id in (one.made_by, one.sent_by)
        approve = [] if own else [button("button-broadcast-approve", "bs", "approve")]
        now = [*approve, button("button-broadcast-back", "bs", "back")]
    if one.state in (State.ASKED, State.PLANNED, *BEGUN):
        now.append(button("button-broadcast-cancel", "bs", "cancel"))
    if one.state in (*BEGUN, *OVER):
        now.append(button("button-broadcast-progress", "bs", "bar"))
    if one.state in OVER or one.state is State.PAUSED:
        now.append(button("button-broadcast-report", "bs", "report"))
        now += [
            button("button-broadcast-correct", "bs", "correct"),
            button("button-broadcast-doors", "bc", "doors"),
            button("button-broadcast-withdraw", "bs", "withdraw"),
        ]
    return in_rows([*now, *look, copy, home], 2)


async def show_bar(turn: Turn, one: Broadcast) -> None:
    """The progress, as a message that is looked at now."""
    text, buttons = await broadcast_bar.shown(turn, turn.me, one)
    turn.edit_pressed(text, buttons)
