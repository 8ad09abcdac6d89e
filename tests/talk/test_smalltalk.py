"""What is no question is told from questions, which are all searched."""

from __future__ import annotations

import pytest

from bot.talk.smalltalk import Talk, is_statement, small_talk, words_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello", Talk.GREETING),
        ("Hi there!", Talk.GREETING),
        ("hey bot, good morning", Talk.GREETING),
        ("thank you very much", Talk.THANKS),
        ("help", Talk.ABOUT_BOT),
        ("bye", Talk.FAREWELL),
        ("👍", Talk.NOD),
        ("ok cool", Talk.NOD),
        ("<:duck:1234567890> <a:dance:99>", Talk.NOD),
        ("look at this: <https://example.org/a?b=c>", Talk.LINK),
        ("www.example.org https://example.org", Talk.LINK),
        ("https://example.org/a?b=c", Talk.LINK),
    ],
)
def test_small_talk_is_told_from_questions(text: str, kind: Talk) -> None:
    assert small_talk(text) is kind


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
    ("text", "kind"),
    [("Helo!", Talk.GREETING), ("thnaks you", Talk.THANKS), ("bnojour", Talk.GREETING)],
)
def test_small_talk_may_be_misspelt(text: str, kind: Talk) -> None:
    assert small_talk(text) is None
    assert small_talk(text, slips=words_in(text)) is kind


@pytest.mark.parametrize("text", ["Malta", "hlel", "bie", "helo Lavrov"])
def test_what_is_not_a_letter_away_is_no_small_talk(text: str) -> None:
    assert small_talk(text, slips=words_in(text)) is None


def test_a_file_without_text_is_told_that_it_is_not_read() -> None:
    assert small_talk("", attached=True) is Talk.FILE
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
