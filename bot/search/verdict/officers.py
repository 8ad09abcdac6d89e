"""Whose those are who have the role that a question asks for: "Togo's president"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.index.names import is_office
from bot.search.reading.told_names import NAME_WORD
from bot.search.words.adjectives import country, is_people
from bot.search.words.capitals import COUNTRIES
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORD = r"(?:(?:\w\.)+(?:['’]s)?|[\w'’-]+)"
_BEHIND = re.compile(rf" (?:of|in) (?:the )?({_WORD}(?: {_WORD})?)")
_BEFORE = re.compile(rf"(?:{_WORD} ){{0,3}}$")
_NAME_BEHIND = re.compile(rf" (?:of|in) (?:the )?({NAME_WORD})")
_NAME_BEFORE = re.compile(rf"({NAME_WORD})['’]s?(?: [a-z]+)? $")
_LONGEST_BEFORE = 48
_IS = re.compile(r"\bwho(?:['’]?s| is)\b", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:former|ex|ousted|deposed|toppled)[ -](?:[\w.'’-]+ ){0,2}$", re.IGNORECASE
)
# Besides offices: who somebody's are.
_ROLES = frozenset(
    """
    agent boss brother chair chairman chairwoman daughter father head husband lawyer manager mother
    owner sister son trainer wife
    """.split()
)


def places_of_officers(
    question: str, head: Sequence[str], text: str, is_asked: Callable[[str], bool]
) -> tuple[int, ...] | None:
    """Return where ``text`` has the role that ``question`` asks for of a country or a name.

    That is where it tells of no other one's: of none whose folded words the question does not ask
    for, as ``is_asked`` tells. Who is president is not told by who was. None is returned where it
    asks for nobody's, or the text does not have the role; its words, with the country's, are the
    ``head`` of the question.
    """
    role = [form for form in head if not _is_country(form)]
    if not any(is_office(form) or form in _ROLES for form in role):
        return None
    spelt = re.compile(rf"\b{' '.join(map(re.escape, role))}\b", re.IGNORECASE)
    asked = spelt.search(question)
    found = [*spelt.finditer(text)] if asked and _whose(asked) else []
    if asked is None or not found:
        return None
    is_now = _IS.search(question) is not None and not _was(asked)
    return tuple(
        each.start()
        for each in found
        if all(map(is_asked, _whose(each))) and not (is_now and _was(each))
    )


def _was(role: re.Match[str]) -> bool:
    """Tell whether somebody had a ``role``, and has it no longer: "former Togolese president"."""
    return _FORMER.search(_text_before(role)) is not None


def _whose(role: re.Match[str]) -> Sequence[str]:
    """Return folded words of the country or name beside a ``role``, none where there is none."""
    if own := _country_beside(role):
        return own
    behind = _NAME_BEHIND.match(role.string, role.end())
    found = behind or _NAME_BEFORE.search(_text_before(role))
    return index_terms(found[1])[:1] if found else ()


def _text_before(role: re.Match[str]) -> str:
    """Return what stands close before a ``role``."""
    return role.string[max(0, role.start() - _LONGEST_BEFORE) : role.start()]


def _country_beside(office: re.Match[str]) -> Sequence[str]:
    """Return the folded words of the country of an ``office``, none where none stands beside it."""
    before = _BEFORE.search(_text_before(office))
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
