"""One messenger is silent: who allows it is reached in the other, each message once; and what
people hear when it is back."""

import asyncio
import time

import pytest

from bot.domain.delivery import NotSent, Unreachable
from bot.domain.ids import CaseId, PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Platform, Role
from bot.messengers.diverting import divert
from bot.messengers.recorder import Recorder
from bot.storage import accounts, merging, outbox, people, relay
from tests.faults.engine import Engine, says
from tests.handlers.both import Both
from tests.handlers.casework import NARGES
from tests.service.house import say
from tests.storage.conftest import claimed

HOUR = 3600
TELEGRAM, BALE = Platform.TELEGRAM, Platform.BALE
FAMILIES = range(5001, 5007)
"""Every second one allows the other messenger."""
DOWN = NotSent("no way")


@pytest.fixture
def both(middle: Engine) -> Both:
    return Both(middle)


async def family(both: Both, number: int, narges: PersonId, *, fallback: bool) -> PersonId:
    """At both messengers, on Telegram last, and talking with Narges."""
    async with both.middle.tools.database.transaction() as tx:
        work = both.middle.tools.desk(tx).work
        here = people.add(work, TELEGRAM, number, "fa").person.id
        there = people.add(work, BALE, number, "fa").person.id
        await merging.merge(work, here, there)
        for account in await accounts.of_person(work, here):
            if account.platform is TELEGRAM:
                people.seen(work, here, account)
        await accounts.allow_fallback(work, here, allowed=fallback)
        await claimed(work, here, narges)
    return here


async def answers(both: Both, narges: PersonId, to: PersonId, text: str) -> None:
    """Narges, who is on Bale, writes to this family."""
    async with both.middle.tools.database.transaction() as tx:
        work = both.middle.tools.desk(tx).work
        case = await work.tx.row("SELECT id FROM cases WHERE person_id = ?", to)
        assert case is not None
        await people.face(work, narges, case["id"], settled=True)
    await both.says(NARGES, text, bale=True)


async def arrived(both: Both, text: str) -> list[tuple[Platform, str]]:
    """Where these words have arrived."""
    rows = await both.middle.tools.database.read(
        "SELECT * FROM outbox WHERE kind = 'relay' AND payload IS NOT NULL ORDER BY id"
    )
    found = []
    for row in rows:
        letter = outbox.opened(both.middle.tools.sealer, {**dict(row), "target": None})
        if isinstance(letter.message, Text) and text in letter.message.text:
            found.append((letter.to.platform, row["state"]))
    return found


async def test_two_hours_without_telegram(both: Both) -> None:
    narges = await counselor_on_bale(both)
    await both.looks(telegram=1, bale=1)
    families = [
        await family(both, number, narges, fallback=bool(number % 2)) for number in FAMILIES
    ]
    for number, who in enumerate(families):
        await answers(both, narges, who, f"پیش از قطعی {number}")
    # It goes down in the middle of the relays: what was tried a moment ago waits.
    await both.sends(TELEGRAM, DOWN)
    both.later(200)
    await both.looks(telegram=200, bale=1)
    await both.sends(TELEGRAM, DOWN)
    for number in range(len(families)):
        assert await arrived(both, f"پیش از قطعی {number}") == [(TELEGRAM, "waiting")]
    both.later(2 * HOUR)
    await both.looks(telegram=2 * HOUR + 200, bale=1)
    for number, who in enumerate(families):
        await answers(both, narges, who, f"در قطعی {number}")
    await both.sends(TELEGRAM, DOWN)
    await both.sends(BALE)
    for number, account in enumerate(FAMILIES):
        expected = [(BALE, "sent")] if account % 2 else [(TELEGRAM, "waiting")]
        for words in ("پیش از قطعی", "در قطعی"):
            assert await arrived(both, f"{words} {number}") == expected
    # It is back: the rest arrives, and nothing arrives twice.
    await both.looks(telegram=1, bale=1)
    await both.sends(TELEGRAM)
    await both.sends(BALE)
    for number, account in enumerate(FAMILIES):
        expected = [(BALE if account % 2 else TELEGRAM, "sent")]
        for words in ("پیش از قطعی", "در قطعی"):
            assert await arrived(both, f"{words} {number}") == expected
    # New words go where they wrote last.
    await answers(both, narges, families[0], "دوباره تلگرام")
    assert await arrived(both, "دوباره تلگرام") == [(TELEGRAM, "waiting")]


async def counselor_on_bale(both: Both) -> PersonId:
    await both.says(NARGES, "سلام", bale=True)
    narges = await both.person(NARGES, bale=True)
    async with both.middle.tools.database.transaction() as tx:
        work = both.middle.tools.desk(tx).work
        await people.end_session(work, narges)
        await people.appoint(work, narges, Role.COUNSELOR, "نرگس", on_call=False)
    return narges


