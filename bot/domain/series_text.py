"""A part of a series as it is written: a little Markdown, and nothing that is not understood.

The first line is `# title`; then paragraphs and lists with `**bold**`, `*italics*` and
`[links](https://…)`; lines `![alt](file)`, `[voice](file)`, `[document](file)` name files beside
it. At the end there may be one quiz: `## heading`, a question, `- [ ] option`, one of them
`- [x]`, and `> explanation`.
"""

import re

from bot.domain.outgoing import Entity
from bot.domain.series import Attachment, Part, Quiz, Styled
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, units

MOST_WORDS = 120
OPTION_LETTERS = 60
_BESIDE = re.compile(r"(!?)\[([^\]]*)\]\(([^()\s]+)\)")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]{2,4}")
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*|\*(?P<italic>[^*\n]+)\*|\[(?P<words>[^\]\n]+)\]\((?P<url>[^)\s]*)\)"
)
_URL = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s()<>]*)?", re.IGNORECASE)
_OPTION = re.compile(r"- \[( |x)\] (.+)")
_ITEM = re.compile(r"[-*] (.+)")
_NUMBERED = re.compile(r"\d+[.)] .+")


class Mistake(ValueError):
    """What is wrong with a part, and in which line."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


def parse_part(text: str, folder: str) -> Part:
    """The part in a file. `folder`: where its files lie. Mistake names what is wrong."""
    lines = text.replace("\r\n", "\n").split("\n")
    if not lines[0].startswith("# ") or not lines[0][2:].strip():
        raise Mistake(1, "it must be `# ` and a title")
    title = lines[0][2:].strip()
    start = next((n for n, line in enumerate(lines) if line.startswith("## ")), len(lines))
    blocks, files = _blocks(lines[1:start], folder)
    body = _styled(blocks)
    words = len(body.text.split())
    if not words:
        raise Mistake(2, "there is no text")
    if words > MOST_WORDS:
        raise Mistake(2, f"{words} words; at most {MOST_WORDS} fit one moment")
    limit = CAPTION_LIMIT if any(file.kind == "photo" for file in files) else TEXT_LIMIT
    if units(title) + 2 + units(body.text) > limit - 64:
        raise Mistake(2, f"it is longer than a messenger takes ({limit})")
    quiz = _quiz(lines[start:], start + 1) if start < len(lines) else None
    return Part(title, body, words, files, quiz)


def _blocks(lines: list[str], folder: str) -> tuple[list[tuple[int, str]], tuple[Attachment, ...]]:
    """The paragraphs with their lines, and the files that are named between them."""
    blocks: list[tuple[int, str]] = []
    files: list[Attachment] = []
    fresh = True
    for number, raw in enumerate(lines, 2):
        line = raw.strip()
        beside = _BESIDE.fullmatch(line)
        if not line:
            fresh = True
        elif beside and (beside[1] or beside[2] in ("voice", "document")):
            files.append(_file(beside, folder, number))
            fresh = True
        elif line.startswith(("#", ">", "```", "<", "|")):
            raise Mistake(number, "only paragraphs, lists, bold, italics and links are understood")
        elif item := _ITEM.fullmatch(line):
            blocks.append((number, f"\n• {item[1]}"))
            fresh = False
        elif _NUMBERED.fullmatch(line):
            blocks.append((number, f"\n{line}"))
            fresh = False
        elif fresh or not blocks:
            blocks.append((number, line))
            fresh = False
        else:
            begun, before = blocks.pop()
            blocks.append((begun, f"{before} {line}"))
    return blocks, tuple(files)


def _file(beside: re.Match[str], folder: str, number: int) -> Attachment:
    kind = "photo" if beside[1] else beside[2]
    if not _FILE.fullmatch(beside[3]):
        raise Mistake(number, f"{beside[3]} must be a file beside this one, such as picture.jpg")
    return Attachment(kind, f"{folder}/{beside[3]}")


def _styled(blocks: list[tuple[int, str]]) -> Styled:
    text, entities = "", []
    for place, (number, block) in enumerate(blocks):
        item = block.startswith("\n")
        follows = item and place > 0 and blocks[place - 1][1].startswith("\n")
        text += "" if place == 0 else "\n" if follows else "\n\n"
        styled = _inline(block.strip("\n"), number)
        entities += [_moved(entity, units(text)) for entity in styled.entities]
        text += styled.text
    return Styled(text, tuple(entities))


def _moved(entity: Entity, by: int) -> Entity:
    return Entity(entity.kind, entity.offset + by, entity.length, entity.url)


def _inline(text: str, number: int) -> Styled:
    said, entities, end = "", [], 0
    for found in _INLINE.finditer(text):
        said += text[end : found.start()]
        end = found.end()
        inner = found["bold"] or found["italic"] or found["words"]
        kind = "bold" if found["bold"] else "italic" if found["italic"] else "text_link"
        url = found["url"]
        if url is not None and not _URL.fullmatch(url):
            raise Mistake(number, f"({url}) is no address; it must begin with https://")
        entities.append(Entity(kind, units(said), units(inner), url))
        said += inner
    said += text[end:]
    if "**" in said or "](" in said:
        raise Mistake(number, "a mark of bold or of a link has no partner")
    return Styled(said, tuple(entities))


def _quiz(lines: list[str], first: int) -> Quiz:
    question: list[str] = []
    options: list[str] = []
    right: list[int] = []
    explanation: list[str] = []
    for number, raw in enumerate(lines[1:], first + 1):
        line = raw.strip()
        if option := _OPTION.fullmatch(line):
            if option[1] == "x":
                right.append(len(options))
            if len(option[2]) > OPTION_LETTERS:
                raise Mistake(number, f"an option has at most {OPTION_LETTERS} letters")
            options.append(option[2].strip())
        elif line.startswith(">"):
            explanation.append(line[1:].strip())
        elif line and options:
            raise Mistake(number, "after the options only `> explanation` may stand")
        elif line:
            question.append(line)
    if not question or not 2 <= len(options) <= 6 or len(right) != 1 or not explanation:
        raise Mistake(
            first, "a quiz is a question, two to six `- [ ] option`, one of them `- [x]`,"
            " and `> explanation`"
        )  # fmt: skip
    heading = lines[0][3:].strip()
    return Quiz(heading, " ".join(question), tuple(options), right[0], " ".join(explanation))
