"""Choosing the sentence of a briefing that answers a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.search.sentences import Sentence, sentences
from bot.search.text import Word, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BEFORE = 0.25
_AFTER = 0.15
_EXPECTED = 0.12


class Expected(StrEnum):
    """The kind of thing that a question asks for."""

    NUMBER = "number"
    TIME = "time"
    NAME = "name"
    REASON = "reason"
    ANYTHING = "anything"


_ASKS = (
    (Expected.NUMBER, re.compile(r"\bhow (?:many|much|old|long|tall|far|fast|big|large|often)\b")),
    (Expected.NUMBER, re.compile(r"\b(?:what|which) (?:percentage|percent|number|amount|share)\b")),
    (
        Expected.TIME,
        re.compile(r"\bwhen\b|\b(?:what|which) (?:year|month|day|date|time|century)\b"),
    ),
    (Expected.REASON, re.compile(r"\bwhy\b")),
    (
        Expected.NAME,
        re.compile(r"\b(?:who|whom|whose|where|which)\b|\bwhat (?:country|city|name)\b"),
    ),
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|trillions?|half|quarter|percent)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:1\d|20)\d\d\b|\b\d{1,2}(?::\d\d|(?:st|nd|rd|th)\b)|\b(?:January|February|March|April|May"
    r"|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday)\b|\b(?:today|yesterday|tomorrow|tonight|century|decade|week|month"
    r"|year|years|days|hours|since|until)\b"
)
_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|as a result|in order to|after)\b", re.IGNORECASE
)
_CAPITALISED = re.compile(r"(?<!^)(?<![.!?…] )\b[A-Z][\w’'-]+")


def expected_kind(question: str) -> Expected:
    """Return the kind of answer that ``question`` asks for."""
    asked = question.lower()
    return next((kind for kind, pattern in _ASKS if pattern.search(asked)), Expected.ANYTHING)


@dataclass(frozen=True, slots=True)
class Passage:
    """The answering sentence, and the places of all words of the text that matched."""

    sentence: Sentence | None
    matches: tuple[Word, ...]


def choose(
    question: str,
    text: str,
    weights: Mapping[str, float],
    stem: Callable[[str], str],
) -> Passage:
    """Return the sentence of ``text`` that best answers ``question``, and the matched words.

    ``weights`` gives the weight of each stem of the question. A sentence gets the weights of the
    distinct stems it holds, a part of what its neighbours hold (which "he" and "it" refer to),
    and a bonus when it has the kind of thing asked for that the question does not name itself.
    The earliest of equal sentences is taken.
    """
    found = [word for word in words(text) if not word.stop and stem(word.form) in weights]
    stretches = sentences(text)
    if not stretches:
        return Passage(None, tuple(found))
    held = [
        {stem(word.form) for word in found if each.start <= word.start < each.end}
        for each in stretches
    ]
    mass = [sum(weights[each] for each in stems) for stems in held]
    whole = sum(weights.values()) or 1.0
    kind = expected_kind(question)
    asked = {word.form for word in words(question)}
    best, best_score = 0, -1.0
    for place, each in enumerate(stretches):
        score = mass[place]
        if place:
            score += _BEFORE * _new_mass(held[place - 1], held[place], weights)
        if place + 1 < len(stretches):
            score += _AFTER * _new_mass(held[place + 1], held[place], weights)
        if _offers(text[each.start : each.end], kind, asked):
            score += _EXPECTED * whole
        if score > best_score + 1e-9:
            best, best_score = place, score
    return Passage(stretches[best], tuple(found))


def _new_mass(neighbour: set[str], own: set[str], weights: Mapping[str, float]) -> float:
    return sum(weights[each] for each in neighbour - own)


def _offers(sentence: str, kind: Expected, asked: set[str]) -> bool:
    """Tell whether ``sentence`` has something of the ``kind`` that the question does not name."""
    if kind is Expected.NUMBER:
        return any(match[0].lower() not in asked for match in _NUMBER.finditer(sentence))
    if kind is Expected.TIME:
        return any(match[0].lower() not in asked for match in _TIME.finditer(sentence))
    if kind is Expected.REASON:
        return _REASON.search(sentence) is not None
    if kind is Expected.NAME:
        names = (word.form for match in _CAPITALISED.finditer(sentence) for word in words(match[0]))
        return any(name not in asked for name in names)
    return False
