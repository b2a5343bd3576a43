"""A course in the real service, with the clock moved: a couple enrolls, one waits for a seat and
gets it, all are reminded, attend, pass, and receive their certificates."""

import re

import pytest
from persiantools.jdatetime import JalaliDate

from tests.service.house import Hamdeli, Story, begin, noon, say
from tests.stage import Player, Stage, words_of

DAY, HOUR, MINUTE = 86400, 3600, 60


def _course(days: tuple[int, ...]) -> str:
    lessons = "".join(
        f'[[course.cohort.lesson]]\nat = "{JalaliDate(noon(day).date()):%Y/%m/%d} 14:00"\n'
        f'before = "تمرین {place}"\n'
        for place, day in enumerate(days, 1)
    )
    return (
        '[[course]]\nname = "talking"\nstage = "after_marriage"\ntitle = "گفت‌وگوی همسران"\n'
        'about = "دو جلسه"\n[[course.quiz]]\ntext = "کدام؟"\noptions = ["شنیدن", "سکوت"]\n'
        'right = 1\n[[course.cohort]]\nname = "first"\nwhere = "online"\n'
        'place = "https://example.org/room"\ncapacity = 3\nfacilitator = "نرگس"\n'
        "published = true\n" + lessons
    )


@pytest.fixture
async def story(stage: Stage, service: Hamdeli) -> Story:
    story = await begin(stage, service, dena="دنا")
    await service.end()
    path = service.folder / "courses.toml"
    path.write_text(_course((3, 10)), encoding="utf-8")
    code, said = await service.does("courses", "load", str(path))
    assert code == 0, said
    await service.comes_back(0)
    return story


async def looks(family: Player) -> None:
    await family.says("/start")
    await family.hears(say("intake-consent"))
    await family.says("/cancel")
    await family.hears(say("canceled"))
    await family.says("/courses")
    await family.hears(say("courses"))
    await family.presses(say("course-stage-after_marriage"))
    await family.presses("گفت‌وگوی همسران")
    await family.hears("دو جلسه")
    await family.presses("برخط")
    await family.hears("جلسهٔ ۱")


async def test_a_course_from_the_first_look_to_the_certificate(story: Story) -> None:
    maryam, hossein, zahra = story.maryam, story.hossein, story.zahra
    await all_get_their_seats(story)
    await story.service.comes_back(2 * DAY + 2 * HOUR + 5)
    for player in (maryam, hossein, zahra):
        reminded = words_of(await player.hears("جلسهٔ ۱ از ۲: فردا"))
        assert "https://example.org/room" in reminded
        assert "تمرین ۱" in reminded or "تمرین 1" in reminded
    await story.service.comes_back(3 * DAY + HOUR + 5)
    for player in (maryam, hossein, zahra):
        await player.hears("جلسهٔ ۱ از ۲: امروز")
    for place, day in ((1, 3), (2, 10)):
        await story.service.comes_back(day * DAY + 2 * HOUR + MINUTE)
        await attend(story, place)
    await story.service.comes_back(10 * DAY + 4 * HOUR)
    for player in (maryam, hossein, zahra):
        await passes(player)
    number = await verified(story)
    # Anybody may ask: by the link of the certificate, or by its number.
    for asked in (f"/start verify-{number}", f"/verify {number}"):
        await story.dena.says(asked)
        assert "زهرا" not in words_of(await story.dena.hears("درست است"))


async def all_get_their_seats(story: Story) -> None:
    maryam, hossein, zahra, dena = story.maryam, story.hossein, story.zahra, story.dena
    await looks(maryam)
    await maryam.presses(say("button-course-couple"))
    invited = words_of(await maryam.hears("/join"))
    link = re.search(r"start=(couple-\S+)", invited)
    assert link is not None
    await hossein.says(f"/start {link[1]}")
    await hossein.presses(say("button-course-join"))
    await hossein.hears("همراهتان هم باید بگوید")
    await maryam.hears("همان همراه شماست؟")
    await maryam.presses(say("button-course-vouch"))
    await maryam.hears(say("course-enrolled", seats=2))
    await hossein.hears("نام‌نویسی هر دویتان")
    await looks(dena)
    await dena.presses(say("button-course-alone"))
    await dena.hears(say("course-enrolled", seats=1))
    await looks(zahra)
    await zahra.presses(say("button-course-alone"))
    await zahra.hears("در نوبت هستید")
    await dena.presses(say("button-course-leave"))
    await dena.presses(say("button-course-leave-sure"))
    await zahra.hears("یک جا برایتان باز شد")
    await zahra.presses(say("button-course-yes"))
    await zahra.hears(say("course-enrolled", seats=1))


async def attend(story: Story, place: int) -> None:
    narges = story.narges
    await narges.says("/courses")
    await narges.presses("گفت‌وگوی همسران")
    await narges.presses("حضور و غیاب جلسهٔ " + "۰۱۲"[place])
    await narges.presses(say("button-register-word"))
    word = re.search("«(.+?)»", words_of(await narges.hears("کلمهٔ روز:")))
    assert word is not None
    for player in (story.maryam, story.hossein, story.zahra):
        await player.says(f"/here {word[1]}")
        await player.hears(say("here-thanks"))


async def passes(player: Player) -> None:
    await player.hears("دورهٔ «گفت‌وگوی همسران» تمام شد")
    await player.presses(say("button-quiz"))
    await player.hears("کدام؟")
    await player.presses("شنیدن")
    await player.hears("۱ جواب از ۱ جواب")
    await player.presses(say("button-certificate"))
    await player.hears("چه نامی")
    await player.says(player.name)
    await player.hears(say("certificate-shown"))
    await player.presses(say("certificate-shown-no"))
    assert (await player.hears("گواهی شما، شمارهٔ"))["kind"] == "photo"
    assert (await player.hears())["kind"] == "document"


async def verified(story: Story) -> str:
    texts = [words_of(message) for message in await story.zahra.chat()]
    numbers = [found[1] for text in texts if (found := re.search(r"start=verify-(\S+)", text))]
    return numbers[-1]
