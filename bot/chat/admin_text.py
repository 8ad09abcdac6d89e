"""What administering says, as Markdown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.chat.escaping import plain_cut
from bot.chat.languages import N_
from bot.chat.recorded import counts, noted, recorded, unchanged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.languages import Language
    from bot.cluster.interface import Process
    from bot.library.history import Entry
    from bot.library.library import LibraryStatus
    from bot.library.progress import Progress
    from bot.model import Ahead, Change, Edition, Problem, ReloadReport

_SHOWN_PROBLEMS = 10
_SHOWN_NOTES = 5
_ROOM = 3_400
_SHOWN_PROCESSES = 16
_DOING = {
    "reading": N_("briefings are being read"),
    "indexing": N_("briefings are being indexed"),
}


def reload_text(report: ReloadReport, lang: Language) -> str:
    """Return what a reload did, or would do."""
    notes = [f"-# {plain_cut(noted(note, lang), 200)}" for note in report.notes[:_SHOWN_NOTES]]
    if len(report.notes) > _SHOWN_NOTES:
        left = len(report.notes) - _SHOWN_NOTES
        notes.append(f"-# {_more(left, lang)}")
    changes = [_change_line(each, lang) for each in report.preview]
    more = report.added + report.changed + report.removed - len(changes)
    if changes and more > 0:
        changes.append(_more(more, lang))
    problems = problem_lines(report.problems, lang)
    if problems and changes:
        # Without a line of its own, what follows would belong to the last problem.
        changes = ["", lang.gettext("Apart from that, it would do this:"), *changes]
        if not report.tried:
            changes[1] = lang.gettext("Apart from that, it did this:")
    ahead = ahead_lines(report.ahead, lang) if report.ahead else []
    return "\n".join(
        [
            _headline(report, lang), *problems, *changes, *notes,
            f"-# {_counts(report, lang)}", *ahead,
        ]
    )  # fmt: skip


def ahead_lines(ahead: Ahead, lang: Language) -> list[str]:
    """Return a line for each way in which the next reload would undo what was done."""
    lines = []
    if ahead.added:
        lines.append(
            lang.ngettext(
                "The files still hold {count} briefing that this edition lacks; the next reload "
                "takes it in again. Take it out of the files, or withdraw it.",
                "The files still hold {count} briefings that this edition lacks; the next reload "
                "takes them in again. Take them out of the files, or withdraw them.",
                ahead.added,
            )
        )
    if ahead.changed:
        lines.append(
            lang.ngettext(
                "The files hold {count} briefing otherwise than this edition; the next reload "
                "changes it again. Change the files.",
                "The files hold {count} briefings otherwise than this edition; the next reload "
                "changes them again. Change the files.",
                ahead.changed,
            )
        )
    if ahead.removed:
        lines.append(
            lang.ngettext(
                "The files lack {count} briefing of this edition; the next reload takes it out "
                "again. Put it into the files.",
                "The files lack {count} briefings of this edition; the next reload takes them out "
                "again. Put them into the files.",
                ahead.removed,
            )
        )
    return lines


def withdrawal_text(change: Change, lang: Language) -> str:
    """Return what a withdrawal would do, to be agreed to."""
    head = lang.gettext("Withdraw briefing #{number}?", number=change.number)
    what = lang.gettext(
        "Nothing was changed yet. It stays out of every later edition, whatever the files hold, "
        "until **/admin readmit** lets it in again."
    )
    lines = [f"### {head}", plain_cut(change.text, 100), what]
    return "\n".join(filter(None, lines))


def _counts(report: ReloadReport, lang: Language) -> str:
    said = " · ".join(
        [
            *counts(lang, report.added, report.changed, report.removed),
            unchanged(lang, report.unchanged),
            lang.gettext("{seconds} s", seconds=lang.decimal(report.seconds, 2)),
        ]
    )
    if report.tried:
        said = lang.gettext("would be: {counts}", counts=said)
    return said


def _change_line(change: Change, lang: Language) -> str:
    how = {
        "added": lang.gettext("added"),
        "changed": lang.gettext("changed"),
        "removed": lang.gettext("removed"),
    }
    number = f" **#{change.number}**" if change.number else ""
    return f"{how.get(change.how, change.how)}{number} {plain_cut(change.text, 100)}"


def _headline(report: ReloadReport, lang: Language) -> str:
    count = len(report.problems)
    edition = lang.gettext("Edition {edition} stays in service.", edition=report.edition)
    if report.swapped:
        head = lang.gettext("Edition {edition} is in service", edition=report.edition)
        return "\n".join([f"### {head}", *_left_out(count, lang)])
    if report.needs_confirmation:
        head = lang.ngettext(
            "{count} of {all} briefings would go",
            "{count} of {all} briefings would go",
            report.removed,
            all=report.removed + report.unchanged + report.changed,
        )
        agree = lang.gettext(
            "Nothing was changed yet; edition {edition} stays in service until you agree.",
            edition=report.edition,
        )
        return f"### {head}\n{agree}"
    problems = lang.ngettext("{count} problem", "{count} problems", count)
    if report.blocked:
        head = lang.gettext("Nothing was changed: {problems}", problems=problems)
        if report.dry_run:
            head = lang.gettext("It would change nothing: {problems}", problems=problems)
        return f"### {head}\n{edition} {lang.gettext('Mend this and reload again:')}"
    if report.dry_run and (report.added or report.changed or report.removed):
        would = lang.gettext("Nothing was changed; **/admin reload** would do this:")
        if count:
            would = lang.gettext(
                "Nothing was changed; **/admin reload** would leave out what is wrong, and do the "
                "rest:"
            )
        return f"### {problems if count else lang.gettext('All is well')}\n{would}"
    head = f"### {lang.gettext('Nothing has changed')}"
    return "\n".join([head, edition, *_left_out(count, lang)])


def _left_out(count: int, lang: Language) -> list[str]:
    """Return the line that leads the problems of a reload that went on in spite of them."""
    said = lang.ngettext(
        "{count} problem; this record was left out:",
        "{count} problems; these records were left out:",
        count,
    )
    return [said] if count else []


def status_text(
    status: LibraryStatus,
    latency: float,
    running: str | None,
    lang: Language,
    processes: Sequence[Process] = (),
) -> str:
    """Return what is in service; ``latency`` is the gateway's, in seconds."""
    edition = status.edition
    if edition is None:
        lines = [
            f"### {lang.gettext('Nothing is loaded yet')}",
            lang.gettext("**/admin reload** reads the configured data."),
        ]
    else:
        loaded = lang.ngettext(
            "{count} briefing, loaded {moment} by {who}",
            "{count} briefings, loaded {moment} by {who}",
            edition.briefings,
            moment=_moment(edition.created_at, lang),
            who=plain_cut(recorded(edition.by, lang), 80),
        )
        lines = [f"### {lang.gettext('Edition {edition}', edition=edition.number)}", loaded]
    if running:
        lines.append(running)
    if status.trouble:
        lines.append(f"**{plain_cut(status.trouble, 300)}**")
    if status.rebuilt:
        lines.append(plain_cut(status.rebuilt, 300))
    lines += _last_reload(status, lang)
    facts = [
        lang.gettext("database {size} MB", size=lang.decimal(status.database_bytes / 1e6, 1)),
        lang.gettext("index {size} MB", size=lang.decimal(status.index_bytes / 1e6, 1)),
        lang.gettext("memory {size} MB", size=f"{status.resident_bytes / 1e6:.0f}"),
        lang.gettext("up {time}", time=_duration(status.uptime_seconds, lang)),
    ]
    if 0 < latency < 60:
        facts.append(lang.gettext("gateway {time} ms", time=f"{latency * 1000:.0f}"))
    lines.append(f"-# {' · '.join(facts)}")
    return "\n".join([*lines, *(_process(each, lang) for each in processes[:_SHOWN_PROCESSES])])


