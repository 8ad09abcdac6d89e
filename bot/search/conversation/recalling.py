"""Finding among what was spoken of what a question asks that points back there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from bot.search.conversation.following import lent
from bot.search.finding.ranking import CANDIDATES
from bot.search.reading.asking import PRICED, kind_asked_for
from bot.search.reading.kinds import Kind, tells, tells_how_many
from bot.search.words.adjectives import country
from bot.search.words.inflecting import is_same_word
from bot.search.words.lexicon import idf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.index.postings import Postings
    from bot.search.reading.terms import Term

_MEASURED = frozenset((Kind.LENGTH, Kind.SIZE, Kind.TEMPERATURE, Kind.AGE))
_MOST = 10
_MOST_PEOPLE = 3
_NEARLY_RAREST = 0.8
_WHOLE = 1.0 - 1e-9
_LEAST_OF_SUBJECT = 0.6
"""The share of the weight of the subject's words from which a briefing is about it."""


class Fit(IntEnum):
    """How a briefing fits a question that points back, the best first."""

    SHOWN_WITH_ALL = 0
    """It was just shown and has all that is asked for."""
    SUBJECT_WITH_ALL = 1
    """It is about the subject and has all that is asked for."""
    WITH_SOME = 2
    """It was shown, or is about the subject, and has some of that."""
    WITHOUT = 3
    """It was shown, or is about the subject."""
    NONE = 4
    """It has nothing to do with what was spoken of."""


class Recalled(NamedTuple):
    """What was found: how the best fits, the ``taken`` words of the subject, and the briefings.

    ``share`` is the share of what is asked for that the best has, by weight; ``own`` are the words
    that ask for it.
    """

    fit: Fit
    share: float
    taken: tuple[Term, ...]
    ranked: list[Ranked]
    own: Sequence[Term]


class Recall:
    """Finding what points back, over one edition."""

    def __init__(self, ranker: Ranker, postings: Postings) -> None:
        self._ranker = ranker
        self._postings = postings

    def recalled(
        self,
        question: str,
        own: Sequence[Term],
        subject: Sequence[Term],
        shown: Sequence[int],
        worst: Fit,
    ) -> Steps[Recalled | None]:
        """Return the best briefings that fit ``question``, None where none does as ``worst`` does.

        They have what its ``own`` words and those of the ``subject`` say, or were just ``shown``.
        Those that have nothing of what is asked are only for where none has.
        """
        offered = lent(subject, own)
        if not offered:
            return None
        together = (*offered, *own)
        found: list[Ranked] = yield from self._ranker.ranking(together, CANDIDATES)
        numbers = {each.found.number for each in found}
        just_shown = shown[:_MOST]
        others = [number for number in just_shown if number not in numbers]
        found = [*found, *self._ranker.these(others, together)]
        sought = _Sought(own, offered, just_shown, _amount_asked(question))
        fitting = sorted(
            sought.fitting(place, each, self._text) for place, each in enumerate(found)
        )
        if not fitting or fitting[0].fit > worst:
            return None
        best = fitting[0]
        worst = max(best.fit, min(worst, Fit.WITH_SOME))
        order = [each.place for each in fitting if each.fit <= worst][:_MOST]
        taken = tuple(compress(offered, found[best.place].held))
        if best.lacking >= 1.0:
            taken = taken or offered
        ranked = self._ranker.these([found[place].found.number for place in order], (*taken, *own))
        return Recalled(best.fit, 1.0 - best.lacking, taken, ranked, own)

    def told_first(self, question: str, ranked: list[Ranked]) -> list[Ranked]:
        """Return what is ``ranked``, that first which tells the amount asked for, if one is."""
        amount = _amount_asked(question)
        if amount is None:
            return ranked
        return sorted(ranked, key=lambda each: not tells(amount, self._text(each)))

    def measures(self, question: str, shown: Sequence[int], others: Sequence[Ranked]) -> bool:
        """Tell whether what was ``shown`` first tells the size asked for, and no ``others`` do."""
        kind = kind_asked_for(question)
        if kind not in _MEASURED:
            return False
        is_here = bool(shown) and tells(kind, self.text(shown[0]))
        return is_here and not any(tells(kind, self._text(each)) for each in others)

    def counts(self, ranked: Ranked, form: str) -> bool:
        """Tell whether a briefing has a number of what a folded word says, in whatever form."""
        return tells_how_many(self._text(ranked), (), lambda word: is_same_word(word, form))

    def country(self, shown: Sequence[int]) -> str | None:
        """Return the country that the first of what was just ``shown`` first speaks of."""
        names = self._names_of_first(shown)
        found = next(filter(None, map(country, names)), None)
        return found.title() if found else None

    def people(self, shown: Sequence[int]) -> tuple[list[str], list[str]]:
        """Return what may be whole names of people in the first of what was just ``shown``.

        Those whom many briefings speak of, which tells none of these from the others, come second.
        """
        names = [each for each in self._names_of_first(shown)[:_MOST] if " " in each]
        names = [each for each in names if not country(each)]
        most = min(_MOST, self._postings.size / 2)
        few = [each for each in names if self._postings.mentioning([each]) <= most]
        many = [each for each in names if each not in few]
        return few[:_MOST_PEOPLE], many[:_MOST_PEOPLE]

    def _names_of_first(self, shown: Sequence[int]) -> tuple[str, ...]:
        hit = self._postings.numbered(shown[0]) if shown else None
        return hit.names if hit else ()

    @property
    def weight_of_rare(self) -> float:
        """Return the least weight of a word that hardly any briefing has, two of them at least."""
        size = self._postings.size
        return min(_NEARLY_RAREST * idf(size, 1), idf(size, 2))

    def text(self, number: int) -> str:
        """Return the text of a briefing that was shown, "" where it is in service no longer."""
        hit = self._postings.numbered(number)
        return hit.briefing.text if hit else ""

    def _text(self, ranked: Ranked) -> str:
        return self._postings.fetch(ranked.found.address).briefing.text


