"""Notices without pauses."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let notices follow each other, and be asked of, without a pause."""
    monkeypatch.setattr("bot.chat.news.notices._SECONDS_BETWEEN", 0.0)
    monkeypatch.setattr("bot.chat.news.untold._SECONDS", 0.0)
