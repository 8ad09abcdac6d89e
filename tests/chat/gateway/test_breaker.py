"""The circuit breaker opens in time, tries carefully, and closes again."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.chat.gateway.breaker import Breaker, BreakerOpen
from bot.metrics import Metrics


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def breaker() -> tuple[Breaker, Clock]:
    clock = Clock()
    return Breaker(Metrics(), clock), clock


def refuse(it: Breaker, times: int, status: int = 429, scope: str | None = None) -> None:
    for _ in range(times):
        it.count(status, scope)


def test_requests_go_on_while_few_are_refused() -> None:
    it, _ = breaker()
    refuse(it, 49)
    it.check()

    assert not it.is_open


def test_too_many_refusals_hold_requests_back_and_say_for_how_long() -> None:
    it, _ = breaker()
    refuse(it, 50)

    with pytest.raises(BreakerOpen, match="60 s"):
        it.check()


def test_one_request_a_minute_is_tried_and_no_more() -> None:
    it, clock = breaker()
    refuse(it, 50)
    clock.now = 61
    it.check()

    with pytest.raises(BreakerOpen):
        it.check()


def test_it_stays_open_while_the_last_ten_minutes_hold_too_many_refusals() -> None:
    it, clock = breaker()
    refuse(it, 50)
    clock.now = 61
    it.check()
    it.count(200, None)

    assert it.is_open


def test_it_closes_when_a_try_is_taken_after_the_refusals_are_past() -> None:
    it, clock = breaker()
    refuse(it, 50)
    clock.now = 601
    it.check()
    it.count(200, None)
    it.check()

    assert not it.is_open


def test_limits_shared_with_others_do_not_count() -> None:
    it, _ = breaker()
    refuse(it, 500, scope="shared")

    assert not it.is_open


def test_channels_that_refuse_count_a_tenth() -> None:
    it, _ = breaker()
    refuse(it, 499, status=403)
    assert not it.is_open
    refuse(it, 2, status=403)

    assert it.is_open


def test_errors_of_discord_itself_do_not_count() -> None:
    it, _ = breaker()
    refuse(it, 500, status=502)
    refuse(it, 500, status=404)

    assert not it.is_open
