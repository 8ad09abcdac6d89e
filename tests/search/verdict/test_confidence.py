"""How sure an answer is: the words of the question, the briefings and English all say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.verdict.confidence import Thresholds, confidence

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


TEXTS = (
    "Harbour pilots in Ostra agreed to a new night rota with Mayor Ilse Brandt after long talks.",
    "Mayor Ilse Brandt of Ostra opened a museum of clocks.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    "question",
    [
        "What did Ilse Brandt say about her daughter?",
        "Did Ilse Brandt see Ostra's harbour pilots in Lisbon?",
        "Was the museum of clocks robbed?",
    ],
)
def test_a_question_whose_point_no_briefing_has_is_closest_at_most(
    make: Make, question: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.verdict is not Verdict.ANSWERED
    assert len(answer.unknown) == 1


def test_one_other_word_in_the_middle_of_what_is_found_takes_nothing_away(make: Make) -> None:
    answer = make(TEXTS).ask("Which harbour pilots brokered a new night rota with Mayor Brandt?")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ("brokered",))


@pytest.mark.parametrize("question", ["museums", "clock museum", "musuem", "mayor ilse brant"])
def test_key_words_in_other_forms_and_spellings_are_answered(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Ottilie Brandt", Verdict.CLOSEST),
        ("ottilie brant", Verdict.CLOSEST),
        ("ottilie museum", Verdict.CLOSEST),
        ("cheap hotels ottilie brandt", Verdict.NOTHING),
    ],
)
def test_a_name_of_which_briefings_have_the_half_is_the_closest(
    make: Make, question: str, verdict: Verdict
) -> None:
    texts = [text.replace("Ilse ", "") for text in TEXTS]

    answer = make(texts).ask(question)

    assert answer.verdict is verdict
    assert "ottilie" in {word.lower() for word in answer.unknown}


LANDS = (
    "The parliament of Veldia elected Ilse Brandt president on the third ballot.",
    "Fishermen from Norland blocked the harbour of Ostra with forty boats.",
    "A Kandian football club sold its goalkeeper to Veldia for a record sum.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who was elected president in Norland", "Norland"),
        ("norland election president", "norland"),
        ("Kandia's harbour", "Kandia"),
    ],
)
def test_a_name_that_only_other_briefings_have_makes_the_answer_the_closest_and_is_named(
    make: Make, question: str, name: str
) -> None:
    answer = make(LANDS).ask(question)

    assert (answer.verdict, answer.unknown, answer.elsewhere) == (Verdict.CLOSEST, (), (name,))


@pytest.mark.parametrize(
    "question",
    [
        "who was elected president in Veldia",
        "How many boats from Norland had the fishermen that blocked Ostra harbour in May, Kandia?",
        "Ilse Brandt Veldia",
    ],
)
def test_a_question_whose_names_the_briefing_has_or_of_many_nearly_all_is_answered(
    make: Make, question: str
) -> None:
    answer = make(LANDS).ask(question)

    assert (answer.verdict, answer.elsewhere) == (Verdict.ANSWERED, ())


def test_a_question_of_which_no_briefing_has_two_fifths_is_closest_at_most(make: Make) -> None:
    answer = make(LANDS).ask("zeppelins over Norland harbour")

    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, ("zeppelins",))


def test_a_name_that_no_briefing_has_is_the_point_of_a_question_however_much_else_is_found(
    make: Make,
) -> None:
    question = "Did the fishermen block the {} harbour of Ostra with forty boats?"
    engine = make(LANDS)

    assert engine.ask(question.format("Norland")).verdict is Verdict.ANSWERED
    answer = engine.ask(question.format("Zubrin"))
    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, ("Zubrin",))


def test_a_question_all_of_which_is_in_nearly_every_briefing_is_the_closest_at_least(
    make: Make,
) -> None:
    texts = [f"Ilse Brandt opened fair number {number}." for number in range(14)]
    engine = make(texts)

    assert engine.ask("where did Ilse Brandt go?").verdict is Verdict.CLOSEST
    assert engine.ask("where did the fair go?").verdict is Verdict.NOTHING


@pytest.mark.parametrize("question", ["Who is the mayor of Lisbon?", "a museum in Lisbon"])
def test_what_is_about_a_name_that_no_briefing_has_is_in_none(make: Make, question: str) -> None:
    engine = make(TEXTS)
    answer = engine.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.NOTHING, ("Lisbon",))
    assert engine.ask(f"{question} Ilse Brandt").verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    ("small", "name"),
    [("clocks of a hungarian museum", "hungarian"), ("clocks that susan likes", "susan")],
)
def test_a_country_or_a_given_name_that_nobody_knows_is_a_name_in_small_letters_too(
    make: Make, small: str, name: str
) -> None:
    engine = make(TEXTS)

    answer = engine.ask(small)

    assert answer.confidence == engine.ask(small.replace(name, name.title())).confidence
    assert answer.verdict is not Verdict.ANSWERED


MOON = (
    "Scientists of Norland landed a probe on the moon, and other scientists hope for ice.",
    "A panda was born.",
    "The president of a bank quit.",
    "The climate warms.",
    *(f"Village {number} held its yearly fair." for number in range(30)),
)


def test_a_briefing_that_covers_little_of_a_question_has_to_be_surer(make: Make) -> None:
    engine = make(MOON)

    much = engine.ask("Which scientists hope for ice on the moon?")
    little = engine.ask(
        "Which scientists of the moon saw the panda and the president and the climate?"
    )

    assert little.confidence > Thresholds().answered
    assert (much.verdict, little.verdict) == (Verdict.ANSWERED, Verdict.CLOSEST)


def test_a_word_that_only_others_mean_is_half_unknown(make: Make) -> None:
    engine = make([*TEXTS, "The quay sank.", "The surgeons met."])
    terms = engine._reader.read("did the doctors meet").terms
    best = engine._ranker.rank(terms, 1)[0]
    doctors, *others = terms
    known, unknown = doctors._replace(readings=()), doctors._replace(alternatives=())

    sure, half, least = (
        confidence(best, (each, *others), engine.size) for each in (known, doctors, unknown)
    )

    assert doctors.readings
    assert sure > half > least
