"""What a text has that goes by a number: "F-35", "World War II"."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from bot.search.words.numbered import MOST_BEFORE, named_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.index.tokens import Token


def numbered(sentence: Sequence[Token], gaps: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what goes by a number, its folded name with it in digits, and how that is written.

    A name apart from its number has a capital. An F-35A is an F-35, too, and a 787-9 a 787. Before
    each token stands what of ``gaps`` is at its place.
    """
    for key, written in _numbered(sentence, gaps):
        yield key, written
        shorter = key[:-1] if key[-1].isalpha() else key.partition("-")[0]
        if shorter != key:
            yield shorter, written


def _numbered(sentence: Sequence[Token], gaps: Sequence[str]) -> Iterator[tuple[str, str]]:
    # Most sentences have none, and cost no more than this.
    numbers = compress(count(), [token.numeral or token.numbered for token in sentence])
    for place in numbers:
        token = sentence[place]
        if token.numbered:
            yield token.numbered, token.bare
        if token.numeral:
            before = _before(sentence, gaps, place)
            for name, written in named_by(before, token.numeral):
                yield name + token.numeral, f"{written} {token.bare}"


def _before(sentence: Sequence[Token], gaps: Sequence[str], place: int) -> list[str]:
    """Return the capitalised words right before a token, the last ones."""
    first = place
    while first and place - first < MOST_BEFORE and gaps[first] == " ":
        if not sentence[first - 1].is_capital:
            break
        first -= 1
    return [each.bare for each in sentence[first:place]]
