"""Of which country those are who have the office that a question asks for: "Togo's president"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.index.names import is_office
from bot.search.words.adjectives import country, is_people
from bot.search.words.capitals import COUNTRIES
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORD = r"(?:(?:\w\.)+(?:['’]s)?|[\w'’-]+)"
_BEHIND = re.compile(rf" (?:of|in) (?:the )?({_WORD}(?: {_WORD})?)")
_BEFORE = re.compile(rf"(?:{_WORD} ){{0,3}}$")
_LONGEST_BEFORE = 48


def places_of_officers(
    question: str, head: Sequence[str], text: str, is_asked: Callable[[str], bool]
) -> tuple[int, ...] | None:
    """Return where ``text`` has the office of a country that ``question`` asks for.

    That is where it tells of no other country's: of none whose folded words the question does not
    ask for, as ``is_asked`` tells. None is returned where it asks for no country's, or the text
    does not have the office; its words, with the country's, are the ``head`` of the question.
    """
    office = [form for form in head if not _is_country(form)]
    if not any(map(is_office, office)):
        return None
    spelt = re.compile(rf"\b{' '.join(map(re.escape, office))}\b", re.IGNORECASE)
    asked = spelt.search(question)
    found = [*spelt.finditer(text)] if asked and _country_beside(asked) else []
    if not found:
        return None
    return tuple(each.start() for each in found if all(map(is_asked, _country_beside(each))))


def _country_beside(office: re.Match[str]) -> Sequence[str]:
    """Return the folded words of the country of an ``office``, none where none stands beside it."""
    start = office.start()
    before = _BEFORE.search(office.string[max(0, start - _LONGEST_BEFORE) : start])
    behind = _BEHIND.match(office.string, office.end())
    near = index_terms(behind[1])[:2] if behind else []
    return _country_in(near) or _country_in(index_terms(before[0])[-2:] if before else [])


def _country_in(forms: Sequence[str]) -> Sequence[str]:
    if " ".join(forms) in COUNTRIES:
        return forms
    return [form for form in forms if _is_country(form)][-1:]


def _is_country(form: str) -> bool:
    """Tell whether a folded word is a country, or its people's."""
    return country(form) is not None or is_people(form)
