"""A questionnaire once more: offered, answered with a yes, and what has changed told in words.

Asked only while somebody is on call, because an answer may mean that somebody must be there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversations import again as questions
from bot.conversations import screening
from bot.conversations.flow import Answer, answer_from_json
from bot.domain.case import Case, Status, read_case_code
from bot.domain.ids import CaseId, PersonId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.domain.safeguarding import on_call
from bot.domain.screeners import BETWEEN, K6, SCREENERS, Score, course
from bot.handlers import choosing, conversation
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.safety import safeguarding
from bot.storage import audit, cases, consents, due, people, screenings
from bot.storage.due import Due
from bot.storage.screenings import Taken

LATER = "screening_again"
"""The kind of due row that offers it after an early closing."""
DAY = 24 * 3600 * 1000
TRIES = 7
"""Days on which we look whether somebody is on call."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """The questionnaires that may be asked again now; `until`: when, where it is too early."""

    screeners: tuple[str, ...]
    until: int | None = None


async def taken(desk: Desk, case: Case) -> dict[str, list[Taken]]:
    """Every score of this case, by questionnaire, the one of the assessment first."""
    kept = await cases.assessment(desk.work, case.id)
    answers = {key: answer_from_json(value) for key, value in kept.items()}
    found: dict[str, list[Taken]] = {}
    for key in desk.house.screeners:
        first = screening.score_of(SCREENERS[key], answers)
        if first is not None:
            found[key] = [Taken(first, case.opened_at)]
    for later in await screenings.of_case(desk.work, case.id):
        if later.score.screener in found:
            found[later.score.screener].append(later)
    return found


async def _ready(desk: Desk, case: Case) -> _Ready:
    """At least two weeks lie between two times."""
    last = {key: times[-1].at for key, times in (await taken(desk, case)).items()}
    now = desk.work.now
    free = tuple(key for key, at in last.items() if at + BETWEEN <= now)
    early = min((at + BETWEEN for at in last.values()), default=None)
    return _Ready(free, None if free else early)


async def _somebody_on_call(desk: Desk) -> bool:
    return bool(on_call(await people.staff(desk.work)))


def _offer(me: Speaker, case_id: CaseId) -> Text:
    number = short(case_id)
    rows = (
        (me.button("again-yes", "again", "yes", number),),
        (me.button("again-no", "again", "no", number),),
    )
    return Text(me.say("again-offer"), rows)


async def offer_after(turn: Turn, case: Case) -> None:
    """After the last word of a closed case: offered once, if there is something to compare."""
    if not await _somebody_on_call(turn):
        return
    if not (await _ready(turn, case)).screeners:
        return
    if await screenings.offer(turn.work, case.id, turn.work.now - BETWEEN):
        turn.send(_offer(turn.me, case.id))


# Two weeks after the first time, where the case was closed before.


async def plan(desk: Desk, case: Case) -> None:
    """A case that is closed early: it is offered when two weeks have passed."""
    until = (await _ready(desk, case)).until
    if until is not None:
        due.plan(desk.work, LATER, case.id, until, f"{LATER}:{case.id}:1", {"number": 1})


async def offer_later(desk: Desk, what: Due) -> None:
    """To those who have allowed us to ask how they are; with nobody on call, another day."""
    case, number = await cases.get(desk.work, CaseId(what.subject)), int(what.body["number"])
    if case is None or case.person_id is None:
        return
    latest = await cases.latest_of(desk.work, case.person_id)
    allowed = "followup" in await consents.given(desk.work, case.person_id)
    if not allowed or latest is None or latest.id != case.id or case.status is not Status.CLOSED:
        return
    if not (await _ready(desk, case)).screeners:
        return
    if await _somebody_on_call(desk):
        if await screenings.offer(desk.work, case.id, desk.work.now - BETWEEN):
            await desk.tell(case.person_id, "notice", lambda me: _offer(me, case.id))
    elif number < TRIES:
        key, body = f"{LATER}:{case.id}:{number + 1}", {"number": number + 1}
        due.plan(desk.work, LATER, case.id, desk.work.now + DAY, key, body)


# Of the counselor.


async def ask(turn: Turn, argument: str) -> None:
    """/again [CODE]: offers it to the family of that case, of the message replied to, or the
    only one."""
    code = read_case_code(argument) if argument else None
    if argument and code is None:
        turn.say("again-how", kind="staff")
        return
    case, held = await choosing.meant(turn, code)
    if case is not None:
        await _ask(turn, case)
    elif code:
        turn.say("not-your-case", kind="staff")
    else:
        choosing.ask_which(turn, held, "again-which", "again", "ask")


async def _ask(turn: Turn, case: Case) -> None:
    ready, now, code = await _ready(turn, case), turn.work.now, case.code
    if case.person_id is None or (not ready.screeners and ready.until is None):
        turn.say("again-never-taken", kind="staff", code=code)
    elif not ready.screeners and ready.until is not None:
        at = turn.house.words.appointed(turn.me.language, ready.until, now)
        turn.say("again-early", kind="staff", code=code, at=at)
    elif not await _somebody_on_call(turn):
        turn.say("again-nobody", kind="staff")
    elif not await screenings.offer(turn.work, case.id, now - BETWEEN):
        turn.say("again-offered-already", kind="staff", code=code)
    else:
        audit.record(turn.work, turn.person_id, "offered_again", f"case:{case.id}")
        sent = await turn.tell(case.person_id, "notice", lambda me: _offer(me, case.id))
        turn.say("again-offered" if sent else "again-cannot", kind="staff", code=code)


# Presses, and the end of the questions.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`yes.CASE`, `no.CASE` of the family; `ask.CASE` of its counselor."""
    number = unshort(parts[1]) if len(parts) == 2 else None
    case = await cases.get(turn.work, CaseId(number)) if number is not None else None
    if case is None:
        turn.answer("press-old")
    elif parts[0] == "ask" and turn.staff is not None and case.counselor_id == turn.person_id:
        turn.answer()
        await _ask(turn, case)
    elif parts[0] == "no" and case.person_id == turn.person_id:
        turn.answer()
        turn.edit_pressed(turn.me.say("again-declined"))
    elif parts[0] == "yes" and case.person_id == turn.person_id:
        await _agreed(turn, case)
    else:
        audit.record(turn.work, turn.person_id, "again", f"case:{case.id}", allowed=False)
        turn.answer("press-old")