async def test_whoever_has_blocked_us_in_one_messenger_is_reached_in_the_other(both: Both) -> None:
    narges = await counselor_on_bale(both)
    allowed = await family(both, 5001, narges, fallback=True)
    refused = await family(both, 5002, narges, fallback=False)
    await answers(both, narges, allowed, "سلام یکم")
    await answers(both, narges, refused, "سلام بعدی")
    await both.sends(TELEGRAM, Unreachable("bot was blocked by the user"))
    await both.sends(BALE)
    assert await arrived(both, "سلام یکم") == [(BALE, "sent")]
    assert await arrived(both, "سلام بعدی") == [(TELEGRAM, "failed")]
    # The next one does not try the blocked way at all.
    await answers(both, narges, allowed, "دوم")
    assert await arrived(both, "دوم") == [(BALE, "waiting")]
    assert await both.middle.count("people", "unreachable_at IS NOT NULL") == 1


async def test_the_way_of_a_private_talk_is_never_left(both: Both) -> None:
    narges = await counselor_on_bale(both)
    who = await family(both, 5001, narges, fallback=True)
    async with both.middle.tools.database.transaction() as tx:
        await accounts.talk_on(both.middle.tools.desk(tx).work, who, TELEGRAM)
    await both.looks(telegram=1, bale=1)
    both.later(HOUR)
    await both.looks(telegram=HOUR, bale=1)
    await answers(both, narges, who, "فقط این‌جا")
    await both.sends(TELEGRAM, DOWN)
    assert await arrived(both, "فقط این‌جا") == [(TELEGRAM, "waiting")]
    async with both.middle.tools.database.transaction() as tx:
        work = both.middle.tools.desk(tx).work
        found = await people.reach(work, who, "notice")
        assert found is not None
        assert found.account.platform is BALE
        (message,) = await relay.transcript(work, await case_of(both, who), 9)
        assert message.origin.author == "staff"


async def case_of(both: Both, who: PersonId) -> CaseId:
    rows = await both.middle.tools.database.read("SELECT id FROM cases WHERE person_id = ?", who)
    return CaseId(rows[0]["id"])


async def test_a_message_that_came_late_is_explained_once(both: Both) -> None:
    def sent(text: str, minutes: int) -> dict[str, object]:
        return says(5001, text, date=int(time.time()) - minutes * 60)

    await both.here(sent("سلام", 59))
    late = say("late-message", messenger="تلگرام", span="نمونه")[:12]
    assert not [text for text in await both.told(5001) if text.startswith(late)]
    await both.here(sent("هستید؟", 61), sent("کسی نیست؟", 62))
    assert len([text for text in await both.told(5001) if text.startswith(late)]) == 1
    # Another outage is told again.
    both.later(5 * HOUR)
    await both.here(says(5001, "و حالا؟", date=int(time.time()) - 2 * HOUR))
    assert len([text for text in await both.told(5001) if text.startswith(late)]) == 2


async def test_a_question_whose_press_died_comes_again_with_buttons(both: Both) -> None:
    await both.looks(telegram=1, bale=1)
    await both.says(5001, "/start")
    await both.says(5002, "/start", bale=True)
    lead = say("outage-question", messenger="تلگرام")
    both.later(1200)
    await both.looks(telegram=1200, bale=1)
    both.later(300)
    await both.looks(telegram=1, bale=1)
    assert (await both.told(5001))[-2] == lead
    assert await both.last(5001) == (await both.told(5001))[-3]
    await both.looks(telegram=1, bale=1)
    assert (await both.told(5001)).count(lead) == 1
    assert lead not in await both.told(5002, bale=True)


async def test_in_an_outage_everybody_who_allows_it_is_moved_at_once(both: Both) -> None:
    narges = await counselor_on_bale(both)
    families = [
        await family(both, number, narges, fallback=bool(number % 2)) for number in FAMILIES
    ]
    for number, who in enumerate(families):
        await answers(both, narges, who, f"حرف {number}")
    tools = both.middle.tools
    recorder = Recorder(tools)
    recording = asyncio.create_task(recorder.run())
    try:
        assert await divert(tools, TELEGRAM, recorder, ()) == 0, "there is no outage"
        both.later(2 * HOUR)
        await both.looks(telegram=2 * HOUR, bale=1)
        tools = both.middle.tools
        busy = [accounts.chat_key(tools.sealer, TELEGRAM, FAMILIES[0])]
        for moved in (2, 0):
            assert await divert(tools, TELEGRAM, recorder, busy) == moved
        assert await divert(tools, TELEGRAM, recorder, ()) == 1
    finally:
        recording.cancel()
    for number, account in enumerate(FAMILIES):
        where = BALE if account % 2 else TELEGRAM
        assert await arrived(both, f"حرف {number}") == [(where, "waiting")]
