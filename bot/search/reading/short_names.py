"""Names that are function words besides: "Who is May?", "What did Will do?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.lexicon import commonest
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.words.lexicon import Lexicon
    from bot.search.words.text import Word

_SHORTEST = 3
# "Who" of "Who is", which opens nearly every question, is followed by more than a mark. What stands
# before a capital is looked at behind it, as few places have one.
_CAPITALISED = re.compile(r"[A-Z](?:(?<=\w .)|(?<=, .)|(?<=^.)(?=\w+\W*$))[a-z]{2,}\b")
_BEFORE_TIMES = frozenset(
    "after and before by during early for from in last late mid next of or since this through till"
    " to until".split()
)
_MONTH = "may"


def with_whole_names(question: str, lexicon: Lexicon) -> str:
    """Return ``question`` with the whole names of persons of whom it has only a function word.

    That stands with a capital where others have none, and is the last or the first word of a name
    that the briefings have; of several, of the one that most of them do.
    """
    # Hardly any question has such a word, and no more is done with the others.
    if not any(each.lower() in STOP_WORDS for each in _CAPITALISED.findall(question)):
        return question
    found = words(question)
    may_be = [
        place
        for place, word in enumerate(found)
        if word.stop and len(word.form) >= _SHORTEST and question[word.start].isupper()
    ]
    if not (len(found) == 1 or _writes_capitals(question, found)):
        return question
    for place in reversed(may_be):
        word = found[place]
        if _stands_for_itself(question, found, place) and (name := _whole(word.form, lexicon)):
            question = f"{question[: word.start]}{name}{question[word.end :]}"
    return question


def _writes_capitals(question: str, found: Sequence[Word]) -> bool:
    """Tell whether function words inside a question have no capital just for being words."""
    return any(word.stop and question[word.start].islower() for word in found)


def _stands_for_itself(question: str, found: Sequence[Word], place: int) -> bool:
    """Tell whether a word opens no sentence, and is neither a part of a name nor a month."""
    word, before = found[place], found[place - 1] if place else None
    if before is None:
        return len(found) == 1
    between = question[before.end : word.start]
    # "What Will ..." may open a headline, "Theresa May" is whole.
    opens = place == 1 and before.stop
    if between.strip(" ,") or not (opens or question[before.start].islower()):
        return False
    after = found[place + 1 : place + 2]
    if after and question[after[0].start].isupper():
        return False
    return word.form != _MONTH or before.form not in _BEFORE_TIMES


def _whole(word: str, lexicon: Lexicon) -> str:
    """Return the name that most briefings have of those that end or else begin with a word."""
    named = lexicon.pairs("last", word) or [
        (name, lexicon.mentions(*name.split()))
        for name in (f"{word} {behind}" for behind in lexicon.names_after(word))
    ]
    name, _ = commonest(named)
    labels = lexicon.pairs("label", name) if name else ()
    return max(labels, key=lambda each: each[1], default=(name.title(), 0))[0]
