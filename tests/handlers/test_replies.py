"""Canned replies and macros on the real way of a message: looked at first, and never astray."""

from bot.domain.case import Case, Outcome, Status
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Answer, Text
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.storage import cases, notes, people
from tests.faults.engine import Engine, Owed, buttons_of, presses, says
from tests.marks import unmarked
from tests.service.house import say

TEHRAN = "23"
MARYAM, HOSSEIN, NARGES, OMID, REZA = 3001, 3002, 2001, 2002, 2003


async def talking(middle: Engine, family: int = MARYAM) -> Case:
    """A case of this family in the hands of Narges."""
    case = await middle.case_of(family)
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE cases SET province = ? WHERE id = ?", TEHRAN, case.id)
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}"))
    await middle.delivers()
    return case


async def now(middle: Engine, case: Case) -> Case:
    async with middle.tools.database.transaction() as tx:
        found = await cases.get(middle.tools.desk(tx).work, case.id)
    assert found is not None
    return found


async def to(middle: Engine, account: int, kind: str) -> list[Owed]:
    return [row for row in await middle.owes() if row.chat_id == account and row.kind == kind]


async def heard(middle: Engine, family: int = MARYAM) -> list[str]:
    """What a family was sent of the talk."""
    rows = [row.message for row in await to(middle, family, "relay")]
    return [unmarked(message.text) for message in rows if isinstance(message, Text)]


async def preview(middle: Engine, *updates: dict[str, object]) -> tuple[Owed, int]:
    """The newest thing that Narges is shown after this, and its message id."""
    await middle.receives(*updates)
    shown = (await to(middle, NARGES, "prompt"))[-1]
    return shown, (await middle.delivers()).get(shown.id, 0)


def send_of(shown: Owed) -> str:
    return next(data for data in buttons_of([shown.message]) if ".send." in data)


