"""Regions that a question asks by: "North Africa", "a Nordic country", "member of the EU"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.index.names import is_office
from bot.search.words.adjectives import country
from bot.search.words.places import is_place
from bot.search.words.regions import first_words, long_words, regions
from bot.search.words.text import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.search.reading.geography import Geography
    from bot.search.reading.meaning import Meanings
    from bot.search.reading.terms import Term
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon
    from bot.search.words.regions import Region

    _Others: TypeAlias = Mapping[int, tuple[tuple[str, ...], ...]]

_LONGEST = 4
"""Words that a region's name may have where its parts are written apart: "South East Asian"."""
_MISSPELT = 7
_TWICE_MISSPELT = 9
"""The letters that a region's word has to have to be told with one edit, and with two."""
_KEPT = 1 << 10
_MEMBERS = frozenset(
    """
    ally allies capital capitals countries country economies economy island islands kingdom kingdoms
    member members monarchies monarchy nation nations republic republics state states
    """.split()
)
# What is of a state, or of capital or of the economy, is of no member: "EU state aid".
_MATTERS = frozenset({"capital", "economy", "state"})
_OF_MATTERS = frozenset(
    """
    affairs aid assets bank banks broadcaster budget budgets chief commissioner department
    expenditure funding funeral investment investments markets media minister ministers ministry
    ownership policies policy requirement requirements reserves secretary spending subsidies subsidy
    summit television union
    """.split()
)
# "The troops are near eastern Ukraine", and "how far east" they went asks for no place.
_MAY_BE_ADVERBS = frozenset("far low mid near".split())
_BEFORE_NAMES = frozenset({"the", "which"})
_BEFORE_GROUP = frozenset({"of", "in", "the"})
# "Asian Games" and "Africa Cup" are not what lies there.
_NAMED_AFTER = frozenset(
    """
    airlines airways championship championships confederation corps cup games league shield trophy
    union
    """.split()
)
_WATERS = frozenset("basin coast sea waters".split())


class _Asked(NamedTuple):
    """The words of a question from ``start`` to ``end``, which are a ``name`` of a ``region``."""

    region: Region
    name: tuple[str, ...]
    start: int
    end: int


class OfRegion(NamedTuple):
    """The ``name`` of a region that a word is, or is in, and the ``term`` that it is read as.

    There is none where it is read as any word is, as it is one or nothing that lies there is told.
    """

    name: str
    term: Term | None = None


NOWHERE = OfRegion("")


class Regional:
    """Finds the regions that questions ask by, over the words of one edition."""

    def __init__(
        self, lexicon: Lexicon, english: Frequencies, geography: Geography, meanings: Meanings
    ) -> None:
        self._lexicon = lexicon
        self._english = english
        self._named_as = geography.named
        self._within = geography.within
        self._meaning = meanings.of
        self._respelt = lru_cache(_KEPT)(self._respelt_of)

    def read(
        self, question: str, everything: Sequence[Word], found: list[Word], others: _Others
    ) -> tuple[list[Word], _Others, Mapping[int, OfRegion]]:
        """Return the telling words ``found``, the names of theirs, and the regions they are of.

        A region of several words is one of the words. The ``others`` names by the places of words
        are returned by the new places, the regions by where their words start. A question none of
        whose words, which are ``everything``, may begin a region's name is not looked into: many
        have one that may, such as "north" or "five".
        """
        firsts = first_words()
        if not any(self._respelt(word.form) in firsts for word in everything):
            return found, others, {}
        spans = {each.start: each for each in self._named(question, _tokens(everything))}
        words: list[Word] = []
        names: dict[int, tuple[tuple[str, ...], ...]] = {}
        regions: dict[int, OfRegion] = {}
        region, end = NOWHERE, 0
        for place, word in enumerate(found):
            if region.term and word.start < end:
                continue
            span = spans.get(word.start)
            if span and not _has_longer_name(found, place, span, others):
                region, end = self._as_read(span, others.get(place, ())), span.end
            if word.start < end:
                regions[word.start] = region
                if region.term and span:
                    words.append(Word("".join(span.name), span.start, end, stop=False))
                    continue
            if place in others:
                names[len(words)] = others[place]
            words.append(word)
        return words, names, regions

    def _as_read(self, asked: _Asked, others: tuple[tuple[str, ...], ...]) -> OfRegion:
        """Return a region that is asked by as briefings name it, or else as what lies there."""
        name = "".join(asked.region.names[0])
        if len(asked.name) < 2 and self._meaning(asked.name[0], others).is_exact:
            return OfRegion(name)
        return OfRegion(name, self._named_as(name) or self._within(name))

    def _named(self, question: str, tokens: Sequence[Word]) -> Iterator[_Asked]:
        writes_capitals = _writes_capitals(question, tokens)
        forms = [
            self._spelt(token.form, writes_capitals and question[token.start].isupper())
            for token in tokens
        ]
        place = 0
        while place < len(tokens):
            found = _longest(question, tokens, forms, place)
            if found is None:
                place += 1
                continue
            name, region = found
            behind = place + len(name)
            is_asked = (
                _has_member(tokens, place, behind)
                if region.is_group
                else not _is_part_of_name(question, tokens, place, behind, writes_capitals)
            )
            may_be = is_asked and _is_meant(question, tokens, place, behind, writes_capitals)
            if region.countries and may_be:
                start, end = tokens[place].start, tokens[behind - 1].end
                yield _Asked(region, name, start, end)
            place = behind

    def _spelt(self, word: str, is_capital: bool) -> str:
        """Return the word of a region that one is misspelt for, or the same.

        With a capital it may be a name that only ends otherwise: "Balkany" is somebody.
        """
        respelt = self._respelt(word)
        return word if is_capital and respelt.startswith(word[:-1]) else respelt

    def _respelt_of(self, word: str) -> str:
        """Return the word of a region that one which nobody knows is misspelt for, or the same."""
        if len(word) < _MISSPELT - 1 or word in first_words() or self._is_known(word):
            return word
        edits = 1 + (len(word) >= _TWICE_MISSPELT)
        known = long_words(_MISSPELT)
        near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=edits)
        return near[0] if near else word

    def _is_known(self, word: str) -> bool:
        return bool(
            self._english.zipf(word)
            or self._lexicon.has_word(word)
            or is_place(word)
            or country(word)
        )


