"""A text that is cited is cut into its sentences, and into words with their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.search.verdict.cutting import Cutter
from bot.search.words.text import words

texts = st.text() | st.lists(
    st.sampled_from(["U.S. ", "neo-colonial", "北京", "the ", "Lavrov's ", "o'er", ", ", ". ", "é"])
).map("".join)


@given(texts)
def test_a_text_is_cut_into_the_words_that_are_searched_with_their_places(text: str) -> None:
    cut = Cutter(str.upper).cut(text)

    found = [(word.form, word.start, word.end) for word in words(text) if not word.stop]
    assert list(zip(cut.forms, cut.starts, cut.ends, strict=True)) == found
    assert list(cut.stems) == [form.upper() for form, _, _ in found]


def test_a_sentence_with_only_the_plural_is_told_from_one_with_the_word_itself() -> None:
    cut = Cutter(lambda form: form.removesuffix("s")).cut("Two girls fled. One girl fell. A boy.")

    assert cut.with_other_forms("girl", "girl") == {0}
    assert cut.with_other_forms("boys", "boy") == set()
