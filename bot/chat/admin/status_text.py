"""What is in service, how far a reload is, and what the last one did, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.admin.reload_text import counts_of, problem_lines
from bot.chat.languages.languages import N_
from bot.chat.languages.recorded import moment_and_age, noted, recorded
from bot.chat.messages.escaping import plain_cut
from bot.problems import PassedOver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.languages.languages import Language
    from bot.cluster.interface import Process
    from bot.editions import Edition
    from bot.library.progress import Progress
    from bot.library.status import LibraryStatus

_SHOWN_PROCESSES = 16
_DOING = {
    "reading": N_("briefings are being read"),
    "indexing": N_("briefings are being indexed"),
}


def status_text(
    status: LibraryStatus,
    latency: float,
    running: str | None,
    lang: Language,
    processes: Sequence[Process] = (),
) -> str:
    """Return what is in service; ``latency`` is the gateway's, in seconds."""
    lines = _in_service(status.edition, lang)
    if running:
        lines.append(running)
    if status.trouble:
        lines.append(f"**{plain_cut(status.trouble, 300)}**")
    if status.failed:
        reason = plain_cut(status.failed, 300)
        lines.append(f"**{lang.gettext('The last reload failed: {reason}', reason=reason)}**")
    if status.unwatched:
        lines.append(f"**{plain_cut(status.unwatched, 300)}**")
    if status.rebuilt:
        lines.append(plain_cut(status.rebuilt, 300))
    lines += _last_reload(status, lang)
    if status.passed_over:
        lines.append(f"-# {plain_cut(noted(PassedOver(status.passed_over), lang), 300)}")
    lines.append(f"-# {' · '.join(_sizes(status, latency, lang))}")
    return "\n".join([*lines, *(_process(each, lang) for each in processes[:_SHOWN_PROCESSES])])


def _in_service(edition: Edition | None, lang: Language) -> list[str]:
    if edition is None:
        return [
            f"### {lang.gettext('Nothing is loaded yet')}",
            lang.gettext("**/admin reload** reads the configured data."),
        ]
    loaded = lang.ngettext(
        "{count} briefing, loaded {moment} by {who}",
        "{count} briefings, loaded {moment} by {who}",
        edition.briefings,
        moment=moment_and_age(edition.created_at),
        who=plain_cut(recorded(edition.by, lang), 80),
    )
    return [f"### {lang.gettext('Edition {edition}', edition=edition.number)}", loaded]


def _sizes(status: LibraryStatus, latency: float, lang: Language) -> list[str]:
    sizes = [
        lang.gettext("database {size} MB", size=lang.decimal(status.database_bytes / 1e6, 1)),
        lang.gettext("index {size} MB", size=lang.decimal(status.index_bytes / 1e6, 1)),
        lang.gettext("memory {size} MB", size=f"{status.resident_bytes / 1e6:.0f}"),
        lang.gettext("up {time}", time=_duration(status.uptime_seconds, lang)),
    ]
    if 0 < latency < 60:
        sizes.append(lang.gettext("gateway {time} ms", time=f"{latency * 1000:.0f}"))
    return sizes


def _process(process: Process, lang: Language) -> str:
    """Return a line on one process of several."""
    state = process.state
    facts = [
        lang.gettext("shards {shards}", shards=state.shards),
        lang.gettext("edition {edition}", edition=state.edition),
        lang.gettext("memory {size} MB", size=f"{state.memory / 1e6:.0f}"),
        lang.gettext("gateway {time} ms", time=f"{state.latency * 1000:.0f}"),
        lang.gettext("up {time}", time=_duration(process.uptime, lang)),
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
        moment=moment_and_age(at),
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
    result = lang.gettext("nothing was changed") if last.refused else counts_of(last, lang)
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


def _duration(seconds: float, lang: Language) -> str:
    hours, minutes = divmod(int(seconds) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return lang.gettext("{days} d {hours} h", days=days, hours=hours)
    if hours:
        return lang.gettext("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return lang.gettext("{minutes} min", minutes=minutes)
