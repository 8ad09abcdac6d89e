"""A question as it was read: its terms, and what they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.index.postings import Alternative

HEAD_WEIGHT = 0.6
"""What the end of an unknown compound is trusted: "thermonuclear" is about what is nuclear."""
DERIVED_WEIGHT = 0.7
"""What a people's adjective is trusted for its country, and the country for it."""

_HOW_MANY = "how many"


class Term(NamedTuple):
    """A telling word of a question: as written, what it may mean, and its weight in nats.

    Without alternatives the word is found in no briefing. ``emphasis`` multiplies its score.
    ``readings`` are the words that it may be misspelt for, the likeliest first, and ``edits`` how
    far that one is away; ``surplus`` tells how much more the briefings have the word than English
    has, in nats; ``is_everyday`` marks what says little, as the commonest words do, and
    ``is_name`` a name: as the briefings write it, or, where they lack it, as the question does.
    ``before`` is what stands between it and the term before: function words and marks, "did the";
    ``is_kind`` marks what only says which kind of answer is wanted: "which country", "how strong".
    ``region`` is the region of the world of whose name it is a word, without spaces.
    """

    written: str
    alternatives: tuple[Alternative, ...]
    weight: float
    readings: tuple[str, ...] = ()
    emphasis: float = 1.0
    edits: int = 0
    surplus: float = 0.0
    is_everyday: bool = False
    is_name: bool = False
    before: str = ""
    is_kind: bool = False
    region: str = ""

    @property
    def corrected(self) -> str | None:
        """Return the word that it is most likely misspelt for, None where it is not."""
        return self.readings[0] if self.readings else None

    @property
    def says_little(self) -> bool:
        """Tell whether it is an everyday word, and no name in capitals, as the US is."""
        return self.is_everyday and not (self.is_name and self.written.isupper())

    @property
    def is_said_otherwise(self) -> bool:
        """Tell whether briefings only have a word that means nearly the same."""
        return bool(self.readings) and not (self.edits or self.is_name)

    @property
    def is_derived(self) -> bool:
        """Tell whether it is a people or a country of which briefings only have the other form."""
        weights = {each.weight for each in self.alternatives}
        return weights == {DERIVED_WEIGHT}

    @property
    def is_exact(self) -> bool:
        """Tell whether briefings have the word itself, or another form or name of it."""
        return not self.readings and any(each.weight > HEAD_WEIGHT for each in self.alternatives)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood; ``function_words`` tell little, but break ties."""

    terms: tuple[Term, ...]
    function_words: tuple[str, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the telling words that no briefing has, as written.

        Everyday words tell little, and are left out where there are others.
        """
        lacking = [term for term in self.terms if not term.alternatives]
        telling = [term for term in lacking if not (term.is_everyday or term.is_kind)]
        named = telling if len(lacking) < len(self.terms) else telling or lacking
        return tuple(term.written for term in named)


def stems_of(terms: Iterable[Term]) -> set[str]:
    """Return the stems that ``terms`` may mean, of names of several words those they go by."""
    return {each.stem for term in terms for each in term.alternatives}


def asks_how_many(before: str) -> bool:
    """Tell whether what stands ``before`` a word asks for the number of what it says."""
    return before == _HOW_MANY or before.endswith(f" {_HOW_MANY}")
