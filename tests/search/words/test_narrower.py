"""A word of general meaning is told by a narrower one, and no other word by any."""

from __future__ import annotations

import pytest

from bot.search.words.narrower import has_narrower, tells_narrower


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("accident", "the barge capsized"),
        ("accidents", "two trains collided"),
        ("shoes", "she wore sandals"),
        ("caught", "he was recaptured in a barn"),
        ("diplomats", "the foreign ministry was angry"),
        ("stayed", "a visit of two days"),
        ("took", "rebels seized the town"),
    ],
)
def test_what_is_general_is_told_by_what_is_narrower(word: str, text: str) -> None:
    assert has_narrower(word)
    assert tells_narrower(word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [("shoes", "she wore a bootleg suit"), ("barn", "a barn"), ("metal", "golden")],
)
def test_nothing_else_tells_it(word: str, text: str) -> None:
    assert not tells_narrower(word, text)


def test_of_most_words_nothing_narrower_is_known() -> None:
    assert not has_narrower("barn")
