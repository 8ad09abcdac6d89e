"""Words in the plural and the singular, where no rule of a stemmer brings them together."""

from __future__ import annotations

import pytest

from bot.search.words.irregular import other_number


@pytest.mark.parametrize(
    ("one", "other"), [("gunman", "gunmen"), ("firewoman", "firewomen"), ("mp", "mps")]
)
def test_one_and_several_lead_to_each_other(one: str, other: str) -> None:
    assert (other_number(one), other_number(other)) == (other, one)


@pytest.mark.parametrize("word", ["new", "news", "woman", "men", "bridge", "ceo", "gas"])
def test_what_has_no_other_number_by_these_rules_has_none(word: str) -> None:
    assert other_number(word) is None
