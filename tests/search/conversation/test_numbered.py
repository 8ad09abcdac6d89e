"""A number right behind a word tells which of several is meant, as a name does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    *(
        f"Engineers repaired pump {number} at Lake Orrin. It moves {3 * number + 7} tonnes and"
        f" has {number + 1} keepers."
        for number in range(40)
    ),
    "A storm hit Streslau and killed 4 sailors. Divers searched for 2 boats; 3 anchors were found.",
    "Bakers in Streslau sold 4 kinds of bread. Two ovens broke.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over things of which there are several, told apart by a number."""
    return make(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "pump {}", "pump {}?", "and pump {}?", "what about pump {}", "how about pump {}?",
        "who repaired pump {}?", "when was pump {} repaired", "why was pump {} repaired?",
        "how much does pump {} move", "how many keepers has pump {}", "was pump {} repaired?",
        "what moves pump {}", "tell me about pump {}", "where is pump {}",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("first", "other"), [("pump 7", 4), ("who repaired pump 3?", 6)])
def test_another_number_is_another_thing(
    engine: Engine, first: str, question: str, other: int
) -> None:
    assert best(asked(engine, first, question.format(other))) == other + 1


@pytest.mark.parametrize(
    ("first", "question", "number"),
    [
        ("pump 7", "who repaired it?", 8),
        ("pump 7", "how much does it move?", 8),
        ("pump 7", "who repaired pump 7?", 8),
        ("pump 7", "how many keepers are there?", 8),
        ("storm in Streslau", "who were the 4?", 41),
        ("storm in Streslau", "did it kill 4 sailors?", 41),
        ("storm in Streslau", "who searched for 2 boats?", 41),
        ("storm in Streslau", "who found 3 anchors?", 41),
        ("storm in Streslau", "what killed 4?", 41),
        ("storm in Streslau", "what about the 4 sailors?", 41),
        ("bread in Streslau", "who sold 4 kinds?", 42),
        ("bread in Streslau", "how many ovens broke?", 42),
    ],
)
def test_the_same_number_a_pronoun_or_a_count_goes_on(
    engine: Engine, first: str, question: str, number: int
) -> None:
    assert best(asked(engine, first, question)) == number
