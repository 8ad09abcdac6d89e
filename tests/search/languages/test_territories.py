"""Places and peoples are known in four languages, in the forms that sentences put them in."""

from __future__ import annotations

import pytest

from bot.search.languages.territories import territories


@pytest.mark.parametrize(
    ("language", "written", "english"),
    [
        ("de", "polen", "Poland"),
        ("de", "russlands", "Russia"),
        ("de", "russischen", "Russian"),
        ("de", "warschau", "Warsaw"),
        ("de", "vereinigte staaten", "United States"),
        ("es", "turquia", "Turkey"),
        ("es", "corea del norte", "North Korea"),
        ("es", "ucranianos", "Ukrainian"),
        ("fr", "états unis", "United States"),
        ("fr", "moyen orient", "Middle East"),
        ("fr", "polonaises", "Polish"),
        ("de", "südamerikanische", "South American"),
        ("de", "südostasien", "Southeast Asia"),
        ("es", "américa latina", "Latin America"),
        ("es", "áfrica oriental", "East Africa"),
        ("fr", "amérique du sud", "South America"),
        ("fr", "afrique de l est", "East Africa"),
        ("ru", "южной америке", "South America"),
        ("ru", "польше", "Poland"),
        ("ru", "россией", "Russia"),
        ("ru", "северной корее", "North Korea"),
        ("ru", "москвой", "Moscow"),
        ("ru", "украинского", "Ukrainian"),
    ],
)
def test_a_place_is_found_in_any_form(language: str, written: str, english: str) -> None:
    assert territories(language).find(written.split()) == english


@pytest.mark.parametrize(("language", "written"), [("fr", "réunion"), ("de", "krieg"), ("ru", "и")])
def test_what_is_no_place_is_none(language: str, written: str) -> None:
    assert territories(language).find([written]) is None
