"""Reading a question: its telling words, what each may mean, and which are found nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.model import Correction
from bot.search import adjectives
from bot.search.irregular import irregular_stems
from bot.search.lexicon import idf
from bot.search.postings import Alternative
from bot.search.spelling import as_function_word, candidates
from bot.search.spellings import other_spellings
from bot.search.text import Word, function_words, words

if TYPE_CHECKING:
    from bot.search.aliases import Aliases
    from bot.search.english import Frequencies
    from bot.search.lexicon import Lexicon

MAX_TERMS = 64
_MEANINGS_KEPT = 1 << 14
_PENALTY_AN_EDIT = 0.95
_ALIAS_WEIGHT = 0.95
_DERIVED_WEIGHT = 0.7
# "thermonuclear" is about what is nuclear: English compounds end with what they are a kind of.
_HEAD_WEIGHT = 0.6
# What is new in an English sentence, and so what is asked about, stands towards its end.
_END_EMPHASIS = 0.2
_SHORTEST_LEAD = 3
_SHORTEST_HEAD = 5


@dataclass(frozen=True, slots=True)
class Term:
    """A telling word of a question: as written, what it may mean, and its weight in nats.

    Without alternatives the word is found in no briefing. ``emphasis`` multiplies its score.
    """

    written: str
    alternatives: tuple[Alternative, ...]
    weight: float
    corrected: str | None = None
    emphasis: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood; ``function_words`` tell little, but break ties."""

    terms: tuple[Term, ...]
    function_words: tuple[str, ...] = ()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return the words that were read as others, in the order of the question."""
        return tuple(
            Correction(term.written, term.corrected) for term in self.terms if term.corrected
        )

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the telling words that no briefing has, as written."""
        return tuple(term.written for term in self.terms if not term.alternatives)