async def test_a_reply_is_looked_at_changed_and_then_leaves_once(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    case = await talking(middle)
    shown, number = await preview(middle, says(NARGES, "/reply offer_referral"))
    assert isinstance(shown.message, Text)
    assert "استان تهران" in unmarked(shown.message.text) and case.code in shown.message.text
    assert await heard(middle) == []

    answer = {"message_id": number, "date": 1, "chat": {"id": NARGES, "type": "private"}}
    again, second = await preview(middle, says(NARGES, "متن {place} من", reply_to_message=answer))
    assert await heard(middle) == []
    await middle.receives(presses(NARGES, send_of(shown), message_id=number))
    assert await heard(middle) == []  # the first draft is over
    for _ in range(2):
        await middle.receives(presses(NARGES, send_of(again), message_id=second))
    assert await heard(middle) == ["متن استان تهران من"]
    assert await middle.count("relay", "author = 'staff'") == 1


async def test_nobody_sends_the_draft_of_another_or_into_a_case_that_is_gone(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(OMID, Role.COUNSELOR)
    case = await talking(middle)
    shown, number = await preview(middle, says(NARGES, "/reply moment"))
    await middle.receives(presses(OMID, send_of(shown), message_id=number))
    await middle.receives(presses(HOSSEIN, send_of(shown), message_id=number))
    await middle.receives(presses(OMID, f"1.rp.pick.moment.{short(case.id)}"))
    await middle.receives(presses(NARGES, f"1.x.do.{short(case.id)}.helped"))
    await middle.receives(presses(NARGES, send_of(shown), message_id=number))
    assert await heard(middle) == []
    toasts = [row.message for row in await middle.owes() if isinstance(row.message, Answer)]
    assert [toast.text for toast in toasts][-1] == say("not-your-case")


async def test_with_two_families_the_one_is_named_first(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await talking(middle)
    second = await talking(middle, HOSSEIN)
    await middle.receives(says(MARYAM, "سلام"))
    await middle.receives(says(NARGES, "/reply hello"))
    asked = (await to(middle, NARGES, "staff"))[-1]
    assert isinstance(asked.message, Text)
    assert asked.message.text == say("reply-which")
    pick = f"1.rp.pick.hello.{short(second.id)}"
    shown, number = await preview(middle, presses(NARGES, pick))
    await middle.receives(presses(NARGES, send_of(shown), message_id=number))
    assert (await heard(middle), len(await heard(middle, HOSSEIN))) == ([], 1)


async def test_it_speaks_the_familys_language(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    case = await talking(middle)
    async with middle.tools.database.transaction() as tx:
        assert case.person_id is not None
        await people.speak(middle.tools.desk(tx).work, case.person_id, "en")
    shown, _ = await preview(middle, says(NARGES, "/reply سلام و معرفی"))
    assert isinstance(shown.message, Text)
    assert "I am a counselor" in shown.message.text
    await middle.receives(says(NARGES, "/addreply کوتاه\nسلام {place}"))
    mine, _ = await preview(middle, says(NARGES, "/reply کوتاه"))
    assert isinstance(mine.message, Text)
    assert "سلام استان تهران" in unmarked(mine.message.text)
    assert say("reply-other-language") in mine.message.text


async def test_an_own_reply_with_an_unknown_variable_is_not_kept(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.receives(says(NARGES, "/addreply نام\nسلام {name}"))
    said = (await to(middle, NARGES, "staff"))[-1]
    assert isinstance(said.message, Text)
    assert "{name}" in said.message.text and "{helpline:talk}" in said.message.text
    assert await middle.count("replies") == 0


async def test_an_offer_is_shared_by_a_supervisor_only(middle: Engine) -> None:
    for account, role in ((NARGES, Role.COUNSELOR), (OMID, Role.COUNSELOR)):
        await middle.staff(account, role)
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(says(NARGES, "/addreply نام\nسلام"))
    kept = (await to(middle, NARGES, "staff"))[-1]
    offer = next(data for data in buttons_of([kept.message]) if ".offer." in data)
    share = offer.replace(".offer.", ".share.")
    await middle.receives(presses(NARGES, share), presses(OMID, share), presses(REZA, share))
    assert await middle.count("replies", "shared = 1") == 0  # nobody has offered it to Reza yet
    await middle.receives(presses(NARGES, offer), presses(REZA, share))
    assert await middle.count("replies", "shared = 1") == 1
    await middle.receives(presses(OMID, share.replace(".share.", ".delete.")))
    assert await middle.count("replies") == 1


async def noted(middle: Engine, case: Case) -> list[tuple[PersonId, str]]:
    async with middle.tools.database.transaction() as tx:
        found = await notes.of_case(middle.tools.desk(tx).work, case.id)
    return [(note.author_id, note.body) for note in found]


async def test_a_macro_does_all_its_steps_with_one_press(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    case = await talking(middle)
    await middle.receives(says(NARGES, "/macro no_answer_yet"))
    shown = (await to(middle, NARGES, "prompt"))[-1]
    (do, _) = buttons_of([shown.message])
    assert await heard(middle) == [] and await noted(middle, case) == []
    for _ in range(2):
        await middle.receives(presses(NARGES, do, message_id=77))
    (reply,) = await heard(middle)
    assert "هنوز" not in reply and "این‌جا هستم" in reply
    ((author, _),) = await noted(middle, case)
    assert author == narges

    await middle.receives(says(NARGES, "/macro referred_closing"))
    closing = (await to(middle, NARGES, "prompt"))[-1]
    await middle.receives(presses(NARGES, buttons_of([closing.message])[0], message_id=78))
    closed = await now(middle, case)
    assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.REFERRED)
    assert len(await heard(middle)) == 2


async def test_a_macro_gives_the_case_back_without_a_word_to_the_family(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    case = await talking(middle)
    await middle.receives(says(NARGES, "/macro hand_back"))
    shown = (await to(middle, NARGES, "prompt"))[-1]
    await middle.receives(presses(NARGES, buttons_of([shown.message])[0], message_id=77))
    assert (await now(middle, case)).status is Status.WAITING
    assert len(await noted(middle, case)) == 1
    assert await heard(middle) == []


async def done(middle: Engine, name: str, message_id: int) -> None:
    """Narges takes a macro and presses what it offers first."""
    await middle.receives(says(NARGES, f"/macro {name}"))
    shown = (await to(middle, NARGES, "prompt"))[-1]
    do = buttons_of([shown.message])[0]
    await middle.receives(presses(NARGES, do, message_id=message_id))


async def test_a_macro_writes_a_task_with_its_reminder(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await talking(middle)
    await done(middle, "last_call", 77)
    assert await middle.count("tasks", "state = 'open'") == 1
    assert await middle.count("due", "kind = 'task' AND state = 'waiting'") == 1
    assert len(await heard(middle)) == 1


async def test_a_macro_closes_no_urgent_case_alone(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    case = await talking(middle)
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE cases SET acuity = 1 WHERE id = ?", case.id)
    await done(middle, "silent_closing", 77)
    asked = await now(middle, case)
    assert asked.status is Status.CLAIMED and asked.closing_id is not None
    assert len(await heard(middle)) == 1
    # While that waits, nothing of it is done once more.
    await done(middle, "silent_closing", 78)
    assert len(await heard(middle)) == 1


async def test_a_macro_lowers_a_level_only_from_where_its_reason_fits(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    case = await talking(middle)
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE cases SET acuity = 3 WHERE id = ?", case.id)
    await done(middle, "danger_passed", 77)
    assert (await now(middle, case)).acuity is Acuity.LOW
    assert len(await noted(middle, case)) == 1
