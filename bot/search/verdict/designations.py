"""Whether a question asks for another of what goes by numbers: Line 4, where a text has Line 7."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words.days import MONTH_OF
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NUMBER = r"(?P<number>\d{1,4}(?:\.\d{1,3})*+)(?![\d%]|[,.:]\d|(?:k|[kcm]m|m|[bm]n|st|nd|rd|th)\b)"
_JOINED = re.compile(rf"(?<![\w-])(?P<name>[^\W\d_]{{1,16}})-?{_NUMBER}")
# What is so many, or so much, has no name before it but by chance.
_APART = re.compile(
    rf"(?<![\w-])(?P<name>[^\W\d_]{{2,16}})s? {_NUMBER}(?![\w-]| (?:per ?cent|[bm]illion|hundred"
    r"|thousand)\b)"
)
_DIGIT = re.compile(r"\d")
_ANY = re.compile(r"[^\W\d_](?:s? |-)?\d")
_RANGE = re.compile(
    r"(?<![\w.,-])(\d{1,4}) ?(?:[-–]|to|through|until|till) ?(\d{1,4})(?![\w.,-]\d)"
)
_OPENS = re.compile(r"(?:^|[.!?:]['’\"”)\]]*)\s*['‘\"“(\[]*$")
_LONGEST_BEFORE = 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOLD_ANYWHERE = 3
"""Digits from which a number is mostly the same one wherever a text has it: "737"."""
# What is numbered, in small letters, too.
_NUMBERED = frozenset(
    """
    act article batch block bus chapter class course day division episode exercise exit figure
    flight floor gate grade group hall heat highway house lab lane leg lesson level line lot lecture
    match module number page part patch phase platform room round route row runway season seat
    section series session set stage step terminal tier track train tram unit version volume week
    zone
    """.split()
)


_SUMS = frozenset("rs usd eur gbp inr chf jpy cny sek nok dkk".split())


class _Designation(NamedTuple):
    """What goes by a number, as it is written; ``name`` is in small letters."""

    name: str
    number: str
    written: str

    def is_same(self, other: _Designation) -> bool:
        """Tell whether both may be the same: 4.2 is version 4, too."""
        return f"{self.number}.".startswith(f"{other.number}.") or f"{other.number}.".startswith(
            f"{self.number}."
        )


def another_number(question: str, text: str, is_name: Callable[[str], bool]) -> str | None:
    """Return what ``question`` asks for by a number where ``text`` only has others, else None.

    ``is_name`` tells which folded words are names in the briefings, as a capital that opens a
    sentence does not.
    """
    if not (_DIGIT.search(question) and _ANY.search(question)):
        return None
    for asked in _asked(question):
        others = [each for each in _told(text, asked, is_name) if each.name == asked.name]
        if others and not any(map(asked.is_same, others)) and not _has(text, asked.number):
            return asked.written
    return None


def _asked(question: str) -> Iterator[_Designation]:
    """Yield what ``question`` may ask for by a number."""
    for pattern in (_JOINED, _APART):
        for found in pattern.finditer(question):
            name = found["name"].lower()
            is_year = pattern is _APART and _YEAR.fullmatch(found["number"])
            is_other = name in MONTH_OF or name in STOP_WORDS or name in _SUMS
            if not (is_year or is_other):
                yield _Designation(name, found["number"], found[0])


def _told(text: str, asked: _Designation, is_name: Callable[[str], bool]) -> Iterator[_Designation]:
    """Yield what ``text`` has with a number behind the name ``asked`` for.

    Apart from the number the name needs a capital, or has to be of what is always numbered.
    """
    if asked.name not in text.lower():
        return
    for pattern in (_JOINED, _APART):
        for found in pattern.finditer(text):
            name = found["name"]
            if name.lower() != asked.name:
                continue
            if pattern is _JOINED or asked.name in _NUMBERED or _is_name(found, asked, is_name):
                yield _Designation(asked.name, found["number"], found[0])


def _is_name(found: re.Match[str], asked: _Designation, is_name: Callable[[str], bool]) -> bool:
    """Tell whether the word that was ``found`` before a number has its capital as a name."""
    if not found["name"][0].isupper():
        return False
    before = found.string[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
    return not _OPENS.search(before) or asked.written[0].isupper() or is_name(asked.name)


def _has(text: str, number: str) -> bool:
    """Tell whether ``text`` has a ``number`` where it may be of the same name.

    That is "lines 4 and 7", "weeks 4 to 7".
    """
    before = "" if len(number) >= _TOLD_ANYWHERE else r"(?:\b(?:and|or|to)|[,/&–-]) ?"
    if re.search(rf"{before}(?<![\d.]){re.escape(number)}(?!\d|[.,]\d)", text):
        return True
    ranges = _RANGE.findall(text) if number.isdigit() else []
    return any(int(first) <= int(number) <= int(last) for first, last in ranges)
