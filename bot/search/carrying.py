"""What an answer leaves for the next question to refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Context
from bot.search.deserving import deserving
from bot.search.naming import hyphenated, without_possessive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Answer
    from bot.search.interpreting import Interpretation

_MOST_SHOWN = 500


def context_after(
    answer: Answer, asked: Interpretation, limit: int, before: Context | None
) -> Context | None:
    """Return what the next question may refer to, None where this one had no word that is known.

    What only asks about a subject leaves that as it was, but for the names that it adds; where
    nothing is known of what it asks about it, all is as ``before``.
    """
    if not any(term.alternatives for term in asked.terms):
        return before if asked.subject else None
    read = {each.written: each.read for each in answer.corrections}
    own = [(read.get(term.written, term.written), term.is_name) for term in asked.reading.terms]
    words = _joined([*asked.about, *(word for word, _ in own)])
    named = _joined([*asked.subject, *(word for word, is_name in own if is_name)])
    shown = (each.briefing.number for each in deserving(answer, limit))
    numbers = tuple(dict.fromkeys([*asked.shown, *shown]))[-_MOST_SHOWN:]
    return Context(words, numbers, answer.further, named if asked.subject else words)


def _joined(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(hyphenated([without_possessive(word) for word in words])))
