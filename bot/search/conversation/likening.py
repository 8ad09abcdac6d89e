"""What is most like what was shown, where a question names nothing but another place or thing."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from bot.search.conversation.following import lent
from bot.search.conversation.interpretation import Interpretation, written
from bot.search.conversation.lending import LEAST_OF_REST, last_country_in
from bot.search.conversation.recalling import share_of
from bot.search.conversation.referring import preposition
from bot.search.finding.ranking import CANDIDATES
from bot.search.reading.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.conversation.recalling import Recall
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Reading, Term

LEAST_ALIKE = 0.1
"""The least that a briefing on the same matter scores of what was shown, by the words of that.

Of two briefings on different matters one in thirty does.
"""


class Likening:
    """Likens briefings of one edition to what was shown."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall

    def likest(
        self, reading: Reading, context: Context, limit: int
    ) -> Steps[Interpretation | None]:
        """Return what has all that the question names, first what is most like what was shown.

        After a landing on Mars "and the Indian one?" asks for India's landing. None where nothing
        has all, or that is no longer the question.
        """
        own = reading.terms
        found = yield from self._ranker.ranking(own, CANDIDATES)
        left = [each for each in found if all(each.held) and each.found.number != context.shown[0]]
        if not left:
            return None
        alike = self.alike(context.shown[0], left, own)
        kept = self._rest_of_last(context, own)
        numbers = [each.found.number for each in left]
        held = [each.held for each in self._ranker.these(numbers, kept)]
        shares = [share_of(kept, each) for each in held]
        told = [share if share >= LEAST_OF_REST else 0.0 for share in shares]
        order = sorted(range(len(left)), key=lambda at: (-told[at], -alike[at]))
        best = order[0]
        taken = tuple(compress(kept, held[best])) if told[best] else ()
        is_like = bool(taken) or alike[best] >= LEAST_ALIKE
        # A mere name asked nothing that could be lacking.
        is_instead = (last_country_in(own) or preposition(own[0])) and not all(
            term.is_name for term in kept
        )
        terms = (*taken, *own)
        ranked = self._ranker.these([numbers[at] for at in order[:limit]], terms)
        lacking = () if is_like or not is_instead else written(kept)
        return Interpretation(reading, terms, written(taken), (), ranked, left=lacking)

    def _rest_of_last(self, context: Context, own: Sequence[Term]) -> tuple[Term, ...]:
        """Return the words of the last question but for its country, in other words, too."""
        last = self._reader.read(context.words).terms
        place = last_country_in(last) or slice(0, 0)
        return self._reader.loosely(lent((*last[: place.start], *last[place.stop :]), own))

    def alike(self, shown: int, found: Sequence[Ranked], besides: Sequence[Term]) -> list[float]:
        """Return how much of the words of what was ``shown`` each of the ``found`` has, up to 1.

        What is said ``besides`` does not count.
        """
        mine = stems_of(besides)
        said = self._reader.read(self._recall.text(shown)).terms
        terms = [term for term in said if mine.isdisjoint(stems_of([term]))]
        numbers = [each.found.number for each in found]
        whole = sum(each.score for each in self._ranker.these([shown], terms)) or 1.0
        return [each.score / whole for each in self._ranker.these(numbers, terms)]
