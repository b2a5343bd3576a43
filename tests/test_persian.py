"""The voice of the texts: good Persian, short, honest, and calm where it matters."""

import re
import unicodedata
from itertools import product

import pytest
from fluent.syntax import ast as ftl

from bot.conversations.parsing import options_named
from bot.domain.macros import TakeNote
from bot.words import LANGUAGES
from tests.test_words import COMMAND, counted, families, house, inside, own_words, said, texts

FSI, PDI, ZWNJ = "\u2068", "\u2069", "\u200c"
ISOLATED = re.compile(f"{FSI}[^{FSI}{PDI}]*{PDI}")
EMOJI = re.compile("[\u2600-\u26ff\u2702-\u2712\u2714-\u27bf\ufe0f\U0001f000-\U0001faff]")

UNWANTED = {
    "an Arabic letter": "[يىكة]",
    "an Arabic or Latin digit": "[0-9٠-٩]",
    "an office word": "می‌?باشد|گردید|نمایید|نماید|نمود|جهت |لذا|جنابعالی|گرامی|ورودی",
    "a label for a person": "کاربر|مددجو|بیمار |قربانی",
    "a promise nobody can keep": "محرمانه|حتماً|قطعاً|تضمین|فوراً|به.زودی",
    "a question that blames": r"\bچرا\b",
    "a verb without its half-space": r"\bن?می[ \n]"
    r"|\bن?می(کن|شو|خواه|توان|رو|گو|نویس|دان|رس|بین|گیر|ده|فرست|شنو|پذیر)",
    "an ending without its half-space": r"\w (ها|های|هایی|هایم|هایتان|هایشان|ام|اید|اند|تر|ترین)\b",
    "an ezafe written as a letter": rf"ه{ZWNJ}ی\b",
    "a loose half-space": rf"{ZWNJ}(?!\w)|(?<!\w){ZWNJ}",
    "a foreign sign": r"[,;?%\"'٫]|\.\.",
    "two spaces": "  ",
}
LATIN = {"menu-language", "language-which", "language-en", "heard-skip"}
ENGLISH_PROMISES = re.compile(r"confidential|guarantee|promise|certainly|immediately we", re.I)

# Their reader needs more than a bubble: what we keep, how to use us, what to do in danger.
LONG = {"intake-consent", "privacy", "greeting", "help-family", "help-staff", "help-admin",
        "alert-guide", "storage-trouble"}  # fmt: skip
CALM = ("safety-", "alert", "relay-", "receipt-", "intake-", "parked", "storage-", "erase")
GRAVE = re.compile(
    r"safety-.+|helpline|greeting|privacy|help-family|intake-declined|parked|storage-trouble"
    r"|intake-(consent|danger|contact)(-(?!title).+)?|erased|erase-sure|closed-family"
    r"|status-closed|alert-guide|relay-not-arrived|button-(need-help|not-meant|erase|keep)"
    r"|referral-(consent|choice|plain|declined|withdrawn)|plan-family(-.+)?|reopened-family|button-(agree|disagree|override)"
)
BUTTONS = re.compile(r"(button|menu|outcome|role)-.+|language-(fa|en)")
BUTTON_LETTERS, ROOM_FOR_TWO = 28, 24
VARIABLE = re.compile(r"\{[^{}]*\}")


def without_commands(text: str) -> str:
    return COMMAND.sub("", text)


@pytest.mark.parametrize("fault", UNWANTED)
def test_persian_is_written_well(fault: str) -> None:
    found = {
        key: hit.group()
        for key, message in texts("fa").items()
        if (hit := re.search(UNWANTED[fault], without_commands(own_words(message))))
    }
    assert found == {}


def test_persian_stays_persian() -> None:
    found = {
        key
        for key, message in texts("fa").items()
        if key not in LATIN and re.search("[A-Za-z]", without_commands(own_words(message)))
    }
    assert found == set()


def test_a_command_inside_persian_keeps_its_own_direction() -> None:
    loose = {
        key
        for key, message in texts("fa").items()
        if COMMAND.search(re.sub(f"{FSI}/[a-z]+{PDI}", "", own_words(message)))
    }
    assert loose == set()


def test_every_line_begins_on_the_right() -> None:
    """A messenger sets a line by its first strong letter outside isolated names and codes."""
    to_the_left = {}
    for key in texts("fa").keys() - LATIN - {"staff-title"}:  # a name, inside other lines
        for line in "\n".join(said("fa", key)).split("\n"):
            outside = ISOLATED.sub("", ISOLATED.sub("", line))
            strong = [s for s in map(unicodedata.bidirectional, outside) if s in ("L", "R", "AL")]
            if FSI in line and strong[:1] in ([], ["L"]) and line.count(FSI) > 1:
                to_the_left[key] = line
    assert to_the_left == {}


def test_names_inside_other_texts_stay_in_their_order() -> None:
    """An isolate of isolates has no letter of its own, so a viewer would set it to the left."""
    names = f"{FSI}مشاور{PDI} {FSI}نرگس{PDI}، {FSI}مددکار{PDI} {FSI}امید{PDI}"
    shown = house().words.say("fa", "digest-duty", names=names, more=0, count=2)
    assert names in shown
    assert FSI + FSI not in shown


def test_counts_are_spoken_in_persian_digits() -> None:
    for key in texts("fa"):
        for text in said("fa", key):
            assert not re.search("[0-9]", text), key


def test_a_count_is_always_written_in_the_digits_of_its_language() -> None:
    for language, (key, message) in product(LANGUAGES, texts("en").items()):
        parts = [part for part in inside(texts(language)[key]) if isinstance(part, ftl.Placeable)]
        bare = {getattr(getattr(part.expression, "id", None), "name", "") for part in parts}
        assert not bare & (counted(message) | counted(texts("fa")[key])), key


