"""Staff set another urgency than the rule, and say what a contact was that had no matter."""

import sqlite3
from contextlib import closing
from typing import Any

from tests.service.house import Hamdeli, Story, say


def rows(service: Hamdeli, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(service.folder / "hamdeli.db")) as database:
        return database.execute(sql).fetchall()


async def test_a_counselor_raises_the_urgency_of_a_case_and_all_can_see_it(story: Story) -> None:
    narges, omid = story.narges, story.omid
    code = await story.intake(story.maryam, story="سلام")
    await narges.says("/next")
    await narges.hears(say("details-how"))
    await narges.presses(say("button-acuity"))
    await narges.hears("متوسط")
    await narges.presses(say("acuity-level-high"))
    await narges.hears(say("acuity-reason", code=code, level=say("acuity-level-high")))
    assert say("acuity-why-danger_passed") not in await narges.buttons()
    await narges.presses(say("acuity-why-danger_grew"))
    done = await narges.hears(say("acuity-why-danger_grew"))
    assert code in done["text"]
    card = await omid.in_(story.group).hears("فوریت زیاد")
    assert code in card["text"]
    (change,) = rows(
        story.service, "SELECT before, after, reason, rule_version FROM acuity_changes"
    )
    assert change == (2, 1, "danger_grew", 2)


async def test_a_supervisor_changes_any_case_by_its_code(story: Story) -> None:
    narges, reza = story.narges, story.reza
    code = await story.intake(story.maryam, story="سلام")
    await narges.says("/next")
    await narges.hears(say("details-how"))
    for typed, said in (
        ("", say("acuity-how")),
        ("AAA", say("code-mistyped")),
        ("000-000-000", say("code-unknown", code="000-000-000")),
    ):
        await reza.says(f"/acuity {typed}".strip())
        await reza.hears(said)
    await reza.says(f"/acuity {code.lower().replace('-', ' ')}")
    await reza.hears(code)
    await reza.presses(say("acuity-level-low"))
    await reza.presses(say("acuity-why-misheard"))
    await reza.hears(say("acuity-why-misheard"))
    told = await narges.hears(say("acuity-why-misheard"))
    assert "رضا" in told["text"]

    await narges.says(f"/acuity {code}")
    await narges.hears(say("refused-role"))


async def test_who_takes_a_case_over_reads_who_changed_its_urgency(story: Story) -> None:
    reza, omid = story.reza, story.omid
    code = await story.intake(story.maryam, story="سلام")
    await reza.says(f"/acuity {code}")
    await reza.hears(code)
    await reza.presses(say("acuity-level-immediate"))
    await reza.presses(say("acuity-why-other_facts"))
    await reza.hears(say("acuity-why-other_facts"))
    await omid.says("/next")
    details = await omid.hears(say("acuity-why-other_facts"))
    assert "رضا" in details["text"]


async def test_strangers_to_a_case_cannot_change_its_urgency(story: Story) -> None:
    narges, omid = story.narges, story.omid
    await story.intake(story.maryam, story="سلام")
    await narges.says("/next")
    await narges.hears(say("details-how"))
    await narges.presses(say("button-acuity"))
    asked = await narges.hears(say("acuity-level-medium"))
    data = asked["buttons"][0][0]["data"]
    await omid.says("/mycases")
    theirs = await omid.hears(say("mycases-none"))
    for forged in (data, data.replace("u.to", "u.do") + ".danger_grew"):
        press = await omid.forges(theirs, forged)
        assert await omid.answer_to(press) == say("not-your-case")
    assert rows(story.service, "SELECT * FROM acuity_changes") == []
    (refused,) = rows(story.service, "SELECT count(*) FROM audit WHERE action = 'acuity'")
    assert refused == (2,)


async def test_what_was_no_matter_for_us_is_counted_by_kind(story: Story) -> None:
    narges = story.narges
    code = await story.intake(story.maryam, story="شوخی کردم")
    await narges.says("/next")
    await narges.hears(say("details-how"))
    await narges.says("/close")
    await narges.presses(say("outcome-not_counseling"))
    await narges.hears(say("close-kind", code=code))
    await narges.presses(say("contact-kind-joke"))
    await narges.hears(say("outcome-not_counseling"))
    await narges.in_(story.group).hears(say("outcome-not_counseling"))
    closed = rows(story.service, "SELECT status, outcome, outcome_detail FROM cases")
    assert closed == [("closed", "not_counseling", "joke")]
