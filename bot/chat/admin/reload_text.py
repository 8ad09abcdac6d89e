"""What a reload or a withdrawal did, or would do, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.languages.problem_text import place_text, said_text
from bot.chat.languages.recorded import and_more, counts, noted, unchanged
from bot.chat.messages.escaping import plain_cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.languages.languages import Language
    from bot.editions import Ahead, Change, ReloadReport
    from bot.problems import Problem

_SHOWN_PROBLEMS = 10
_SHOWN_NOTES = 5


def reload_text(report: ReloadReport, lang: Language) -> str:
    """Return what a reload did, or would do."""
    notes = [f"-# {plain_cut(noted(note, lang), 200)}" for note in report.notes[:_SHOWN_NOTES]]
    if len(report.notes) > _SHOWN_NOTES:
        left = len(report.notes) - _SHOWN_NOTES
        notes.append(f"-# {and_more(lang, left)}")
    changes = [change_line(each, lang) for each in report.preview]
    more = report.added + report.changed + report.removed - len(changes)
    if changes and more > 0:
        changes.append(and_more(lang, more))
    problems = problem_lines(report.problems, lang)
    if problems and changes:
        # Without a line of its own, what follows would belong to the last problem.
        changes = ["", lang.gettext("Apart from that, it would do this:"), *changes]
        if not report.tried:
            changes[1] = lang.gettext("Apart from that, it did this:")
    ahead = _ahead_lines(report.ahead, lang) if report.ahead else []
    return "\n".join(
        [
            _headline(report, lang), *problems, *changes, *notes,
            f"-# {counts_of(report, lang)}", *ahead,
        ]
    )  # fmt: skip


def _ahead_lines(ahead: Ahead, lang: Language) -> list[str]:
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
        "Nothing was changed yet. No later edition holds it, nor the same text under another id, "
        "until **/admin readmit** lets it in again."
    )
    if not change.text:
        what = lang.gettext(
            "Nothing was changed yet. Its text is no longer kept, so that it is known by its id "
            "alone; it stays out until **/admin readmit** lets it in again."
        )
    lines = [f"### {head}", plain_cut(change.told, 100), what]
    return "\n".join(filter(None, lines))


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


def change_line(change: Change, lang: Language) -> str:
    """Return a line on what an edition does, or would do, with one briefing."""
    how = {
        "added": lang.gettext("added"),
        "changed": lang.gettext("changed"),
        "removed": lang.gettext("removed"),
    }
    number = f" **#{change.number}**" if change.number else ""
    return f"{how.get(change.how, change.how)}{number} {plain_cut(change.told, 100)}"


def counts_of(report: ReloadReport, lang: Language) -> str:
    """Return how much a reload changed, or would change, where it did, and how long it took."""
    numbers = (report.added, report.changed, report.removed, report.unchanged)
    told = [*counts(lang, *numbers[:3]), unchanged(lang, report.unchanged)]
    some = [each for each, number in zip(told, numbers, strict=True) if number]
    seconds = lang.gettext("{seconds} s", seconds=lang.decimal(report.seconds, 2))
    said = " · ".join([*some, seconds])
    if report.tried:
        said = lang.gettext("would be: {counts}", counts=said)
    return said


def problem_lines(
    problems: Sequence[Problem], lang: Language, *, with_remedies: bool = True
) -> list[str]:
    """Return a line for each of the first ten problems."""
    lines = []
    for problem in problems[:_SHOWN_PROBLEMS]:
        where, said = place_text(problem, lang), said_text(problem.what, lang)
        if with_remedies:
            said = f"{said} {said_text(problem.remedy, lang)}"
        lines.append(f"- **{plain_cut(where, 80)}** {plain_cut(said, 220)}")
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"- {and_more(lang, len(problems) - _SHOWN_PROBLEMS)}")
    return lines
