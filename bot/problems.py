"""What is wrong in a source, and what is worth knowing of what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bot.model import Draft, Origin

_MOST_NAMED = 5
"""Files that were passed over, in a line."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a source: where, what, and what to do about it.

    ``unread`` tells that records may have been missed: not even a lenient reload goes on then, as
    it would take what was not read for removed. ``minor`` tells that only what is named is to be
    left out: a lenient reload goes on with the rest, of a record with this ``draft``.
    """

    origin: Origin
    what: str
    remedy: str
    unread: bool = False
    minor: bool = False
    draft: Draft | None = None

    def __str__(self) -> str:
        return f"{self.origin}: {self.what} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A record that says the same as an ``earlier`` one, and is no briefing of its own."""

    origin: Origin
    earlier: Origin

    def __str__(self) -> str:
        return f"{self.origin} repeats {self.earlier}; it is one briefing."


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Records of briefings that were withdrawn for good."""

    count: int

    def __str__(self) -> str:
        return f"{self.count} withdrawn, and left out."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a record that is not as it should be, without which the record was taken."""

    problem: Problem

    def __str__(self) -> str:
        return f"{self.problem.origin}: {self.problem.what} It was left out."


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of the data that are left alone, as they look like copies or unfinished."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"Passed over, as they look like copies or unfinished: {self.listed}"

    @property
    def listed(self) -> str:
        """Return the first five by name, and how many more there are."""
        more = len(self.names) - _MOST_NAMED
        return ", ".join([*self.names[:_MOST_NAMED], *([f"+{more}"] if more > 0 else [])])


Note: TypeAlias = "Repeated | KeptOut | LeftOut | PassedOver"
"""What is worth knowing of what was read, and is no problem; each can be said in English."""
