"""Which words ask for a measure, and which texts tell it in its units."""

from __future__ import annotations

import pytest

from bot.search.reading.measures import dimensions_of, leaves_unmeasured, tells_measure


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("high", "The river reached 5.4 metres."),
        ("tall", "A wall of a height of 30 feet."),
        ("land", "Some 12,400 hectares burned."),
        ("sq", "The lake covers 40 square kilometres."),
        ("strong", "A magnitude 6.8 quake shook the bay."),
        ("strong", "Gusts of 151 km/h felled trees."),
        ("powerful", "A turbine of 12 megawatts."),
        ("heavy", "A bell of two tonnes."),
        ("heavy", "It weighs more than a tonne."),
        ("hot", "It was 41 degrees in the shade."),
        ("far", "Shares fell 3.1 percent."),
        ("expensive", "It was sold for 40 euros."),
        ("paid", "Each got 40 euros."),
        ("covers", "A slick of 15 square kilometres."),
        ("big", "A frog of 2.3 centimetres."),
    ],
)
def test_a_measure_is_told_in_any_unit_of_it(word: str, text: str) -> None:
    assert tells_measure(word, text, ())


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("wide", "A wall 179 metres tall."),
        ("deep", "A wall of a height of 30 metres."),
        ("tall", "Gusts of 60 metres per second."),
        ("land", "A ditch of 40 kilometres."),
        ("heavy", "A frog of 2.3 centimetres."),
        ("tall", "It raised $5m."),
        ("strong", "Six sailors drowned."),
    ],
)
def test_another_measure_is_none_that_is_asked_for(word: str, text: str) -> None:
    assert not tells_measure(word, text, ())


def test_a_number_of_the_question_tells_nothing() -> None:
    assert not tells_measure("tall", "The 30 metres wall stood.", {"30"})


def test_what_is_measured_in_nothing_has_no_dimension() -> None:
    assert dimensions_of("famous") == ()
    assert dimensions_of("hectares") == ("area",)


@pytest.mark.parametrize(
    ("question", "text", "leaves"),
    [
        ("How wide is the dam?", "The dam is 179 metres tall.", True),
        ("How wide is the dam?", "The dam is 80 metres wide.", False),
        ("How wide is the dam?", "The dam is as wide as a road.", False),
        ("How much land burned?", "The fire spread for 9 kilometres.", True),
        ("How much land burned?", "Half of the park burned.", False),
        ("How hot was it?", "It was 40C in the shade.", False),
        ("How long is the whale, in metres?", "It was stuck for five days.", True),
        ("How long is the whale, in metres?", "It is 9 metres long.", False),
        ("how long is the whale", "It was stuck for five days.", False),
        ("What is the height of the dam?", "The dam is 179 metres wide.", True),
        ("What's the weight of the bell?", "The bell weighs 9 tonnes.", False),
        ("How many sailors were on deck?", "The sailors slept.", False),
    ],
)
def test_what_is_to_be_measured_may_be_left_open(question: str, text: str, leaves: bool) -> None:
    assert leaves_unmeasured(question, text) is leaves
