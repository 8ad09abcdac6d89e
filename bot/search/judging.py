"""What a message asks, and how surely the best briefing answers that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.model import Verdict
from bot.search.confidence import confidence, verdict
from bot.search.following import Follows, follows, goes_on
from bot.search.framing import framed
from bot.search.lacking import names_lacking
from bot.search.messages import asking_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.confidence import Thresholds
    from bot.search.english import Frequencies
    from bot.search.interpreting import Interpretation, Interpreter
    from bot.search.ranking import Ranked
    from bot.search.steps import Steps
    from bot.search.terms import Term

_LEAST_COVERAGE = 0.65
"""What words in another form or spelling cover; the capital for its country is less."""
_PART_OF_NAME = 0.3
_BETTER = (Verdict.NOTHING, Verdict.CLOSEST, Verdict.ANSWERED)


class Judged(NamedTuple):
    """A question as it was ``read``, what was found for it, and how surely that answers it.

    The ``confidence`` is from 0 up to but not including 1; ``lacking`` is what no briefing has
    besides words. ``wants_newest`` where what is new about something is asked for.
    """

    read: str
    asked: Interpretation
    confidence: float
    verdict: Verdict
    lacking: tuple[str, ...] = ()
    wants_newest: bool = False

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Return the names asked for that the closest briefing lacks and others have."""
        if self.verdict is not Verdict.CLOSEST or not self.asked.ranked:
            return ()
        return names_lacking(self.asked.terms, self.asked.ranked[0].held)

    def at_most_closest(self, lacking: str) -> Judged:
        """Return the same where something that was asked for, as it was written, is lacking."""
        answers = self.verdict is Verdict.ANSWERED
        verdict = Verdict.CLOSEST if answers else self.verdict
        return self._replace(verdict=verdict, lacking=(lacking,))


class Judge:
    """Judges questions to an edition of ``size`` briefings."""

    def __init__(
        self, interpreter: Interpreter, english: Frequencies, thresholds: Thresholds, size: int
    ) -> None:
        self._interpreter = interpreter
        self._english = english
        self._thresholds = thresholds
        self._size = size

    def judging(self, message: str, limit: int, context: Context | None) -> Steps[Judged | None]:
        """Return what ``message`` asks for and the best ``limit`` briefings, None for mere news.

        Of a message of several sentences that is not answered as a whole, the one that asks counts
        where it is answered better.
        """
        judged = yield from self._question(message, limit, context)
        if judged is None or judged.verdict is Verdict.ANSWERED:
            return judged
        part = asking_part(message)
        if part is None:
            return judged
        alone = yield from self._question(part, limit, context)
        return alone if alone is None or _is_better(alone, judged) else judged

    def _question(self, question: str, limit: int, context: Context | None) -> Steps[Judged | None]:
        read, asks_for_news, names_topic, wants_newest = framed(question, self._english)
        if asks_for_news and (context is None or follows(read) is Follows.ALONE):
            return None
        if names_topic and not goes_on(question):
            context = None  # "the latest on Latvia" leaves nothing out
        asked = yield from self._interpreter.interpret(read, limit, context)
        yield None
        best = next(iter(asked.ranked), None)
        value = confidence(best, asked.terms, self._size)
        held = best.held if best else [False] * len(asked.terms)
        is_keys = names_topic or not asked.reading.function_words
        judged = verdict(
            value,
            asked.terms,
            self._thresholds,
            held,
            found_whole=is_keys and best is not None and _has_all(best),
            found_name=is_keys and best is not None and _has_name(best, asked.terms),
        )
        if judged is Verdict.NOTHING and (asked.goes_on or _has_all_with_name(asked.terms, held)):
            judged = Verdict.CLOSEST
        return Judged(read, asked, value, judged, wants_newest=wants_newest)


def _has_all(best: Ranked) -> bool:
    return not best.missing and best.coverage >= _LEAST_COVERAGE


def _has_name(best: Ranked, terms: Sequence[Term]) -> bool:
    """Tell whether a briefing has a name of a person whose other one it does not tell."""
    known = [term for term in terms if term.alternatives]
    return best.coverage >= _PART_OF_NAME and any(term.is_name for term in known)


def _has_all_with_name(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether all that is telling is held, a name among it: "where did Ilse Brandt go?"."""
    telling = [
        (term, has) for term, has in zip(terms, held, strict=True) if has or not term.is_everyday
    ]
    return all(has for _, has in telling) and any(term.is_name for term, _ in telling)


def _is_better(one: Judged, other: Judged) -> bool:
    ranks = [(_BETTER.index(each.verdict), each.confidence) for each in (one, other)]
    return ranks[0] > ranks[1]
