"""How sure an answer is: the words of the question, the briefings and English all say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_a_question_in_the_collections_own_words_is_surer_than_one_in_everyday_words(
    make: Make,
) -> None:
    sites = [f"Site {number} was inspected by the agency." for number in range(60)]
    engine = make(
        [
            *sites,
            *(f"The reactor at site {number} was like all others." for number in range(6)),
            *(f"The morning at site {number} was like all others." for number in range(6)),
        ]
    )

    own, everyday = engine.ask("reactor sabotage"), engine.ask("morning sabotage")

    assert own.citations[0].score == everyday.citations[0].score
    assert own.confidence > everyday.confidence
