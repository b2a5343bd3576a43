"""Families and counselors talk: several at a time, replies, edits, pictures, and nothing astray."""

from tests.service.house import Story, say
from tests.stage import Player


async def claimed(story: Story, family: Player, counselor: Player, words: str) -> str:
    """A family's case in a counselor's hands."""
    code = await story.intake(family, story=words)
    await counselor.in_(story.group).hears(code)
    await counselor.in_(story.group).presses(say("button-claim"))
    await counselor.hears(words)
    await family.hears(say("claimed-family"))
    return code


async def test_with_two_families_nothing_leaves_before_the_counselor_says_for_whom(
    story: Story,
) -> None:
    maryam, hossein, narges = story.maryam, story.hossein, story.narges
    first = await claimed(story, maryam, narges, "قصهٔ مریم")
    await claimed(story, hossein, narges, "قصهٔ حسین")

    await narges.says("سلام به شما")
    await narges.hears(say("relay-which"))
    await narges.presses(first)
    await maryam.hears("سلام به شما")
    await narges.says("حالتان چطور است؟")
    await maryam.hears("حالتان چطور است؟")

    await hossein.says("کسی هست؟")
    question = await narges.hears("کسی هست؟")
    await narges.says("بله، من هستم", reply_to=question)
    await hossein.hears("بله، من هستم")
    assert all("من هستم" not in (m["text"] or "") for m in await maryam.chat())
    assert all("حالتان" not in (m["text"] or "") for m in await hossein.chat())


async def test_edits_pictures_voice_and_albums_cross_over_and_identities_do_not(
    story: Story,
) -> None:
    maryam, narges = story.maryam, story.narges
    await claimed(story, maryam, narges, "سلام")
    sent = await maryam.says("ساعت پنچ می‌آیم")
    await narges.hears("ساعت پنچ")
    await maryam.edits(sent, "ساعت پنج می‌آیم")
    await narges.hears("ساعت پنج می‌آیم")

    await maryam.sends_voice()
    await maryam.sends_photo(caption="این را ببینید", album="a")
    await maryam.sends_photo(album="a")
    album = await narges.hears("این را ببینید")
    pictures = [m for m in await narges.chat() if m["media_group_id"] == album["media_group_id"]]
    assert len(pictures) == 2
    assert "voice" in [m["kind"] for m in await narges.chat()]

    await maryam.sends("contact", contact={"phone_number": "09121234567", "first_name": "مریم"})
    await maryam.hears(say("relay-no-contact"))
    await maryam.says("شماره‌ام ۰۹۱۲۱۲۳۴۵۶۷ است")
    await maryam.presses(say("button-drop-it"))
    await maryam.hears(say("relay-dropped"))
    assert all("۰۹۱۲" not in str(m) and "0912" not in str(m) for m in await narges.chat())
    assert not [call for call in await story.stage.calls() if "forward" in call["method"].lower()]


async def test_what_a_family_writes_while_it_waits_reaches_whoever_claims(story: Story) -> None:
    maryam, omid = story.maryam, story.omid
    code = await story.intake(maryam, story="اولین حرف")
    await maryam.says("یک چیز دیگر هم هست")
    await maryam.hears(say("relay-kept"))
    await maryam.says("و یک چیز دیگر")
    await omid.says("/next")
    await omid.hears("اولین حرف")
    assert code in (await omid.hears("یک چیز دیگر هم هست"))["text"]
    await omid.hears("و یک چیز دیگر")


async def test_a_note_never_leaves_and_the_case_closes_with_an_outcome(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    await claimed(story, maryam, narges, "سلام")
    await narges.says("/note مادرش بیمار است")
    await narges.says("/notes")
    await narges.hears("مادرش بیمار است")
    await narges.says("/close")
    await narges.presses(say("outcome-referred"))
    await maryam.hears("تمام شد")
    await maryam.says("مرسی")
    await maryam.hears(say("thanks-back"))
    assert all("بیمار" not in str(m) for m in await maryam.chat())
    assert (await story.service.state())["cases"] == {"closed": 1}


async def test_a_family_that_blocked_us_is_told_to_its_counselor(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    await claimed(story, maryam, narges, "سلام")
    await maryam.blocks()
    await narges.says("هستید؟")
    await narges.hears("نرسید")
    await maryam.blocks(False)
    await maryam.says("/start")
    await maryam.says("برگشتم")
    await narges.hears("برگشتم")
