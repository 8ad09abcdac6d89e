"""Letters that stand once or twice are compared, and tried the other way."""

from __future__ import annotations

from bot.search.words.doubles import doublings, without_doubles


def test_each_letter_is_tried_twice_where_it_stands_once_and_once_where_it_stands_twice() -> None:
    assert {"hello", "heelo", "hhelo"} <= set(doublings("helo"))
    assert "helo" in set(doublings("hello"))


def test_words_that_differ_in_doubles_alone_are_alike_without_them() -> None:
    assert without_doubles("helo") == without_doubles("hello") == "helo"
    assert without_doubles("help") != without_doubles("hello")
