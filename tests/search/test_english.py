"""The list of English words is wordfreq's, read without importing it."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
import wordfreq

from bot.search.english import English


def test_words_are_as_common_as_wordfreq_says() -> None:
    english = English()

    for word, share in wordfreq.get_frequency_dict("en", wordlist="small").items():
        assert english.zipf(word) == pytest.approx(math.log10(share) + 9)
    assert english.zipf("zxqvk") == 0.0


def test_the_list_is_read_without_the_package_that_it_comes_with() -> None:
    look = (
        "import sys; from bot.search.english import English; English().zipf('the');"
        " print('wordfreq' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
