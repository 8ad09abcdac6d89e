"""Who else: others of whom the same is told, in what was not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "The potter Edda Vollan died in Bergen at the age of 90. Her kiln goes to a museum.",
    "The organist Karel Dusek died in Brno after a fall. He left 300 recordings.",
    "A gas blast in Torvik killed two plumbers; a third, Nils Aune, died in hospital on Friday.",
    "Torvik opens a skating rink of 60 metres for its schools.",
    "The bakers of Lunde raised their prices. Lunde's mayor Siri Moen called a meeting.",
    "The dairy of Lunde was sold to a rival from Denmark.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over deaths and other news."""
    return make(TEXTS)


@pytest.mark.parametrize(
    ("questions", "number"),
    [
        # Of another, who was not just shown.
        (("which potter died?", "who else died lately?"), 2),
        # What was shown tells nothing of it: it is asked of all.
        (("Torvik skating rink", "and who else died?"), 2),
        # Other news of the same place.
        (("mayor Siri Moen", "any other news from Lunde?"), 6),
        (("mayor Siri Moen", "anything else on Lunde?"), 6),
        (("mayor Siri Moen", "what else is there about Lunde?"), 6),
        (("mayor Siri Moen", "what else happened in Lunde?"), 6),
    ],
)
def test_others_are_told_of_in_what_was_not_shown(
    engine: Engine, questions: tuple[str, ...], number: int
) -> None:
    answer = asked(engine, *questions)

    assert answer.citations[0].briefing.number == number
    assert answer.verdict is not Verdict.NOTHING


@pytest.mark.parametrize(
    "question", ["who else died?", "who else was hurt?", "what else did he say in hospital?"]
)
def test_who_else_was_in_an_accident_is_asked_of_that_accident(
    engine: Engine, question: str
) -> None:
    answer = asked(engine, "gas blast in Torvik: who died?", question)

    assert answer.citations[0].briefing.number == 3
