"""How many briefings an answer shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.finding.deserving import deserving

if TYPE_CHECKING:
    from tests.search.conftest import Make

TWO = [
    "The ferry Aurelia sank off Brenholm on Monday; captain Odd Lien said the pumps had failed.",
    "The ferry Aurelia is raised next week, captain Odd Lien said on the quay.",
    "Bakers in Tornby want to work at night again.",
]


def shown(make: Make, question: str) -> list[int]:
    """Return the numbers of the briefings that deserve to be shown for a question."""
    return [each.briefing.number for each in deserving(make(TWO).ask(question), 3)]


def test_what_somebody_said_is_shown_of_several(make: Make) -> None:
    assert sorted(shown(make, "what did captain Odd Lien say about the pumps?")) == [1, 2]


def test_what_one_briefing_tells_is_not_followed_by_others(make: Make) -> None:
    assert shown(make, "when did the ferry Aurelia sink?") == [1]
    assert shown(make, "why did the ferry Aurelia sink?") == [1]


def test_what_only_asks_for_others_shows_what_deserves_it_as_before(make: Make) -> None:
    engine = make(TWO)
    first = engine.ask("when did the ferry Aurelia sink?")
    others = engine.ask("who else?", context=first.context)

    assert [each.briefing.number for each in deserving(others, 3)] == [2]
