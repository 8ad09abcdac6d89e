"""The topics of an edition: which mentions are topics, and which are one topic's other names."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from bot.search.adjectives import places
from bot.search.names import Mention, expansions, mentions
from bot.search.text import fold, index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.model import Briefing
    from bot.search.aliases import Aliases

Mentions: TypeAlias = "tuple[Mention, ...]"

MAX_SHARE = 0.6
"""A topic that more of the briefings have divides nothing and is left out."""
_SHARE_FROM = 5
_MAX_LABEL = 60
# "Putin" is "Vladimir Putin" where he is given his whole name at least this often; "Canada" is
# not "Air Canada", which is named far less.
_SURNAME_SHARE = 0.25
_COHESION = 0.35
_DIRECTIONS = frozenset("north south east west new united central great saint san los el".split())


@lru_cache(maxsize=1 << 15)
def topic_key(label: str) -> str:
    """Return the lasting key of a topic: 16 hexadecimal digits of its folded label's SHA-256."""
    return hashlib.sha256(" ".join(index_terms(label)).encode()).hexdigest()[:16]


@dataclass(slots=True)
class Census:
    """Counts the mentions of a collection, a briefing at a time; then tells the topics."""

    _size: int = 0
    _sure: Counter[str] = field(default_factory=Counter)
    _unsure: Counter[str] = field(default_factory=Counter)
    _themes: Counter[str] = field(default_factory=Counter)
    _tags: Counter[str] = field(default_factory=Counter)
    _lower: Counter[str] = field(default_factory=Counter)
    _spellings: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _expansions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, briefing: Briefing, found: Mentions) -> None:
        """Count what ``briefing`` mentions, as `mentions_of` found it."""
        self._size += 1
        for folded in {_name(mention.label) for mention in found if mention.theme}:
            self._themes[folded] += 1
        for sure, counts in ((True, self._sure), (False, self._unsure)):
            counts.update(
                {_name(each.label) for each in found if not each.theme and each.sure is sure}
            )
        for mention in found:
            self._spellings[_name(mention.label)][mention.label] += 1
        for tag in {_clean(tag) for tag in briefing.tags}:
            self._tags[_name(tag)] += 1
            self._spellings[_name(tag)][tag] += 1
        self._lower.update({word for word in briefing.text.split() if word.islower()})
        self._expansions.update(expansions(briefing.text))

    def directory(self, aliases: Aliases) -> Directory:
        """Return the topics of what was counted; ``aliases`` are names of one topic."""
        names = self._names()
        merged = self._merge(names)
        _merge_aliases(merged, names, aliases)
        counts: Counter[str] = Counter()
        for name, count in names.items():
            counts[merged.get(name, name)] += count
        labels = {name: self._label(name) for name in counts}
        for theme in self._cohesive_themes():
            labels.setdefault(theme, theme)
        for tag in self._tags:
            labels.setdefault(merged.get(tag, tag), self._label(merged.get(tag, tag)))
        usable = {name: label for name, label in labels.items() if len(label) <= _MAX_LABEL}
        return Directory(usable, merged)

    def _names(self) -> dict[str, int]:
        """Return the names that are sure, or whose capital is no mere start of a sentence."""
        names = {
            name: count + self._unsure[name]
            for name, count in self._sure.items()
            if " " in name or count > self._lower[name]
        }
        return {name: count for name, count in names.items() if len(name) > 1}

    def _merge(self, names: Mapping[str, int]) -> dict[str, str]:
        """Return which names are other names of which: surnames, acronyms, adjectives."""
        merged: dict[str, str] = {}
        for (acronym, name), _ in sorted(self._expansions.items()):
            if _name(name) != _name(acronym):
                merged[_name(name)] = _name(acronym)
        surnames: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            parts = name.split()
            if 1 < len(parts) <= 4 and parts[0] not in _DIRECTIONS and "of" not in parts:
                surnames[parts[-1].removeprefix("al-")].append(name)
        for name, count in names.items():
            if name in merged or " " in name or len(name) < 3:
                continue
            full = [
                each
                for each in surnames.get(name, ())
                if each not in merged and names[each] >= _SURNAME_SHARE * count
            ]
            place = _place_of(name, names)
            if len(full) == 1:
                merged[name] = full[0]
            elif place:
                merged[name] = place
        return merged

    def _cohesive_themes(self) -> list[str]:
        """Return the pairs of words that come together far more often than by chance."""
        found = []
        for theme, together in self._themes.items():
            left, right = theme.split(" ", 1)
            if together < 2:
                continue
            apart = max(self._lower[left], together) * max(self._lower[right], together)
            # Normalised pointwise mutual information (Bouma, 2009), from -1 to 1.
            share = together / self._size
            if share >= 1:
                continue
            cohesion = math.log(together * self._size / apart) / -math.log(share)
            if cohesion >= _COHESION:
                found.append(theme)
        return found

    def _label(self, name: str) -> str:
        """Return the spelling used most, the first in order where two are used alike."""
        spellings = self._spellings.get(name)
        if not spellings:
            return name
        return min(spellings.items(), key=lambda item: (-item[1], item[0]))[0]


@dataclass(frozen=True, slots=True)
class Directory:
    """The topics of an edition by folded name; ``merged`` leads from other names to a topic's."""

    labels: Mapping[str, str]
    merged: Mapping[str, str]

    def by_key(self) -> dict[str, str]:
        """Return the labels of all topics by their keys."""
        return {topic_key(label): label for label in self.labels.values()}

    def of(self, briefing: Briefing, mentioned: Mentions) -> dict[str, str]:
        """Return the topics of ``briefing``, key to label, in the order of first mention."""
        found: dict[str, str] = {}
        for mention in mentioned:
            self._note(found, _name(mention.label))
        for tag in briefing.tags:
            self._note(found, _name(_clean(tag)))
        return found

    def _note(self, found: dict[str, str], name: str) -> None:
        seen = {name}
        while (other := self.merged.get(name)) and other not in seen:
            seen.add(other)
            name = other
        label = self.labels.get(name)
        if label and index_terms(label):
            found.setdefault(topic_key(label), label)


def is_useful(count: int, size: int) -> bool:
    """Tell whether a topic of ``count`` briefings helps to find one's way among ``size``."""
    return count >= 1 if size < _SHARE_FROM else 2 <= count <= MAX_SHARE * size


def mentions_of(briefing: Briefing) -> Mentions:
    """Return what a briefing's text mentions, in order, repeats included."""
    return tuple(mentions(briefing.text))


@lru_cache(maxsize=1 << 15)
def _name(label: str) -> str:
    """Return what is the same in all spellings of a label: "U.S." and "US" are one."""
    return fold(label).replace(".", "")


def _clean(label: str) -> str:
    return " ".join(label.split())


def _merge_aliases(merged: dict[str, str], names: Mapping[str, int], aliases: Aliases) -> None:
    """Lead each name to the one of its aliases that is used most."""
    spelt = {tuple(index_terms(name)): name for name in sorted(names)}
    for words, name in spelt.items():
        same = [spelt[other] for other in aliases.others.get(words, ()) if other in spelt]
        most = max([name, *same], key=lambda each: (names[each], each))
        if most != name and name not in merged and most not in merged:
            merged[name] = most


def _place_of(name: str, names: Iterable[str]) -> str | None:
    """Return the place whose adjective ``name`` is ("russian": "russia"), if it is mentioned."""
    return next((place for place in places(name) if place in names and place != name), None)
