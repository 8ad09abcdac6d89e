"""The measures measure what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.metrics import auroc, ranking

values = st.lists(st.integers(0, 5).map(float), min_size=1, max_size=20)


def test_ranking_by_hand() -> None:
    found = [["a", "b"], ["b", "a"], ["x", "y", "z", "a"], ["x"]]
    got = ranking(found, [{"a"}] * 4)

    assert got.hit1 == pytest.approx(1 / 4)
    assert got.hit3 == pytest.approx(2 / 4)
    assert got.mrr10 == pytest.approx((1 + 1 / 2 + 1 / 4) / 4)


def test_nothing_below_the_tenth_place_counts() -> None:
    assert ranking([[*map(str, range(10)), "a"]], [{"a"}]).mrr10 == 0


@given(values, values)
def test_auroc_is_the_share_of_pairs_in_order(positive: list[float], negative: list[float]) -> None:
    pairs = [(one > other) + (one == other) / 2 for one in positive for other in negative]

    assert auroc(positive, negative) == pytest.approx(sum(pairs) / len(pairs))
