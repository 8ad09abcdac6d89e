"""When a follow-up stays with what was shown, and when another briefing is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_what_was_shown_is_not_left_for_another_that_only_tells_how_long(make: Make) -> None:
    engine = make(
        [
            "Gale warnings closed the airport of Stornoway. Ferries to Ullapool were cancelled.",
            "Stornoway honours its weavers at a show of three weeks.",
            "The take-off of a rocket from Unst was put off for two hours.",
        ]
    )

    assert best(asked(engine, "airport of Stornoway closed", "how long did it take?")) == 1
    assert best(asked(engine, "airport of Stornoway closed", "how long did it last?")) == 1


def test_what_was_shown_has_in_other_words_what_no_other_has_all_of(make: Make) -> None:
    engine = make(
        [
            "The carmaker Orvale will shut two plants in Galicia and cut 900 jobs.",
            "Schools on the coast are closed because of the storm.",
            "A gardener in Vigo waters plants with tea.",
        ]
    )

    assert best(asked(engine, "Orvale jobs", "are plants being closed?")) == 1


def test_what_about_brings_a_subject_that_comes_before_what_the_last_one_lends(make: Make) -> None:
    engine = make(
        [
            "Cocoa trees in Ghana fell ill; Ghana's minister Esi Boateng paid farmers.",
            "Gold from Ghana became expensive as mines closed.",
            "Ghana's minister Esi Boateng opened a port for cocoa.",
        ]
    )

    answer = asked(
        engine,
        "cocoa trees of farmers in Ghana: what did minister Boateng do?",
        "and what about gold, why is it so expensive?",
    )

    assert answer.citations[0].briefing.number == 2


def test_what_is_asked_about_a_part_of_what_was_shown_stays_there(make: Make) -> None:
    engine = make(
        [
            "A tram hit a bus in Pecs. The driver was taken to a clinic.",
            "A guard was hurt in a raid on a bank; the driver of the van fled.",
        ]
    )

    answer = asked(engine, "tram in Pecs", "what about the driver, was he hurt?")

    assert answer.citations[0].briefing.number == 1


def test_the_size_of_what_was_shown_is_asked_for_where_no_other_tells_any(make: Make) -> None:
    engine = make(
        [
            "Floods in Velden closed the airport. The Isel rose to 6.2 metres.",
            "Mining has made the river Orna too muddy to drink.",
            "A bakery opened in Torvik.",
        ]
    )
    assert best(asked(engine, "floods in Velden", "how high was the river?")) == 1
    assert best(asked(engine, "bakery", "how high was the river?")) == 2


def test_what_of_the_thing_that_was_shown_no_briefing_tells_is_no_new_question(make: Make) -> None:
    engine = make(
        [
            "The chipmaker Orvale cuts 900 jobs. Its shares rose.",
            "A bakery opened in Velden.",
        ]
    )

    answer = asked(engine, "Orvale jobs", "how did the shares behave?")

    assert best(answer) == 1
    assert answer.verdict is Verdict.CLOSEST
    assert asked(engine, "Orvale jobs", "what is photosynthesis?").verdict is Verdict.NOTHING


def test_what_the_talks_were_is_not_asked_of_what_has_none(make: Make) -> None:
    engine = make(
        [
            "General Odd Berg toured the market of Lom and promised power.",
            "Talks on a truce in Lom, due to open in Bern, were put off.",
            "A bakery opened in Velden.",
        ]
    )

    assert best(asked(engine, "what did general Berg promise?", "where were the talks?")) == 2


def test_what_is_meant_by_other_words_leads_to_no_other_briefing(make: Make) -> None:
    engine = make(
        [
            "General Osmani fled to Qatar. His pleas for help were ignored.",
            "An army is firing missiles; delivering more is promised.",
        ]
    )

    answer = asked(engine, "where did Osmani flee?", "did they send him more weapons?")

    assert answer.citations[0].briefing.number == 1
    assert "Osmani" in answer.about


def test_the_thing_that_was_shown_is_not_left_for_a_briefing_without_it(make: Make) -> None:
    engine = make(
        [
            "Tolls of the canal of Lom fell by half. Norland needs them.",
            "Engineers lost contact with a probe of Velden.",
            "A canal boat in Torvik sells soup.",
        ]
    )

    assert best(asked(engine, "tolls of Lom", "how much did the canal lose?")) == 1


def test_a_number_of_what_only_another_briefing_counts_is_asked_of_that(make: Make) -> None:
    engine = make(
        [
            "Norland opened a road to Ostra. It cost 9 million crowns.",
            "There are 20,300 wolves and 40 hares in the woods of Velden.",
            "A ferry with 80 passengers sank off Dorn.",
            "Hunters of Zubrin feed nine bears.",
        ]
    )

    for question in ("how many hares", "how many wolves are there", "how many bears?"):
        answer = asked(engine, "the road in Norland", question)
        assert best(answer) == (4 if "bears" in question else 2)
        assert not answer.about
    assert best(asked(engine, "the road in Norland", "how many passengers?")) == 1
    assert best(asked(engine, "wolves", "how many are there?")) == 2


def test_what_is_asked_anew_of_another_thing_is_asked_of_that_alone(make: Make) -> None:
    engine = make(
        ["Olga Stein won the oar prize.", "Emil Harder won in chess.", "A ferry sank off Ostra."]
    )

    assert best(asked(engine, "who won the oar prize?", "and who won in chess?")) == 2
