"""Briefings, and the answers made of them, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a briefing came from: the file, relative to the data folder, and the line from 1.

    The line is 0 for what holds of the whole file.
    """

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Draft:
    """A briefing as a source gives it, before the store has numbered it.

    ``date`` is ISO 8601: ``YYYY-MM-DD``, or ``YYYY-MM-DDTHH:MM:SSZ`` in UTC, so that text order
    is time order.
    """

    key: str
    text: str
    origin: Origin
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing(Draft):
    """One summary that an edition holds; its number was given once and is never reused."""

    number: int


class Why(StrEnum):
    """Why a briefing is not in service."""

    WITHDRAWN = "withdrawn"
    GONE = "gone"
    """The sources no longer had it, or an edition without it was gone back to."""
    COMING = "coming"
    """It is in an edition that this process does not have in service yet."""


@dataclass(frozen=True, slots=True)
class NotInService:
    """A briefing that another edition holds and the one in service does not.

    Its last edition and text are None where that edition is no longer kept, or there is none yet.
    """

    number: int
    why: Why
    last_edition: int | None = None
    text: str | None = None


class Verdict(StrEnum):
    """How well the collection answers a question."""

    ANSWERED = "answered"
    CLOSEST = "closest"
    NOTHING = "nothing"


class SpanKind(StrEnum):
    """Why a stretch of a briefing's text is marked."""

    MATCH = "match"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a briefing's text, in characters, ``end`` not included."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the question as ``written``, and the word of the briefings it was ``read`` as."""

    written: str
    read: str


@dataclass(frozen=True, slots=True)
class TimeRead:
    """A time of the question as ``written``, and the first and last day that it was read as.

    What has no beginning is from the first day of all on, and what has no end goes to the last.
    ``is_of_others`` where briefings are dated to it, but none of those on what else was asked for.
    """

    written: str
    first: date
    last: date
    is_of_others: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A person, place, organisation or theme that briefings share.

    ``key`` lasts as long as the topic's normalised label does; ``keys`` are the briefings', 25 of
    them at most, newest first where dates are known; ``size`` is how many briefings it has.
    """

    key: str
    label: str
    keys: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class News:
    """What is new on topics: by key the numbers of briefings, and the highest number of all."""

    highest: int
    numbers: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Citation:
    """One briefing in an answer: its rank from 1, its score, and the spans to mark."""

    rank: int
    score: float
    briefing: Briefing
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up may refer to: the telling words last asked for, and the numbers shown.

    ``further`` are the numbers that the last answer had besides; ``subject`` are the words that
    say what is spoken of, which several questions may have in common. Without words, it is of a
    list, whose briefings may have nothing in common: one of them may be chosen, and more be asked
    for; any other question hangs on what was asked ``before`` it, if anything was. What was shown
    last comes first. ``listed`` is what stood in the list that what is spoken of was chosen from.
    """

    words: str
    shown: tuple[int, ...]
    further: tuple[int, ...] = ()
    subject: str = ""
    before: Context | None = None
    listed: tuple[int, ...] = ()

    @property
    def choices(self) -> tuple[int, ...]:
        """Return the numbers of which one may be chosen by its place.

        They are what was shown last, or what that was chosen from where it is a single answer.
        """
        return self.shown if len(self.shown) > 1 or not self.words else self.listed

    @property
    def top(self) -> int | None:
        """Return the number that was last shown first, None where none was."""
        return next(iter(self.shown), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gets. ``citations`` are the best found, whatever the verdict.

    The first ``deserving`` of them are worth showing where anything was found; ``further`` are the
    numbers of the next best that are, on request. ``about`` are the words that an earlier question
    lent to this one, names of several as the briefings write them; ``context`` is what this one may
    lend to the next. ``unknown`` are the words that no briefing has, ``elsewhere`` what others
    have, but not the first of the citations. ``time`` is what the question was limited to.
    ``is_cut`` tells that more was asked than the ``question`` here, which is all that was read.
    ``is_by_number`` tells that the newest were asked for, and come by their numbers, none having a
    date; ``is_undated`` that what is newest about something, or was of a time, was asked for, and
    comes as for any other question for the same reason. ``language`` is what the question was put
    in, where that is not English; ``holds_name`` tells that something was found, and the first of
    the citations has a name that is asked for.
    """

    question: str
    verdict: Verdict
    confidence: float
    corrections: tuple[Correction, ...]
    unknown: tuple[str, ...]
    citations: tuple[Citation, ...]
    topics: tuple[Topic, ...]
    edition: int
    elapsed_ms: float
    deserving: int
    about: tuple[str, ...] = ()
    context: Context | None = None
    further: tuple[int, ...] = ()
    elsewhere: tuple[str, ...] = ()
    time: TimeRead | None = None
    is_cut: bool = False
    is_by_number: bool = False
    is_undated: bool = False
    language: str | None = None
    holds_name: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Briefings in a list that no question was asked for: a topic's, the newest, those like one.

    ``title`` is the topic's label. ``topics`` lead on from them; ``context`` is what they may lend
    to a question.
    """

    citations: tuple[Citation, ...]
    topics: tuple[Topic, ...]
    title: str = ""
    context: Context | None = None

    def as_answer(self, question: str, edition: int, elapsed_ms: float) -> Answer:
        """Return the answer to a question that is one by being listed."""
        is_any = bool(self.citations)
        return Answer(
            question=question,
            verdict=Verdict.ANSWERED if is_any else Verdict.NOTHING,
            confidence=1.0 if is_any else 0.0,
            corrections=(),
            unknown=(),
            citations=self.citations,
            topics=self.topics,
            edition=edition,
            elapsed_ms=round(elapsed_ms, 3),
            deserving=len(self.citations),
            context=self.context,
        )
