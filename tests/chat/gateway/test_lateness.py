"""Lateness is told by Discord's clock, whatever this machine's says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.chat.gateway.lateness import Lateness

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def snowflake(seconds: float) -> int:
    return discord.utils.time_snowflake(NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize("wrong_by", [0.0, 3_600.0, -3_600.0])
def test_what_comes_later_than_the_quickest_is_late(wrong_by: float) -> None:
    now = [NOON.timestamp() + wrong_by]
    lateness = Lateness(lambda: now[0])
    assert lateness.seconds(snowflake(0)) == 0
    now[0] += 10

    assert lateness.seconds(snowflake(10)) == pytest.approx(0, abs=0.01)
    assert lateness.seconds(snowflake(5)) == pytest.approx(5, abs=0.01)


def test_a_clock_that_moved_makes_things_late_for_an_hour_at_the_most() -> None:
    now = [NOON.timestamp()]
    lateness = Lateness(lambda: now[0])
    lateness.seconds(snowflake(0))
    now[0] += 5  # is set right
    late = []
    for minute in range(1, 90):
        now[0] += 60
        late.append(lateness.seconds(snowflake(minute * 60)))

    assert late[0] == pytest.approx(5, abs=0.01)
    assert late[60:] == pytest.approx([0] * 29, abs=0.01)
