"""What may stand for a place that no briefing has: a country for its capital, a city for either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.index.postings import Alternative
from bot.search.reading.making import Making, commonest_first
from bot.search.words.adjectives import country as country_of
from bot.search.words.capitals import countries, seats
from bot.search.words.places import places_of
from bot.search.words.regions import names_within, regions_of
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.reading.meaning import Meanings
    from bot.search.reading.terms import Term
    from bot.search.words.aliases import Aliases
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_SEAT_WEIGHT = 0.6
_REGION_WEIGHT = 0.9
"""Kenya is in Africa, whereas what a capital says may be another's word."""


class Geography:
    """Reads capitals, countries and regions as what one edition tells of instead."""

    def __init__(
        self, lexicon: Lexicon, english: Frequencies, aliases: Aliases, meanings: Meanings
    ) -> None:
        self._lexicon = lexicon
        self._aliases = aliases
        self._meanings = meanings
        self._making = Making(lexicon, english)

    def governed(self, capital: str) -> Term | None:
        """Return the term for a capital that no briefing has: what is governed from there.

        That may be called otherwise, by an alias or as its people is.
        """
        for country in countries(capital):
            name = tuple(index_terms(country))
            others = self._aliases.meant.get(name, ())
            if len(name) < 2:
                either = self._known_as(name[0], others)
            else:
                either = self._meanings.names(capital, (name, *others))
            if either:
                return self._standing_for(capital, either, (country,), name[-1])
        return None

    def seated(self, word: str) -> Term | None:
        """Return the term for a country or its people: its capital, cities and regions.

        What is told of Oslo is told of Norway. None where no briefing has any of them.
        """
        country = country_of(word) or word
        return self._standing_for_names(word, (*seats(country), *places_of(country)))

    def within(self, word: str) -> Term | None:
        """Return the term for a country or a region of the world: what lies in it, or its peoples.

        None where no briefing has any of that.
        """
        names = names_within(word, self._aliases)
        return self._standing_for_names(word, names, _REGION_WEIGHT) or self.seated(word)

    def regional(self, country: str) -> Term | None:
        """Return the term for a country: a region it is in, such as the Baltics, if any has one."""
        return self._standing_for_names(country, regions_of(country, self._aliases))

    def _standing_for_names(
        self, word: str, names: Sequence[str], trust: float = _SEAT_WEIGHT
    ) -> Term | None:
        """Return the term for a place read as any of these, None where no briefing has one."""
        held: dict[str, Alternative] = {}
        for name in names:
            if found := self._place(tuple(index_terms(name))):
                held[name] = found
        if not held:
            return None
        first, *_ = held
        english = index_terms(first)[-1]
        return self._standing_for(word, tuple(held.values()), tuple(held), english, trust)

    def _place(self, name: tuple[str, ...]) -> Alternative | None:
        """Return what stands for a place that briefings name, None where they do not."""
        lexicon = self._lexicon
        if len(name) == 1:
            return Alternative(lexicon.stem(name[0]), 1.0) if lexicon.is_name(name[0]) else None
        if not all(map(lexicon.has_word, name)):
            return None
        stem, *besides = commonest_first(name, lexicon)
        return Alternative(stem, 1.0, tuple(besides))

    def _standing_for(
        self,
        word: str,
        either: Sequence[Alternative],
        readings: tuple[str, ...],
        english: str,
        trust: float = _SEAT_WEIGHT,
    ) -> Term:
        """Return the term for a place read as another, as common in English as ``english`` is."""
        trusted = (each._replace(weight=each.weight * trust) for each in either)
        weight = self._making.weight(word, [each.stem for each in either])
        term = self._making.term(word, tuple(trusted), weight, ())
        surplus = self._making.surplus(english, either)
        return term._replace(readings=readings, surplus=surplus, is_name=True)

    def _known_as(self, name: str, others: tuple[tuple[str, ...], ...]) -> tuple[Alternative, ...]:
        """Return what briefings have of a name of one word, no corrections."""
        term = self._meanings.of(name, others)
        return () if term.readings else term.alternatives
