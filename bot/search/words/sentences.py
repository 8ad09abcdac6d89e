"""Cutting a text into sentences, by character places."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A full stop after one of these ends no sentence on its own.
ABBREVIATIONS = frozenset(
    """
    adm amb approx apr aug ave brig capt cmdr co col corp cpl dec dept dr e.g est etc feb fig fr
    gen gov hon i.e inc jan jr jul jun lt ltd maj mar messrs mr mrs ms mt no nov oct op pres prof
    rep rev sen sep sept sgt sr st supt vs
    """.split()
)
# The end of a sentence: its mark, quotes and brackets that close with it, and white space.
# It begins with the marks of all scripts, as a text is gone through five times as fast for these.
# A run of marks or of white space is looked at from its first alone: from each it takes too long.
_MARK = (
    r"[.!?…。！？](?:(?<=[.!?…])(?<![.!?…]{2})[.!?…]*[\"'”’»)\]]*\s+"
    r"|(?<=[。！？])[。！？]*[”’」』）]*\s*)"
)
_END = re.compile(rf"(?:{_MARK}|(?<!\s)\s*\n\s*)")
_END_IN_ONE_LINE = re.compile(_MARK)
"""The same for a text of one line, in a fraction of the time: only marks have to be looked at."""
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]+$")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.)*[^\W\d_]$")
_OPENING = re.compile(r"[\"'“‘«(\[—–-]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a text, in characters, ``end`` not included and white space left out."""

    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order; none for white space alone.

    "U.S.", "Mr.", initials, "No. 10" and a quote that goes on in lower case end no sentence.
    """
    found: list[Sentence] = []
    start = 0
    ends = _END if "\n" in text else _END_IN_ONE_LINE
    for end in ends.finditer(text):
        if _ends_a_sentence(text, end.start(), end):
            _add(found, text, start, end.end())
            start = end.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    stripped = stretch.strip()
    if stripped:
        first = start + len(stretch) - len(stretch.lstrip())
        found.append(Sentence(first, first + len(stripped)))


def _ends_a_sentence(text: str, mark: int, end: re.Match[str]) -> bool:
    if "\n" in end[0]:
        return True
    opening = _OPENING.match(text, end.end())
    assert opening is not None
    if text[opening.end() : opening.end() + 1].islower():
        return False
    if end[0].strip() != ".":
        return True
    before = _LAST_WORD.search(text, max(0, mark - 30), mark)
    word = before[0] if before else ""
    if _INITIALS.match(word):
        # "U.S. Secretary" goes on, and so does "J. Smith"; "in the U.S. He" starts anew.
        return "." in word and _starts_anew(text, end.end())
    return word.lower() not in ABBREVIATIONS


_STARTERS = re.compile(
    r"[\"'“‘«(\[]?(?:A|An|But|He|Her|His|However|I|In|It|Its|Meanwhile|On|She|That|The|Their|There"
    r"|These|They|This|Those|We|When|While)\b"
)


def _starts_anew(text: str, place: int) -> bool:
    return _STARTERS.match(text, place) is not None
