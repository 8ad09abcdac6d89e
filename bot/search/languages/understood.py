"""How a question in another language is read in English, and what of it was written how."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.model import Correction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from bot.search.languages.detecting import AskedWord

_LINKS = frozenset("'’ʼ`-‐‑")


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is read, and how the words that were put into it are ``written``.

    ``places`` are where stretches begin and end in it, and in what somebody wrote; ``mended`` are
    the misspelt words. ``language`` is what it was put in, where that is not English.
    """

    question: str
    written: Mapping[str, str] = field(default_factory=dict)
    places: tuple[tuple[int, int], ...] = ()
    mended: tuple[Correction, ...] = ()
    language: str | None = None

    def stretch(self, start: int, length: int, question: str) -> str:
        """Return what a stretch of the question that is read is in ``question`` as it was asked."""
        first, last = map(self._asked, (start, start + length))
        return question[first:last].strip()

    def _asked(self, place: int) -> int:
        read, asked = max((each for each in self.places if each[0] <= place), default=(0, 0))
        return asked + place - read

    def as_written(self, read: Iterable[str]) -> tuple[str, ...]:
        """Return words of the question that was read as somebody wrote them, each once."""
        return tuple(dict.fromkeys(self.written.get(word, word) for word in read))

    def corrected(
        self, corrections: Iterable[Correction], unknown: Collection[str]
    ) -> tuple[Correction, ...]:
        """Return ``corrections`` of the question that was read as those of what was written.

        Words that were misspelt are told as well, save ``unknown`` ones. Of what is several words
        in English, and right as it was written, none is told: "Zinserhöhung" is no "raised".
        """
        if not (self.written or self.mended):
            return tuple({each.written: each for each in corrections}.values())
        several = {each for each, times in Counter(self.written.values()).items() if times > 1}
        told = {self.written.get(each.written, each.written): each.read for each in corrections}
        told = {written: read for written, read in told.items() if written not in several}
        mended = {each.written: each.read for each in self.mended if each.written not in unknown}
        return tuple(Correction(*each) for each in (mended | told).items())


class Read(NamedTuple):
    """What so many ``words`` in a row are in English; what they name may be asked for."""

    meant: str
    words: int
    is_named: bool = False
    is_mended: bool = False


def rewritten(
    question: str, found: Sequence[AskedWord], read: Callable[[int], Read | None]
) -> Understood:
    """Return the question with what can be ``read`` of its words, by their places, put in."""
    pieces: list[str] = []
    written: dict[str, str] = {}
    mended: list[Correction] = []
    places: list[tuple[int, int]] = []
    end = place = length = 0
    was_read = False
    while place < len(found):
        each = read(place)
        first, last = found[place], found[place + (each.words if each else 1) - 1]
        gap = question[end : first.start]
        gap = " " if (each or was_read) and gap in _LINKS else gap
        as_it_was = question[first.start : last.end]
        meant = each.meant if each else as_it_was
        places.append((length + len(gap), first.start))
        length += len(gap) + len(meant)
        places.append((length, last.end))
        pieces += (gap, meant)
        if each and each.is_named:
            written.update(dict.fromkeys(each.meant.split(), as_it_was))
        if each and each.is_mended:
            mended.append(Correction(as_it_was, meant))
        end, was_read = last.end, each is not None
        place += each.words if each else 1
    return Understood("".join([*pieces, question[end:]]), written, tuple(places), tuple(mended))
