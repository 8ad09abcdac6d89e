"""Whether a text speaks of what a question wants counted, but tells of nothing there how many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.reading.asking import counted, kind_asked_for
from bot.search.reading.kinds import Kind, behind_counts, joined_to_counts
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

_ANY_PEOPLE = frozenset("people person persons others victims cases deaths lives".split())
_ANYBODY = _ANY_PEOPLE | frozenset("men women members residents".split())
"""Who is counted by any noun: 47 passengers are people, too."""
_UNITS = frozenset(
    """
    times percent miles metres meters kilometres kilometers feet inches pounds kilos kilograms tons
    tonnes litres liters gallons barrels acres hectares degrees dollars euros yen stories storeys
    seconds minutes hours days nights weeks months years decades centuries
    """.split()
)
_SAY_NOTHING = frozenset("times ones lot lots things way ways kinds types".split())
_SOME = re.compile(
    r"\b(?:no|none|nobody|one|once|twice|both|single|several|dozens|hundreds|scores|most|half of"
    r"|all|few)\b"
)


def is_unit(form: str) -> bool:
    """Tell whether a folded word is what something is measured in, not what is counted."""
    return form in _UNITS


def is_anybody(form: str) -> bool:
    """Tell whether a folded word says nothing of who is counted."""
    return form in _ANY_PEOPLE or form in _UNITS or form in _SAY_NOTHING


def counts_things(question: str) -> bool:
    """Tell whether ``question`` asks how many of something there are that has a name of its own."""
    if kind_asked_for(question) is not Kind.COUNT:
        return False
    what = counted(question)
    return bool(what) and _ANYBODY.isdisjoint(what) and _UNITS.isdisjoint(what)


def only_tells_of_one(question: str, text: str) -> bool:
    """Tell whether ``text`` speaks of one only of what ``question`` wants counted: "a miner"."""
    several = next((form for form in reversed(counted(question)) if form.endswith("s")), "")
    one = several.removesuffix("s")
    told = {word.form for word in words(text)}
    if one not in told or several in told:
        return False
    alone = rf"\b(?:an?|his|her) (?:[\w-]+ ){{0,2}}{re.escape(one)}\b"
    return re.search(alone, text, re.IGNORECASE) is not None


def leaves_uncounted(
    question: str, told: Iterable[str], is_counted: Callable[[str], bool] | None
) -> bool:
    """Tell whether the sentences that are ``told`` of what is counted have no number of that.

    Where there are none, nothing can be said. Numbers that the question names count for nothing,
    and neither does one right before another noun, where it ``is_counted`` that says which are
    not other: "28 shops" are no rolls.
    """
    named = frozenset(word.form for word in words(question))
    parts = [*told]
    return bool(parts) and not any(_counts(part, named, is_counted) for part in parts)


def _counts(part: str, named: Container[str], is_counted: Callable[[str], bool] | None) -> bool:
    behind = behind_counts(part, named)
    if any(is_counted is None or not _is_other(word, is_counted) for word in behind):
        return True
    if is_counted and any(map(is_counted, joined_to_counts(part, named))):
        return True
    return _SOME.search(part.lower()) is not None


def _is_other(word: str, is_counted: Callable[[str], bool]) -> bool:
    """Tell whether a word, as its plural shows, is another noun than what is counted."""
    is_noun = word.endswith("s") and word not in STOP_WORDS and word not in _ANYBODY
    return is_noun and not is_counted(word)
