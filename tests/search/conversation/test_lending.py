"""Which words of the last question a follow-up is lent, and which its own replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_a_name_behind_a_preposition_takes_the_place_of_the_last_one(make: Make) -> None:
    engine = make(
        [
            "The chancellor Greta Vollmer signed a pact in Nairobi; Addis Ababa is her next stop.",
            "The chancellor Greta Vollmer laid a wreath in Addis Ababa.",
            "Addis Ababa builds a tram. Nairobi builds none.",
        ]
    )

    answer = asked(engine, "Greta Vollmer in Nairobi", "and in Addis Ababa?")

    assert best(answer) == 2
    assert answer.about == ("Greta Vollmer",)


def test_a_common_verb_or_what_is_lacking_is_no_part_of_what_is_asked_next(make: Make) -> None:
    engine = make(
        [
            "Judge Odile Renard, 61, freed the smugglers of Sète after a trial of nine days.",
            "A forger forged a decree and decided to flee.",
            "Rain.",
        ]
    )

    asked_first = ("what did Odile Renard decide on the smugglers?", "how long did it take?")
    assert asked(engine, *asked_first, "why?").about == ("Odile Renard", "smugglers")
    assert asked(engine, asked_first[0], "how old is she?").verdict is Verdict.ANSWERED


def test_a_country_takes_the_place_of_the_one_asked_about_before(make: Make) -> None:
    engine = make(
        [
            "Envoy Salome Adjei praised Ghana's plan for a harbour, of which Togo speaks, as bold.",
            "Envoy Salome Adjei called a plan for a harbour in Togo a waste.",
            "Togo sells cotton. Togo sells salt.",
        ]
    )

    answer = asked(engine, "what does Adjei think of Ghana's harbour plan?", "and of Togo's?")

    assert best(answer) == 2
    assert "Ghana" not in answer.about
    assert "harbour" in answer.about


def test_lent_compounds_are_told_once_and_words_as_they_were_typed(make: Make) -> None:
    engine = make(
        [
            "Steel prices rose. A well-known analyst, Ada Krol, expects more.",
            "Steel from Silesia is scarce. Smelters close.",
            "A well was dug.",
        ]
    )

    assert asked(engine, "well-known analyst", "who employs her?").about == (
        "well-known",
        "analyst",
    )
    assert "steel" in asked(engine, "steel prices", "who expects them?").about


def test_the_one_of_another_country_is_asked_for_as_the_last_one_was(make: Make) -> None:
    engine = make(
        [
            "The Danish plan for a tunnel has nine stages; Polish engineers praise it.",
            "Poland's plan for a tunnel has four stages.",
            "Poland sells coal. Polish miners protest.",
        ]
    )

    asked_first = "how many stages does the Danish tunnel plan have?"

    assert best(asked(engine, asked_first, "and the Polish one?")) == 2


def test_the_name_of_what_is_spoken_of_counts_more_than_what_is_done(make: Make) -> None:
    engine = make(
        [
            "Bolivia buys nine trams of the type Kestrel from Velden for its capital.",
            "Peru wants to buy buses; it will buy them in Turku to buy time.",
            "After long talks in the harbour of Callao, far from any rails, the mayor of Lima in"
            " Peru has ordered the Kestrel, too.",
            "A fair.",
        ]
    )

    answer = asked(engine, "how many of the Kestrel does Bolivia buy?", "what about Peru?")

    assert best(answer) == 3
    assert answer.verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("asked_first", "question"),
    [
        ("how strong was the earthquake in Chile?", "and Kenya?"),
        ("earthquake in Chile", "what about Kenya?"),
        ("earthquake in Chile", "and in Kenya?"),
        ("who was killed by the earthquake in Chile?", "and in Oslo?"),
        ("who opened the school for divers in Chile?", "and Kenya?"),
    ],
)
def test_another_country_of_which_nothing_of_the_kind_is_told_is_not_answered(
    make: Make, asked_first: str, question: str
) -> None:
    engine = make(
        [
            "An earthquake of magnitude 6.1 killed nine people in Chile.",
            "Kenya elected Wanjiru Odera, a former goalkeeper, as its president.",
            "Oslo sells its old trams at auction.",
            "Ada Krol opened a school for young divers in Chile; many divers came.",
        ]
    )

    answer = asked(engine, asked_first, question)

    assert answer.verdict is Verdict.CLOSEST
    assert "earthquake" in answer.elsewhere or "divers" in answer.elsewhere


def test_what_is_asked_of_no_country_stays_spoken_of(make: Make) -> None:
    engine = make(
        [
            "Velden won the cup of the ladies' rugby clubs. Turku came third.",
            "A ship from Sweden sank.",
            "Fog.",
        ]
    )

    asked_first = ("who won the ladies' rugby cup?", "and in Sweden?")

    assert asked(engine, *asked_first).verdict is Verdict.CLOSEST
    assert best(asked(engine, *asked_first, "who came third?")) == 1
    assert best(asked(engine, *asked_first, "what sank?")) == 2


def test_what_an_answer_has_nothing_of_is_not_told_as_followed_up(make: Make) -> None:
    engine = make(
        [
            "Otters returned to the Ilm in spring.",
            "Beavers built a dam near Dorn.",
            *[f"Hats {number} are sold." for number in range(6)],
        ]
    )

    answer = asked(engine, "otters", "what about beavers?")

    assert answer.citations[0].briefing.number == 2
    assert answer.about == ()


def test_how_many_there_are_is_asked_of_no_place(make: Make) -> None:
    engine = make(
        [
            "Estonia counted its otters. There are 900 otters.",
            *[f"Hats {number} are sold in Estonia." for number in range(6)],
        ]
    )

    assert asked(engine, "otters", "how many otters are there?").about == ()
