"""What was shown first, where it tells what is asked as well as another briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "Kestrels nest on the bridge of Velden. Finland sent two experts, who counted nine chicks.",
    "The union gave an answer to the ultimatum: no. Its answer was read aloud.",
    "Finland opens a museum of salt. Finland is proud of it, and Finland pays.",
    "The reaction of the market was wild; a reaction in Turku followed.",
    "Turku sells trams.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over briefings that have a name or a common word of a question each."""
    return make(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "what was Finland's answer?",
        "what was Finland's reaction?",
        "what did Finland answer?",
    ],
)
def test_what_is_asked_of_a_name_in_what_was_shown_is_asked_of_that(
    engine: Engine, question: str
) -> None:
    assert best(asked(engine, "where do the kestrels nest?", question)) == 1


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("which museum opens in Finland?", 3),
        ("who pays for the museum of salt?", 3),
        ("what was the union's answer to the ultimatum?", 2),
        ("what was Turku's reaction?", 4),
    ],
)
def test_what_another_tells_more_of_is_asked_of_that(
    engine: Engine, question: str, number: int
) -> None:
    assert best(asked(engine, "where do the kestrels nest?", question)) == number
    assert best(asked(engine, question)) == number


def test_a_question_that_goes_on_is_asked_of_what_was_shown_where_others_tell_it_no_better(
    make: Make,
) -> None:
    engine = make(
        [
            "Kruse Mills sold 40 ovens in Velden. Its shares fell as flour is dear, and it hails.",
            "In Ostra shares fell.",
            *(f"Village {number} held its yearly fair." for number in range(12)),
        ]
    )
    first = "how many ovens did Kruse Mills sell?"

    assert best(asked(engine, first, "why did stocks go down?")) == 2
    assert best(asked(engine, first, "so why did stocks go down?")) == 1
    assert best(asked(engine, first, "why did the stock go down?")) == 1
