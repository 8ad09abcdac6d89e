"""Whether a briefing that has most words of a question has what that asks about, too.

The words of a question are found wherever its names are: in each briefing on Norwich. What tells
one of them from another is what happened there, of what kind it was, and who did it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.finding.lacking import weight_of
from bot.search.index.names import is_office
from bot.search.reading.spelling import edits_allowed
from bot.search.reading.terms import stems_of
from bot.search.verdict.designations import another_number
from bot.search.verdict.elsewhere import asks_beyond, asks_elsewhere, is_of_person, names_another
from bot.search.verdict.expecting import lacks_kind
from bot.search.verdict.officers import places_of_officers
from bot.search.verdict.opposites import another_time, may_have_opposite, tells_opposite
from bot.search.verdict.owners import is_of_others, person_asked_of
from bot.search.verdict.sorts import tells_other_sorts
from bot.search.verdict.succession import leaves_succession_open
from bot.search.verdict.uncounted import (
    counts_things,
    is_anybody,
    is_unit,
    leaves_uncounted,
    only_tells_of_one,
)
from bot.search.verdict.unnamed import asked_to_name, is_by_name_of, leaves_unnamed
from bot.search.words.capitals import countries
from bot.search.words.narrower import has_narrower, tells_narrower
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import tantivy

    from bot.search.finding.ranking import Ranked
    from bot.search.index.postings import Hit
    from bot.search.reading.terms import Term
    from bot.search.verdict.elsewhere import NamesIn
    from bot.search.verdict.passage import Cut

_MUCH = 0.25
_MUCH_OF_QUALITY = 0.22
_MUCH_OF_DEED = 0.18
_MUCH_OF_WHAT_IS_SO = 0.2
"""The share of a question from which a word is its point: any word, of what somebody wants to know
"what is the depth", what somebody did, and what is so or not: "was she arrested". What as many did
always is: "how many were robbed".
"""
_AUXILIARY = (
    r"(?:am|are|is|was|were|did|does|do|has|have|had|will|would|can|could|may|might|must|shall"
    r"|should|been|being)"
)
_OF_A_SUBJECT = re.compile(rf"(?:.* )?{_AUXILIARY}(?: (?:the|an?))?")
_OF_A_DEED = re.compile(rf"(?:.* )?who(?: {_AUXILIARY})*")
_OF_WHAT_IS_COUNTED = re.compile(r"(?:.* )?how many")
_OF_A_KIND = re.compile(r"(?:.* )?(?:what|which)")
_OF_YES_OR_NO = re.compile(rf"{_AUXILIARY}\b(?! to\b).*")
_OF_A_SUM = re.compile(r"\bhow much\b")
_PAID = frozenset("pay pays paid paying".split())
_ASKING = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how|or)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_AN_OFFICE = re.compile(r"(?:.* )?who(?:['’]?s| is| was| are| were)(?: the| an?)?")
_OF_A_QUALITY = re.compile(r"(?:.* )?what(?:['’]?s| is| was| are| were)(?: the| an?)?")
_TO_BE = frozenset("exist exists existed".split())
"""Verbs that say no more than that there are so many."""
_AUXILIARIES = re.compile(rf"(?:{_AUXILIARY} ?)*")


class Point:
    """Tells whether briefings of one edition have the point of a question.

    ``kin`` gives the stems of the meanings of a folded word, none where none are known, and
    ``is_name`` tells whether one is a name in the briefings. ``names_in`` gives the names of a
    region and of what lies there.
    """

    def __init__(
        self,
        fetch: Callable[[tantivy.DocAddress], Hit],
        cut: Callable[[str], Cut],
        stem: Callable[[str], str],
        kin: Callable[[str], frozenset[str]],
        is_name: Callable[[str], bool],
        names_in: NamesIn,
    ) -> None:
        self._fetch = fetch
        self._cut = cut
        self._stem = stem
        self._kin = kin
        self._is_name = is_name
        self.names_in = names_in

    def lacks(self, question: str, terms: Sequence[Term], ranked: Ranked) -> bool:
        """Tell whether a briefing leaves open what is asked for, or who somebody is."""
        if lacks_kind(question, self.text(ranked)):
            return True
        head = asked_to_name(question)
        return bool(head) and self._leaves_unnamed(question, head, terms, *self.read(ranked))

    def read(self, ranked: Ranked) -> tuple[str, Cut]:
        """Return the text of a briefing, whole and cut into sentences and words."""
        text = self.text(ranked)
        return text, self._cut(text)

    def text(self, ranked: Ranked) -> str:
        """Return the text of a briefing."""
        return self._fetch(ranked.found.address).briefing.text

    def _another(self, question: str, text: str) -> str | None:
        """Return the time or number of ``question`` where ``text`` only has others, else None."""
        return another_time(question, text) or another_number(question, text, self._is_name)

    def is_of_another(self, question: str, terms: Sequence[Term], best: Ranked) -> bool:
        """Tell whether the ``best`` is of another country, region or number than one named."""
        text = self.text(best)
        return another_number(question, text, self._is_name) is not None or any(
            names_another(terms, place, text)
            or is_of_person(term, best.held[place], text, self.names_in)
            or (term.region and asks_beyond(self.names_in(term.region), best.held[place], text))
            for place, term in enumerate(terms)
        )

    def missed(self, question: str, terms: Sequence[Term], best: Ranked) -> tuple[str, ...] | None:
        """Return the words for which the ``best`` briefing misses the point, None where it has it.

        There are none where only nothing of the kind that is asked for is in it.
        """
        text, cut = self.read(best)
        words = tuple(
            word
            for place in range(len(terms))
            if (word := self._missed(terms, place, best.held, text, cut))
        )
        if not words and (other := self._another(question, text)):
            return (other,)
        if words or lacks_kind(question, text) or self._leaves_open(question, terms, text, cut):
            return words
        return None

    def _missed(
        self, terms: Sequence[Term], place: int, held: Sequence[bool], text: str, cut: Cut
    ) -> str | None:
        """Return a word of the question for which the best briefing misses the point, else None."""
        term, has = terms[place], held[place]
        form = form_of(term.written)
        if names_another(terms, place, text):
            return f"{term.written} {terms[place + 1].written}"
        names_in = self.names_in
        if is_of_person(term, has, text, names_in) or asks_elsewhere(
            terms, place, has, text, names_in
        ):
            return term.written
        if has and not may_have_opposite(form):
            return None
        if not has and (
            self._leaves_kind_open(term, text, cut)
            or tells_other_sorts(terms, place, held, cut, lambda: self._akin((form,)))
        ):
            return term.written
        following = [each.corrected or form_of(each.written) for each in terms[place + 1 :]]
        before = form_of(terms[place - 1].written) if place else ""
        if tells_opposite(form, following, cut.forms, before):
            return f"{term.written} {terms[place + 1].written}" if has else term.written
        return None if has or not self._is_point(terms, place, held, cut) else term.written

    def _leaves_kind_open(self, term: Term, text: str, cut: Cut) -> bool:
        """Tell whether a text has nothing of the kind of thing asked for: "what shoes"."""
        form = form_of(term.written)
        return (
            _OF_A_KIND.fullmatch(term.before) is not None
            and has_narrower(form)
            and not tells_narrower(form, text.lower())
            and self._akin((form,)).isdisjoint(cut.stems)
        )

    def _leaves_open(self, question: str, terms: Sequence[Term], text: str, cut: Cut) -> bool:
        """Tell whether a text speaks of what is asked for, but not how many or by which name."""
        person = person_asked_of(question, terms, text)
        if person and is_of_others(question, person, text, cut, self._is_counted(terms)):
            return True
        if counts_things(question):
            return self._leaves_uncounted(question, terms, text, cut)
        if leaves_succession_open(question, text):
            return True
        if head := asked_to_name(question):
            return self._leaves_unnamed(question, head, terms, text, cut)
        return False

    def _leaves_unnamed(
        self, question: str, head: Sequence[str], terms: Sequence[Term], text: str, cut: Cut
    ) -> bool:
        """Tell whether a text speaks of the ``head`` of a question, but not by name."""
        places = cut.speaking_of(self._akin(head))
        if is_by_name_of(question) and places and not cut.speaking_of(self._akin(head[-1:])):
            return True  # rebels, but no "rebel leader"
        asked = stems_of(terms)
        officers = places_of_officers(
            question, head, text, lambda form: form in head or self._stem(form) in asked
        )
        if officers is not None:
            places = cut.sentences_at(officers)
        parts = [text[each.start : each.end] for each in cut.sentences]
        is_of_others = officers == ()
        return is_of_others or leaves_unnamed(question, parts, places, self._is_name)

    def _leaves_uncounted(self, question: str, terms: Sequence[Term], text: str, cut: Cut) -> bool:
        nouns, deeds, akin = self._stems_counted(terms)
        own = nouns | deeds
        places = cut.speaking_of(own)
        if only_tells_of_one(question, text) and not self._tells_both(nouns, deeds | akin, cut):
            return True
        either = own | akin
        is_counted = (lambda form: self._stem(form) in either) if places else None
        told = [cut.sentences[place] for place in places or cut.speaking_of(akin)]
        parts = [text[each.start : each.end] for each in told]
        return leaves_uncounted(question, parts, is_counted)

    def _is_counted(self, terms: Sequence[Term]) -> Callable[[str], bool]:
        """Return what tells which folded words are what is counted."""
        nouns = self._stems_counted(terms)[0]
        return lambda form: self._stem(form) in nouns

    def _tells_both(self, nouns: set[str], deeds: set[str], cut: Cut) -> bool:
        """Tell whether a sentence speaks of what is counted and of what that did."""
        return not set(cut.speaking_of(nouns)).isdisjoint(cut.speaking_of(deeds - nouns))

    def _akin(self, forms: Iterable[str]) -> set[str]:
        """Return the stems of folded words, and of what means nearly the same."""
        return {stem for form in forms for stem in (self._stem(form), *self._kin(form))}

    def _stems_counted(self, terms: Sequence[Term]) -> tuple[set[str], set[str], set[str]]:
        """Return the stems of what is counted, of what it did, and what means nearly either."""
        nouns: set[str] = set()
        deeds: set[str] = set()
        akin: set[str] = set()
        for place, term in enumerate(terms):
            is_noun = _OF_WHAT_IS_COUNTED.fullmatch(term.before) is not None
            if is_noun or _counts_deeds(terms, place):
                akin.update(self._akin((form_of(term.written),)))
                own = nouns if is_noun else deeds
                own.update(stem for each in term.alternatives for stem in each.stems)
        return nouns, deeds, akin

    def _is_point(self, terms: Sequence[Term], place: int, held: Sequence[bool], cut: Cut) -> bool:
        term = terms[place]
        form = form_of(term.written)
        if term.is_name:
            # What else a country may be called, as its government or its people, is not looked for.
            is_country = countries(form) or any(each.besides for each in term.alternatives)
            return not is_country and _is_subject(terms, place, held)
        is_counted = _OF_WHAT_IS_COUNTED.fullmatch(term.before) and not is_anybody(form)
        if term.is_kind or (term.is_everyday and not is_counted):
            return False
        return bool(_YEAR.fullmatch(form)) or self._is_asked(terms, place, held, cut)

    def _is_asked(self, terms: Sequence[Term], place: int, held: Sequence[bool], cut: Cut) -> bool:
        """Tell whether a common word is much of what is asked, and the text has none akin to it."""
        term = terms[place]
        form = form_of(term.written)
        # Each word of a text stands for one of a question: who won a cup has won no election.
        kin = self._kin(form) - _stems_held(terms, place, held)
        is_capital = term.written[:1].isupper() and place > 0
        is_counted = _OF_WHAT_IS_COUNTED.fullmatch(term.before) is not None
        is_deed = _is_deed(terms, place)
        if not (kin or is_capital or is_counted or is_deed) or not kin.isdisjoint(cut.stems):
            return False
        much = _least_of_point(terms, place)
        is_much = _weight_lacking(terms, place, held) > much * weight_of(terms, [True] * len(terms))
        return (is_counted or is_much) and not _is_near(form, cut.forms)


def _stems_held(terms: Sequence[Term], place: int, held: Sequence[bool]) -> set[str]:
    """Return the stems of what a briefing has of a question besides the word at a ``place``."""
    others = (term for other, term in enumerate(terms) if held[other] and other != place)
    return {stem for term in others for each in term.alternatives for stem in each.stems}


def _least_of_point(terms: Sequence[Term], place: int) -> float:
    """Return the share of a question that a word has to exceed to be its point."""
    if _counts_deeds(terms, place) or _is_what_was_paid(terms, place):
        return 0.0
    if _is_deed(terms, place):
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


def _is_office_asked_for(term: Term) -> bool:
    """Tell whether it is asked who is in the office that a word tells: "who is president of"."""
    return _OF_AN_OFFICE.fullmatch(term.before) is not None and is_office(form_of(term.written))


def _wants_yes_or_no(terms: Sequence[Term]) -> bool:
    """Tell whether it is asked if something is so, where each word has to be."""
    is_first = _OF_YES_OR_NO.fullmatch(terms[0].before) is not None
    return is_first and not any(_ASKING.search(term.before) for term in terms)


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
    return bool(_OF_A_DEED.fullmatch(terms[place].before)) or _counts_deeds(terms, place)


def _counts_deeds(terms: Sequence[Term], place: int) -> bool:
    """Tell whether a word is what as many did, or what was done to them."""
    if not place or terms[place].is_name or form_of(terms[place].written) in _TO_BE:
        return False
    first = place
    while first > 1 and terms[first - 1].is_name and not terms[first].before:
        first -= 1  # "how many guests did Olga Stein see"
    counted = terms[first - 1]
    return (
        _OF_WHAT_IS_COUNTED.fullmatch(counted.before) is not None
        and not is_unit(form_of(counted.written))
        and _AUXILIARIES.fullmatch(terms[first].before) is not None
    )


def _is_near(form: str, forms: Sequence[str]) -> bool:
    """Tell whether one of the ``forms`` of a text is what ``form`` may be misspelt for."""
    allowed = edits_allowed(form)
    near = process.extractOne(form, forms, scorer=OSA.distance, score_cutoff=allowed)
    return near is not None
