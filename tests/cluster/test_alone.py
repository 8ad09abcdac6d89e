"""One process that is the whole bot does what the leader of several does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cluster.alone import Alone
from tests.cluster.failing import FailingTwice

if TYPE_CHECKING:
    import pytest


async def test_work_that_fails_is_named_in_the_log_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.cluster.persisting._AGAIN_SECONDS", 0.01)
    work = FailingTwice(PermissionError(13, "Permission denied"))

    await Alone().lead(work)

    assert work.tries == 3
    assert capsys.readouterr().out.count("work in the background failed") == 2