def _process(process: Process, lang: Language) -> str:
    """Return a line on one process of several."""
    state = process.state
    facts = [
        lang.gettext("shards {shards}", shards=state.shards),
        lang.gettext("edition {edition}", edition=state.edition),
        lang.gettext("memory {size} MB", size=f"{state.memory / 1e6:.0f}"),
        lang.gettext("gateway {time} ms", time=f"{state.latency * 1000:.0f}"),
        lang.gettext("seen {seconds} s ago", seconds=round(process.age)),
    ]
    if process.leads:
        facts.append(lang.gettext("leads"))
    if process.is_this:
        facts.append(lang.gettext("this one"))
    if state.doing:
        facts.append(plain_cut(state.doing, 120))
    return f"- **{plain_cut(process.name, 60)}** {' · '.join(facts)}"


def _reloaded(at: str, by: str, result: str, lang: Language) -> str:
    return lang.gettext(
        "Last reload {moment} by {who}: {result}",
        moment=_moment(at, lang),
        who=plain_cut(recorded(by, lang), 80),
        result=result,
    )


def _last_reload(status: LibraryStatus, lang: Language) -> list[str]:
    """Return what the last reload did, and its problems: of this process, else from the log."""
    last, entry = status.last_reload, status.last_entry
    if entry and (last is None or entry.at > last.at):  # another process did it
        told = f"{recorded(entry.did, lang)}; {recorded(entry.detail, lang)}"
        return [_reloaded(entry.at, entry.who, plain_cut(told, 300), lang)]
    if last is None:
        return []
    result = lang.gettext("nothing was changed") if last.refused else _counts(last, lang)
    lines = [_reloaded(last.at, last.by, result, lang)]
    if last.needs_confirmation:
        lines.append(
            lang.ngettext(
                "It would have removed {count} of {all} briefings. **/admin reload** asks whether "
                "that is meant.",
                "It would have removed {count} of {all} briefings. **/admin reload** asks whether "
                "that is meant.",
                last.removed,
                all=last.removed + last.unchanged + last.changed,
            )
        )
    if last.problems:
        said = lang.gettext("The last reload left these out:")
        if last.blocked:
            said = lang.gettext("Mend this and reload again:")
        lines += [said, *problem_lines(last.problems, lang)]
    return lines


