"""bm25s with Snowball stemming and English stop words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import bm25s
import Stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing


class Bm25s:
    """A bm25s index in memory."""

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self._keys = [briefing.key for briefing in briefings]
        self._stemmer: Any = Stemmer.Stemmer("english")
        self._index: Any = bm25s.BM25()
        texts = [f"{briefing.title or ''} {briefing.text}" for briefing in briefings]
        self._index.index(self._tokens(texts), show_progress=False)

    def search(self, question: str, limit: int) -> list[str]:
        """Return the keys of the best briefings, best first."""
        most = min(limit, len(self._keys))
        places, _ = self._index.retrieve(self._tokens([question]), k=most, show_progress=False)
        return [self._keys[place] for place in places[0]]

    def _tokens(self, texts: list[str]) -> Any:
        return bm25s.tokenize(texts, stopwords="en", stemmer=self._stemmer, show_progress=False)
