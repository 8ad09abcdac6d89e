"""In which language small talk is, by the part of its list that it stands in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.talk.phrases import read_sections, said_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_LISTS = (
    "how_are_you.txt", "self_questions.txt", "speaking.txt", "greetings.txt", "thanks.txt",
    "farewells.txt",
)  # fmt: skip
_CODES = {"German": "de", "French": "fr", "Spanish": "es", "Russian": "ru"}


def spoken_in(text: str) -> str | None:
    """Return the language of small talk, None for English and what is in no list."""
    listed = _languages()
    return next((listed[said] for said in said_in(text) if said in listed), None)


@cache
def _languages() -> Mapping[str, str]:
    """Return the language of each line that is in one alone."""
    found: dict[str, str] = {}
    ambiguous: set[str] = set()
    for name in _LISTS:
        for language, line in read_sections(name):
            code = _CODES.get(language, "")
            if found.setdefault(line, code) != code:
                ambiguous.add(line)
    return {line: code for line, code in found.items() if code and line not in ambiguous}
