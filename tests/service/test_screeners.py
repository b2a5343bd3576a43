"""Both questionnaires are on while somebody is on call: an earlier call, no score to a family."""

from bot.domain.screeners import K6, WHO5
from tests.service.house import Story, say
from tests.service.test_discretion import moved
from tests.stage import words_of

HEAVY = dict(zip(K6.items, (4, 4, 4, 3, 3, 3), strict=True))
LOW = dict(zip(WHO5.items, (1, 1, 1, 0, 1), strict=True))


def questionnaires(k6: dict[str, int], who5: dict[str, int]) -> list[tuple[str, ...]]:
    """Both, answered to their end."""
    return [
        ("heavy", "intake-heavy-yes"),
        *((item, f"intake-{item}-{number}") for item, number in k6.items()),
        ("wellbeing", "intake-wellbeing-yes"),
        *((item, f"intake-{item}-{number}") for item, number in who5.items()),
    ]


async def test_a_high_score_brings_a_call_earlier_and_only_staff_see_it(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    story.service.more["HAMDELI_ASSESSMENT__SCREENERS"] = '["k6", "who5"]'
    await moved(story.service, 0)
    await story.intake(maryam, topic="work", further=questionnaires(HEAVY, LOW))
    card = await narges.in_(story.group).hears("فوریت متوسط")
    assert "K6" not in words_of(card)
    await narges.says("/next")
    details = words_of(await narges.hears(say("details-how")))
    assert say("reason-k6_high") in details
    assert say("details-score-k6", total=21, stands_out="yes") in details
    assert say("details-score-who5", total=16, stands_out="yes") in details
    shown = "\n".join(words_of(message) for message in await maryam.chat())
    for secret in ("K6", "WHO", "از ۲۴", "از ۱۰۰", say("reason-k6_high"), "۲۱", "تشخیص"):
        assert secret not in shown, secret


async def test_while_nobody_is_on_call_no_questionnaire_is_asked(story: Story) -> None:
    story.service.more["HAMDELI_ASSESSMENT__SCREENERS"] = '["k6", "who5"]'
    await moved(story.service, 0)
    await story.reza.says("/oncall")
    await story.reza.hears(say("oncall-off"))
    await story.intake(story.maryam, story="سلام")
    shown = "\n".join(words_of(message) for message in await story.maryam.chat())
    assert say("intake-heavy") not in shown
