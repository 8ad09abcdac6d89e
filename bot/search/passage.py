"""Choosing the sentence of a briefing that answers a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.sentences import Sentence, sentences
from bot.search.text import fold, forms, found_tokens, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_BEFORE = 0.25
_AFTER = 0.15
# The sentence after "Canada may lose its status." that begins with "It" speaks of Canada: what it
# has of the question, the name before it answers.
_REFERRED = 0.5
_EXPECTED = 0.2
_CUTS_KEPT = 1 << 9
_TOKENS_KEPT = 1 << 14


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
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_GOES_ON = re.compile(r" (?:(?:&|of|the|and|de|van|von) )?[A-Z]")
_POSSESSIVE = re.compile(r"['’]s$")
_REFERS_BACK = re.compile(
    r"(?:[^\W\d_]+(?: [^\W\d_]+){0,2}, )?"
    r"(?:he|she|it|they|his|her|its|their|this|these|that|those)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"The ([^\W\d_]+)")


def expected_kind(question: str) -> Expected:
    """Return the kind of answer that ``question`` asks for."""
    asked = question.lower()
    return next((kind for kind, pattern in _ASKS if pattern.search(asked)), Expected.ANYTHING)


@dataclass(frozen=True, slots=True)
class Passage:
    """The answering sentence, and the places of all words of the text that matched."""

    sentence: Sentence | None
    matches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentences of a text, and its telling words: folded, as stems, and their places.

    Each list has one entry a word, and nothing that has to be looked at in a collection of garbage.
    """

    sentences: tuple[Sentence, ...]
    forms: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


class Cutter:
    """Cuts texts into words and sentences, and remembers those that may soon be cited again."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self.stem = stem
        self._read = _Tokens(stem)
        self.cut = lru_cache(_CUTS_KEPT)(self._cut)

    def _cut(self, text: str) -> Cut:
        read, cut = self._read, Cut(sentences(text))
        for found in found_tokens(text):
            for form, stem in read[found[0]]:
                cut.forms.append(form)
                cut.stems.append(stem)
                cut.starts.append(found.start())
                cut.ends.append(found.end())
        return cut


class _Tokens(dict[str, tuple[tuple[str, str], ...]]):
    """The telling words of raw tokens, folded and as stems, each read once."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, token: str) -> tuple[tuple[str, str], ...]:
        """Return the words of a token, and remember them."""
        if len(self) >= _TOKENS_KEPT:
            self.clear()
        found = self[token] = tuple((form, self._stem(form)) for form in forms(token))
        return found


@dataclass(frozen=True, slots=True)
class Asked:
    """The stems that a question asks for: their weights, and how they match.

    Those in ``alone`` match wherever they stand; those of each name of several words only together.
    """

    weights: dict[str, float] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    names: set[frozenset[str]] = field(default_factory=set)

    def add(self, stems: Sequence[str], weight: float) -> None:
        """Add what one word may mean: a stem, or those of a name."""
        for stem in stems:
            self.weights[stem] = max(self.weights.get(stem, 0.0), weight / len(stems))
        if len(stems) > 1:
            self.names.add(frozenset(stems))
        else:
            self.alone.update(stems)

    def places(self, stems: Sequence[str]) -> list[int]:
        """Return the places of a text's ``stems`` that match."""
        alone = self.alone
        found = [place for place, stem in enumerate(stems) if stem in alone]
        if not self.names:
            return found
        places = set(found)
        for name in self.names:
            if not name.issubset(stems):
                continue
            length = len(name)
            for place, stem in enumerate(stems):
                if stem in name and name.issubset(stems[place : place + length]):
                    places.update(range(place, place + length))
        return sorted(places)


def _in_sentences(cut: Cut, places: Iterable[int]) -> list[set[str]]:
    """Return for each sentence the stems at those of the ``places`` that it has; they ascend."""
    held: list[set[str]] = [set() for _ in cut.sentences]
    sentence = 0
    for place in places:
        while cut.starts[place] >= cut.sentences[sentence].end:
            sentence += 1
        held[sentence].add(cut.stems[place])
    return held


