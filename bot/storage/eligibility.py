"""Who may claim which case, as conditions of SQL: what a claim asks stands inside the claim.

`cases` is the case, `me` the row of the one who claims. An ability that nobody on the staff has
restricts nobody: a family must not wait for a colleague whom we do not have.
"""

from typing import TypeAlias

from bot.domain.duty import WEEK, Bar, Terms
from bot.domain.ids import CaseId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work

LIFTED = (Bar.AWAY, Bar.SHIFT, Bar.CAPACITY, Bar.GENDER, Bar.TOPIC, Bar.REGION)
"""Bars that do not hold in an immediate case: whoever is able may have it, at any hour."""
ENDLESS = 1_000_000

Values: TypeAlias = tuple[int | str, ...]

# Shifts. WHO stands for a row of the staff.

_IN_SHIFT = (
    "EXISTS (SELECT 1 FROM shifts t WHERE t.person_id = WHO.person_id AND t.kind = 'KIND'"
    " AND ((t.begins <= ? AND t.ends > ?) OR t.ends > ?))"
)
_ANY_TIME = (
    "(NOT EXISTS (SELECT 1 FROM shifts t WHERE t.person_id = WHO.person_id AND t.kind = 'work')"
    " OR INSIDE)"
).replace("INSIDE", _IN_SHIFT.replace("KIND", "work"))
IN_ROTA = _IN_SHIFT.replace("WHO", "staff").replace("KIND", "on_call")
"""In the on-call rota now; like all that asks for the minute it takes `minutes` as its values."""
IS_CASEWORKER = "me.ended_at IS NULL AND me.role IN ('counselor', 'social_worker', 'supervisor')"
IS_THERE = "(me.available = 1 AND " + _ANY_TIME.replace("WHO", "me") + ")"


def minutes(work: Work) -> Values:
    """The minute of the week, as the conditions above ask for it."""
    return work.minute, work.minute, work.minute + WEEK


# Abilities: whether the case asks for one, and whether WHO has it. No skill of a kind: all of them.

_SKILLED = (
    "(NOT EXISTS (SELECT 1 FROM skills k WHERE k.person_id = WHO.person_id AND k.kind = 'KIND')"
    " OR EXISTS (SELECT 1 FROM skills k WHERE k.person_id = WHO.person_id AND k.kind = 'KIND'"
    " AND k.value = cases.WANTED))"
)


def _skilled(kind: str, column: str) -> str:
    return _SKILLED.replace("KIND", kind).replace("WANTED", column)


_ASKED_AND_ABLE: dict[Bar, tuple[str, str]] = {
    Bar.LICENSE: (
        "(? LIKE '% ' || cases.topic || ' %' OR (cases.minor = 1 AND ? = 1))",
        "WHO.licensed = 1",
    ),
    Bar.LANGUAGE: ("cases.language <> ''", _skilled("language", "language")),
    Bar.GENDER: ("cases.wish <> ''", "WHO.gender = cases.wish"),
    Bar.TOPIC: ("cases.topic <> ''", _skilled("topic", "topic")),
    Bar.REGION: ("cases.province <> ''", _skilled("region", "province")),
}
_ABILITY = (
    "(NOT ASKED OR MINE OR NOT EXISTS (SELECT 1 FROM staff o WHERE o.ended_at IS NULL"
    " AND o.role IN ('counselor', 'social_worker', 'supervisor') AND OTHERS))"
)
_UNLESS_IMMEDIATE = "(cases.acuity = 0 OR FREE)"


def _free(bar: Bar) -> str:
    """The condition under which this bar does not stand in the way."""
    match bar:
        case Bar.AWAY:
            free = "me.available = 1"
        case Bar.SHIFT:
            free = _ANY_TIME.replace("WHO", "me")
        case Bar.CAPACITY:
            free = (
                "(? = 1 OR (SELECT count(*) FROM cases h WHERE h.counselor_id = me.person_id"
                " AND h.status = 'claimed') < COALESCE(me.capacity, ?))"
            )
        case _:
            asked, able = _ASKED_AND_ABLE[bar]
            mine, others = able.replace("WHO", "me"), able.replace("WHO", "o")
            free = _ABILITY.replace("ASKED", asked).replace("MINE", mine).replace("OTHERS", others)
    return _UNLESS_IMMEDIATE.replace("FREE", free) if bar in LIFTED else free


_HAS_THE_ALERT = (
    "EXISTS (SELECT 1 FROM alerts a WHERE a.person_id = cases.person_id"
    " AND a.acknowledged_by = me.person_id AND a.outcome IS NULL)"
)
"""Who answers for the person's alert may talk with them, whatever else stands in the way."""
_NOTHING_BARS = " AND ".join(map(_free, Bar))
ELIGIBLE = (
    "EXISTS (SELECT 1 FROM staff me WHERE me.person_id = ? AND " + IS_CASEWORKER
    + " AND ((" + _NOTHING_BARS + ") OR " + _HAS_THE_ALERT + "))"
)  # fmt: skip
"""The condition of a claim: a caseworker, and nothing in the way. Takes `eligible_values`."""
_SHOWN_BARS = ", ".join(
    "CASE WHEN FREE THEN 1 ELSE 0 END AS NAME".replace("FREE", _free(bar)).replace("NAME", bar)
    for bar in Bar
)


def _bar_values(work: Work, terms: Terms) -> Values:
    """The values of all conditions, in the order of the bars."""
    values: dict[Bar, Values] = {
        Bar.SHIFT: minutes(work),
        Bar.CAPACITY: (
            int(terms.more),
            ENDLESS if terms.capacity is None else terms.capacity,
        ),
        Bar.LICENSE: (
            f" {' '.join(sorted(terms.license_for))} ",
            int("minors" in terms.license_for),
        ),
    }
    return tuple(value for bar in Bar for value in values.get(bar, ()))


def eligible_values(work: Work, who: PersonId, terms: Terms) -> Values:
    return (who, *_bar_values(work, terms))


async def bars(work: Work, case_id: CaseId, who: PersonId, terms: Terms) -> list[Bar]:
    """What stands between a colleague and this case, by the same conditions as the claim's."""
    row = await work.tx.row(
        "SELECT " + _SHOWN_BARS + " FROM cases, staff me WHERE cases.id = ? AND me.person_id = ?",
        *_bar_values(work, terms), case_id, who,
    )  # fmt: skip
    return _bars(row) if row else []


async def bars_of_waiting(
    work: Work, who: PersonId, terms: Terms, limit: int = 20
) -> list[tuple[CaseId, list[Bar]]]:
    """The same for the waiting cases of others, the most urgent first."""
    rows = await work.tx.fetch(
        "SELECT cases.id, " + _SHOWN_BARS + " FROM cases, staff me WHERE cases.status = 'waiting'"
        " AND (cases.person_id IS NULL OR cases.person_id <> ?) AND me.person_id = ?"
        " ORDER BY cases.acuity, cases.opened_at / 60000, -cases.underserved, cases.id LIMIT ?",
        *_bar_values(work, terms), who, who, limit,
    )  # fmt: skip
    return [(CaseId(row["id"]), _bars(row)) for row in rows]


def _bars(row: Row) -> list[Bar]:
    return [bar for bar in Bar if not row[bar.value]]
