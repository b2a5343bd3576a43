"""Appointments through the real service: proposed, picked, reminded once, moved, missed."""

from datetime import datetime, timedelta

from bot.domain.appointment import Way
from tests.marks import unmarked
from tests.service.house import WORDS, Hamdeli, Story, noon, say
from tests.service.test_talking import claimed
from tests.stage import Player, words_of


async def moved_to(service: Hamdeli, moment: datetime) -> None:
    """The service was down, and comes back at this moment."""
    await service.comes_back((moment - noon()).total_seconds())


def written(moment: datetime) -> str:
    """As a counselor types it."""
    return f"{moment:%Y/%m/%d} {moment:%H:%M}"


def named(moment: datetime, now: datetime, *, clock: bool = True) -> str:
    """As our texts name it at that moment; without the clock as a button does."""
    at, seen = (int(each.timestamp() * 1000) for each in (moment, now))
    words = WORDS.appointed("fa", at, seen) if clock else WORDS.day("fa", at, seen)
    return unmarked(words)


def label(moment: datetime, now: datetime) -> str:
    at = int(moment.timestamp() * 1000)
    day, clock = named(moment, now, clock=False), WORDS.clock("fa", at)
    return say("appointment-time", day=day, clock=clock).lstrip("\u200f")


async def talking(story: Story, family: Player, words: str) -> str:
    """Narges has the case of this family, and has answered: her claim does not run out."""
    code = await claimed(story, family, story.narges, words)
    await story.narges.says(f"سلام، {words} را خواندم")
    await family.hears(f"سلام، {words} را خواندم")
    return code


async def proposed(story: Story, code: str, way: Way, *times: datetime) -> None:
    """Narges proposes these times to the family of a case, typing each."""
    narges = story.narges
    await narges.says(f"/appoint {code}")
    await narges.hears(say("appointment-way"))
    await narges.presses(say(f"appointment-way-{way}"))
    if way is Way.IN_PERSON:
        await narges.hears(say("appointment-place"))
        await narges.says("خیابان نمونه، پلاک ۳")
    await narges.hears(say("appoint-which-day"))
    for moment in times:
        await narges.presses(say("appoint-type"))
        await narges.hears(say("times-typed"))
        await narges.says(written(moment))
        await narges.hears(named(moment, noon()))
        if moment != times[-1]:
            await narges.presses(say("appoint-more"))
    await narges.presses(say("appoint-send"))
    await narges.hears(say("appoint-sent", code=code, count=len(times)))


def reminders(chat: list[dict[str, str]], moment: str) -> int:
    begins = say("appointment-reminder", way="none", place="none", at="").split(":")[0]
    return sum(begins in words_of(m) and moment in words_of(m) for m in chat)


async def agreed(story: Story, code: str, chosen: datetime) -> None:
    """Two times are proposed, one by its buttons and one in words; the family picks the first."""
    maryam, narges, now = story.maryam, story.narges, noon()
    await narges.says("/appoint")
    await narges.presses(say("appointment-way-phone"))
    await narges.hears(say("appoint-which-day"))
    await narges.presses(named(chosen, now, clock=False))
    await narges.presses(WORDS.clock("fa", int(chosen.timestamp() * 1000)))
    await narges.hears(named(chosen, now))
    await narges.says(f"/appoint {written(noon(2))}")
    await narges.hears(named(noon(2), now))
    await narges.presses(say("appoint-send"))
    await maryam.hears("هر کدام برایتان راحت است")
    await maryam.presses(label(chosen, now))
    heard = await maryam.hears(named(chosen, now))
    assert say("appointment-reminder-comes") in words_of(heard)
    await narges.hears(f"خانوادهٔ {code} این زمان را برداشت")


async def moved(story: Story, code: str, before: str, later: datetime, now: datetime) -> None:
    """The family asks for another time and picks it; until then what was agreed holds."""
    maryam, narges = story.maryam, story.narges
    await maryam.presses(say("appointment-other-time"))
    await maryam.hears(say("appointment-move-asked", at=before))
    await narges.hears(say("appoint-wish-move", code=code, at=before))
    await narges.presses(say("appoint-move"))
    await narges.presses(say("appoint-choose"))
    await narges.says(f"/appoint {written(later)}")
    await narges.hears(named(later, now))
    await narges.presses(say("appoint-send"))
    await maryam.hears("اگر یکی از این زمان‌ها بهتر است")
    await maryam.presses(label(later, now))
    await narges.hears(f"قرار {code} جابه‌جا شد")


