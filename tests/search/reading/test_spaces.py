"""Words run together and torn apart, over real indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("northkorea leader", 12),
        ("khanyounis", 9),
        ("grainimports", 14),
        ("visit tomalta", 2),
        ("north mace donia boy cott", 10),
        ("cease fire", 8),
    ],
)
def test_a_space_too_few_or_too_many_is_no_matter(seed: Engine, question: str, number: int) -> None:
    answer = seed.ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.unknown == ()


def test_the_halves_of_a_parted_word_are_marked_where_they_stand(seed: Engine) -> None:
    terms = seed._reader.read("what about northkorea").terms

    assert [term.written for term in terms] == ["north", "korea"]


@pytest.mark.parametrize("question", ["carpet", "what did Manchin say", "carpark tax"])
def test_a_real_word_and_a_name_are_not_parted(make: Make, question: str) -> None:
    engine = make(["The man had a car and a pet.", "She rubbed her chin in the big park.", "Bees."])
    read = engine._reader.read(question)

    assert read.unknown
    assert {term.written.lower() for term in read.terms}.isdisjoint({"car", "man", "pet", "chin"})


def test_the_halves_of_one_word_count_once(seed: Engine) -> None:
    torn = seed.ask("is there a cease fire in Syria")
    whole = seed.ask("is there a ceasefire in Syria")

    assert torn.confidence == whole.confidence
    assert [term.written for term in seed._reader.read("a cease fire").terms] == ["cease fire"]


def test_two_words_that_are_commoner_apart_stay_apart(make: Make) -> None:
    engine = make(["A black bird.", "The black bird sang.", "A blackbird sang.", "Bees hum."])

    first = {each.briefing.number for each in engine.ask("black bird").citations[:2]}
    assert first == {1, 2}
