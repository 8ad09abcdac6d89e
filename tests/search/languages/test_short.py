"""Short questions and key words tell their language by what joins the words of the dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "Foxes came to Ostra in the north of Europe. Hunters of Velden counted 900 foxes.",
    "Tea rose to 40 crowns a pound after a frost in Velden, said the merchant Olga Stein.",
    "The chess club of Dorn opened a new library for children.",
    "Elephants trampled a fence near Velden.",
)


@pytest.mark.parametrize(
    ("question", "number", "language"),
    [
        ("Der Fuchs in Europa", 1, "de"),
        ("Die Füchse", 1, "de"),
        ("der fuchs", 1, "de"),
        ("Les renards en Europe", 1, "fr"),
        ("et les renards ?", 1, "fr"),
        ("Los zorros de Europa", 1, "es"),
        ("Лисы в Европе", 1, "ru"),
        ("Was kostet der Tee?", 2, "de"),
        ("Der Elefant", 4, "de"),
        ("El elefante", 4, "es"),
        ("Les éléphants", 4, "fr"),
        ("Das Schach", 3, "de"),
    ],
)
def test_an_article_and_a_noun_tell_the_language(
    make: Make, question: str, number: int, language: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert (answer.citations[0].briefing.number, answer.language) == (number, language)


@pytest.mark.parametrize("question", ["Los elefantes", "et les elephants", "la zorra y los zorros"])
def test_forms_of_words_that_are_surnames_as_well_are_words_after_an_article(
    make: Make, question: str
) -> None:
    answer = make([*TEXTS, "The singer Ana Zorra met Pablo Elefanti in Dorn."]).ask(question)

    assert answer.citations[0].briefing.number in (1, 4)


@pytest.mark.parametrize(
    "question",
    [
        "die hard", "les paul", "la times", "la mayor", "la fires", "un climate report",
        "un women", "el nino", "La Nina", "El Paso", "de facto", "des moines", "des plaines",
        "los angeles", "le mans", "le pen", "Les Bleus", "les bleus", "El Pais", "de niro",
        "du pont", "del toro", "el salvador", "le carre", "de santis", "von der leyen",
        "van der sar", "den haag", "das boot", "les brown", "la paz", "la rue", "la liga",
        "El Zorro", "en route", "en masse", "et al", "pain au chocolat", "war crimes", "sin city",
        "Le Petit", "rio de la plata", "Mar del Plata", "Los Lobos",
    ],
)  # fmt: skip
def test_short_key_words_of_english_stay_so(seed: Engine, question: str) -> None:
    read = seed._foreign.in_english(question)

    assert (read.question, read.language) == (question, None)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Les fjords en Ostra", ("fjords",)),
        ("der Zorbsee", ("Zorbsee",)),
        ("le bourget", ("le bourget",)),
        ("El Bulli chef", ("El Bulli", "chef")),
        ("rio de la plata", ("rio", "de la plata")),
    ],
)
def test_a_function_word_alone_is_never_told_as_missing(
    make: Make, question: str, unknown: tuple[str, ...]
) -> None:
    assert make(TEXTS).ask(question).unknown == unknown


def test_an_article_before_a_name_that_briefings_have_is_not_missing(make: Make) -> None:
    answer = make(TEXTS).ask("le Velden")

    assert answer.verdict is Verdict.ANSWERED
    assert answer.unknown == ()
