"""Files with every kind of mistake are read without an exception; ``make fuzz`` reads millions."""

from __future__ import annotations

import pytest

from scripts.fuzz import WHOLE, fuzz


@pytest.mark.parametrize("suffix", WHOLE)
def test_broken_files_give_briefings_and_problems(suffix: str) -> None:
    found = fuzz(suffix, 1_000)

    assert found.briefings
    assert found.problems