async def missed(story: Story, code: str) -> None:
    """The family did not come, and hears no reproach."""
    await story.narges.hears("برگزار شد؟")
    await story.narges.presses(say("appoint-no-show"))
    await story.maryam.hears(say("appointment-missed"))
    await story.maryam.presses(say("appointment-another"))
    await story.maryam.hears(say("appointment-asked-again"))
    await story.narges.hears(say("appoint-wish-again", code=code))
    await story.narges.says("/appointments")
    await story.narges.hears(say("agenda-none"))


async def test_picked_reminded_once_moved_and_missed_without_blame(story: Story) -> None:
    maryam, narges, service = story.maryam, story.narges, story.service
    code = await talking(story, maryam, "قصهٔ مریم")
    first, second = noon(3), noon(4) + timedelta(hours=2)
    await agreed(story, code, first)

    # The day before: once, also when the service comes back another time.
    day_before = first - timedelta(days=1) + timedelta(minutes=3)
    await moved_to(service, day_before)
    tomorrow = named(first, day_before)
    assert tomorrow.startswith(say("day-tomorrow"))
    await maryam.hears(tomorrow)
    await narges.hears(tomorrow)
    await moved_to(service, day_before + timedelta(minutes=10))
    await maryam.says("/status")
    await maryam.hears(say("status-claimed", code=code))
    await maryam.hears(tomorrow)
    assert reminders(await maryam.chat(), tomorrow) == 1

    await moved(story, code, tomorrow, second, day_before)

    # The first hour passes in silence; an hour before the second both are reminded. That of the
    # day before fell into the downtime and helps nobody any more: one reminder names this day.
    hour_before = second - timedelta(minutes=58)
    await moved_to(service, hour_before)
    today = named(second, hour_before)
    assert today.startswith(say("day-today"))
    await maryam.hears(today)
    await narges.hears(today)
    assert reminders(await maryam.chat(), named(second, day_before)) == 1

    await moved_to(service, second + timedelta(minutes=63))
    await missed(story, code)


async def test_two_families_want_one_time_a_stranger_nothing_and_closing_cancels(
    story: Story,
) -> None:
    maryam, hossein, narges = story.maryam, story.hossein, story.narges
    hers = await talking(story, maryam, "قصهٔ مریم")
    his = await claimed(story, hossein, narges, "قصهٔ حسین")
    both, other, now = noon(2), noon(3), noon()
    await proposed(story, hers, Way.IN_PERSON, both)
    await proposed(story, his, Way.CHAT, both, other)
    offer = await maryam.hears("خیابان نمونه")
    await hossein.hears("هر کدام برایتان راحت است")

    # Nobody answers for somebody else.
    press = await hossein.forges((await hossein.chat())[-1], offer["buttons"][0][0]["data"])
    assert await hossein.answer_to(press) == say("press-old")

    await maryam.presses(label(both, now))
    await narges.hears(f"خانوادهٔ {hers} این زمان را برداشت")
    assert await hossein.presses(label(both, now)) == say("appointment-taken")
    await hossein.presses(label(other, now))
    await hossein.hears(named(other, now))
    await hossein.presses(say("appointment-cannot-come"))
    await hossein.presses(say("appointment-sure"))
    await hossein.hears(say("appointment-canceled"))
    await narges.hears(say("appoint-canceled-by-family", code=his, at=named(other, now)))

    await story.reza.says("/appointments")
    seen = await story.reza.hears(hers)
    assert "نرگس" in words_of(seen)
    assert his not in words_of(seen)
    await story.omid.says("/appointments")
    await story.omid.hears(say("agenda-none"))

    await narges.says("/close")
    await narges.presses(hers)
    await narges.presses(say("outcome-helped"))
    await maryam.hears(say("appointment-ended", at=named(both, now)))
    await narges.hears(say("appoint-ended", code=hers, at=named(both, now)))
