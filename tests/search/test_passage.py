"""Cutting a text that is cited: the words that are searched, where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.search.passage import Cutter
from bot.search.text import words

texts = st.text() | st.lists(
    st.sampled_from(["U.S. ", "neo-colonial", "北京", "the ", "Lavrov's ", "o'er", ", ", ". ", "é"])
).map("".join)


@given(texts)
def test_a_text_is_cut_into_the_words_that_are_searched_with_their_places(text: str) -> None:
    cut = Cutter(str.upper).cut(text)

    found = [(word.form, word.start, word.end) for word in words(text) if not word.stop]
    assert list(zip(cut.forms, cut.starts, cut.ends, strict=True)) == found
    assert list(cut.stems) == [form.upper() for form, _, _ in found]
