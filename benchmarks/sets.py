"""Question sets: folders with ``briefings.jsonl`` and ``questions*.jsonl``.

A briefing is a line ``{"id", "text", "title"}``, a question ``{"text", "relevant", "answer"}``: the
ids of the briefings that answer it, and how answers are worded. Title and answer may be left out.
``questions.jsonl`` is what is asked, ``questions_typo.jsonl`` and others the same in another form.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.model import Briefing, Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the keys of the briefings that answer it, and how answers are worded."""

    text: str
    relevant: frozenset[str]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Briefings, and questions in several forms: clean, and misspelt ones that came along."""

    name: str
    briefings: tuple[Briefing, ...]
    questions: tuple[Question, ...]
    variants: dict[str, tuple[Question, ...]]

    def without(self, keys: Iterable[str]) -> QuestionSet:
        """Return the set without the briefings of these keys."""
        gone = set(keys)
        kept = tuple(briefing for briefing in self.briefings if briefing.key not in gone)
        return replace(self, briefings=kept)


def read_sets(folder: Path) -> list[QuestionSet]:
    """Return every question set below ``folder``, by name; raise ``OSError``."""
    return [_read(path.parent) for path in sorted(folder.glob("*/briefings.jsonl"))]


def respelt(questions: Iterable[Question], change: Callable[[str], str]) -> tuple[Question, ...]:
    """Return the questions with their texts changed."""
    return tuple(replace(question, text=change(question.text)) for question in questions)


def _read(folder: Path) -> QuestionSet:
    briefings = tuple(
        Briefing(
            key=str(record["id"]), text=record["text"], title=record.get("title"),
            origin=Origin("briefings.jsonl", number), number=number,
        )
        for number, record in enumerate(_records(folder / "briefings.jsonl"), start=1)
    )  # fmt: skip
    variants = {
        path.stem.removeprefix("questions_"): _questions(path)
        for path in sorted(folder.glob("questions_*.jsonl"))
    }
    return QuestionSet(folder.name, briefings, _questions(folder / "questions.jsonl"), variants)


def _questions(path: Path) -> tuple[Question, ...]:
    return tuple(
        Question(
            record["text"],
            frozenset(map(str, record["relevant"])),
            tuple(record.get("answer", ())),
        )
        for record in _records(path)
    )


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
