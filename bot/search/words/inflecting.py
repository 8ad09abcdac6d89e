"""The forms of English words: rob, robs, robbed; and which words one may be a form of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.irregular import family

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_NEVER_DOUBLED = frozenset("hjqwxy")
_ONE_VOWEL = re.compile("[^aeiou]*[aeiou][^aeiou]")
_ENDS_A_FORM = ("s", "d", "ing")


def forms(word: str) -> tuple[str, ...]:
    """Return ``word`` and its other forms; some of them may be no words.

    What is a form of another word is taken for a word of its own: to wound is not to wind.
    """
    told = family(word)
    own = told if told[:1] == (word,) else ()
    regular = (form for base in (word, *own) for form in _regular(base))
    return tuple(dict.fromkeys(regular))


def bases(word: str) -> tuple[str, ...]:
    """Return ``word`` and all that it may be a form of, of which most are no words."""
    told = family(word)
    if not told and not word.endswith(_ENDS_A_FORM):
        return (word,)  # as of most words
    return tuple(dict.fromkeys(base for each in (word, *told) for base in _bases(each)))


def spelt_bases(word: str) -> tuple[str, ...]:
    """Return those of `bases` that ``word`` is spelt as a form of: "pen" of "penned" alone.

    "Pening" is no form of "pen", and may be a slip for another word.
    """
    return tuple([base for base in bases(word) if base == word or _is_form(word, base)])


def is_same_word(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one: "robs" and "robbed", not "robe"."""
    return not set(spelt_bases(one)).isdisjoint(spelt_bases(other))


def _is_form(word: str, base: str) -> bool:
    if word in family(base):
        return True
    if word in {f"{base}{base[-1]}ed", f"{base}{base[-1]}ing"}:
        return True
    if base.endswith("e") and word == f"{base[:-1]}ing":
        return True
    if base.endswith("y") and word in {f"{base[:-1]}ies", f"{base[:-1]}ied"}:
        return True
    ending = word.removeprefix(base)
    if ending in {"ed", "ing"}:
        return _ONE_VOWEL.fullmatch(base) is None or base[-1] in _NEVER_DOUBLED
    return (
        ending == "s"
        or (ending == "d" and base.endswith("e"))
        or (ending == "es" and base.endswith(_HISSING))
    )


def _regular(word: str) -> Iterator[str]:
    yield word
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    elif word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    else:
        plural = "es" if word.endswith(_HISSING) else "s"
        yield from (f"{word}{plural}", f"{word}ed", f"{word}ing")
        if word[-2:-1] in _VOWELS and word[-1] not in _VOWELS | _NEVER_DOUBLED:
            yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


def _bases(word: str) -> Iterator[str]:
    yield word
    for ending in ("ies", "ied"):
        if word.endswith(ending):
            yield f"{word.removesuffix(ending)}y"
    for ending in ("s", "es", "d", "ed", "ing"):
        base = word.removesuffix(ending)
        if base == word or len(base) < 2 or base[-1:] == ending:
            continue
        yield base
        if ending == "ing":
            yield f"{base}e"
        if ending in {"ed", "ing"} and base[-1] == base[-2]:
            yield base[:-1]
