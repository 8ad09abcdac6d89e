"""What a word may mean: another form, what it is a slip for, and no word that is merely like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_a_misspelt_form_that_no_briefing_has_is_read_by_the_stem_of_one_that_does(
    make: Make,
) -> None:
    engine = make(["The court ruled that they were punished collectively.", "It rained."])
    answer = engine.ask("colective")

    assert [(each.written, each.read) for each in answer.corrections] == [
        ("colective", "collective")
    ]
    assert answer.citations[0].briefing.number == 1


def test_a_form_is_not_read_where_the_briefings_have_a_word_as_near(make: Make) -> None:
    engine = make(["They were punished collectively.", "The Colectivo met in Caracas."])

    assert engine.ask("colectivi").corrections[0].read == "Colectivo"


def test_a_form_of_an_english_word_is_not_read_as_another(make: Make) -> None:
    engine = make(["The minister will fly to Skopje.", "It rained."])

    assert engine.ask("who flees").corrections == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [("boycotting", "Nine states call for boycotts."), ("programmes", "The program ended.")],
)
def test_a_doubled_consonant_at_the_end_of_a_stem_is_no_matter(
    make: Make, question: str, text: str
) -> None:
    answer = make([text, "Bees hum."]).ask(question)

    assert ([each.briefing.number for each in answer.citations], answer.unknown) == ([1], ())


@pytest.mark.parametrize(
    ("asked", "unknown"),
    [
        ("did the farmers threten the miller", ("threten",)),  # not "three", two edits away
        ("a comparsion of mills", ("comparsion",)),
        ("whats the miller goin to say", ()),
    ],
)
def test_a_slip_for_an_english_word_is_read_as_no_other(
    make: Make, asked: str, unknown: tuple[str, ...]
) -> None:
    answer = make(["The miller sold three mills to farmers.", "Rain fell."]).ask(asked)

    assert (answer.unknown, answer.corrections) == (unknown, ())
    assert answer.citations[0].briefing.number == 1


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("why did they prase it", "praise"),
        ("is there a ban on grane", "grain"),
        ("how to get to skopya", "Skopje"),
    ],
)
def test_a_slip_is_read_as_what_the_briefings_have(make: Make, asked: str, read: str) -> None:
    engine = make(["The plan was praised in Skopje.", "They banned grain.", "Rain fell."])

    assert [each.read for each in engine.ask(asked).corrections] == [read]


def test_a_misspelt_people_leads_to_their_country(make: Make) -> None:
    engine = make(["Xi is a Chinese leader; peace came.", "China's peace plan was praised."])

    assert engine.ask("the chineese peace plan").citations[0].briefing.number == 2


def test_a_slip_for_an_english_word_weighs_no_more_than_that(make: Make) -> None:
    engine = make(["The miller sold three mills to farmers.", "Rain fell on the coast."])

    slip, word = engine.ask("comparsion of mills"), engine.ask("comparison of mills")

    assert slip.confidence == word.confidence


def test_a_word_with_a_letter_once_that_english_has_twice_is_that_word(make: Make) -> None:
    engine = make(["They were able to leave.", "The Ministry of Fishing.", "Bees hum."])

    assert engine.ask("aple harvest").unknown == ("aple", "harvest")
    assert [each.read for each in engine.ask("minnistry").corrections] == ["Ministry"]


def test_initials_are_no_word_that_has_them_for_a_stem(make: Make) -> None:
    engine = make(["A Boeing fell by ten metres.", "The Bank of England waits.", "Bees hum."])

    assert [each.briefing.number for each in engine.ask("BoE").citations] == [2]
    assert [each.briefing.number for each in engine.ask("boeing").citations] == [1]


def test_a_form_of_an_english_word_is_no_slip(make: Make) -> None:
    engine = make(["The burglary of Ostra took an hour.", "Thieves came at noon.", "Bees hum."])

    assert [each.read for each in engine.ask("burglars at noon").corrections] == ["Thieves"]


@pytest.mark.parametrize("question", ["dino", "dinos", "dinosaurs"])
def test_a_clipped_word_is_the_whole_one(make: Make, question: str) -> None:
    engine = make(["Divers found a dinosaur off Ostra.", "It rained."])
    answer = engine.ask(question)

    assert (answer.verdict, answer.corrections) == (Verdict.ANSWERED, ())
