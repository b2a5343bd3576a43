"""Profiles: what colleagues can do and how much, as supervisors and administrators enter it."""

from bot.conversations.intake import LANGUAGES
from bot.domain.duty import GENDERS, Profile
from bot.domain.ids import PersonId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.domain.people import Action, StaffMember, may
from bot.domain.text import key
from bot.domain.triage import TOPICS
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, duty, people

MOST = 30
"""Cases that a capacity may allow."""


async def show(turn: Turn, alias: str) -> None:
    """/profile [NAME]: one's own for caseworkers; anybody's, with buttons, for who may set it."""
    if not may(turn.staff, Action.SET_DUTY):
        await _send(turn, turn.staff)
        return
    found = [m for m in await caseworkers(turn) if not alias or key(m.alias) == key(alias)]
    if len(found) == 1:
        await _send(turn, found[0])
        return
    text = turn.me.say("profile-whose" if found else "profile-unknown")
    turn.send(Text(text, choose(turn.me, found or await caseworkers(turn), "prof")), "staff")


async def caseworkers(turn: Turn) -> list[StaffMember]:
    """All who have cases."""
    return [m for m in await people.staff(turn.work) if may(m, Action.CLAIM)]


def choose(me: Speaker, members: list[StaffMember], area: str) -> Buttons:
    """One button for each colleague: `show.PERSON`."""
    return tuple(
        (me.button("button-colleague", area, "show", short(m.person_id), who=cards.title(me, m)),)
        for m in members[:40]
    )


async def _send(turn: Turn, member: StaffMember | None) -> None:
    if member is not None:
        turn.send(await _page(turn, member), "staff")


# The page.


async def _page(turn: Turn, member: StaffMember) -> Text:
    me = turn.me
    known = await duty.profile(turn.work, member.person_id)
    usual = turn.house.duty.terms.capacity or MOST
    text = me.say(
        "profile",
        who=cards.title(me, member),
        languages=_names(me, "language", known.languages),
        topics=_names(me, "topic", known.topics),
        regions=_names(me, "region", known.regions),
        gender=known.gender or "unknown",
        licensed="yes" if known.licensed else "no",
        capacity=usual if known.capacity is None else known.capacity,
        held=await duty.held(turn.work, member.person_id),
        available="yes" if known.available else "no",
    )
    if not may(turn.staff, Action.SET_DUTY):
        return Text(text)
    return Text(text, _buttons(me, short(member.person_id), known))


def _names(me: Speaker, kind: str, values: frozenset[str]) -> str:
    if not values:
        return me.say("profile-all")
    return me.say("list-comma").join(
        _name(me, kind, value) for value in _all(me, kind) if value in values
    )


def _all(me: Speaker, kind: str) -> tuple[str, ...]:
    """What there is of this kind."""
    if kind == "language":
        return tuple(language for language in LANGUAGES if language != "other")
    if kind == "topic":
        return TOPICS
    return (*(province.code for province in me.house.divisions.provinces), "abroad")


def _name(me: Speaker, kind: str, value: str) -> str:
    if kind == "language":
        return me.say(f"intake-language-{value}")
    if kind == "topic":
        return me.say(f"intake-topic-{value}")
    province = me.house.divisions.province(value)
    if province is None:
        return me.say("place-abroad")
    return province.en if me.language == "en" else province.fa


def _buttons(me: Speaker, number: str, known: Profile) -> Buttons:
    def toggle(name: str, verb: str, value: str, *, on: bool) -> Button:
        mark = "button-marked" if on else "button-unmarked"
        return me.button(mark, "prof", verb, number, value, label=me.say(name))

    skills = (
        me.button(f"button-skill-{kind}", "prof", "list", number, kind) for kind in duty.SKILLS
    )
    return (
        tuple(skills),
        (
            *(
                toggle(f"button-gender-{one}", "gender", one, on=known.gender == one)
                for one in GENDERS
            ),
            toggle("button-license", "license", "switch", on=known.licensed),
        ),
        (
            me.button("button-less", "prof", "capacity", number, "less"),
            me.button("button-more-cases", "prof", "capacity", number, "more"),
        ),
        (
            me.button("button-shifts", "week", "show", number, "w"),
            me.button("button-rota", "week", "show", number, "c"),
        ),
        (toggle("button-here", "here", "switch", on=known.available),),
    )  # fmt: skip


