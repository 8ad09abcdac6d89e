"""One line in the log and one count for every question, after its answer was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from bot.metrics import Metrics
    from bot.model import Answer


class Observer:
    """Notes what was asked; its words only where ``with_words`` is set."""

    def __init__(self, metrics: Metrics, *, with_words: bool) -> None:
        self.metrics = metrics
        self._with_words = with_words
        self._log = structlog.get_logger("attache.questions")

    def answered(
        self, answer: Answer, *, reference: str, way: str, place: int | None, seconds: float
    ) -> None:
        """Note an answer that was sent ``seconds`` after its question came in."""
        self.metrics.question(way, answer.verdict, seconds)
        words = {"words": answer.question[:500]} if self._with_words else {}
        self._log.info(
            "question", reference=reference, way=way, server=place, verdict=answer.verdict.value,
            milliseconds=round(seconds * 1000, 1), searched=answer.elapsed_ms, **words,
        )  # fmt: skip
