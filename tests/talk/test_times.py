"""The time that a question names, where no briefing is of it."""

from __future__ import annotations

from bot.model import Answer, Verdict
from bot.talk.times import unknown_time


def asked(question: str, *unknown: str) -> Answer:
    return Answer(question, Verdict.NOTHING, 0.0, (), unknown, (), (), 1, 0.0, 0)


def test_the_words_of_a_time_are_no_unknown_words() -> None:
    answer = asked("grain in June 1950", "June", "1950", "grain")

    assert unknown_time(answer) == ("in June 1950", ("grain",))


def test_a_time_is_looked_for_at_the_beginning_of_a_long_question() -> None:
    long = "12 34 " * 90

    assert unknown_time(asked(f"in June 1950 {long}", "1950")) == ("in June 1950", ())
    assert unknown_time(asked(f"{long} in June 1950", "1950")) == ("", ("1950",))
