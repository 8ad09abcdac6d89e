"""What a question asks for and what was found for it: what interpreting it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.conversation.referring import has_name, with_preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.conversation.recalling import Recalled
    from bot.search.finding.ranking import Ranked
    from bot.search.reading.terms import Reading, Term


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A question as understood, the terms that were searched, and what they found.

    ``about`` are the lent words; ``shown`` the numbers that were shown before and are left out.
    ``goes_on`` says that what was found belongs to the last answer, whatever its score, and
    ``subject`` are the words that say what is still spoken of, where that is no new subject.
    ``left`` are words of the last question that what names something else lacks, where it has
    hardly any of them, so that it cannot answer.
    """

    reading: Reading
    terms: tuple[Term, ...]
    about: tuple[str, ...]
    shown: tuple[int, ...]
    ranked: list[Ranked]
    goes_on: bool = False
    subject: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Tell whether nothing of it hangs on what was asked or shown before."""
        return not (self.goes_on or self.about or self.shown)

    @property
    def has_lent(self) -> bool:
        """Tell whether the best briefing has any of the words that were lent."""
        held = self.ranked[0].held if self.ranked else ()
        return any(
            has and term.written in self.about for term, has in zip(self.terms, held, strict=False)
        )


def written(terms: Sequence[Term]) -> tuple[str, ...]:
    """Return ``terms`` as they were written."""
    return tuple(term.written for term in terms)


def on_subject(reading: Reading, subject: Sequence[Term], found: Recalled) -> Interpretation:
    """Return what was asked and found of the ``subject`` that was spoken of."""
    about = written(found.taken)
    said = tuple(with_preposition(term, term.written) for term in subject)
    kept = about if has_name(reading.terms) else said
    terms = (*found.taken, *found.own)
    return Interpretation(reading, terms, about, (), found.ranked, goes_on=True, subject=kept)
