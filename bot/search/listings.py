"""Briefings that no question was asked for: a topic's, the newest, those like one; and topics."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.model import Context, Listing
from bot.search.conversation.choosing import among_choices, chosen_first, chosen_of
from bot.search.index.postings import Alternative
from bot.search.words.text import encodable, fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing, Topic
    from bot.search.answer import Composer
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.index.postings import Found, Hit, Postings
    from bot.search.index.suggest import Suggestions
    from bot.search.index.topics import Directory
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Term

_TELLING = 20
_RELATED_SHARE = 0.35
_RELATED_SHARE_ON_TOPIC = 0.15
"""The share of its own score that another briefing has to have to be like one, on other topics or
on one that it has. Chosen on the reading paragraphs; see docs/adr/0010."""
_LEAST_TOPICALITY = 0.1
_MAX_QUERY = 2_000
_BEGINNING = 500
"""Characters of a briefing that tell what it is about."""
_NAMES = 4
_LONGEST_TYPED = 100
_SHORTEST_BEGUN = 2
_SHORTEST_NAME_BEGUN = 3
_MOST_BEGUN = 50
"""Words, the commonest ones, that are tried for what may be the beginning of each of them."""
BEHIND = 20
"""Briefings behind those of a list that are remembered with it, for who wants to read on."""


class Listings:
    """Lists over one edition."""

    def __init__(
        self,
        postings: Postings,
        directory: Directory,
        suggestions: Suggestions,
        reader: Reader,
        ranker: Ranker,
        composer: Composer,
    ) -> None:
        self._postings = postings
        self._directory = directory
        self._suggestions = suggestions
        self._reader = reader
        self._ranker = ranker
        self._composer = composer

    def of(self, found: Sequence[Found], limit: int, terms: Sequence[Term] = ()) -> Listing:
        """Return the first ``limit`` of what was found as a list, in which ``terms`` are marked."""
        hits = [self._postings.fetch(each.address) for each in found[:limit]]
        numbers = tuple(each.number for each in found)
        return Listing(
            self._composer.citations("", hits, [0.0] * len(hits), terms),
            self._composer.follow_up(hits),
            context=Context("", numbers[:limit], numbers[limit:]) if hits else None,
        )

    def next_of(self, listed: Context, limit: int) -> Listing | None:
        """Return the next ``limit`` of a list, None where nothing more of it is in service."""
        left = [hit for number in listed.further if (hit := self._postings.numbered(number))]
        if not left:
            return None
        hits = left[:limit]
        numbers = tuple(hit.briefing.number for hit in left)
        return Listing(
            self._composer.citations("", hits, [0.0] * len(hits), ()),
            self._composer.follow_up(hits),
            context=replace(listed, shown=numbers[:limit], further=numbers[limit:]),
        )

    def chosen_from(self, question: str, last: Context) -> Context | None:
        """Return what a question that chooses one of a list refers to, None where it does not.

        What is spoken of is what that one is about, and not the others, unless it has all that was
        asked for ``last``: then it is one of the answers, and that is asked of it again.
        """
        first = chosen_first(question, last)
        number = first[0] if first else chosen_of(question, last)
        hit = self._postings.numbered(number) if number else None
        if hit is None:
            return None
        if last.words and (number in last.shown or self._has_all(hit, last.words)):
            return None
        listed = among_choices(question, last).shown
        words = " ".join(self._subject(hit))
        return Context(words, listed, subject=words, listed=listed)

    def _has_all(self, hit: Hit, words: str) -> bool:
        """Tell whether a briefing has all words that were asked for."""
        asked = self._reader.read(encodable(words)).terms
        held = self._ranker.these([hit.briefing.number], asked) if asked else []
        return any(all(each.held) for each in held)

    def about(self, topic_key: str, limit: int) -> Listing | None:
        """Return the newest ``limit`` briefings on a topic, or None where there is no such one."""
        root = self._directory.find(topic_key)
        label = self._directory.label(root) if root else None
        if root is None or label is None:
            return None
        found = self._postings.newest(self._directory.names(root), limit)
        hits = [self._postings.fetch(each.address) for each in found]
        terms = self._reader.read(label).terms
        numbers = tuple(hit.briefing.number for hit in hits)
        return Listing(
            self._composer.citations(label, hits, [0.0] * len(hits), terms),
            self._composer.follow_up(hits, besides=root),
            title=label,
            context=Context(label, numbers, subject=label),
        )

    def related(self, hit: Hit, limit: int) -> Listing:
        """Return the ``limit`` briefings that are most like one.

        Those that share the most telling words it has in common with any, as if these were asked
        for; what a briefing is about counts more than what merely is rare in so few.
        """
        briefing = hit.briefing
        told = " ".join(filter(None, (briefing.title, briefing.text, *briefing.tags)))
        said = self._reader.read(told).terms
        weighed = [term._replace(emphasis=_topicality(term)) for term in said if term.alternatives]
        weighed.sort(key=lambda term: -term.weight * term.emphasis)
        common = (
            term
            for term in weighed
            if any(self._postings.stem_frequency(each.stem) > 1 for each in term.alternatives)
        )
        telling = tuple(islice(common, _TELLING))
        ranked = self._ranker.rank(telling, limit + 1 + BEHIND)
        (whole,) = self._ranker.these([briefing.number], weighed[:_TELLING])
        topics = frozenset(self._directory.of(hit))
        found = [
            each.found
            for each in ranked
            if each.found.number != briefing.number and self._is_related(each, whole.score, topics)
        ]
        return self.of(found, limit, telling)

    def _is_related(self, ranked: Ranked, own: float, topics: frozenset[str]) -> bool:
        """Tell whether what was ``ranked`` is like the briefing that scores its ``own`` words so.

        What has none of its ``topics`` has to have many of its words.
        """
        if not _RELATED_SHARE_ON_TOPIC * own <= ranked.score < _RELATED_SHARE * own:
            return ranked.score >= _RELATED_SHARE * own
        others = self._directory.of(self._postings.fetch(ranked.found.address))
        return not topics.isdisjoint(others)

    def context_of(self, hits: Sequence[Hit]) -> Context:
        """Return what a question may refer to that is put after briefings were opened."""
        words = " ".join(dict.fromkeys(chain.from_iterable(map(self._subject, hits))))
        shown = tuple(hit.briefing.number for hit in hits)
        return Context(words, shown, subject=words)

    def _subject(self, hit: Hit) -> list[str]:
        """Return the words that say what a briefing is about.

        They are those of its title, or the first names that it tells, or else its rarest words.
        """
        briefing = hit.briefing
        if briefing.title:
            return [term.written for term in self._reader.read(briefing.title).terms]
        terms = self._reader.read(briefing.text[:_BEGINNING]).terms
        if names := _first_names(terms):
            return names
        rarest = sorted(terms, key=lambda term: -term.weight)
        return [term.written for term in rarest[:_NAMES]]

    def begun(self, typed: str, limit: int) -> tuple[Briefing, ...]:
        """Return the newest briefings with words that begin with those that were ``typed``.

        Those whose title goes on from all that was typed come first.
        """
        titled = [self._postings.numbered(each) for each in self._suggestions.titled(typed, limit)]
        found = self._postings.newest_with(self._ways(typed), limit)
        hits = [*filter(None, titled), *(self._postings.fetch(each.address) for each in found)]
        return tuple({hit.briefing.number: hit.briefing for hit in hits}.values())[:limit]

    def _ways(self, typed: str) -> list[list[Alternative]]:
        """Return the stems that each word that was ``typed`` may be the beginning of.

        None of any where one of them begins none.
        """
        said = words(encodable(typed[:_LONGEST_TYPED]))
        # Only the last may be no more than the beginning of a word: "for" of "forest".
        begun = [each.form for each in said[:-1] if not each.stop]
        begun += [each.form for each in said[-1:] if len(each.form) >= _SHORTEST_BEGUN]
        ways = []
        for beginning in begun:
            held = sorted(self._postings.terms("word", beginning), key=lambda each: -each[1])
            stems = dict.fromkeys(self._postings.stem(word) for word, _ in held[:_MOST_BEGUN])
            ways.append([Alternative(stem, 1.0) for stem in stems])
        return ways if all(ways) else []

    def topics(self, query: str, limit: int) -> tuple[Topic, ...]:
        """Return topics that lead somewhere: the largest, or those that fit the ``query``.

        What a query names comes first, though it may lead to nearly all briefings or to a single
        one; where there is nothing else, also what it may be misspelt for.
        """
        roots = self._listed(query, limit, alike=False)
        roots = roots or self._names_begun(query, limit) or self._listed(query, limit)
        named = self._directory.named(query)
        if not roots and not named:
            read = self._reader.read(encodable(query[:_MAX_QUERY])).terms
            named = self._directory.named(" ".join(each.corrected or each.written for each in read))
        if named and named not in roots:
            roots.insert(0, named)
        return tuple(map(self._composer.topic, roots[:limit]))

    def _listed(self, query: str, limit: int, *, alike: bool = True) -> list[str]:
        """Return the names of the topics that are listed and fit a ``query``."""
        keys = self._suggestions.topics(query, limit, alike=alike)
        return [root for key in keys if (root := self._directory.find(key))]

    def _names_begun(self, query: str, limit: int) -> list[str]:
        """Return the names of topics of few briefings that begin with a ``query``, and of tags."""
        beginning = fold(encodable(" ".join(query.split())))
        if not _SHORTEST_NAME_BEGUN <= len(beginning) <= _LONGEST_TYPED:
            return []
        held = [each for kind in ("sure", "tag") for each in self._postings.terms(kind, beginning)]
        held.sort(key=lambda each: -each[1])
        roots = dict.fromkeys(self._directory.root(name) for name, _ in held[:_MOST_BEGUN])
        return [root for root in roots if self._directory.label(root)][:limit]


def _first_names(terms: Sequence[Term]) -> list[str]:
    """Return the first names among ``terms``, each word once, and none of a name cut in two.

    "North" of "North Macedonia" is no name of its own.
    """
    names: dict[str, None] = {}
    was_name = False
    for term in terms:
        goes_on = was_name and not term.before.strip()
        if len(names) >= _NAMES and not goes_on:
            break
        was_name = term.is_name
        if was_name:
            names[term.written] = None
    return list(names)


def _topicality(term: Term) -> float:
    """Return how far the briefings are about a word, rather than merely use it, up to 1.

    "China" stands in them far oftener than in other English, "aims" and "years" hardly.
    """
    return min(max((term.surplus - 1.0) / 3.0, _LEAST_TOPICALITY), 1.0)
