"""What the library writes down in English, said in the language of whoever reads it.

The log and the editions outlive the words of a version, so that they are kept in one language and
what is usual in them is recognised; anything else is shown as it is.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from discord.utils import format_dt

from bot.chat.languages import ENGLISH, N_
from bot.chat.problem_text import sentence

if TYPE_CHECKING:
    from bot.chat.languages import Language

_USUAL = {
    N_("first load"), N_("the data changed"), N_("watch"), N_("start"), N_("terminal"),
    N_("nothing was changed: not confirmed"),
}  # fmt: skip
_COUNTS = r"(?P<added>\d+) added, (?P<changed>\d+) changed, (?P<removed>\d+) removed"
_DONE = re.compile(
    rf"(?:{_COUNTS}, (?P<unchanged>\d+) unchanged|nothing (?:was|has) changed)"
    r"(?:[:;] (?:left out: )?(?P<problems>\d+) problems?, first (?P<first>.*))?",
    re.DOTALL,
)
_LEFT_OUT = re.compile(r"(\d+) withdrawn, and left out\.")
_PASSED_OVER = re.compile(r"Passed over, as they look like copies or unfinished: (.*)")
_FIELD_LEFT_OUT = re.compile(r"(.+?:\d+): (.*) It was left out\.")
_REPEATS = re.compile(r"(.*:\d+) repeats (.*:\d+); it is one briefing\.")


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
    done = _DONE.fullmatch(text)
    if done is None:
        return text
    said = lang.gettext("nothing was changed")
    if done["added"]:
        numbers = counts(lang, *(int(done[each]) for each in ("added", "changed", "removed")))
        said = ", ".join([*numbers, unchanged(lang, int(done["unchanged"]))])
    if not done["problems"]:
        return said
    problems = lang.ngettext("{count} problem", "{count} problems", int(done["problems"]))
    return f"{said}; {problems}: {done['first']}"


def noted(note: str, lang: Language) -> str:
    """Return what a reload noted of what it read."""
    if found := _LEFT_OUT.fullmatch(note):
        return lang.ngettext(
            "{count} withdrawn, and left out.", "{count} withdrawn, and left out.", int(found[1])
        )
    if found := _PASSED_OVER.fullmatch(note):
        return lang.gettext(
            "Passed over, as they look like copies or unfinished: {names}", names=found[1]
        )
    if found := _FIELD_LEFT_OUT.fullmatch(note):
        said = lang.gettext("It was left out.")
        return f"{found[1]}: {sentence(found[2], lang)} {said}"
    if found := _REPEATS.fullmatch(note):
        return lang.gettext(
            "{place} repeats {first}; it is one briefing.", place=found[1], first=found[2]
        )
    return note
