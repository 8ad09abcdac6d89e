"""The budget for IDENTIFY outlives the process, and never spends what resets the token."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.chat.gateway.identifying import IdentifyBudget

if TYPE_CHECKING:
    from pathlib import Path


def test_restarts_that_are_meant_are_not_held_back(tmp_path: Path) -> None:
    budget = IdentifyBudget(tmp_path / "identified.json", clock=lambda: 1e9)
    for _ in range(5):
        assert budget.wait() == 0
        budget.spend()

    assert budget.wait() > 0


def test_a_crash_loop_over_a_day_stays_far_from_the_limit(tmp_path: Path) -> None:
    now, spent = [1e9], 0
    while now[0] < 1e9 + 86_400:
        # Each time a new process.
        budget = IdentifyBudget(tmp_path / "identified.json", clock=lambda: now[0])
        now[0] += max(budget.wait(), 1.0)
        budget.spend()
        spent += 1

    assert spent < 1_000


def test_waiting_in_parts_takes_no_longer_than_waiting_at_once(tmp_path: Path) -> None:
    now = [1e9]
    budget = IdentifyBudget(tmp_path / "identified.json", clock=lambda: now[0])
    for _ in range(9):
        budget.spend()
    first = budget.wait()
    now[0] += first / 2

    assert abs(budget.wait() - first / 2) < 0.01


def test_a_broken_record_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "identified.json"
    path.write_text("{nonsense")
    budget = IdentifyBudget(path)
    assert budget.wait() == 0
    budget.spend()

    assert len(json.loads(path.read_text())) == 1
