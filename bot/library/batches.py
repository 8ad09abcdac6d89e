"""What is read, as rows to set aside: the form in which it comes cheaply from another process."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot.library.rows import staged_row
from bot.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Draft

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Batch:
    """Records as rows of `bot.library.rows.STAGED`, and the problems found between them."""

    rows: tuple[tuple[Any, ...], ...]
    problems: tuple[Problem, ...]


def batches(found: Iterator[Draft | Problem]) -> Iterator[Batch]:
    """Yield what was found, so many records at a time, each with its place from 1."""
    place = 1
    while taken := list(islice(found, _BATCH)):
        found_in = (each.draft if isinstance(each, Problem) else each for each in taken)
        drafts = [each for each in found_in if each]
        yield Batch(
            tuple(staged_row(draft, at) for at, draft in enumerate(drafts, place)),
            tuple(each for each in taken if isinstance(each, Problem)),
        )
        place += len(drafts)
