"""Search over one edition: the façade of this package, immutable once it is open."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.model import Answer, Context, Listing, News, Topic, Verdict
from bot.search.answer import MAX_TOPICS, Composer
from bot.search.conversation.carrying import context_after, told_as_lent
from bot.search.conversation.choosing import among_choices
from bot.search.conversation.following import asks_for_any_news, asks_for_more
from bot.search.conversation.interpreting import Interpreter
from bot.search.conversation.messages import questions_in
from bot.search.conversation.recalling import Recall
from bot.search.corrections import Corrections
from bot.search.finding.deserving import asks_for_all, deserving_first, least_deserving
from bot.search.finding.ranking import Ranker
from bot.search.finding.steps import done
from bot.search.index import manifest
from bot.search.index.building import FORMAT, PRESENCE, About, read_about
from bot.search.index.forward import Forward
from bot.search.index.index_lexicon import IndexLexicon
from bot.search.index.neighbours import Layered
from bot.search.index.postings import Postings
from bot.search.index.presence import Presence
from bot.search.index.suggest import Suggestions
from bot.search.index.topics import Directory
from bot.search.languages.foreign import Foreign
from bot.search.listings import BEHIND, Listings
from bot.search.reading.asking import kind_asked_for
from bot.search.reading.kinds import Kind
from bot.search.reading.naming import as_whole, with_articles, with_names
from bot.search.reading.question import Reader
from bot.search.reading.written_out import beginning, written_out
from bot.search.several import together
from bot.search.verdict.dating import Dating, OfATime
from bot.search.verdict.judging import Judge
from bot.search.verdict.pointing import Point
from bot.search.words.english import English
from bot.search.words.synonyms import is_listed
from bot.search.words.text import encodable, seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bot.model import Briefing, Citation
    from bot.search.conversation.interpretation import Interpretation
    from bot.search.finding.steps import Steps
    from bot.search.index.postings import Hit
    from bot.search.languages.understood import Understood
    from bot.search.verdict.confidence import Thresholds
    from bot.search.verdict.judged import Judged
    from bot.search.words.aliases import Aliases
    from bot.search.words.english import Frequencies

_MOST_RANKED = 10


class IndexUnusable(Exception):
    """An index folder is missing, damaged, or made by another version or with other aliases."""


class Engine:
    """Answers questions over one edition; several threads may use it."""

    def __init__(
        self,
        folder: Path,
        about: About,
        thresholds: Thresholds,
        aliases: Aliases,
        english: Frequencies,
    ) -> None:
        self.edition = about.edition
        self.size = about.briefings
        self._suggestions = Suggestions(folder)
        self._postings = Postings.open(folder / "postings")
        self._forward = forward = Forward.open(folder / "forward")
        near, presence = Layered.open(folder / "neighbours"), Presence.open(folder / PRESENCE)
        self._opened = self._postings, forward, near, presence
        lexicon = IndexLexicon(self._postings, near, presence, forward.average)
        self._english = english
        self._lexicon = lexicon
        self._is_known = lexicon.has_word
        self._foreign = Foreign(lexicon, english)
        self._reader = Reader(lexicon, english, aliases)
        self._ranker = Ranker(self._postings, forward)
        interpreter = Interpreter(self._reader, self._ranker, Recall(self._ranker, self._postings))
        self._directory = Directory(self._postings, aliases)
        self._composer = Composer(self._postings, forward, self._directory, self._reader.kin)
        point = Point(
            self._postings.fetch,
            self._composer.cut,
            self._postings.stem,
            self._reader.kin,
            self._directory.is_name,
            self._reader.names_in,
        )
        self._listings = Listings(
            self._postings, self._directory, self._suggestions, self._reader, self._ranker,
            self._composer,
        )  # fmt: skip
        self._judge = Judge(interpreter, point, english, thresholds, self.size)
        self._dating = Dating(self._postings, self._judge, self._reader, self._ranker, english)
        self._corrections = Corrections(
            self._composer.cut, self._postings.stem, self._directory.as_name, self._is_word
        )

    def ask(self, question: str, limit: int = 3, context: Context | None = None) -> Answer:
        """Return the answer to ``question`` with the best ``limit`` citations; never raises.

        ``context`` is the last answer's, for a question that does not stand alone. Only the first
        2,000 characters of the question are read, as far as its words are whole.
        """
        return done(self.asking(question, limit, context))

    def asking(
        self, question: str, limit: int = 3, context: Context | None = None
    ) -> Steps[Answer]:
        """Return the answer as `ask` does, in steps."""
        question = seen(question)
        read = beginning(question)
        answer = yield from self._asking_each(read, limit, context)
        if answer is None:
            answer = yield from self._asking(read, limit, context)
        return answer if read == question else replace(answer, is_cut=True)

    def _asking_each(
        self, message: str, limit: int, context: Context | None
    ) -> Steps[Answer | None]:
        """Return the answer to the questions of ``message``, each of which may refer to the last.

        None where it does not ask several, or they are better asked as one.
        """
        parts: list[Answer] = []
        for question in questions_in(message):
            answer = yield from self._asking(question, limit, context)
            context = answer.context or context
            parts.append(answer)
        return together(message, parts, limit, MAX_TOPICS)

    def _asking(self, question: str, limit: int, context: Context | None) -> Steps[Answer]:
        started = time.perf_counter()
        said = self._foreign.in_english(encodable(question))
        is_english = not said.places
        spelt = said.question
        if is_english:
            spelt = written_out(spelt, self._lexicon, self._english)
        period = self._dating.period(spelt, context, day_first=said.language is not None)
        if period and not is_english:
            written = said.stretch(period.start, len(period.written), question)
            period = period._replace(written=written)
        listed = context if context and not context.words else None
        if listed:
            following = self._next_of(listed, spelt, limit)
            if following:
                return self._listed(question, following, started)
        of_chosen = self._listings.chosen_from(spelt, context) if context else None
        context = of_chosen or (listed.before if listed else context)
        if context:
            words, subject = encodable(context.words), encodable(context.subject)
            context = among_choices(spelt, replace(context, words=words, subject=subject))
        found = yield from self._dating.judging(spelt, period, max(limit, _MOST_RANKED), context)
        if found is None or _is_no_more_news(spelt, found):
            answer = self._listed(question, self.latest(limit), started)
            return replace(answer, is_by_number=not self._dating.is_dated)
        if isinstance(found, OfATime):
            answer = self._of_a_time(question, found, limit, started)
            return replace(answer, time=self._dating.limited_to(period, answer))
        answer = self._composed(question, said, found, limit)
        after = context_after(answer, found.asked, limit, context)
        return replace(
            answer,
            time=self._dating.limited_to(period, answer),
            is_undated=self._dating.lacks_dates(spelt, found),
            # What says what a chosen briefing is about, nobody asked for.
            about=() if of_chosen else answer.about,
            context=listed if listed and after == listed.before else after,
            elapsed_ms=round((time.perf_counter() - started) * 1000, 3),
        )

    def _next_of(self, listed: Context, question: str, limit: int) -> Listing | None:
        """Return what comes next in a list, where a question asks for more and names nothing."""
        if not asks_for_more(question) or self._dating.period(question, listed):
            return None
        return self._listings.next_of(listed, limit)

    def _of_a_time(self, question: str, asked: OfATime, limit: int, started: float) -> Answer:
        found = asked.found
        answer = self._listed(question, self._listings.of(found, limit), started)
        if not found:
            return replace(answer, unknown=(asked.written,), topics=self._largest)
        return replace(answer, further=tuple(each.number for each in found[limit:]))

    def _composed(self, question: str, said: Understood, found: Judged, limit: int) -> Answer:
        asked = found.asked
        # What only asks for others asks for no kind of thing.
        kind = kind_asked_for(found.read) if asked.reading.terms else Kind.ANYTHING
        least = least_deserving(
            (each.score for each in asked.ranked), kind, of_all=asks_for_all(found.read)
        )
        ordered, deserve = deserving_first(
            asked.ranked, least, asked.terms, is_answer=found.verdict is Verdict.ANSWERED
        )
        best, deserving = ordered[:limit], min(deserve, limit)
        hits = [self._postings.fetch(each.found.address) for each in best]
        scores = [each.score for each in best]
        further = [each.found.number for each in ordered[limit:deserve]]
        read = asked.reading.terms
        if found.verdict is Verdict.NOTHING:
            # What means nearly the same explains nothing that is not shown.
            read = tuple(term for term in read if not term.is_said_otherwise)
        corrections = self._corrections.of(read, [hit.briefing.text for hit in hits])
        unknown = as_whole(with_articles(said.as_written(found.unknown), question), question)
        return Answer(
            question=question,
            verdict=found.verdict,
            confidence=round(found.confidence, 4),
            corrections=said.corrected(corrections, unknown),
            unknown=unknown,
            citations=self._composer.citations(found.read, hits, scores, asked.terms),
            topics=self._topics_after(found.verdict, asked, hits[:deserving]),
            edition=self.edition,
            elapsed_ms=0.0,
            deserving=deserving,
            about=with_names(told_as_lent(asked, found.verdict), self._texts(asked, hits)),
            further=tuple(further) if found.verdict is not Verdict.NOTHING else (),
            elsewhere=as_whole(said.as_written(found.elsewhere), question),
            language=said.language,
            holds_name=found.holds_name,
        )

    def _is_word(self, word: str) -> bool:
        return self._english.zipf(word) > 0 or self._is_known(word) or is_listed(word)

    def about(self, topic_key: str, limit: int = 50) -> Listing | None:
        """Return the newest ``limit`` briefings on a topic, or None where there is no such one."""
        return self._listings.about(topic_key, limit)

    def cite(self, question: str, numbers: Sequence[int]) -> tuple[Citation, ...]:
        """Return the briefings of these numbers that are in service, marked for ``question``."""
        found = (self._postings.numbered(number) for number in numbers)
        hits = [hit for hit in found if hit]
        read = self._foreign.in_english(encodable(beginning(question))).question
        terms = self._reader.read(read).terms
        return self._composer.citations(read, hits, [0.0] * len(hits), terms)

    def news(self, seen: Mapping[str, int], limit: int = 50) -> News:
        """Return what is new on topics, by key with the highest number that was seen of each.

        Of each topic the ``limit`` highest numbers are returned at most.
        """
        numbers: dict[str, tuple[int, ...]] = {}
        for key, above in seen.items():
            root = self._directory.find(key)
            if root is not None:
                found = self._postings.above(above, limit, self._directory.names(root))
                numbers[key] = tuple(found)
        return News(self.highest(), numbers)

    def highest(self) -> int:
        """Return the highest number that a briefing has here, 0 where there is none."""
        return max(self._postings.above(0, 1), default=0) if self.size else 0

    def latest(self, limit: int = 50) -> Listing:
        """Return the ``limit`` newest of all briefings, undated ones last."""
        found = self._postings.latest(limit + BEHIND) if self.size else []
        return self._listings.of(found, limit)

    def related(self, number: int, limit: int = 5) -> Listing | None:
        """Return the briefings that are most like one, None where there is none of this number."""
        hit = self._hit(number)
        return self._listings.related(hit, limit) if hit else None

    def any_briefing(self, chance: float) -> Briefing | None:
        """Return the briefing that a ``chance`` from 0 up to 1 falls on, if there are any."""
        number = self._forward.any_number(chance)
        return self.briefing(number) if number else None

    def _listed(self, question: str, listing: Listing, started: float) -> Answer:
        return listing.as_answer(question, self.edition, (time.perf_counter() - started) * 1000)

    def briefing(self, number: int) -> Briefing | None:
        """Return the briefing with this number, or None where the edition has none."""
        hit = self._hit(number)
        return hit.briefing if hit else None

    def context_of(self, numbers: Sequence[int]) -> Context | None:
        """Return what a question may refer to that is put after these briefings were opened.

        That is None where none of them is in service.
        """
        hits = [hit for number in numbers if (hit := self._hit(number))]
        return self._listings.context_of(hits) if hits else None

    def _hit(self, number: int) -> Hit | None:
        return self._postings.numbered(number) if 0 < number < 1 << 63 else None

    def topics(self, query: str = "", limit: int = 25) -> tuple[Topic, ...]:
        """Return topics that lead somewhere: the largest, or those that fit the ``query``.

        What a query names comes first, though it may lead to nearly all briefings or to a single
        one; where there is nothing else, also what it may be misspelt for.
        """
        return self._listings.topics(query, limit)

    @cached_property
    def _largest(self) -> tuple[Topic, ...]:
        """The largest topics, which are shown wherever nothing is found."""
        return self.topics(limit=MAX_TOPICS)

    def suggest(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Return topics and titles that fit what was ``typed``, each at most 100 characters.

        A word or two may be spelt wrong; of a sentence, the last words are completed.
        """
        return self._suggestions.suggest(typed, limit)

    def begun(self, typed: str, limit: int = 10) -> tuple[Briefing, ...]:
        """Return briefings whose titles or texts have words that begin as those ``typed`` do."""
        return self._listings.begun(typed, limit)

    def prepare(self) -> None:
        """Read what is read when the first question needs it, so that none has to wait for it."""
        self._reader.read("a word")
        self._reader.kin("word")
        self._foreign.prepare()

    def close(self) -> None:
        """Let go of the folder's files; the engine must not be used afterwards."""
        # Caches of methods make circles of what stands above these, which the collector of
        # garbage may come to much later.
        for each in self._opened:
            each.close()

    def _topics_after(
        self, judged: Verdict, asked: Interpretation, hits: Sequence[Hit]
    ) -> tuple[Topic, ...]:
        if judged is not Verdict.NOTHING:
            return self._composer.follow_up(hits)
        shown = [hit for number in asked.shown[:3] if (hit := self._postings.numbered(number))]
        if topics := self._composer.follow_up(shown):
            return topics
        names = (term.corrected or term.written for term in asked.reading.terms if term.is_name)
        named = (root for name in names if (root := self._directory.named(name)))
        found = dict.fromkeys([*map(self._composer.topic, named), *self._largest])
        return tuple(found)[:MAX_TOPICS]

    def _texts(self, asked: Interpretation, hits: Sequence[Hit]) -> list[str]:
        """Return the texts that write out names which are lent to a follow-up."""
        if not asked.about:
            return []
        shown = (self._postings.numbered(number) for number in asked.shown[:_MOST_RANKED])
        return [hit.briefing.text for hit in (*hits, *shown) if hit]


def _is_no_more_news(question: str, found: Judged | OfATime) -> bool:
    """Tell whether any news are asked for, and there are no further ones on what was spoken of."""
    if isinstance(found, OfATime) or found.asked.ranked:
        return False
    return asks_for_any_news(question)


def open_engine(
    folder: Path,
    thresholds: Thresholds,
    aliases: Aliases,
    english: Frequencies | None = None,
) -> Engine:
    """Open what `build` wrote; raise `IndexUnusable` when it must be built anew."""
    try:
        about = read_about(folder)
        if about.format != FORMAT or about.aliases != aliases.digest:
            raise IndexUnusable(f"{folder} was made by another version or with other aliases")
        manifest.check(folder)
        engine = Engine(folder, about, thresholds, aliases, english or English())
    except (OSError, ValueError, TypeError) as error:
        raise IndexUnusable(f"{folder} cannot be used: {error}") from error
    return engine
