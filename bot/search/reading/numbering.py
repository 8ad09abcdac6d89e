"""What goes by a number in a question, as the briefings write it: "f35" is "F-35" there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.search.words.lexicon import commonest
from bot.search.words.numbered import (
    MOST_BEFORE,
    NUMBER_WORDS,
    designation,
    named_by,
    numeral_typed,
    with_roman,
)
from bot.search.words.text import found_tokens, index_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.words.lexicon import Lexicon
    from bot.search.words.numbered import Numbered

_MAY_HAVE_ONE = re.compile(
    rf"(?=\w)(?:\d|\b(?:(?:[a-z]{{2,4}})?[ivx]{{1,5}}|x?l[ivx]*|{NUMBER_WORDS})\b)"
)
"""This is looked for in small letters: to ignore case takes twice as long."""
_VERSION = re.compile(
    r"(?<![\w.-])(?:v(?:er(?:sion)?)?\.? ?)?(?P<number>\d{1,3}\.\d{1,3})(?![\w%]|\.\d)",
    re.IGNORECASE,
)
_SHORTEST_MISSPELT = 4


def as_numbered(question: str, lexicon: Lexicon) -> str:
    """Return ``question`` with what goes by a number as most briefings write it.

    It stays as it is written where any of them writes it so, or where none has it.
    """
    # Most questions have none, and cost no more than this.
    if not _MAY_HAVE_ONE.search(question.lower()):
        return question
    question = _VERSION.sub(lambda found: _version(found, lexicon), question)
    found = [*found_tokens(question)]
    parts: list[str] = []
    end = 0
    for place, token in enumerate(found):
        for start, (name, number) in _named(question, found, place, lexicon):
            ways = _ways(name, number, lexicon)
            if instead := _instead(question[start : token.end()], ways):
                parts += [question[end:start], instead]
                end = token.end()
                break
    return "".join([*parts, question[end:]])


def _version(found: re.Match[str], lexicon: Lexicon) -> str:
    """Return a version as the briefings write it, with "v" or without: "4.2" of "v4.2"."""
    number = found["number"]
    if ways := lexicon.pairs("numbered", f"v{number}"):
        return commonest(ways)[0]
    is_spelt_out = found[0][:7].lower() == "version"
    return number if lexicon.has_word(number) and not is_spelt_out else found[0]


def _named(
    question: str, found: Sequence[re.Match[str]], place: int, lexicon: Lexicon
) -> Iterator[tuple[int, Numbered]]:
    """Yield what may go by the number that a token is or has, and where that begins."""
    token = found[place]
    word = token[0]
    one = designation(word)
    if one is None and word.isalpha() and not lexicon.has_word(word.lower()):
        one = with_roman(word)
    if one:
        yield token.start(), one
    if number := numeral_typed(word):
        first = _first_before(question, found, place)
        names = named_by([each[0] for each in found[first:place]], number)
        for size, (name, _) in enumerate(names, start=1):
            yield found[place - size].start(), (name, number)


def _ways(name: str, number: str, lexicon: Lexicon) -> Sequence[tuple[str, int]]:
    """Return how briefings write what goes by a number, be a letter of its name wrong."""
    ways = lexicon.pairs("numbered", name + number)
    if ways or len(name) < _SHORTEST_MISSPELT or lexicon.has_word(name):
        return ways
    near = [each for each in lexicon.near(name, 1) if OSA.distance(name, each) == 1]
    return [way for each in near for way in lexicon.pairs("numbered", each + number)]


def _first_before(question: str, found: Sequence[re.Match[str]], place: int) -> int:
    """Return the place of the first of the words right before a token, a space between each."""
    first = place
    while first and place - first < MOST_BEFORE:
        if question[found[first - 1].end() : found[first].start()] != " ":
            break
        first -= 1
    return first


def _instead(written: str, ways: Sequence[tuple[str, int]]) -> str | None:
    """Return what stands for ``written`` in most briefings, None where it is in any of them."""
    own = index_terms(written)
    if any(index_terms(way) == own for way, _ in ways):
        return None
    way, _ = commonest(ways)
    return (way.lower() if written.islower() else way) or None
