"""What is wrong in a source, or worth knowing of it, as data that is put into words at the end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.model import Draft, Origin

_MOST_NAMED = 5
"""Files that were passed over, in a line."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a source: an English sentence without its full stop, and its values.

    Translations go by the sentence, and are collected where it is made (`scripts.translations`):
    it stands there whole, with the names of its values in braces. Numbers, and values that are
    ``Said`` themselves, are put into the language of the whole; texts are left as they are. What
    there is ``more`` stands behind it after semicolons.
    """

    sentence: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)
    more: tuple[Said, ...] = ()

    def having(self, **values: Value) -> Said:
        """Return it with these values besides."""
        return replace(self, values={**self.values, **values})

    def then(self, *more: Said) -> Said:
        """Return it with ``more`` behind it."""
        return replace(self, more=(*self.more, *more))

    def worded(self, gettext: Callable[..., str], number: Callable[[int], str]) -> str:
        """Return it as ``gettext`` says a sentence with values, and ``number`` writes a number."""
        values = {name: _worded(value, gettext, number) for name, value in self.values.items()}
        parts = [gettext(self.sentence, **values)]
        return "; ".join([*parts, *(each.worded(gettext, number) for each in self.more)])

    def __str__(self) -> str:
        return self.worded(str.format, "{:,}".format)


Value: TypeAlias = "str | int | Said"


def _worded(value: Value, gettext: Callable[..., str], number: Callable[[int], str]) -> str:
    if isinstance(value, Said):
        return value.worded(gettext, number)
    return number(value) if isinstance(value, int) else value


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a source: where, what, and what to do about it.

    ``unread`` tells that records may have been missed: not even a lenient reload goes on then, as
    it would take what was not read for removed. It is the same where its file may have been cut
    short, and briefings in service stood there that do not any more: then ``cut`` is what to do.
    ``minor`` tells that only what is named is to be left out: a lenient reload goes on with the
    rest, of a record with this ``draft``.
    """

    origin: Origin
    what: Said
    remedy: Said
    unread: bool = False
    minor: bool = False
    cut: Said | None = None
    draft: Draft | None = None

    def __str__(self) -> str:
        return f"{self.origin}: {self.what}. {self.remedy}."


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
        return f"{self.problem.origin}: {self.problem.what}. It was left out."


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
