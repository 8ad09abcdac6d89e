"""How many briefings an answer shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.finding.deserving import asks_for_all, deserving

if TYPE_CHECKING:
    from tests.search.conftest import Make

TWO = [
    "The ferry Aurelia sank off Brenholm on Monday; captain Odd Lien said the pumps had failed.",
    "The ferry Aurelia is raised next week, captain Odd Lien said on the quay.",
    "Bakers in Tornby want to work at night again.",
]


def shown(make: Make, question: str) -> list[int]:
    """Return the numbers of the briefings that deserve to be shown for a question."""
    return [each.briefing.number for each in deserving(make(TWO).ask(question), 3)]


def test_what_somebody_said_is_shown_of_several(make: Make) -> None:
    assert sorted(shown(make, "what did captain Odd Lien say about the pumps?")) == [1, 2]


def test_what_one_briefing_tells_is_not_followed_by_others(make: Make) -> None:
    assert shown(make, "when did the ferry Aurelia sink?") == [1]
    assert shown(make, "why did the ferry Aurelia sink?") == [1]


def test_what_only_asks_for_others_shows_what_deserves_it_as_before(make: Make) -> None:
    engine = make(TWO)
    first = engine.ask("when did the ferry Aurelia sink?")
    others = engine.ask("who else?", context=first.context)

    assert [each.briefing.number for each in deserving(others, 3)] == [2]


def test_beside_what_answers_nothing_is_shown_that_lacks_the_name(make: Make) -> None:
    texts = [
        "A storm killed nine people in Norland.",
        "A flood killed people. Nine people were killed when it came, and people fled.",
        "Bakers of Norland killed time.",
    ]
    answer = make(texts).ask("how many people were killed in Norland?")

    assert answer.verdict is Verdict.ANSWERED
    assert 2 not in [each.briefing.number for each in deserving(answer, 3)]


def test_all_that_is_told_is_shown_where_that_is_asked_for(make: Make) -> None:
    texts = [
        "Olga Stein praised the bridge, and Stein praised the bridge of Ostra again.",
        "Olga Stein spoke.",
        *(f"Village {number} held its yearly fair." for number in range(12)),
    ]
    engine = make(texts)

    some = deserving(engine.ask("what did Olga Stein praise at the bridge of Ostra"), 3)
    every = deserving(engine.ask("all the times Olga Stein praised the bridge of Ostra"), 3)
    assert (len(some), len(every)) == (1, 2)


@pytest.mark.parametrize(
    "question",
    ["everything on Ostra", "list the fairs", "all his words", "every fair", "list all fairs"],
)
def test_a_question_asks_for_all(question: str) -> None:
    assert asks_for_all(question)


@pytest.mark.parametrize("question", ["is it all over?", "how many in all", "not at all"])
def test_a_question_asks_for_no_more_than_one(question: str) -> None:
    assert not asks_for_all(question)
