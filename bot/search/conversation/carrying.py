"""What an answer leaves for the next question to refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Context, Verdict
from bot.search.conversation.referring import has_name, with_preposition
from bot.search.finding.deserving import deserving
from bot.search.reading.naming import hyphenated, without_possessive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Answer
    from bot.search.conversation.interpretation import Interpretation
    from bot.search.reading.terms import Term

_MOST_SHOWN = 500


def context_after(
    answer: Answer, asked: Interpretation, limit: int, before: Context | None
) -> Context | None:
    """Return what the next question may refer to, None where this one had no word that is known.

    What only asks about a subject leaves that as it was, but for the names that it adds. Where
    nothing is known or found of what it asks about it, or it names nothing, all is as ``before``:
    what is spoken of is what was last shown.
    """
    own = asked.reading.terms
    if not any(term.alternatives for term in asked.terms):
        is_nothing = all(term.is_everyday for term in own)  # "hello?"
        return before if asked.subject or is_nothing else None
    if before and answer.verdict is Verdict.NOTHING and (asked.about or not has_name(own)):
        return before
    read = {each.written: each.read for each in answer.corrections}
    new = [term for term in own if not asked.subject or _is_told(term, asked)]
    written = [
        (with_preposition(term, read.get(term.written, term.written)), term.is_name) for term in new
    ]
    words = subject = _joined([*_lent(asked), *(word for word, _ in written)])
    if asked.subject:
        subject = _joined([*asked.subject, *(word for word, is_name in written if is_name)])
    shown = [each.briefing.number for each in deserving(answer, limit)]
    numbers = tuple(dict.fromkeys([*shown, *asked.shown]))[:_MOST_SHOWN]
    if before and asked.left and not asked.about:
        # Nothing is told of the other country, and what was spoken of stays so.
        words, subject = before.words, before.subject
    return Context(words, numbers, answer.further, subject, listed=_listed(numbers, asked, before))


def _listed(
    numbers: tuple[int, ...], asked: Interpretation, before: Context | None
) -> tuple[int, ...]:
    """Return what stays to be chosen from: nothing after a new question that leads elsewhere."""
    if before is None or (asked.is_new and not set(numbers[:1]) <= set(before.choices)):
        return ()
    return before.choices


def told_as_lent(asked: Interpretation, verdict: Verdict) -> tuple[str, ...]:
    """Return the lent words, none of an answer that has none of them: "what about Dorn?"."""
    return () if verdict is Verdict.ANSWERED and not asked.has_lent else asked.about


def _is_told(term: Term, asked: Interpretation) -> bool:
    """Tell whether a word of a follow-up, which the best briefing has, says what is spoken of.

    A common verb does not: "how long did it take?".
    """
    if term.is_name or not asked.ranked:
        return True
    held = zip(asked.terms, asked.ranked[0].held, strict=True)
    has = any(each.written == term.written for each, is_held in held if is_held)
    return has and not term.is_everyday


def _lent(asked: Interpretation) -> list[str]:
    """Return the lent words, names with the preposition before them."""
    if not asked.about:
        return []
    placed = {term.written: with_preposition(term, term.written) for term in asked.terms}
    return [placed.get(word, word) for word in asked.about]


def _joined(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(hyphenated([without_possessive(word) for word in words])))
