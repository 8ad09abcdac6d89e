"""Questions that name nothing to look for but what was told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "The fee for moorings in Velden rises to 40 euros. Buoys are to be painted with it.",
    "The tram to Turku is late. Nobody knows why.",
    "Robbers hid the loot of a bank in a well near Cork. It was 9,000 pounds, and is in a safe.",
    "A lamp is sold for nine dollars in Lagos.",
    "Tickets for the otter show are 6 euros; children stand in front.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over briefings with and without sums of money."""
    return make(TEXTS)


@pytest.mark.parametrize(
    "question",
    ["what is the money for?", "who gets the money", "and where does the money go?"],
)
def test_the_money_is_the_sum_that_was_told_of(engine: Engine, question: str) -> None:
    answer = asked(engine, "what are moorings in Velden?", question)

    assert best(answer) == 1
    assert "moorings" in answer.about


def test_the_money_is_what_a_robbery_was_told_of(engine: Engine) -> None:
    first = "who robbed the bank near Cork?"

    assert best(asked(engine, first, "where is the money?")) == 3
    assert best(asked(engine, first, "money for a lamp in Lagos")) == 4


def test_what_no_briefing_calls_so_is_asked_of_what_was_shown(engine: Engine) -> None:
    answer = asked(engine, "otter show", "how much is entry?")

    assert best(answer) == 5
    assert answer.verdict is Verdict.ANSWERED
    assert asked(engine, "how much is entry?").verdict is Verdict.NOTHING


@pytest.mark.parametrize("question", ["and the tram driver one?", "what about seals then"])
def test_what_names_another_story_is_told_of_that_alone(make: Make, question: str) -> None:
    engine = make(
        [
            "A whale was stuck in the harbour of Ostra for a week.",
            "A tram driver of Velden saved two seals on Monday.",
            "It rained.",
        ]
    )

    answer = asked(engine, "is the whale stuck in Ostra?", question)

    assert (answer.citations[0].briefing.number, answer.about) == (2, ())


def test_what_names_nothing_that_briefings_have_is_asked_of_what_was_shown(make: Make) -> None:
    engine = make(["A whale was stuck in the harbour of Ostra for a week.", "It rained."])

    answer = asked(engine, "is the whale stuck in Ostra?", "and the zorb frobnicator one?")

    assert (answer.citations[0].briefing.number, answer.unknown) == (1, ("zorb", "frobnicator"))
