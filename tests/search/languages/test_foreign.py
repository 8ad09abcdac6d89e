"""Questions in other languages find what English briefings have on what they name."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.model import Correction, Verdict

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

GERMAN = (
    "Der Außenminister sprach am Montag über Island und nicht über die Fischerei.",
    "Die Fischer von Ostra haben eine Klage gegen den Verband eingereicht.",
    "Warum der Fluss über die Ufer trat, ist noch nicht bekannt.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("was hat lawrow über polen gesagt", 14),
        ("Was ist mit Transnistrien?", 7),
        ("Gibt es Neuigkeiten aus Nordkorea?", 12),
        ("qu'a dit la Russie sur la Moldavie ?", 7),
        ("Y a-t-il du neuf sur la Transnistrie ?", 7),
        ("Quelles sont les nouvelles de la Corée du Nord ?", 12),
        ("¿Qué dijo Rusia sobre Moldavia?", 7),
        ("que dijo lavrov sobre los palestinos", 9),
        ("Novedades sobre Macedonia del Norte", 11),
        ("Что сказал Лавров о Польше?", 14),
        ("Лавров об Израиле и ХАМАС", 9),
        ("Что Путин сказал о Ким Чен Ыне?", 12),
        ("что с приднестровьем", 7),
    ],
)
def test_what_is_named_is_found_and_nothing_named_as_missing(
    seed: Engine, question: str, number: int
) -> None:
    answer = seed.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == number
    assert answer.question == question


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Was ist mit dem Stauwehr in Norwegen?", ("Stauwehr", "Norwegen")),
        ("¿Qué dijo Lavrov sobre los tranvías de Arabia Saudí?", ("tranvías", "Arabia Saudí")),
        ("Что сказал Лавров о трамваях в Исландии?", ("трамваях", "Исландии")),
        ("Poland und Ungarn", ("Ungarn",)),
        ("la sequía en Ucrania", ("sequía",)),
    ],
)
def test_what_is_found_nowhere_is_named_as_it_was_written(
    seed: Engine, question: str, unknown: tuple[str, ...]
) -> None:
    assert seed.ask(question).unknown == unknown


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Krieg in der Ukraine", 13),
        ("la guerre en Ukraine", 13),
        ("guerra en Ucrania", 13),
        ("война в Украине", 13),
        ("Friedensplan für die Ukraine", 5),
        ("le plan de paix de Zelensky", 5),
        ("krieg ukraine", 13),
        ("Ukrainekrieg", 13),
        ("por que polonia prohibio el grano ucraniano", 14),
        ("embargo sur les céréales ukrainiennes", 14),
        ("запрет на украинское зерно", 14),
        ("wer warnte vor einem atomkrieg", 8),
        ("tercera guerra mundial", 8),
        ("imperio de mentiras", 14),
        ("lawrows besuch in malta", 2),
        ("qui a boycotté la réunion de l'OSCE ?", 10),
    ],
)
def test_the_words_of_news_are_understood(seed: Engine, question: str, number: int) -> None:
    answer = seed.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == number


@pytest.mark.parametrize(
    "question",
    [
        "Кто такой Тарвик?", "кто такая Йорлин?", "Кто такие Тарвики?", "Что такое Велден?",
        "Warum kam Tarvik zurück?", "Wer bist du, Tarvik?", "Où es-tu, Tarvik ? Je suis à Ostra",
    ],
)  # fmt: skip
def test_no_word_of_asking_is_named_as_missing(make: Make, question: str) -> None:
    texts = ["The smith Jorlin Tarvik came home to Ostra.", "Velden has a new bridge."]

    answer = make(texts).ask(question)

    assert answer.verdict is not Verdict.NOTHING
    assert answer.unknown == ()


def test_a_word_that_means_several_is_read_as_what_the_briefings_have(make: Make) -> None:
    texts = ["A truce was agreed in Ostra.", "The town of Velden has a new bridge."]

    assert "truce" in make(texts)._foreign.in_english("der Waffenstillstand in Ostra").question
    assert "ceasefire" in make(texts[1:])._foreign.in_english("der Waffenstillstand").question


def test_only_misspelt_words_are_told_as_corrected(seed: Engine) -> None:
    right, misspelt = (
        seed.ask("Raketenangriffe auf die Krim"),
        seed.ask("raketenangrife auf die krim"),
    )

    assert right.corrections == ()
    assert misspelt.corrections == (Correction("raketenangrife", "missile attack"),)
    assert right.citations[0].briefing.number == misspelt.citations[0].briefing.number == 14


def test_what_is_asked_in_another_word_is_told_as_it_was_written(make: Make) -> None:
    answer = make(["Surgeons in Ostra began a walkout."]).ask("der Streik in Ostra")

    assert answer.corrections == (Correction("Streik", "walkout"),)


def test_names_that_are_words_of_news_as_well_stay(seed: Engine) -> None:
    read = seed._foreign.in_english

    assert "Richter" in read("Was hat Gerhard Richter gesagt?").question
    assert "Guerra" in read("¿Qué dijo Juan Guerra sobre la paz?").question
    assert "Le Monde" in read("Que dit Le Monde sur la guerre ?").question
    assert "gaza" in read("la guerre a gaza").question


def test_a_russian_name_that_is_corrected_is_named_as_it_was_written(seed: Engine) -> None:
    assert seed.ask("Кто помог Асаду?").corrections == (Correction("Асаду", "Assad"),)


def test_names_that_begin_like_an_article_stay_whole(seed: Engine) -> None:
    read = seed._foreign.in_english("Que dit Le Pen sur Gérard de Villiers ?").question

    assert read.split() == "what said Le Pen about Gérard of Villiers ?".split()


@pytest.mark.parametrize("question", ["und was ist mit Polen?", "et la Pologne ?", "А о Польше?"])
def test_a_follow_up_in_another_language_is_one(seed: Engine, question: str) -> None:
    before = seed.ask("Was hat Lawrow über China gesagt?")

    answer = seed.ask(question, context=before.context)

    assert answer.about == ("Lavrov",)
    assert answer.citations[0].briefing.number == 14


@pytest.mark.parametrize(
    "question",
    [
        "Was Lavrov in China?",
        "Was war in Los Angeles?",
        "What did El Pais say about the Los Angeles fires and the Rio de la Plata?",
        'Who said "ich bin ein Berliner"?',
        "What about Alternative für Deutschland in the polls?",
        "Alternative für Deutschland election results",
        "Sturm und Drang",
        "Casa de Papel",
        "Nicolás Maduro",
        "Gerhard Schröder",
        "Why do uber drivers strike?",
        "hat trick",
        "island nation",
        "die hard",
        "La La Land",
        "El Niño",
        "Der Spiegel interview",
        "Le Pen trial",
        "Deutsche Bank profits",
        "Volkswagen shares",
        "Banco Santander results",
        "Cirque du Soleil bankruptcy",
        "Mein Kampf",
        "Steven Spielberg",
        "gift rat son pain chat tag angst",
        "war in Ukraine",
        "was Lavrov in China",
        "coach Langer",
        "combustible material",
        "what did teh presidnt say abuot teh guerra",
    ],
)
def test_english_and_names_stay_as_they_are(seed: Engine, question: str) -> None:
    assert seed._foreign.in_english(question).question == question


def test_briefings_in_the_language_of_the_question_are_searched_in_it(make: Make) -> None:
    answer = make(GERMAN).ask("Wer sprach über Island?")

    assert answer.citations[0].briefing.number == 1
    assert "Island" not in answer.unknown


def test_what_the_briefings_have_is_not_read_as_a_place(make: Make) -> None:
    engine = make(["Poland closed a border crossing.", "Polen bought a bakery chain."])

    assert engine.ask("Was ist mit Polen?").citations[0].briefing.number == 2


def test_names_of_places_and_words_of_news_are_not_loaded_before_they_are_needed() -> None:
    look = (
        "import sys, bot.search.engine\n"
        "from bot.search.languages.dictionary import dictionary\n"
        "print('babel' in sys.modules or dictionary.cache_info().currsize > 0)"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Avril Lavigne", "Avril"),
        ("Mayo Clinic", "Mayo"),
        ("¿Qué dijo Julio Borges?", "Julio"),
        ("Y a-t-il du neuf sur Mars ?", "Mars"),
    ],
)
def test_names_that_are_months_as_well_stay(seed: Engine, question: str, name: str) -> None:
    assert name in seed._foreign.in_english(question).question
