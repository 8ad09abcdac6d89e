"""What the values of a record's fields may be."""

from __future__ import annotations

import pytest

from bot.library.readers.record import iso_date, web_address


def test_a_year_of_few_digits_is_written_with_four() -> None:
    assert iso_date("0099-05-01T09:30:00Z") == "0099-05-01T09:30:00Z"


@pytest.mark.parametrize("odd", ["\u200b", "\u202e", "\x01", " ", '"', "\\"])
def test_an_address_holds_nothing_that_nobody_sees_and_that_ends_no_link(odd: str) -> None:
    with pytest.raises(ValueError, match="must be an address"):
        web_address(f"https://example.org/a{odd}b")