def _longest(
    question: str, tokens: Sequence[Word], forms: Sequence[str], place: int
) -> tuple[tuple[str, ...], Region] | None:
    """Return the longest name of a region that begins at a ``place``, and the region.

    Of the tokens, ``forms`` are the words that they are read as.
    """
    if forms[place] not in first_words():
        return None
    found = None
    for end in range(place + 1, min(place + _LONGEST, len(tokens)) + 1):
        if end > place + 1 and question[tokens[end - 2].end : tokens[end - 1].start].strip(" -"):
            break
        name = tuple(forms[place:end])
        region = regions().get("".join(name))
        found = (name, region) if region else found
    return found


def _has_longer_name(found: Sequence[Word], place: int, asked: _Asked, others: _Others) -> bool:
    """Tell whether a region is a part of what has other names: "the Southeast Asian bloc"."""
    behind = place
    while behind < len(found) and found[behind].start < asked.end:
        behind += 1
    beside = {*others.get(place - 1, ()), *others.get(behind, ())}
    return not beside.isdisjoint(others.get(place, ()))


def _tokens(everything: Sequence[Word]) -> list[Word]:
    """Return one word for each token: of "south-east" that of both its parts, "southeast"."""
    found: list[Word] = []
    for word in everything:
        if found and found[-1].start == word.start:
            found.pop()
        found.append(word)
    return found


def _is_meant(
    question: str, tokens: Sequence[Word], place: int, behind: int, writes_capitals: bool
) -> bool:
    """Tell whether what may be an adverb and a side of the compass is meant as a region's name."""
    if behind - place < 2 or tokens[place].form not in _MAY_BE_ADVERBS:
        return True
    before = tokens[place - 1].form if place else ""
    if before in _BEFORE_NAMES:
        return True
    if before == "how" or not writes_capitals:
        return False
    return all(question[each.start].isupper() for each in tokens[place:behind])


def _has_member(tokens: Sequence[Word], place: int, behind: int) -> bool:
    """Tell whether a group's name is beside a word for what belongs to it: "member of the EU"."""
    following = [token.form for token in tokens[behind : behind + 2]]
    if following and following[0] in _MEMBERS:
        is_matter = following[0] in _MATTERS and following[-1] in _OF_MATTERS
        return not is_matter
    before = place - 1
    while before > 0 and tokens[before].form in _BEFORE_GROUP:
        before -= 1
    return 0 <= before < place - 1 and tokens[before].form in _MEMBERS


def _is_part_of_name(
    question: str, tokens: Sequence[Word], place: int, behind: int, writes_capitals: bool
) -> bool:
    """Tell whether a region's name is a part of another one: "Nordic Airlines", "Air Asia"."""
    if behind < len(tokens):
        beside = not question[tokens[behind - 1].end : tokens[behind].start].strip(" -")
        if beside and tokens[behind].form in _NAMED_AFTER:
            return True
        if beside and writes_capitals and _may_be_named(question, tokens[behind]):
            return True
    before = tokens[place - 1] if place else None
    beside = before is not None and question[before.end : tokens[place].start] == " "
    if before is None or not beside or not writes_capitals:
        return False
    if before.form == "of" and place > 1:
        before = tokens[place - 2]
    return before.start > 0 and _may_be_named(question, before)


def _may_be_named(question: str, word: Word) -> bool:
    is_capital = question[word.start].isupper()
    return is_capital and not (
        word.stop or word.form in _MEMBERS or word.form in _WATERS or is_office(word.form)
    )


def _writes_capitals(question: str, tokens: Sequence[Word]) -> bool:
    """Tell whether a question writes names with a capital, as no headline in capitals does."""
    return any(question[word.start].islower() for word in tokens if word.start and not word.stop)
