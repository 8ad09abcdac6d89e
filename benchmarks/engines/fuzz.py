"""rapidfuzz over whole entries, as many bots do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing


class TokenSetRatio:
    """Compares the question with every entry."""

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self._keys = [briefing.key for briefing in briefings]
        self._texts = [utils.default_process(briefing.text) for briefing in briefings]

    def search(self, question: str, limit: int) -> list[str]:
        """Return the keys of the best briefings, best first."""
        wanted = utils.default_process(question)
        found = process.extract(wanted, self._texts, scorer=fuzz.token_set_ratio, limit=limit)
        return [self._keys[place] for _, _, place in found]
