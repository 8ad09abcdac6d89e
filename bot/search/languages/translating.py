"""What words of news are in English, also where they are compounds or misspelt."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from bot.search.languages.dictionary import dictionary
from bot.search.languages.territories import territories
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_KEPT = 1 << 12
_LONGEST = 40
"""Nobody writes longer words, "Getreideexportabkommensverhandlungen" included, but to do harm."""
_MOST_READINGS = 8
"""Each part of two meanings doubles them."""
_SHORTEST_PART = 3
_SHORTEST_PLACE = 4
_SHORTEST_MISSPELT = 5
_SHORTEST_HELD = 4
"""Letters of a part of a compound that only the briefings have: "Zorbfabrik"."""
# What names of places end in: "Karlstadt" is no city of Karl.
_IN_PLACES = frozenset("dorf feld haus insel land stadt see".split())
# What may stand between the parts of a German compound, and belongs to neither.
_BETWEEN = ("", "s", "es", "n", "en", "er", "e")
# What Germans type who have no umlauts.
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def translated(words: Sequence[str], language: str) -> tuple[str, ...]:
    """Return what ``words`` in a row, in small letters, may be in English; nothing if unknown."""
    if len(words) == 1:
        return _translated(words[0], language) if len(words[0]) <= _LONGEST else ()
    return dictionary(language).find(words)


@lru_cache(_KEPT)
def _translated(word: str, language: str) -> tuple[str, ...]:
    found = dictionary(language).find([word])
    if found or language != "de":
        return found
    if (bare := _without_umlauts(word)) == word:
        found = _parted(word)
    else:
        found = dictionary(language).find([bare]) or _parted(word) or _parted(bare)
    # "Deutschland" is a place, and no German country.
    return () if found and territories(language).find([word]) else found


def joined(word: str, is_held: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
    """Return what a German compound may be that begins with a word ``is_held`` by the briefings.

    That is (its last part, its meaning): a "Zorbfabrik" is a zorb factory.
    """
    folded = fold(word)
    if len(folded) > _LONGEST or folded[-_SHORTEST_PART:] not in _edges()[1]:
        return ()
    for cut in range(len(folded) - _SHORTEST_HELD, _SHORTEST_HELD - 1, -1):
        last = folded[cut:]
        if last in _IN_PLACES or not (_is_part(last) and (ended := _part(last))):
            continue
        firsts = {folded[:cut].removesuffix(each) for each in _BETWEEN}
        for first in sorted(firsts, key=len, reverse=True):
            if len(first) >= _SHORTEST_HELD and is_held(first):
                return tuple((last, f"{first} {each}") for each in ended)
    return ()


def mended(word: str, language: str) -> tuple[str, ...]:
    """Return what a misspelt ``word``, or the misspelt end of a German compound, may be."""
    return _mended(word, language) if _SHORTEST_MISSPELT <= len(word) <= _LONGEST else ()


@lru_cache(_KEPT)
def _mended(word: str, language: str) -> tuple[str, ...]:
    found = dictionary(language).near(word)
    return found or (_parted(word, is_misspelt=True) if language == "de" else ())


def is_compound(word: str) -> bool:
    """Tell whether a folded ``word`` is a German one of several."""
    begins, ends = _edges()
    if len(word) > _LONGEST:
        return False
    if word[:_SHORTEST_PART] not in begins and word[-_SHORTEST_PART:] not in ends:
        return False  # as most are that are misspelt
    return bool(_translated(word, "de"))


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters that parts of German compounds begin with, and those they end with."""
    parts = dictionary("de").singles
    return (
        frozenset(part[:_SHORTEST_PART] for part in parts),
        frozenset(part[-_SHORTEST_PART:] for part in parts),
    )


def is_in_names(word: str, language: str) -> bool:
    """Tell whether a folded ``word`` is a surname or a title as well: "Richter", "Le Monde"."""
    return word in dictionary(language).in_names


def _without_umlauts(word: str) -> str:
    for written, bare in _UMLAUTS:
        word = word.replace(written, bare)
    return word


def _parted(word: str, *, is_misspelt: bool = False) -> tuple[str, ...]:
    """Return what a German compound is by its parts: a "Friedensplan" is a peace plan.

    The first part is taken as long as it can be: a "Kriegsende" is an end, and no sending.
    """
    cuts = range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1)
    if not any(_is_part(word[:cut]) or _is_part(word[cut:]) for cut in cuts):
        return ()  # as of most words, which are none
    for cut in cuts:
        first, last = word[:cut], word[cut:]
        if begun := _first(first):
            ended = mended(last, "de") if is_misspelt else _part(last) or _place(last)
        elif ended := _part(last) if _is_part(last) and not is_misspelt else ():
            begun = _parted(first) or _place(first)
        if begun and ended:
            return tuple(" ".join(each) for each in islice(product(begun, ended), _MOST_READINGS))
    return ()


def _first(word: str) -> tuple[str, ...]:
    """Return what the first part of a compound is."""
    for between in _BETWEEN:
        if word.endswith(between) and _is_part(bare := word.removesuffix(between)):
            return _part(bare)
    return ()


def _is_part(word: str) -> bool:
    """Tell at a glance whether a word may be a part: most words have none."""
    return len(word) >= _SHORTEST_PART and fold(word) in dictionary("de").singles


def _part(word: str) -> tuple[str, ...]:
    if len(word) < _SHORTEST_PART or is_in_names(fold(word), "de"):
        return ()
    return dictionary("de").find([word])


def _place(word: str) -> tuple[str, ...]:
    """Return the place that a part names: "Ukrainekrieg"."""
    found = territories("de").find([word]) if len(word) >= _SHORTEST_PLACE else None
    return (found,) if found else ()
