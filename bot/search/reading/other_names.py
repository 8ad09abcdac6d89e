"""Other names that may stand in a question's place: aliases, acronyms, words joined again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.words.amounts import amounts, tells_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.search.reading.acronyms import Acronyms
    from bot.search.words.aliases import Aliases
    from bot.search.words.text import Word


class OtherNames:
    """Finds the other names of what a question names, over one edition."""

    def __init__(self, aliases: Aliases, acronyms: Acronyms) -> None:
        self._aliases = aliases
        self._acronyms = acronyms

    def of(
        self, question: str, found: Sequence[Word], wholes: Iterable[tuple[int, str]]
    ) -> dict[int, tuple[tuple[str, ...], ...]]:
        """Return by the places of the telling words ``found`` what may stand there instead.

        Of ``wholes`` each is a place, and the word that what stands there is half of.
        """
        others = self._aliases_in([word.form for word in found])
        for place, names in self._acronyms.others(question, found):
            others[place] = tuple(dict.fromkeys([*others.get(place, ()), *names]))
        for place, whole in wholes:
            others[place] = (*others.get(place, ()), (whole,))
        if any(tells_amount(word.form) for word in found):
            for place, said in _amounts_in(question, found):
                others[place] = (*others.get(place, ()), *said)
        return others

    def _aliases_in(self, forms: list[str]) -> dict[int, tuple[tuple[str, ...], ...]]:
        """Return the other names of those among the ``forms``, by the places of their words."""
        found: dict[int, dict[tuple[str, ...], None]] = {}
        for start in range(len(forms)):
            for length in self._aliases.lengths.get(forms[start], ()):
                name = tuple(forms[start : start + length])
                for other in self._aliases.meant.get(name, ()):
                    for place in range(start, start + length):
                        found.setdefault(place, {})[other] = None
        return {place: tuple(others) for place, others in found.items()}


def _amounts_in(
    question: str, found: Sequence[Word]
) -> Iterator[tuple[int, tuple[tuple[str, ...], ...]]]:
    """Yield the places of words that are part of an amount, and how else that may be said."""
    for amount in amounts(question):
        for place, word in enumerate(found):
            if amount.start <= word.start < amount.end:
                yield place, amount.names
