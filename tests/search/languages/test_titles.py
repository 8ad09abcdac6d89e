"""Names of other languages that English has stay as they are."""

from __future__ import annotations

from bot.search.languages.titles import titled


def test_the_words_of_such_a_name_are_told_by_their_places() -> None:
    assert titled("profits of cirque du soleil".split()) == {2, 3, 4}
    assert titled("le cirque de moscou".split()) == frozenset()
