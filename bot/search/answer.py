"""Putting an answer together: citations with their spans, and topics that lead on."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.model import Citation, Span, SpanKind, Topic
from bot.search.index.analysis import topic_key
from bot.search.index.topics import MAX_SHARE_AFTER, is_useful
from bot.search.reading.syntax import syntax_of
from bot.search.verdict.cutting import Cutter
from bot.search.verdict.passage import Asked, Chooser
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.index.forward import Forward
    from bot.search.index.postings import Hit, Postings
    from bot.search.index.topics import Directory
    from bot.search.reading.terms import Term
    from bot.search.verdict.passage import Passage

MAX_TOPICS = 5
_TOPICS_FROM = 3
_MAX_KEYS = 25
_AKIN = 0.6
"""The part of its weight for which a word counts in another that means nearly the same."""
_MAX_TOPICS_KEPT = 1_024


class Composer:
    """Composes the parts of answers over one edition."""

    def __init__(
        self,
        postings: Postings,
        forward: Forward,
        directory: Directory,
        kin: Callable[[str], frozenset[str]],
    ) -> None:
        self._postings = postings
        self._kin = kin
        self._forward = forward
        self._directory = directory
        self._cutter = Cutter(postings.stem)
        self.cut = self._cutter.cut
        self.topic = lru_cache(_MAX_TOPICS_KEPT)(self._topic)

    def citations(
        self, question: str, hits: Sequence[Hit], scores: Sequence[float], terms: Sequence[Term]
    ) -> tuple[Citation, ...]:
        """Return the citations for the ``hits`` with their ``scores``, in their order.

        Without ``terms`` nothing was asked, and nothing is marked.
        """
        # Where nothing was asked, nothing is cut, either.
        best = set(self.cut(hits[0].briefing.text).stems) if terms and hits else set()
        asked = self._asked(terms, best)
        chooser = Chooser(question, asked, self._cutter, self._directory.is_name)
        return tuple(
            Citation(
                rank=rank,
                score=round(score, 4),
                briefing=hit.briefing,
                spans=_spans(chooser.choose(hit.briefing.text)) if terms else (),
            )
            for rank, (hit, score) in enumerate(zip(hits, scores, strict=True), start=1)
        )

    def _asked(self, terms: Sequence[Term], best: set[str]) -> Asked:
        """Return what sentences are looked through for; the ``best`` briefing has these stems.

        Of a word that it lacks what is akin counts, too: "deaths" are told of who "died".
        """
        asked = Asked(syntax=syntax_of(terms))
        for place, (term, share) in enumerate(zip(terms, asked.syntax.shares, strict=True)):
            weight = term.weight * share
            asked.written[form := form_of(term.written)] = place
            lacks = not (term.is_name or term.is_kind)
            for each in term.alternatives:
                stems = each.stems
                asked.add(place, stems, weight * each.weight, is_name=term.is_name)
                lacks = lacks and best.isdisjoint(stems)
            if lacks:
                for stem in self._kin(form).intersection(best):
                    asked.add(place, (stem,), weight * _AKIN)
        return asked

    def follow_up(self, hits: Sequence[Hit], besides: str | None = None) -> tuple[Topic, ...]:
        """Return up to five topics of the cited briefings that lead to others.

        Topics that several of the best citations share come first, then those of the best, then
        names before themes, then the rarer ones. One that very many briefings have, that stands for
        the same briefings as an earlier one, or only for what is shown, is left out, as is the one
        whose name is ``besides``.
        """
        cited = hits[:_TOPICS_FROM]
        directory = self._directory
        found = list(map(directory.of, cited))
        shared = Counter(chain.from_iterable(found))
        best = {*found[0]} if found else set()
        useful: list[tuple[int, bool, bool, int, int, str]] = []
        for place, (root, times) in enumerate(shared.items()):
            if root == besides or not directory.label(root):
                continue
            count = directory.size(root)
            if count > times and is_useful(count, self._postings.size, MAX_SHARE_AFTER):
                is_theme = not directory.is_given(root)
                useful.append((-times, root not in best, is_theme, count, place, root))
        chosen: dict[frozenset[str], Topic] = {}
        for *_, root in sorted(useful):
            if len(chosen) >= MAX_TOPICS:
                break
            topic = self.topic(root)
            chosen.setdefault(frozenset(topic.keys), topic)
        return tuple(chosen.values())

    def _topic(self, root: str) -> Topic:
        """Return the topic of this name with the keys of its newest briefings, 25 at most."""
        label = self._directory.label(root) or root
        found = self._postings.newest(self._directory.names(root), _MAX_KEYS)
        keys = self._forward.keys([each.number for each in found])
        return Topic(topic_key(label), label, keys, self._directory.size(root))


def _spans(passage: Passage) -> tuple[Span, ...]:
    # By place and then by kind, as the kinds are in alphabetical order too.
    stretches = {(start, end, SpanKind.MATCH) for start, end in passage.matches}
    if passage.sentence:
        stretches.add((passage.sentence.start, passage.sentence.end, SpanKind.ANSWER))
    return tuple(Span(*each) for each in sorted(stretches))
