"""Many hands on one card: exactly one of them gets the case, and all others learn whose it is."""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.case import Case
from bot.domain.ids import CaseId, short
from bot.domain.outgoing import Answer, Edit
from bot.domain.people import Role
from bot.sandbox import Emulator
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.databases import open_database
from tests.faults.engine import SUPERGROUP, Engine, engine, presses
from tests.marks import unmarked
from tests.service.house import Hamdeli, say
from tests.stage import Json, Player, Stage, words_of

_FIRST = 20_001
PATIENCE = 240.0


@dataclass(slots=True)
class Race:
    """So many counselors before so many cards, and the processes that judge."""

    stage: Stage
    service: Hamdeli
    counselors: list[Player]
    group: Json
    cases: list[Case]
    url: str

    async def cards(self) -> dict[CaseId, Json]:
        """The card of each case in the group, once all are there."""
        eyes = self.counselors[0].in_(self.group)

        async def look() -> dict[CaseId, Json] | None:
            shown = {case.id: card for card in await eyes.chat() for case in self.cases
                     if case.code in words_of(card)}  # fmt: skip
            return shown if len(shown) == len(self.cases) else None

        return await self.stage.until(look, eyes.dialogue, PATIENCE)

    async def press(self, who: Player, case: Case, cards: dict[CaseId, Json]) -> str:
        """Presses "claim" and returns the id of the press."""
        number = cards[case.id]["message_id"]
        press = await self.stage.post(
            "press", person=who.id, chat=self.group["key"], message_id=number,
            data=f"1.c.claim.{short(case.id)}", forged=True,
        )  # fmt: skip
        return str(press["id"])

    async def answers(self, numbers: list[str]) -> list[Json]:
        """What was said to these presses, once all are answered."""

        async def look() -> list[Json] | None:
            found = [self.stage.answers[n] for n in numbers if n in self.stage.answers]
            return found if len(found) == len(numbers) else None

        async def complaint() -> str:
            missing = sum(number not in self.stage.answers for number in numbers)
            return f"{missing} of {len(numbers)} presses were not answered\n{self.service.log()}"

        return await self.stage.until(look, complaint, PATIENCE)

    async def ends(self) -> Database:
        """All processes end; the database as they left it."""
        assert set(await self.service.end()) == {0}, self.service.log()
        return await open_database(self.url)


async def _race(
    emulator: Emulator, stage: Stage, folder: Path, url: str, size: tuple[int, int]
) -> Race:
    hands, count = size
    numbers = range(_FIRST, _FIRST + hands)
    people = [await stage.person(f"P{n}", id=n, started=True) for n in numbers]
    group = await stage.group("مشاوران", people, supergroup=True)
    service = Hamdeli(emulator, folder, url)
    service.group = group["id"]
    database = await open_database(url)
    try:
        await migrate(database)
        async with engine(database, folder, service.clock) as middle:
            for number in numbers:
                await middle.staff(number, Role.COUNSELOR)
            cases = [await middle.case_of(30_001 + place) for place in range(count)]
    finally:
        await database.close()
    processes = 1 if url.startswith("sqlite") else 3
    await asyncio.gather(*(service.start() for _ in range(processes)))
    return Race(stage, service, people, group, cases, url)


@pytest.mark.parametrize(
    "size",
    [
        pytest.param((20, 5), id="20 hands on 5 cards"),
        pytest.param((200, 50), id="200 hands on 50 cards", marks=pytest.mark.soak),
    ],
)
async def test_exactly_one_of_many_gets_each_case_and_all_others_learn_who(
    emulator: Emulator, stage: Stage, tmp_path: Path, database_url: str, size: tuple[int, int]
) -> None:
    race = await _race(emulator, stage, tmp_path, database_url, size)
    try:
        cards = await race.cards()
        hands = [(who, case) for who in race.counselors for case in race.cases]
        random.Random(29).shuffle(hands)
        presses = await asyncio.gather(*(race.press(who, case, cards) for who, case in hands))
        told = await race.answers(list(presses))
        await _all_cards_name_their_winner(race)
    finally:
        database = await race.ends()
    try:
        await _one_winner_each(race, database, list(zip(hands, told, strict=True)))
    finally:
        await database.close()


async def _all_cards_name_their_winner(race: Race) -> None:
    eyes = race.counselors[0].in_(race.group)

    async def look() -> bool | None:
        shown = [card for card in await eyes.chat() if card["kind"] == "text"]
        return all("ش2" in words_of(card) and not card["buttons"] for card in shown) or None

    await race.stage.until(look, eyes.dialogue, PATIENCE)


