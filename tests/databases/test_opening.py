"""A database that cannot be opened says what opens it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bot.databases.opening import Where, open_database
from bot.errors import StoreUnusable
from bot.library.migrations import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_driver_that_is_missing_is_installed_from_the_project_and_from_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "bot.databases.postgres.database", None)
    where = Where(tmp_path / "attache.sqlite3", "postgresql://localhost/attache")

    with pytest.raises(StoreUnusable, match=r"pip install -c constraints\.txt '\.\[postgres\]'$"):
        await open_database(where, LIBRARY)
