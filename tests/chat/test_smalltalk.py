"""What is no question gets a friendly line, and every question is searched."""

from __future__ import annotations

import pytest

from bot.chat.smalltalk import is_statement, small_talk, words_in

LINKS = "I do not follow links; I only know the briefings."


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
        ("<:duck:1234567890> <a:dance:99>", "😊"),
        ("look at this: <https://example.org/a?b=c>", LINKS),
        ("www.example.org https://example.org", LINKS),
        ("https://example.org/a?b=c", LINKS),
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


@pytest.mark.parametrize(
    ("text", "line"),
    [("Helo!", "Hello!"), ("thnaks you", "You are welcome!"), ("bnojour", "Hello!")],
)
def test_small_talk_may_be_misspelt(text: str, line: str) -> None:
    assert small_talk(text) is None
    assert small_talk(text, slips=words_in(text)) == line


@pytest.mark.parametrize("text", ["Malta", "hlel", "bie", "helo Lavrov"])
def test_what_is_not_a_letter_away_is_no_small_talk(text: str) -> None:
    assert small_talk(text, slips=words_in(text)) is None


def test_a_file_without_text_is_told_that_it_is_not_read() -> None:
    assert small_talk("", attached=True) == "I cannot look into files."
    assert small_talk("grain imports", attached=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "I moved house last week", "my cat sleeps", "The weather is nice today",
        "ich habe Hunger", "Das Wetter ist schön", "j'ai faim", "yo tengo un perro", "я устал",
    ],
)  # fmt: skip
def test_who_tells_something_asks_nothing(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "football in Brazil", "is the king asleep", "I want to know who won", "are they safe",
        "My question: where is he?", "Assad flees Syria", "qué es la OTAN", "was ist die OSZE",
    ],
)  # fmt: skip
def test_who_asks_is_not_taken_to_tell(text: str) -> None:
    assert not is_statement(text)
