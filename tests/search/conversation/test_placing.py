"""What is asked of a place that "there" stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_there_is_the_country_of_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "Ghana's parliament raised a tax on cocoa beans.",
            "A mine collapsed near Tarkwa, a town in western Ghana.",
            "A mine collapsed in Chile, and the mine was flooded.",
        ]
    )

    answer = asked(engine, "tax on cocoa", "did a mine collapse there?")

    assert best(answer) == 2
    assert answer.about == ("Ghana",)
    assert best(asked(engine, "did a mine collapse there?")) == 3


def test_what_about_a_thing_there_asks_for_it_in_that_country(make: Make) -> None:
    engine = make(
        [
            "Botswana's parties vote on a president. Sales of opals from mines have slumped.",
            "An opal as large as a fist was found in Botswana; the opal is for sale.",
        ]
    )

    first = "Who votes on a president in Botswana?"

    assert best(asked(engine, first, "What about the opal there?")) == 2


def test_there_is_the_country_that_was_named_rather_than_one_of_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "Norway's minister Solvei Brandt is going to Japan for two days.",
            "The king of Norway met whalers.",
            "Solvei Brandt opened a dam.",
        ]
    )

    answer = asked(engine, "is Solvei Brandt going to Japan?", "who will she meet there?")

    assert answer.citations[0].briefing.number == 1
    assert "Norway" not in answer.about
