"""The fields of an index: which terms a briefing has in each.

========= =========================================================================
stem      stems of the telling words, with how often each stands there
word      the telling words themselves
function  function words
mention   names, themes and tags, folded; what makes a briefing one on a topic
sure      names whose capitals no start of a sentence explains
lower     words written in lower case, which a name is not
theme     pairs of lower-case words
tag       tags
label     a folded name, and how it is written
last      the last word of a person's name, and the whole name
acronym   an acronym, and the name it stands for
expansion that name, and its acronym
key       the key of a topic with this label, and the folded name
version   the briefing in this very form; no two documents ever have the same
========= =========================================================================
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.analysis import clean, folded_name, topic_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Briefing
    from bot.search.analysis import Analysis

PAIR = "\x1f"
"""What parts the two halves of a term."""
WORDS = ("word", "function")
"""Fields of which each term is a word, without spaces."""
NAMES = (
    "mention", "sure", "lower", "theme", "tag", "label", "last", "acronym", "expansion", "key",
    "version",
)  # fmt: skip
_DIRECTIONS = frozenset("north south east west new united central great saint san los el".split())
_LONGEST_PERSON = 4


def terms_of(briefing: Briefing, held: Analysis, edition: int) -> dict[str, list[str]]:
    """Return the distinct terms of a briefing in each field but ``stem``."""
    tags = [clean(tag) for tag in briefing.tags]
    labels = list(dict.fromkeys([*(each.label for each in held.mentions), *tags]))
    names = [each for each in held.mentions if not each.theme]
    expanded = [(folded_name(acronym), folded_name(name)) for acronym, name in held.expansions]
    expanded = [(acronym, name) for acronym, name in expanded if acronym != name]
    folded = {label: folded_name(label) for label in labels}
    found: dict[str, Iterable[str]] = {
        "word": held.terms,
        "function": held.function_words,
        "mention": folded.values(),
        "sure": [folded_name(each.label) for each in names if each.sure],
        "lower": held.lower,
        "theme": [folded_name(each.label) for each in held.mentions if each.theme],
        "tag": [folded_name(tag) for tag in tags],
        "label": [f"{name}{PAIR}{label}" for label, name in folded.items()],
        "last": [f"{last}{PAIR}{name}" for name in folded.values() if (last := _last_name(name))],
        "acronym": [f"{acronym}{PAIR}{name}" for acronym, name in expanded],
        "expansion": [f"{name}{PAIR}{acronym}" for acronym, name in expanded],
        "key": [f"{topic_key(label)}{PAIR}{name}" for label, name in folded.items()],
        "version": [f"{briefing.number}.{edition}"],
    }
    return {field: list(dict.fromkeys(terms)) for field, terms in found.items()}


@lru_cache(maxsize=1 << 15)
def _last_name(name: str) -> str | None:
    """Return the last word of what may be a person's whole name."""
    parts = name.split()
    if not 1 < len(parts) <= _LONGEST_PERSON or parts[0] in _DIRECTIONS or "of" in parts:
        return None
    return parts[-1].removeprefix("al-")
