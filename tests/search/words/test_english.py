"""The list of English words is wordfreq's, read without importing it."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
import wordfreq
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.search.words.english import English


def test_words_are_as_common_as_wordfreq_says() -> None:
    english = English()

    for word, share in wordfreq.get_frequency_dict("en", wordlist="small").items():
        assert english.zipf(word) == pytest.approx(math.log10(share) + 9)
    assert english.zipf("zxqvk") == 0.0


def test_the_list_is_read_without_the_package_that_it_comes_with() -> None:
    look = (
        "import sys; from bot.search.words.english import English; English().zipf('the');"
        " print('wordfreq' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@given(
    st.one_of(
        st.sampled_from(
            ["threten", "whcih", "c0urt", "bejing", "goverment", "café", "a", "", "x-y"]
        ),
        st.text("abeinorst", min_size=1, max_size=8),
    )
)
@settings(max_examples=60)
def test_the_nearest_word_is_what_a_comparison_with_all_of_them_finds(word: str) -> None:
    english = English()

    near = english.near(word)

    all_near = [
        other
        for other in english.words()
        if other.isascii() and other.isalpha() and OSA.distance(word, other) <= 1
    ]
    assert sorted(near) == sorted(all_near)
    ranks = [(len(other) >= len(word), english.zipf(other)) for other in near]
    assert ranks == sorted(ranks, reverse=True)
