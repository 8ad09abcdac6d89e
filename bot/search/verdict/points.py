"""Which words of a question are its point: a deed, an office, a quality, and what was counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.index.names import is_office
from bot.search.reading.spelling import edits_allowed
from bot.search.reading.terms import asks_how_many
from bot.search.verdict.agents import who_did_what
from bot.search.verdict.uncounted import is_unit
from bot.search.words.adjectives import is_people
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.reading.terms import Term

_MUCH = 0.25
_MUCH_OF_QUALITY = 0.22
_MUCH_OF_DEED = 0.18
_MUCH_OF_WHAT_IS_SO = 0.15
"""The share of a question from which a word is its point: any word, of what somebody wants to know
"what is the depth", what somebody did, and what is so or not: "was she arrested". What as many did
always is: "how many were robbed".
"""
_AUXILIARY = (
    r"(?:am|are|is|was|were|did|does|do|has|have|had|will|would|can|could|may|might|must|shall"
    r"|should|been|being)"
)
_OF_A_SUBJECT = re.compile(rf"(?:.* )?{_AUXILIARY}(?: (?:the|an?))?")
_OF_A_DEED = re.compile(rf"(?:.* )?who(?: {_AUXILIARY})*(?: (?:going|about))?(?: +to)?")
_OF_YES_OR_NO = re.compile(rf"{_AUXILIARY}\b(?! to\b).*")
_OF_WHAT_IS_DONE_FOR_A_SUM = re.compile(
    r"(?:.* )?how much (?:did|does|do|will|has|have|would)(?: the)?"
)
_OF_A_SUM = re.compile(r"\bhow much\b")
_PAID = frozenset("pay pays paid paying".split())
_ASKING = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how|or)\b")
_OF_AN_OFFICE = re.compile(r"(?:.* )?who(?:['’]?s| is| was| are| were)(?: the| an?)?")
_OF_A_QUALITY = re.compile(r"(?:.* )?what(?:['’]?s| is| was| are| were)(?: the| an?)?")
_NAMED_OR_NUMBERED = frozenset("name names number".split())
_ABOUT_WHAT = frozenset("about after against at between by for from in on over when with".split())
_TO_BE = frozenset("exist exists existed".split())
"""Verbs that say no more than that there are so many."""
_AUXILIARIES = re.compile(rf"(?:{_AUXILIARY} ?)*")


def before_all(terms: Sequence[Term], place: int) -> str:
    """Return what stands before a word and the people or body it is of: "how many Thai guests"."""
    before = terms[place].before
    if place and not before and _is_of_people(terms[place - 1]):
        return terms[place - 1].before
    return before


def _is_of_people(term: Term) -> bool:
    is_capital = term.written.isupper() and term.written.isalpha()
    return term.is_name and (is_capital or is_people(form_of(term.written)))


def is_of_number(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word is what is counted: "how many guests"."""
    return asks_how_many(before_all(terms, place))


def stems_held(terms: Sequence[Term], place: int, held: Sequence[bool]) -> set[str]:
    """Return the stems of what a briefing has of a question besides the word at a ``place``."""
    others = (term for other, term in enumerate(terms) if held[other] and other != place)
    return {stem for term in others for each in term.alternatives for stem in each.stems}


def least_of_point(terms: Sequence[Term], place: int) -> float:
    """Return the share of a question that a word has to exceed to be its point."""
    whole = (counts_deeds, _is_whether_done, _is_what_was_paid, _sums_deed, _is_named_or_numbered)
    if any(is_point(terms, place) for is_point in whole):
        return 0.0
    if is_deed(terms, place):
        return _MUCH_OF_DEED
    if _is_office_asked_for(terms[place]):
        return 0.0
    if _wants_yes_or_no(terms):
        return _MUCH_OF_WHAT_IS_SO
    return _MUCH_OF_QUALITY if _OF_A_QUALITY.fullmatch(terms[place].before) else _MUCH


