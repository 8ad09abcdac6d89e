"""Lists that stand in the code as people read them: "Kenya: Mombasa, Lamu; Mali: Gao"."""

from __future__ import annotations


def listed(text: str) -> dict[str, tuple[str, ...]]:
    """Return what is listed behind each name of a ``text``, by the name in small letters."""
    lines = (line.partition(":") for line in " ".join(text.split()).split(";"))
    return {
        name.strip().lower(): tuple(each.strip() for each in others.split(","))
        for name, _, others in lines
    }
