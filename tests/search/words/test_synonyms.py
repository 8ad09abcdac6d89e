"""What no briefing has in the words of the question, it may have in others that mean the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words import synonyms as list_of_synonyms
from bot.search.words.synonyms import synonyms

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Surgeons at the hospital of Ostra went on strike over night shifts.",
    "Thieves stole nine clocks from the museum in Velden on Sunday.",
    "The children of Norland plant a tree each on the first day of school.",
    "Two policemen guard the dam of Halden.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "number", "written", "read"),
    [
        ("walkout by surgeons in Ostra", 1, "walkout", "strike"),
        ("who robbed the museum in Velden?", 2, "robbed", "stole"),
        ("burglars at the Velden museum", 2, "burglars", "Thieves"),
        ("which kids plant a tree", 3, "kids", "children"),
        ("cops at the dam of Halden", 4, "cops", "policemen"),
    ],
)
def test_a_word_that_no_briefing_has_is_read_as_one_that_means_the_same_and_told(
    make: Make, question: str, number: int, written: str, read: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.verdict is not Verdict.NOTHING
    assert answer.unknown == ()
    assert [(each.written, each.read) for each in answer.corrections] == [(written, read)]


def test_a_word_that_a_briefing_has_stands_for_itself_alone(make: Make) -> None:
    texts = [*TEXTS, "A kids' choir sang in Ostra."]

    answer = make(texts).ask("kids")

    assert [each.briefing.number for each in answer.citations] == [len(texts)]
    assert answer.corrections == ()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("kids", "child"),
        ("burglaries", "theft"),
        ("robbed", "steal"),
        ("bought", "purchase"),
        ("lorries", "vehicle"),
        ("vehicle", "lorry"),
        ("hitting", "batter"),
        ("appointed", "nominate"),
        ("founded", "establish"),
        ("skeptical", "doubt"),
        ("launched", "orbit"),
        ("criticized", "condemn"),
        ("neighbors", "resident"),
        ("policemen", "officer"),
        ("gunmen", "shooter"),
    ],
)
def test_what_means_the_same_is_found_by_any_form_of_a_word(said: str, meant: str) -> None:
    assert meant in synonyms(said)


@pytest.mark.parametrize(
    ("said", "other"),
    [("lorry", "bus"), ("earn", "pay"), ("stole", "steal"), ("customs", "buyer")],
)
def test_what_only_has_a_meaning_a_base_or_a_stem_in_common_does_not_mean_the_same(
    said: str, other: str
) -> None:
    assert other not in synonyms(said)


def test_what_is_no_form_of_a_word_does_not_mean_what_that_does() -> None:
    assert "write" in synonyms("penned")
    assert synonyms("pening") == ()  # a slip for "opening"
    assert synonyms("markd") == ()


@pytest.mark.parametrize(
    "word", ["fleeing", "agreeing", "videos", "casinos", "monarchs", "stomachs", "penning", "cried"]
)
def test_forms_of_all_kinds_mean_what_their_words_do(word: str) -> None:
    assert synonyms(word)


def test_the_list_says_of_words_in_their_bases_what_others_mean_them_and_says_it_once() -> None:
    lines = Path(list_of_synonyms.__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    meanings = [" ".join(meaning.split()) for meaning in text.split(";") if meaning.strip()]

    assert len({word for meaning in meanings for word in meaning.split()}) > 15_000
    assert [meaning for meaning, times in Counter(meanings).items() if times > 1] == []
    for meaning in meanings:
        words = meaning.replace(":", " ").split()
        assert len(words) > 1, meaning
        assert len(set(words)) == len(words), meaning
        assert all(word.isalpha() and (word.islower() or word.isupper()) for word in words), meaning
        assert meaning.count(":") <= 1, meaning


def test_what_people_say_is_no_slip_for_a_word_that_is_near(make: Make) -> None:
    texts = [*TEXTS, "The mayor of Velden denied the report.", "A singer made a debut in Ostra."]

    answer = make(texts).ask("did the mayor rebut the report?")

    assert [(each.written, each.read) for each in answer.corrections] == [("rebut", "denied")]


def test_a_name_is_no_word_that_means_something(make: Make) -> None:
    texts = [*TEXTS, "A chef in Velden opened a school."]

    assert make(texts).ask("what did Cook open in Velden?").unknown == ("Cook",)
    assert make(texts).ask("what did the cook open in Velden?").unknown == ()


def test_an_acronym_is_no_word_that_means_something(make: Make) -> None:
    texts = [*TEXTS, "Two police officers in Velden were praised."]

    assert make(texts).ask("COP Velden").unknown == ("COP",)
    assert make(texts).ask("cop Velden").unknown == ()


def test_what_is_also_a_form_of_another_word_does_not_mean_that(make: Make) -> None:
    texts = [*TEXTS, "A strong wind tore down the scaffolding in Velden."]

    assert make(texts).ask("who was hurt in Velden?").unknown == ("hurt",)


def test_an_acronym_of_several_is_read_as_of_one(make: Make) -> None:
    texts = [*TEXTS, "Three lawmakers in Velden changed sides."]

    assert make(texts).ask("MPs in Velden").unknown == ()


def test_a_name_alone_is_no_word_that_means_the_same(make: Make) -> None:
    united = [*TEXTS, "The United Nations sent a doctor to Ostra.", "The United Nations met."]
    engine = make(united)

    assert engine.ask("country doctor").unknown == ("country",)
    assert make([*united, "No nation has won."]).ask("country doctor").unknown == ()


def test_what_is_spelt_as_in_america_means_what_it_does_in_britain(make: Make) -> None:
    texts = [*TEXTS, "The council of Velden permitted a tunnel."]

    answer = make(texts).ask("who authorized the tunnel in Velden?")

    assert answer.citations[0].briefing.number == len(texts)
    assert [(each.written, each.read) for each in answer.corrections] == [
        ("authorized", "permitted")
    ]


HARBOURS = (
    "The harbour office, in the old harbour of Ostra, opened its doors to the harbour's sailors.",
    "Last night's theft at the harbour office of Ostra emptied a safe full of coins, police said.",
    "A robbery in the kennels upset the dogs of Norland.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("robbery at the harbour office", Verdict.ANSWERED),
        ("Which officers spoke of robbery at an office?", Verdict.CLOSEST),
    ],
)
def test_a_word_that_others_have_may_mean_what_a_briefing_tells_that_has_half_of_the_question(
    make: Make, question: str, verdict: Verdict
) -> None:
    answer = make(HARBOURS).ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (verdict, 2)


def test_the_name_behind_a_given_name_that_nobody_knows_means_nothing_else(make: Make) -> None:
    texts = [*TEXTS, "A fast ferry goes to Ostra.", "The fast train to Velden is late."]
    engine = make(texts)

    answer = engine.ask("emma swift ferry")

    assert answer.unknown == ("emma", "swift")
    assert answer.corrections == ()
    assert engine.ask("a swift ferry").unknown == ()
    assert make([*texts, "Emma Vogt sings."]).ask("emma: swift ferry").unknown == ()
