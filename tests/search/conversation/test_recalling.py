"""Which of what was shown tells what is asked of it next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


@pytest.mark.parametrize("question", ["how much did it cost?", "price?", "and the price?"])
def test_of_what_was_shown_that_with_a_sum_comes_first_where_one_is_asked_for(
    make: Make, question: str
) -> None:
    engine = make(
        [
            "The Aldebaran observatory photographed a star. The Aldebaran observatory is in Chile.",
            "The Aldebaran observatory was built with $40 million from a foundation.",
            "A stamp fetched a record price at auction and will cost collectors dear.",
        ]
    )

    assert best(asked(engine, "Aldebaran observatory")) == 1
    assert best(asked(engine, "Aldebaran observatory", question)) == 2


def test_what_was_shown_stays_in_its_order_until_another_tells_how_long(make: Make) -> None:
    engine = make(
        [
            "Envoy Rahel Tesfaye flew to Oslo. Rahel Tesfaye will speak of fishing.",
            "Envoy Rahel Tesfaye stays in Oslo on a three-day visit.",
            "Rain.",
        ]
    )

    assert best(asked(engine, "Rahel Tesfaye", "when?")) == 1
    assert best(asked(engine, "Rahel Tesfaye", "whom will she see?")) == 1
    assert best(asked(engine, "Rahel Tesfaye", "for how long?")) == 2


def test_what_was_shown_may_tell_in_other_words_what_others_tell_in_these(make: Make) -> None:
    engine = make(
        [
            "Elin Sorby opened a ski school. Elin Sorby hopes for snow.",
            "The club Brunvik dismissed its coach, Elin Sorby.",
            "A brewery sacked its director.",
        ]
    )

    assert best(asked(engine, "Elin Sorby")) == 1
    assert best(asked(engine, "Elin Sorby", "who sacked her?")) == 2


def test_what_was_shown_first_tells_in_other_words_what_the_next_tells_in_these(make: Make) -> None:
    engine = make(
        [
            "An earthquake in Velden killed 31 people. Velden was without power.",
            "Two dead climbers were found on a peak in Velden.",
            "A brewery sacked its director.",
        ]
    )

    assert best(asked(engine, "earthquake in Velden", "how many dead?")) == 1


def test_of_two_that_tell_as_much_of_somebody_the_one_just_shown_comes_first(make: Make) -> None:
    texts = [
        "Doctor Ada Nwosu praised vaccines in Ghana.",
        "Measles killed nine in Chad. Doctor Ada Nwosu said that trucks with vaccines are late.",
        *(f"Village {number} held its yearly fair." for number in range(9)),
    ]
    engine = make(texts)

    alone = engine.ask("what does Nwosu say about the vaccines?")
    answer = asked(engine, "how many did measles kill?", "what does Nwosu say about the vaccines?")

    assert alone.citations[0].briefing.number == 1
    assert answer.citations[0].briefing.number == 2
