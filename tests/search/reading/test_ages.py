"""Whose ages a text tells."""

from __future__ import annotations

import pytest

from bot.search.reading.ages import with_own_ages, without_ages_of_others


def test_an_age_belongs_to_the_name_before_it() -> None:
    text = "Ilse Brandt, 61, saved the ferryman, 34, and Jan Karel, 7, from the ice."

    assert (
        without_ages_of_others(text, {"ilse"})
        == "Ilse Brandt, 61, saved the ferryman, 34, and Jan Karel from the ice."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt died at the age of 96.",
        "Ilse Brandt lived to the age of 101.",
        "Ilse Brandt, a woman of 61, swam the strait.",
        "The diver is Ilse Brandt, aged 61.",
        "Brandt swam the strait. The 61-year-old wept.",
        "A 61-year-old woman was rescued. She was named as Ilse Brandt.",
        "Ilse Brandt is a 61-year-old baker.",
        "The 61-year-old baker Ilse Brandt swam the strait.",
    ],
)
def test_these_ages_are_of_who_is_asked_about(text: str) -> None:
    assert with_own_ages(text, {"ilse", "brandt"}) == text


@pytest.mark.parametrize(
    "text",
    [
        "In Ostra people may swim at the age of 16, as Ilse Brandt said.",
        "Ilse Brandt bars children under 15 from the pool.",
        "A girl aged 12 swam the strait. Ilse Brandt wants to follow.",
        "A 30-year-old woman fell from the pier. Ilse Brandt closed it.",
        "Ilse Brandt greeted a 30-year-old swimmer.",
        "Ilse Brandt was met by a boy of 12 years.",
        "Ilse Brandt thanked the coach, Jan Karel, 47, for it.",
    ],
)
def test_these_ages_are_nobodys_or_of_somebody_else(text: str) -> None:
    assert not any(map(str.isdigit, with_own_ages(text, {"ilse", "brandt"})))


def test_who_is_asked_about_by_no_name_may_be_anybody() -> None:
    text = "A girl aged 12 swam the strait. Ilse Brandt wants to follow."

    assert with_own_ages(text, {"girl"}) == text
