"""A misspelt asking word that opens a question: "wehn is", "hwo many"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.search.words.english import REAL_WORD_ZIPF
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.search.words.english import Frequencies

_ASKING = ("who", "what", "which", "when", "where", "why", "whose", "how")
_SHORT = 3
_FIRST = re.compile(r"(\W*)([a-z]{3,6})(?=['’]s\b| )", re.IGNORECASE)
_AFTER_HOW = re.compile(
    r" (?:many|much|long|old|far|fast|often|big|large|high|deep|tall|soon|bad|come|did|does|do|can"
    r"|could|should|to)\b",
    re.IGNORECASE,
)


def with_asking_word(question: str, is_known: Callable[[str], bool], english: Frequencies) -> str:
    """Return ``question`` with the asking word that its first word is a slip for, if it is one.

    What is asked for is told by it, which a slip would hide. No word that the briefings have, by
    ``is_known``, or that English has is a slip.
    """
    first = _FIRST.match(question)
    if first is None or (word := first[2].lower()) in STOP_WORDS:
        return question
    if english.zipf(word) >= REAL_WORD_ZIPF or is_known(word):
        return question
    near = [each for each in _ASKING if _is_slip(word, each)]
    if not near:
        return question
    is_how = "how" in near and _AFTER_HOW.match(question, first.end())
    begun = [each for each in near if each.startswith(word)]
    meant = "how" if is_how else max(begun or near, key=english.zipf)
    return f"{first[1]}{meant}{question[first.end() :]}"


def _is_slip(word: str, asking: str) -> bool:
    """Tell whether a word is one edit away from another; of three letters two are exchanged."""
    if len(word) <= _SHORT:
        return sorted(word) == sorted(asking)
    return OSA.distance(word, asking) == 1
