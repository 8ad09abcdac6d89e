"""Telling a misspelt setting from one that is meant for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Below this two names of settings are unlike enough that naming one would puzzle.
_ALIKE = 70.0


def unknown(
    names: Iterable[str], known: Collection[str], where: str, prefix: str = ""
) -> list[str]:
    """Return a sentence for each of the ``names`` that is not ``known``, with the one most like it.

    ``where`` is the file or place that has them; ``prefix`` is what all of them begin with.
    """
    return [_sentence(name, known, where, prefix) for name in sorted(names) if name not in known]


def _sentence(name: str, known: Collection[str], where: str, prefix: str) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where there is one

    # What all names begin with makes none of them more alike.
    near = process.extractOne(
        name, known, scorer=fuzz.ratio, score_cutoff=_ALIKE,
        processor=lambda each: each.removeprefix(prefix),
    )  # fmt: skip
    meant = (
        f'did you mean "{near[0]}"?' if near else f"the settings are {', '.join(sorted(known))}."
    )
    return f'{where} has "{name}", which is no setting; {meant}'
