"""The topics of an edition: which mentions are topics, and which are one topic's other names.

Nothing of this is stored: the postings keep what each briefing mentions, and from their counts it
is told, when it is asked for, what the topics are. So a briefing more or less changes them at the
price of one briefing.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from bot.search.index.analysis import clean, folded_name, topic_key
from bot.search.words.adjectives import is_people, places, relatives
from bot.search.words.capitals import COUNTRIES, countries
from bot.search.words.text import encodable, index_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.index.postings import Hit
    from bot.search.words.aliases import Aliases

MAX_SHARE = 0.6
"""A topic that more of the briefings have divides nothing and is left out."""
MAX_SHARE_AFTER = 0.4
"""Under an answer such a one leads nowhere in particular where more of them have it than this."""
_SHARE_FROM = 5
_MAX_LABEL = 60
# "Putin" is "Vladimir Putin" where he is given his whole name at least this often; "Canada" is
# not "Air Canada", which is named far less.
_SURNAME_SHARE = 0.25
_SHORTEST_SURNAME = 3
_LEAST_OF_A_PERSON = 2
_COHESION = 0.35
_FAR_MORE = 3
_CACHED = 1 << 12


class Mentions(Protocol):
    """How many briefings mention what, as the postings tell it; see `bot.search.index.fields`."""

    @property
    def size(self) -> int:
        """Return the number of briefings."""
        ...

    def frequency(self, field: str, term: str) -> int:
        """Return the number of briefings with ``term`` in ``field``."""
        ...

    def pairs(self, field: str, left: str) -> Sequence[tuple[str, int]]:
        """Return what stands to the right of ``left`` in ``field``, each with its briefings."""
        ...

    def mentioning(self, names: Sequence[str]) -> int:
        """Return the number of briefings that mention any of ``names``."""
        ...


class Directory:
    """The topics of one edition, told from its counts; several threads may use them."""

    def __init__(self, counts: Mentions, aliases: Aliases) -> None:
        self._counts = counts
        self._aliases = aliases
        self.root = lru_cache(_CACHED)(self._root)
        self.label = lru_cache(_CACHED)(self._label)
        self.names = lru_cache(_CACHED)(self._names)
        self.size = lru_cache(_CACHED)(self._size)
        self.is_given = lru_cache(_CACHED)(self._is_given)

    def of(self, hit: Hit) -> list[str]:
        """Return the names of a briefing's topics, in the order of first mention."""
        names = [*hit.names, *map(_tag_name, hit.briefing.tags)]
        return list(dict.fromkeys(map(self.root, names)))

    def find(self, key: str) -> str | None:
        """Return the name of the topic with this ``key``, None where there is no such topic.

        Of several that differ only in marks the one with most briefings is meant.
        """
        roots = {self.root(name) for name, _ in self._counts.pairs("key", encodable(key))}
        found = [root for root in roots if (label := self.label(root)) and topic_key(label) == key]
        return min(found, key=lambda root: (-self.size(root), root), default=None)

    def named(self, typed: str) -> str | None:
        """Return the name of the topic that was ``typed``, however many briefings it stands for."""
        name = _tag_name(encodable(typed))
        if not (self._counts.frequency("mention", name) or self._is_tag(name)):
            return None
        root = self.root(name)
        return root if self.label(root) else None

    def _root(self, name: str) -> str:
        """Return the name that stands for all other names of the same thing."""
        seen = {name}
        while (other := self._other_name(name)) and other not in seen:
            seen.add(other)
            name = other
        return name

    def _names(self, root: str) -> tuple[str, ...]:
        """Return all names of the topic whose own is ``root``."""
        found = {root: None}
        waiting = [root]
        while waiting:
            for name in self.possible_names(waiting.pop()):
                # Most that may be names are none: asked first, as the rest costs far more.
                if name in found or not self._is_mentioned(name):
                    continue
                if self.root(name) == root:
                    found[name] = None
                    waiting.append(name)
        return tuple(found)

    def _size(self, root: str) -> int:
        """Return the number of briefings on the topic whose name is ``root``."""
        names = self.names(root)
        if len(names) == 1:
            return self._counts.frequency("mention", root)
        return self._counts.mentioning(names)

    def _label(self, root: str) -> str | None:
        """Return the spelling used most of the topic named ``root``, None where it is no topic."""
        if not self.is_given(root):
            return root if self._is_theme(root) else None
        label = self._spelling(root)
        is_one = len(label) <= _MAX_LABEL and index_terms(label) and not self._is_adjective(root)
        return label if is_one else None

    def _spelling(self, name: str) -> str:
        """Return the spelling of a name that is used most."""
        spellings = [*self._counts.pairs("label", name)]
        if written := self._counts.frequency("theme", name):
            spellings.append((name, written))
        return min(spellings, key=lambda each: (-each[1], each[0]))[0] if spellings else name

    def as_name(self, word: str) -> str:
        """Return a folded word as the briefings write it, capitalised if they always do."""
        if not self._counts.frequency("word", word) or self._counts.frequency("lower", word):
            return word
        label = self._spelling(word)
        return label if label != word else word.capitalize()

    def _is_given(self, name: str) -> bool:
        """Tell whether briefings name it, so that it is no theme that only counts tell of."""
        return self.is_name(name) or self._is_tag(name) or self._is_acronym(name)

    def is_name(self, name: str) -> bool:
        """Tell whether a name is one, and no mere capital at the start of a sentence."""
        sure = self._counts.frequency("sure", name)
        if not sure or len(name) < 2:
            return False
        return " " in name or sure > self._counts.frequency("lower", name)

    def _is_adjective(self, name: str) -> bool:
        """Tell whether a name, which is no tag, only says of what country something is."""
        return is_people(name) and not self._is_tag(name)

    def _is_mentioned(self, name: str) -> bool:
        return self._counts.frequency("mention", name) > 0

    def _is_tag(self, name: str) -> bool:
        return self._counts.frequency("tag", name) > 0

    def _is_acronym(self, name: str) -> bool:
        return bool(self._counts.pairs("acronym", name))

    def _is_theme(self, name: str) -> bool:
        """Tell whether two words come together far more often than by chance."""
        counts = self._counts
        together = counts.frequency("theme", name)
        share = together / counts.size if counts.size else 1.0
        if (
            together < 2
            or share >= 1
            or len(name) > _MAX_LABEL
            or self._is_verb(name.rpartition(" ")[2])
        ):
            return False
        left, right = (max(counts.frequency("lower", word), together) for word in name.split())
        # Normalised pointwise mutual information (Bouma, 2009), from -1 to 1.
        return math.log(together * counts.size / (left * right)) / -math.log(share) >= _COHESION

    def _is_verb(self, word: str) -> bool:
        """Tell whether the briefings write "celebrated" far more often than "celebrates"."""
        if not word.endswith("s") or word.endswith("ss"):
            return False
        base = word.removesuffix("s").removesuffix("e")
        past = self._counts.frequency("lower", f"{base}ed")
        return past >= _FAR_MORE * self._counts.frequency("lower", word)

    def _other_name(self, name: str) -> str | None:
        acronyms = [acronym for acronym, _ in self._counts.pairs("expansion", name)]
        if acronyms:
            return max(acronyms)
        if not self.is_name(name):
            return None
        other = self._without_office(name) if " " in name else self._full_name(name)
        return other or self._one_of_them(name) or self._alias(name)

    def _one_of_them(self, name: str) -> str | None:
        """Return the acronym that a name is the plural of: "ODIs" are each an "ODI"."""
        one = name.removesuffix("s")
        if one == name or not self.is_name(one):
            return None
        label = self._spelling(name)
        return one if label.endswith("s") and _is_acronym(label[:-1]) else None

    def _without_office(self, name: str) -> str | None:
        """Return the name of several words behind an acronym: "PM Narendra Modi" is that man.

        It must not be given far less often without the acronym than with it.
        """
        parts = self._spelling(name).split()
        places = [place for place, part in enumerate(parts) if _is_acronym(part)]
        bare = name.split()[places[-1] + 1 :] if places else []
        rest = " ".join(bare)
        if len(bare) < _LEAST_OF_A_PERSON or not self.is_name(rest):
            return None
        frequency = self._counts.frequency
        least = _SURNAME_SHARE * frequency("mention", name)
        return rest if frequency("mention", rest) >= least else None

    def _full_name(self, name: str) -> str | None:
        """Return the whole name of a person, or the place of an adjective: "russian", "russia"."""
        if len(name) < _SHORTEST_SURNAME:
            return None
        least = _SURNAME_SHARE * self._counts.frequency("mention", name)
        # What flies for India, or comes from China, is not all that "India" or "Chinese" means.
        is_place = name in COUNTRIES or is_people(name) or countries(name)
        full = [
            each
            for each, count in (() if is_place else self._counts.pairs("last", name))
            if count >= least and self.is_name(each) and not self._counts.pairs("expansion", each)
        ]
        # "HBO Max" is nobody's name, and "Max" not that.
        full = [each for each in full if not _is_acronym(self._spelling(each).split()[0], 3)]
        full = list(dict.fromkeys(self._without_office(each) or each for each in full))
        if len(full) == 1 and not _is_acronym(self._spelling(name)):
            return full[0]
        # "Russians" are from where what is "Russian" is.
        one = name.removesuffix("s")
        of = [*places(name), *(places(one) if self._is_mentioned(one) else ())]
        return next((place for place in of if place != name and self.is_name(place)), None)

    def _alias(self, name: str) -> str | None:
        """Return the alias of a name that is mentioned most, None where that is the name."""
        same = [name, *(other for other in self._alias_names(name) if self.is_name(other))]
        # "British" is of Britain, and not the other way round.
        same = [each for each in same if not self._is_adjective(each)] or same
        most = max(same, key=lambda each: (self._counts.frequency("mention", each), each))
        return most if most != name else None

    def _alias_names(self, name: str) -> list[str]:
        others = self._aliases.others.get(tuple(index_terms(name)), ())
        return [" ".join(words) for words in others]

    def possible_names(self, name: str) -> Iterator[str]:
        """Yield what may be another name of the topic that ``name`` is a name of."""
        yield from (full for full, _ in self._counts.pairs("acronym", name))
        if " " in name:
            last = name.rsplit(" ", 1)[1].removeprefix("al-")
            yield last
            for longer, _ in self._counts.pairs("last", last):
                if longer.endswith(f" {name}"):
                    yield longer
        else:
            for each in (name, *relatives(name)):
                if self._is_mentioned(each):
                    yield from (each, f"{each}s")
        yield from self._alias_names(name)


def is_useful(count: int, size: int, most: float = MAX_SHARE) -> bool:
    """Tell whether a topic of ``count`` briefings helps to find one's way among ``size``.

    It does not where it has more than the share ``most`` of them.
    """
    return count >= 1 if size < _SHARE_FROM else 2 <= count <= most * size


def _is_acronym(word: str, shortest: int = 2) -> bool:
    """Tell whether a word is all capitals; two of them may also be initials ("JD Vance")."""
    return len(word) >= shortest and word.isalpha() and word.isupper()


def _tag_name(tag: str) -> str:
    return folded_name(clean(tag))
