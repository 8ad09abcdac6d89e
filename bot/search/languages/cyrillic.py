"""Russian names in Latin letters, as English news writes them: Лавров, Lavrov."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# As the United States Board on Geographic Names and the British Permanent Committee write it, in
# the simplified form of newspapers; with what Ukrainian has besides.
_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziyklmnoprstufyeig", strict=True))
    | {
        "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
        "ь": "", "ю": "yu", "я": "ya", "ї": "yi", "є": "ye", "ў": "u",
    }
)  # fmt: skip
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# What English has otherwise in names that are foreign in Russian as well: Хамас, Джонсон, Байден.
_OTHERWISE = (
    ("kh", "h"), ("dzh", "j"), ("ks", "x"), ("g", "h"), ("v", "w"), ("k", "c"), ("ay", "i"),
    ("a", "u"),
)  # fmt: skip
_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$")
_ADJECTIVE_ENDINGS = ("iy", "y", "yy", "i")
# The endings of a case, the longest first, and what the name ends in without one.
_CASES = (
    ("ами", ""), ("ями", ""), ("ией", "ия"), ("ова", "ов"), ("ом", ""), ("ем", ""), ("ым", ""),
    ("им", ""), ("ой", "а"), ("ей", "я"), ("ем", "й"), ("ом", "о"), ("а", ""), ("я", ""),
    ("я", "й"), ("у", ""), ("у", "а"), ("ю", ""), ("ю", "й"), ("ю", "я"), ("е", ""), ("е", "а"),
    ("ы", "а"), ("ы", ""), ("и", "а"), ("и", "я"), ("и", "ия"), ("и", ""),
)  # fmt: skip
_SHORTEST_NAME = 3


def is_cyrillic(text: str) -> bool:
    """Tell whether ``text`` has Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


def in_latin(word: str) -> str:
    """Return a Russian ``word`` in small Latin letters."""
    return word.lower().translate(_LATIN)


def latin_name(word: str, is_known: Callable[[str], bool]) -> str | None:
    """Return the Latin spelling of a Russian name that ``is_known``, whatever case it is in."""
    return next(filter(is_known, _spellings(word.lower())), None)


def likely_name(word: str) -> str:
    """Return how a Russian name that nobody knows is likely spelt in Latin letters."""
    return next(_adjective(word.lower()), in_latin(word))


def _spellings(word: str) -> Iterator[str]:
    yield from _adjective(word)
    for name in _nominatives(word):
        latin = in_latin(name)
        yield latin
        for written, otherwise in _OTHERWISE:
            if written in latin:
                yield latin.replace(written, otherwise)


def _adjective(word: str) -> Iterator[str]:
    """Yield how a name like "Зеленский" is spelt, which has the cases of an adjective."""
    if match := _ADJECTIVE.search(word):
        root = in_latin(word[: match.start() + 2])
        yield from (root + ending for ending in _ADJECTIVE_ENDINGS)


def _nominatives(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _CASES:
        name = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(name) >= _SHORTEST_NAME:
            yield name
