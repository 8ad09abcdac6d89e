"""Whether all that a text tells of a quantity is another person's than the one asked for.

"Olga Stein earns 900 crowns" does not tell what Emil Harder earns, whom it only mentions.
"""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from bot.search.index.names import is_body, is_office
from bot.search.reading.asking import kind_asked_for
from bot.search.reading.kinds import Kind, places_told
from bot.search.reading.told_names import NAME
from bot.search.words.adjectives import country, is_people
from bot.search.words.days import MONTH_OF
from bot.search.words.text import form_of, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut

_OWNED = frozenset({Kind.AGE, Kind.COUNT, Kind.MONEY, Kind.DURATION})
_OF_A_SUBJECT = re.compile(r"(?:.* )?(?:did|does|do|has|had|will|would|is|was|must|can)")
_REFERS = re.compile(r"\b(?:he|she|him|her|they|them|it)\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:sa(?:id|ys|ying)|told|tells|according|wrote|announced|reported)\b")
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|off|from|to|of|for|against|by|with|over|than) (?:the )?$"
)
_LONGEST_BEFORE = 16
_LONGEST_BEHIND = 40
_NEAR = 3
"""Words behind a number among which is what it counts."""


def person_asked_of(question: str, terms: Sequence[Term], text: str) -> tuple[str, ...]:
    """Return the folded name of the person of whom a quantity is asked; none where there is none.

    Of one word, it is a person's where the ``text`` has another one before it.
    """
    if kind_asked_for(question) not in _OWNED:
        return ()
    first = next(
        (
            place
            for place, term in enumerate(terms)
            if term.is_name and _OF_A_SUBJECT.fullmatch(term.before)
        ),
        None,
    )
    if first is None:
        return ()
    more = takewhile(lambda term: term.is_name and not term.before, terms[first + 1 :])
    name = tuple(term.corrected or form_of(term.written) for term in (terms[first], *more))
    if any(_is_no_person(form) for form in name):
        return ()
    return name if name[-1] in _last_names(text) else ()


def is_of_others(
    question: str, person: Sequence[str], text: str, cut: Cut, is_counted: Callable[[str], bool]
) -> bool:
    """Tell whether each number of the kind asked for stands behind somebody else's name.

    In that sentence the ``person`` asked for is neither named nor meant by a pronoun, and nobody
    only says it. ``is_counted`` tells which folded words are what is counted.
    """
    kind = kind_asked_for(question)
    named = {*index_terms(question)}
    found = [
        start
        for start, end in places_told(kind, text, named)
        if kind is not Kind.COUNT
        or any(map(is_counted, index_terms(text[end : end + _LONGEST_BEHIND])[:_NEAR]))
    ]
    last_names = _last_names(text)

    def is_another(start: int) -> bool:
        sentence = next(each for each in cut.sentences if start < each.end)
        whole = text[sentence.start : sentence.end]
        if person[-1] in index_terms(whole) or _SAYS.search(whole):
            return False
        before = text[sentence.start : start]
        ends = [*_persons(before, named, last_names)]
        return bool(ends) and not _REFERS.search(before, ends[-1])

    return bool(found) and all(map(is_another, found))


def _last_names(text: str) -> set[str]:
    told = (index_terms(found[0]) for found in NAME.finditer(text))
    return {each[-1] for each in told if len(each) > 1}


def _persons(before: str, named: Collection[str], last_names: Collection[str]) -> Iterator[int]:
    """Yield where the names of others than are ``named`` end that stand in a stretch of text.

    A single word that opens it has to be among the ``last_names`` of the text.
    """
    for found in NAME.finditer(before):
        forms = [*dropwhile(is_office, index_terms(found[0]))]
        opens = not before[: found.start()].strip()
        if not forms or any(form in named or _is_no_person(form) for form in forms):
            continue
        if len(forms) == 1 and (forms[0] in MONTH_OF or (opens and forms[0] not in last_names)):
            continue
        if not _BEFORE_PLACE.search(
            before[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
        ):
            yield found.end()


def _is_no_person(form: str) -> bool:
    """Tell whether a folded word of a name is an office, a body or a country."""
    is_title = is_office(form) or is_body(form)
    return is_title or country(form) is not None or is_people(form)
