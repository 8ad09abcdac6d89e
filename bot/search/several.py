"""One answer to the several questions of a message: "Who won in Ostra? And who in Dorn?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from bot.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from bot.model import Answer

T = TypeVar("T")


def together(message: str, parts: Sequence[Answer], limit: int, topics: int) -> Answer | None:
    """Return the answer to a ``message`` that asks several questions, put one after another.

    ``parts`` are what each of them got. The best of each comes first, and what no briefing has of
    any is told; with ``limit`` citations and so many ``topics`` at the most. None where the same
    briefing answers all, or nothing any: then they are to be asked as one.
    """
    found = [part for part in parts if part.verdict is not Verdict.NOTHING and part.citations]
    best = {part.citations[0].briefing.number for part in found}
    if not found or (len(found) == len(parts) and len(best) == 1):
        return None
    rows = [part.citations[: part.deserving] for part in found]
    citations = [
        replace(each, rank=rank)
        for rank, each in enumerate(_in_turn(rows, limit, lambda each: each.briefing.number), 1)
    ]
    numbers = tuple(each.briefing.number for each in citations)
    are_all = all(part.verdict is Verdict.ANSWERED for part in parts)
    last = next((part.context for part in reversed(found) if part.context), None)
    return replace(
        found[0],
        question=message,
        verdict=Verdict.ANSWERED if are_all else Verdict.CLOSEST,
        confidence=min(part.confidence for part in parts),
        corrections=_union(part.corrections for part in parts),
        unknown=_union(part.unknown for part in parts),
        elsewhere=() if found[0].verdict is Verdict.ANSWERED else found[0].elsewhere,
        citations=tuple(citations),
        deserving=len(citations),
        topics=_in_turn((part.topics for part in found), topics, lambda each: each.key),
        further=tuple(
            number for number in _union(part.further for part in found) if number not in numbers
        ),
        context=replace(last, shown=_union((last.shown, numbers))) if last else None,
        elapsed_ms=round(sum(part.elapsed_ms for part in parts), 3),
    )


def _in_turn(rows: Iterable[Sequence[T]], most: int, key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Return what the ``rows`` have first, then what they have second, and so on, each once."""
    turns = (each for turn in zip_longest(*rows) for each in turn if each is not None)
    found: dict[Hashable, T] = {}
    for each in turns:
        found.setdefault(key(each), each)
    return tuple(found.values())[:most]


def _union(rows: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(each for row in rows for each in row))
