"""Fuzzy look-up among labels: topics for browsing, topics and titles for autocompletion."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.search.index.analysis import topic_key
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_LEAST_SIMILARITY = 70
_FUZZY_AMONG = 20_000
_SHORT = 5
_LONGEST = 100
_FEW_WORDS = 2
_MOST_WORDS = 4
_SHORTEST_TAIL = 3
_SHORTEST_MISSPELT = 5
_SLIPPED = 80


class Labels:
    """Labels in the order in which they are wanted when nothing else decides, most first."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self._folded = [fold(label) for label in labels]

    def find(self, typed: str, limit: int, *, alike: bool = True) -> list[int]:
        """Return the places of at most ``limit`` labels that fit what was ``typed``, best first.

        The label that it is comes first, then those that begin with it, those with a word that
        does, and, where ``alike``, those that are spelt alike. Nothing typed gives the first ones.
        """
        wanted = fold(" ".join(typed.split()))[:100]
        if not wanted:
            return list(range(min(limit, len(self._labels))))
        # However many larger ones begin with it: "EU" is that, and not "Europe".
        same = [self._folded.index(wanted)] if wanted in self._folded else []
        found = dict.fromkeys([*same, *self._beginning(wanted, limit)])
        if alike and len(found) < limit:
            found.update(dict.fromkeys(self._alike(wanted, limit)))
        return list(found)[:limit]

    def beginning(self, typed: str, limit: int) -> list[tuple[int, str]]:
        """Return the places of labels that go on from what was ``typed``, the best ones first.

        With each comes what stands in the label, folded, before the words that were typed: nothing
        where it begins with them.
        """
        wanted = fold(typed)
        found = self._beginning(wanted, limit)[:limit]
        return [(place, self._before(place, wanted)) for place in found]

    def beginning_alike(self, typed: str, limit: int) -> list[int]:
        """Return the places of labels that begin nearly with what was ``typed``, best first."""
        wanted = fold(typed)
        if len(wanted) < _SHORTEST_MISSPELT:
            return []
        # A slip is seldom in the first letter, and nearly all labels have another one.
        begun = {
            place: label[: len(wanted)]
            for place, label in enumerate(self._folded[:_FUZZY_AMONG])
            if label[:1] == wanted[0]
        }
        return _nearest(wanted, begun, fuzz.ratio, _SLIPPED, limit)

    def _before(self, place: int, wanted: str) -> str:
        label = self._folded[place]
        return "" if label.startswith(wanted) else label[: label.index(f" {wanted}")]

    def _beginning(self, wanted: str, limit: int) -> list[int]:
        first: list[int] = []
        inside: list[int] = []
        for place, label in enumerate(self._folded):
            if label.startswith(wanted):
                first.append(place)
                if len(first) >= limit:
                    break
            elif len(inside) < limit and f" {wanted}" in label:
                inside.append(place)
        return first + inside

    def _alike(self, wanted: str, limit: int) -> list[int]:
        if len(wanted) < 3:
            return []
        # Only the most wanted labels are compared letter by letter: this must take milliseconds.
        among = self._folded[:_FUZZY_AMONG]
        if len(wanted) <= _SHORT:
            return _nearest(wanted, dict(enumerate(among)), fuzz.ratio, _LEAST_SIMILARITY, limit)
        # A part of a longer label may be meant, but no label is meant by a part of what was typed:
        # "US" stands in "Russia".
        longer = {place: each for place, each in enumerate(among) if len(each) >= len(wanted)}
        found = _nearest(wanted, longer, fuzz.partial_ratio, _SLIPPED, limit)
        if len(found) < limit:
            shorter = {place: each for place, each in enumerate(among) if len(each) < len(wanted)}
            found += _nearest(wanted, shorter, fuzz.ratio, _SLIPPED, limit - len(found))
        return found


def _nearest(
    wanted: str, labels: dict[int, str], scorer: Callable[..., float], least: int, limit: int
) -> list[int]:
    """Return the places of the labels most like what is wanted."""
    matches = process.extract(wanted, labels, scorer=scorer, score_cutoff=least, limit=limit)
    return [place for _, _, place in matches]


