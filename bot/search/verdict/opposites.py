"""Words that tell one thing from another of its kind: the men's final and the women's."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.search.words.adjectives import country, is_people, relatives
from bot.search.words.days import DAYS, MONTHS
from bot.search.words.numbers import ordinal
from bot.search.words.regions import regions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The classes of English that are closed: the sexes, the compass, seasons, who is in office.
_BY_SEX = "men man male boys boy, women woman female girls girl"
_CLASSES = f"""
    {_BY_SEX}; north northern, south southern, east
    eastern, west western; senior, junior; upper, lower; spring, summer, autumn, winter; new next
    incoming current, former ex outgoing ousted deposed toppled
"""
_SEXES = frozenset(_BY_SEX.replace(",", "").split())
_ALL_OF_A_SEX = _SEXES.difference("man boy woman girl".split())
"""Those that a text tells of; "a man" may be anybody in a text on women."""
_MEASURES = frozenset(
    """
    metre metres meter meters kilometre kilometres kilometer kilometers km m mile miles yards feet
    kg kilos kilograms
    """.split()
)
_CONTINENTS = frozenset({"africa", "asia", "europe"})
_FOLLOWING = 2


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for each in _CLASSES.split(";"):
        sides = [frozenset(side.split()) for side in each.split(",")]
        for side in sides:
            others = frozenset().union(*sides) - side
            found.update(dict.fromkeys(side, others))
    return found


_OPPOSITES = _opposites()


# A capital tells the months of March and May from what else may be.
_ALSO_VERBS = frozenset({"march", "may"})
_MONTHS = "|".join(
    [*map(str.capitalize, MONTHS), *(each for each in MONTHS if each not in _ALSO_VERBS)]
)
_DAYS = "|".join([*map(str.capitalize, DAYS), *DAYS])
_TIMES = tuple(
    (
        re.compile(rf"\b(?:{before}|since|until|by|last|this|next) ((?:{names})s?)\b"),
        re.compile(rf"\b({names})s?\b"),
    )
    for before, names in (("in|of|during", _MONTHS), ("on", _DAYS))
)
_ANY_TIME = ("day", *MONTHS)


def may_have_opposite(word: str) -> bool:
    """Tell whether a folded word that a text has may still be another there: "second"."""
    return ordinal(word) is not None


def tells_opposite(
    word: str, following: Sequence[str], forms: Sequence[str], before: str = ""
) -> bool:
    """Tell whether a text has an opposite of a folded ``word`` in its place, but not the word.

    That is before one of the two words that are ``following`` in a question, where another stands
    ``before``; ``forms`` are the text's folded words, in order. Women who won something else are
    no opposite of the men's cup. An ordinal may stand elsewhere, too: the second half of the third
    race is no second race.
    """
    near = following[:_FOLLOWING]
    if (asked := ordinal(word, before)) is not None:
        told = _ordinals_before(near, forms)
        return bool(told) and asked not in told
    if word in forms:
        return False
    if opposites := _OPPOSITES.get(word):
        if word in _ALL_OF_A_SEX and (_SEXES - opposites).isdisjoint(forms):
            return not (opposites & _ALL_OF_A_SEX).isdisjoint(forms)
        return _stands(opposites.__contains__, near, forms)
    if word.isdigit():
        measures = [each for each in following[:1] if each in _MEASURES]
        return any(_precedes(str.isdigit, measure, forms) for measure in measures)
    is_other = _is_of_one_country if _is_of_one_country(word) else _beyond(word)
    return (
        is_other is not None
        and any(_precedes(is_other, noun, forms) for noun in following[:1])
        and not any(each in forms for each in relatives(word))
    )


def _ordinals_before(near: Sequence[str], forms: Sequence[str]) -> set[int]:
    """Return the ordinals that stand up to two words before one of those that are ``near``."""
    told = (ordinal(form, before) for before, form in pairwise(("", *forms)))
    return {
        each
        for place, each in enumerate(told)
        if each is not None and _is_before(near, forms, place)
    }


def another_time(question: str, text: str) -> str | None:
    """Return the month or weekday of ``question`` where ``text`` only has others, else None."""
    lowered = question.lower()
    if not any(map(lowered.__contains__, _ANY_TIME)):
        return None
    for asked, told in _TIMES:
        found = asked.search(question)
        if found is None or not (names := told.findall(text)):
            continue
        if found[1].removesuffix("s").capitalize() not in names:
            return found[1]
    return None


@lru_cache(maxsize=1 << 12)
def _is_of_one_country(word: str) -> bool:
    """Tell whether a folded word is a people's: what is Italian is European, too."""
    return is_people(word) and country(word) not in _CONTINENTS


def _beyond(word: str) -> Callable[[str], bool] | None:
    """Return what tells a people from beyond the continent of whose people a ``word`` is, if any.

    What is American is not European, as what is Italian is.
    """
    continent = country(word) if is_people(word) else None
    if continent not in _CONTINENTS:
        return None
    within = regions()[continent].countries
    return lambda form: _is_of_one_country(form) and country(form) not in within


def _stands(is_one: Callable[[str], bool], near: Sequence[str], forms: Sequence[str]) -> bool:
    """Tell whether such a word stands up to two words before one of those that are ``near``."""
    return any(is_one(form) and _is_before(near, forms, place) for place, form in enumerate(forms))


def _is_before(near: Sequence[str], forms: Sequence[str], place: int) -> bool:
    """Tell whether one of the words that are ``near`` is among the two behind a ``place``."""
    return any(each in near for each in forms[place + 1 :][:_FOLLOWING])


def _precedes(is_one: Callable[[str], bool], noun: str, forms: Sequence[str]) -> bool:
    """Tell whether such a word stands right before the ``noun``."""
    return any(is_one(left) and right == noun for left, right in pairwise(forms))
