"""Words of news in other languages: what compounds may mean, however long somebody makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.languages.translating import is_compound, mended, translated

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make


def test_a_compound_is_what_its_parts_are() -> None:
    assert translated(["friedensplan"], "de") == ("peace plan",)
    assert is_compound("friedensplan")


@pytest.mark.parametrize("parts", range(2, 10))
def test_a_compound_of_ambiguous_parts_has_few_meanings(parts: int) -> None:
    assert len(translated(["zone" * parts], "de")) <= 8


@pytest.mark.parametrize("word", ["zone" * 200, "ü" * 2_000, "handel" * 300])
def test_what_is_too_long_for_a_word_means_nothing(word: str) -> None:
    assert translated([word], "de") == mended(word, "de") == ()
    assert not is_compound(word)


@pytest.mark.parametrize("word", ["zone" * 450, "getreideexportabkommen" * 80, "é" * 1_900])
def test_long_words_in_other_languages_get_an_answer(seed: Engine, word: str) -> None:
    assert seed.ask(f"was ist mit der {word}").unknown


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Die Zorbfabrik", 1),
        ("Zorbfabrik", 1),
        ("Was sagte Olga Stein über die Zorbfabrik?", 1),
        ("Wer gewann den Tarvikpreis?", 2),
        ("Ostrastreik", 3),
    ],
)
def test_a_compound_with_a_word_that_only_briefings_have_is_looked_for_by_its_parts(
    make: Make, question: str, number: int
) -> None:
    texts = [
        "Olga Stein opened a zorb factory in Velden.",
        "The author Ilse Brandt won the Tarvik Prize. The price of her book is low.",
        "Workers of the port of Ostra are on strike.",
    ]

    answer = make(texts).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == number


@pytest.mark.parametrize("word", ["Veldenstadt", "Ostraland", "Steinmuseum", "Veldenhouse"])
def test_names_of_places_and_words_of_english_are_no_such_compounds(make: Make, word: str) -> None:
    engine = make(["Olga Stein came to Velden and Ostra."])

    assert engine._foreign.in_english(word).language is None


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("Combien coûte le thé ?", "how much cost"),
        ("Сколько стоит хлеб?", "how much cost bread"),
        ("quel temps fait-il à Ostra ?", "weather"),
        ("los trenes", "train"),
        ("die Bären in Ostra", "bear in Ostra"),
    ],
)
def test_forms_and_phrases_are_read(seed: Engine, question: str, english: str) -> None:
    assert english in seed._foreign.in_english(question).question