class Reader:
    """Reads questions against the words of one edition."""

    def __init__(self, lexicon: Lexicon, english: Frequencies, aliases: Aliases) -> None:
        self._lexicon = lexicon
        self._english = english
        self._aliases = aliases
        self._irregular = irregular_stems(lexicon.stem)
        # People ask with the same words again and again; what they mean lasts as long as the
        # edition does.
        self._meaning = lru_cache(_MEANINGS_KEPT)(self._meaning_of)

    def read(self, question: str) -> Reading:
        """Return how ``question`` is understood; at most `MAX_TERMS` words of it, the first."""
        terms: dict[str, Term] = {}
        as_written: list[str] = []
        question = _unshouted(question)
        function = dict.fromkeys(function_words(question))
        found = [word for word in words(question) if not word.stop]
        others = self._aliases_in([word.form for word in found])
        for place, word in enumerate(found):
            if len(terms) >= MAX_TERMS:
                break
            if word.form in terms or self._is_spare_compound(found, place):
                continue
            written = question[word.start : word.end]
            term = self._meaning(word.form, others.get(place, ()))
            if slip := self._slip(term, word, written):
                function[slip] = None
                continue
            terms[word.form] = term
            as_written.append(word.form if self._shares_its_token(found, place) else written)
        return Reading(_emphasised(list(terms.values()), as_written), tuple(function))

    def _slip(self, term: Term, word: Word, written: str) -> str | None:
        """Return the function word that a word found nowhere is a slip for, if it is one."""
        found_as_it_is = term.alternatives and not term.corrected
        is_name = word.start > 0 and written[:1].isupper()
        if found_as_it_is or is_name:
            return None
        return as_function_word(word.form, self._english)

    def _meaning_of(self, word: str, others: tuple[str, ...]) -> Term:
        """Return the term for a word, with what the aliases ``others`` put in its place."""
        lexicon = self._lexicon
        alternatives = {lexicon.stem(other): _ALIAS_WEIGHT for other in others}
        corrected = None
        if lexicon.stem_frequency(lexicon.stem(word)):
            alternatives[lexicon.stem(word)] = 1.0
        for spelling in other_spellings(word):
            if lexicon.word_frequency(spelling):
                alternatives.setdefault(lexicon.stem(spelling), 1.0)
        for derived in adjectives.relatives(word):
            if lexicon.word_frequency(derived):
                alternatives.setdefault(lexicon.stem(derived), _DERIVED_WEIGHT)
        self._add_irregular(alternatives, lexicon.stem(word), 1.0)
        if not alternatives:
            near = candidates(word, lexicon, self._english)
            for each in reversed(near):
                trust = _PENALTY_AN_EDIT**each.distance
                alternatives[lexicon.stem(each.word)] = trust
                self._add_irregular(alternatives, lexicon.stem(each.word), trust)
            corrected = near[0].word if near else None
        if not alternatives and (head := self._head(word)):
            alternatives[lexicon.stem(head)] = _HEAD_WEIGHT
        known = {
            stem: value for stem, value in alternatives.items() if lexicon.stem_frequency(stem)
        }
        weight = self._weight(word, known)
        return Term(
            word,
            tuple(Alternative(stem, value) for stem, value in sorted(known.items())),
            weight,
            corrected,
        )

    def _add_irregular(self, alternatives: dict[str, float], stem: str, trust: float) -> None:
        """Add the other forms of an irregular word that the briefings have."""
        for other in self._irregular.get(stem, ()):
            if self._lexicon.stem_frequency(other):
                alternatives.setdefault(other, trust)

    def _head(self, word: str) -> str | None:
        """Return the longest known word that an unknown compound ends with."""
        ends = (word[start:] for start in range(_SHORTEST_LEAD, len(word) - _SHORTEST_HEAD + 1))
        return next((end for end in ends if self._lexicon.word_frequency(end)), None)

    def _weight(self, word: str, known: dict[str, float]) -> float:
        lexicon = self._lexicon
        if known:
            return min(idf(lexicon.size, lexicon.stem_frequency(stem)) for stem in known)
        # No briefing has the word, so the collection cannot say how telling it is; English can.
        common = self._english.zipf(word)
        return idf(lexicon.size, 0) * min(1.0, max(0.2, (8.0 - common) / 4.5))

    def _aliases_in(self, forms: list[str]) -> dict[int, tuple[str, ...]]:
        """Return for each place of the question the words that other names put there."""
        found: dict[int, list[str]] = {}
        for start in range(len(forms)):
            for length in range(1, self._aliases.longest + 1):
                name = tuple(forms[start : start + length])
                for other in self._aliases.others.get(name, ()):
                    for place in range(start, start + length):
                        found.setdefault(place, []).extend(other)
        return {place: tuple(dict.fromkeys(others)) for place, others in found.items()}

    def _is_spare_compound(self, found: list[Word], place: int) -> bool:
        """Tell whether the word is the joined form of a hyphenated one and adds nothing."""
        word = found[place]
        joins = place > 0 and found[place - 1].start == word.start
        last = place + 1 == len(found) or found[place + 1].start != word.start
        return joins and last and not self._lexicon.word_frequency(word.form)

    @staticmethod
    def _shares_its_token(found: list[Word], place: int) -> bool:
        start = found[place].start
        return any(
            0 <= other < len(found) and found[other].start == start
            for other in (place - 1, place + 1)
        )


def _emphasised(terms: list[Term], as_written: list[str]) -> tuple[Term, ...]:
    last = max(len(terms) - 1, 1)
    return tuple(
        Term(
            written, term.alternatives, term.weight, term.corrected,
            emphasis=1.0 + _END_EMPHASIS * place / last,
        )
        for place, (term, written) in enumerate(zip(terms, as_written, strict=True))
    )  # fmt: skip


def _unshouted(question: str) -> str:
    """Return a question typed in capitals in lower case: there "WHO" is no name."""
    return question.lower() if question.isupper() and len(question.split()) > 2 else question
