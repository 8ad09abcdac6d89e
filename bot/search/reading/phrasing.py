"""Expressions of several words in questions, which mean what one does: "behind bars", jailed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.words.phrases import said_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from bot.search.words.phrases import Phrase, PhraseAt
    from bot.search.words.text import Word


def phrased(everything: Sequence[Word], named: Collection[int]) -> Mapping[int, Phrase]:
    """Return the phrases of a question by where each of their telling words starts.

    ``everything`` is every word of a question, function words too. A phrase is left out where one
    of its words is of a name, which starts at one of the places ``named``.
    """
    found: dict[int, Phrase] = {}
    for said in _apart(said_in([word.form for word in everything])):
        # A particle means nothing without its verb, which does much without it.
        places = said.places[:1] if said.phrase.is_verb else said.places
        starts = [everything[place].start for place in places if not everything[place].stop]
        is_sure = len(starts) > 1 or said.phrase.is_sure
        if is_sure and not any(start in named for start in starts):
            found.update(dict.fromkeys(starts, said.phrase))
    return found


def _apart(said: Iterator[PhraseAt]) -> Iterator[PhraseAt]:
    """Yield the phrases none of whose words an earlier one has."""
    taken: set[int] = set()
    for each in said:
        if taken.isdisjoint(each.places):
            taken.update(each.places)
            yield each
