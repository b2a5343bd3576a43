"""Others see the phone: quick exit, words of one's own, neutral lines, and hours that are kept."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from tests.service.house import Hamdeli, Story, say
from tests.service.on_bale import BaleStage
from tests.stage import Json, Player, words_of

HARMLESS = "دستور امروز"
HOUR = 3600


async def moved(service: Hamdeli, seconds: float) -> None:
    """The service comes back with its clock so far ahead."""
    await service.comes_back(seconds)


def until_clock(hour: int) -> float:
    """Seconds from the noon at which a story begins until half past this hour in Tehran."""
    return (hour - 12) % 24 * HOUR + HOUR / 2


def answered(service: Hamdeli, writing: str, hours: str = "") -> None:
    """As if the assessment had ended with these answers about safe contact."""
    with closing(sqlite3.connect(service.folder / "hamdeli.db", timeout=10)) as database, database:
        database.execute("UPDATE contacts SET writing = ?, hours = ?", (writing, hours))


async def sees(player: Player, expected: Callable[[list[Json]], bool]) -> list[Json]:
    """What stands in the chat, once it is as expected."""

    async def look() -> list[Json] | None:
        chat = await player.chat()
        return chat if expected(chat) else None

    return await player.stage.until(look, player.dialogue)


def harmless(count: int) -> Callable[[list[Json]], bool]:
    """Only harmless texts of ours stand there, so many of them."""
    return lambda chat: len(chat) == count and all(HARMLESS in words_of(m) for m in chat)


async def in_talk(story: Story) -> str:
    """Maryam's case in the hands of Narges, who has answered once."""
    code = await story.intake(story.maryam, story="قصهٔ من")
    await story.narges.says("/next")
    await story.narges.hears("قصهٔ من")
    await story.narges.says("سلام، من هستم")
    await story.maryam.hears("سلام، من هستم")
    await story.narges.hears(say("receipt-delivered", code=code))
    return code


async def test_who_leaves_in_the_middle_of_the_questions_comes_back_to_the_same_one(
    story: Story,
) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    await maryam.presses(say("intake-consent-now"))
    await maryam.hears(say("intake-who"))
    await maryam.says("خروج سريع")
    await maryam.hears(HARMLESS)
    await sees(maryam, harmless(1))
    for written in ("سلام", "/start", "/status", "برگردم"):
        await maryam.says(written)
        await maryam.hears(HARMLESS)
    menus = [c for c in await story.stage.calls("setMyCommands") if "chat_id" in str(c["params"])]
    if not isinstance(story.stage, BaleStage):  # which has no menus
        assert [say("command-start") in str(menus[-1]), "exit" in str(menus[-1])] == [True, False]

    await maryam.says("برگشتم")
    await maryam.hears(say("exit-back"))
    await maryam.hears(say("intake-who"))
    await sees(maryam, lambda chat: all(words_of(m) != "برگشتم" for m in chat))
    await maryam.presses(say("intake-who-self"))
    await maryam.hears(say("intake-danger"))


async def test_who_leaves_a_talk_gets_nothing_until_their_own_word_brings_them_back(
    story: Story,
) -> None:
    maryam, narges = story.maryam, story.narges
    code = await in_talk(story)
    await maryam.says("/codeword گل یخ")
    await maryam.hears(say("codeword-set"))
    await sees(maryam, lambda chat: not any("گل" in words_of(m) for m in chat))
    await maryam.says("/menu")
    await maryam.presses(say("button-exit"))
    await maryam.hears(HARMLESS)
    await narges.hears(say("exit-staff", code=code))
    await sees(maryam, harmless(1))

    await narges.says("حالتان خوب است؟")
    await narges.hears(say("receipt-silenced", code=code))
    await narges.says("وقتی برگشتید بنویسید")
    await narges.says("/mycases")
    await narges.hears(say("details-silenced"))
    await moved(story.service, 0)
    for written in ("برگشتم", "شما کی هستید؟"):
        await maryam.says(written)
        await maryam.hears(HARMLESS)
    assert all(HARMLESS in words_of(m) for m in await maryam.chat() if m["from"]["is_bot"])

    await maryam.says("گل‌یخ")
    await maryam.hears(say("exit-back"))
    await maryam.hears("حالتان خوب است؟")
    await maryam.hears("وقتی برگشتید بنویسید")
    await narges.hears(say("back-staff", code=code))
    await maryam.says("خوبم")
    await narges.hears("خوبم")
    assert all("شما کی هستید" not in words_of(m) for m in await narges.chat())


async def test_what_is_older_than_two_days_stays_and_all_else_goes_on_both_sides(
    story: Story,
) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    old = len(await maryam.chat())
    await story.stage.advance(hours=49)
    await moved(story.service, 49 * HOUR)
    for _ in range(60):
        await maryam.says("/status")
    await sees(maryam, lambda chat: len(chat) == old + 120)
    await maryam.says("/exit")
    await maryam.hears(HARMLESS)
    left = await sees(maryam, lambda chat: len(chat) == old + 1)
    assert HARMLESS in words_of(left[-1])


