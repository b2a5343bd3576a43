"""/link: somebody at two messengers, from the code to the yes, and apart again."""

import re

import pytest

from bot.domain.case import Outcome, Status
from bot.domain.contact import GUESSES
from bot.domain.ids import short
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity
from bot.storage import accounts, cases, contact, people
from tests.faults.engine import SUPERGROUP, Engine, presses
from tests.handlers.both import BALE_GROUP, Both
from tests.handlers.casework import MARYAM, NARGES, OMID, asks
from tests.service.house import say
from tests.storage.conftest import claimed

MINA = 3001
"""Maryam's number in Bale: the same as on Telegram, where it is hers by chance."""


@pytest.fixture
def both(middle: Engine) -> Both:
    return Both(middle)


async def code(both: Both, who: int = MARYAM, *, bale: bool = False) -> str:
    await both.says(who, "/link", bale=bale)
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", await both.last(who, bale=bale))
    assert found is not None
    return found.group()


async def join(both: Both) -> None:
    await both.says(MINA, "/link " + await code(both), bale=True)
    await both.presses(MINA, "ln.yes", bale=True)


async def people_there_are(both: Both) -> int:
    return await both.middle.count("people")


async def test_a_code_from_one_messenger_joins_an_account_of_the_other(both: Both) -> None:
    await both.says(MARYAM, "سلام")
    shown = await code(both)
    (letter, *_) = reversed(await both.letters(Platform.TELEGRAM, MARYAM))
    link = letter.message.buttons[0][0].url  # type: ignore[union-attr]
    word = "link_" + shown.replace("-", "")
    assert link == f"https://ble.ir/hamdeli_bale_bot?start={word}"
    # Opened there, it asks first.
    await both.says(MINA, f"/start {word}", bale=True)
    before = await people_there_are(both)
    await both.presses(MINA, "ln.yes", bale=True)
    assert await people_there_are(both) == before - 1
    assert say("link-done") in await both.last(MINA, bale=True)
    assert say("link-done-there", messenger="بله") == await both.last(MARYAM)
    # From now on they are written to where they are now.
    who = await both.person(MARYAM)
    async with both.middle.tools.database.transaction() as tx:
        found = await people.reach(both.middle.tools.desk(tx).work, who)
    assert found is not None
    assert found.account.platform is Platform.BALE
    # A second press, and the code once more, open nothing.
    await both.presses(MINA, "ln.yes", bale=True)
    await both.says(OMID, f"/link {shown}", bale=True)
    assert await both.last(OMID, bale=True) == say("link-unknown")
    assert await both.middle.count("audit", "action = 'linked'") == 1


async def test_what_somebody_wishes_is_kept_and_parting_leaves_all_with_one(both: Both) -> None:
    await join(both)
    for part in ("ln.prefer.bale", "ln.fall.yes", "ln.talk.bale", "ln.talk.telegram"):
        if part == "ln.prefer.bale":
            await both.here(presses(MARYAM, f"1.{part}"))
        else:
            await both.there(presses(MINA, f"1.{part}"))
    who = await both.person(MINA, bale=True)
    async with both.middle.tools.database.transaction() as tx:
        work = both.middle.tools.desk(tx).work
        wishes = await accounts.wishes(work, who)
    assert (wishes.preferred, wishes.fallback) == (Platform.BALE, True)
    assert wishes.talks_on is Platform.TELEGRAM
    await both.presses(MINA, "ln.part", bale=True)
    await both.presses(MINA, "ln.off.telegram", bale=True)
    assert await both.last(MINA, bale=True) == say("link-parted", messenger="بله")
    heard = len(await both.told(MARYAM))
    await both.says(MARYAM, "/menu")
    assert len(await both.told(MARYAM)) == heard + 1
    assert await both.middle.count("accounts", "platform = 'telegram' AND person_id = ?", who) == 0
    # Whoever is not joined presses the old buttons in vain.
    await both.here(presses(MARYAM, "1.ln.off.bale"))
    assert await both.middle.count("accounts", "person_id = ?", who) == 1


async def test_guesses_are_limited_and_written_down(both: Both) -> None:
    for _ in range(GUESSES):
        await both.says(MINA, "/link AAAA-AAAA", bale=True)
    assert await both.middle.count("audit", "action = 'link_guessed' AND allowed = 0") == GUESSES
    # Even the right one is not looked at now.
    await both.says(MINA, "/link " + await code(both), bale=True)
    assert await both.last(MINA, bale=True) == say("link-rests")


