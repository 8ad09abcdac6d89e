"""Whether a question asks for another of what goes by numbers: Line 4, where a text has Line 7."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words.days import MONTH_OF
from bot.search.words.numbered import NUMBER_WORDS, YEAR, numeral, numeral_typed
from bot.search.words.numbers import ordinal
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NUMBER = r"(?P<number>\d{1,4}(?:\.\d{1,3})*+)(?![\d%]|[,.:]\d|(?:k|[kcm]m|m|[bm]n|st|nd|rd|th)\b)"
_JOINED = re.compile(
    rf"(?<![\w-])(?P<name>[^\W\d_]{{1,16}})-?{_NUMBER}(?:(?P<letter>(?!s\b)[^\W\d_])s?\b)?"
)
# What is so many, or so much, has no name before it but by chance.
_APART = re.compile(
    rf"(?<![\w-])(?P<name>[^\W\d_]{{2,16}}(?:['’](?!s\b)[^\W\d_]{{1,8}})?)s? {_NUMBER}(?![\w-]"
    r"| (?:per ?cent|[bm]illion|hundred|thousand)\b)"
)
# "World War II", "World War Three".
_SPELT = re.compile(
    rf"(?<![\w-])(?P<name>[^\W\d_]{{2,16}}) (?P<number>[IVXL]{{1,6}}|{NUMBER_WORDS})(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_MAY_BE_SPELT = re.compile(rf" (?:[IVXL]{{1,6}}|{NUMBER_WORDS})(?![\w-])", re.IGNORECASE)
"""What is soon told of a question: that has a blank, which is looked for first."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_ANY = re.compile(r"[^\W\d_](?:s? |-)?\d")
_RANGE = re.compile(
    r"(?<![\w.,-])(\d{1,4}) ?(?:[-–]|to|through|until|till) ?(\d{1,4})(?![\w.,-]\d)"
)
_OPENS = re.compile(r"(?:^|[.!?:]['’\"”)\]]*)\s*['‘\"“(\[]*$")
_LONGEST_BEFORE = 6
_TOLD_ANYWHERE = 3
"""Digits from which a number is mostly the same one wherever a text has it: "737"."""
# What is numbered, in small letters, too.
_NUMBERED = frozenset(
    """
    act article batch block bus chapter class course day division episode exercise exit figure
    flight floor gate grade group hall heat highway house lab lane leg lesson level line lot lecture
    match module number page part patch phase platform point room round route row runway season seat
    section series session set stage step terminal tier track train tram unit version volume week
    zone
    """.split()
)


_SUMS = frozenset("rs usd eur gbp inr chf jpy cny sek nok dkk".split())


class _Designation(NamedTuple):
    """What goes by a number, as it is written; ``name`` is in small letters, as is a ``letter``."""

    name: str
    number: str
    written: str
    letter: str = ""

    def is_same(self, other: _Designation) -> bool:
        """Tell whether both may be the same: 4.2 is version 4, too, and an F-35A an F-35."""
        if self.letter and other.letter and self.letter != other.letter:
            return False
        return f"{self.number}.".startswith(f"{other.number}.") or f"{other.number}.".startswith(
            f"{self.number}."
        )


def another_number(question: str, text: str, is_name: Callable[[str], bool]) -> str | None:
    """Return what ``question`` asks for by a number where ``text`` only has others, else None.

    ``is_name`` tells which folded words are names in the briefings, as a capital that opens a
    sentence does not.
    """
    has_digits = _DIGIT.search(question) and _ANY.search(question)
    if not (has_digits or (_MAY_BE_SPELT.search(question) and _SPELT.search(question))):
        return None
    for asked in _asked(question):
        others = [each for each in _told(text, asked, is_name) if each.name == asked.name]
        if any(map(asked.is_same, others)) or _has(text, asked.number + asked.letter):
            continue
        if others or (_is_name_with_numeral(asked.written) and not _names(text, asked.name)):
            return asked.written
        if asked.name in _NUMBERED and _leaves_number_open(text, asked):
            return asked.written
    return None


def _leaves_number_open(text: str, asked: _Designation) -> bool:
    """Tell whether ``text`` speaks of such parts, but not of this one: "a 12-point plan"."""
    found = [word.lower() for word in _WORD.findall(text)]
    is_told = any(asked.number in (numeral(word.title()), str(ordinal(word))) for word in found)
    return not is_told and any(word in (asked.name, f"{asked.name}s") for word in found)


def _is_name_with_numeral(written: str) -> bool:
    """Tell whether a number is a part of a name, as it never is by chance: "War II", "War Two"."""
    _, _, number = written.partition(" ")
    return written[0].isupper() and number.isalpha() and numeral(number) != ""


def _names(text: str, name: str) -> bool:
    """Tell whether ``text`` has the ``name`` with a capital, with which its number may be left out.

    A pope who is the only one of his name is told by that.
    """
    return re.search(rf"\b{re.escape(name.title())}\b", text) is not None


def _asked(question: str) -> Iterator[_Designation]:
    """Yield what ``question`` may ask for by a number."""
    for pattern in (_JOINED, _APART, _SPELT):
        for found in pattern.finditer(question):
            name, number = _folded(found["name"]), found["number"]
            if pattern is _SPELT:
                number = numeral_typed(number)
            is_year = pattern is _APART and YEAR.fullmatch(number)
            is_other = name in MONTH_OF or name in STOP_WORDS or name in _SUMS
            is_pronoun = found["number"] == "I" and name == found["name"]  # "the way I went"
            if number and not (is_year or is_other or is_pronoun):
                yield _Designation(name, number, found[0], _letter(pattern, found))


def _folded(written: str) -> str:
    return written.lower().replace("’", "'")


def _letter(pattern: re.Pattern[str], found: re.Match[str]) -> str:
    """Return the letter behind a number, which only what is joined to a name has."""
    return (found["letter"] or "").lower() if pattern is _JOINED else ""


def _told(text: str, asked: _Designation, is_name: Callable[[str], bool]) -> Iterator[_Designation]:
    """Yield what ``text`` has with a number behind the name ``asked`` for.

    Apart from the number the name needs a capital, or has to be of what is always numbered.
    """
    if asked.name not in _folded(text):
        return
    for pattern in (_JOINED, _APART, _SPELT):
        for found in pattern.finditer(text):
            name, number = found["name"], found["number"]
            if _folded(name) != asked.name:
                continue
            if pattern is _SPELT:
                number = (numeral_typed if asked.name in _NUMBERED else numeral)(number)
            is_one = pattern is _JOINED or asked.name in _NUMBERED
            if number and (is_one or _is_name(found, asked, is_name)):
                yield _Designation(asked.name, number, found[0], _letter(pattern, found))


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
