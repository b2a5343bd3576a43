"""What the one who works on a case may read of it: answers, voice notes, what came before."""

from collections.abc import Sequence

from bot.conversations.flow import Told, answer_from_json
from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.people import StaffMember
from bot.handlers.desk import Compose, Desk, Speaker
from bot.handlers.family import again
from bot.handlers.queue import cards
from bot.handlers.referrals import letters
from bot.handlers.talk import talk
from bot.storage import acuity, audit, cases, contact, people, transfers
from bot.storage.acuity import Changed
from bot.storage.notes import Note
from bot.storage.outbox import About

HANDED = 3
"""Hand-over notes that stand in the details of a case, the last ones."""


async def tell_assessment(desk: Desk, case: Case, to: PersonId) -> None:
    """The counselor's private view of a case: answers, voice notes, and what came before."""
    answers = {
        key: answer_from_json(value)
        for key, value in (await cases.assessment(desk.work, case.id)).items()
    }
    audit.record(desk.work, to, "read", f"case:{case.id}")
    history = await _history(desk, case)
    changes = await acuity.changes(desk.work, case.id)
    by = {change.by: await people.member(desk.work, change.by) for change in changes}
    silenced = bool(case.person_id and await contact.silenced(desk.work, [case.person_id]))
    referred = await letters.known(desk, case)
    handed = [
        (each, await cards.name_of(desk, each.by_id))
        for each in await transfers.noted(desk.work, case.id, HANDED)
    ]
    screened = await again.taken(desk, case)

    def compose(me: Speaker) -> Text:
        more = [_changed(me, change, by[change.by], desk.work.now) for change in changes]
        for each, name in handed:
            at = me.when(each.moved_at, desk.work.now)
            more.append(me.say("details-handover", who=name(me), at=at, note=each.note))
        more += [letters.stands(me, sent, to, desk.work.now) for sent, to in referred]
        more += again.lines(me, screened, desk.work.now)
        return talk.details(me, case, answers, history, more, silenced=silenced)

    await desk.tell(to, "details", compose, About(case=case.id))
    story = answers.get("story")
    for part in story.parts if isinstance(story, Told) else ():
        if not isinstance(part, str):
            note = talk.voice_of_story(case, part)
            await desk.tell(to, "details", note, About(case=case.id))


async def notes_text(desk: Desk, case: Case, kept: Sequence[Note]) -> Compose:
    """What colleagues noted about a case, by author and time."""
    named = [(each, await cards.name_of(desk, each.author_id)) for each in kept]

    def compose(me: Speaker) -> Text:
        lines = [me.say("notes-title", code=case.code)]
        for item, name in named:
            at = me.when(item.at, desk.work.now)
            lines.append(me.say("notes-line", who=name(me), at=at, text=item.body))
        return Text("\n\n".join(lines), protect=True)

    return compose


def _changed(me: Speaker, change: Changed, member: StaffMember | None, now: int) -> str:
    return me.say(
        "details-acuity-changed",
        who=cards.title(me, member) if member else me.say("staff-former"),
        at=me.when(change.at, now),
        before=me.say(f"acuity-level-{change.before.key}"),
        after=me.say(f"acuity-level-{change.after.key}"),
        reason=me.say(f"acuity-why-{change.reason}"),
    )


async def _history(desk: Desk, case: Case) -> list[Case]:
    """Earlier cases of the same person, newest first."""
    earlier: list[Case] = []
    previous = case.previous_id
    while previous is not None and len(earlier) < 5:
        found = await cases.get(desk.work, previous)
        if found is None:
            break
        earlier.append(found)
        previous = found.previous_id
    return earlier
