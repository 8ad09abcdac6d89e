"""Looking topics up by what is typed: the one meant comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.index.suggest import Labels
from tests.search.conftest import briefing

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make


def test_the_label_that_is_typed_comes_before_larger_ones_that_begin_with_it() -> None:
    labels = Labels(["Europe", "Eurasia", "Iran Air", "EU", "Iran"])

    assert labels.find("eu", 1) == [3]
    assert labels.find("Iran", 2) == [4, 2]
    assert labels.find("eu", 3) == [3, 0, 1]


def test_every_topic_is_found_first_by_its_label_however_that_is_written(seed: Engine) -> None:
    topics = seed.topics(limit=100)

    assert {"EU", "Europe"} <= {topic.label for topic in topics}
    for topic in topics:
        assert seed.topics(topic.label, 1) == (topic,)
        assert seed.topics(f" {topic.label.upper()}'s", 1) == (topic,)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("the peace", "the peace plan"),
        ("vladimir", "Vladimir Putin"),
        ("who is vladimir put", "who is Vladimir Putin"),
        ("who is vladmir putn", "who is Vladimir Putin"),
        ("is putin", "is Vladimir Putin"),
        ("what about peace pl", "what about peace plan"),
        ("what did he say in north macedo", "what did he say in North Macedonia"),
        ("what did he say in nroth macedo", "what did he say in North Macedonia"),
        ("news about united nat", "news about United Nations"),
    ],
)
def test_a_topic_takes_the_place_of_the_words_that_begin_it(
    seed: Engine, typed: str, offered: str
) -> None:
    assert seed.suggest(typed) == (offered,)


def test_a_title_takes_the_place_of_all_that_was_typed_of_it(make: Make) -> None:
    given = briefing(1, "Salt is dear.", title="Ruritania sells salt to Graustark")
    engine = make([given, "Bees hum.", "Salt falls."])

    assert engine.suggest("ruritania sells sa") == (given.title,)
    assert engine.suggest("sells salt to grau") == (given.title,)
    assert engine.suggest("ruritania buys sa") == ()


def test_what_begins_no_topic_is_not_completed(seed: Engine) -> None:
    for typed in (
        "lavrov in",
        "north maced meeting",
        "ukrane peace plann of the",
        "peas and plants",
    ):
        assert seed.suggest(typed) == ()


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("russia", "Russia"),
        ("north koria", "North Korea"),
        ("united states", "US"),
        ("ukraine", "Ukraine"),
        ("gaza strip", "Gaza Strip"),
    ],
)
def test_what_is_worth_no_button_is_not_taken_for_another_topic(
    seed: Engine, typed: str, label: str
) -> None:
    assert [topic.label for topic in seed.topics(typed, 1)] == [label]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("polandd", "Poland"), ("polnd", "Poland"), ("macedoina", "North Macedonia"),
        ("untied nations", "United Nations"), ("vladmir", "Vladimir Putin"),
        ("peace plann", "peace plan"), ("cold warr", "Cold War"),
    ],
)  # fmt: skip
def test_a_misspelt_topic_is_found(seed: Engine, typed: str, label: str) -> None:
    assert [topic.label for topic in seed.topics(typed, 1)] == [label]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("gr", [5, 2, 1]), ("salt to gr", [2, 1]), ("bee", [3]), ("bees hu", [3]),
        ("the la", [5, 4]), ("lanterns of gra", [5]), ("gl", []), ("bees fly", []),
        ("g", [5, 2, 1]), ("  ", []),
    ],
)  # fmt: skip
def test_briefings_are_found_by_the_first_letters_of_their_words(
    make: Make, typed: str, numbers: list[int]
) -> None:
    engine = make(
        [
            briefing(1, "Salt is dear.", title="Ruritania sells salt to Graustark"),
            briefing(2, "Salt is cheap.", title="Ruritania buys salt to Graustark"),
            briefing(3, "Bees hum in the meadow."),
            briefing(4, "The lamps of Zenda burn."),
            briefing(5, "Lanterns burn.", title="Graustark lit by lanterns"),
        ]
    )

    assert [each.number for each in engine.begun(typed)] == numbers


def test_a_topic_of_a_single_briefing_is_found_by_its_first_letters(make: Make) -> None:
    salt = [f"Salt from Graustark, part {number}." for number in range(6)]
    engine = make([*salt, "A tram in Ruritania burned."])

    assert [topic.label for topic in engine.topics("rur")] == ["Ruritania"]
    assert "Ruritania" not in [topic.label for topic in engine.topics()]
