"""Another briefing on the same story, which tells what was shown leaves open."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from bot.search.conversation.interpretation import Interpretation, written
from bot.search.conversation.likening import LEAST_ALIKE
from bot.search.conversation.referring import asks_of_somebody
from bot.search.finding.ranking import CANDIDATES
from bot.search.reading.terms import stems_of
from bot.search.words.adjectives import country
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.conversation.likening import Likening
    from bot.search.conversation.recalling import Recall
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Reading, Term


class Continuing:
    """Finds over one edition what goes on with what was spoken of."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall, likening: Likening) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall
        self._likening = likening

    def continued(
        self, question: str, reading: Reading, subject: Sequence[Term], context: Context
    ) -> Steps[Interpretation | None]:
        """Return what has all that is asked and a name of what was shown that hardly any has.

        "Who was arrested for it?" is told by what has the Quenby mill, too, which burned in what
        was shown. It is the closest only where it lacks something of the ``subject``.
        """
        telling = [term for term in reading.terms if not term.is_everyday]
        if not (telling and context.shown and all(term.is_exact for term in telling)):
            return None
        found = yield from self._ranker.ranking(telling, CANDIDATES)
        numbers = [each.found.number for each in found if all(each.held)]
        first, *_ = context.shown
        numbers = [each for each in numbers if each != first]
        said = self._reader.read(self._recall.text(first)).terms if numbers else ()
        names = self._rare_names(said, telling)
        sharing = [each for each in self._ranker.these(numbers, names) if each.telling > 0.0]
        if not asks_of_somebody(question):
            sharing = self._on_story(first, sharing, subject)
        best = max(sharing, key=lambda each: each.telling, default=None)  # the first of equals
        return self._told(reading, subject, names, best) if best else None

    def _told(
        self, reading: Reading, subject: Sequence[Term], names: Sequence[Term], best: Ranked
    ) -> Interpretation:
        """Return what the ``best`` tells, lent the ``names`` that it shares with what was shown."""
        taken = tuple(compress(names, best.held))
        terms = (*taken, *reading.terms)
        number = best.found.number
        about = self._ranker.these([number], subject)
        left = [term for term, has in zip(subject, about[0].held, strict=True) if not has]
        return Interpretation(
            reading, terms, written(taken), (), self._ranker.these([number], terms),
            goes_on=True,
            subject=tuple(dict.fromkeys((*written(subject), *written(taken)))),
            left=written(left),
        )  # fmt: skip

    def _on_story(
        self, first: int, found: Sequence[Ranked], subject: Sequence[Term]
    ) -> list[Ranked]:
        """Return what was ``found`` that is on the same story as what was shown ``first``.

        It is like that, or speaks of the ``subject``, be it in other words.
        """
        if not found:
            return []
        alike = self._likening.alike(first, found, ())
        spoken = self._ranker.these(
            [each.found.number for each in found], self._reader.loosely(subject)
        )
        return [
            each
            for each, share, about in zip(found, alike, spoken, strict=True)
            if share >= LEAST_ALIKE or any(about.held)
        ]

    def _rare_names(self, said: Sequence[Term], others: Sequence[Term]) -> list[Term]:
        """Return what is nothing but a name among what is ``said``, and hardly ever said."""
        least = self._recall.weight_of_rare
        mine = stems_of(others)
        return [
            term
            for term in said
            if term.is_name
            and term.is_exact
            and term.weight >= least
            and mine.isdisjoint(stems_of([term]))
            and self._reader.is_rare_name(form := fold(term.written))
            and not country(form)
        ]
