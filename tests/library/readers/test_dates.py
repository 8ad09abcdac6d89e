"""Dates are read as programs write them."""

from __future__ import annotations

import pytest

from bot.library.readers.dates import iso_date


def test_a_year_of_few_digits_is_written_with_four() -> None:
    assert iso_date("0099-05-01T09:30:00Z") == "0099-05-01T09:30:00Z"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Wed, 03 Jun 2026 01:30:00 +02:00", "2026-06-02T23:30:00Z"),
        ("Wed, 03 Jun 2026 01:30:00+02:00", "2026-06-02T23:30:00Z"),
        ("Wed, 03 Jun 2026 01:30 CEST", "2026-06-02T23:30:00Z"),
        ("Wed, 03 Jun 2026 01:30 MSK", "2026-06-02T22:30:00Z"),
        ("Wed, 03 Jun 2026 01:30 GMT+2", "2026-06-02T23:30:00Z"),
        ("Wed, 03 Jun 2026 01:30 +02", "2026-06-02T23:30:00Z"),
        ("Wed Jun 03 2026 01:30:00 GMT+0200 (Central European)", "2026-06-02T23:30:00Z"),
        ("Wed Jun 03 01:30:00 +0200 2026", "2026-06-02T23:30:00Z"),
        ("Wed, 03 Jun 2026 01:30 EDT", "2026-06-03T05:30:00Z"),
        ("Wed, 03 Jun 2026 01:30 -0000", "2026-06-03T01:30:00Z"),
    ],
)
def test_an_offset_is_read_as_many_programs_write_it(written: str, said: str) -> None:
    assert iso_date(written) == said


@pytest.mark.parametrize(
    "written", ["3 Jun 2026 10:30 PM", "June 3, 2026 10:30:00 p.m.", "3 Jun 2026 10:30am"]
)
def test_a_time_of_twelve_hours_is_not_taken_for_one_of_the_morning(written: str) -> None:
    with pytest.raises(ValueError, match="must be a date"):
        iso_date(written)
