"""Answers as text for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from bot.model import SpanKind, Verdict
from bot.search.finding.deserving import deserving
from bot.search.reading.naming import telling
from bot.talk.times import read_as_days, unknown_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from bot.model import Answer, Briefing, Citation, Listing, TimeRead, Topic

_HEADLINES = {
    Verdict.ANSWERED: "",
    Verdict.CLOSEST: "No briefing quite answers this; the nearest:",
    Verdict.NOTHING: "No briefing covers this.",
}


def question_as_text(question: str) -> RenderableType:
    """Return the line that leads the answer to one question of several."""
    return Group(Text(), Text(f"> {question.strip()}", style="bold"))


def answer_as_text(answer: Answer, most: int) -> RenderableType:
    """Return ``answer`` with at most ``most`` citations, the answering sentences in bold."""
    if not answer.edition:
        return Text("There are no briefings yet.", style="yellow")
    parts: list[RenderableType] = []
    about = ", ".join(telling(answer.about))
    if about and not answer.citations:
        parts.append(Text("There is nothing more on that.", style="yellow"))
    elif headline := _HEADLINES[answer.verdict]:
        parts.append(Text(headline, style="yellow"))
    if about:
        parts.append(Text(f"Following up on: {about}.", style="dim"))
    parts.extend(Text(note, style="dim") for note in _notes(answer))
    parts.extend(map(_citation, deserving(answer, most)))
    return Group(*parts, *_topics(answer.topics))


def listing_as_text(listing: Listing) -> RenderableType:
    """Return the briefings that are listed, each by its number, and the topics that lead on."""
    shown = (_shown("", each.briefing, _marked(each)) for each in listing.citations)
    return Group(*shown, *_topics(listing.topics))


def _topics(topics: Sequence[Topic]) -> Iterator[Text]:
    """Yield the line of topics to choose from by their places, where there are any."""
    if topics:
        labels = (f"({place}) {topic.label}" for place, topic in enumerate(topics, start=1))
        yield Text(f"Topics: {'   '.join(labels)}", style="cyan")


def _notes(answer: Answer) -> list[str]:
    """Return how the question was read, and what of it the briefings lack."""
    notes = []
    time, unknown = unknown_time(answer)
    read = [f"{each.written} as {each.read}" for each in answer.corrections]
    if days := read_as_days(answer):
        told = _days(days)
        if not time:
            read.insert(0, f"{days.written} as {told}")
        time = time and f"{time} ({told})"
    if read:
        notes.append(f"Read {', '.join(read)}.")
    if time:
        is_of_others = answer.time is not None and answer.time.is_of_others
        others = "Briefings are dated to that time, but none on this"
        none = "No briefing is dated to that time"
        notes.append(f"{others if is_of_others else none}: {time}.")
    if unknown:
        notes.append(f"Not in any briefing: {', '.join(unknown)}.")
    if answer.elsewhere:
        notes.append(f"The first briefing does not mention {', '.join(answer.elsewhere)}.")
    if answer.is_by_number and len(answer.citations) > 1:
        notes.append("None has a date; they are in the order of their numbers, the highest first.")
    if answer.is_undated and answer.citations:
        notes.append("No briefing has a date; what fits best comes first.")
    if answer.is_cut:
        notes.append(f"Read only as far as the first {len(answer.question):,} characters.")
    return notes


def _days(time: TimeRead) -> str:
    if time.first == date.min:
        return f"until {time.last}"
    if time.last == date.max:
        return f"from {time.first}"
    return " to ".join(dict.fromkeys((str(time.first), str(time.last))))


def briefing_as_text(briefing: Briefing) -> RenderableType:
    """Return one briefing whole, and where it comes from."""
    return _shown("", briefing, Text(briefing.text))


def _citation(citation: Citation) -> RenderableType:
    return _shown(f"[{citation.rank}] ", citation.briefing, _marked(citation))


def _marked(citation: Citation) -> Text:
    """Return the text of a briefing, with what answers in bold."""
    body = Text(citation.briefing.text)
    for span in citation.spans:
        if span.kind is SpanKind.ANSWER:
            body.stylize("bold", span.start, span.end)
    return body


@dataclass(frozen=True, slots=True)
class _Indented:
    """A text that stands in; where lines are not broken, on one line without blanks after it."""

    body: Text

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        yield Text("  ") + self.body if options.no_wrap else Padding(self.body, (0, 0, 0, 2))


def _shown(rank: str, briefing: Briefing, body: Text) -> RenderableType:
    given = (briefing.title, briefing.date, briefing.source, briefing.url)
    head = Text(f"{rank}#{briefing.number}", style="green")
    for each in (*(part for part in given if part), str(briefing.origin)):
        head.append(f" · {each}", style="dim")
    return Group(Text(), head, _Indented(body))
