"""What administering says, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.escaping import plain_cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.history import Entry
    from bot.library.library import LibraryStatus
    from bot.model import Change, Edition, Problem, ReloadReport

_SHOWN_PROBLEMS = 10
_SHOWN_NOTES = 5
_ROOM = 3_400


def reload_text(report: ReloadReport) -> str:
    """Return what a reload did, or would do."""
    counts = (
        f"-# {report.added} added · {report.changed} changed · {report.removed} removed · "
        f"{report.unchanged} unchanged · {report.seconds:.2f} s"
    )
    notes = [f"-# {plain_cut(note, 200)}" for note in report.notes[:_SHOWN_NOTES]]
    if len(report.notes) > _SHOWN_NOTES:
        notes.append(f"-# … and {len(report.notes) - _SHOWN_NOTES} more like this")
    changes = [_change_line(each) for each in report.preview]
    more = report.added + report.changed + report.removed - len(changes)
    if changes and more > 0:
        changes.append(f"… and {more} more")
    parts = [_headline(report), *problem_lines(report.problems), *changes, *notes, counts]
    return "\n".join(parts)


def _change_line(change: Change) -> str:
    number = f" **#{change.number}**" if change.number else ""
    return f"{change.how}{number} {plain_cut(change.text, 100)}"


def _headline(report: ReloadReport) -> str:
    count = len(report.problems)
    problems = f"{count} problem" if count == 1 else f"{count} problems"
    if report.swapped:
        head = f"### Edition {report.edition} is in service"
        return f"{head}\n{problems}; these records were left out:" if count else head
    if report.needs_confirmation:
        return (
            f"### {report.removed} of {report.removed + report.unchanged + report.changed} "
            "briefings would go\n"
            f"Nothing was changed yet; edition {report.edition} stays in service until you agree."
        )
    if count:
        return (
            f"### {'It would change nothing' if report.dry_run else 'Nothing was changed'}: "
            f"{problems}\n"
            f"Edition {report.edition} stays in service. Mend this and reload again:"
        )
    if report.dry_run and (report.added or report.changed or report.removed):
        return "### All is well\nNothing was changed; **/admin reload** would do this:"
    return f"### Nothing has changed\nEdition {report.edition} stays in service."


def status_text(status: LibraryStatus, latency: float, running: str | None) -> str:
    """Return what is in service; ``latency`` is the gateway's, in seconds."""
    edition = status.edition
    if edition is None:
        lines = ["### Nothing is loaded yet", "**/admin reload** reads the configured data."]
    else:
        lines = [
            f"### Edition {edition.number}",
            f"{edition.briefings} briefings, loaded {_moment(edition.created_at)} by "
            f"{plain_cut(edition.by, 80)}",
        ]
    if running:
        lines.append(plain_cut(running, 300))
    last = status.last_reload
    if last and last.needs_confirmation:
        present = last.removed + last.unchanged + last.changed
        lines.append(
            f"The last reload changed nothing: it would have removed {last.removed} of {present} "
            "briefings. **/admin reload** asks whether that is meant."
        )
    if last and last.problems:
        said = "left these out" if last.swapped else "changed nothing"
        lines += [f"The last reload {said}:", *problem_lines(last.problems)]
    waited = f" · gateway {latency * 1000:.0f} ms" if 0 < latency < 60 else ""
    lines.append(
        f"-# database {status.database_bytes / 1e6:.1f} MB · index "
        f"{status.index_bytes / 1e6:.1f} MB · memory {status.resident_bytes / 1e6:.0f} MB · up "
        f"{_duration(status.uptime_seconds)}{waited}"
    )
    return "\n".join(lines)


def editions_text(editions: Sequence[Edition]) -> str:
    """Return the editions that can be gone back to, the newest first."""
    lines = ["### Editions"]
    for place, edition in enumerate(editions):
        lines.append(
            f"**{edition.number}**{' (in service)' if not place else ''} · "
            f"{_moment(edition.created_at)} · {plain_cut(edition.by, 60)} · "
            f"{plain_cut(edition.reason, 60)}\n-# {edition.briefings} briefings: "
            f"{edition.added} added, {edition.changed} changed, {edition.removed} removed"
        )
    return _fitting(lines)


def changes_text(edition: Edition, changes: Sequence[Change]) -> str:
    """Return what an edition changed."""
    lines = [f"### What edition {edition.number} changed"]
    lines += [f"{each.how} **#{each.number}** {plain_cut(each.text, 100)}" for each in changes] or [
        "No briefing; only the places where they stand."
    ]
    return _fitting(lines)


def log_text(entries: Sequence[Entry]) -> str:
    """Return who did what when, the newest first."""
    lines = ["### Log"]
    lines += [
        f"{_moment(each.at)} · {plain_cut(each.who, 60)} · {plain_cut(each.did, 80)}"
        + (f"\n-# {plain_cut(each.detail, 120)}" if each.detail else "")
        for each in entries
    ] or ["Nothing was done yet."]
    return _fitting(lines)


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """Return a line for each of the first ten problems."""
    lines = [
        f"- **{plain_cut(str(problem.origin), 80)}** "
        f"{plain_cut(f'{problem.what} {problem.remedy}', 220)}"
        for problem in problems[:_SHOWN_PROBLEMS]
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"- … and {len(problems) - _SHOWN_PROBLEMS} more")
    return lines


def _fitting(lines: Sequence[str]) -> str:
    """Return as many of the lines as fit into a message."""
    text = lines[0]
    for place, line in enumerate(lines[1:], start=1):
        if len(text) + len(line) > _ROOM:
            return f"{text}\n-# … and {len(lines) - place} more"
        text += f"\n{line}"
    return text


def _moment(iso: str) -> str:
    return f"{iso[:16].replace('T', ' ')} UTC"


def _duration(seconds: float) -> str:
    hours, minutes = divmod(int(seconds) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