class Chooser:
    """Chooses answering sentences for one question, by the stems that are ``sought``.

    ``is_name`` tells whether a folded word is a name in the briefings.
    """

    def __init__(
        self,
        question: str,
        sought: Asked,
        cutter: Cutter,
        is_name: Callable[[str], bool],
    ) -> None:
        self._sought = sought
        self._weights = weights = sought.weights
        self._cutter = cutter
        self._is_name = is_name
        self._kind = expected_kind(question)
        asked = words(question)
        self._asked = {word.form for word in asked}
        # "Why?" after another question names nothing: there the kind of thing alone decides.
        share = _EXPECTED if any(not word.stop for word in asked) else 1.0
        self._bonus = share * sum(weights.values())

    def choose(self, text: str) -> Passage:
        """Return the sentence of ``text`` that best answers, and the words that match.

        A sentence gets the weights of the distinct stems it holds, a part of what its neighbours
        hold (which "he" and "it" refer to), and a bonus when it has the kind of thing asked for
        that the question does not name itself. Where a name is asked for, the sentence before one
        that begins with "it" gets a larger part. The earliest of equal sentences is taken.
        """
        cut = self._cutter.cut(text)
        stretches = cut.sentences
        matched = self._sought.places(cut.stems)
        held = _in_sentences(cut, matched)
        scores = [
            self._score(text, stretches, held, place) + self._offer(text[each.start : each.end])
            for place, each in enumerate(stretches)
        ]
        best = max(
            range(len(scores)), key=lambda place: (round(scores[place], 9), -place), default=None
        )
        chosen = None if best is None else stretches[best]
        return Passage(chosen, tuple((cut.starts[place], cut.ends[place]) for place in matched))

    def _score(
        self, text: str, stretches: Sequence[Sentence], held: Sequence[set[str]], place: int
    ) -> float:
        own = held[place]
        score = self._mass(own)
        if place and (others := held[place - 1] - own):
            score += self._share_before(text, stretches[place]) * self._mass(others)
        if place + 1 < len(held) and (others := held[place + 1] - own):
            score += self._share_after(text, stretches[place + 1]) * self._mass(others)
        return score

    def _share_before(self, text: str, sentence: Sentence) -> float:
        """Return the part that a ``sentence`` gets of what the one before it holds.

        "It was founded in 1962." answers when, whatever "it" was called before.
        """
        counts = self._kind in {Expected.NUMBER, Expected.TIME}
        return _REFERRED if counts and _REFERS_BACK.match(text, sentence.start) else _BEFORE

    def _share_after(self, text: str, following: Sentence) -> float:
        """Return the part that a sentence gets of what the one ``following`` it holds."""
        if self._kind is not Expected.NAME:
            return _AFTER
        the = _THE.match(text, following.start)
        refers = _REFERS_BACK.match(text, following.start) or (
            the and self._cutter.stem(fold(the[1])) in self._weights
        )
        return _REFERRED if refers else _AFTER

    def _mass(self, stems: set[str]) -> float:
        return sum(map(self._weights.__getitem__, sorted(stems))) if stems else 0.0

    def _offer(self, sentence: str) -> float:
        return self._bonus if self._offers(sentence) else 0.0

    def _offers(self, sentence: str) -> bool:
        """Tell whether ``sentence`` has something of the kind that the question does not name."""
        if self._kind is Expected.NUMBER:
            return any(match[0].lower() not in self._asked for match in _NUMBER.finditer(sentence))
        if self._kind is Expected.TIME:
            return any(match[0].lower() not in self._asked for match in _TIME.finditer(sentence))
        if self._kind is Expected.REASON:
            return _REASON.search(sentence) is not None
        if self._kind is Expected.NAME:
            return any(name not in self._asked for name in self._names(sentence))
        return False

    def _names(self, sentence: str) -> Iterator[str]:
        """Yield the words of a sentence that are names; of one that opens it, where that shows."""
        for match in _CAPITALISED.finditer(sentence):
            if (
                any(map(str.isalnum, sentence[: match.start()]))
                or match[0].isupper()
                or _GOES_ON.match(sentence, match.end())
                or self._is_name(fold(_POSSESSIVE.sub("", match[0])))
            ):
                yield from forms(match[0])