class _Fitting(NamedTuple):
    """How one briefing fits, at its ``place`` in the ranking; of two the lesser comes first.

    Where both fit alike, that with the amount asked for comes first, then that which lacks less of
    what is asked for, then what was shown first, which is what is spoken of.
    """

    fit: Fit
    is_untold: bool
    lacking: float
    rank: int
    place: int


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is sought: the ``own`` words of a question, its subject, and the amount asked for."""

    own: Sequence[Term]
    subject: Sequence[Term]
    shown: Sequence[int]
    amount: Kind | None

    def fitting(self, place: int, each: Ranked, text: Callable[[Ranked], str]) -> _Fitting:
        """Return how a briefing fits that was found for the words of the subject, then the own."""
        number = each.found.number
        rank = self.shown.index(number) if number in self.shown else _MOST
        is_about = self._is_about(each.held)
        # What was shown behind the first may have little to do with it.
        is_shown = rank == 0 or (rank < _MOST and is_about)
        if not (is_shown or is_about):
            return _Fitting(Fit.NONE, True, 1.0, rank, place)
        held = each.held[len(self.subject) :]
        is_told = self.amount is not None and tells(self.amount, text(each))
        if is_told and self.amount is Kind.MONEY:
            # What tells a sum need not have the word that asks for one.
            held = tuple(
                has or term.written.lower() in PRICED
                for term, has in zip(self.own, held, strict=True)
            )
        # Everyday words lead to nothing that was not shown.
        is_asked = is_shown or not all(term.is_everyday for term in self.own)
        share = share_of(self.own, held) if is_asked else 0.0
        # What was shown is not left for what only tells some amount.
        is_told = is_told and (is_shown or share > 0.0)
        if share >= _WHOLE:
            fit = Fit.SHOWN_WITH_ALL if is_shown else Fit.SUBJECT_WITH_ALL
        else:
            fit = Fit.WITH_SOME if share else Fit.WITHOUT
        return _Fitting(fit, not is_told, round(1.0 - share, 9), rank, place)

    def _is_about(self, held: Sequence[bool]) -> bool:
        """Tell whether a briefing is about the subject: its names, where it has any."""
        is_named = any(term.is_name for term in self.subject)
        weights = [term.weight if term.is_name or not is_named else 0.0 for term in self.subject]
        return sum(compress(weights, held)) >= _LEAST_OF_SUBJECT * sum(weights)


def _amount_asked(question: str) -> Kind | None:
    """Return the kind of amount that is asked for, where it tells one briefing from others."""
    kind = kind_asked_for(question)
    return kind if kind in {Kind.MONEY, Kind.DURATION} else None


def share_of(own: Sequence[Term], held: Sequence[bool]) -> float:
    """Return the share of what is asked for that is ``held`` of the ``own`` words, by weight.

    Everyday words say it only where there are no others: "what was her time?".
    """
    is_asked = [not term.is_everyday for term in own]
    if not any(is_asked):
        is_asked = [True] * len(own)
    weights = [term.weight for term in compress(own, is_asked)]
    return sum(compress(weights, compress(held, is_asked))) / (sum(weights) or 1.0)
