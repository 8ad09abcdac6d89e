"""Sentences, and which of them answers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.verdict.cutting import Cutter
from bot.search.verdict.passage import Asked, Chooser
from bot.search.words.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[each.start : each.end] for each in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Secretary of State Antony Blinken spoke.",
        "Mr. Smith met Dr. Jones at St. Mary's.",
        "The price rose by 3.5 percent to No. 10.",
        "J. K. Rowling wrote it.",
        '"Is it so?" he asked.',
        'Lavrov called it "completely not feasible." and left.',
    ],
)
def test_a_full_stop_that_ends_no_sentence_does_not_cut(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four…", ["One.", "Two!", "Three?", "Four…"]),
        ('He said "no." She agreed.', ['He said "no."', "She agreed."]),
        ("They live in the U.S. He does not.", ["They live in the U.S.", "He does not."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("A 10-point plan. It failed.", ["A 10-point plan.", "It failed."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences_are_cut_at_their_ends(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    "text",
    ["." * 1_000_000 + "x", f"A{' ' * 1_000_000}b\nC", "One. a" * 1_000_000, ".”" * 500_000],
    ids=["marks", "spaces", "abbreviations", "quotes"],
)
def test_a_text_of_any_length_is_cut_in_one_go(text: str) -> None:
    """What looks again from every character at the rest would not end."""
    found = sentences(text)
    assert (found[0].start, found[-1].end) == (0, len(text))


@given(st.text(alphabet=st.sampled_from("aB .!?…\"'\n(）。1")))
def test_sentences_lie_in_order_and_lose_nothing_but_white_space(text: str) -> None:
    found = sentences(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    kept = "".join(text[each.start : each.end] for each in found)
    assert "".join(kept.split()) == "".join(text.split())


def sought(weights: dict[str, float]) -> Asked:
    """Return what asks for single stems of these weights."""
    asked = Asked()
    for place, (stem, weight) in enumerate(weights.items()):
        asked.add(place, [stem], weight)
    return asked


def no_name(word: str) -> bool:
    return False


TEXT = (
    "The summit opened in Valletta. Forty ministers attended the talks. "
    "It ended on 5 May because the hall was needed."
)


@pytest.mark.parametrize(
    ("question", "stems", "sentence"),
    [
        ("where was the summit", {"summit": 1.0}, "The summit opened in Valletta."),
        ("how many ministers came", {"minist": 1.0}, "Forty ministers attended the talks."),
        (
            "when did the talks end",
            {"talk": 1.0, "end": 1.0},
            "It ended on 5 May because the hall was needed.",
        ),
    ],
)
def test_the_sentence_with_the_words_asked_for_is_chosen(
    question: str, stems: dict[str, float], sentence: str
) -> None:
    def stem(word: str) -> str:
        return {"ministers": "minist", "talks": "talk", "ended": "end"}.get(word, word)

    passage = Chooser(question, sought(stems), Cutter(stem), no_name).choose(TEXT)
    assert passage.sentence is not None
    assert TEXT[passage.sentence.start : passage.sentence.end] == sentence
    assert {TEXT[start:end] for start, end in passage.matches}


def test_a_text_without_sentences_has_none_to_choose() -> None:
    assert Chooser("what", Asked(), Cutter(str), no_name).choose(" ").sentence is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Which country may lose its status?",
            "Canada is poised to lose it. A country loses its status if the virus returns.",
        ),
        (
            "Who is the first owner of a billion?",
            "Jerry Jones bought the club. He is now the first owner of a billion.",
        ),
        (
            "Which state will ban the bags?",
            "Bags will be no choice in California. The state had banned thin bags before.",
        ),
    ],
)
def test_a_name_is_looked_for_before_the_sentence_that_refers_back_to_it(
    question: str, text: str
) -> None:
    stems = dict.fromkeys(
        "country lose status first owner billion state ban banned bags".split(), 1.0
    )
    chooser = Chooser(question, sought(stems), Cutter(str), {"canada", "california"}.__contains__)
    passage = chooser.choose(text)

    assert passage.sentence is not None
    assert passage.sentence.start == 0


def test_a_date_is_looked_for_in_what_is_said_of_what_was_named_before() -> None:
    text = "The Ruritanian stock exchange was closed by the war. It was opened again in 1991."
    stems = dict.fromkeys(["exchange", "stock", "opened"], 1.0)
    passage = Chooser(
        "When was the stock exchange opened?", sought(stems), Cutter(str), no_name
    ).choose(text)

    assert passage.sentence is not None
    assert text[passage.sentence.start :].startswith("It")
