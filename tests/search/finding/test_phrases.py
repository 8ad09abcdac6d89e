"""Words that belong together: briefings that have them so come first."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.forward import Rows, word_hash

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_of_a_few_words_those_come_first_that_stand_together(make: Make) -> None:
    engine = make(
        [
            "Foreign grain is banned, a minister told farmers in a village of eastern Poland.",
            "At the summit the envoy left, and the Polish foreign minister stayed away in the end.",
            "Rain fell on the coast.",
        ]
    )

    numbers = [each.briefing.number for each in engine.ask("Poland's foreign minister").citations]

    assert numbers == [2, 1]
    assert len(set(numbers)) == len(numbers)


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=12),
    st.sets(st.sampled_from("abc"), min_size=1),
)
def test_closeness_is_that_of_the_shortest_stretch(words: list[str], sought: set[str]) -> None:
    hashes = np.asarray([word_hash(word) for word in words], dtype=np.uint32)
    stretches = [
        end - start
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if sought <= set(words[start:end])
    ]

    closeness = Rows([hashes], [len(words)]).closeness([0], [[word] for word in sorted(sought)])

    assert closeness == [len(sought) / min(stretches) if stretches else 0.0]


def test_words_that_mean_the_same_are_no_closer_than_side_by_side() -> None:
    rows = Rows([np.asarray([word_hash("a"), word_hash("b")], dtype=np.uint32)], [2])

    assert rows.closeness([0], [["a"], ["a"]]) == [1.0]
    assert rows.closeness([0], [["a", "b"], ["b", "a"]]) == [1.0]


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=12),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True),
)
def test_succession_is_closeness_where_the_order_counts(
    words: list[str], sought: list[str]
) -> None:
    hashes = np.asarray([word_hash(word) for word in words], dtype=np.uint32)
    stretches = [
        places[-1] - places[0] + 1
        for places in combinations(range(len(words)), len(sought))
        if [words[place] for place in places] == sought
    ]

    succession = Rows([hashes], [len(words)]).succession([0], [[word] for word in sought])

    assert succession == [len(sought) / min(stretches) if stretches else 0.0]


PLANS = (
    "Envoy Ilse Brandt praised Norway's plan for the herring of Iceland as the best so far. She"
    " called it the first plan that Iceland and its herring need.",
    "Envoy Ilse Brandt called Iceland's proposed herring plan a joke before she left for the"
    " mountains of the north. She added that it ignored what the fishing ports want.",
    "Rain fell on the coast of Norway.",
    "Herring are back in the bay.",
)


@pytest.mark.parametrize(
    "question",
    [
        "What did Brandt say about Iceland's herring plan?",
        "Iceland's herring plan",
    ],
)
def test_what_belongs_to_a_name_follows_it(make: Make, question: str) -> None:
    assert make(PLANS).ask(question).citations[0].briefing.number == 2
