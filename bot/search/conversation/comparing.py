"""Whether what is asked is told by what was spoken of, or rather by another briefing."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from bot.search.conversation.recalling import share_of
from bot.search.conversation.referring import Reference, is_thing
from bot.search.reading.terms import asks_how_many
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.conversation.recalling import Recall, Recalled
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.terms import Term

_OF_PEOPLE = re.compile(
    r"\w+(?:er|or|ist|ian|ant|ent|ee|m[ae]n)s?"
    r"|(?:\w*(?:people|folk)|adults?|boys?|casualties|children|crew|dead|deaths|girls?|hostages"
    r"|injured|injuries|kids|males?|females?|missing|others?|persons?|pupils?|staff|survivors?|teens?"
    r"|victims?|wounded|youths?)"
)
"""By the ending in most cases: "passengers", "patients"."""
_SEVERAL = 2
_HALF = 0.5


class Comparing:
    """Compares what was spoken of with all other briefings of one edition."""

    def __init__(self, ranker: Ranker, recall: Recall) -> None:
        self._ranker = ranker
        self._recall = recall

    def is_only_here(self, own: Sequence[Term], wider: Recalled | None) -> Steps[bool]:
        """Tell whether what was shown has all that is asked, and no other all its ``own`` words."""
        if wider is None or wider.share < 1.0:
            return False
        best = yield from self._ranker.ranking(own, 1)
        return not best or share_of(own, best[0].held) < 1.0

    def is_elsewhere(
        self, own: Sequence[Term], back: Reference, found: Recalled | None
    ) -> Steps[bool]:
        """Tell whether what is asked for is rather in another briefing than in what was ``found``.

        "What do they say about the tram strike?" asks for what "they" say, whoever was spoken of.
        """
        if (yield from self._is_counted_elsewhere(own, back, found)):
            return True
        share = found.share if found else 0.0
        if share >= 1.0 or (back is Reference.SURELY and share > 0.0):
            return False
        has_things = found is not None and _has_things(found)
        telling = [term for term in own if not term.is_everyday]
        if back is Reference.MAYBE:
            if share < _HALF and not has_things:
                return True
            telling = telling or list(own)
        elif len(telling) < _SEVERAL or not all(map(_is_said, telling)):
            return False
        best = yield from self._ranker.ranking(telling, 1)
        if found and has_things and best:
            lacks_thing = not all(compress(best[0].held, map(is_thing, telling)))
            if lacks_thing or _is_same(best[0], found.ranked[0]):
                return False
        other = share_of(telling, best[0].held) if best else 0.0
        return other >= (share if back is Reference.MAYBE else 1.0)

    def _is_counted_elsewhere(
        self, own: Sequence[Term], back: Reference, here: Recalled | None
    ) -> Steps[bool]:
        """Tell whether but a number is asked for, of what only another briefing counts.

        "How many bears?" is asked of bears, and not of ``here``, where there are none. People may
        be called by any word: "how many passengers?".
        """
        telling = [term for term in own if not term.is_everyday]
        if back is not Reference.LIKELY or len(telling) != 1 or (here and here.share):
            return False
        counted = telling[0]
        form = form_of(counted.written)
        if not asks_how_many(counted.before) or _OF_PEOPLE.fullmatch(form):
            return False
        best = yield from self._ranker.ranking(telling, 1)
        return bool(best) and _is_said(counted) and self._recall.counts(best[0], form)

    def is_another(self, own: Sequence[Term], found: Recalled | None) -> Steps[bool]:
        """Tell whether "what about" brings a subject that another briefing has, and this has not.

        What is taken to be known is none: "what about the injured passengers?".
        """
        telling = [term for term in own if not term.is_everyday]
        has_all = found is None or found.share >= 1.0
        if has_all or len(telling) < _SEVERAL or any(map(is_thing, own)):
            return False
        if not all(term.is_exact for term in telling):
            return False
        best = yield from self._ranker.ranking(telling, 1)
        return bool(best) and all(best[0].held)

    def is_measured_here(
        self, question: str, own: Sequence[Term], shown: Sequence[int]
    ) -> Steps[bool]:
        """Tell whether what was ``shown`` first tells the size asked for, and no other has it.

        "How high was the river?" asks how high the Danube rose, and not of another river.
        """
        if not any(map(is_thing, own)):
            return False
        best = yield from self._ranker.ranking(own, 1)
        return self._recall.measures(question, shown, best)


def _has_things(found: Recalled) -> bool:
    """Tell whether the best has all that a question says is known already, if any: "the stock"."""
    held = found.ranked[0].held[-len(found.own) :]
    things = list(compress(held, map(is_thing, found.own)))
    return bool(things) and all(things)


def _is_said(term: Term) -> bool:
    """Tell whether briefings have a word itself, be it misspelt, and not only what means the same.

    The "guns" that they are said to send are no other briefing's rockets.
    """
    return bool(term.alternatives) and (term.edits > 0 or not term.readings)


def _is_same(one: Ranked, other: Ranked) -> bool:
    return one.found.number == other.found.number
