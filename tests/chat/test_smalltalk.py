"""What is no question gets a friendly line, and every question is searched."""

from __future__ import annotations

import pytest

from bot.chat.smalltalk import small_talk


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hello", "Hello!"),
        ("Hi there!", "Hello!"),
        ("hey bot, good morning", "Hello!"),
        ("thank you very much", "You are welcome!"),
        ("help", "Of course."),
        ("bye", "See you!"),
        ("👍", "😊"),
        ("ok cool", "😊"),
        ("https://example.org/a?b=c", "I do not follow links; I only know the briefings."),
    ],
)
def test_small_talk_gets_a_friendly_line(text: str, line: str) -> None:
    assert small_talk(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "OSCE", "hello Lavrov", "thanks to whom did Assad flee", "what is new?", "Good Friday",
        "no deal", "who won the Hi-Fi prize", "is https://example.org down", "Test ban treaty",
    ],
)  # fmt: skip
def test_a_question_is_no_small_talk(text: str) -> None:
    assert small_talk(text) is None


def test_a_file_without_text_is_told_that_it_is_not_read() -> None:
    assert small_talk("", attached=True) == "I cannot look into files."
    assert small_talk("grain imports", attached=True) is None
