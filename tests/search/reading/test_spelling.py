"""Corrections found by deletion are those that comparing with every word finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from bot.model import Verdict
from bot.search.index.neighbours import Neighbours, write
from bot.search.reading.spelling import MAX_CANDIDATES, Candidate, candidates, edits_allowed
from bot.search.words.synonyms import is_listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.engine import Engine
    from tests.search.conftest import Make

words = st.text(alphabet="abcdeo", min_size=3, max_size=11)


class Words:
    """A vocabulary of words that stand in up to three briefings each, and are their own stems."""

    size = 10
    length = 5.0

    def __init__(self, held: set[str], near: Neighbours) -> None:
        self._held = held
        self.near = near.near

    def stem(self, word: str) -> str:
        return word

    def word_frequency(self, word: str) -> int:
        return briefings(word) if word in self._held else 0

    stem_frequency = word_frequency

    def has_word(self, word: str) -> bool:
        return word in self._held

    def is_name(self, _word: str) -> bool:
        return False

    def stands_together(self, *_words: str) -> bool:
        return False

    def mentions(self, *_words: str) -> int:
        return 0

    def names_after(self, _first: str) -> Sequence[str]:
        return ()

    def names_beginning(self, _letters: str) -> Sequence[str]:
        return ()

    def pairs(self, _kind: str, _left: str) -> Sequence[tuple[str, int]]:
        return ()

    def sounding(self, _word: str) -> Sequence[str]:
        return ()


def briefings(word: str) -> int:
    return word.count("a") % 3 + 1


class NoLanguage:
    """A language without words, so that nothing is guarded."""

    def zipf(self, _word: str) -> float:
        return 0.0

    def near(self, _word: str) -> list[str]:
        return []

    def words(self) -> tuple[str, ...]:
        return ()


def by_comparing_with_all(word: str, held: set[str]) -> list[Candidate]:
    """Return what `candidates` should, the slow and obvious way."""
    allowed = edits_allowed(word)
    found = [
        Candidate(other, OSA.distance(word, other))
        for other in held
        # Short words are filed with one letter taken out only.
        if OSA.distance(word, other) <= (allowed if len(other) >= 5 else min(allowed, 1))
        and (len(word) > 3 or len(other) > len(word))
    ]
    found.sort(
        key=lambda each: (
            each.distance,
            -round(JaroWinkler.similarity(word, each.word), 3),
            -briefings(each.word),
            each.word,
        )
    )
    return found[:MAX_CANDIDATES]


@settings(max_examples=200)
@given(held=st.sets(words, max_size=40), gone=st.sets(words, max_size=20), word=words)
def test_the_likeliest_words_are_those_that_comparing_with_all_finds(
    tmp_path_factory: pytest.TempPathFactory, held: set[str], gone: set[str], word: str
) -> None:
    assume(not is_listed(word))  # "boa" is guarded as a word of every language
    folder = tmp_path_factory.mktemp("words") / "near"
    write(folder, held | gone)
    lexicon = Words(held, Neighbours.open(folder))
    expected = by_comparing_with_all(word, held) if edits_allowed(word) else []
    found = candidates(word, lexicon, NoLanguage())

    if expected:
        assert list(found) == expected


@pytest.mark.parametrize(
    ("word", "edits"),
    [("ab", 0), ("abc", 1), ("abcd", 1), ("abcdef", 1), ("abcdefg", 2), ("a1b2", 0)],
)
def test_longer_words_may_have_more_mistakes(word: str, edits: int) -> None:
    assert edits_allowed(word) == edits


def test_a_word_that_only_has_the_stem_of_another_may_be_misspelt(make: Make) -> None:
    engine = make(["Pope Francis flew to Ostra.", "A fancy dress ball in Velden."])

    assert [each.read for each in engine.ask("pope fancis").corrections] == ["Francis"]


def test_a_slip_for_a_word_that_no_briefing_has_means_what_that_does(make: Make) -> None:
    engine = make(["Children of Ostra plant trees.", "A ball in Velden."])

    assert engine.ask("youngstrs of Ostra").citations[0].briefing.number == 1
    assert engine.ask("youngstrs of Ostra").unknown == ()


def test_a_rare_word_that_is_derived_from_one_of_the_briefings_is_no_slip(make: Make) -> None:
    engine = make(["Norland deported 12 sailors.", "Reporters left Ostra."])

    assert engine.ask("who are the deporters").corrections == ()


def test_the_first_part_of_a_name_is_read_as_that_where_no_other_begins_so(make: Make) -> None:
    engine = make(["Velderstraat in Ostra is shut.", "Kruppmetall and Kruppstahl merge."])

    def read(question: str) -> list[str]:
        return [each.read for each in engine.ask(question).corrections]

    assert read("what happened in the velder") == ["Velderstraat"]
    assert read("krupp") == []
    assert engine.ask("krupp").unknown == ("krupp",)


def test_a_listed_name_is_read_as_another_spelling_of_it_and_as_no_other_word(
    seed: Engine, make: Make
) -> None:
    answer = seed.ask("Zelenskyy peace formula")
    other = make(["Divers peeking into a box found a bell.", "It rained."]).ask("peking")

    assert (answer.verdict, [each.read for each in answer.corrections]) == (
        Verdict.ANSWERED,
        ["Zelenskiy"],
    )
    assert (other.unknown, other.corrections) == (("peking",), ())
