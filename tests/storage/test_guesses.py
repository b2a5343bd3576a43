"""Guessing the word that brings a person back: counted, rested from, and no way to keep out."""

import pytest

from bot.domain.contact import GUESSES, rest_after
from bot.domain.ids import PersonId
from bot.storage import contact
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NOON, Working, meet

MINUTE = 60_000


async def left(work: Work, *, word: str = "گل یخ") -> PersonId:
    maryam = meet(work, MARYAM)
    if word:
        await contact.set_code(work, maryam, contact.word_key(work, maryam, word))
    await contact.silence(work, maryam)
    return maryam


def test_a_rest_doubles_from_a_minute_up_to_an_hour() -> None:
    minutes = [rest_after(guesses) // MINUTE for guesses in range(13)]
    assert minutes == [0] * GUESSES + [1, 2, 4, 8, 16, 32, 60, 60]
    assert rest_after(10**6) == 60 * MINUTE


async def test_after_five_wrong_words_even_the_right_one_opens_nothing_for_a_minute(
    working: Working,
) -> None:
    async with working() as work:
        maryam = await left(work)
        tries = [await contact.guessed(work, maryam) for _ in range(GUESSES)]
        assert tries == [*[None] * (GUESSES - 1), NOON + MINUTE]
    async with working(NOON + MINUTE - 1) as work:
        assert await contact.come_back(work, maryam) is None
        assert await contact.silenced(work, [maryam]) == {maryam}
    async with working(NOON + MINUTE) as work:
        assert await contact.come_back(work, maryam) == GUESSES
        assert await contact.silenced(work, [maryam]) == set()


async def test_tries_during_a_rest_do_not_make_it_longer(working: Working) -> None:
    async with working() as work:
        maryam = await left(work)
        for _ in range(GUESSES):
            await contact.guessed(work, maryam)
    async with working(NOON + MINUTE - 1) as work:
        assert [await contact.guessed(work, maryam) for _ in range(50)] == [None] * 50
    async with working(NOON + MINUTE) as work:
        assert await contact.guessed(work, maryam) == NOON + 3 * MINUTE


async def test_leaving_once_more_forgives_nothing_and_coming_back_everything(
    working: Working,
) -> None:
    async with working() as work:
        maryam = await left(work)
        for _ in range(GUESSES):
            await contact.guessed(work, maryam)
        await contact.silence(work, maryam)
        assert await contact.come_back(work, maryam) is None
    async with working(NOON + MINUTE) as work:
        assert await contact.come_back(work, maryam) == GUESSES
        await contact.silence(work, maryam)
        assert await contact.guessed(work, maryam) is None
        assert await contact.come_back(work, maryam) == 1


@pytest.mark.parametrize("gone", [True, False])
async def test_nothing_is_counted_where_there_is_nothing_to_guess(
    working: Working, gone: bool
) -> None:
    async with working() as work:
        maryam = await left(work, word="" if gone else "گل یخ")
        if not gone:
            await contact.come_back(work, maryam)
        assert [await contact.guessed(work, maryam) for _ in range(9)] == [None] * 9
        assert await contact.come_back(work, maryam) == (0 if gone else None)
