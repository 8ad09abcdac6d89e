"""What the questions of some days tell editors: what is missing, what is read, what is not."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from bot.databases.moments import now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.community.questions import Questions
    from bot.databases.interface import Database, Row, Session

_ALIKE = 75.0
_MOST_WORDS = 50
_MOST_GROUPS = 200
_MOST_QUESTIONS = 5_000
_MOST_REMARKS = 200
_COMPARED = 200
"""Characters of a question by which it is known: to compare two takes as long as both are, times
each other, and people may ask in six thousand."""


@dataclass(frozen=True, slots=True)
class Day:
    """Questions of one day by their verdict, and the votes given."""

    day: date
    answered: int
    closest: int
    nothing: int
    helpful: int
    unhelpful: int

    @property
    def asked(self) -> int:
        """Return how many questions were asked."""
        return self.answered + self.closest + self.nothing


@dataclass(frozen=True, slots=True)
class Wish:
    """Questions that were not answered, or not well, alike enough to be one; how often, and why.

    ``nearly`` counts those that got the nearest briefings, which do not quite answer them.
    """

    example: str
    asked: int
    nearly: int
    unhelpful: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells of something missing: which questions, as "who else?" does not, which words."""

    question: Callable[[str], bool]
    word: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Insight:
    """What the last days tell, the oldest day first; words and numbers with their counts.

    ``remarks`` are those on answers whose questions are not kept any more, the newest first.
    """

    days: tuple[Day, ...]
    unknown: tuple[tuple[str, int], ...]
    wishes: tuple[Wish, ...]
    cited: tuple[tuple[int, int], ...]
    remarks: tuple[str, ...] = ()

    @property
    def asked(self) -> int:
        """Return how many questions were asked."""
        return sum(day.asked for day in self.days)


class Insights:
    """Counts what was asked."""

    def __init__(self, database: Database, questions: Questions) -> None:
        self._database = database
        self._questions = questions

    async def of(self, days: int, tells: Telling) -> Insight:
        """Return what the last ``days`` tell, today included; raise `StoreUnusable`."""
        await self._questions.flush()
        today = now().date()
        first = today - timedelta(days=days - 1)
        since = f"{first.isoformat()}T00:00:00Z"
        # By a connection of its own, as it may take seconds, and others have to read meanwhile.
        async with self._database.snapshot() as session:
            by_day = await self._days(session, first, today, since)
            unknown = await self._unknown(session, since, tells)
            asked = await self._asked(session, since)
            cited = await self._cited(session, since)
            remarks = await self._remarks(session, since)
        wishes = await asyncio.to_thread(lambda: grouped(_wishes_in(asked, tells)))
        return Insight(by_day, unknown, wishes, cited, remarks)

    async def _days(self, session: Session, first: date, last: date, since: str) -> tuple[Day, ...]:
        asked: Counter[tuple[str, str]] = Counter()
        for day, verdict, count in await session.rows(
            "SELECT substr(at, 1, 10), verdict, count(*) FROM questions WHERE at >= $1"
            " GROUP BY 1, 2",
            since,
        ):
            asked[day, verdict] = count
        for day, helpful, count in await session.rows(
            "SELECT substr(at, 1, 10), helpful, count(*) FROM votes WHERE at >= $1 GROUP BY 1, 2",
            since,
        ):
            asked[day, "helpful" if helpful else "unhelpful"] = count
        span = [first + timedelta(days=place) for place in range((last - first).days + 1)]
        kinds = ("answered", "closest", "nothing", "helpful", "unhelpful")
        return tuple(Day(day, *(asked[day.isoformat(), kind] for kind in kinds)) for day in span)

    async def _unknown(
        self, session: Session, since: str, tells: Telling
    ) -> tuple[tuple[str, int], ...]:
        rows = await session.rows(
            "SELECT value, count(*) FROM questions,"  # noqa: S608 - of the dialect
            f" {self._database.dialect.each('unknown')} WHERE at >= $1"
            " AND verdict != 'answered' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $2",
            since, _MOST_WORDS * 40,
        )  # fmt: skip
        counts: Counter[str] = Counter()
        written: dict[str, str] = {}
        for word, count in rows:
            if tells.word(str(word)):
                # The commonest spelling comes first, and is the one that is shown.
                spelling = written.setdefault(str(word).casefold(), str(word))
                counts[spelling] += int(count)
        return tuple(counts.most_common(_MOST_WORDS))

    async def _cited(self, session: Session, since: str) -> tuple[tuple[int, int], ...]:
        rows = await session.rows(
            "SELECT CAST(value AS INTEGER), count(*) FROM questions,"  # noqa: S608 - of the dialect
            f" {self._database.dialect.each('cited')} WHERE at >= $1"
            " AND verdict != 'nothing' GROUP BY 1 ORDER BY 2 DESC, 1",
            since,
        )
        return tuple((int(number), int(count)) for number, count in rows)

    async def _asked(self, session: Session, since: str) -> list[Row]:
        """Return the questions that were not answered, or not well, and what was said of that."""
        return await session.rows(
            "SELECT min(words), count(DISTINCT q.id), count(DISTINCT q.id) FILTER"  # noqa: S608
            " (WHERE verdict = 'closest'), count(*) FILTER (WHERE helpful = 0),"
            f" {self._database.dialect.gathered}(remark) FILTER (WHERE remark != '')"
            " FROM questions AS q LEFT JOIN votes AS v ON v.question = q.id"
            " WHERE q.at >= $1 AND (verdict != 'answered' OR helpful = 0)"
            " GROUP BY lower(words) ORDER BY 2 DESC, max(q.at) DESC LIMIT $2",
            since, _MOST_QUESTIONS,
        )  # fmt: skip

    async def _remarks(self, session: Session, since: str) -> tuple[str, ...]:
        """Return what was said of answers whose questions were deleted by who had asked them."""
        rows = await session.rows(
            "SELECT remark FROM votes AS v WHERE v.at >= $1 AND remark != '' AND NOT EXISTS"
            " (SELECT 1 FROM questions AS q WHERE q.id = v.question)"
            " ORDER BY v.at DESC LIMIT $2",
            since, _MOST_REMARKS,
        )  # fmt: skip
        return tuple(str(remark) for (remark,) in rows)


def _wishes_in(rows: Sequence[Row], tells: Telling) -> list[Wish]:
    """Return the questions that tell of something missing; of thousands that takes seconds."""
    return [
        Wish(words, asked, nearly, unhelpful, tuple(json.loads(remarks or "[]")))
        for words, asked, nearly, unhelpful, remarks in rows
        if unhelpful or tells.question(words[:_COMPARED])
    ]


def grouped(wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """Return the wishes with those that are alike made one, the most frequent first.

    Alike is a token set ratio of 75 or more with the first of a group
    (https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#token-set-ratio), which the most frequent
    question begins. Of long ones only the beginning is compared.
    """
    heads: list[str] = []
    groups: list[list[Wish]] = []
    for wish in sorted(wishes, key=lambda each: -each.asked):
        said = utils.default_process(wish.example[:_COMPARED])
        near = process.extractOne(said, heads, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
        if near is not None:
            groups[near[2]].append(wish)
        elif len(groups) < _MOST_GROUPS:
            heads.append(said)
            groups.append([wish])
    made = map(_one_of, groups)
    return tuple(sorted(made, key=lambda each: (-each.asked, each.example)))


def _one_of(members: Sequence[Wish]) -> Wish:
    return Wish(
        members[0].example,
        sum(each.asked for each in members),
        sum(each.nearly for each in members),
        sum(each.unhelpful for each in members),
        tuple(remark for each in members for remark in each.remarks),
    )
