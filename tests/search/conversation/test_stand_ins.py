"""What stands for what was spoken of, as a pronoun does: "the one in Perth"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_the_one_in_a_place_is_what_was_spoken_of_in_another(make: Make) -> None:
    engine = make(
        [
            "Thieves robbed a museum in Basel.",
            "The second cricket test starts in Perth on Friday.",
            "Thieves robbed an aviary in Perth of parrots.",
        ]
    )

    answer = asked(engine, "what did thieves rob in Basel?", "and the one in Perth?")

    assert answer.citations[0].briefing.number == 3


@pytest.mark.parametrize(
    "question",
    ["what does the culprit have to pay?", "what must the man pay then?", "who pays then?"],
)
def test_the_culprit_is_who_was_spoken_of(make: Make, question: str) -> None:
    engine = make(
        [
            "A jet to Ostra turned back after a drunken guest opened a door. He has to pay 900.",
            "Owners of flats in Ulm pay more.",
            "The mayor of Velden pays for a dock.",
        ]
    )

    assert best(asked(engine, "why did the jet to Ostra turn back?", question)) == 1


def test_the_man_with_something_is_looked_for(make: Make) -> None:
    engine = make(["A jet to Ostra turned back.", "A man with a parrot sang in Ulm at the fair."])

    before = "why did the jet to Ostra turn back?"

    assert best(asked(engine, before, "where did the man with the parrot sing?")) == 2


def test_the_one_to_a_place_is_like_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "A boat sank on Lake Tovel: 40 of those on board drowned.",
            "Flights to and from Lombok were cancelled because of ash from Lombok.",
            "A ferry to Lombok went down with 65 on board; the bodies were found.",
        ]
    )

    assert best(asked(engine, "boat on Lake Tovel", "and the one to Lombok?")) == 3


def test_what_about_things_by_the_same_maker_asks_for_these(make: Make) -> None:
    engine = make(
        [
            "Norrline ordered 45 jets from Velora in a deal worth 4 billion. The plane is quiet.",
            "Three armies signed an order for military planes from Velora.",
        ]
    )

    how_many = "How many jets did Norrline order?"

    assert best(asked(engine, how_many, "What about military planes by the same firm?")) == 2