async def test_a_message_too_old_to_delete_does_not_save_the_others(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    old = len(await maryam.chat())
    # Our clock is behind that of the messenger: we try what cannot be deleted any more.
    await story.stage.advance(hours=49)
    await maryam.says("/status")
    await maryam.hears(say("status-none"))
    await maryam.says("/exit")
    await maryam.hears(HARMLESS)
    await sees(maryam, lambda chat: len(chat) == old + 1)


async def test_the_word_for_help_is_heard_at_a_question_in_a_talk_and_after_leaving(
    story: Story,
) -> None:
    maryam, zahra, narges, reza = story.maryam, story.zahra, story.narges, story.reza
    await zahra.says("/start")
    await zahra.hears(say("intake-consent"))
    await zahra.says("help now")
    await zahra.hears(say("safety-help")[:30])
    await reza.hears(say("alert-help"))

    await in_talk(story)
    await maryam.says("/safeword باران آمد")
    await maryam.hears(say("safeword-set"))
    await maryam.says("باران آمد.")
    await maryam.hears(say("safety-help")[:30])
    await reza.hears(say("alert-help"))
    await reza.presses(say("button-acknowledge"))
    await maryam.says("/exit")
    await maryam.hears(HARMLESS)
    await maryam.says("باران آمد")
    await maryam.hears("۱۱۵")
    await reza.hears(say("alert-silenced"))
    assert all("باران" not in words_of(m) for m in await narges.chat())


async def test_danger_after_leaving_reaches_our_people_and_shows_nothing(story: Story) -> None:
    maryam, reza = story.maryam, story.reza
    await in_talk(story)
    await maryam.says("خروج سریع")
    await maryam.hears(HARMLESS)
    await sees(maryam, harmless(1))
    for written in ("شوهرم چاقو کشیده", "کمک فوری"):
        await maryam.says(written)
        await maryam.hears(HARMLESS)
        await reza.hears(say("alert-violence" if "چاقو" in written else "alert-help"))
        await reza.hears(say("alert-silenced"))
    assert all(HARMLESS in words_of(m) for m in await maryam.chat() if m["from"]["is_bot"])


async def test_a_plain_line_stands_for_words_and_pictures_until_the_family_opens_them(
    story: Story,
) -> None:
    maryam, narges = story.maryam, story.narges
    code = await in_talk(story)
    answered(story.service, "neutral", "anytime night morning")
    await moved(story.service, 6 * 60)
    written = await narges.says("پیام دوم از مشاور")
    await maryam.hears(say("veil"))
    await narges.hears(say("receipt-veiled", code=code))
    assert all("پیام دوم" not in words_of(m) for m in await maryam.chat())
    await narges.edits(written, "پیام دوم، ویرایش‌شده")
    await moved(story.service, 7 * 60)
    await maryam.presses(say("button-show"))
    shown = await maryam.hears("پیام دوم، ویرایش‌شده")
    await narges.hears(say("receipt-opened", code=code))
    await maryam.says("خواندم", reply_to=shown)
    assert code in (await narges.hears("خواندم"))["text"]

    await moved(story.service, 20 * 60)
    for album in (None, "a", "a"):
        await narges.sends_photo(album=album)
    await maryam.hears(say("veil"))
    await maryam.hears(say("veil"))
    for _ in range(2):
        await maryam.presses(say("button-show"))
    await sees(maryam, lambda chat: sum(m["kind"] == "photo" for m in chat) == 3)
    await sees(maryam, lambda chat: not any(say("veil") == words_of(m) for m in chat))


async def test_somebody_else_cannot_open_what_is_veiled(story: Story) -> None:
    maryam, hossein, narges = story.maryam, story.hossein, story.narges
    await in_talk(story)
    answered(story.service, "neutral", "anytime night morning")
    await moved(story.service, 6 * 60)
    await narges.says("فقط برای مریم")
    veil = await maryam.hears(say("veil"))
    await hossein.says("/start")
    mine = await hossein.hears(say("intake-consent"))
    press = await hossein.forges(mine, veil["buttons"][0][0]["data"])
    assert await hossein.answer_to(press) == say("press-old")
    assert all("فقط برای مریم" not in words_of(m) for m in await hossein.chat())


async def test_a_counselor_who_writes_at_night_is_read_in_the_morning(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    await in_talk(story)
    answered(story.service, "any", "morning")
    night = until_clock(3)
    await moved(story.service, night)
    await narges.says("نیمه‌شب نوشتم")
    receipt = await narges.hears("ساعت‌هایش را گفته است")
    assert "۰۸:۰۰" in words_of(receipt)
    assert all("نیمه‌شب" not in words_of(m) for m in await maryam.chat())
    await moved(story.service, night + 6 * HOUR)
    await maryam.hears("نیمه‌شب نوشتم")


async def test_what_waits_for_the_morning_comes_at_once_when_the_family_writes(
    story: Story,
) -> None:
    maryam, narges = story.maryam, story.narges
    await in_talk(story)
    answered(story.service, "any", "morning")
    await moved(story.service, until_clock(3))
    await narges.says("نیمه‌شب نوشتم")
    await narges.hears("ساعت‌هایش را گفته است")
    await maryam.says("بیدارم")
    await maryam.hears("نیمه‌شب نوشتم")


async def test_privacy_explains_quick_exit_before_anybody_needs_it(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    await maryam.says("/privacy")
    await maryam.hears(say("exit-explained"))
    await maryam.hears(say("exit-limits", own="no"))
    assert say("button-exit") in await maryam.buttons()
