"""The words of news are known in four languages, in the forms that sentences put them in."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.search.languages import dictionary as module
from bot.search.languages.tongues import LANGUAGES
from bot.search.languages.translating import mended, translated


@pytest.mark.parametrize(
    ("language", "written", "english"),
    [
        ("de", "kriege", "war"),
        ("de", "ärzten", "doctor"),
        ("de", "kritisierte", "criticise"),
        ("de", "praesidenten", "president"),
        ("fr", "guerres", "war"),
        ("fr", "bloquent", "block"),
        ("fr", "cessez le feu", "ceasefire"),
        ("es", "elecciones", "election"),
        ("es", "deportes", "sport"),
        ("es", "mar negro", "Black Sea"),
        ("ru", "войну", "war"),
        ("ru", "санкциями", "sanctions"),
        ("ru", "мирном плане", "peace plan"),
    ],
)
def test_a_word_is_found_in_any_form(language: str, written: str, english: str) -> None:
    assert translated(written.split(), language)[0] == english


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("friedensplan", "peace plan"),
        ("getreideexporte", "grain export"),
        ("ukrainekrieg", "Ukraine war"),
        ("ostukraine", "east Ukraine"),
        ("klimaschutzgesetz", "climate protect law"),
        ("kriegsende", "war end"),
    ],
)
def test_a_german_compound_is_what_its_parts_are(written: str, english: str) -> None:
    assert translated([written], "de") == (english,)


@pytest.mark.parametrize(
    ("language", "written"),
    [("de", "spielberg"), ("de", "deutschland"), ("de", "steinmeier"), ("fr", "lavrov")],
)
def test_names_are_no_words(language: str, written: str) -> None:
    assert translated([written], language) == ()


@pytest.mark.parametrize(
    ("language", "written", "english"),
    [
        ("de", "überschwemung", "flood"),
        ("de", "raketenangrife", "missile attack"),
        ("es", "eleciones", "election"),
        ("fr", "gouvernment", "government"),
    ],
)
def test_a_misspelt_word_is_the_only_one_that_is_near(
    language: str, written: str, english: str
) -> None:
    assert translated([written], language) == ()
    assert mended(written, language) == (english,)


def test_each_line_has_an_english_word_and_a_column_a_language() -> None:
    lines = Path(module.__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]

    assert len(entries) > 700
    for entry in entries:
        english, _, columns = entry.partition(":")
        assert english.strip(), entry
        assert len(columns.split("|")) == len(LANGUAGES), entry
        assert columns.replace("|", "").strip(), entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_listed_twice_in_vain(language: str) -> None:
    listed = [written for written, _ in module._entries(language)]

    assert sorted({each for each in listed if listed.count(each) > 1}) == []
