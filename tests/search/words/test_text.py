"""Words: folding, cutting, and the fast way held to the slow one."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.words.text import MAX_WORD, fold, index_terms, words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Russia's and the boys' plans", ["russia", "boys", "plans"]),
        ("U.S. and I.B.M and US", ["us", "ibm", "us"]),
        ("a neo-colonial view", ["neo", "colonial", "neocolonial", "view"]),
        ("Løkke, Łódź, Zürich, Çelik", ["lokke", "lodz", "zurich", "celik"]),
        ("O'Brien's 12-point plan", ["obrien", "12", "point", "plan"]),
        ("WHO says IT works", ["who", "it", "works"]),
        ("who says it works", ["works"]),
        ("北京 Москва", ["北", "京", "москва"]),
        ("", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, terms: list[str]) -> None:
    assert index_terms(text) == terms


@given(st.text())
def test_the_words_with_places_are_the_words_that_are_indexed(text: str) -> None:
    assert [word.form for word in words(text) if not word.stop] == index_terms(text)


@given(st.text())
def test_every_word_stands_where_it_says_and_is_of_bounded_length(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.stop or 1 <= len(word.form) <= MAX_WORD


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_folding_plain_letters_is_lower_case(text: str) -> None:
    assert fold(text) == text.lower()


def test_no_letter_is_folded_into_several_words() -> None:
    letters = filter(str.isalnum, map(chr, range(sys.maxunicode + 1)))

    assert [each for each in letters if len(fold(f"a{each}b").split()) != 1] == []
    assert fold("The noble prophetﷺ") == "the noble prophetصلىاللهعليهوسلم"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
