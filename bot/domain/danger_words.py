"""Word forms for the danger words: from a stem to all the ways people write it.

A form is a folded word (see `danger_lexicon.normalized`), its sound, and the classes it belongs
to: `HIT` is the class, `HIT.he` the same with "he or they" as the one who acts, and so on: i, he
(who acts), me, him, thee (whom, as an ending), now, past, bare (infinitive), not (negated).
`@CHILD` is a noun of CHILD in the place of the object (بچه‌مو, bachamo).
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.danger_sound import sound_of, sound_of_part, sound_of_parts

Form = tuple[str, str, frozenset[str]]

_OWNERS = ("", "م", "ت", "ش", "مون", "تون", "شون", "مان", "تان", "شان")
# After ا and و the owner follows a ی, after ه an ا: عمویم, بچه‌ام.
_OWNERS_AFTER = {
    "ا": ("یم", "یت", "یش", "یمون", "یمان", "یشان"),
    "و": ("یم", "یت", "یش", "یمون", "یمان", "یشان"),
    "ه": ("ام", "ات", "اش", "امون", "اتون", "اشون", "امان", "اشان"),
}
_PLURALS = ("", "ها", "ا")
_OBJECTS = ("و", "رو", "را")
_OTHERS = ("", "ه", "ی", "ست")

_LATIN_PLURALS = ("", "ha", "a")
_LATIN_OWNERS = (
    "", "m", "t", "sh", "am", "et", "at", "esh", "ash", "emun", "amun", "etun", "eshun", "eman",
    "eshan", "mun", "shun",
)  # fmt: skip
_LATIN_OBJECTS = ("o", "ro", "ra")

# Endings by what they say.
_PRESENT = {
    "i": "م", "": " ی یم ین ید", "he": "ه د ن ند", "i thee": "مت متون", "i him": "مش مشون",
    "him": "یمش یش", "he me": "تم دم هم تمون دمون دمان ندم ننم نتم",
    "he him": "تش دش هش تشون دشان ندش ننش نش", "he thee": "تت دت",
}  # fmt: skip
_PAST = {
    "i": "م هام هم", "": "ی یم ید ین هایم", "he": " ند ه ته هاند هن هاست هست", "he bare": "ن",
    "he him": "ش شون تش ندش هاش هتش نشون", "he me": "تم مون تمون ندم هتم", "he me bare": "نم",
    "he him bare": "نش", "i him": "مش", "i thee": "مت",
}  # fmt: skip
_LATIN_PRESENT = {
    "i": "am", "": " i im in", "he": "e ad an and", "i thee": "amet amat", "i him": "amesh",
    "he me": "atam etam adam atemun anam", "he him": "atesh etesh anesh",
}  # fmt: skip
_LATIN_PAST = {
    "i": "am eam", "": "i im in", "he": " and e", "he bare": "an", "he him": "esh anesh",
    "he me": "atam etam", "i him": "amesh",
}  # fmt: skip
_PRESENT_PREFIXES = {"می": False, "ب": False, "نمی": True, "ن": True}
_PAST_PREFIXES = {"": False, "می": False, "نمی": True, "ن": True}
_LATIN_PRESENT_PREFIXES = {"mi": False, "be": False, "bo": False, "b": False,
                           "nemi": True, "na": True, "ne": True}  # fmt: skip
_LATIN_PAST_PREFIXES = {"": False, "mi": False, "nemi": True, "na": True}
# Without a prefix the present of most verbs is another word: زنم, میرم, کشم.
_LIGHT = {"": False}


def noun_endings(last: str) -> dict[str, bool]:
    """What a Persian noun that ends in this letter may end in further; true makes it an object."""
    endings = dict.fromkeys(("های", "ای"), False)
    for plural in _PLURALS:
        owners = (*_OWNERS, *_OWNERS_AFTER.get(plural[-1:] or last, ()))
        for owned in (plural + owner for owner in owners):
            endings |= {owned + other: False for other in _OTHERS if owned + other not in endings}
            endings |= {owned + mark: True for mark in _OBJECTS}
    return endings


def latin_noun_endings() -> dict[str, bool]:
    """What a noun of Finglish may end in, and how that sounds; true makes it an object."""
    owned = [plural + owner for plural in _LATIN_PLURALS for owner in _LATIN_OWNERS]
    endings = dict.fromkeys(filter(None, owned), False)
    endings |= {ending + mark: True for ending in owned for mark in _LATIN_OBJECTS}
    return {sound_of(ending): is_object for ending, is_object in endings.items()} | endings


def verb_forms(name: str, stems: Mapping[str, Sequence[str]]) -> Iterator[Form]:
    """Every person, tense and object ending of the stems under `past`, `present` and `light`.

    `light` stems are present stems that also stand without a prefix: کنم, شه.
    """
    for stem in (*stems.get("present", ()), *stems.get("light", ())):
        latin = stem.isascii()
        prefixes = _LATIN_PRESENT_PREFIXES if latin else _PRESENT_PREFIXES
        if stem in stems.get("light", ()):
            prefixes = prefixes | _LIGHT
        yield from _conjugated(name, stem, prefixes, _LATIN_PRESENT if latin else _PRESENT, "now")
    for stem in stems.get("past", ()):
        latin = stem.isascii()
        prefixes = _LATIN_PAST_PREFIXES if latin else _PAST_PREFIXES
        yield from _conjugated(name, stem, prefixes, _LATIN_PAST if latin else _PAST, "past")


def _conjugated(
    name: str, stem: str, prefixes: Mapping[str, bool], endings: Mapping[str, str], tense: str
) -> Iterator[Form]:
    # A last h of Finglish is silent, so the sound of a stem differs at the end of a word.
    begun = [
        (prefix + stem, sound_of_part(prefix + stem), is_negated)
        for prefix, is_negated in prefixes.items()
    ]
    for says, letters in endings.items():
        whom = says.split()
        plain = frozenset({name, f"{name}.{tense}", *(f"{name}.{one}" for one in whom)})
        negated = frozenset({f"{name}.not", *(f"{name}.not.{one}" for one in whom)})
        for ending in letters.split(" "):
            last = sound_of(ending)
            for start, sound, is_negated in begun:
                heard = sound_of_parts(sound, last) if last else sound_of(start)
                yield start + ending, heard, negated if is_negated else plain
