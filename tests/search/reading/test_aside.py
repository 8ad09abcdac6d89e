"""What is said beside a question speaks neither for a briefing nor against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The lighthouse of Ostra counts 412 seals on its rocks, warden Ilse Brandt said.",
    "Bakers of Velden refused to bake rye bread for the fair.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    "question",
    [
        "my cousin keeps pestering me about it, how many seals are on the rocks of Ostra?",
        "any clue how many seals there are on the rocks of Ostra",
        "deadline in ten minutes: how many seals are on the rocks of Ostra?",
        "how many seals are on the rocks of Ostra, asking for my niece",
        "how many seals are on the rocks of Ostra, need it in 10 min",
        "umm lol how many seals are on the rocks of Ostra",
        "copying this for a caption - how many seals are on the rocks of Ostra?",
    ],
)
def test_what_is_said_beside_a_question_is_not_lacking(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("after the avalanche, how many seals are on the rocks of Ostra?", ("avalanche",)),
        ("Since the avalanche at Zubrin how many seals are on the rocks?", ("avalanche", "Zubrin")),
        ("The avalanche buried how many seals on the rocks of Ostra?", ("avalanche", "buried")),
    ],
)
def test_what_belongs_to_a_question_is_lacking_where_it_is(
    make: Make, question: str, unknown: tuple[str, ...]
) -> None:
    assert make(TEXTS).ask(question).unknown == unknown


@pytest.mark.parametrize(
    "question", ["where can I photograph seals in Ostra", "how do I adopt seals of Ostra"]
)
def test_what_the_one_who_asks_wants_to_do_is_asked_for_behind_an_asking_word(
    make: Make, question: str
) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    "question", ["why is my sourdough on the rocks", "can someone help with my sourdough rocks"]
)
def test_what_somebody_asks_of_their_own_is_not_said_beside_it(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.verdict is not Verdict.ANSWERED
    assert answer.unknown == ("sourdough",)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("I failed my chemistry rocks again", ("chemistry",)),
        ("who baked the rocks, messi or ronaldo", ("messi", "ronaldo")),
    ],
)
def test_what_is_all_that_is_told_or_to_choose_from_is_no_aside(
    make: Make, question: str, unknown: tuple[str, ...]
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.verdict is not Verdict.ANSWERED
    assert set(unknown) <= set(answer.unknown)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("how long do I simmer seals", "simmer"),
        ("refuse my insurance how", "insurance"),
    ],
)
def test_what_only_concerns_the_one_who_asks_is_in_no_briefing(
    make: Make, question: str, unknown: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.verdict is not Verdict.ANSWERED
    assert unknown in answer.unknown
