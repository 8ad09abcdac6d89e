"""Words of news in other languages: what compounds may mean, however long somebody makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.languages.translating import is_compound, mended, translated

if TYPE_CHECKING:
    from bot.search.engine import Engine


def test_a_compound_is_what_its_parts_are() -> None:
    assert translated(["friedensplan"], "de") == ("peace plan",)
    assert is_compound("friedensplan")


@pytest.mark.parametrize("parts", range(2, 10))
def test_a_compound_of_ambiguous_parts_has_few_meanings(parts: int) -> None:
    assert len(translated(["zone" * parts], "de")) <= 8


@pytest.mark.parametrize("word", ["zone" * 200, "ü" * 2_000, "handel" * 300])
def test_what_is_too_long_for_a_word_means_nothing(word: str) -> None:
    assert translated([word], "de") == mended(word, "de") == ()
    assert not is_compound(word)


@pytest.mark.parametrize("word", ["zone" * 450, "getreideexportabkommen" * 80, "é" * 1_900])
def test_long_words_in_other_languages_get_an_answer(seed: Engine, word: str) -> None:
    assert seed.ask(f"was ist mit der {word}").unknown
