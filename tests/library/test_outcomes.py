"""What the log tells of a reload can be read back."""

from __future__ import annotations

from dataclasses import replace

from bot.editions import ReloadReport
from bot.library.outcomes import Outcome, made, none_made, outcome_of
from bot.library.staging import Difference
from bot.model import Origin
from bot.problems import Problem, Said

DIFFERENCE = Difference(3, 2, 1, 1_000, 0, "")
PROBLEM = Problem(Origin("a.txt", 7), Said("It is\nempty"), Said("Delete it"))
REPORT = ReloadReport(1, False, False, 5, 0, 0, 0, 5, (PROBLEM, PROBLEM), 0.1)


def test_an_edition_is_told_by_what_it_changes() -> None:
    assert outcome_of(made(DIFFERENCE, ())) == Outcome((3, 2, 1, 1_000), 0, "")


def test_what_was_left_out_of_an_edition_is_told_with_it() -> None:
    assert outcome_of(made(DIFFERENCE, [PROBLEM])) == Outcome((3, 2, 1, 1_000), 1, str(PROBLEM))


def test_a_reload_that_changed_nothing_is_told_by_its_problems() -> None:
    for report in (REPORT, replace(REPORT, blocked=True)):
        assert outcome_of(none_made(report)) == Outcome(None, 2, str(PROBLEM))


def test_anything_else_is_no_outcome() -> None:
    unconfirmed = none_made(replace(REPORT, needs_confirmation=True))
    for text in (unconfirmed, "withdraw #5", "3 added", ""):
        assert outcome_of(text) is None
