"""Long texts in parts that can be judged one by one."""

from collections.abc import Iterator, Sequence

from bot.domain.danger_lexicon import ENDS


def sentences(tokens: Sequence[str]) -> list[list[str]]:
    """The words between ends of sentences; at least one sentence, be it empty."""
    found: list[list[str]] = [[]]
    for token in tokens:
        if token in ENDS:
            found.append([])
        else:
            found[-1].append(token)
    return [sentence for sentence in found if sentence] or [[]]


def windows(tokens: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Stretches of so many words, each of which shares half with the next."""
    yield tokens[:size]
    for start in range(size // 2, len(tokens) - size // 2, size // 2):
        yield tokens[start : start + size]
