"""Answers and reports as JSON: a stable interface, described in docs/json.md."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.editions import ReloadReport
    from bot.model import Answer, Citation, TimeRead
    from bot.problems import Problem


def answer_as_json(answer: Answer, said: str | None = None) -> dict[str, Any]:
    """Return the object for one question; ``said`` is what is said where nothing was looked for."""
    return {
        "question": answer.question,
        "verdict": answer.verdict.value,
        "confidence": answer.confidence,
        "corrections": [{"from": each.written, "to": each.read} for each in answer.corrections],
        "unknown": list(answer.unknown),
        "elsewhere": list(answer.elsewhere),
        "citations": [_citation(each) for each in answer.citations],
        "topics": [{"label": each.label, "keys": list(each.keys)} for each in answer.topics],
        "elapsed_ms": answer.elapsed_ms,
        "time": _time(answer.time) if answer.time else None,
        "is_cut": answer.is_cut,
        "is_by_number": answer.is_by_number,
        "is_undated": answer.is_undated,
        "said": said,
    }


def _time(time: TimeRead) -> dict[str, Any]:
    return {
        "written": time.written,
        "first": str(time.first),
        "last": str(time.last),
        "is_of_others": time.is_of_others,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    briefing = citation.briefing
    return {
        "rank": citation.rank,
        "number": briefing.number,
        "key": briefing.key,
        "score": citation.score,
        "text": briefing.text,
        "title": briefing.title,
        "date": briefing.date,
        "source": briefing.source,
        "url": briefing.url,
        "origin": asdict(briefing.origin),
        "spans": [
            {"start": span.start, "end": span.end, "kind": span.kind.value}
            for span in citation.spans
        ],
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return the object for something wrong in a source."""
    return {**asdict(problem.origin), "what": f"{problem.what}.", "remedy": f"{problem.remedy}."}


def report_as_json(report: ReloadReport) -> dict[str, Any]:
    """Return the object for a reload, or for what one would do."""
    return {
        "edition": report.edition,
        "swapped": report.swapped,
        "dry_run": report.dry_run,
        "briefings": report.briefings,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "problems": [problem_as_json(each) for each in report.problems],
        "seconds": report.seconds,
        "notes": list(map(str, report.notes)),
        "blocked": report.blocked,
        "needs_confirmation": report.needs_confirmation,
    }
