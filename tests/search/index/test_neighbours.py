"""Neighbours by deletion find exactly what comparing with every word finds."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.search.index.neighbours import (
    PREFIX,
    Layered,
    Neighbours,
    _hash,
    _hashes,
    _shortened,
    _signature,
    _signatures,
    write,
)
from bot.search.words.skeleton import skeleton, skeletons

if TYPE_CHECKING:
    from pathlib import Path

letters = st.text(alphabet="abcdeo", min_size=1, max_size=11)


def opened(folder: Path, vocabulary: set[str]) -> Neighbours:
    write(folder / "words", vocabulary)
    return Neighbours.open(folder / "words")


@settings(max_examples=150)
@given(vocabulary=st.sets(letters, max_size=40), word=letters)
def test_every_word_within_the_edits_allowed_is_found(
    tmp_path_factory: pytest.TempPathFactory, vocabulary: set[str], word: str
) -> None:
    near = opened(tmp_path_factory.mktemp("n"), vocabulary)
    for edits in (1, 2):
        # Short words are filed with fewer letters taken out: nobody mistakes four letters in two.
        reachable = {
            other
            for other in vocabulary
            if len(other) >= 3
            and len(word) >= 3
            and OSA.distance(word, other) <= (edits if len(other) >= 5 else 1)
        }
        assert reachable <= set(near.near(word, edits))


@given(word=st.text(max_size=11), deletions=st.integers(0, 2))
def test_all_shortened_forms_are_hashed_as_one_by_one(word: str, deletions: int) -> None:
    head = word[:PREFIX]
    slowly = {
        _hash("".join(letter for place, letter in enumerate(head) if place not in deleted))
        for count in range(min(deletions, len(head)) + 1)
        for deleted in combinations(range(len(head)), count)
    }

    assert set(_shortened(word, deletions).tolist()) == slowly


@given(words=st.lists(st.text(min_size=1, max_size=11), max_size=20))
def test_signatures_of_many_words_are_those_of_each(words: list[str]) -> None:
    assert _signatures(words).tolist() == [_signature(word) for word in words]


@given(words=st.lists(st.text(alphabet="abchkqstuxyzł", max_size=9), max_size=20))
def test_skeletons_of_many_words_are_those_of_each_and_so_are_their_hashes(
    words: list[str],
) -> None:
    bones = [skeleton(word) for word in words]

    assert skeletons(words) == bones
    heard = [each for each in bones if each] or ["bn"]
    assert _hashes(heard).tolist() == [_hash(each, 0x5EED) for each in heard]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("younes", "yunis"),
        ("zelensky", "zelenskiy"),
        ("christine", "kristin"),
        ("gorbatschow", "gorbachev"),
        ("kutschma", "kuchma"),
        ("chruschtschow", "khrushchev"),
        ("catherine", "katharina"),
        ("marcella", "marsella"),
        ("hussein", "husayn"),
        ("khrushchev", "kruschev"),
        ("reykjavik", "reikiavik"),
        ("ljubljana", "lubliana"),
        ("benjamin", "binyamin"),
    ],
)
def test_transliterations_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


def test_words_that_sound_alike_are_found(tmp_path: Path) -> None:
    near = opened(tmp_path, {"younis", "bridge", "zelenskiy"})

    assert near.sounding("yunes") == ["younis"]
    assert near.sounding("zelensky") == ["zelenskiy"]
    assert near.sounding("it") == []


@settings(max_examples=50)
@given(vocabulary=st.sets(st.text(alphabet="abcмł", min_size=3, max_size=6), max_size=120))
def test_many_words_are_read_as_a_few_are(
    tmp_path_factory: pytest.TempPathFactory, vocabulary: set[str]
) -> None:
    near = opened(tmp_path_factory.mktemp("n"), vocabulary)

    assert near.words() == sorted(vocabulary)
    assert all(near.has(word) for word in vocabulary)


def test_words_of_other_scripts_are_kept_as_they_are(tmp_path: Path) -> None:
    near = opened(tmp_path, {"москва", "łódź"})

    assert near.near("мосва", 1) == ["москва"]


def test_words_that_came_later_are_found_beside_the_others(tmp_path: Path) -> None:
    write(tmp_path / "base", {"bridge", "younis"})
    write(tmp_path / "patch", {"fridge", "yunes"})
    both = Layered.open(tmp_path)

    assert both.near("bridge", 1) == ["bridge", "fridge"]
    assert both.sounding("yunis") == ["younis", "yunes"]
    assert both.has("bridge")
    assert both.has("fridge")
    assert not both.has("ridge")
