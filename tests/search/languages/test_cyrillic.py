"""Russian names are spelt in Latin letters as the briefings spell them."""

from __future__ import annotations

import pytest

from bot.search.languages.cyrillic import is_cyrillic, latin_name, likely_name


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Лавров", "lavrov"),
        ("Лаврову", "lavrov"),
        ("Путиным", "putin"),
        ("Зеленский", "zelensky"),
        ("Зеленского", "zelenskiy"),
        ("Медведева", "medvedev"),
        ("Хамас", "hamas"),
        ("Байдене", "biden"),
        ("Трампа", "trump"),
        ("Маском", "musk"),
        ("Мишустин", "mishustin"),
        ("Щербаков", "shcherbakov"),
    ],
)
def test_a_name_in_any_case_is_the_one_that_is_known(written: str, known: str) -> None:
    assert latin_name(written, {known}.__contains__) == known


def test_a_name_that_is_not_known_is_none() -> None:
    assert latin_name("Лавров", {"putin"}.__contains__) is None


def test_a_name_that_is_not_known_is_spelt_as_news_would() -> None:
    assert likely_name("Щукинского") == "shchukinskiy"
    assert likely_name("Юрьев") == "yurev"


def test_cyrillic_is_told_from_latin() -> None:
    assert is_cyrillic("Lavrov и Путин")
    assert not is_cyrillic("Lavrov")
