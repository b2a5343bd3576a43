"""Button data and commands of people who should not have them: refused, and nothing changes."""

import random
import string

import pytest

from bot.domain.case import CHOOSABLE_OUTCOMES, Case
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Answer, Text
from bot.domain.people import MAY, Action, Role
from bot.handlers.commands import FAMILIES, STAFF
from bot.handlers.presses import parts_of
from bot.messengers.telegram import ANONYMOUS_ADMINISTRATOR
from tests.faults.engine import (
    ADMINISTRATOR,
    STATE,
    SUPERGROUP,
    Engine,
    Json,
    buttons_of,
    presses,
    says,
)

NARGES, OMID, MARYAM, ZAHRA, STRANGER = 2001, 2002, 3001, 3002, 3999
_STAMPS = ("people",)
"""A press shows that its author is there, so the time they were last seen moves on."""


class Scene:
    """Maryam's case is with Narges, Zahra's waits; an alert, messages, an invitation."""

    def __init__(self, middle: Engine, claimed: Case, waiting: Case) -> None:
        self.middle, self.claimed, self.waiting = middle, claimed, waiting
        self.real: list[str] = []

    async def state(self) -> dict[str, list[str]]:
        return await self.middle.snapshot(*(table for table in STATE if table not in _STAMPS))

    async def refusals(self, actor: PersonId | None = None) -> int:
        where = "allowed = 0" + (f" AND actor_id = {actor}" if actor else "")
        return await self.middle.count("audit", where)


async def _scene(middle: Engine) -> Scene:
    for account in (NARGES, OMID):
        await middle.staff(account, Role.COUNSELOR)
    scene = Scene(middle, await middle.case_of(MARYAM), await middle.case_of(ZAHRA))
    await middle.receives(
        presses(NARGES, f"1.c.claim.{short(scene.claimed.id)}", SUPERGROUP),
        says(MARYAM, "شماره‌ام ۰۹۱۲۳۴۵۶۷۸۹ است"),
        says(MARYAM, "می‌خواهم خودم را بکشم"),
        says(ZAHRA, "/cancel"),
        says(NARGES, "/close"),
        says(ADMINISTRATOR, "/invite"),
        says(ADMINISTRATOR, "/staff"),
        says(STRANGER, "/start"),
        says(MARYAM, "/delete"),
    )
    await middle.delivers()
    owed = await middle.owes()
    scene.real = sorted(set(buttons_of([row.message for row in owed])))
    return scene


def _mutations(real: list[str], chance: random.Random) -> str:
    """Data that no button of ours has: random, flipped, cut, glued, of another version."""
    data = chance.choice(real)
    parts = data.split(".")
    match chance.randrange(7):
        case 0:
            return "".join(chance.choices(string.printable, k=chance.randint(0, 64)))
        case 1:
            place, bit = chance.randrange(len(data)), 1 << chance.randrange(7)
            return data[:place] + chr(ord(data[place]) ^ bit) + data[place + 1 :]
        case 2:
            return data[: chance.randrange(len(data))]
        case 3:
            return data + "." + "".join(chance.choices(string.ascii_lowercase, k=5))
        case 4:
            return chance.choice("02v9x") + data[1:]
        case 5:
            chance.shuffle(parts)
            return ".".join(parts)
        case _:
            parts[-1] = short(chance.getrandbits(62))
            return ".".join(parts)


_OWN = ("m", "l", "d")
"""Areas whose buttons only ever concern the one who presses."""


async def test_ten_thousand_forged_presses_change_nothing(middle: Engine) -> None:
    scene = await _scene(middle)
    # The same parser stands before both engines; the slower one gets fewer of them.
    count = 10_000 if middle.tools.database.dialect == "sqlite" else 2_000
    chance = random.Random(43)
    before = await scene.state()
    forged: list[Json] = []
    while len(forged) < count:
        data = _mutations(scene.real, chance)
        parts = parts_of(data)
        if data in scene.real or (parts and parts[0] in _OWN):
            continue
        who = chance.choice((MARYAM, ZAHRA, STRANGER, NARGES, OMID))
        forged.append(presses(who, data))
    await middle.receives(*forged)
    assert await scene.state() == before
    assert await middle.count("inbox", "state <> 'done'") == 0
    answered = [row for row in await middle.owes() if row.kind == "press_answer"]
    assert len(answered) >= count


