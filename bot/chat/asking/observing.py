"""One line in the log and one count for every question, after its answer was sent."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from bot.metrics import Metrics
    from bot.model import Answer

_SECONDS_BETWEEN = 10.0


class Observer:
    """Notes what was asked, its words only where ``with_words`` is set, and what was refused."""

    def __init__(self, metrics: Metrics, *, with_words: bool) -> None:
        self._metrics = metrics
        self._with_words = with_words
        self._log = structlog.get_logger("attache.questions")
        self._refused = 0
        self._told_at = float("-inf")

    def answered(
        self, answer: Answer, *, reference: str, way: str, place: int | None, seconds: float
    ) -> None:
        """Note an answer that was sent ``seconds`` after its question came in."""
        self._metrics.question(way, answer.verdict, seconds)
        words = {"words": answer.question[:500]} if self._with_words else {}
        self._log.info(
            "question", reference=reference, way=way, server=place, verdict=answer.verdict.value,
            milliseconds=round(seconds * 1000, 1), searched=answer.elapsed_ms, **words,
        )  # fmt: skip

    def refused(self) -> None:
        """Note what was refused as more came than can be answered; the log has a line now and then.

        There may be thousands a second.
        """
        self._metrics.refused()
        self._refused += 1
        if time.monotonic() - self._told_at >= _SECONDS_BETWEEN:
            self._log.warning("more is asked than can be answered", refused=self._refused)
            self._refused, self._told_at = 0, time.monotonic()
