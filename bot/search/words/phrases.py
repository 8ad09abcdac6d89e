"""Expressions of several words that mean what one does: to postpone is to put off."""

from __future__ import annotations

from functools import cache
from itertools import starmap
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words.inflecting import bases
from bot.search.words.irregular import families
from bot.search.words.keeping import made_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LIST = Path(__file__).with_suffix(".txt")
_FORMS = {
    "be": "be been being is are was were",
    "do": "do does did done doing",
    "get": "get gets got gotten getting",
    "go": "go goes went gone going",
    "have": "have has had having",
}
"""Of verbs that are function words, which no list of irregular ones has."""
_FIRSTS = {form: verb for verb, listed in _FORMS.items() for form in listed.split()}
_ENDINGS = frozenset("dgs")
"""What regular forms end with: "looked", "looking", "looks"."""
_PARTICLES = frozenset("apart aside away back down in into off out over up".split())
_PREPOSITIONS = frozenset("about after across against at by for from of on through to with".split())
_MOST_BETWEEN = 3
"""So many words may part a verb from its particle: "put the talks off"."""
_BETWEEN = frozenset(
    """
    a an another any her his its little more much my no of one our quite so some that the their this
    very your
    """.split()
)
"""What may stand behind the first word of a phrase: "lost his nerve", "makes so much fun of"."""


class Phrase(NamedTuple):
    """The words of an expression in their base forms, and the single words that mean the same."""

    words: tuple[str, ...]
    means: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Tell whether it is more than a word and any preposition: "call on" her, on a Monday."""
        return len(self.words) > 2 or self.words[-1] not in _PREPOSITIONS

    @property
    def is_verb(self) -> bool:
        """Tell whether it is a verb with its particle, which hardly ever means something else."""
        verb, *rest = self.words
        return len(rest) == 1 and rest[0] in _PARTICLES and verb not in _FORMS


class PhraseAt(NamedTuple):
    """A phrase, and the places of its words among those of a text."""

    phrase: Phrase
    places: tuple[int, ...]


def phrases_for(word: str) -> tuple[Phrase, ...]:
    """Return the phrases that mean what a folded ``word`` in any form does."""
    listed = _phrases_by_meaning()
    return tuple(phrase for base in bases(word) for phrase in listed.get(base, ()))


def said_in(spoken: Sequence[str]) -> Iterator[PhraseAt]:
    """Yield the phrases among all the folded words of a text, in order.

    Of those that begin alike at a place the longest comes first.
    """
    for start, word in enumerate(spoken):
        for following in _following(word):
            yield from _beginning_at(spoken, start, following)


def _beginning_at(
    spoken: Sequence[str], start: int, following: Mapping[str, Sequence[Phrase]]
) -> Iterator[PhraseAt]:
    """Yield the phrases that begin at a place, by the word that may be their second one."""
    last = min(start + 2 + _MOST_BETWEEN, len(spoken))
    if following.keys().isdisjoint(spoken[start + 1 : last]):
        return
    may_part = True
    for place in range(start + 1, last):
        second = spoken[place]
        for phrase in following.get(second, ()):
            behind = place + len(phrase.words) - 1
            is_apart = may_part or phrase.words[1] in _PARTICLES
            if is_apart and (*spoken[place + 1 : behind],) == phrase.words[2:]:
                yield PhraseAt(phrase, (start, *range(place, behind)))
        may_part = may_part and second in _BETWEEN and place < start + _MOST_BETWEEN


@cache
def _phrases() -> tuple[Phrase, ...]:
    """Return the phrases of the list beside this module, each with all that it means.

    A line has the words before a colon, and behind it phrases that mean what each of them does. The
    list is taken apart once.
    """
    return tuple(starmap(Phrase, made_once("phrases", (str(_LIST), __file__), _taken_apart)))


def _taken_apart() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        before, _, behind = line.partition(": ")
        if behind and not line.startswith("#"):
            # The same few words stand in thousands of phrases.
            words = dict.fromkeys(map(intern, before.split()))
            for phrase in behind.split(", "):
                found.setdefault(tuple(map(intern, phrase.split())), {}).update(words)
    return tuple((words, tuple(means)) for words, means in found.items())


@cache
def _phrases_by_meaning() -> Mapping[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in _phrases():
        for word in phrase.means:
            found.setdefault(word, []).append(phrase)
    return found


def _following(word: str) -> Sequence[Mapping[str, list[Phrase]]]:
    """Return the phrases that may begin with a ``word``, by their second one."""
    if word in _FIRSTS:
        # The list also has forms: who does nothing wrong may have "done nothing wrong".
        firsts: Sequence[str] = tuple(dict.fromkeys((word, _FIRSTS[word])))
    elif word[-1:] in _ENDINGS or word in families():
        firsts = bases(word)
    else:
        firsts = (word,)
    listed = _phrases_by_first()
    return [_by_second(first) for first in firsts if first in listed]


@cache
def _by_second(first: str) -> Mapping[str, list[Phrase]]:
    """Return the phrases that begin with a word of the list, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in _phrases_by_first()[first]:
        second = phrase.words[1]
        found.setdefault(second, []).append(phrase)
        if len(phrase.words) == 2 and second not in _PARTICLES | _PREPOSITIONS:
            found.setdefault(f"{second}s", []).append(phrase)
    return found


@cache
def _phrases_by_first() -> Mapping[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(_phrases(), key=lambda phrase: -len(phrase.words)):
        found.setdefault(phrase.words[0], []).append(phrase)
    return found
