"""Reports as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.history import Entry
    from bot.model import Change, Edition, Problem, ReloadReport


def report_as_text(report: ReloadReport) -> str:
    """Return what a reload did, or would do, in a few lines."""
    counts = (
        f"{report.added} {'would be ' * report.tried}added, {report.changed} changed, "
        f"{report.removed} removed, {report.unchanged} unchanged; {report.seconds:.2f} s"
    )
    if report.blocked:
        counts = f"Of what could be read, {counts}"
    changes = map(_change_line, report.preview)
    lines = [_headline(report), counts, *map(str, report.problems), *changes, *report.notes]
    return "\n".join(lines)


def _change_line(change: Change) -> str:
    number = f"#{change.number} " if change.number else ""
    return f"{change.how:<8} {number}{change.text}"


def _headline(report: ReloadReport) -> str:
    problems = _count(len(report.problems), "problem")
    become = "would be" if report.dry_run else "were"
    left_out = f" {problems}; these records {become} left out." if report.problems else ""
    if report.swapped:
        return f"Edition {report.edition} is in service.{left_out}"
    if report.needs_confirmation:
        present = report.removed + report.unchanged + report.changed
        return (
            f"Nothing was changed: {report.removed} of {present} briefings would go. If that is "
            "meant, give --yes, or raise may_remove in the settings."
        )
    if report.blocked:
        return f"Nothing was changed: {problems}."
    if report.dry_run:
        return f"A dry run; edition {report.edition} stays in service.{left_out}"
    return f"Nothing has changed; edition {report.edition} stays in service.{left_out}"


def problems_as_text(problems: Sequence[Problem]) -> str:
    """Return a line for each problem."""
    return "\n".join(map(str, problems))


def editions_as_text(editions: Sequence[Edition]) -> str:
    """Return a line for each edition, the newest first."""
    return "\n".join(
        f"{each.number:>5}  {each.created_at}  {each.briefings} briefings: {each.added} added, "
        f"{each.changed} changed, {each.removed} removed; {each.by}: {each.reason}"
        for each in editions
    )


def changes_as_text(edition: Edition, changes: Sequence[Change]) -> str:
    """Return a line for each briefing that an edition added, changed or removed."""
    return (
        "\n".join(map(_change_line, changes))
        or f"Edition {edition.number} changed only the briefings' places."
    )


def log_as_text(entries: Sequence[Entry]) -> str:
    """Return a line for each thing that was done, the newest first."""
    lines = [f"{each.at}  {each.who}: {each.did}; {each.detail}" for each in entries]
    return "\n".join(lines) or "Nothing was done yet."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