async def _agreed(turn: Turn, case: Case) -> None:
    """A yes counts where somebody can be there, and nothing else is being asked."""
    ready = await _ready(turn, case)
    if turn.known.session is not None:
        turn.answer("again-first-finish", alert=True)
    elif not ready.screeners:
        turn.answer("press-old")
    elif not await _somebody_on_call(turn):
        turn.answer("again-later", alert=True)
    else:
        turn.answer()
        turn.edit_pressed(turn.me.say("again-agreed"))
        conversation.begin(turn, "again", case.id, questions.given(ready.screeners))


async def answered(turn: Turn, answers: Mapping[str, Answer], case_id: CaseId) -> None:
    """Kept beside the case; colleagues read what has changed, the family no score."""
    case = await cases.get(turn.work, case_id)
    if case is None or case.person_id != turn.person_id:
        return
    before = await taken(turn, case)
    fresh = [
        score
        for key in before
        if (score := screening.score_of(SCREENERS[key], answers)) is not None
    ]
    for score in fresh:
        await screenings.add(turn.work, case.id, score)
        audit.record(turn.work, turn.person_id, f"screened_{score.screener}", f"case:{case.id}")
    if fresh:
        await _tell(turn, case, fresh)
    if any(score.screener == K6.key and score.reason is not None for score in fresh):
        # Somebody must look, also where the case is closed; the case is not more urgent by it.
        await safeguarding.disclosed(turn, "distress", "k6_again", "", lifts=False)
    else:
        turn.say("again-thanks" if fresh else "again-left-out")


def lines(me: Speaker, known: Mapping[str, list[Taken]], now: int) -> list[str]:
    """What became of each questionnaire that was answered more than once, in a line."""
    return [
        me.say(
            "again-line",
            name=me.say(f"again-name-{key}"),
            course=me.say(f"again-course-{course(times[0].score, times[-1].score)}"),
            at=me.when(times[0].at, now),
            to=me.when(times[-1].at, now),
        )
        for key, times in known.items()
        if len(times) > 1
    ]


async def _tell(desk: Desk, case: Case, fresh: list[Score]) -> None:
    """Only of those that were answered now."""
    now, every = desk.work.now, await taken(desk, case)
    known = {score.screener: every[score.screener] for score in fresh}

    def compose(me: Speaker) -> Text:
        parts = (me.say("again-result", code=case.code), *lines(me, known, now))
        return Text("\n\n".join((*parts, me.say("again-no-diagnosis"))), protect=True)

    for reader in await _readers(desk, case):
        await desk.tell(reader, "staff", compose)


async def _readers(desk: Desk, case: Case) -> list[PersonId]:
    """Whose case it is, or was, and supervisors."""
    staff = await people.staff(desk.work)
    return [
        member.person_id
        for member in staff
        if member.person_id == case.counselor_id or member.role is Role.SUPERVISOR
    ]
