"""Processes over sockets take their time on a busy machine."""

from __future__ import annotations

from pathlib import Path

import pytest

_LONGEST = 400
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of this folder longer than others before they count as hung."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.timeout(_LONGEST))
