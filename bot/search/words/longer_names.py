"""Names of places that others are a part of: Zealand is in Denmark, and New Zealand is not."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.search.words.adjectives import relatives
from bot.search.words.capitals import COUNTRIES, seats_of_two_words
from bot.search.words.places import places_of
from bot.search.words.regions import regions
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    Name = tuple[str, ...]

_KEPT = 1 << 12
# Those that are of no country and no region, and have the name of one in them.
_OTHERS = """
American Indian, American Indians, British Columbia, Gulf of Guinea, Gulf of Mexico, Indian Ocean,
Native American, Native Americans, South Georgia
"""


@lru_cache(_KEPT)
def longer_names(name: Name) -> Sequence[Name]:
    """Return the known names of other places that a folded ``name`` is only a part of.

    What happens in West Africa happens in Africa, whereas "American Samoa" is in no America.
    """
    longer = (each for each in _having().get(name[0], ()) if _begins_in(name, each))
    return [each for each in longer if not _is_within(each, name)]


def places_in_row(name: Name, told: Sequence[str]) -> Iterator[int]:
    """Yield where in the words of a text those of a ``name`` begin in a row."""
    length = len(name)
    for place, word in enumerate(told):
        if word == name[0] and (length == 1 or tuple(told[place : place + length]) == name):
            yield place


def is_of_longer(told: Sequence[str], start: int, end: int) -> bool:
    """Tell whether what stands there in a text is a part of a longer name: "Guinea-Bissau"."""
    for other in longer_names(tuple(told[start:end])):
        first = max(start - len(other) + 1, 0)
        around = told[first : end + len(other)]
        for place in places_in_row(other, around):
            if first + place <= start and end <= first + place + len(other):
                return True
    return False


def tells_any(told: Sequence[str], names: Collection[Name]) -> bool:
    """Tell whether a text has one of the ``names`` in a row, and not as a part of a longer one."""
    longest = max(map(len, names), default=0)
    return any(
        tuple(told[start:end]) in names and not is_of_longer(told, start, end)
        for start in range(len(told))
        for end in range(start + 1, min(start + longest, len(told)) + 1)
    )


def _is_within(longer: Name, name: Name) -> bool:
    """Tell whether both are regions, and one of them lies in the other."""
    inner, outer = (regions().get("".join(each)) for each in (longer, name))
    if inner is None or outer is None or not inner.countries:
        return False
    return set(outer.countries).issuperset(inner.countries)


def _begins_in(name: Name, longer: Name) -> bool:
    return len(longer) > len(name) and next(places_in_row(name, longer), None) is not None


@cache
def _having() -> Mapping[str, Sequence[Name]]:
    """Return the names of several words by each of their words."""
    found: dict[str, list[Name]] = {}
    for name in dict.fromkeys(_of_several_words()):
        for word in dict.fromkeys(name):
            found.setdefault(word, []).append(name)
    return found


def _of_several_words() -> Iterator[Name]:
    known = regions().values()
    countries = sorted({*COUNTRIES, *chain.from_iterable(each.countries for each in known)})
    for country in countries:
        peoples = relatives(country) if " " in country else ()
        for name in (country, *peoples, *seats_of_two_words(country), *places_of(country)):
            words = tuple(index_terms(name))
            if len(words) > 1:
                yield words
    yield from (name for region in known for name in region.names if len(name) > 1)
    yield from (tuple(index_terms(name)) for name in _OTHERS.split(","))
