"""A backup is made where somebody wants it, or it is said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import AttacheError
from bot.library.backup import Part, back_up

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.library.shelf import Shelf


async def test_a_backup_needs_a_folder_that_is_there(library: Library, shelf: Shelf) -> None:
    assert library.edition
    with pytest.raises(AttacheError, match=r"There is no folder .*nowhere; make it"):
        await back_up([Part(shelf.database, shelf.state / "nowhere" / "backup")])