@pytest.mark.parametrize("who", [STRANGER, ZAHRA, OMID])
async def test_the_buttons_of_others_do_nothing_in_foreign_hands(middle: Engine, who: int) -> None:
    scene = await _scene(middle)
    foreign = [data for data in scene.real if _belongs_to_another(scene, data, who)]
    assert len(foreign) >= 6
    before = await scene.state()
    await middle.receives(*[presses(who, data) for data in foreign])
    assert await scene.state() == before
    assert await middle.count("inbox", "state <> 'done'") == 0


def _belongs_to_another(scene: Scene, data: str, who: int) -> bool:
    """Neither about oneself, nor a button that every counselor may press."""
    area, *rest = data.split(".")[1:]
    if area == "f":
        return who != STRANGER
    if area == "m":
        return rest[0] == "withdraw" and who != ZAHRA
    if who == OMID and area == "c":
        return False
    return area not in ("l", "d") and not (who == OMID and rest[0] in ("ack", "talk"))


async def test_a_stale_question_is_not_answered_by_a_late_press(middle: Engine) -> None:
    await middle.receives(says(STRANGER, "/start"))
    (consent, *_) = [d for d in buttons_of(await _messages(middle)) if d.startswith("1.f.")]
    await middle.receives(presses(STRANGER, consent))
    before = await middle.snapshot("sessions", "consents")
    await middle.receives(*[presses(STRANGER, consent) for _ in range(50)])
    after = await middle.snapshot("sessions", "consents")
    assert after == before


async def test_buttons_of_a_version_before_get_the_question_once_more(middle: Engine) -> None:
    await middle.receives(says(STRANGER, "/start"))
    before, owed = await middle.snapshot("sessions"), await middle.owes()
    await middle.receives(presses(STRANGER, "0.intake.consent.now"))
    assert await middle.snapshot("sessions") == before
    told = (await middle.owes())[len(owed) :]
    assert {row.kind for row in told} == {"press_answer", "reply"}
    assert buttons_of([told[-1].message])


async def _messages(middle: Engine) -> list[Text]:
    return [row.message for row in await middle.owes() if isinstance(row.message, Text)]


# Every role, every action.

_ROLES = (None, *Role)


def _actions(scene: Scene) -> dict[str, tuple[Action | None, str]]:
    """The staff buttons, each with the right it needs; None: of one named person only."""
    case, waiting = short(scene.claimed.id), short(scene.waiting.id)
    alert = next(d for d in scene.real if d.startswith("1.a.ack.")).rpartition(".")[2]
    person = next(d for d in scene.real if d.startswith("1.s.dismiss.")).rpartition(".")[2]
    outcome = CHOOSABLE_OUTCOMES[0].value
    return {
        "claim": (Action.CLAIM, f"1.c.claim.{waiting}"),
        "face": (None, f"1.k.face.{case}"),
        "ask the outcome": (None, f"1.x.case.{case}"),
        "close": (None, f"1.x.do.{case}.{outcome}"),
        "close as no matter": (None, f"1.x.kind.{case}.joke"),
        "ask about the acuity": (Action.CHANGE_ACUITY, f"1.u.ask.{case}"),
        "choose an acuity": (Action.CHANGE_ACUITY, f"1.u.to.{case}.3.0"),
        "change the acuity": (Action.CHANGE_ACUITY, f"1.u.do.{case}.3.0.misheard"),
        "lead on safety": (Action.LEAD, f"1.n.lead.{waiting}"),
        "acknowledge": (Action.ACKNOWLEDGE, f"1.a.ack.{alert}"),
        "talk with": (Action.CLAIM, f"1.a.talk.{alert}"),
        "ask what came of it": (Action.END_ALERT, f"1.a.outcome.{alert}"),
        "end an alert": (Action.END_ALERT, f"1.a.end.{alert}.safe"),
        "invite": (Action.INVITE, "1.s.invite.counselor"),
        "change duty": (Action.INVITE, f"1.s.duty.{person}"),
        "ask about dismissing": (Action.INVITE, f"1.s.dismiss.{person}"),
        "dismiss": (Action.INVITE, f"1.s.sure.{person}"),
        "open the file": (Action.SEE_CASE, f"1.cf.show.{case}"),
        "read the answers": (Action.READ_CASE, f"1.cf.answers.{case}"),
        "read the notes": (Action.READ_CASE, f"1.cf.notes.{case}"),
        "read the talk": (Action.READ_CASE, f"1.cf.talk.{case}"),
        "read the timeline": (Action.READ_CASE, f"1.tl.page.{case}.0"),
        "read the tasks": (Action.READ_CASE, f"1.t.case.{case}"),
        "write a task": (Action.WRITE_CASE, f"1.t.new.{case}"),
        "write a goal": (Action.WRITE_CASE, f"1.g.new.{case}"),
        "read the plan": (Action.READ_CASE, f"1.pl.case.{case}"),
        "write a plan": (Action.WRITE_CASE, f"1.pl.new.{case}"),
        "send a plan": (None, f"1.pl.send.{case}.1"),
        "approve a closing": (Action.APPROVE_CLOSING, f"1.y.yes.{case}.1"),
        "send a closing back": (Action.APPROVE_CLOSING, f"1.y.back.{case}.1"),
        "take a closing back": (None, f"1.y.mine.{case}.1"),
        "keep a silent case": (None, f"1.dm.keep.{case}"),
        "open a case again": (Action.REOPEN, f"1.x.reopen.{case}"),
        "pass on": (None, next(d for d in scene.real if d.startswith("1.r.send."))),
        "drop": (None, next(d for d in scene.real if d.startswith("1.r.drop."))),
    }