def test_english_promises_no_more_than_persian() -> None:
    texts_en = texts("en").items()
    assert [k for k, message in texts_en if ENGLISH_PROMISES.search(own_words(message))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bubble_holds_at_most_three_sentences(language: str) -> None:
    long = {}
    for key in texts(language).keys() - LONG:
        most = max(len(re.findall(r"[.!؟?]+(?=\s|$)", text)) for text in said(language, key))
        if most > 3:
            long[key] = most
    assert long == {}


def ready_texts() -> dict[str, str]:
    """What content/replies.toml and content/macros.toml say in Persian, without variables."""
    found = {}
    for reply in house().replies.every:
        found[reply.name] = f"{reply.title.fa}\n{VARIABLE.sub('نمونه', reply.text.fa)}"
    for macro in house().macros:
        notes = [step.text.fa for step in macro.steps if isinstance(step, TakeNote)]
        found[macro.name] = "\n".join([macro.title.fa, *notes])
    return found


@pytest.mark.parametrize("fault", UNWANTED)
def test_what_counselors_send_ready_made_is_written_well(fault: str) -> None:
    texts_of = ready_texts().items()
    assert {
        n: hit.group() for n, text in texts_of if (hit := re.search(UNWANTED[fault], text))
    } == {}


def test_what_counselors_send_ready_made_is_persian_short_and_calm() -> None:
    for reply in house().replies.every:
        text = VARIABLE.sub("", reply.text.fa)
        assert not re.search("[A-Za-z!]", text) and not EMOJI.search(text), reply.name
        assert len(re.findall(r"[.؟:]+(?=\s|$)", text)) <= 4, reply.name
        assert len(reply.title.fa) <= BUTTON_LETTERS, reply.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_danger_three_sentences_stand_before_the_numbers(language: str) -> None:
    """What we heard, who knows of it, what to do: one text in the worst minute."""
    say = house().words.say
    for heard in [*families()["safety-{}"], "safety-yes"]:
        for known in ("safety-told", "safety-nobody"):
            text = " ".join(say(language, key) for key in (heard, known, "safety-call-violence"))
            assert len(re.findall(r"[.!؟?:]+(?=\s|$)", text)) == 3, (heard, known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_consent_is_read_in_one_look(language: str) -> None:
    words = house().words.say(language, "intake-consent").split()
    assert len(words) <= (75 if language == "fa" else 90)


def test_buttons_stay_short() -> None:
    wide = {
        key: text
        for key, message in texts("fa").items()
        if BUTTONS.fullmatch(key) and len(text := own_words(message)) > BUTTON_LETTERS
    }
    assert wide == {}


def test_answers_and_what_may_be_changed_fit_two_in_a_row() -> None:
    say = house().words.say
    labels = {key: say("fa", key) for key in families()["{}-{}-{}"]}
    for key in families()["{}-{}-title"]:
        labels[f"change {key}"] = say("fa", "button-change", what=say("fa", key))
    assert {k: label for k, label in labels.items() if len(label) > ROOM_FOR_TWO} == {}


def test_a_button_is_no_sentence() -> None:
    keys = families()["{}-{}-{}"] | {key for key in texts("fa") if BUTTONS.fullmatch(key)}
    for language, key in product(LANGUAGES, sorted(keys)):
        assert not own_words(texts(language)[key]).rstrip().endswith("."), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_it_hurts_nothing_smiles(language: str) -> None:
    smiling = {
        key
        for key, message in texts(language).items()
        if key.startswith(CALM) and (EMOJI.search(own_words(message)) or "!" in own_words(message))
    }
    assert smiling == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_grave_texts_say_whether_a_professional_has_read_them(language: str) -> None:
    unsigned = {
        key
        for key, message in texts(language).items()
        if GRAVE.fullmatch(key)
        and not (message.comment and "review: " in (message.comment.content or ""))
    }
    assert unsigned == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_the_numbers_follow_end_by_announcing_them(language: str) -> None:
    calls = ("safety-call", "safety-call-violence", "safety-call-help", "safety-call-near")
    followed = [*calls, "safety-unsure", "parked"]
    say = house().words.say
    assert [key for key in followed if not say(language, key).endswith(":")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_inside_texts_are_numbers_that_always_answer(language: str) -> None:
    known = {line.number_in(language) for line in house().helplines.every if line.is_always_open}
    for key in ("greeting", "storage-trouble"):
        shown = re.findall(r"(?m)^\d{3,}", house().words.say(language, key))
        assert shown and set(shown) <= known, key


def test_words_of_fear_are_never_read_as_no_danger() -> None:
    fears = {
        "fa": ("خطر", "خطر هست", "در خطرم", "امن نیستم", "در امان نیستیم", "می‌ترسم", "تو خونه"),
        "en": ("danger", "not safe", "I don't know", "now", "no idea", "unsafe", "not sure"),
    }
    for language, typed in fears.items():
        keys = ("no", "unsure", "now")
        labels = {k: house().words.say(language, f"intake-danger-{k}") for k in keys}
        assert [fear for fear in typed if "no" in options_named(fear, labels)] == []


def test_no_short_word_is_heard_in_two_ways() -> None:
    heard = {
        key: set(house().words.say(language, key).split("|"))
        for language in LANGUAGES
        for key in families()["heard-{}"]
    }
    for one, other in product(heard, heard):
        assert one == other or not heard[one] & heard[other], (one, other)
