"""The order of briefings: near-duplicates do not stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.search.deserving import LEAST_SHARE
from bot.search.ranking import NEARLY_THE_SAME

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


WORDS = ["amber", "birch", "cedar", "delta", "hazel", "fjord", "grove"]
texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=2, max_size=8
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(held=texts, question=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
def test_coverage_is_the_share_of_the_questions_weight_that_a_briefing_has(
    make: Make, held: list[str], question: list[str]
) -> None:
    engine = make(held)
    terms = engine._reader.read(" ".join(question)).terms
    for ranked in engine._ranker.rank(terms, len(held)):
        has = set(held[ranked.found.number - 1].split())
        weights = {term.written: term.weight for term in terms}
        covered = sum(weight for word, weight in weights.items() if word in has)
        lacking = [weight for word, weight in weights.items() if word not in has]

        assert ranked.coverage == pytest.approx(covered / sum(weights.values()))
        assert ranked.missing == pytest.approx(max(lacking, default=0.0))
        assert engine._ranker.held(ranked, terms) == [word in has for word in weights]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(held=texts, limit=st.integers(1, 8))
def test_repeats_stand_behind_all_others_that_deserve_to_be_shown(
    make: Make, held: list[str], limit: int
) -> None:
    engine = make(held)
    found = engine.ask("amber birch cedar", limit).citations
    scores = [each.score for each in found]
    least = LEAST_SHARE * max(scores, default=0.0)
    shown = [set(each.briefing.text.split()) for each in found if each.score >= least]
    repeats = [
        any(len(text & other) >= NEARLY_THE_SAME * len(text | other) for other in shown[:place])
        for place, text in enumerate(shown)
    ]

    # Once something repeats, everything after it does.
    assert repeats == sorted(repeats)