def _is_what_was_paid(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word says that a sum, which is asked for, was paid."""
    is_paid = form_of(terms[place].written) in _PAID
    return is_paid and _OF_A_SUM.search(terms[0].before) is not None


def _sums_deed(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word is what somebody did for a sum asked for: "how much did Kruse earn"."""
    return (
        place > 0
        and not terms[place].before
        and terms[place - 1].is_name
        and _OF_WHAT_IS_DONE_FOR_A_SUM.fullmatch(terms[0].before) is not None
        and all(not each.before and each.is_name for each in terms[1:place])
    )


def _is_whether_done(terms: Sequence[Term], place: int) -> bool:
    """Tell whether it is asked if somebody did what a word says: "did Kruse criticise"."""
    found = who_did_what(terms) if _wants_yes_or_no(terms) else None
    return found is not None and found[1] is terms[place]


def _is_named_or_numbered(terms: Sequence[Term], place: int) -> bool:
    """Tell whether the name or the number of what a word says is asked for: "name of the captain".

    Names may stand before it: "number of Thulean soldiers".
    """
    first = _first_of_name(terms, place)
    is_of = first > 0 and terms[first].before.partition(" ")[0] == "of"
    return is_of and form_of(terms[first - 1].written) in _NAMED_OR_NUMBERED


def _is_office_asked_for(term: Term) -> bool:
    """Tell whether it is asked who is in the office that a word tells: "who is president of"."""
    return _OF_AN_OFFICE.fullmatch(term.before) is not None and is_office(form_of(term.written))


def _wants_yes_or_no(terms: Sequence[Term]) -> bool:
    """Tell whether it is asked if something is so, where each word has to be."""
    is_first = _OF_YES_OR_NO.fullmatch(terms[0].before) is not None
    return is_first and not any(_ASKING.search(term.before) for term in terms)


def is_head_of_keys(terms: Sequence[Term], place: int, held: Sequence[bool]) -> bool:
    """Tell whether mere key words ask for a word, and of what: "patent number of the turbine".

    Where it is not "of" that, but on, after or for it, none of the words before may be ``held``.
    """
    if terms[0].before or terms[place].is_name:
        return False
    if any(term.before for term in terms[: place + 1]):
        return False
    behind = next((at for at in range(place + 1, len(terms)) if terms[at].before), None)
    if behind is None:
        return False
    of_what = terms[behind].before.partition(" ")[0]
    if of_what == "of":
        return True
    asks = any(_ASKING.search(term.before) for term in terms[behind + 1 :])
    return of_what in _ABOUT_WHAT and not (asks or any(held[:behind]))


def is_subject(terms: Sequence[Term], place: int, held: Sequence[bool]) -> bool:
    """Tell whether a name, none of whose words is held, is who does what is asked about."""
    if not terms[place].written[:1].isupper() or not _OF_A_SUBJECT.fullmatch(terms[place].before):
        return False
    following = zip(terms[place + 1 :], held[place + 1 :], strict=True)
    for term, has in following:
        if term.before or not term.written[:1].isupper():
            break
        if has:
            return False
    return True


def weight_lacking(terms: Sequence[Term], place: int, held: Sequence[bool]) -> float:
    """Return the weight of a word that lacks; those of an office count together.

    Either word of "who is the chief executive of" says less than both. So does all that lacks of
    what is so or not: "did Ostra expel the envoys".
    """
    if _wants_yes_or_no(terms):
        return sum(
            term.weight
            for term, has in zip(terms, held, strict=True)
            if not (has or term.is_name or term.is_everyday)
        )
    first, last = place, place + 1
    while first > 0 and not terms[first].before and not held[first - 1]:
        first -= 1
    if not _OF_AN_OFFICE.fullmatch(terms[first].before):
        return terms[place].weight
    while last < len(terms) and not terms[last].before and not held[last]:
        last += 1
    return sum(term.weight for term in terms[first:last])


def is_deed(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word is what somebody did: "who robbed", "how many guests were robbed"."""
    is_of_who = _OF_A_DEED.fullmatch(terms[place].before) is not None
    return is_of_who or counts_deeds(terms, place) or _is_whether_done(terms, place)


def counts_deeds(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word is what as many did, or what was done to them."""
    if not place or terms[place].is_name or form_of(terms[place].written) in _TO_BE:
        return False
    first = _first_of_name(terms, place)  # "how many guests did Olga Stein see"
    is_deed = _AUXILIARIES.fullmatch(terms[first].before) is not None
    while is_deed and first > 1 and terms[first - 1].is_name and terms[first].before:
        first = _first_of_name(terms, first - 1)  # "how many guests in Ostra were robbed"
    is_counted = is_of_number(terms, first - 1)
    return is_deed and is_counted and not is_unit(form_of(terms[first - 1].written))


def _first_of_name(terms: Sequence[Term], place: int) -> int:
    """Return where the name begins that ends at a ``place``, or right before it; 1 at the least."""
    while place > 1 and not terms[place].before and terms[place - 1].is_name:
        place -= 1
    return place


def is_near(form: str, forms: Sequence[str]) -> bool:
    """Tell whether one of the ``forms`` of a text is what ``form`` may be misspelt for."""
    allowed = edits_allowed(form)
    near = process.extractOne(form, forms, scorer=OSA.distance, score_cutoff=allowed)
    return near is not None
