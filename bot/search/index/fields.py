"""The terms of an index: what it keeps of a briefing, besides its stems.

All terms stand in one field of the index, each in a line of its own, which begins with its kind.

========= =========================================================================
word      the telling words themselves
function  function words
lower     words written in lower case, which a name is not
mention   names, themes and tags, folded; what makes a briefing one on a topic
sure      names whose capitals no start of a sentence explains
theme     pairs of lower-case words
tag       tags
label     a folded name or tag, and how it is written; a theme is written as it is folded
last      the last word of a person's name, and the whole name
acronym   an acronym, and the name it stands for
expansion that name, and its acronym
initials  those of a name of several words, and the name
key       the key of a topic with this label, and the folded name
numbered  a folded name with its number in digits, and how that is written: "war2", "War II"
version   the briefing in this very form; no two documents ever have the same
========= =========================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAIR = "\x1f"
"""What parts the two halves of a term."""
_SPACE = "\x1e"
"""What stands for a space inside a term; no word, name or tag has it."""


_LETTERS = {
    "word": "w", "function": "f", "lower": "o", "mention": "m", "sure": "s", "theme": "h",
    "tag": "t", "label": "b", "last": "l", "acronym": "a", "expansion": "e", "initials": "i",
    "key": "k", "numbered": "n", "version": "v",
}  # fmt: skip


def as_term(kind: str, value: str) -> str:
    """Return the term of a value."""
    return (_LETTERS[kind] + value).replace(" ", _SPACE)


def as_terms(values: Iterable[tuple[str, str]]) -> str:
    """Return the terms of kinds and values, each in a line of its own."""
    return "\n".join([_LETTERS[kind] + value for kind, value in values]).replace(" ", _SPACE)


def as_value(term: str) -> str:
    """Return the value of a term."""
    return term[1:].replace(_SPACE, " ")


def terms_in(text: str) -> Sequence[str]:
    """Return the distinct terms of a ``text`` with terms in its lines."""
    return list(dict.fromkeys(filter(None, text.split("\n"))))


def values_in(text: str, kind: str) -> Sequence[str]:
    """Return the distinct values of one kind in a ``text`` with terms in its lines."""
    return [as_value(term) for term in terms_in(text) if term[0] == _LETTERS[kind]]
