"""What is wrong in a source, and what mends it, in the language of whoever handed it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.languages.languages import N_

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language
    from bot.problems import Problem, Said

_IN_A_FORM = N_("the briefing")


def place_text(problem: Problem, lang: Language) -> str:
    """Return where something is wrong."""
    where = str(problem.origin)
    return lang.gettext(where) if where == _IN_A_FORM else where


def said_text(said: Said, lang: Language) -> str:
    """Return what is said of a source as a whole sentence."""
    return f"{said.worded(lang.gettext, lang.number)}."