async def _one_winner_each(
    race: Race, database: Database, told: list[tuple[tuple[Player, Case], Json]]
) -> None:
    claims = await database.read(
        "SELECT subject, actor_id FROM audit WHERE action = 'claimed' ORDER BY id"
    )
    assert sorted(row["subject"] for row in claims) == sorted(f"case:{c.id}" for c in race.cases)
    held = await database.read("SELECT id, counselor_id FROM cases WHERE status = 'claimed'")
    assert {(f"case:{row['id']}", row["counselor_id"]) for row in held} == {
        (row["subject"], row["actor_id"]) for row in claims
    }
    for case in race.cases:
        answers = {who.id: answer for (who, wanted), answer in told if wanted.id == case.id}
        winners = [who for who, answer in answers.items() if case.code in answer["text"]]
        assert len(winners) == 1
        losers = [answer for who, answer in answers.items() if who not in winners]
        assert all(f"ش{winners[0]}" in answer["text"] for answer in losers)
        assert all(answer["alert"] for answer in losers)


async def test_fifty_presses_of_one_person_are_one_claim(
    emulator: Emulator, stage: Stage, tmp_path: Path, database_url: str
) -> None:
    race = await _race(emulator, stage, tmp_path, database_url, (2, 1))
    (case,), (narges, _) = race.cases, race.counselors
    try:
        cards = await race.cards()
        presses = await asyncio.gather(*(race.press(narges, case, cards) for _ in range(50)))
        told = [answer["text"] for answer in await race.answers(list(presses))]
    finally:
        database = await race.ends()
    try:
        rows = await database.read("SELECT * FROM audit WHERE action = 'claimed'")
        assert len(rows) == 1
        kept = await database.read("SELECT * FROM outbox WHERE kind = 'details'")
        assert len(kept) == 1
    finally:
        await database.close()
    assert sum(say("claimed-by-you", code=case.code) in unmarked(text) for text in told) == 1
    assert (
        sum(say("claimed-already-yours", code=case.code) in unmarked(text) for text in told) == 49
    )


async def test_losers_do_not_fill_the_group_with_edits(middle: Engine) -> None:
    """One edit by the winner is enough: the group may only be written to 20 times a minute."""
    for account in range(2001, 2021):
        await middle.staff(account, Role.COUNSELOR)
    case = await middle.case_of(3001)
    numbers = await middle.delivers()
    data, (card, *_) = f"1.c.claim.{short(case.id)}", numbers.values()
    await middle.receives(*[presses(who, data, SUPERGROUP, card) for who in range(2001, 2021)])
    assert await middle.count("outbox", "kind = 'press_answer'") == 20
    assert await middle.count("outbox", "kind = 'card_edit'") == 1


async def test_a_press_on_a_card_we_never_saw_arrive_mends_that_card(middle: Engine) -> None:
    for account in (2001, 2002):
        await middle.staff(account, Role.COUNSELOR)
    case = await middle.case_of(3001)
    await middle.delivers()
    data = f"1.c.claim.{short(case.id)}"
    # One after the other: who is first must not hang on how busy the machine is.
    await middle.receives(presses(2001, data, SUPERGROUP, 9_777_777))
    await middle.receives(presses(2002, data, SUPERGROUP, 9_777_777))
    assert await middle.count("inbox", "state = 'done'") == 2
    owed = [row.message for row in await middle.owes()]
    told = [unmarked(message.text) for message in owed if isinstance(message, Answer)]
    assert told[0] == say("claimed-by-you", code=case.code)
    assert "ش2001" in told[1]
    edits = [message.message_id for message in owed if isinstance(message, Edit)]
    # The winner's goes to the card that we sent, the other's to the one that was pressed.
    assert edits == [None, 9_777_777]


async def test_several_processes_begin_at_once_on_an_empty_database(
    emulator: Emulator, stage: Stage, tmp_path: Path, postgres_url: str
) -> None:
    service = Hamdeli(emulator, tmp_path, postgres_url)
    group = await stage.group("مشاوران", [await stage.person("P", started=True)])
    service.group = group["id"]
    sara = await stage.person("سارا", id=4001, started=True)
    await service.does("init", "--yes")
    await asyncio.gather(*(service.start() for _ in range(3)))
    try:
        await sara.says("/invite")
        await sara.hears(say("invite-role"))
    finally:
        codes = await service.end()
    assert codes == [0, 0, 0], service.log()
