"""The log of who did what, at a terminal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.usefixtures("in_service")
def test_the_log_tells_first_what_was_done_last_though_the_clock_was_wrong(
    attache: Run, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "var" / "attache.sqlite3")) as database:
        database.execute(
            "INSERT INTO log (at, who, did, detail) VALUES ('2020-01-01T00:00:00Z', 'olga', '', '')"
        )
        database.commit()

    assert ["olga" in line for line in attache("log").stdout.splitlines()] == [True, False]
