"""The words of an edition, as its index counts them: a `bot.search.words.lexicon.Lexicon`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.search.index.neighbours import Layered
    from bot.search.index.postings import Postings
    from bot.search.index.presence import Presence


class IndexLexicon:
    """The postings' counts and the neighbours, with ``length`` telling words a briefing."""

    def __init__(self, index: Postings, near: Layered, presence: Presence, length: float) -> None:
        self.size = index.size
        self.length = length
        self.stem = index.stem
        self.stem_frequency = index.stem_frequency
        self.pairs = index.pairs
        self.near = near.near
        self.sounding = near.sounding
        self._frequency = index.frequency
        self._terms = index.terms
        self._may_have = presence.may_have

    def word_frequency(self, word: str) -> int:
        """Return the number of briefings with exactly ``word``."""
        return self._frequency("word", word) if self._may_have(word) else 0

    def has_word(self, word: str) -> bool:
        """Tell whether a briefing has exactly ``word``."""
        return self._may_have(word) and self._frequency("word", word) > 0

    def is_name(self, word: str) -> bool:
        """Tell whether the briefings have ``word`` and never write it in lower case."""
        return (
            self._may_have(word)
            and self._frequency("word", word) > 0
            and not self._frequency("lower", word)
        )

    def stands_together(self, *words: str) -> bool:
        """Tell whether these words are a name or a theme of some briefing."""
        return self.mentions(*words) > 0

    def mentions(self, *words: str) -> int:
        """Return the number of briefings of which these words are a name or a theme."""
        return self._frequency("mention", " ".join(words))

    def names_after(self, first: str) -> list[str]:
        """Return what stands in names behind their ``first`` word: "yi" of "Wang Yi"."""
        beginning = f"{first} "
        return [name.removeprefix(beginning) for name, _ in self._terms("mention", beginning)]

    def names_beginning(self, letters: str) -> list[str]:
        """Return the first words of names that begin with these folded ``letters``."""
        found = (name.partition(" ")[0] for name, _ in self._terms("mention", letters))
        return [word for word in dict.fromkeys(found) if self.is_name(word)]