async def test_who_has_left_by_quick_exit_is_joined_to_nobody(both: Both) -> None:
    shown = await code(both)
    await both.says(MINA, f"/link {shown}", bale=True)
    await both.says(MARYAM, "/exit")
    before = await people_there_are(both)
    await both.presses(MINA, "ln.yes", bale=True)
    assert await people_there_are(both) == before
    await both.says(OMID, f"/link {shown}", bale=True)
    assert await both.last(OMID, bale=True) == say("link-unknown")


async def test_two_accounts_of_one_messenger_and_two_colleagues_stay_apart(both: Both) -> None:
    await both.middle.staff(NARGES, Role.COUNSELOR)
    await both.says(OMID, "/link " + await code(both))
    assert await both.last(OMID) == say("link-same-messenger")
    await both.says(MINA, "سلام", bale=True)
    who = await both.person(MINA, bale=True)
    async with both.middle.tools.database.transaction() as tx:
        work = both.middle.tools.desk(tx).work
        await people.appoint(work, who, Role.COUNSELOR, "مینا", on_call=False)
    await both.says(MINA, "/link " + await code(both, NARGES), bale=True)
    assert await both.last(MINA, bale=True) == say("link-both-staff")


async def test_a_colleague_claims_in_bale_what_the_card_there_shows(both: Both) -> None:
    narges = await both.middle.staff(NARGES, Role.COUNSELOR)
    await both.says(MINA, "سلام", bale=True)
    await both.says(MINA, "/link " + await code(both, NARGES), bale=True)
    await both.presses(MINA, "ln.yes", bale=True)
    assert await both.middle.count("sessions") == 0
    assert await both.middle.count("outbox", "kind = 'commands'") == 2
    case = await asks(both.middle, MARYAM, Acuity.MEDIUM)
    assert await both.middle.count("outbox", "kind = 'card' AND case_id = ?", case.id) == 2
    group = {"id": BALE_GROUP, "type": "group", "title": "G"}
    await both.there(presses(MINA, f"1.c.claim.{short(case.id)}", group))
    async with both.middle.tools.database.transaction() as tx:
        found = await cases.get(both.middle.tools.desk(tx).work, case.id)
    assert found is not None
    assert found.counselor_id == narges
    assert await both.middle.count("outbox", "kind = 'card_edit' AND platform = 'telegram'") == 1
    await both.here(presses(NARGES, f"1.c.claim.{short(case.id)}", SUPERGROUP))
    assert await both.middle.count("audit", "action = 'claimed'") == 1


async def test_of_two_open_requests_the_more_urgent_goes_on_and_counselors_hear(
    both: Both,
) -> None:
    middle = both.middle
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(OMID, Role.COUNSELOR)
    urgent = await asks(middle, MARYAM, Acuity.HIGH)
    await both.says(MINA, "سلام", bale=True)
    who = await both.person(MINA, bale=True)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        await people.end_session(desk.work, who)
        await contact.set_code(desk.work, who, contact.word_key(desk.work, who, "انار"))
        calm = await claimed(desk.work, who, narges)
    await join(both)
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        closed, kept = await cases.get(work, calm.id), await cases.get(work, urgent.id)
    assert closed is not None
    assert kept is not None
    assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.MERGED)
    assert (kept.status, kept.person_id) == (Status.WAITING, closed.person_id)
    assert await both.last(NARGES) == say("merged-waits", code=urgent.code, other=calm.code)
    # She takes it with the button under that message; her next words reach the family, once.
    await both.presses(NARGES, "c.claim")
    await both.says(NARGES, "سلام دوباره")
    there, here = await both.told(MINA, bale=True), await both.told(MARYAM)
    assert (there + here).count("سلام دوباره") == 1
    await both.says(MARYAM, "ممنون")
    assert "ممنون" in await both.last(NARGES)
    assert await middle.count("audit", "action IN ('merged', 'merged_in')") == 2


async def test_privacy_says_what_each_messenger_sees_and_leads_to_the_choice(both: Both) -> None:
    await both.says(MARYAM, "/privacy")
    said = "\n".join(await both.told(MARYAM))
    for key in ("privacy-messengers", "privacy-of-telegram", "privacy-of-bale", "privacy-choose"):
        assert say(key) in said
    await both.presses(MARYAM, "ln.menu")
    assert say("link-code", code="|").split("\n")[0] in await both.last(MARYAM)
    await join(both)
    await both.presses(MINA, "ln.talk", bale=True)
    await both.says(MINA, "/privacy", bale=True)
    await both.presses(MINA, "ln.menu", bale=True)
    assert say("link-talk", where="bale") in await both.last(MINA, bale=True)
