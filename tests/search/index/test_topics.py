"""Topics as a reader would name them, over real indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import briefing

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

FILL = ["Bees hum in June.", "Rain fell on the hills.", "A choir sang at noon.", "Snow lay deep."]


def labels(make: Make, texts: list[str]) -> set[str]:
    return {topic.label for topic in make([*texts, *FILL]).topics()}


@pytest.mark.parametrize(
    ("texts", "label", "none"),
    [
        (
            ["Talks with PM Narendra Modi began.", "We met Narendra Modi."],
            "Narendra Modi",
            {"PM Narendra Modi", "PM"},
        ),
        (
            ["They met Gov. Greg Abbott in the old town.", "We heard Greg Abbott speak."],
            "Greg Abbott",
            {"Gov", "Gov."},
        ),
        (["A fire in St. Louis.", "The zoo of St. Louis."], "St. Louis", {"St", "St.", "Louis"}),
        (["He bought Apple Inc. on Monday.", "He sold Apple Inc. at once."], "Apple", {"Inc"}),
        (
            ["A letter of Goa CM Manohar Parrikar came.", "We met Manohar Parrikar and Parrikar."],
            "Manohar Parrikar",
            {"Goa CM", "CM", "Parrikar", "Goa CM Manohar Parrikar"},
        ),
        (["The Supreme Court sat.", "He left the Supreme Court."], "Supreme Court", {"Court"}),
        (["The Justice Department sued.", "The Justice Department won."], "Justice Department", {
            "Department", "Justice"
        }),
        (["He met Martin Luther King here.", "He saw Martin Luther King."], "Martin Luther King", {
            "Martin Luther", "King"
        }),
        (["She saw Foreign Minister Ann Lee.", "She is Ann Lee."], "Ann Lee", {"Foreign", "Foreign"
            " Minister"}),
        (["An ODI was won.", "Two ODIs were lost."], "ODI", {"ODIs"}),
        (["Two Italians came.", "In Italy it rained.", "An Italian sang."], "Italy", {
            "Italian", "Italians"
        }),
        (["Danish cows moo.", "Danish hens peck.", "Two cows of Karlsheim.", "In Karlsheim."],
            "Karlsheim", {"Danish"}),
        (["Britain votes.", "British cows moo.", "In Britain.", "British hens.", "A British pig."],
            "Britain", {"British"}),
        (["Shipmaker Oda sank.", "The Oda Office is shut.", "The firm Oda.", "At Oda."], "Oda", {
            "Shipmaker Oda"
        }),
        (["LRC, the League of the River.", "He left the League for good.", "Oda won.", "To Oda."],
            "Oda", {"League"}),
        (["Air Kenya flew to us.", "Kenya votes.", "It rained in Kenya.", "Air Kenya flew home."],
            "Kenya", {"Kenya Air"}),
        (["Three Kenyan cows moo.", "A Kenyan hen.", "A Kenyan song.", "It rained in Kenya."],
            "Kenya", {"Three Kenyan"}),
        (["Air New Zealand flew.", "It is in New Zealand.", "To New Zealand!"], "New Zealand", {
            "Zealand"
        }),
    ],
)  # fmt: skip
def test_a_topic_is_a_whole_name_without_an_office(
    make: Make, texts: list[str], label: str, none: set[str]
) -> None:
    found = labels(make, texts)

    assert label in found
    assert found.isdisjoint(none)


def test_what_finds_nothing_leads_to_what_it_names(make: Make) -> None:
    karlsheim = [f"Oda of Karlsheim saw {what} there." for what in ("hens", "cows", "pigs")]
    engine = make([*karlsheim, "A fair was held in Velden.", *FILL])

    answer = engine.ask("who won the referendum on nuclear submarines against Velden")

    assert answer.verdict is Verdict.NOTHING
    assert answer.topics[0].label == "Velden"


def test_a_product_is_not_the_whole_name_of_another_one(make: Make) -> None:
    engine = make(
        [
            "They saw a Boeing 737 Max land.", "They saw a Boeing 737 Max burn.",
            "She watched it on HBO Max.", "He watched it on HBO Max.", *FILL,
        ]
    )  # fmt: skip

    assert "HBO Max" not in {topic.label for topic in engine.ask("boeing 737").topics}


@pytest.mark.parametrize(
    ("pair", "is_one"),
    [
        ("earthquake struck", False),
        ("festival celebrates", False),
        ("outbreak aboard", False),
        ("plead guilty", False),
        ("told reporters", False),
        ("coalition partner", False),
        ("grain imports", True),
    ],
)
def test_a_theme_names_a_thing_and_tells_no_deed(make: Make, pair: str, is_one: bool) -> None:
    past = ["It was celebrated here.", "It was celebrated there.", "They celebrated it.", "Once it"
            " was celebrated.", "It was celebrated.", "He celebrated it."]  # fmt: skip
    texts = [f"The {pair} of the year.", f"Some {pair} in the hills.", *past]

    assert (pair in labels(make, texts)) is is_one


def test_a_topic_has_exactly_the_briefings_that_its_button_shows(make: Make) -> None:
    engine = make(["Talks with PM Narendra Modi began.", "We met Narendra Modi.", *FILL])
    (topic,) = engine.topics("narendra")
    answer = engine.about(topic.key)

    assert answer is not None
    assert [each.briefing.key for each in answer.citations] == list(topic.keys)
    assert {each.briefing.number for each in answer.citations} == {1, 2}


def test_names_lead_on_before_themes_that_only_counts_tell_of(make: Make) -> None:
    engine = make(
        [
            "Harvest ends near Karlsheim with grain imports.",
            "Of grain imports.",
            *(f"In Karlsheim it was {each}." for each in ("cold", "warm")),
            *FILL,
        ]
    )

    assert [each.label for each in engine.ask("harvest").topics] == ["Karlsheim", "grain imports"]


@pytest.mark.parametrize("typed", ["Lavrov", "sergei lavrov", "laverov", "RUSSIA"])
def test_what_nearly_every_briefing_names_is_found_by_its_name(seed: Engine, typed: str) -> None:
    first = seed.topics(typed, 1)[0]

    assert first.label == ("Russia" if typed == "RUSSIA" else "Sergei Lavrov")
    assert first.size > 12
    assert seed.about(first.key) is not None


def test_a_tag_of_a_single_briefing_is_found_by_its_name(make: Make) -> None:
    texts = [f"Village {number} held its fair." for number in range(6)]
    engine = make([*texts, briefing(7, "Magnus lost in the final.", tags=("chess",))])

    assert [topic.label for topic in engine.topics("chess")] == ["chess"]
    assert "chess" not in {topic.label for topic in engine.topics()}
    assert engine.topics("judo") == ()


def test_topics_under_an_answer_are_those_of_what_is_shown(make: Make) -> None:
    engine = make(
        [
            "The miners of Karlsheim struck over pay and mine safety.",
            "In Karlsheim it was cold.",
            "Pay rose in Brill.",
            "In Brill it was warm.",
            *FILL,
        ]
    )
    answer = engine.ask("Why did the miners strike over pay and mine safety?")

    assert [each.briefing.number for each in answer.citations] == [1, 3]
    assert [each.label for each in answer.topics] == ["Karlsheim"]


def test_what_very_many_briefings_name_leads_on_from_no_answer(make: Make) -> None:
    texts = [f"In Brill {each}." for each in ("fish swim", "dogs bark", "cats purr", "ducks quack")]
    engine = make([*texts, *FILL])

    assert "Brill" in {each.label for each in engine.topics()}
    assert engine.ask("cats purr").topics == ()
