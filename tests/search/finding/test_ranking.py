"""The order of briefings: near-duplicates do not stand side by side."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.search.finding.deserving import least_deserving
from bot.search.finding.ranking import EARLY_WEIGHT, K1, NEARLY_THE_SAME, B
from bot.search.index.postings import Alternative
from bot.search.reading.terms import Term
from bot.search.words.lexicon import idf

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


def test_of_two_that_have_the_words_the_one_that_says_them_first_is_better(make: Make) -> None:
    engine = make(
        [
            "The mayor opened a school, and spoke of jobs and of the Karlsheim ferry strike.",
            "The Karlsheim ferry strike goes on; the mayor opened a school and spoke of jobs.",
            "Bees hum.",
        ]
    )

    found = [each.briefing.number for each in engine.ask("Karlsheim ferry strike").citations]

    assert found == [2, 1]


WORDS = ["amber", "birch", "cedar", "delta", "hazel", "fjord", "grove"]
texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=2, max_size=8
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
        assert ranked.held == tuple(word in has for word in weights)


names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(tuple)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    held=texts,
    asked=st.lists(
        st.lists(st.tuples(names, st.sampled_from([0.5, 0.95, 1.0])), min_size=1, max_size=3),
        min_size=1,
        max_size=3,
    ),
)
def test_a_term_gains_by_its_best_alternative_and_a_name_by_the_least_of_its_words(
    make: Make, held: list[str], asked: list[list[tuple[tuple[str, ...], float]]]
) -> None:
    engine = make(held)
    stem = engine._postings.stem
    terms = [
        Term("", tuple(Alternative(stem(n[0]), t, tuple(map(stem, n[1:]))) for n, t in term), 1.0)
        for term in asked
    ]
    average = sum(len(text.split()) for text in held) / len(held)

    def stands(name: tuple[str, ...], text: str) -> bool:
        words, size = text.split(), len(name)
        ends = range(size, len(words) + 1)
        return any(sorted(words[end - size : end]) == sorted(name) for end in ends)

    def gain(word: str, text: str) -> float:
        count = text.split().count(word)
        weight = idf(len(held), sum(word in each.split() for each in held))
        norm = K1 * (1 - B + B * len(text.split()) / average)
        if not count:
            return 0.0
        early = EARLY_WEIGHT / math.log2(2 + text.split().index(word))
        return weight * (count * (K1 + 1) / (count + norm) + early)

    for ranked in engine._ranker.rank(terms, len(held)):
        text = held[ranked.found.number - 1]
        gains = [
            max(t * (stands(n, text) and min(gain(w, text) for w in n)) for n, t in term)
            for term in asked
        ]
        covered = [max(t * stands(n, text) for n, t in term) for term in asked]

        assert ranked.telling == pytest.approx(sum(gains))
        assert ranked.coverage == pytest.approx(sum(covered) / len(asked))
        assert ranked.held == tuple(each > 0 for each in covered)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=texts, limit=st.integers(1, 8))
def test_repeats_stand_behind_all_others_that_deserve_to_be_shown(
    make: Make, held: list[str], limit: int
) -> None:
    engine = make(held)
    found = engine.ask("amber birch cedar", limit).citations
    scores = [each.score for each in found]
    least = least_deserving(scores)
    shown = [set(each.briefing.text.split()) for each in found if each.score >= least]
    repeats = [
        any(len(text & other) >= NEARLY_THE_SAME * len(text | other) for other in shown[:place])
        for place, text in enumerate(shown)
    ]

    # Once something repeats, everything after it does.
    assert repeats == sorted(repeats)


def test_a_name_of_several_words_is_no_scattered_words(make: Make) -> None:
    texts = [
        "Envoys of the United Nations watched state television in Ostra.",
        "The United States bought grain in Ostra.",
    ]

    found = make(texts).ask("Did the USA buy anything in Ostra?").citations

    assert found[0].briefing.number == 2