class Suggestions:
    """What may be asked for, of the index in a folder; read when something is typed first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def topics(self, query: str, limit: int, *, alike: bool = True) -> list[str]:
        """Return the keys of the largest topics, or of those that fit the ``query``.

        The topic whose key is made from the ``query`` comes first: a label finds its own topic.
        What is only spelt ``alike`` comes last, or is left out.
        """
        places = self._labels.find(query, limit, alike=alike)
        found = [self._listed[place][0] for place in places]
        own = topic_key(query)
        return list(dict.fromkeys([own, *found]))[:limit] if own in self._keys else found

    def titled(self, typed: str, limit: int) -> list[int]:
        """Return the numbers of briefings whose title, or a word of it, begins with what is typed.

        The newest come first, those whose title itself begins so before all others.
        """
        places = self._newest_titles.find(typed, limit, alike=False) if typed.strip() else []
        return [self._numbered[place][0] for place in places]

    def suggest(self, typed: str, limit: int) -> tuple[str, ...]:
        """Return topics and titles that fit what was ``typed``, as `Engine.suggest` does."""
        words = typed.split()
        if not words:
            return tuple(dict.fromkeys(self._fitting("", limit)))[:limit]
        whole = self._fitting(typed, limit, alike=False)
        found = whole or self._completed(words, limit)
        if not found and len(words) <= _FEW_WORDS:
            found = self._fitting(typed, limit)
        return tuple(dict.fromkeys(found))[:limit]

    def _completed(self, words: Sequence[str], limit: int) -> list[str]:
        """Return a question whose last words, as many as begin a topic, are that topic instead."""
        tails = range(min(len(words), _MOST_WORDS), 0, -1)
        for begins in (self._going_on, self._going_on_alike):
            for tail in tails:
                head, last = words[:-tail], " ".join(words[-tail:])
                if len(last) >= _SHORTEST_TAIL and (found := begins(head, last, limit)):
                    return [each for each in found if len(each) <= _LONGEST]
        return []

    def _going_on(self, head: Sequence[str], last: str, limit: int) -> list[str]:
        return [
            " ".join([*_without(head, before.split()), self._listed[place][1]])
            for place, before in self._labels.beginning(last, limit)
        ]

    def _going_on_alike(self, head: Sequence[str], last: str, limit: int) -> list[str]:
        found = self._labels.beginning_alike(last, limit)
        return [" ".join([*head, self._listed[place][1]]) for place in found]

    def _fitting(self, typed: str, limit: int, *, alike: bool = True) -> list[str]:
        places = self._labels.find(typed, limit, alike=alike)
        labels = [self._listed[place][1] for place in places]
        places = self._title_labels.find(typed, limit, alike=alike)
        titles = [self._titles[place] for place in places]
        if not typed.strip():
            return [*labels, *titles][:limit]
        # Titles get up to half of the places, topics the rest.
        return [*labels[: limit - min(len(titles), limit // 2)], *titles, *labels]

    @cached_property
    def _listed(self) -> list[tuple[str, str]]:
        """Keys and labels of the topics worth browsing, the largest first."""
        listed = json.loads((self._folder / "topics.json").read_bytes())
        return [(key, label) for key, label, _ in listed]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key for key, _ in self._listed)

    @cached_property
    def _labels(self) -> Labels:
        return Labels([label for _, label in self._listed])

    @cached_property
    def _numbered(self) -> list[tuple[int, str]]:
        """Numbers and titles of briefings, the newest first."""
        titles = json.loads((self._folder / "titles.json").read_bytes())
        return [(number, title) for number, title in reversed(titles)]

    @cached_property
    def _newest_titles(self) -> Labels:
        return Labels([title for _, title in self._numbered])

    @cached_property
    def _titles(self) -> list[str]:
        return list(dict.fromkeys(title for _, title in reversed(self._numbered)))

    @cached_property
    def _title_labels(self) -> Labels:
        return Labels(self._titles)


def _without(head: Sequence[str], before: Sequence[str]) -> Sequence[str]:
    """Return the words of a question without those at their end that a topic begins with."""
    for count in range(min(len(head), len(before)), 0, -1):
        pairs = zip(head[-count:], before[-count:], strict=True)
        if all(fuzz.ratio(fold(word), begun) >= _SLIPPED for word, begun in pairs):
            return head[:-count]
    return head
