"""What is measured while the bot runs, for Prometheus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0)
_DELAYS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5)


class Metrics:
    """Counters, gauges and histograms of one process; seconds and bytes throughout."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._questions = Counter(
            "attache_questions", "Questions answered", ["way", "verdict"], registry=registry
        )
        self._seconds = Histogram(
            "attache_answer_seconds", "From a question's arrival to its answer's delivery",
            buckets=_SECONDS, registry=registry,
        )  # fmt: skip
        self._rest = Counter(
            "attache_rest_requests", "Requests to Discord by status", ["status"], registry=registry
        )
        self._gateway = Counter(
            "attache_gateway_events", "What happened to the gateway", ["event"], registry=registry
        )
        self._failures = Counter("attache_failures", "What went wrong", registry=registry)
        self._missed = Counter(
            "attache_missed", "Answers that Discord did not take", registry=registry
        )
        self._refused = Counter(
            "attache_refused", "What was refused because too much was asked", registry=registry
        )
        self._backups = Counter(
            "attache_backups", "Backups by whether they were made", ["done"], registry=registry
        )
        self._delay = Histogram(
            "attache_loop_delay_seconds", "How late the event loop ticks",
            buckets=_DELAYS, registry=registry,
        )  # fmt: skip
        self._sizes = Gauge("attache_bytes", "What lies on disk", ["what"], registry=registry)
        self._gauges: dict[str, Gauge] = {}

    def question(self, way: str, verdict: str, seconds: float) -> None:
        """Count a question, by the way it came in."""
        self._questions.labels(way, verdict).inc()
        self._seconds.observe(seconds)

    def rest(self, status: int) -> None:
        """Count a request to Discord; 0 stands for one without an answer."""
        self._rest.labels(str(status)).inc()

    def gateway(self, event: str) -> None:
        """Count what happened to the gateway: connect, resume, disconnect, identify."""
        self._gateway.labels(event).inc()

    def failure(self) -> None:
        """Count what went wrong and got a reference, and a reload by itself that failed."""
        self._failures.inc()

    def missed(self) -> None:
        """Count an answer that Discord did not take."""
        self._missed.inc()

    def refused(self) -> None:
        """Count what was refused because more was asked than could be answered."""
        self._refused.inc()

    def backup(self, *, done: bool) -> None:
        """Count a backup that was made, or that failed."""
        self._backups.labels("yes" if done else "no").inc()

    def loop_delay(self, seconds: float) -> None:
        """Note how late the event loop ticked."""
        self._delay.observe(seconds)

    def sizes(self, *, database: int, index: int) -> None:
        """Note how many bytes the database and the index take."""
        self._sizes.labels("database").set(database)
        self._sizes.labels("index").set(index)

    def gauge(self, name: str, what: str, value: Callable[[], float]) -> None:
        """Measure ``value`` whenever somebody looks, in place of another one of that name."""
        if name not in self._gauges:
            self._gauges[name] = Gauge(f"attache_{name}", what, registry=self._registry)
        self._gauges[name].set_function(value)

    def text(self) -> bytes:
        """Return everything in the form that `CONTENT_TYPE` names."""
        return generate_latest(self._registry)
