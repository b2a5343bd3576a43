"""What in a text could tell who somebody is: asked about before it is passed on."""

import re

from bot.domain.text import ascii_digits

_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z][A-Za-z0-9_]{3,}")
_LINK = re.compile(r"(?:t\.me|telegram\.me|ble\.ir|instagram\.com|wa\.me)/\S", re.IGNORECASE)
# Ten digits and more in one run, however they are spaced: a phone number, a card, an id number.
_NUMBER = re.compile(r"(?:\+|00)?\d(?:[\s\u200c.-]?\d){8,}")


def mentions_identity(text: str) -> bool:
    """Whether the text holds an account's name, a link to one, or a long number."""
    plain = ascii_digits(text)
    return bool(_HANDLE.search(plain) or _LINK.search(plain) or _NUMBER.search(plain))


def leads_to_account(url: str) -> bool:
    """Whether a link opens somebody's account, or is no web address at all (`tg://user?id=…`)."""
    return bool(_LINK.search(url)) or not url.lower().startswith(("http://", "https://"))
