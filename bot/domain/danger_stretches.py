"""Long texts in parts that can be judged one by one."""

from collections.abc import Iterator, Sequence

from bot.domain.danger_lexicon import ENDS, PAUSES

# So few words before a pause do not stand alone.
_FEW = 4


def sentences(tokens: Sequence[str]) -> list[list[str]]:
    """The words between ends of sentences; at least one sentence, be it empty."""
    found: list[list[str]] = [[]]
    for token in tokens:
        if token in ENDS:
            found.append([])
        else:
            found[-1].append(token)
    return [sentence for sentence in found if sentence] or [[]]


def clauses(tokens: Sequence[str]) -> list[list[str]]:
    """The words of a sentence between its pauses, few words together with those that follow."""
    found: list[list[str]] = [[]]
    for token in tokens:
        if token not in PAUSES:
            found[-1].append(token)
        elif len(found[-1]) >= _FEW:
            found.append([])
    return [clause for clause in found if clause] or [[]]


def together(parts: Sequence[Sequence[str]], size: int) -> Iterator[list[str]]:
    """From each part but the last on, as many as make up so many words, if more than one do."""
    for at in range(len(parts) - 1):
        joined = [*parts[at]]
        end = at + 1
        while end < len(parts) and len(joined) + len(parts[end]) <= size:
            joined += parts[end]
            end += 1
        if end > at + 1:
            yield joined


def windows(tokens: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Stretches of so many words, each of which shares half with the next."""
    yield tokens[:size]
    for start in range(size // 2, len(tokens) - size // 2, size // 2):
        yield tokens[start : start + size]