@pytest.mark.parametrize("role", _ROLES)
async def test_a_staff_button_only_works_for_those_who_may(
    middle: Engine, role: Role | None
) -> None:
    scene = await _scene(middle)
    actor = await _somebody(middle, role)
    before = await scene.state()
    for name, (right, data) in _actions(scene).items():
        if right is not None and role in MAY[right]:
            continue
        refused = await scene.refusals(actor)
        await middle.receives(presses(5001, data))
        assert await scene.state() == before, name
        assert await scene.refusals(actor) == refused + 1, name


@pytest.mark.parametrize("role", _ROLES)
async def test_a_staff_command_only_works_for_those_who_may(
    middle: Engine, role: Role | None
) -> None:
    scene = await _scene(middle)
    actor = await _somebody(middle, role)
    before = await scene.state()
    for name, (right, _) in STAFF.items():
        # Some commands are something else for families.
        if role in MAY[right] or (role is None and name in FAMILIES):
            continue
        refused = await scene.refusals(actor)
        await middle.receives(says(5001, f"/{name} counselor"))
        assert await scene.state() == before, name
        assert await scene.refusals(actor) == refused + 1, name


async def _somebody(middle: Engine, role: Role | None) -> PersonId:
    if role is not None:
        return await middle.staff(5001, role)
    await middle.receives(says(5001, "/language"))
    rows = await middle.tools.database.read("SELECT max(id) AS id FROM people")
    return PersonId(rows[0]["id"])


async def test_an_anonymous_administrator_of_the_group_is_nobody(middle: Engine) -> None:
    scene = await _scene(middle)
    before = await scene.state()
    hidden: Json = {"id": ANONYMOUS_ADMINISTRATOR, "is_bot": True, "first_name": "Group"}
    commands = [says(1, f"/{name}", SUPERGROUP) for name in (*STAFF, "start", "help", "delete")]
    for told in commands:
        told["message"] |= {"from": hidden, "sender_chat": SUPERGROUP}
    pressed = presses(1, f"1.c.claim.{short(scene.waiting.id)}", SUPERGROUP)
    pressed["callback_query"]["from"] = hidden
    await middle.receives(*commands, pressed)
    assert await scene.state() == before
    assert await middle.count("inbox", "state <> 'done'") == 0
    answers = [row.message for row in await middle.owes() if row.kind == "press_answer"]
    last = answers[-1]
    assert isinstance(last, Answer)
    assert last.alert


async def test_a_dismissed_counselor_can_do_nothing_any_more(middle: Engine) -> None:
    scene = await _scene(middle)
    rows = await middle.tools.database.read(
        "SELECT counselor_id FROM cases WHERE id = ?", scene.claimed.id
    )
    sure = f"1.s.sure.{short(rows[0]['counselor_id'])}"
    await middle.receives(presses(ADMINISTRATOR, sure))
    before = await scene.state()
    claim = f"1.c.claim.{short(scene.waiting.id)}"
    await middle.receives(presses(NARGES, claim, SUPERGROUP), says(NARGES, "/next"))
    assert await scene.state() == before
    assert await middle.count("cases", "status = 'claimed'") == 0
