"""How common a word is in English, from wordfreq's small list."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Protocol


class Frequencies(Protocol):
    """How common words are in a language, whatever the collection holds."""

    def zipf(self, word: str) -> float:
        """Return log10 of the uses in a billion words; 0 for a word that is hardly used."""
        ...


class English:
    """Zipf frequencies of English words, read on first need: the list costs some megabytes."""

    def zipf(self, word: str) -> float:
        """Return log10 of the uses in a billion words, 3 and above for real words, else 0.

        The scale is van Heuven et al., "SUBTLEX-UK", 2014, as wordfreq documents it.
        """
        share = self._shares.get(word)
        return 0.0 if share is None else math.log10(share) + 9

    @cached_property
    def _shares(self) -> dict[str, float]:
        # Imported here because it takes a tenth of a second that not every command needs.
        from wordfreq import get_frequency_dict  # noqa: PLC0415

        return get_frequency_dict("en", wordlist="small")
