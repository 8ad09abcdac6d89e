"""Answers and reports as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from bot.model import SpanKind, Verdict
from bot.search.deserving import deserving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from bot.library.history import Entry
    from bot.model import Answer, Change, Citation, Edition, Problem, ReloadReport

_HEADLINES = {
    Verdict.ANSWERED: "",
    Verdict.CLOSEST: "No briefing quite answers this; the nearest:",
    Verdict.NOTHING: "No briefing covers this.",
}


def answer_as_text(answer: Answer, most: int) -> RenderableType:
    """Return ``answer`` with at most ``most`` citations, the answering sentences in bold."""
    parts: list[RenderableType] = []
    about = ", ".join(answer.about)
    if about and not answer.citations:
        parts.append(Text(f"That is all there is on {about}.", style="yellow"))
    elif headline := _HEADLINES[answer.verdict]:
        parts.append(Text(headline, style="yellow"))
    if about and answer.citations:
        parts.append(Text(f"Taken to be about {about} too.", style="dim"))
    if answer.corrections:
        read = ", ".join(f"{each.written} as {each.read}" for each in answer.corrections)
        parts.append(Text(f"Read {read}.", style="dim"))
    if answer.unknown:
        parts.append(Text(f"In no briefing: {', '.join(answer.unknown)}.", style="dim"))
    parts.extend(map(_citation, deserving(answer, most)))
    if answer.topics:
        labels = "   ".join(
            f"({place}) {topic.label}" for place, topic in enumerate(answer.topics, start=1)
        )
        parts.append(Text(f"Topics: {labels}", style="cyan"))
    return Group(*parts)


def _citation(citation: Citation) -> RenderableType:
    briefing = citation.briefing
    given = (briefing.title, briefing.date, briefing.source, briefing.url)
    head = Text(f"[{citation.rank}] #{briefing.number}", style="green")
    for each in (*(part for part in given if part), str(briefing.origin)):
        head.append(f" · {each}", style="dim")
    body = Text(briefing.text)
    for span in citation.spans:
        if span.kind is SpanKind.ANSWER:
            body.stylize("bold", span.start, span.end)
    return Group(Text(), head, Padding(body, (0, 0, 0, 2)))


def report_as_text(report: ReloadReport) -> str:
    """Return what a reload did, or would do, in a few lines."""
    counts = (
        f"{report.added} added, {report.changed} changed, {report.removed} removed, "
        f"{report.unchanged} unchanged; {report.seconds:.2f} s"
    )
    changes = map(_change_line, report.preview)
    lines = [_headline(report), counts, *map(str, report.problems), *changes, *report.notes]
    return "\n".join(lines)


def _change_line(change: Change) -> str:
    number = f"#{change.number} " if change.number else ""
    return f"{change.how:<8} {number}{change.text}"


def _headline(report: ReloadReport) -> str:
    problems = _count(len(report.problems), "problem")
    if report.swapped:
        left_out = f" {problems}; these records were left out." if report.problems else ""
        return f"Edition {report.edition} is in service.{left_out}"
    if report.needs_confirmation:
        present = report.removed + report.unchanged + report.changed
        return (
            f"Nothing was changed: {report.removed} of {present} briefings would go. If that is "
            "meant, give --yes, or raise may_remove in the settings."
        )
    if report.problems:
        return f"Nothing was changed: {problems}."
    if report.dry_run:
        return f"A dry run; edition {report.edition} stays in service."
    return f"Nothing has changed; edition {report.edition} stays in service."


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
