"""Choosing the sentence of a briefing that answers a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import compress, count
from typing import TYPE_CHECKING

from bot.search.reading.asking import beside_number, kind_asked_for
from bot.search.reading.kinds import Kind, is_quantity
from bot.search.reading.syntax import Syntax
from bot.search.reading.told_names import CAPITAL
from bot.search.verdict.kinds_told import Telling, bonus_of
from bot.search.words.adjectives import is_people
from bot.search.words.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.search.verdict.cutting import Cut, Cutter
    from bot.search.words.sentences import Sentence

# The parts of their weights that a sentence gets of words it does not hold: of names, of what the
# question takes for known ("the ferry", which "it" and "its" mean there) and of other words that
# were said before, besides that of the words right before, and of those first said right behind.
# Together they stay below what the words themselves are worth.
_NAMED = 0.7
_KNOWN = 0.6
_SAID = 0.2
_BEFORE = 0.25
_AFTER = 0.15
# The rest are parts of the weight of all that is asked for. The first sentence gets this divided by
# the square of the number of sentences.
_FIRST = 0.7
# What begins with the subject of the question may tell what it did, and what has a name right
# behind the role that is asked for, who it is.
_SUBJECT = 0.2
_ROLE = 0.25
# Where a later sentence has all names, it may tell why what is between them is so.
_ALL_NAMES = 0.6
# Beside "the owner" stands who owns it.
_DOER = 0.4
_SPOKEN_OF = 0.6
"""How far what is told about something says what somebody says about it."""
_MOST_STEMS = 1 << 6
"""Of one name; how many there are tells only the numbers of senses apart."""

# "President Stein's trip" tells of the trip.
_NAME_BEHIND = re.compile(rf",? (?:(?!(?:{CAPITAL}[\w-]+ ?)++['’]s){CAPITAL}|\d)")
_ENDS_A_DOER = re.compile("[eo]rs?$")
_DOER_BEFORE = re.compile(rf"(?: of [^,.;]{{1,40}}+)?,? (?:the )?{CAPITAL}")
_DOER_BEHIND = re.compile(rf"\b{CAPITAL}[\w-]+,? (?:(?:the|its|an?) )?(?:[\w-]+ )?$")
_LONGEST_BEFORE = 40
_REFERS = re.compile(
    r"\b(?=[hist])"  # as not every word has
    r"(?:he|she|it|they|him|them|his|her|its|their|th(?:e|is|at)(?: [\w-]+)? ones?)\b",
    re.IGNORECASE,
)

Held = dict[int, float]
"""What a stretch of text holds of what is asked: senses, and what each is worth there."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The answering sentence, and the places of all words of the text that matched."""

    sentence: Sentence | None
    matches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The stems that a question asks for: their weights, and how they match.

    Those in ``alone`` match wherever they stand; those that are one term ``together`` only so.
    What may stand for each other has one of the ``senses``, by its number: "Israel" and "Israeli"
    say one thing, not two. ``names`` are the senses of names, and ``written`` the places of the
    question's folded words. The terms stand to each other as ``syntax`` tells.
    """

    weights: dict[str, float] = field(default_factory=dict)
    senses: dict[str, int] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    together: set[frozenset[str]] = field(default_factory=set)
    names: set[int] = field(default_factory=set)
    written: dict[str, int] = field(default_factory=dict)
    syntax: Syntax = field(default_factory=Syntax)

    def add(self, term: int, stems: Sequence[str], weight: float, *, is_name: bool = False) -> None:
        """Add what the word at the place ``term`` of a question may mean, alone or together."""
        for place, stem in enumerate(stems):
            self.weights[stem] = max(self.weights.get(stem, 0.0), weight / len(stems))
            sense = self.senses.setdefault(stem, term * _MOST_STEMS + place)
            if is_name:
                self.names.add(sense)
        if len(stems) > 1:
            self.together.add(frozenset(stems))
        else:
            self.alone.update(stems)

    def term(self, stem: str) -> int:
        """Return the place in the question of what a ``stem`` that matches stands for."""
        return self.senses[stem] // _MOST_STEMS

    def takes_for_known(self, sense: int) -> bool:
        """Tell whether a sense is of what the question speaks of as known: "the ferry"."""
        return sense // _MOST_STEMS in self.syntax.known

    @property
    def whole(self) -> float:
        """Return the weight of all that is asked for: each sense has that of its best stem."""
        held: Held = {}
        for stem in self.weights:
            self.say(stem, held)
        return sum(held.values())

    def say(self, stem: str, held: Held) -> None:
        """Add to what is ``held`` what a ``stem`` that matches says."""
        sense, weight = self.senses[stem], self.weights[stem]
        if weight > held.get(sense, -1.0):
            held[sense] = weight

    def places(self, stems: Sequence[str]) -> list[int]:
        """Return the places of a text's ``stems`` that match."""
        alone = self.alone
        found = [*compress(count(), map(alone.__contains__, stems))]
        if not self.together:
            return found
        places = set(found)
        for name in self.together:
            if not name.issubset(stems):
                continue
            length = len(name)
            for place, stem in enumerate(stems):
                if stem in name and name.issubset(stems[place : place + length]):
                    places.update(range(place, place + length))
        return sorted(places)


