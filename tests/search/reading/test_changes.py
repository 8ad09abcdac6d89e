"""What goes up or down is told by any word of the same way."""

from __future__ import annotations

import pytest

from bot.search.reading.changes import says_change, tells_change


@pytest.mark.parametrize(
    ("word", "text", "tells"),
    [
        ("drop", "the index lost 1.9%.", True),
        ("slid", "shares were 3 percent lower.", True),
        ("climb", "shares gained 40 euros.", True),
        ("climb", "the index lost 1.9%.", False),
        ("drop", "the index lost its lead.", False),
        ("bake", "the index lost 1.9%.", False),
    ],
)
def test_a_change_is_told_by_an_amount_and_a_word_of_its_way(
    word: str, text: str, tells: bool
) -> None:
    assert tells_change(word, text) is tells


def test_verbs_of_either_way_say_a_change_in_any_form() -> None:
    assert all(map(says_change, ("fell", "dropping", "risen", "soars")))
    assert not says_change("bake")
