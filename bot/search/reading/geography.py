"""What may stand for a place that no briefing has: a country for its capital, a city for either."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.index.postings import Alternative
from bot.search.reading.making import Making, commonest_first
from bot.search.words.adjectives import country as country_of
from bot.search.words.capitals import countries, seats
from bot.search.words.given_names import COUNTRIES_TOO
from bot.search.words.longer_names import longer_names
from bot.search.words.places import places_of
from bot.search.words.regions import names_within, regions, regions_of
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.search.reading.meaning import Meanings
    from bot.search.reading.terms import Term
    from bot.search.words.aliases import Aliases
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_SEAT_WEIGHT = 0.6
_REGION_WEIGHT = 0.9
"""Kenya is in Africa, whereas what a capital says may be another's word."""
_REGIONS_KEPT = 1 << 6


class Geography:
    """Reads capitals, countries and regions as what one edition tells of instead."""

    def __init__(
        self, lexicon: Lexicon, english: Frequencies, aliases: Aliases, meanings: Meanings
    ) -> None:
        self._lexicon = lexicon
        self._aliases = aliases
        self._meanings = meanings
        self._making = Making(lexicon, english)
        self.within = lru_cache(_REGIONS_KEPT)(self._within)
        self.names_in = lru_cache(_REGIONS_KEPT)(self._names_in)

    def governed(self, capital: str) -> Term | None:
        """Return the term for a capital that no briefing has: what is governed from there.

        That may be called otherwise, by an alias or as its people is.
        """
        for country in countries(capital):
            name = tuple(index_terms(country))
            others = self._aliases.meant.get(name, ())
            if self._is_person(country.lower()):
                continue
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

    def named(self, region: str) -> Term | None:
        """Return the term for a region as briefings name it, None where they do not."""
        together = self._lexicon.stands_together
        names = (name for name in regions()[region].names if len(name) < 2 or together(*name))
        held = self._held(map(" ".join, names))
        return self._as_region(region, held, 1.0)._replace(readings=()) if held else None

    def _within(self, region: str) -> Term | None:
        """Return the term for a region of the world: what lies in it, or its peoples.

        None where no briefing has any of that, and for the empty name of no region.
        """
        if not region:
            return None
        held = self._held(names_within(regions()[region], self._aliases))
        return self._as_region(region, held, _REGION_WEIGHT) if held else None

    def _names_in(self, region: str) -> frozenset[tuple[str, ...]]:
        """Return the words of each name by which a region, or what lies in it, is told of."""
        names = map(_words_of, names_within(regions()[region], self._aliases))
        return frozenset(filter(None, names))

    def _as_region(self, region: str, held: Mapping[str, Alternative], trust: float) -> Term:
        """Return the term for a region that is told of by any of the names that are ``held``."""
        either = tuple(each._replace(weight=each.weight * trust) for each in held.values())
        # A name is as telling as its rarest word; what is told of most says how common all are.
        weight = self._making.weight(region, [each.stems[-1] for each in either])
        most = max(held, key=lambda name: self._lexicon.stem_frequency(held[name].stem))
        surplus = self._making.surplus(_last_word(most), either)
        term = self._making.term(region, either, weight, ())
        return term._replace(readings=tuple(held), surplus=surplus, is_name=True)

    def regional(self, country: str) -> Term | None:
        """Return the term for a country: a region it is in, such as the Baltics, if any has one."""
        return self._standing_for_names(country, regions_of(country))

    def _standing_for_names(self, word: str, names: Sequence[str]) -> Term | None:
        """Return the term for a place read as any of these, None where no briefing has one."""
        held = self._held(names)
        if not held:
            return None
        first = _last_word(next(iter(held)))
        return self._standing_for(word, tuple(held.values()), tuple(held), first)

    def _held(self, names: Iterable[str]) -> dict[str, Alternative]:
        """Return those of the ``names`` of places that briefings have, and what stands for each."""
        places = ((name, self._place(_words_of(name))) for name in names)
        return {name: place for name, place in places if place}

    def _place(self, name: tuple[str, ...]) -> Alternative | None:
        """Return what stands for a place that briefings name, None where they do not."""
        lexicon = self._lexicon
        if len(name) == 1:
            is_told = lexicon.is_name(name[0]) and not self._is_of_longer(name[0])
            is_told = is_told and not self._is_person(name[0])
            return Alternative(lexicon.stem(name[0]), 1.0) if is_told else None
        if not (name and all(map(lexicon.has_word, name))):
            return None
        stem, *besides = commonest_first(name, lexicon)
        return Alternative(stem, 1.0, tuple(besides))

    def _is_of_longer(self, word: str) -> bool:
        """Tell whether briefings have a name only in a longer one: "Guinea" of Papua New Guinea."""
        lexicon = self._lexicon
        most = max((lexicon.mentions(*name) for name in longer_names((word,))), default=0)
        return most > 0 and most >= lexicon.word_frequency(word) and not lexicon.mentions(word)

    def _is_person(self, country: str) -> bool:
        """Tell whether a country is nothing but somebody's given name: "Jordan Spieth"."""
        return country in COUNTRIES_TOO and not self._lexicon.mentions(country)

    def _standing_for(
        self,
        word: str,
        either: Sequence[Alternative],
        readings: tuple[str, ...],
        english: str,
    ) -> Term:
        """Return the term for a place read as another, as common in English as ``english`` is."""
        trusted = (each._replace(weight=each.weight * _SEAT_WEIGHT) for each in either)
        weight = self._making.weight(word, [each.stem for each in either])
        term = self._making.term(word, tuple(trusted), weight, ())
        surplus = self._making.surplus(english, either)
        return term._replace(readings=readings, surplus=surplus, is_name=True)

    def _known_as(self, name: str, others: tuple[tuple[str, ...], ...]) -> tuple[Alternative, ...]:
        """Return what briefings have of a name of one word, no corrections."""
        term = self._meanings.of(name, others)
        return () if term.readings else term.alternatives


def _words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a place's ``name``; none where others have what is left of it.

    "Said" is a function word, and many a town a port.
    """
    words = tuple(index_terms(name))
    return words if len(words) > 1 or len(name.split()) == 1 else ()


def _last_word(name: str) -> str:
    return index_terms(name)[-1]
