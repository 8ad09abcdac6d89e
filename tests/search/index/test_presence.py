"""A filter of words never misses one, whenever it came, and tells most others apart."""

from __future__ import annotations

import random
from string import ascii_lowercase
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.index.presence import Presence, write, write_more

if TYPE_CHECKING:
    from pathlib import Path


@settings(max_examples=30)
@given(first=st.sets(st.text()), later=st.sets(st.text()))
def test_no_word_is_missed_whether_it_was_there_first_or_came_later(
    tmp_path_factory: pytest.TempPathFactory, first: set[str], later: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("words")
    write(folder / "1.npy", first)
    write_more(folder / "2.npy", folder / "1.npy", later)

    before, after = Presence.open(folder / "1.npy"), Presence.open(folder / "2.npy")
    assert all(before.may_have(word) for word in first)
    assert all(after.may_have(word) for word in first | later)


def test_few_of_the_words_that_are_not_there_pass(tmp_path: Path) -> None:
    rng = random.Random(1)
    made = ["".join(rng.choices(ascii_lowercase, k=7)) for _ in range(6_000)]
    write(tmp_path / "words.npy", made[:3_000])
    words = Presence.open(tmp_path / "words.npy")

    assert sum(map(words.may_have, made[3_000:])) < 150


def test_a_file_that_is_cut_short_is_noticed(tmp_path: Path) -> None:
    write(tmp_path / "words.npy", ["word"])
    whole = (tmp_path / "words.npy").read_bytes()
    (tmp_path / "words.npy").write_bytes(whole[:-1])

    with pytest.raises(ValueError, match="mmap length"):
        Presence.open(tmp_path / "words.npy")
