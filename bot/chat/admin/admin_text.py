"""The editions, what one changed, and the log, as Markdown that fits into a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.admin.reload_text import change_line
from bot.chat.languages.recorded import and_more, counts, moment, recorded
from bot.chat.messages.escaping import plain_cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.languages.languages import Language
    from bot.editions import Change, Edition
    from bot.library.history import LogEntry

_ROOM = 3_400


def editions_text(editions: Sequence[Edition], kept: int, lang: Language) -> str:
    """Return the newest of so many editions that can be gone back to, the newest first."""
    lines = [f"### {lang.gettext('Editions')}"]
    for place, edition in enumerate(editions):
        serving = f" ({lang.gettext('in service')})" if not place else ""
        all_ = lang.ngettext("{count} briefing", "{count} briefings", edition.briefings)
        changes = ", ".join(counts(lang, edition.added, edition.changed, edition.removed))
        lines.append(
            f"**{edition.number}**{serving} · {moment(edition.created_at)} · "
            f"{plain_cut(recorded(edition.by, lang), 60)} · "
            f"{plain_cut(recorded(edition.reason, lang), 60)}\n-# {all_} · {changes}"
        )
    return _fitting(lines, kept, lang)


def not_kept(edition: int, lang: Language) -> str:
    """Return that an edition is none, or is no longer kept."""
    return lang.gettext(
        "Edition {edition} is not kept. **/admin editions** lists them.", edition=edition
    )


def changes_text(edition: Edition, changes: Sequence[Change], lang: Language) -> str:
    """Return what an edition changed, of which ``changes`` are the first."""
    lines = [f"### {lang.gettext('What edition {edition} changed', edition=edition.number)}"]
    lines += [change_line(each, lang) for each in changes] or [
        lang.gettext(
            "No briefing was added, changed or removed; some may stand elsewhere in the files."
        )
    ]
    return _fitting(lines, edition.added + edition.changed + edition.removed, lang)


def log_text(entries: Sequence[LogEntry], count: int, lang: Language) -> str:
    """Return who did what when, the newest first; ``count`` is how many lines there are."""
    lines = [f"### {lang.gettext('Log')}"]
    lines += [
        f"{moment(each.at)} · {plain_cut(recorded(each.who, lang), 60)} · "
        + plain_cut(recorded(each.did, lang), 80)
        + (f"\n-# {plain_cut(recorded(each.detail, lang), 120)}" if each.detail else "")
        for each in entries
    ] or [lang.gettext("Nothing was done yet.")]
    return _fitting(lines, count, lang)


def _fitting(lines: Sequence[str], count: int, lang: Language) -> str:
    """Return as many of the lines after the first as fit into a message.

    ``count`` is how many there are in all, of which ``lines`` may be the first.
    """
    text = lines[0]
    shown = 0
    for line in lines[1:]:
        if len(text) + len(line) > _ROOM:
            break
        text += f"\n{line}"
        shown += 1
    return f"{text}\n-# {and_more(lang, count - shown)}" if count > shown else text