def _list(me: Speaker, number: str, kind: str, known: Profile) -> Buttons:
    chosen = {"language": known.languages, "topic": known.topics, "region": known.regions}[kind]
    buttons = [
        me.button(
            "button-marked" if value in chosen else "button-unmarked",
            "prof", "skill", number, kind, value, label=_name(me, kind, value),
        )
        for value in _all(me, kind)
    ]  # fmt: skip
    return (*in_rows(buttons, 2), (me.button("button-done", "prof", "back", number),))


# Pressing.


async def allowed(turn: Turn, number: str) -> StaffMember | None:
    """The colleague of a button, when the writer may change duties; answers the press if not."""
    if not may(turn.staff, Action.SET_DUTY):
        audit.record(turn.work, turn.person_id, "set_duty", "staff", allowed=False)
        turn.answer("refused-role" if turn.staff else "refused-not-staff", alert=True)
        return None
    person = unshort(number)
    member = await people.member(turn.work, PersonId(person)) if person is not None else None
    if member is None or not may(member, Action.CLAIM):
        turn.answer("press-old")
        return None
    return member


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Forms: `show.P`, `back.P`, `list.P.KIND`, `skill.P.KIND.VALUE`, `gender.P.GENDER`,
    `license.P.switch`, `capacity.P.less`, `capacity.P.more`, `here.P.switch`; `choose`."""
    if parts == ("choose",) and may(turn.staff, Action.SET_DUTY):
        turn.answer()
        await show(turn, "")
        return
    member = await allowed(turn, parts[1] if len(parts) > 1 else "")
    if member is None:
        return
    number = parts[1]
    match parts:
        case ("show", _):
            turn.answer()
            await _send(turn, member)
            return
        case ("back", _):
            pass
        case ("list", _, kind) if kind in duty.SKILLS:
            pass
        case ("skill", _, kind, value) if kind in duty.SKILLS and value in _all(turn.me, kind):
            await duty.switch_skill(turn.work, member.person_id, kind, value)
        case ("gender" | "license" | "capacity" | "here" as what, _, value):
            await _set(turn, member, what, value)
        case _:
            turn.answer("press-old")
            return
    if parts[0] not in ("list", "back"):
        audit.record(turn.work, turn.person_id, "set_profile", f"person:{member.person_id}")
    turn.answer()
    if parts[0] in ("list", "skill"):
        known = await duty.profile(turn.work, member.person_id)
        text = turn.me.say("profile-choose", who=cards.title(turn.me, member))
        turn.edit_pressed(text, _list(turn.me, number, parts[2], known))
        return
    page = await _page(turn, member)
    turn.edit_pressed(page.text, page.buttons)


async def _set(turn: Turn, member: StaffMember, what: str, value: str) -> None:
    known = await duty.profile(turn.work, member.person_id)
    gender, licensed, capacity = known.gender, known.licensed, known.capacity
    usual = turn.house.duty.terms.capacity or MOST
    match what, value:
        case "gender", ("woman" | "man"):
            gender = "" if gender == value else value
        case "license", "switch":
            licensed = not licensed
        case "capacity", ("less" | "more"):
            now = usual if capacity is None else capacity
            capacity = min(MOST, max(0, now + (1 if value == "more" else -1)))
        case "here", "switch":
            await duty.set_available(turn.work, member.person_id, available=not known.available)
        case _:
            return
    await duty.set_profile(
        turn.work, member.person_id, gender=gender, licensed=licensed, capacity=capacity
    )
