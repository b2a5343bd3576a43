"""What each messenger can do. What is missing is neither shown nor called: no call is tried in the
hope that its failure does no harm."""

from dataclasses import dataclass

from bot.domain.people import Platform

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`picture_bytes`, `file_bytes`: what may be uploaded; `fetched_bytes`: what may be downloaded.
    `waiting`: how many updates the server keeps for us, or 0 where no number is known."""

    menus: bool = True
    """Menus of commands."""
    many_at_once: bool = True
    """Several messages are deleted by one call."""
    exchanges_media: bool = True
    """The picture of a message can be exchanged."""
    protects: bool = True
    """Content can be kept from being passed on."""
    round_videos: bool = True
    stickers: bool = True
    tells_who_leaves: bool = True
    """Comings and goings of members arrive as updates of their own."""
    formats: frozenset[str] | None = None
    """Kinds of formatting that are shown; None: all of them."""
    wallet: bool = False
    """Invoices, paid from the messenger's own wallet."""
    reviews: bool = False
    """A form of its own in which people say what they think of the bot."""
    caption: int = 1024
    """Characters of a caption, in UTF-16 units; of each in an album: `album_caption`."""
    album_caption: int = 1024
    picture_bytes: int = 10 * MEBIBYTE
    file_bytes: int = 50 * MEBIBYTE
    fetched_bytes: int = 20 * MEBIBYTE
    waiting: int = 0


_TELEGRAM = Capabilities()

# docs.bale.ai, as of 10 March 2026: what is not described there counts as missing.
_BALE = Capabilities(
    menus=False,
    many_at_once=False,
    exchanges_media=False,
    protects=False,
    round_videos=False,
    stickers=False,
    tells_who_leaves=False,
    formats=frozenset({"bold", "italic", "text_link"}),
    caption=4096,
    wallet=True,
    reviews=True,
    waiting=2000,
)

CAPABILITIES = {Platform.TELEGRAM: _TELEGRAM, Platform.BALE: _BALE}