class Chooser:
    """Chooses answering sentences for one question, by the stems that are ``sought``.

    ``is_name`` tells whether a folded word is a name in the briefings.
    """

    def __init__(
        self, question: str, sought: Asked, cutter: Cutter, is_name: Callable[[str], bool]
    ) -> None:
        self._sought = sought
        self._cutter = cutter
        self._whole = sought.whole
        self._telling: Telling | None = None
        told = (word.form for word in words(question) if not word.stop)
        self._named = frozenset(told) | sought.weights.keys()
        self._are_counted: set[int] = set()
        self._bonus = 0.0
        # Who somebody is that the question names is told by no other name.
        kind = Kind.ANYTHING if sought.syntax.names_somebody else kind_asked_for(question)
        self._kind = kind
        if kind is not Kind.ANYTHING:
            self._look_for(kind, question, is_name)

    def _look_for(self, kind: Kind, question: str, is_name: Callable[[str], bool]) -> None:
        """Let sentences that tell a ``kind`` of thing be worth more."""
        sought, stem = self._sought, self._cutter.stem
        asked = words(question)
        # With what is meant besides: the word that was misspelt, and the country of a people.
        named = {word.form for word in asked} | sought.weights.keys()
        counted = beside_number(question) if is_quantity(kind) else ()
        places = {sought.written.get(form) for form in counted}
        meant = {each for each in sought.senses if sought.term(each) in places}
        self._are_counted = {sought.senses[each] for each in meant}
        self._telling = Telling(
            question, kind, named, lambda form: stem(form) in meant, is_name,
            lambda one, other: one == other or stem(one) == stem(other),
        )  # fmt: skip
        # "Why?" after another question names nothing: there the kind of thing alone decides.
        says_something = any(not word.stop for word in asked)
        self._bonus = bonus_of(kind) * self._whole if says_something else self._whole

    def choose(self, text: str) -> Passage:
        """Return the sentence of ``text`` that best answers, and the words that match.

        A sentence gets the weights of the distinct stems it holds, a part of those it does not but
        other sentences do, and a bonus when it has the kind of thing asked for that the question
        does not name itself. What a text is about it says once: most of the weight of a name that
        stands before, or of a known thing that a pronoun means, and some of that of any word there
        or right behind, is the sentence's too.
        News begins with the news, which is worth a little where there are few sentences; a sentence
        that is built as an answer is worth more, too. The earliest of equal sentences is taken.
        """
        cut = self._cutter.cut(text)
        stretches = cut.sentences
        matched = self._sought.places(cut.stems)
        chosen = stretches[0] if stretches else None
        if len(stretches) > 1:
            scores = self._scores(text, stretches, self._held(cut, matched))
            for place, more in self._built_alike(text, cut, matched):
                scores[place] += more * self._whole
            chosen = stretches[scores.index(max(scores))]
        return Passage(chosen, tuple([(cut.starts[place], cut.ends[place]) for place in matched]))

    def _held(self, cut: Cut, places: Iterable[int]) -> list[Held]:
        """Return what each sentence holds of what is asked, by its ``places``; they ascend."""
        held: list[Held] = [{} for _ in cut.sentences]
        say = self._sought.say
        sentence = 0
        for place in places:
            while cut.starts[place] >= cut.sentences[sentence].end:
                sentence += 1
            say(cut.stems[place], held[sentence])
        return held

    def _built_alike(
        self, text: str, cut: Cut, places: Iterable[int]
    ) -> Iterator[tuple[int, float]]:
        """Yield sentences that are built as an answer is, and what they are worth more for it.

        They begin with the subject of the question, as the first one of news does anyhow, or have
        whom it asks for behind what he is: "Judge Marta Lind". Each is yielded once for either.
        """
        subject, role = self._sought.syntax.subject, self._sought.syntax.role
        deed = self._sought.syntax.deed
        if subject is None and role is None and deed is None:
            return
        has_role: set[int] = set()
        has_doer: set[int] = set()
        sentence = 0
        for place in places:
            while cut.starts[place] >= cut.sentences[sentence].end:
                sentence += 1
            term = self._sought.term(cut.stems[place])
            is_first = not place or cut.ends[place - 1] <= cut.sentences[sentence].start
            if term == subject and is_first and sentence:
                yield sentence, _SUBJECT
            if term == deed and _is_doer_named(text, cut, place):
                has_doer.add(sentence)
            if term == role and self._is_role(text, cut, place):
                has_role.add(sentence)
        yield from ((each, _ROLE) for each in has_role)
        yield from ((each, _DOER) for each in has_doer)

    def _is_role(self, text: str, cut: Cut, place: int) -> bool:
        """Tell whether a name stands behind a role, which is not another country's."""
        if not _NAME_BEHIND.match(text, cut.ends[place]):
            return False
        before = cut.forms[place - 1] if place else ""
        is_beside = cut.ends[place - 1] + 1 == cut.starts[place] if place else False
        return not is_beside or before in self._named or not is_people(before)

    def _scores(
        self, text: str, stretches: Sequence[Sentence], held: Sequence[Held]
    ) -> list[float]:
        """Return what each of the sentences is worth, with what is ``held`` in it."""
        told = self._told(text, stretches, held)
        scores: list[float] = []
        said: Held = {}
        before: Held = {}
        for place, (own, behind) in enumerate(zip(held, [*held[1:], {}], strict=True)):
            score = sum(own.values()) + self._bonus * told[place]
            if said:
                score += self._worth_said(said, own, text, stretches[place])
                score += _BEFORE * sum([before[sense] for sense in before if sense not in own])
            if behind:
                new = [behind[each] for each in behind if each not in own and each not in said]
                score += _AFTER * sum(new)
            scores.append(score)
            said.update(own)
            before = own
        scores[0] += _FIRST * self._whole / len(held) ** 2
        if self._kind is Kind.REASON:
            for place in self._naming_all(held):
                scores[place] += _ALL_NAMES * self._whole
        return [round(score, 9) for score in scores]

    def _naming_all(self, held: Sequence[Held]) -> Iterator[int]:
        """Yield the places of sentences but the first that have each of several names asked for."""
        names = self._sought.names
        terms = {sense // _MOST_STEMS for sense in names}
        for place, own in enumerate(held):
            named = {sense // _MOST_STEMS for sense in own if sense in names}
            if place and len(terms) > 1 and terms == named:
                yield place

    def _worth_said(self, said: Held, own: Held, text: str, stretch: Sentence) -> float:
        """Return what was ``said`` before a sentence counts for it, besides its ``own``."""
        names, takes_for_known = self._sought.names, self._sought.takes_for_known
        worth = 0.0
        for sense, weight in said.items():
            if sense in own:
                continue
            if sense in names:
                worth += _NAMED * weight
            elif takes_for_known(sense) and _REFERS.search(text, stretch.start, stretch.end):
                worth += _KNOWN * weight
            else:
                worth += _SAID * weight
        return worth

    def _told(
        self, text: str, stretches: Sequence[Sentence], held: Sequence[Held]
    ) -> Sequence[float]:
        """Return how far each sentence tells the kind of thing that is asked for."""
        if self._telling is None:
            return [0.0] * len(stretches)
        parts = [text[each.start : each.end] for each in stretches]
        have_counted = [not self._are_counted.isdisjoint(own) for own in held]
        told = self._telling.told(parts, have_counted)
        if self._kind is not Kind.SAYING:
            return told
        # Whatever else somebody says is not said about that.
        about = self._sought.syntax.about
        is_about = [not about.isdisjoint(sense // _MOST_STEMS for sense in own) for own in held]
        if not any(is_about):
            return told
        return [max(far, _SPOKEN_OF) * has for far, has in zip(told, is_about, strict=True)]


def _is_doer_named(text: str, cut: Cut, place: int) -> bool:
    """Tell whether a word of a text is that of a doer, beside a name: "the owner, Navalis"."""
    start, end = cut.starts[place], cut.ends[place]
    return _ENDS_A_DOER.search(cut.forms[place]) is not None and (
        _DOER_BEFORE.match(text, end) is not None
        or _DOER_BEHIND.search(text[max(0, start - _LONGEST_BEFORE) : start]) is not None
    )
