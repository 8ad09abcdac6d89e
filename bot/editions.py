"""Editions of the collection, and what a reload did, or would do, to make the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.problems import Note, Problem


@dataclass(frozen=True, slots=True)
class Edition:
    """One numbered, immutable state of the whole collection; ``created_at`` is ISO 8601 in UTC."""

    number: int
    created_at: str
    by: str
    reason: str
    briefings: int
    added: int
    changed: int
    removed: int
    unchanged: int
    digest: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an edition does with one briefing: ``how`` is added, changed, removed or kept out.

    ``text`` is the one it has then, or had before, and so is ``title``, where it has one; one that
    is new has no ``number`` yet.
    """

    number: int | None
    how: str
    text: str
    title: str | None = None

    @property
    def told(self) -> str:
        """Return what it says in one go: its title, if it has one, before its text."""
        return f"{self.title}: {self.text}" if self.title else self.text


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many briefings the next reload would add, change and remove, as the sources are now."""

    added: int
    changed: int
    removed: int

    @property
    def is_nothing(self) -> bool:
        """Tell whether the sources hold what is in service."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload did, or with ``dry_run`` would do.

    ``edition`` is the number in service afterwards; ``swapped`` tells whether it is a new one.
    ``blocked`` says that problems kept it from changing anything; with the policy to leave bad
    records out they do not. Where nothing was changed the counts say what would have been.
    ``needs_confirmation`` says that it removes more than it may unasked, and changed nothing.
    ``digest`` stands for what the sources hold; ``notes`` are worth knowing, but no problems;
    ``preview`` are a few of the changes, where none was made yet, or they were made by hand.
    ``ahead`` is what the next reload would undo of it.
    ``briefings`` is the number in service afterwards.
    ``by`` asked for it, and it ended ``at``, ISO 8601 in UTC.
    ``removed_in_file`` of those removed stood in the file that was handed in.
    """

    edition: int
    swapped: bool
    dry_run: bool
    briefings: int
    added: int
    changed: int
    removed: int
    unchanged: int
    problems: tuple[Problem, ...]
    seconds: float
    notes: tuple[Note, ...] = ()
    blocked: bool = False
    needs_confirmation: bool = False
    digest: str = ""
    preview: tuple[Change, ...] = ()
    by: str = ""
    at: str = ""
    ahead: Ahead | None = None
    removed_in_file: int = 0

    @property
    def tried(self) -> bool:
        """Tell whether the counts say what would have been, as nothing was changed."""
        return self.dry_run or self.refused

    @property
    def refused(self) -> bool:
        """Tell whether what was asked for was not done, nor was so already."""
        return self.blocked or self.needs_confirmation
