"""Whose ages a text tells: "the painter, 71" is one's own, "from the age of 16" nobody's."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from bot.search.reading.told_names import NAME_WORD
from bot.search.words.sentences import sentences
from bot.search.words.text import forms, index_terms

if TYPE_CHECKING:
    from collections.abc import Container

_AGE_BEHIND_NAME = re.compile(rf"(?<![\w’'-])({NAME_WORD}(?: {NAME_WORD}){{0,3}}+)(, \d{{1,3}}),")
_NAME = re.compile(NAME_WORD)
_MAY = r"\b(?:may|can|could|must|should|allowed|able|entitled|eligible)\b[^.;]{0,60}?"
# From which age something holds; but who died at the age of 96 had that age.
_LIMIT = re.compile(
    r"\b(?:(?:under|over|below|above)(?: the age of)?|(?<!\bat )(?<!\bto )the age of) [\w-]+"
    rf"|{_MAY}\bat (?:the age of )?[\w-]+",
    re.IGNORECASE,
)
_YEARS = r"\d{1,3}(?:[ -]years?[ -]old)?\b"
# "A boy aged 12" is somebody else than who is called by a name before, or in another sentence,
# unless the text says what he is called, or that he is the same: "Ilse Brandt, a woman of 61".
_OF_SOMEBODY = re.compile(
    r"(?<![,(—–] )(?<!\bis )(?<!\bwas )(?<!\bas )\ban? "
    rf"(?:(?:[\w-]+ ){{1,3}}?aged {_YEARS}|\d{{1,3}}-year-old\b(?: [a-z]+)?"
    rf"|(?:man|woman|boy|girl|child|teenager|pensioner)(?:,| of) {_YEARS})",
    re.IGNORECASE,
)
_GIVES_NAME = re.compile(
    r"\b(?:named?|identif(?:ied|y)|called|known as|suspect|accused|victim)\b", re.IGNORECASE
)


def without_ages_of_others(text: str, named: Container[str]) -> str:
    """Return ``text`` without the ages right behind names of which the question names no word."""
    return _AGE_BEHIND_NAME.sub(
        lambda found: found[0 if any(form in named for form in index_terms(found[1])) else 1],
        text,
    )


def with_own_ages(text: str, named: Container[str]) -> str:
    """Return ``text`` without the ages from which something holds, and those of others.

    Others are those besides whom the question names, with the folded words in ``named``. Where the
    text has none of these as a name, nobody is told to be another.
    """
    text = _LIMIT.sub("", text)
    if not _has_name(text, named):
        return text
    text = without_ages_of_others(text, named)
    if _GIVES_NAME.search(text):
        return text
    parts = (text[each.start : each.end] for each in sentences(text))
    return " ".join(map(partial(_of_named, named), parts))


def _of_named(named: Container[str], part: str) -> str:
    """Return a sentence without the ages of others than who is ``named`` in it before these."""
    names = (
        found.end() for found in _NAME.finditer(part) if any(f in named for f in forms(found[0]))
    )
    begins = next(names, 0)
    return part[:begins] + _OF_SOMEBODY.sub("", part[begins:])


def _has_name(text: str, named: Container[str]) -> bool:
    return any(form in named for found in _NAME.finditer(text) for form in forms(found[0]))
