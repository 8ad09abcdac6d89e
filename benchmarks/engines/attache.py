"""Our own search, through the same door as the bot."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot.search.engine import open_engine
from bot.search.index.building import build
from bot.search.verdict.confidence import Thresholds
from bot.search.words.aliases import read_aliases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Answer, Briefing

_ALIASES = Path(__file__).resolve().parents[2] / "config" / "aliases.toml"


class Attache:
    """An engine with its index in a temporary folder."""

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="attache-bench-")
        index = Path(self._folder.name) / "index"
        aliases = read_aliases(_ALIASES)
        build(index, briefings, 1, aliases)
        self._engine = open_engine(index, Thresholds(), aliases)

    def search(self, question: str, limit: int) -> list[str]:
        """Return the keys of the best briefings, best first."""
        return [each.briefing.key for each in self.ask(question, limit).citations]

    def ask(self, question: str, limit: int = 1) -> Answer:
        """Return the whole answer."""
        return self._engine.ask(question, limit)
