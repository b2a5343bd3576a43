"""What families thought: asked once, averaged, read without names."""

from bot.storage import feedback
from bot.storage.database import Database
from bot.storage.feedback import Opinion
from tests.storage.conftest import HOSSEIN, MARYAM, NARGES, NOON, Working, claimed, hire, meet


async def test_who_would_rather_not_say_is_not_asked_again_and_counts_nowhere(
    working: Working,
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        assert not await feedback.answered(work, case.id)
        await feedback.save(work, case.id, None, None)
        assert await feedback.answered(work, case.id)
        await feedback.save(work, case.id, 5, "دیر رسید")
        assert await feedback.scores(work, 0) == {}
        assert await feedback.comments(work, 9) == []


async def test_scores_are_counted_and_the_last_words_come_first(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        cases = [await claimed(work, meet(work, a), narges) for a in (MARYAM, HOSSEIN, 1003)]
    for at, case, score, words in zip(
        (NOON, NOON + 1, NOON + 2), cases, (4, 4, None), (None, "خوب", "راز"), strict=True
    ):
        async with working(at) as work:
            await feedback.save(work, case.id, score, words)
    async with working() as work:
        assert await feedback.scores(work, NOON) == {4: 2}
        assert await feedback.scores(work, NOON + 1) == {4: 1}
        last = [Opinion(None, "راز", NOON + 2), Opinion(4, "خوب", NOON + 1)]
        assert await feedback.comments(work, 9) == last
        assert await feedback.comments(work, 1) == last[:1]
    assert "راز" not in repr([dict(row) for row in await database.read("SELECT * FROM feedback")])
