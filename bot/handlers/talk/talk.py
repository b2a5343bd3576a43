"""Which family a staff member is talking with, and how a case looks in their private chat."""

from collections.abc import Mapping, Sequence

from bot.conversations.flow import Answer, Spoken
from bot.domain.case import Case
from bot.domain.ids import CaseId, short, unshort
from bot.domain.outgoing import Buttons, Media, Text
from bot.handlers import questions
from bot.handlers.desk import Compose, Speaker, Turn
from bot.handlers.family import meeting, scores
from bot.storage import audit, cases, contact, people, relay


async def begin(turn: Turn, case: Case) -> None:
    """A case was just claimed: it is the current one, and settled when it is the only one."""
    held = await cases.held_by(turn.work, turn.person_id)
    await people.face(turn.work, turn.person_id, case.id, settled=len(held) == 1)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button about the talk: `face.CASE`."""
    case_id = unshort(parts[1]) if len(parts) == 2 and parts[0] == "face" else None
    mine = {case.id: case for case in await cases.held_by(turn.work, turn.person_id)}
    case = mine.get(CaseId(case_id)) if case_id is not None else None
    if turn.staff is None or case is None:
        if case_id is not None:
            audit.record(turn.work, turn.person_id, "face", f"case:{case_id}", allowed=False)
        turn.answer("not-your-case", alert=True)
        return
    await people.face(turn.work, turn.person_id, case.id, settled=True)
    turn.answer("facing", code=case.code)
    turn.send(Text(turn.me.say("facing-now", **_short(turn.me, case))), "staff")


def _short(me: Speaker, case: Case) -> dict[str, str]:
    return {
        "code": case.code,
        "topic": me.say(f"intake-topic-{case.topic}"),
        "place": me.place(case.province, case.county),
    }


async def case_of_reply(turn: Turn) -> CaseId | None:
    """The case that the replied-to message belongs to. Only our own rows decide."""
    if turn.incoming.reply_to is None:
        return None
    key = turn.known.account.chat_key
    copy = await relay.copy_at(turn.work, key, turn.incoming.reply_to)
    if copy is not None and copy.case_id is not None:
        return copy.case_id
    own = await relay.written_as(turn.work, key, turn.incoming.reply_to)
    return own.case_id if own else None


async def show_mine(turn: Turn) -> None:
    """/mycases: my open cases, each with a button to turn to it."""
    held = await cases.held_by(turn.work, turn.person_id)
    if not held:
        turn.say("mycases-none", kind="staff")
        return
    me = turn.me
    current = turn.staff.current_case if turn.staff else None
    families = [case.person_id for case in held if case.person_id is not None]
    gone = await contact.silenced(turn.work, families)
    lines = [me.say("mycases-title", count=len(held))]
    for case in held:
        lines.append(
            me.say(
                "mycases-line",
                **_short(me, case),
                since=me.when(case.claimed_at or case.opened_at, turn.work.now),
                current="yes" if case.id == current else "no",
            )
        )
        if case.person_id in gone:
            lines.append(me.say("details-silenced"))
    turn.send(Text("\n\n".join(lines), choose_buttons(me, held, "k", "face")), "staff")


def choose_buttons(me: Speaker, held: list[Case], *parts: str) -> Buttons:
    """One button a case: code and topic."""
    return tuple(
        (me.button("button-case", *parts, short(case.id), **_short(me, case)),) for case in held
    )


def details(
    me: Speaker,
    case: Case,
    answers: Mapping[str, Answer],
    history: list[Case],
    more: Sequence[str] = (),
    *,
    silenced: bool = False,
) -> Text:
    """Everything the family answered, for its counselor. `more`: lines on changes of the acuity
    and on referrals; `silenced`: it left by quick exit."""
    flow = me.house.flows["intake"]
    lines = [me.say("details-title", acuity=case.acuity.key, **_short(me, case))]
    if case.reasons:
        said = me.say("list-comma").join(reason(me, key) for key in case.reasons)
        lines.append(me.say("details-reasons", reasons=said))
    lines += [*scores.lines(me, answers), *more]
    if case.minor:
        lines.append(me.say("details-minor"))
    if answers:
        lines.append(questions.review(me, flow, answers, whole=True))
    else:
        lines.append(me.say("details-no-answers"))
    for earlier in history:
        outcome = me.say(f"outcome-{earlier.outcome}") if earlier.outcome else ""
        lines.append(me.say("details-earlier", code=earlier.code, outcome=outcome))
    lines += meeting.in_details(me, case, silenced=silenced)
    number = short(case.id)
    buttons = (
        (
            me.button("button-face", "k", "face", number),
            me.button("button-close", "x", "case", number),
        ),
        *deeds(me, case),
        (
            me.button("button-talk-so-far", "cf", "talk", number),
            me.button("button-case-file", "cf", "show", number),
        ),
        (
            me.button("button-acuity", "u", "ask", number),
            me.button("button-abuse", "bl", "report", number),
        ),
    )
    return Text("\n\n".join(lines), buttons, protect=True)


def deeds(me: Speaker, case: Case) -> Buttons:
    """What whoever has a case does with it most, so that no command must be known for it."""
    number = short(case.id)
    return (
        (
            me.button("button-canned", "rp", "case", number),
            me.button("button-appoint", "ap", "case", number),
        ),
        (
            me.button("button-refer", "ref", "new", number),
            me.button("button-transfer", "tr", "which", number),
        ),
    )


def reason(me: Speaker, key: str) -> str:
    """A reason of triage in words."""
    topic = key.removeprefix("topic_")
    return me.say(f"intake-topic-{topic}") if topic != key else me.say(f"reason-{key}")


def voice_of_story(case: Case, part: Spoken) -> Compose:
    """A voice note of the assessment, for the counselor."""
    return lambda me: Media(
        "voice", part.file_id, me.say("details-voice", code=case.code), protect=True
    )
