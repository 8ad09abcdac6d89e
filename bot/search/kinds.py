"""Kinds of things: which one a question asks for, and which texts tell one.

All of it is read off the words themselves, so it says what may be an answer, never that it is one.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.search.days import DAYS, MONTHS
from bot.search.text import fold, forms, tokens, words

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator


class Kind(StrEnum):
    """The kind of thing that a question asks for."""

    AGE = "age"
    MONEY = "money"
    SHARE = "share"
    DURATION = "duration"
    FREQUENCY = "frequency"
    COUNT = "count"
    NUMBER = "number"
    TIME = "time"
    REASON = "reason"
    SAYING = "saying"
    NAME = "name"
    ANYTHING = "anything"


_UNITS_OF_TIME = r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centuries"
# The first that fits is meant. "When" is a mere conjunction where something else is asked.
_ASKS = (
    (Kind.AGE, re.compile(r"\bhow old\b|\b(?:what|which) age\b")),
    (
        Kind.MONEY,
        re.compile(
            r"\bhow (?:much|expensive)\b.*\b(?:cost|costs|pay|pays|paid|price|priced|worth|money"
            r"|spend|spent|earn|earns|charge|charged|fine|fined)\b|\bhow expensive\b"
            r"|\bwhat\b.*\b(?:cost|costs|price|fee|budget|salary)\b"
        ),
    ),
    (
        Kind.SHARE,
        re.compile(r"\b(?:what|which) (?:percentage|percent|per cent|share|proportion)\b"),
    ),
    (
        Kind.DURATION,
        re.compile(
            rf"\bhow long\b|\bhow many (?:more )?(?:{_UNITS_OF_TIME})\b"
            r"|\bhow much (?:time|longer)\b"
        ),
    ),
    (Kind.FREQUENCY, re.compile(r"\bhow (?:often|frequently)\b")),
    (Kind.COUNT, re.compile(r"\bhow many\b")),
    (
        Kind.NUMBER,
        re.compile(
            r"\bhow (?:much|tall|far|fast|big|large|high|deep|wide|heavy|strong|hot|cold)\b"
            r"|\b(?:what|which) (?:number|amount)\b"
        ),
    ),
    (
        Kind.TIME,
        re.compile(
            r"\b(?:what|which) (?:year|month|day|date|time|decade|century)\b"
            r"|^(?!.*\b(?:who|whom|whose|which|what|where|why|how)\b).*\bwhen\b"
        ),
    ),
    (Kind.REASON, re.compile(r"\bwhy\b")),
    (
        Kind.SAYING,
        re.compile(
            r"\bwhat (?:did|does|do|has|have|had)\b.*\b(?:say|said|tell|told|call|called|warn"
            r"|warned|promise|promised|think|claim|claimed|suggest|suggested|describe|described"
            r"|announce|announced)\b"
        ),
    ),
    (
        Kind.NAME,
        re.compile(r"\b(?:who|whom|whose|where|which)\b|\bwhat (?:country|city|name)\b"),
    ),
)
_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?"
    "|hundreds?|thousands?|millions?|billions?|trillions?"
)
_AMOUNT = rf"(?:\d[\d.,]*|\b(?:{_NUMBER_WORDS})\b)(?:[ -](?:{_NUMBER_WORDS})\b)*"
_CURRENCIES = (
    "dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|rupiah|francs?|kron[aeo]r?|pesos?"
    "|rand|shekels?|dirhams?|riyals?|zlotys?|liras?|cents|pence"
)
_PERCENT = r"%|percent\b|per cent\b|percentage points?\b"
_MEASURES = (
    "kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|km|cm|mm|ft|mi|kg|kilos?"
    "|kilograms?|tons?|tonnes?|lit(?:er|re)s?|gallons?|barrels?|hectares?|acres?|square|cubic"
    "|degrees?|mph|knots?|light|basis"
)
_NUMBER = re.compile(rf"\d[\d.,]*|\b(?:{_NUMBER_WORDS}|half|quarter|percent)\b", re.IGNORECASE)
# "Two years ago" and "nine days later" tell when, not how long.
_DURATION = (
    rf"(?:{_AMOUNT}|\b(?:one|several|few)|\b(?:for|in|within|lasts?|lasted|lasting|took|takes?"
    r"|taking|about|nearly|almost|half|over|than) an?)[ -](?:(?:more|straight|consecutive|full"
    rf"|long|whole|further) )?(?:{_UNITS_OF_TIME})\b(?! (?:later|ago|earlier|before|after|old)\b)"
)
# What is counted has no unit: no money, share, measure, time, date or place in an order.
_COUNT = (
    rf"(?<![$€£¥₹\d.,:–-])(?!(?:1[5-9]|20)\d\d\b){_AMOUNT}(?![\d.,]*\d|:\d|[ -]?(?:{_PERCENT})"
    rf"|(?:st|nd|rd|th|am|pm)\b| (?:{'|'.join(MONTHS)})\b"
    rf"|[ -](?:[a-z]+ )?(?:{_UNITS_OF_TIME}|{_CURRENCIES}|{_MEASURES})\b)"
)
_QUANTITIES = {
    Kind.AGE: re.compile(
        rf"\b(?:aged?|age of|turn(?:s|ed)?)(?: of)? {_AMOUNT}|{_AMOUNT}[ -]years?[ -]olds?\b"
        r"|, \d{1,3},|\b(?:over|under) \d\d\b|\bin (?:his|her|their) (?:teens|\d0s)\b",
        re.IGNORECASE,
    ),
    Kind.MONEY: re.compile(
        rf"[$€£¥₹]\s?\d[\d.,]*|(?:{_AMOUNT}|\ba) (?:[a-z]+ )?(?:{_CURRENCIES})\b", re.IGNORECASE
    ),
    Kind.SHARE: re.compile(
        rf"{_AMOUNT}[ -]?(?:{_PERCENT})|\b(?:half|thirds?|quarters?|majority)\b", re.IGNORECASE
    ),
    Kind.DURATION: re.compile(_DURATION, re.IGNORECASE),
    Kind.COUNT: re.compile(_COUNT, re.IGNORECASE),
    Kind.NUMBER: _NUMBER,
}
_PATTERNS = {
    Kind.FREQUENCY: re.compile(
        r"\b(?:every|each|per|once|twice|times|daily|weekly|monthly|yearly|annual(?:ly)?)\b",
        re.IGNORECASE,
    ),
    Kind.REASON: re.compile(
        r"\b(?:because|since|due to|owing to|thanks to|as a result|in order to|so that|after|amid"
        r"|over|citing|blam(?:ed|es|ing)|caus(?:ed?|es|ing)|prompt(?:ed|ing)|in protest"
        r"|in response|for fear)\b",
        re.IGNORECASE,
    ),
    Kind.SAYING: re.compile(
        r"[\"“”«]|\b(?:said|says|saying|told|call(?:ed|s|ing)|warn(?:ed|s|ing)|promis(?:ed|es|ing)"
        r"|add(?:ed|s)|stat(?:ed|es|ing)|describ(?:ed|es|ing)|accus(?:ed|es|ing)"
        r"|claim(?:ed|s|ing)|insist(?:ed|s|ing)|argu(?:ed|es|ing)|den(?:ied|ies|ying)"
        r"|vow(?:ed|s|ing)|pledg(?:ed|es|ing)|urg(?:ed|es|ing)|blam(?:ed|es|ing))\b"
    ),
}
_CALENDAR = frozenset((*MONTHS, *DAYS))
_TIME = re.compile(
    r"\b(?:1\d|20)\d\d\b|\b\d{1,2}(?::\d\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?:{'|'.join(map(str.capitalize, (*MONTHS, *DAYS)))})\b"
    r"|\b(?:today|yesterday|tomorrow|tonight|century|decade|week|month|year|years|days|hours|since"
    r"|until)\b"
)
_COUNTED = re.compile(r"how many ((?:[^\W\d_][\w'’-]* ?)+)", re.IGNORECASE)
_BEFORE_WORDS = re.compile(rf"({_AMOUNT})((?:[ -][\w'’-]+){{1,3}})", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_GOES_ON = re.compile(r" (?:(?:&|of|the|and|de|van|von) )?[A-Z]")
_POSSESSIVE = re.compile(r"['’]s$")


def kind_asked_for(question: str) -> Kind:
    """Return the kind of thing that ``question`` asks for."""
    asked = question.lower()
    return next((kind for kind, pattern in _ASKS if pattern.search(asked)), Kind.ANYTHING)


def is_quantity(kind: Kind) -> bool:
    """Tell whether things of this ``kind`` are told by numbers."""
    return kind in _QUANTITIES


def tells(
    kind: Kind,
    text: str,
    named: Container[str] = (),
    is_name: Callable[[str], bool] = lambda _: False,
) -> bool:
    """Tell whether ``text`` has a thing of this ``kind`` that the question does not name itself.

    That has the folded words in ``named``; ``is_name`` tells which folded words are names, as a
    capital that opens a sentence does not. Of nothing in particular no text is told to have any.
    """
    if kind in _QUANTITIES:
        return any(_is_new(found[0], named) for found in _QUANTITIES[kind].finditer(text))
    if kind is Kind.TIME:
        return any(found[0].lower() not in named for found in _TIME.finditer(text))
    if kind is Kind.NAME:
        return any(name not in named for name in _names(text, is_name))
    return kind in _PATTERNS and _PATTERNS[kind].search(text) is not None


def counted(question: str) -> tuple[str, ...]:
    """Return the folded words of what a ``question`` wants counted: "how many ripe pears are"."""
    found = _COUNTED.search(question)
    names: list[str] = []
    for word in words(found[1]) if found else ():
        if word.stop:
            break
        names.append(word.form)
    return tuple(names)


def tells_how_many(text: str, named: Container[str], are_counted: Callable[[str], bool]) -> bool:
    """Tell whether a number stands before one of the folded words that ``are_counted``.

    Two words may part them: "six of the pears", "40 percent of pears".
    """
    return any(
        _is_new(found[1], named) and any(map(are_counted, _forms(found[2])))
        for found in _BEFORE_WORDS.finditer(text)
    )


def _is_new(amount: str, named: Container[str]) -> bool:
    """Tell whether an amount is none that the question names."""
    numbers = [form for number in _NUMBER.findall(amount) for form in _forms(number)]
    return not numbers or any(form not in named for form in numbers)


def _forms(text: str) -> Iterator[str]:
    return (form for token in tokens(text) for form in forms(token))


def _names(text: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    """Yield the words of a sentence that are names; of one that opens it, where that shows."""
    for match in _CAPITALISED.finditer(text):
        if (
            any(map(str.isalnum, text[: match.start()]))
            or match[0].isupper()
            or _GOES_ON.match(text, match.end())
            or is_name(fold(_POSSESSIVE.sub("", match[0])))
        ):
            yield from (form for form in forms(match[0]) if form not in _CALENDAR)
