"""How far the sentences of a text tell the kind of thing that a question asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.reading.ages import without_ages_of_others
from bot.search.reading.asking import deed_counted, rate_asked_for
from bot.search.reading.kinds import (
    Kind,
    is_quantity,
    tells,
    tells_how_many,
)
from bot.search.reading.measures import measure_asked_for, tells_measure
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

# Parts of all that is asked for. Many sentences have some name or time, few a reason, and hardly
# any an age or a duration.
_BONUS = {
    Kind.MEANS: 0.15, Kind.NAME: 0.25, Kind.TIME: 0.35, Kind.PERSON: 0.35,
    Kind.SAYING: 0.4, Kind.WORDING: 0.45, Kind.PLAN: 0.5, Kind.SINCE: 0.5, Kind.UNTIL: 0.5,
    Kind.CALLING: 0.5, Kind.CULPRIT: 0.5, Kind.DEATH: 0.5, Kind.SENSE: 0.5, Kind.SUBJECT: 0.75,
    Kind.OTHERS: 0.75, Kind.MISHAP: 0.75, Kind.INJURY: 0.75, Kind.REASON: 0.75,
    Kind.COUNTRY: 0.75, Kind.COUNTRIES: 0.75, Kind.ORIGIN: 0.75, Kind.DESTINATION: 0.75,
    Kind.TRANSPORT: 0.75, Kind.NAME_OF: 0.75,
}  # fmt: skip
_BONUS_OF_QUANTITIES = 1.0
# What is looked for where no sentence has the kind itself, and in turn what then is.
_WIDER = {
    Kind.CHANGE: Kind.AMOUNT, Kind.SPEED: Kind.SIZE, Kind.DURATION: Kind.UNTIL,
    Kind.SINCE: Kind.TIME, Kind.UNTIL: Kind.TIME, Kind.WORDING: Kind.SAYING,
    Kind.CALLING: Kind.NAME, Kind.NAME_OF: Kind.NAME, Kind.COUNTRIES: Kind.COUNTRY,
    Kind.COUNTRY: Kind.NAME, Kind.ORIGIN: Kind.NAME, Kind.DESTINATION: Kind.NAME,
    Kind.REASON: Kind.MISHAP, Kind.TRANSPORT: Kind.MEANS, Kind.DEATH: Kind.MEANS,
}  # fmt: skip
# Who did something may be told by any name, but more likely by a person's.
_ANY_NAME = 0.4

_OF_A_THING = re.compile(
    r"\bhow long (?:is|was|are|were)\b|\bhow long will .*\bbe\W*$", re.IGNORECASE
)
_DYING = frozenset("dead die died dies dying killed kills kill killing".split())
_ONE = r"(?:one|nobody|no one|none)"
# "One of them", and whose doing it was ("killed by a bomb"), are no count.
_ONE_BEFORE = re.compile(rf"\b(?:an?|no|{_ONE})\b(?! of\b)(?=((?: [\w'’-]+){{1,4}}))")
_ONE_BEHIND = re.compile(rf"\b([\w'’-]+) (?:only |just )?(?:an?|no|{_ONE})\b(?! of\b)")


def bonus_of(kind: Kind) -> float:
    """Return what a thing of the ``kind`` is worth, as a part of all that is asked for."""
    return _BONUS.get(kind, _BONUS_OF_QUANTITIES)


def _lengths_asked_for(question: str) -> tuple[Kind, ...]:
    """Return the kinds that tell "how long": until May they have, and the boat is 40 metres."""
    may_be_measured = (Kind.LENGTH,) if _OF_A_THING.search(question) else ()
    return (Kind.DURATION, Kind.UNTIL, *may_be_measured)


class Telling:
    """Tells how far sentences have the ``kind`` of thing that a ``question`` asks for.

    What it names itself, with the folded words in ``named``, is no such thing. ``is_counted`` tells
    which words are what it wants counted, ``is_name`` which are names in the briefings, and
    ``is_word`` whether the first of two folded words is a form of the second.
    """

    def __init__(
        self,
        question: str,
        kind: Kind,
        named: Container[str],
        is_counted: Callable[[str], bool],
        is_name: Callable[[str], bool],
        is_word: Callable[[str, str], bool],
    ) -> None:
        self._deed = deed_counted(question) if kind is Kind.COUNT else ""
        self._is_word = is_word
        self._kind = kind
        self._rate = rate_asked_for(question)
        self._long = _lengths_asked_for(question) if kind is Kind.DURATION else ()
        self._measure = measure_asked_for(question) if kind is Kind.SIZE else ""
        self._named = named
        self._is_counted = is_counted
        self._is_name = is_name

    def told(self, parts: Sequence[str], have_counted: Sequence[bool]) -> Sequence[float]:
        """Return how far each of the ``parts`` has it, in the narrowest sense that any has it.

        ``have_counted`` tells which parts have a word that the question wants counted.
        """
        if self._kind is Kind.PERSON:
            return [
                self._tells(Kind.PERSON, part) or _ANY_NAME * self._tells(Kind.NAME, part)
                for part in parts
            ]
        told: Sequence[float] = ()
        for told in self._senses(parts, have_counted):
            if any(told):
                break
        return told

    def _senses(self, parts: Sequence[str], have_counted: Sequence[bool]) -> Iterator[list[bool]]:
        """Yield which ``parts`` have what is asked for, in ever wider senses."""
        kind, named = self._kind, self._named
        if rate := self._rate:
            yield [rate.search(part) is not None and self._tells(kind, part) for part in parts]
        if self._measure:
            yield [tells_measure(self._measure, part, named) for part in parts]
        if self._deed:
            yield from self._counting_deeds(parts)
        if any(have_counted):
            yield [
                has and tells_how_many(part, named, self._is_counted)
                for part, has in zip(parts, have_counted, strict=True)
            ]
        if kind is Kind.AGE:
            yield [tells(kind, without_ages_of_others(part, named), named) for part in parts]
        if self._long:
            yield [any(self._tells(each, part) for each in self._long) for part in parts]
        yield [self._tells(kind, part) for part in parts]
        wider = _WIDER.get(kind)
        while wider:
            yield [self._tells(wider, part) for part in parts]
            wider = _WIDER.get(wider)
        if is_quantity(kind):
            yield [self._tells(Kind.NUMBER, part) for part in parts]

    def _counting_deeds(self, parts: Sequence[str]) -> Iterator[list[bool]]:
        """Yield which ``parts`` count those who did what is asked for, be it but one or none.

        How many there were is not how many drowned. A number beside what is counted tells it best,
        then any other, and then one or nobody beside the deed: "killed nobody", "a driver died".
        """
        did = [self._is_of_deed(part) for part in parts]
        if not any(did):
            return
        either = list(zip(did, parts, strict=True))
        yield [has and tells_how_many(part, self._named, self._is_counted) for has, part in either]
        yield [has and self._tells(Kind.COUNT, part) for has, part in either]
        yield [has and self._tells_of_one(part) for has, part in either]

    def _is_of_deed(self, part: str) -> bool:
        return any(map(self._is_deed, index_terms(part)))

    def _is_deed(self, form: str) -> bool:
        if self._deed in _DYING and form in _DYING:
            return True
        return self._is_word(form, self._deed)

    def _tells_of_one(self, part: str) -> bool:
        lowered = part.lower()
        found = (*_ONE_BEFORE.finditer(lowered), *_ONE_BEHIND.finditer(lowered))
        return any(self._is_of_deed(each[1]) for each in found)

    def _tells(self, kind: Kind, part: str) -> bool:
        return tells(kind, part, self._named, self._is_name)
