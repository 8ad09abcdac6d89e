"""Which words of the last question a follow-up is lent, and which its own replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def test_the_one_of_another_country_is_what_is_most_like_the_one_shown(make: Make) -> None:
    engine = make(
        [
            "The probe Kestrel landed on a comet to bring dust back to Earth.",
            "India's central bank raised its rate. India, India and India.",
            "A probe of India's was to land on a comet and failed; its dust stays there.",
        ]
    )

    assert best(asked(engine, "what is Kestrel for?", "ok and the Indian one?")) == 3
