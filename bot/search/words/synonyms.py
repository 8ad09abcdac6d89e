"""Words that mean nearly the same, as people say a thing and as news puts it: kids, children."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING

from bot.search.words.inflecting import bases, spelt_bases
from bot.search.words.keeping import made_once
from bot.search.words.spellings import other_spellings

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST = Path(__file__).with_suffix(".txt")
_KEPT = 1 << 11


def synonyms(word: str) -> tuple[str, ...]:
    """Return the bases of the words that may mean what a folded ``word`` in any form does.

    They are spelt as in the list, and the ``word`` may be spelt as on either side of the Atlantic.
    What stands in capitals in the list is also found as that: "GP" is a doctor.
    """
    listed = _meanings_by_base()
    spelt = (word, *other_spellings(word))
    meanings = [each for one in spelt for base in spelt_bases(one) for each in listed.get(base, ())]
    if not meanings:
        return ()  # as of most words
    own = {base for one in spelt for base in bases(one)}
    found: dict[str, None] = {}
    for meaning in meanings:
        said, _, besides = meaning.partition(":")
        found.update(dict.fromkeys([*said.split(), *besides.split()]))
    return tuple(other for other in found if other not in own)


@lru_cache(_KEPT)
def is_listed(word: str) -> bool:
    """Tell whether a folded ``word`` in any form is in the list, and so a word and no slip."""
    listed = _meanings_by_base()
    return word in listed or any(base in listed for base in spelt_bases(word))


@cache
def _meanings_by_base() -> Mapping[str, tuple[str, ...]]:
    """Return the meanings of each word of the list beside this module, as they stand there.

    They are parted by semicolons. The words before a colon mean the same as each other, and nearly
    what each of those behind it does, which do not mean each other: "vehicle: lorry van". The list
    is taken apart once.
    """
    of = str(_LIST), __file__
    found: Mapping[str, tuple[str, ...]]
    (found,) = made_once("meanings", of, lambda: (_taken_apart(),))
    return found


def _taken_apart() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    for meaning in text.split(";"):
        said, _, besides = meaning.partition(":")
        for each in said.split():
            found[intern(each)].append(meaning)
            if each.isupper():
                found[intern(each.lower())].append(meaning)
        # Most stand before a colon alone, and in other lists of words, too.
        said = intern(said.strip())
        for each in besides.split():
            found[intern(each)].append(said)
    return {word: tuple(meanings) for word, meanings in found.items()}
