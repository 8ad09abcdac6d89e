"""What the library writes down in English, said in the language of whoever reads it.

The log and the editions outlive the words of a version, so that they are kept in one language and
what is usual in them is recognised; anything else is shown as it is.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from discord.utils import format_dt

from bot.chat.languages.languages import ENGLISH, N_
from bot.chat.languages.problem_text import place_text, said_text
from bot.library.outcomes import outcome_of
from bot.problems import KeptOut, LeftOut, PassedOver, Repeated

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language
    from bot.problems import Note

_USUAL = {
    N_("first load"), N_("the data changed"), N_("watch"), N_("start"), N_("terminal"),
    N_("nothing was changed: not confirmed"), N_("begin anew"), N_("the database was missing"),
}  # fmt: skip


def counts(lang: Language, added: int, changed: int, removed: int) -> list[str]:
    """Return how many briefings were added, changed and removed, a text for each."""
    return [
        lang.ngettext("{count} added", "{count} added", added),
        lang.ngettext("{count} changed", "{count} changed", changed),
        lang.ngettext("{count} removed", "{count} removed", removed),
    ]


def unchanged(lang: Language, count: int) -> str:
    """Return how many briefings stayed as they were."""
    return lang.ngettext("{count} unchanged", "{count} unchanged", count)


def and_more(lang: Language, count: int) -> str:
    """Return that there are so many more than were told."""
    return lang.ngettext("… and {count} more.", "… and {count} more.", count)


def moment(iso: str) -> str:
    """Return when something was, as the databases have it, as each reader's own Discord writes it.

    https://discord.com/developers/docs/reference#message-formatting
    """
    return format_dt(datetime.fromisoformat(iso), "f")


def moment_and_age(iso: str) -> str:
    """Return when something was, and how long ago that is by now."""
    return f"{moment(iso)} ({format_dt(datetime.fromisoformat(iso), 'R')})"


def recorded(text: str, lang: Language) -> str:
    """Return who did something, what or why, or how it ended, as the log has it."""
    if lang.code == ENGLISH:
        return text
    if text in _USUAL:
        return lang.gettext(text)
    outcome = outcome_of(text)
    if outcome is None:
        return text
    said = lang.gettext("nothing was changed")
    if outcome.counts:
        *done, same = outcome.counts
        said = ", ".join([*counts(lang, *done), unchanged(lang, same)])
    if not outcome.problems:
        return said
    problems = lang.ngettext("{count} problem", "{count} problems", outcome.problems)
    return f"{said}; {problems}: {outcome.first}"


def noted(note: Note, lang: Language) -> str:
    """Return what a reload noted of what it read."""
    match note:
        case KeptOut(count):
            return lang.ngettext(
                "{count} withdrawn, and left out.", "{count} withdrawn, and left out.", count
            )
        case Repeated(origin, earlier):
            return lang.gettext(
                "{place} repeats {first}; it is one briefing.", place=origin, first=earlier
            )
        case PassedOver():
            return lang.gettext(
                "Passed over, as they look like copies or unfinished: {names}", names=note.listed
            )
        case LeftOut(problem):
            where, said = place_text(problem, lang), said_text(problem.what, lang)
            return f"{where}: {said} {lang.gettext('It was left out.')}"
