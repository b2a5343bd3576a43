"""A certificate as words: what stands on it, from top to bottom."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Certificate:
    """The sender draws it just before it leaves: a picture, or a document under `file`."""

    head: str
    title: str
    before: str
    name: str
    text: str
    course: str
    date: str
    number: str
    foot: str
    language: str = "fa"
    caption: str = ""
    file: str = ""

    def printed(self, file: str) -> "Certificate":
        """The same as a document."""
        return replace(self, file=file, caption="")
