"""Rules of courses: when people are reminded, who has passed, whom a call may help."""

import pytest

from bot.domain.courses import DAY, HOUR, Presence, Step, misses_in_a_row, needed, passes, steps

THERE, ABSENT, EXCUSED = Presence.THERE, Presence.ABSENT, Presence.EXCUSED


def test_reminders_that_are_past_are_left_out() -> None:
    assert steps(2 * DAY, 90, 0) == {
        Step.DAY: DAY, Step.HOUR: 2 * DAY - HOUR, Step.AFTER: 2 * DAY + 90 * 60_000,
    }  # fmt: skip
    assert steps(2 * DAY, 90, DAY)[Step.DAY] is None


def test_three_of_four_lessons_are_needed() -> None:
    assert [needed(count) for count in (1, 2, 3, 4, 5, 8)] == [1, 2, 3, 3, 4, 6]


@pytest.mark.parametrize(
    ("there", "quiz", "right", "passed"),
    [
        (3, 0, None, True),
        (2, 0, None, False),
        (3, 4, 2, True),
        (3, 4, 1, False),
        (4, 4, None, False),
    ],
)
def test_a_course_is_passed_by_being_there_and_half_of_the_quiz(
    there: int, quiz: int, right: int | None, passed: bool
) -> None:
    assert passes(4, there, quiz, right) is passed


def test_only_the_last_misses_without_a_word_count() -> None:
    assert misses_in_a_row([ABSENT, ABSENT]) == 2
    assert misses_in_a_row([ABSENT, THERE, ABSENT]) == 1
    assert misses_in_a_row([ABSENT, ABSENT, EXCUSED]) == 0
    assert misses_in_a_row([]) == 0