def progress_text(progress: Progress, lang: Language) -> str:
    """Return who started a reload, and how far it is."""
    doing = _DOING.get(progress.doing)
    values = {
        "who": plain_cut(recorded(progress.by, lang), 80),
        "seconds": round(progress.seconds),
        "doing": lang.gettext(doing) if doing else plain_cut(progress.doing, 40),
        "done": lang.number(progress.done),
    }
    if not progress.total:
        return lang.gettext(
            "{who} started a reload {seconds} s ago; {doing}, {done} so far.", **values
        )
    return lang.gettext(
        "{who} started a reload {seconds} s ago; {doing}, {done} of {total} so far.",
        total=lang.number(progress.total),
        **values,
    )


def editions_text(editions: Sequence[Edition], lang: Language) -> str:
    """Return the editions that can be gone back to, the newest first."""
    lines = [f"### {lang.gettext('Editions')}"]
    for place, edition in enumerate(editions):
        serving = f" ({lang.gettext('in service')})" if not place else ""
        all_ = lang.ngettext("{count} briefing", "{count} briefings", edition.briefings)
        changes = ", ".join(counts(lang, edition.added, edition.changed, edition.removed))
        lines.append(
            f"**{edition.number}**{serving} · {_moment(edition.created_at, lang)} · "
            f"{plain_cut(recorded(edition.by, lang), 60)} · "
            f"{plain_cut(recorded(edition.reason, lang), 60)}\n-# {all_} · {changes}"
        )
    return _fitting(lines, lang)


def not_kept(edition: int, lang: Language) -> str:
    """Return that an edition is none, or is no longer kept."""
    return lang.gettext(
        "Edition {edition} is not kept. **/admin editions** lists them.", edition=edition
    )


def changes_text(edition: Edition, changes: Sequence[Change], lang: Language) -> str:
    """Return what an edition changed."""
    lines = [f"### {lang.gettext('What edition {edition} changed', edition=edition.number)}"]
    lines += [_change_line(each, lang) for each in changes] or [
        lang.gettext(
            "No briefing was added, changed or removed; some may stand elsewhere in the files."
        )
    ]
    return _fitting(lines, lang)


def log_text(entries: Sequence[Entry], lang: Language) -> str:
    """Return who did what when, the newest first."""
    lines = [f"### {lang.gettext('Log')}"]
    lines += [
        f"{_moment(each.at, lang)} · {plain_cut(recorded(each.who, lang), 60)} · "
        + plain_cut(recorded(each.did, lang), 80)
        + (f"\n-# {plain_cut(recorded(each.detail, lang), 120)}" if each.detail else "")
        for each in entries
    ] or [lang.gettext("Nothing was done yet.")]
    return _fitting(lines, lang)


def problem_lines(problems: Sequence[Problem], lang: Language) -> list[str]:
    """Return a line for each of the first ten problems."""
    lines = [
        f"- **{plain_cut(str(problem.origin), 80)}** "
        f"{plain_cut(f'{problem.what} {problem.remedy}', 220)}"
        for problem in problems[:_SHOWN_PROBLEMS]
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"- {_more(len(problems) - _SHOWN_PROBLEMS, lang)}")
    return lines


def _fitting(lines: Sequence[str], lang: Language) -> str:
    """Return as many of the lines as fit into a message."""
    text = lines[0]
    for place, line in enumerate(lines[1:], start=1):
        if len(text) + len(line) > _ROOM:
            return f"{text}\n-# {_more(len(lines) - place, lang)}"
        text += f"\n{line}"
    return text


def _more(count: int, lang: Language) -> str:
    return lang.ngettext("… and {count} more.", "… and {count} more.", count)


def _moment(iso: str, lang: Language) -> str:
    return lang.moment(datetime.fromisoformat(iso))


def _duration(seconds: float, lang: Language) -> str:
    hours, minutes = divmod(int(seconds) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return lang.gettext("{days} d {hours} h", days=days, hours=hours)
    if hours:
        return lang.gettext("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return lang.gettext("{minutes} min", minutes=minutes)
