"""The order of briefings: near-duplicates do not stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_what_nearly_repeats_a_better_briefing_stands_behind_what_does_not(make: Make) -> None:
    engine = make(
        [
            "The dam at Karlsheim broke on Monday and flooded four villages in the valley below.",
            "The dam at Karlsheim broke on Monday and flooded five villages in the valley below.",
            "An inquiry asks why the Karlsheim dam broke; its engineers had warned for years.",
            "The team of Karlsheim won the cup.",
        ]
    )

    found = [each.briefing.number for each in engine.ask("When the Karlsheim dam broke").citations]

    assert sorted(found[:2]) in ([1, 3], [2, 3])
    assert set(found) == {1, 2, 3}
