"""Steps come to the same, whoever does what they leave to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.finding.steps import done

if TYPE_CHECKING:
    from bot.search.finding.steps import Steps


def doubled(number: int) -> Steps[int]:
    yield None
    twice = yield lambda: 2 * number
    assert isinstance(twice, int)
    nothing = yield None
    assert nothing is None
    return twice


def failing() -> Steps[int]:
    yield lambda: 1 // 0
    return 1


def test_what_is_left_to_others_is_done_and_handed_back() -> None:
    assert done(doubled(21)) == 42


def test_what_goes_wrong_in_a_step_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        done(failing())
