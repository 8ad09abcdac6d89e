"""What one word of a question may mean: other forms, other names, corrections."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, starmap
from typing import TYPE_CHECKING

from bot.search.index.postings import Alternative
from bot.search.reading.everyday import is_everyday
from bot.search.reading.making import Making, commonest_first
from bot.search.reading.spelling import (
    candidates,
    is_of_place,
    is_same_name,
    sounds_the_same,
)
from bot.search.reading.terms import DERIVED_WEIGHT, HEAD_WEIGHT, Term
from bot.search.words import adjectives
from bot.search.words.deriving import derived_words
from bot.search.words.doubles import doublings, without_doubles
from bot.search.words.homophones import homophones
from bot.search.words.inflecting import forms, spelt_bases
from bot.search.words.irregular import irregular_stems, other_number
from bot.search.words.phrases import phrases_for
from bot.search.words.prefixes import denials, unprefixed
from bot.search.words.spellings import as_abbreviated, other_spellings
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.synonyms import is_listed, synonyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.reading.spelling import Candidate
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_PENALTY_AN_EDIT = 0.95
_MEANINGS_KEPT = 1 << 11
_FORMS_KEPT = 1 << 12
"""Words of the list of meanings, of which the same are asked for again and again."""
_ALIAS_WEIGHT = 0.95
_SYNONYM_WEIGHT = 0.6
_VERB_ALONE = 0.5
"""What an everyday verb is trusted without its particle."""
_FAMILY_WEIGHT = 0.8
_DERIVING = frozenset(
    "able ation ations er ers ful ible ish ism ist ists less ly ment ments ness or ors".split()
)
"""What may stand behind the stem of a rare word that is spelt right: "deporters"."""
_LONGEST_INITIALS = 5
_SHORTEST_LEAD = 3
_SHORTEST_HEAD = 5
_SHORTEST_SLIP = 4
_FARTHER = 2
_FAR_COMMONER = 1.5


class Meanings:
    """What words mean over one edition.

    People ask with the same words again and again; what they mean lasts as long as the edition
    does, and is remembered.
    """

    def __init__(self, lexicon: Lexicon, english: Frequencies) -> None:
        self._lexicon = lexicon
        self._english = english
        self._making = Making(lexicon, english)
        self._irregular = irregular_stems(lexicon.stem)
        self.synonymous = lru_cache(_MEANINGS_KEPT)(self._synonymous)
        self.of = lru_cache(_MEANINGS_KEPT)(self._meaning_of)
        self.kin = lru_cache(_MEANINGS_KEPT)(self._kin_of)
        self._denials = lru_cache(_FORMS_KEPT)(self._denials_of)
        self._held_forms = lru_cache(_FORMS_KEPT)(self._held_forms_of)

    def _meaning_of(self, word: str, others: tuple[tuple[str, ...], ...]) -> Term:
        """Return the term for a word, with the names ``others`` that may stand in its place."""
        lexicon = self._lexicon
        names = self.names(word, others)
        alternatives = self._as_spelt(word)
        self._add_names(alternatives, others)
        if not names and not alternatives and (either := self._unprefixed(word)):
            weight = self._making.weight(word, [each.stem for each in either])
            return self._making.term(word, either, weight, ())
        near: tuple[Candidate, ...] = ()
        if not names and (not alternatives or (not others and self._may_be_misspelt(word))):
            near = candidates(word, lexicon, self._english, is_name=bool(others))
            # "nigera" is "Nigeria" misspelt, and no other form of "Nigerian".
            closest = near[0] if near else None
            if closest and closest.distance < _FARTHER:
                is_kin = closest.word in adjectives.relatives(word)
                alternatives = alternatives if is_kin else {}
        if alternatives:
            near = ()
        elif not names:
            if meant := self._english_word(word, near):
                return self.misspelt(word, meant)
            for each in reversed(near):
                trust = _PENALTY_AN_EDIT**each.distance
                alternatives[lexicon.stem(each.word)] = trust
                self._add_family(alternatives, each.word, trust)
            if near and adjectives.country(near[0].word):
                self._add_derived(alternatives, near[0].word)
        if not alternatives and not names and (head := self._head(word)):
            alternatives[lexicon.stem(head)] = HEAD_WEIGHT
        known = {
            stem: value for stem, value in alternatives.items() if lexicon.stem_frequency(stem)
        }
        weight = self._making.weight(word, [*known, *(name.stem for name in names)])
        single = tuple(Alternative(stem, value) for stem, value in sorted(known.items()))
        either = single + names
        return self._making.term(word, either, weight, near)

    def _add_names(
        self, alternatives: dict[str, float], others: tuple[tuple[str, ...], ...]
    ) -> None:
        """Add the names of one word, and, where briefings have none, their peoples or countries."""
        lexicon = self._lexicon
        words = [other[0] for other in others if len(other) < 2 and self._may_be(other[0])]
        for stem in filter(lexicon.stem_frequency, map(lexicon.stem, words)):
            alternatives.setdefault(stem, _ALIAS_WEIGHT)
        if words and not any(map(lexicon.stem_frequency, alternatives)):
            for derived in chain.from_iterable(map(adjectives.relatives, words)):
                if lexicon.is_name(derived):
                    alternatives[lexicon.stem(derived)] = DERIVED_WEIGHT

    def _may_be(self, name: str) -> bool:
        """Tell whether briefings may have a name or word; "Boeing" has the stem of "BoE"."""
        if len(name) > _LONGEST_INITIALS or self._english.zipf(name):
            return True
        return any(map(self._lexicon.has_word, (*spelt_bases(name), f"{name}s")))

    def _may_be_misspelt(self, word: str) -> bool:
        """Tell whether neither the briefings nor English have a word, nor what it is a form of.

        "Fancis" has the stem of "fancy", and is rather "Francis".
        """
        lexicon = self._lexicon
        other = other_number(word)
        if self._english.zipf(word) or (other and lexicon.has_word(other)):
            return False
        stem = lexicon.stem(word)
        if not lexicon.stem_frequency(stem):
            return True
        if word.removeprefix(stem) in _DERIVING or is_listed(word):
            return False
        return not any(
            lexicon.has_word(base) or self._english.zipf(base) for base in spelt_bases(word)
        )

    def _as_spelt(self, word: str) -> dict[str, float]:
        """Return the stems of what briefings have of a word and its other forms and spellings."""
        lexicon = self._lexicon
        found: dict[str, float] = {}
        if self._may_be(word) and lexicon.stem_frequency(lexicon.stem(word)):
            found[lexicon.stem(word)] = 1.0
        for spelling in other_spellings(word):
            stem = lexicon.stem(spelling)
            # "criticise" meets "criticized", but a spelling that is no word meets nothing else.
            is_word = lexicon.has_word(spelling) or self._english.zipf(spelling)
            if is_word and lexicon.stem_frequency(stem):
                found.setdefault(stem, 1.0)
        self._add_derived(found, word)
        for spelling in (word, *other_spellings(word)):
            self._add_family(found, spelling, 1.0)
        if (other := as_abbreviated(word)) and not found and lexicon.has_word(other):
            found[lexicon.stem(other)] = 1.0
        return found

    def _english_word(self, word: str, near: Sequence[Candidate]) -> str | None:
        """Return the English word that one found nowhere is a slip for, if that is likelier.

        "threten" is one edit from "threaten", and two from the "three" that the briefings have.
        """
        english = self._english
        if len(word) < _SHORTEST_SLIP or is_of_place(word):
            return None
        used = english.zipf(word)
        if not used and (doubled := self._doubled(word, near)):
            return doubled
        if near and (
            near[0].distance < _FARTHER or is_same_name(word, near[0].word, self._lexicon)
        ):
            return None
        if used and word.endswith("in"):
            # "goin" is so common that it counts as a word.
            return whole if english.zipf(whole := f"{word}g") >= used + _FAR_COMMONER else None
        # "Burglars" are English as a burglar is, and no slip for a burglary.
        is_form = used or any(map(english.zipf, spelt_bases(word))) or is_listed(word)
        return None if is_form else self._slip(word, near)

    def _doubled(self, word: str, near: Sequence[Candidate]) -> str | None:
        """Return the English word that lacks or has but a second equal letter, if it is one.

        "Aple" is "apple" rather than what is "able", unless the briefings have one as near.
        """
        zipf = self._english.zipf
        if near and without_doubles(near[0].word) == without_doubles(word):
            return None
        return max(filter(zipf, doublings(word)), key=zipf, default=None)

    def _slip(self, word: str, near: Sequence[Candidate]) -> str | None:
        """Return the English word that ``word`` is a slip for, None if it is what is ``near``.

        That is the commonest, or rather one of which the briefings have a form unless it is far
        rarer: "prase" is "praise" where somebody "praised", and not "phase".
        """
        english = self._english
        likely = english.near(word)
        if not likely or english.zipf(self._lexicon.stem(word)):
            return next(iter(likely), None)  # who "flees" is not what "flies"
        held = next(filter(self._is_held, likely), None)
        if held and english.zipf(held) > english.zipf(likely[0]) - _FAR_COMMONER:
            return held
        # "grane" is the "grain" that the briefings have, rather than a crane that they have not.
        return None if near and sounds_the_same(word, near[0].word) else likely[0]

    def _is_held(self, word: str) -> bool:
        """Tell whether the briefings have a form of a word."""
        return self._lexicon.stem_frequency(self._lexicon.stem(word)) > 0

    def misspelt(self, word: str, meant: str, others: tuple[tuple[str, ...], ...] = ()) -> Term:
        """Return the term for a word that is misspelt for ``meant``, which briefings may lack."""
        term = self.of(meant, others)
        readings: tuple[str, ...] = (meant,) if term.alternatives else ()
        edits = len(readings)
        if not term.alternatives and (other := self.synonymous(meant, meant)):
            term, readings = other, other.readings
        trusted = (
            each._replace(weight=each.weight * _PENALTY_AN_EDIT) for each in term.alternatives
        )
        return term._replace(
            written=word, alternatives=tuple(trusted), readings=readings, edits=edits
        )

    def unread(self, word: str) -> Term:
        """Return the term for a word that is found nowhere, and means no other."""
        return self._making.term(word, (), self._making.weight(word, ()), ())

    def beside(self, word: str, meant: Candidate) -> Term:
        """Return the term for a word that its neighbour shows to be misspelt for another."""
        stem, trust = self._lexicon.stem(meant.word), _PENALTY_AN_EDIT**meant.distance
        either = (Alternative(stem, trust),)
        return self._making.term(word, either, self._making.weight(word, [stem]), (meant,))

    def _synonymous(self, word: str, said: str) -> Term | None:
        """Return the term for a word that no briefing has: what means the same as it, as ``said``.

        None where there is no such word; in capitals it is ``said`` as an acronym. The list of them
        is in British spelling.
        """
        lexicon = self._lexicon
        readings: dict[str, str] = {}
        meant = map(synonyms, (said, *other_spellings(said)))
        # What briefings have was hardly misheard.
        heard = () if self._is_held(said) else homophones(said)
        for other in chain(chain.from_iterable(meant), heard):
            for form in self._held_forms(other):
                readings.setdefault(lexicon.stem(form), form)
        either = tuple(Alternative(each, _SYNONYM_WEIGHT) for each in sorted(readings))
        phrases = self._phrases(said)
        if not (readings or phrases):
            return None
        either = (*either, *phrases.values())
        weight = self._making.weight(word, [each.stem for each in either])
        return Term(word, either, weight, readings=(*phrases, *readings.values()))

    def _phrases(self, word: str) -> dict[str, Alternative]:
        """Return the phrases for a word of which briefings have all telling words, two or more.

        Where a text takes something and has an account, it hardly takes anything into account.
        """
        lexicon = self._lexicon
        found: dict[str, Alternative] = {}
        for phrase in phrases_for(word):
            telling = [each for each in phrase.words if each not in STOP_WORDS]
            saying = telling[:1] if phrase.is_verb else telling
            if len(telling) < 2 or any(is_everyday(each, self._english) for each in saying):
                continue
            stems = commonest_first(telling, lexicon)
            if all(map(lexicon.stem_frequency, stems)):
                name = " ".join(phrase.words)
                found[name] = Alternative(stems[0], _SYNONYM_WEIGHT, stems[1:])
        return found

    def phrasal(self, term: Term, meant: Iterable[str]) -> Term:
        """Return the ``term`` for a word which, with those beside it, also means others.

        Where briefings do not have it, it means what it does alone, too.
        """
        lexicon = self._lexicon
        own = term.alternatives if term.is_exact else ()
        stems = {each.stem for each in own}
        if not own:
            meant = (*meant, *synonyms(term.written))
        either = {lexicon.stem(form): form for other in meant for form in self._held_forms(other)}
        added = [Alternative(stem, _SYNONYM_WEIGHT) for stem in sorted(either.keys() - stems)]
        if not added:
            return term
        if term.is_everyday:
            # What "takes water" takes nothing over; "shut down" and "shut" are the same.
            own = tuple(each._replace(weight=each.weight * _VERB_ALONE) for each in own)
        readings = () if own else tuple(either.values())
        weight = self._making.weight(term.written, [each.stem for each in (*own, *added)])
        return Term(term.written, (*own, *added), weight, readings=readings)

    def _kin_of(self, word: str) -> frozenset[str]:
        """Return the stems of a word's forms and of its synonyms; none of others.

        What has none of these does not speak of it, unless in words of which the table knows none.
        """
        meant = synonyms(word)
        if not meant:
            return frozenset()
        spelt = (spelling for each in (word, *meant) for spelling in (each, *other_spellings(each)))
        stems = set(map(self._lexicon.stem, spelt))
        return frozenset(stems.union(*(self._irregular.get(each, ()) for each in stems)))

    def _held_forms_of(self, word: str) -> tuple[str, ...]:
        """Return the forms of a word that briefings have, none where those are but names.

        So is "nation" of the United Nations. One that stands in a single briefing may only begin a
        sentence there.
        """
        lexicon = self._lexicon
        spelt = chain.from_iterable(map(forms, (word, *other_spellings(word))))
        held = tuple(filter(lexicon.has_word, spelt))
        several = sum(map(lexicon.word_frequency, held)) > 1
        return () if several and all(map(lexicon.is_name, held)) else held

    def names(self, word: str, others: tuple[tuple[str, ...], ...]) -> tuple[Alternative, ...]:
        """Return the names of several words among ``others`` whose words are all known.

        Each goes by its commonest word, which tells best how common the name is.
        """
        lexicon = self._lexicon
        found: dict[tuple[str, ...], None] = {}
        for other in others:
            stems = commonest_first(other, lexicon)
            if len(other) > 1 and all(map(lexicon.stem_frequency, stems)) and word not in other:
                found[stems] = None
        return tuple(Alternative(stems[0], _ALIAS_WEIGHT, stems[1:]) for stems in found)

    def _add_derived(self, alternatives: dict[str, float], word: str) -> None:
        """Add the place that an adjective is of, or what is of a place, that the briefings have."""
        lexicon = self._lexicon
        for derived in adjectives.relatives(word):
            if lexicon.is_name(derived) or lexicon.is_name(f"{derived}s"):
                alternatives.setdefault(lexicon.stem(derived), DERIVED_WEIGHT)

    def _add_family(self, alternatives: dict[str, float], word: str, trust: float) -> None:
        """Add an irregular word's other forms and what is derived, where the briefings have it."""
        lexicon = self._lexicon
        if (other := other_number(word)) and lexicon.has_word(other):
            alternatives.setdefault(lexicon.stem(other), trust)
        for other in self._irregular.get(lexicon.stem(word), ()):
            if lexicon.stem_frequency(other):
                alternatives.setdefault(other, trust)
        for form in chain.from_iterable(map(forms, derived_words(word))):
            if lexicon.has_word(form):
                alternatives.setdefault(lexicon.stem(form), trust * _FAMILY_WEIGHT)

    def _unprefixed(self, word: str) -> tuple[Alternative, ...]:
        """Return what briefings have of a word found nowhere without its prefix: "repainted".

        What denies a thing may be said otherwise, too: "unmatched", "matchless".
        """
        lexicon, zipf = self._lexicon, self._english.zipf
        for rest, denies in unprefixed(word, is_common=zipf(word) > 0):
            if not (zipf(rest) or is_listed(rest)):
                continue
            found = dict.fromkeys(self._denials(rest), _ALIAS_WEIGHT) if denies else {}
            # "Unrest" is rather a riot than no rest.
            if not self.synonymous(word, word) and any(
                map(lexicon.has_word, chain.from_iterable(map(forms, spelt_bases(rest))))
            ):
                found.setdefault(lexicon.stem(rest), HEAD_WEIGHT if denies else _FAMILY_WEIGHT)
            if found:
                return tuple(starmap(Alternative, sorted(found.items())))
        return ()

    def _denials_of(self, word: str) -> tuple[str, ...]:
        """Return the stems of words that briefings have, and say that something is not so."""
        lexicon = self._lexicon
        return tuple(dict.fromkeys(map(lexicon.stem, filter(lexicon.has_word, denials(word)))))

    def denied(self, term: Term, word: str) -> Term:
        """Return the ``term`` for a word behind "not" or "no", which one word may say as well."""
        own = {each.stem for each in term.alternatives}
        stems = [stem for stem in self._denials(word) if stem not in own]
        if not stems:
            return term
        either = (*term.alternatives, *(Alternative(stem, _ALIAS_WEIGHT) for stem in stems))
        weight = self._making.weight(word, [each.stem for each in either])
        return term._replace(alternatives=either, weight=weight)

    def _head(self, word: str) -> str | None:
        """Return the longest known word that an unknown compound ends with."""
        ends = (word[start:] for start in range(_SHORTEST_LEAD, len(word) - _SHORTEST_HEAD + 1))
        return next((end for end in ends if self._lexicon.has_word(end)), None)
