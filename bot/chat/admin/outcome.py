"""What came of something that an admin asked for, as a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.admin.admin_forms import confirmation
from bot.chat.admin.reload_text import problem_lines, reload_text
from bot.chat.admin.status_text import progress_text
from bot.chat.messages.escaping import plain_cut
from bot.chat.messages.message import COLOURS, line_message
from bot.errors import AttacheError, ReloadRunning, Unfit
from bot.library.uploads import AlreadyThere, Rejected, WithdrawnBefore
from bot.model import Verdict

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from bot.chat.languages.languages import Language
    from bot.chat.messages.message import Message
    from bot.editions import ReloadReport
    from bot.library.library import Library
    from bot.problems import Problem


def outcome(
    task: asyncio.Future[ReloadReport],
    library: Library,
    lang: Language,
    *,
    keeps: bool,
    is_form: bool,
) -> tuple[Message, bool]:
    """Return what came of work that has ended, and whether it is done.

    ``keeps`` says that something was handed in, which is kept or not, and ``is_form`` that it was
    written into a form, which is there to be corrected.
    """
    try:
        report = task.result()
        done = not report.refused
        if done or not keeps:
            return _reported(report, lang), done
        return _not_kept(report.problems, lang, beside=True), done
    except Rejected as error:
        # Of a form there is no record to take out.
        return _not_kept(error.problems, lang, with_remedies=not is_form), False
    except ReloadRunning as error:
        said = plain_cut(str(error), 500)  # which says what to do, too
        if progress := library.progress:
            said = f"{progress_text(progress, lang)} {lang.gettext('Wait until it is done.')}"
        return wrong(said), False
    except Unfit as error:
        return unfit(error, lang), isinstance(error, AlreadyThere)
    except AttacheError as error:
        return wrong(plain_cut(str(error), 1_000)), False


def _reported(report: ReloadReport, lang: Language) -> Message:
    said = reload_text(report, lang)
    if report.needs_confirmation:
        return confirmation(said, report.digest, lang)
    return line_message(said, COLOURS[Verdict.CLOSEST if report.problems else Verdict.ANSWERED])


def _not_kept(
    problems: Sequence[Problem],
    lang: Language,
    *,
    beside: bool = False,
    with_remedies: bool = True,
) -> Message:
    """Say what is wrong with what was handed in, or with the sources ``beside`` it."""
    fix = lang.gettext("Please fix this:")
    if beside:
        fix = lang.gettext(
            "It does not go with the other sources as they are. Fix this, and hand it in again:"
        )
    lines = [f"### {lang.gettext('Not added')}", fix]
    said = "\n".join([*lines, *problem_lines(problems, lang, with_remedies=with_remedies)])
    return wrong(said)


def unfit(error: Unfit, lang: Language) -> Message:
    """Return why something cannot be done, and what to do."""
    if isinstance(error, WithdrawnBefore):
        said = lang.gettext(
            "Nothing was added: this is #{number}, which was withdrawn, and so left out of every "
            "edition; **/admin readmit** lets it in again.",
            **error.values,
        )
        return wrong(said)
    return wrong(plain_cut(lang.gettext(error.sentence, **error.values), 1_000))


def wrong(said: str) -> Message:
    """Return a message that something is wrong."""
    return line_message(said, COLOURS[Verdict.CLOSEST])
