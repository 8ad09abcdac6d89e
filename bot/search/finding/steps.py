"""Work in steps: between any two something else may be done, and some may be done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeAlias, TypeVar

_T = TypeVar("_T")

Steps: TypeAlias = Generator[Callable[[], Any] | None, Any, _T]
"""What yields None, or work whose result is to be sent in return; and returns what came of it all.

Only work that lets go of Python's lock is worth yielding.
"""


def done(steps: Steps[_T]) -> _T:
    """Return what the steps come to, each done here and now."""
    result = None
    while True:
        try:
            work = steps.send(result)
        except StopIteration as end:
            come_to: _T = end.value
            return come_to
        result = work() if work else None
