"""What a message asks, and how surely the best briefing answers that."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from bot.model import Verdict
from bot.search.conversation.choosing import chosen
from bot.search.conversation.correcting import meant_instead
from bot.search.conversation.following import FollowUp, asks_for_any_others, follows, goes_on
from bot.search.conversation.messages import asking_clause, asking_part
from bot.search.conversation.referring import has_pronoun
from bot.search.conversation.stand_ins import with_pronoun
from bot.search.finding.lacking import has_each_name, parts
from bot.search.reading.asking import kind_asked_for
from bot.search.reading.framing import framed
from bot.search.reading.kinds import Kind, tells
from bot.search.verdict.confidence import confidence, verdict
from bot.search.verdict.hollow import has_only_names, is_mere_number, names_only_kind
from bot.search.verdict.judged import Judged
from bot.search.verdict.ordering import telling_first
from bot.search.verdict.weighing import counting
from bot.search.words.lexicon import idf
from bot.search.words.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.conversation.interpretation import Interpretation
    from bot.search.conversation.interpreting import Interpreter
    from bot.search.finding.ranking import Ranked
    from bot.search.finding.steps import Steps
    from bot.search.reading.terms import Term
    from bot.search.verdict.confidence import Thresholds
    from bot.search.verdict.pointing import Point
    from bot.search.words.english import Frequencies

_LEAST_COVERAGE = 0.65
"""What words in another form or spelling cover; the capital for its country is less."""
_LEAST_LITERALLY = 0.5
_PART_OF_NAME = 0.3
_NEARLY_RAREST = 0.8
_FEW = 9
"""Briefings, or the part of all, that may be what a word means which none of them has."""
_PART_TO_GO_ON = 0.4
_MANY = 250
"""Briefings from which one is found by chance in other words, as much as it ever is."""
_MOST_KEYS = 6
_ARTICLES = frozenset({"a", "an", "the"})
_BETTER = (Verdict.NOTHING, Verdict.CLOSEST, Verdict.ANSWERED)


class Judge:
    """Judges questions to an edition of ``size`` briefings."""

    def __init__(
        self,
        interpreter: Interpreter,
        point: Point,
        english: Frequencies,
        thresholds: Thresholds,
        size: int,
    ) -> None:
        self._interpreter = interpreter
        self._point = point
        self._english = english
        self._thresholds = thresholds
        self._size = size

    def judging(self, message: str, limit: int, context: Context | None) -> Steps[Judged | None]:
        """Return what ``message`` asks for and the best ``limit`` briefings, None for mere news.

        Of a message of several sentences that is not answered as a whole, the one that asks counts
        where it is answered better; of one sentence, the clause that asks, where all names are.
        """
        message = meant_instead(message, follows=context is not None)
        judged = yield from self._question(message, limit, context)
        if judged is None or judged.verdict is Verdict.ANSWERED:
            return judged
        part = asking_part(message) or _clause_apart(message, judged.asked.terms)
        if part is None:
            return judged
        alone = yield from self._question(part, limit, context)
        return alone if alone is None or _is_better(alone, judged) else judged

    def _question(self, question: str, limit: int, context: Context | None) -> Steps[Judged | None]:
        frame = framed(with_pronoun(question) if context else question, self._english)
        read, names_topic = frame.question, frame.names_topic
        is_alone = context is None or follows(read) is FollowUp.ALONE
        if frame.asks_for_news and is_alone:
            return None
        of_all = False
        if context is not None:
            of_all = asks_for_any_others(question, names_topic=names_topic)
            leaves_out = goes_on(question) or of_all or chosen(read, context.shown)
            asks_nothing = frame.asks_nothing and is_alone and not has_pronoun(read)
            if (names_topic and not leaves_out) or asks_nothing:
                # "The latest on Latvia" leaves nothing out, and "hello" asks nothing.
                context = None
        asked = yield from self._interpreter.interpret(read, limit, context, of_all=of_all)
        yield None
        if asked.is_new:
            ranked = telling_first(self._point, read, asked.terms, asked.ranked)
            asked = asked if ranked is asked.ranked else replace(asked, ranked=ranked)
        judged = self._judged(read, asked, is_topic=names_topic)
        if asked.is_new and _may_be_told_otherwise(judged, self._size):
            judged = yield from self._otherwise(judged, limit, is_topic=names_topic)
        elif judged.verdict is Verdict.ANSWERED and asked.is_new and _is_keys(asked, names_topic):
            judged = yield from self._with_places(judged, limit)
        if context and asked.is_new and judged.verdict is Verdict.NOTHING:
            judged = self._of_shown(judged, context)
        return judged._replace(wants_newest=frame.wants_newest)

    def _of_shown(self, judged: Judged, context: Context) -> Judged:
        """Return what was shown as the closest, where nothing else is and it tells enough."""
        asked = self._interpreter.of_shown(judged.asked, context)
        return judged._replace(asked=asked, verdict=Verdict.CLOSEST) if asked else judged

    def _otherwise(self, judged: Judged, limit: int, *, is_topic: bool) -> Steps[Judged]:
        """Return what is better told in words that mean nearly the same, if anything is.

        It answers where it has half of what is asked for in its own words, too.
        """
        asked = judged.asked
        loosely = yield from self._interpreter.loosely(asked, limit)
        if loosely is None:
            return judged
        other = self._judged(judged.read, loosely, is_topic=is_topic)
        if not _is_better(other, judged):
            return judged
        if other.verdict is Verdict.ANSWERED and self._covered(other, asked) <= _LEAST_LITERALLY:
            return other._replace(verdict=Verdict.CLOSEST)
        return other

    def _covered(self, judged: Judged, asked: Interpretation) -> float:
        """Return how much the best briefing covers of what was ``asked`` in its own words.

        What lies in a region is in it, whatever it is called. Everyday words that it lacks do not
        count where it has a name.
        """
        best = judged.asked.ranked[0].found.number
        found = next((each for each in asked.ranked if each.found.number == best), None)
        if found is None:
            return 0.0
        found = _with_regions(found, judged.asked.ranked[0], asked.terms)
        counted = counting(judged.read, asked.terms, found, self._point.read)
        both = [*zip(counted.terms, counted.best.held, strict=True)]
        if not any(term.is_name for term, has in both if has):
            return counted.best.coverage
        held = sum(term.weight for term, has in both if has)
        lacking = sum(
            term.weight for term, has in both if not (has or term.is_everyday or term.is_kind)
        )
        return max(counted.best.coverage, held / (held + lacking or 1.0))

    def _with_places(self, judged: Judged, limit: int) -> Steps[Judged]:
        """Return the same, and behind it what is told of places in the country that is asked for.

        Who asks for news from Spain is told of Seville, too.
        """
        asked = judged.asked
        wider = yield from self._interpreter.with_places(asked, limit)
        if wider is None:
            return judged
        literally = {each.found.number: place for place, each in enumerate(asked.ranked)}
        last = len(asked.ranked)
        found = [
            each for each in wider.ranked if each.missing == 0.0 or each.found.number in literally
        ]
        found.sort(key=lambda each: literally.get(each.found.number, last))
        return judged._replace(asked=replace(wider, ranked=found))

    def _judged(self, read: str, asked: Interpretation, *, is_topic: bool) -> Judged:
        first = next(iter(asked.ranked), None)
        if first is None:
            return Judged(read, asked, 0.0, _nothing(asked))
        terms, best, excused = counting(read, asked.terms, first, self._point.read)
        value = confidence(best, terms, self._size)
        is_keys = _is_keys(asked, is_topic)
        is_whole = (
            is_keys and _has_all(best, terms) and not self._point.is_of_another(read, terms, first)
        )
        judged = verdict(
            value,
            terms,
            self._thresholds,
            best,
            found_whole=is_whole or (all(best.held) and _names_more(asked)),
            found_name=(is_keys and _has_name(best, terms))
            or _has_rare_name(best, terms, self._size),
        )
        if judged is not Verdict.ANSWERED and _has_all_with_name(terms, best.held):
            # "Did Ilse Brandt go to Ostra?" lacks nothing but "go".
            says_enough = parts(terms) > 1 or self._tells_where_to(read, first)
            is_sure = says_enough and value >= self._thresholds.closest
            judged = Verdict.ANSWERED if is_sure else Verdict.CLOSEST
        if judged is Verdict.NOTHING:
            told = is_keys and all(best.held) and _are_few(asked.ranked, self._size)
            judged = Verdict.CLOSEST if told else _nothing(asked)
        if judged is Verdict.ANSWERED and asked.left:
            judged = Verdict.CLOSEST
            return Judged(read, asked, value, judged, missed=asked.left, excused=excused)
        is_short = is_keys and len(terms) <= _MOST_KEYS  # and no headline
        if judged is Verdict.ANSWERED and is_short and self._point.lacks_key(terms, best):
            judged = Verdict.CLOSEST
        if judged is Verdict.ANSWERED and self._is_hollow(
            read, asked, terms, best, is_keys=is_keys
        ):
            judged = Verdict.CLOSEST
        if judged is Verdict.ANSWERED and (not is_whole or _asks_kind_again(read, asked)):
            missed = self._point.missed(read, terms, best)
            if missed is not None:
                judged = Verdict.CLOSEST
                return Judged(read, asked, value, judged, missed=missed, excused=excused)
        return Judged(read, asked, value, judged, excused=excused)

    def _is_hollow(
        self,
        read: str,
        asked: Interpretation,
        terms: Sequence[Term],
        best: Ranked,
        *,
        is_keys: bool,
    ) -> bool:
        """Tell whether what the best briefing has of a question says next to nothing."""
        if not is_keys and asked.is_new:
            if names_only_kind(terms):
                return True
            is_any = kind_asked_for(read) is Kind.ANYTHING
            if has_only_names(terms, best.held, of_any_kind=is_any):
                return True
        told = lambda: self._point.read(best)[1].forms  # noqa: E731 - seldom needed
        return is_mere_number(terms, best.held, told, is_keys=is_keys)

    def _tells_where_to(self, read: str, first: Ranked) -> bool:
        """Tell whether it is asked where somebody went, and the best briefing tells a place."""
        named = frozenset(word.form for word in words(read))
        is_asked = kind_asked_for(read) is Kind.DESTINATION
        return is_asked and tells(Kind.DESTINATION, self._point.read(first)[0], named)


def _with_regions(literally: Ranked, otherwise: Ranked, terms: Sequence[Term]) -> Ranked:
    """Return a briefing as it has the ``terms`` ``literally``, but regions as it does otherwise."""
    held = tuple(
        has or (bool(term.region) and is_told)
        for term, has, is_told in zip(terms, literally.held, otherwise.held, strict=True)
    )
    if held == literally.held:
        return literally
    told = (
        term.weight
        for term, has, is_told in zip(terms, literally.held, held, strict=True)
        if is_told and not has
    )
    more = sum(told) / (sum(term.weight for term in terms) or 1.0)
    return literally._replace(held=held, coverage=min(literally.coverage + more, 1.0))


def _clause_apart(message: str, terms: Sequence[Term]) -> str | None:
    """Return the clause of ``message`` that asks, None where another one has a name."""
    found = asking_clause(message)
    if found is None:
        return None
    aside, asks = found
    return None if any(term.is_name and term.written in aside for term in terms) else asks


def _may_be_told_otherwise(judged: Judged, size: int) -> bool:
    """Tell whether so much is found that the rest may be told in other words.

    Among few briefings that may be little: only in many something is found in other words by
    chance. Where another briefing has the word for a region, the best may be either.
    """
    if judged.verdict is not Verdict.NOTHING:
        return judged.verdict is Verdict.CLOSEST
    best = next(iter(judged.asked.ranked), None)
    if best is None:
        return False
    may_be_in_region = any(term.region and not term.readings for term in judged.asked.terms)
    part = _PART_OF_NAME if may_be_in_region else _PART_TO_GO_ON
    return best.coverage >= part * min(size / _MANY, 1.0)


def _nothing(asked: Interpretation) -> Verdict:
    """Return the verdict where nothing is sure: what goes on belongs to the last answer."""
    return Verdict.CLOSEST if asked.goes_on else Verdict.NOTHING


def _is_keys(asked: Interpretation, is_topic: bool) -> bool:
    """Tell whether mere key words are given, be it with an article: "the US"."""
    return is_topic or _ARTICLES.issuperset(asked.reading.function_words)


def _asks_kind_again(read: str, asked: Interpretation) -> bool:
    """Tell whether a kind of thing is asked of what was spoken of: "how old is he?".

    Where that names nothing else, all of it is found, and yet it may tell nothing of the kind.
    """
    return not asked.is_new and kind_asked_for(read) is not Kind.ANYTHING


def _names_more(asked: Interpretation) -> bool:
    """Tell whether a follow-up names somebody or something more: "what did he say about Russia?".

    That may be in nearly all briefings, and so say little beside what was spoken of.
    """
    return bool(asked.about) and any(term.is_name for term in asked.reading.terms)


def _has_all(best: Ranked, terms: Sequence[Term]) -> bool:
    is_whole = not best.missing and best.coverage >= _LEAST_COVERAGE
    return is_whole and _is_told_of([*compress(terms, best.held)])


def _has_name(best: Ranked, terms: Sequence[Term]) -> bool:
    """Tell whether a briefing has a name of a person whose other one it does not tell."""
    has_name = any(term.is_name and term.alternatives for term in terms)
    return has_name and best.coverage >= _PART_OF_NAME


def _has_rare_name(best: Ranked, terms: Sequence[Term], size: int) -> bool:
    """Tell whether a briefing has all names of a question, one of which hardly any other has.

    Who asks what somebody does next is not told that nothing is known of them.
    """
    held = compress(terms, best.held)
    is_rare = max(
        (term.weight for term in held if term.is_name), default=0.0
    ) >= _NEARLY_RAREST * idf(size, 1)
    has_names = has_each_name(terms, best.held) or _lacks_one_unknown(terms, best.held)
    return is_rare and best.coverage >= _PART_OF_NAME and has_names


def _lacks_one_unknown(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    lacking = [term for term, has in zip(terms, held, strict=True) if not (has or term.says_little)]
    return len(lacking) == 1 and not lacking[0].alternatives


def _are_few(ranked: Sequence[Ranked], size: int) -> bool:
    """Tell whether few have what was found in other words: where two companies merge, a merger."""
    return len(ranked) <= min(_FEW, size / _FEW)


def _has_all_with_name(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether all that is telling is held, a name among it: "where did Ilse Brandt go?"."""
    told = [*compress(terms, held)]
    is_whole = all(has or term.says_little for term, has in zip(terms, held, strict=True))
    return is_whole and any(term.is_name for term in told) and _is_told_of(told)


def _is_told_of(told: Sequence[Term]) -> bool:
    """Tell whether more is ``told`` than names and words that mean nearly the same.

    Whoever was fired dismissed something, but what else is asked tells whether that is meant.
    """
    return not any(term.is_said_otherwise for term in told) or any(
        not (term.is_name or term.is_said_otherwise or term.is_everyday or term.is_kind)
        for term in told
    )


def _is_better(one: Judged, other: Judged) -> bool:
    first, second = ((_BETTER.index(each.verdict), each.confidence) for each in (one, other))
    return first > second
