"""Lateness is told by Discord's clock, whatever this machine's says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.chat.lateness import Lateness

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
