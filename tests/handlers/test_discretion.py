"""What others may read on the phone: no word of it says what we are."""

import re

import pytest

from bot.handlers.family.discretion import RECIPES
from bot.words import LANGUAGES
from tests.shelf import shelf

SENSITIVE = (
    "مشاور|مددکار|همدلی|خانواده|خشونت|کمک|خودکشی|طلاق|اعتیاد|خطر|پرونده|درخواست|روان|اورژانس|پلیس"
    "|خروج|counsel|social|hamdeli|famil|violen|help|suicid|divorc|addict|danger|case|request"
    "|psych|ambulance|police|exit|safe"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_neutral_texts_hold_no_sensitive_word(language: str) -> None:
    say = shelf().words.say
    shown = [say(language, key) for key in ("veil", "button-show", "command-start")]
    shown += [say(language, "quiet", recipe=recipe) for recipe in RECIPES]
    assert [text for text in shown if re.search(SENSITIVE, text, re.IGNORECASE)] == []
    assert len(set(shown)) == 3 + len(RECIPES)
