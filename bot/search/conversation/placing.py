"""What is asked of the place that was spoken of: "who will she meet there?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.conversation.interpretation import Interpretation, on_subject
from bot.search.conversation.recalling import Fit
from bot.search.conversation.referring import is_thing

if TYPE_CHECKING:
    from bot.model import Context
    from bot.search.conversation.lending import Lending
    from bot.search.conversation.recalling import Recall
    from bot.search.finding.ranking import Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Reading


class Placing:
    """Finds over one edition what is told of places that "there" stands for."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall, lending: Lending) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall
        self._lending = lending

    def there(
        self, question: str, reading: Reading, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what tells all that is asked of the country that was spoken of, if anything does.

        That is the last one that was named, or else the first in what was shown.
        """
        place = self._lending.last_country(context.subject)
        place = place or self._reader.read(self._recall.country(context.shown) or "").terms
        found = yield from self._recall.recalled(
            question, reading.terms, place, (), Fit.SUBJECT_WITH_ALL
        )
        return on_subject(reading, place, found) if found else None

    def other_there(
        self, question: str, reading: Reading, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what tells better of a thing "there" than what was shown first does, if any."""
        if not any(map(is_thing, reading.terms)):
            return None
        found = yield from self.there(question, reading, context)
        if found is None:
            return None
        shown = self._ranker.these(context.shown[:1], found.terms)
        is_other = all(each.score < found.ranked[0].score for each in shown)
        return found if is_other else None
