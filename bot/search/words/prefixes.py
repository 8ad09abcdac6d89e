"""Words that are made of others by a prefix or by "-less": repainted, unpaid, fenceless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.words.inflecting import bases, forms, spelt_bases

if TYPE_CHECKING:
    from collections.abc import Iterator

_DENYING = ("un", "non", "dis", "in", "im", "il", "ir")
_AGAINST = ("anti", "counter", "mis", "de")
_OTHERS = (
    "co", "ex", "extra", "hyper", "inter", "mega", "micro", "mid", "mini", "multi", "neo", "over",
    "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "ultra",
    "under",
)  # fmt: skip
_ALL = (*_DENYING, *_AGAINST, *_OTHERS)
_ALWAYS = ("un", "non")
"""What is seldom more than a prefix in common words, as it is not in "import" and "report"."""
_LACKING = "less"
_SHORTEST = 4
_SHORTEST_OF_TWO = 5
"""Letters behind a prefix of two, of which a slip may make another word: "untied"."""


def unprefixed(word: str, *, is_common: bool) -> Iterator[tuple[str, bool]]:
    """Yield what may stand behind a prefix of a folded ``word``, and whether that denies it.

    Of a word that ``is_common`` few beginnings are prefixes.
    """
    prefixes = _ALWAYS if is_common else _ALL
    for prefix in filter(word.startswith, prefixes):
        rest = word.removeprefix(prefix)
        least = _SHORTEST if is_common or len(prefix) > 2 else _SHORTEST_OF_TWO
        if len(rest) >= least:
            yield rest, prefix not in _OTHERS
    if word.endswith(_LACKING) and len(word) >= len(_LACKING) + _SHORTEST:
        yield word.removesuffix(_LACKING), True


def denials(word: str) -> Iterator[str]:
    """Yield what may be said for that something is not a folded ``word``: unpaid, endless.

    Most of these are no words.
    """
    found = dict.fromkeys(form for base in (word, *spelt_bases(word)) for form in forms(base))
    able = (base.removesuffix("e") + "able" for base in bases(word))
    for each in (*found, *able):
        # "Inedible" is not edible, but "dissent" has nothing to do with what is sent.
        prefixes = _DENYING if each.endswith("ble") else _ALWAYS
        yield from (prefix + each for prefix in prefixes)
    yield from (base + _LACKING for base in spelt_bases(word))
