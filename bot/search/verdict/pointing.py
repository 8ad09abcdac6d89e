"""Whether a briefing that has most words of a question has what that asks about, too.

The words of a question are found wherever its names are: in each briefing on Norwich. What tells
one of them from another is what happened there, of what kind it was, and who did it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.finding.lacking import lacks_names, weight_of
from bot.search.reading.spelling import edits_allowed
from bot.search.verdict.expecting import lacks_kind
from bot.search.verdict.opposites import tells_opposite
from bot.search.words.capitals import countries
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import tantivy

    from bot.search.finding.ranking import Ranked
    from bot.search.index.postings import Hit
    from bot.search.reading.terms import Term
    from bot.search.verdict.passage import Cut

_MUCH = 0.25
_MUCH_OF_DEED = 0.18
"""The share of a question from which a word is its point: any word, and what somebody did."""
_MOST_EQUAL = 5
_NEARLY_AS_GOOD = 0.7
"""How many of the best may tell what the very best leaves open, and the least they score of it."""
_AUXILIARY = (
    r"(?:am|are|is|was|were|did|does|do|has|have|had|will|would|can|could|may|might|must|shall"
    r"|should|been|being)"
)
_OF_A_SUBJECT = re.compile(rf"(?:.* )?{_AUXILIARY}(?: (?:the|an?))?")
_OF_A_DEED = re.compile(rf"(?:.* )?who(?: {_AUXILIARY})*")
_OF_WHAT_IS_COUNTED = re.compile(r"(?:.* )?how many")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_AN_OFFICE = re.compile(r"(?:.* )?who(?:['’]?s| is| was| are| were)(?: the| an?)?")
_AUXILIARIES = re.compile(rf"(?:{_AUXILIARY} ?)*")


class Point:
    """Tells whether briefings of one edition have the point of a question.

    ``kin`` gives the stems of the meanings of a folded word, none where none are known.
    """

    def __init__(
        self,
        fetch: Callable[[tantivy.DocAddress], Hit],
        cut: Callable[[str], Cut],
        kin: Callable[[str], frozenset[str]],
    ) -> None:
        self._fetch = fetch
        self._cut = cut
        self._kin = kin

    def telling_first(
        self, question: str, terms: Sequence[Term], ranked: list[Ranked]
    ) -> list[Ranked]:
        """Return the ``ranked``, first of nearly equal ones what tells the kind of thing asked for.

        What first reports leave open, as how many were hurt, later ones on the same matter tell.
        """
        if not ranked or not lacks_kind(question, self._text(best := ranked[0])):
            return ranked
        for place, each in enumerate(ranked[1:_MOST_EQUAL], start=1):
            if each.score < _NEARLY_AS_GOOD * best.score:
                break
            has_names = lacks_names(terms, best.held) or not lacks_names(terms, each.held)
            if has_names and not lacks_kind(question, self._text(each)):
                return [each, *ranked[:place], *ranked[place + 1 :]]
        return ranked

    def _text(self, ranked: Ranked) -> str:
        return self._fetch(ranked.found.address).briefing.text

    def missed(self, question: str, terms: Sequence[Term], best: Ranked) -> tuple[str, ...] | None:
        """Return the words for which the ``best`` briefing misses the point, None where it has it.

        There are none where only nothing of the kind that is asked for is in it.
        """
        text = self._text(best)
        lacking = [place for place, has in enumerate(best.held) if not has]
        cut = self._cut(text) if lacking else None
        words = tuple(
            terms[place].written
            for place in lacking
            if cut and self._is_point(terms, place, best.held, cut)
        )
        return words if words or lacks_kind(question, text) else None

    def _is_point(self, terms: Sequence[Term], place: int, held: Sequence[bool], cut: Cut) -> bool:
        term = terms[place]
        form = form_of(term.written)
        following = [form_of(each.written) for each in terms[place + 1 :]]
        if tells_opposite(form, following, cut.forms):
            return True
        if term.is_name:
            # What else a country may be called, as its government or its people, is not looked for.
            is_country = countries(form) or any(each.besides for each in term.alternatives)
            return not is_country and _is_subject(terms, place, held)
        if term.is_everyday or term.is_kind:
            return False
        return bool(_YEAR.fullmatch(form)) or self._is_asked(terms, place, held, cut)

    def _is_asked(self, terms: Sequence[Term], place: int, held: Sequence[bool], cut: Cut) -> bool:
        """Tell whether a common word is much of what is asked, and the text has none akin to it."""
        term = terms[place]
        form = form_of(term.written)
        kin = self._kin(form)
        is_capital = term.written[:1].isupper() and place > 0
        is_counted = _OF_WHAT_IS_COUNTED.fullmatch(term.before) is not None
        if not (kin or is_capital or is_counted) or not kin.isdisjoint(cut.stems):
            return False
        much = _MUCH_OF_DEED if _is_deed(terms, place) else _MUCH
        is_much = _weight_lacking(terms, place, held) > much * weight_of(terms, [True] * len(terms))
        return (is_counted or is_much) and not _is_near(form, cut.forms)


def _is_subject(terms: Sequence[Term], place: int, held: Sequence[bool]) -> bool:
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


def _weight_lacking(terms: Sequence[Term], place: int, held: Sequence[bool]) -> float:
    """Return the weight of a word that lacks; those of an office count together.

    Either word of "who is the chief executive of" says less than both.
    """
    first, last = place, place + 1
    while first > 0 and not terms[first].before and not held[first - 1]:
        first -= 1
    if not _OF_AN_OFFICE.fullmatch(terms[first].before):
        return terms[place].weight
    while last < len(terms) and not terms[last].before and not held[last]:
        last += 1
    return sum(term.weight for term in terms[first:last])


def _is_deed(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word is what somebody did: "who robbed", "how many guests were robbed"."""
    before = terms[place].before
    if _OF_A_DEED.fullmatch(before):
        return True
    counts = place > 0 and _OF_WHAT_IS_COUNTED.fullmatch(terms[place - 1].before)
    return bool(counts) and _AUXILIARIES.fullmatch(before) is not None


def _is_near(form: str, forms: Sequence[str]) -> bool:
    """Tell whether one of the ``forms`` of a text is what ``form`` may be misspelt for."""
    allowed = edits_allowed(form)
    near = process.extractOne(form, forms, scorer=OSA.distance, score_cutoff=allowed)
    return near is not None
