"""What goes on with what was spoken of, in another briefing on the same story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "A blaze destroyed the Quenby mill near Ostra on Sunday. Flour for 900 bakers was lost.",
    "Police arrested the miller Jonas Okker, who had insured Quenby a week before. He blames a"
    " cat for the blaze.",
    "The band Zorvik played in Turku. Fans threw roses, and the drummer Ulla Brekk lost a shoe.",
    "Ulla Brekk resigned as a judge of the talent show and was fined.",
    "Two poachers were arrested near Cork.",
    "The choir of Vaasa sings on Monday. The choir sings Brahms.",
    "A judge in Lagos banned kites. The Zorvik museum was sold to a bank.",
    "Rain is forecast for Ostra.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over several stories, some in two briefings."""
    return make(TEXTS)


@pytest.mark.parametrize(
    ("first", "question", "number"),
    [
        ("blaze at the mill near Ostra", "who was arrested for it?", 2),
        ("which mill burned near Ostra?", "was anyone arrested?", 2),
        ("flour for bakers", "and who was arrested?", 2),
        ("the drummer in Turku", "did she resign?", 4),
        ("drummer in Turku", "why was she fined?", 4),
    ],
)
def test_what_was_shown_leaves_open_is_told_by_what_has_a_rare_name_of_it(
    engine: Engine, first: str, question: str, number: int
) -> None:
    answer = asked(engine, first, question)

    assert best(answer) == number
    assert {"Quenby", "Brekk", "Ulla Brekk"} & {*answer.about}


def test_it_goes_on_from_there_and_back(engine: Engine) -> None:
    asked_first = ("blaze at the mill near Ostra", "who was arrested for it?")

    assert best(asked(engine, *asked_first, "whom does he blame?")) == 2
    assert best(asked(engine, *asked_first, "how many bakers?")) == 1


def test_it_is_the_closest_where_it_lacks_some_of_the_subject(engine: Engine) -> None:
    assert asked(engine, "flour for bakers", "was anyone arrested?").verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("choir of Vaasa", "who was arrested for it?"),
        ("choir of Vaasa", "was he fined?"),
        ("blaze at the mill near Ostra", "who banned it?"),
        ("blaze at the mill near Ostra", "how many were sold?"),
        ("band in Turku", "who sold it?"),
    ],
)
def test_what_has_nothing_to_do_with_it_is_never_told_instead(
    engine: Engine, first: str, question: str
) -> None:
    shown = best(asked(engine, first))

    assert best(asked(engine, first, question)) in (shown, None)
