"""Whether a briefing that has most words of a question has what that asks about, too.

The words of a question are found wherever its names are: in each briefing on Norwich. What tells
one of them from another is what happened there, of what kind it was, and who did it.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from bot.search.finding.lacking import weight_of
from bot.search.reading.terms import stems_of
from bot.search.verdict.agents import is_done_by_another
from bot.search.verdict.designations import another_number
from bot.search.verdict.elsewhere import (
    asks_beyond,
    asks_elsewhere,
    is_of_person,
    names_another,
    tells_of,
)
from bot.search.verdict.expecting import lacks_kind
from bot.search.verdict.officers import places_of_officers
from bot.search.verdict.opposites import another_time, may_have_opposite, tells_opposite
from bot.search.verdict.owners import is_of_others, person_asked_of
from bot.search.verdict.points import (
    before_all,
    counts_deeds,
    is_deed,
    is_head_of_keys,
    is_near,
    is_of_number,
    is_subject,
    least_of_point,
    stems_held,
    weight_lacking,
)
from bot.search.verdict.sorts import tells_other_sorts
from bot.search.verdict.succession import leaves_succession_open
from bot.search.verdict.uncounted import (
    counts_things,
    is_anybody,
    leaves_uncounted,
    only_tells_of_one,
)
from bot.search.verdict.unnamed import asked_to_name, is_by_name_of, leaves_unnamed
from bot.search.words.capitals import countries
from bot.search.words.irregular import is_past
from bot.search.words.narrower import has_narrower, tells_narrower
from bot.search.words.numbered import YEAR
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import tantivy

    from bot.search.finding.ranking import Ranked
    from bot.search.index.postings import Hit
    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut
    from bot.search.verdict.elsewhere import NamesIn

_BEFORE_DEED = frozenset("is was were are will has have did would".split())
_OF_A_KIND = re.compile(r"(?:.* )?(?:what|which)")


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

    def lacks_key(self, terms: Sequence[Term], best: Ranked) -> bool:
        """Tell whether the ``best`` lacks one of mere key words, and has none akin to it."""
        _, cut = self.read(best)
        return any(
            self._akin((form_of(term.written),)).isdisjoint(cut.stems)
            for term, has in zip(terms, best.held, strict=True)
            if not (has or term.is_everyday)
        )

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
            self._leaves_kind_open(terms, place, text, cut)
            or self._leaves_deed_open(terms, place, held, cut)
            or tells_other_sorts(terms, place, held, cut, lambda: self._akin((form,)))
        ):
            return term.written
        following = [each.corrected or form_of(each.written) for each in terms[place + 1 :]]
        before = form_of(terms[place - 1].written) if place else ""
        if tells_opposite(form, following, cut.forms, before):
            return f"{term.written} {terms[place + 1].written}" if has else term.written
        return None if has or not self._is_point(terms, place, held, text, cut) else term.written

    def _leaves_kind_open(self, terms: Sequence[Term], place: int, text: str, cut: Cut) -> bool:
        """Tell whether a text has nothing of the kind of thing asked for: "what shoes"."""
        form = form_of(terms[place].written)
        return (
            _OF_A_KIND.fullmatch(before_all(terms, place)) is not None
            and has_narrower(form)
            and not tells_narrower(form, text.lower())
            and self._akin((form,)).isdisjoint(cut.stems)
        )

    def _leaves_deed_open(
        self, terms: Sequence[Term], place: int, held: Sequence[bool], cut: Cut
    ) -> bool:
        """Tell whether a text has neither the kind of thing asked for nor what it did.

        "Which architect designed the hospital?" is not answered by when that opens.
        """
        behind = place + 1
        if (
            behind >= len(terms)
            or held[behind]
            or _OF_A_KIND.fullmatch(terms[place].before) is None
        ):
            return False
        deed = terms[behind]
        form = form_of(deed.written)
        is_verb = deed.before in _BEFORE_DEED or (not deed.before and is_past(form))
        if deed.is_name or deed.is_everyday or not is_verb:
            return False
        others = compress(terms, held)
        told = sum(term.weight for term in others if not (term.is_name or term.is_everyday))
        if told > terms[place].weight + deed.weight:
            return False
        akin = self._akin(form_of(each.written) for each in terms[place : behind + 1])
        return akin.isdisjoint(cut.stems)

    def _leaves_open(self, question: str, terms: Sequence[Term], text: str, cut: Cut) -> bool:
        """Tell whether a text speaks of what is asked for, but not how many or by which name."""
        person = person_asked_of(question, terms, text)
        if person and is_of_others(question, person, text, cut, self._is_counted(terms)):
            return True
        if counts_things(question):
            return self._leaves_uncounted(question, terms, text, cut)
        if leaves_succession_open(question, text):
            return True
        if is_done_by_another(terms, text, cut, self._stem):
            return True
        if head := asked_to_name(question):
            return self._leaves_unnamed(question, head, terms, text, cut)
        return False

    def _leaves_unnamed(
        self, question: str, head: Sequence[str], terms: Sequence[Term], text: str, cut: Cut
    ) -> bool:
        """Tell whether a text speaks of the ``head`` of a question, but not by name."""
        places = cut.speaking_of(self._akin(head))
        if is_by_name_of(question) and places:
            places = cut.speaking_of(self._akin(head[-1:]))
            if not places:
                return True  # rebels, but no "rebel leader"
        asked = stems_of(terms)
        officers = places_of_officers(
            question, head, text, lambda form: form in head or self._stem(form) in asked
        )
        if officers is not None:
            places = cut.sentences_at(officers)
        else:
            others = cut.with_other_forms(head[-1], self._stem(head[-1]))
            places = [place for place in places if place not in others]
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
            is_noun = is_of_number(terms, place)
            if is_noun or counts_deeds(terms, place):
                akin.update(self._akin((form_of(term.written),)))
                own = nouns if is_noun else deeds
                own.update(stem for each in term.alternatives for stem in each.stems)
        return nouns, deeds, akin

    def _is_point(
        self, terms: Sequence[Term], place: int, held: Sequence[bool], text: str, cut: Cut
    ) -> bool:
        term = terms[place]
        form = form_of(term.written)
        if term.is_name:
            # What else a country may be called, as its government or its people, is not looked for.
            is_country = any(each.besides for each in term.alternatives)
            # A capital stands for its country, too.
            is_told = any(tells_of(each.lower(), text) for each in countries(form))
            return not (is_country or is_told) and is_subject(terms, place, held)
        is_counted = is_of_number(terms, place) and not is_anybody(form)
        if term.is_kind or (term.is_everyday and not is_counted):
            return False
        return bool(YEAR.fullmatch(form)) or self._is_asked(terms, place, held, cut)

    def _is_asked(self, terms: Sequence[Term], place: int, held: Sequence[bool], cut: Cut) -> bool:
        """Tell whether a common word is much of what is asked, and the text has none akin to it."""
        term = terms[place]
        form = form_of(term.written)
        # Each word of a text stands for one of a question: who won a cup has won no election.
        kin = self._kin(form) - stems_held(terms, place, held)
        is_capital = term.written[:1].isupper() and place > 0
        is_counted = is_of_number(terms, place)
        is_head = is_head_of_keys(terms, place, held)
        is_told = is_capital or is_counted or is_head or is_deed(terms, place)
        if not (kin or is_told) or not kin.isdisjoint(cut.stems):
            return False
        much = 0.0 if is_head else least_of_point(terms, place)
        is_much = weight_lacking(terms, place, held) > much * weight_of(terms, [True] * len(terms))
        return (is_counted or is_much) and not is_near(form, cut.forms)
