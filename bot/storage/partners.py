"""Partner institutions, and which of our people belong to one."""

import json

from bot.domain.ids import PartnerId, PersonId
from bot.domain.people import Role
from bot.domain.referral import Partner, PartnerKind, Profile
from bot.domain.text import key
from bot.storage.database import Row
from bot.storage.work import Work

_COLUMNS = "id, name, kind, regions, topics, accepts, hours, active"


def _partner(work: Work, row: Row) -> Partner:
    number = row["id"]
    profile = Profile(
        work.open(row["name"], "partners.name", number),
        PartnerKind(row["kind"]),
        tuple(json.loads(row["regions"])),
        tuple(json.loads(row["topics"])),
        work.open(row["accepts"], "partners.accepts", number),
        work.open(row["hours"], "partners.hours", number),
        bool(row["active"]),
    )
    return Partner(PartnerId(number), profile)


def _name_key(work: Work, name: str) -> str:
    return work.sealer.index("partner:" + key(name))


async def save(work: Work, profile: Profile) -> Partner:
    """A new institution, or the one of that name with its new profile."""
    name_key = _name_key(work, profile.name)
    known = await work.tx.row("SELECT id FROM partners WHERE name_key = ?", name_key)
    number = PartnerId(known["id"] if known else work.ids.next())

    def sealed(text: str, column: str) -> str | None:
        return work.seal(text, f"partners.{column}", number) if text else None

    await work.tx.execute(
        "INSERT INTO partners (id, name_key, name, kind, regions, topics, accepts, hours, active,"
        " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " name = excluded.name, kind = excluded.kind, regions = excluded.regions,"
        " topics = excluded.topics, accepts = excluded.accepts, hours = excluded.hours,"
        " active = excluded.active",
        number, name_key, sealed(profile.name, "name"), profile.kind.value,
        json.dumps(profile.regions), json.dumps(profile.topics),
        sealed(profile.accepts, "accepts"), sealed(profile.hours, "hours"),
        int(profile.active), work.now,
    )  # fmt: skip
    return Partner(number, profile)


async def named(work: Work, name: str) -> Partner | None:
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM partners WHERE name_key = ?", _name_key(work, name)
    )
    return _partner(work, row) if row else None


async def get(work: Work, partner_id: PartnerId) -> Partner | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM partners WHERE id = ?", partner_id)
    return _partner(work, row) if row else None


async def every(work: Work) -> list[Partner]:
    """All institutions, oldest first, also those that are switched off."""
    rows = await work.tx.fetch("SELECT " + _COLUMNS + " FROM partners ORDER BY id")
    return [_partner(work, row) for row in rows]


async def switch(work: Work, partner_id: PartnerId, *, on: bool) -> bool:
    """Whether new referrals may go there. True when that changed."""
    return await work.tx.changed(
        "UPDATE partners SET active = ? WHERE id = ? AND active = ? RETURNING id",
        int(on), partner_id, int(not on),
    )  # fmt: skip


# Their people: staff with the role `partner`.


async def join(work: Work, person_id: PersonId, partner_id: PartnerId) -> None:
    """This person answers for the institution from now on."""
    await work.tx.execute(
        "UPDATE staff SET partner_id = ? WHERE person_id = ? AND role = ?",
        partner_id, person_id, Role.PARTNER.value,
    )  # fmt: skip


async def of_person(work: Work, person_id: PersonId) -> Partner | None:
    """The institution this person answers for now."""
    row = await work.tx.row(
        "SELECT partner_id FROM staff WHERE person_id = ? AND role = ? AND ended_at IS NULL",
        person_id, Role.PARTNER.value,
    )  # fmt: skip
    if row is None or row["partner_id"] is None:
        return None
    return await get(work, PartnerId(row["partner_id"]))


async def people_of(work: Work, partner_id: PartnerId) -> list[PersonId]:
    """Who answers for the institution now, oldest first."""
    rows = await work.tx.fetch(
        "SELECT person_id FROM staff WHERE partner_id = ? AND role = ? AND ended_at IS NULL"
        " ORDER BY since, person_id",
        partner_id, Role.PARTNER.value,
    )  # fmt: skip
    return [PersonId(row["person_id"]) for row in rows]
