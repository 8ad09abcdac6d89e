"""Reports as text for a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.editions import Change, Edition, ReloadReport
    from bot.library.history import LogEntry

_SHOWN = 100
"""Characters of a briefing in a report, or that somebody is asked about."""


def report_as_text(report: ReloadReport) -> str:
    """Return what a reload did, or would do, in a few lines."""
    counts = (
        f"{report.added} {'would be ' * report.tried}added, {report.changed} changed, "
        f"{report.removed} removed, {report.unchanged} unchanged; {report.seconds:.2f} s"
    )
    if report.blocked:
        counts = f"Of what could be read, {counts}"
        if not (report.added or report.changed or report.unchanged):
            counts = ""  # nothing could be read, and so nothing can be said of it
    would = "would be " * report.tried
    changes = [_change_line(_in_short(each), would) for each in report.preview]
    more = report.added + report.changed + report.removed - len(changes)
    if changes and more > 0:
        changes.append(f"… and {more:,} more")
    problems, notes = map(str, report.problems), map(str, report.notes)
    lines = [_headline(report), counts, *problems, *changes, *notes]
    return "\n".join([*filter(None, lines), *ahead_lines(report)])


def ahead_lines(report: ReloadReport) -> list[str]:
    """Return a line for each way in which the next load would undo what was done."""
    ahead = report.ahead
    if ahead is None or ahead.is_nothing:
        return []
    lines = []
    if ahead.added:
        them = _them(ahead.added)
        lines.append(
            f"The files still hold {counted(ahead.added, 'briefing')} that this edition lacks; the "
            f"next load takes {them} in again. Take {them} out of the files, or withdraw {them}."
        )
    if ahead.changed:
        lines.append(
            f"The files hold {counted(ahead.changed, 'briefing')} otherwise than this edition; the "
            f"next load changes {_them(ahead.changed)} again. Change the files."
        )
    if ahead.removed:
        them = _them(ahead.removed)
        lines.append(
            f"The files lack {counted(ahead.removed, 'briefing')} of this edition; the next load "
            f"takes {them} out again. Put {them} into the files."
        )
    return lines


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def withdrawal_as_text(change: Change) -> str:
    """Return what a withdrawal would do, and how to agree to it."""
    what = _change_line(_in_short(change), "would be ")
    also = ", and under whatever id" if change.text else ""
    return (
        f"Nothing was changed. For good, also with later loads{also}:\n{what}\n"
        "If that is meant, give --yes."
    )


def _in_short(change: Change) -> Change:
    told = change.told
    short = told if len(told) <= _SHOWN else told[: _SHOWN - 1].rstrip() + "…"
    return replace(change, text=short, title=None)


def _change_line(change: Change, would: str = "") -> str:
    number = f"#{change.number} " if change.number else ""
    return f"{would + change.how:<{len(would) + 8}} {number}{change.told}".rstrip()


def _headline(report: ReloadReport) -> str:
    problems = counted(len(report.problems), "problem")
    become = "would be" if report.dry_run else "were"
    left_out = f" {problems}; these records {become} left out." if report.problems else ""
    if report.swapped:
        return f"Edition {report.edition} is in service.{left_out}"
    if report.needs_confirmation:
        present = report.removed + report.unchanged + report.changed
        return (
            f"Nothing was changed: {report.removed} of {counted(present, 'briefing')} would go. If "
            "that is meant, give --yes, or raise ATTACHE_MAY_REMOVE in the settings."
        )
    if report.blocked:
        return (
            f"{'It would change nothing' if report.dry_run else 'Nothing was changed'}: {problems}."
        )
    if report.dry_run:
        return f"A dry run; edition {report.edition} stays in service.{left_out}"
    return f"Nothing has changed; edition {report.edition} stays in service.{left_out}"


def editions_as_text(editions: Sequence[Edition]) -> str:
    """Return a line for each edition, the newest first."""
    return "\n".join(
        f"{each.number:>5}  {each.created_at}  {counted(each.briefings, 'briefing')}: "
        f"{each.added} added, {each.changed} changed, {each.removed} removed; "
        f"{each.by}: {each.reason}"
        for each in editions
    )


def changes_as_text(edition: Edition, changes: Sequence[Change]) -> str:
    """Return a line for each briefing that an edition added, changed or removed."""
    return (
        "\n".join(map(_change_line, changes))
        or f"Edition {edition.number} added, changed and removed no briefing; some may stand "
        "elsewhere in the files."
    )


def log_as_text(entries: Sequence[LogEntry]) -> str:
    """Return a line for each thing that was done, the newest first."""
    lines = [f"{each.at}  {each.who}: {each.did}; {each.detail}" for each in entries]
    return "\n".join(lines) or "Nothing was done yet."


def counted(number: int, noun: str) -> str:
    """Return a count with its noun: "1 briefing", "2 briefings"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
