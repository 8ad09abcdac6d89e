"""Engines over made-up and seed briefings, on real index folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Briefing, Origin, Verdict
from bot.search.engine import Engine, open_engine
from bot.search.index.building import build
from bot.search.verdict.confidence import Thresholds
from tests.conftest import SEED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.model import Answer, Context
    from bot.search.words.aliases import Aliases

    Make = Callable[[Sequence[str | Briefing]], Engine]


def briefing(number: int, text: str, **given: str | tuple[str, ...]) -> Briefing:
    """Return a briefing of a text, from a line of its own."""
    origin = Origin("made.txt", number)
    return Briefing(key=f"k{number}", text=text, origin=origin, number=number, **given)  # type: ignore[arg-type]


def asked(engine: Engine, *questions: str) -> Answer:
    """Return the answer to the last of the questions, put one after another."""
    context: Context | None = None
    for question in questions:
        answer = engine.ask(question, 3, context)
        context = answer.context
    return answer


def best(answer: Answer) -> int | None:
    """Return the number of the briefing that is shown first, None where nothing is found."""
    found = answer.citations
    return found[0].briefing.number if found and answer.verdict is not Verdict.NOTHING else None


def numbers_found(engine: Engine, question: str, limit: int = 5) -> list[int]:
    """Return the numbers of the briefings that are found for a question, the best first."""
    return [each.briefing.number for each in engine.ask(question, limit).citations]


@pytest.fixture
def make(tmp_path: Path, aliases: Aliases) -> Make:
    """Makes an engine over texts, or over whole briefings."""
    made = 0

    def engine(texts: Sequence[str | Briefing]) -> Engine:
        nonlocal made
        made += 1
        held = [
            briefing(number, text) if isinstance(text, str) else text
            for number, text in enumerate(texts, start=1)
        ]
        build(tmp_path / f"index{made}", held, made, aliases)
        return open_engine(tmp_path / f"index{made}", Thresholds(), aliases)

    return engine


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory, aliases: Aliases) -> Engine:
    """An engine over the seed briefings."""
    folder = tmp_path_factory.mktemp("seed") / "index"
    texts = SEED.read_text(encoding="utf-8").splitlines()
    build(folder, [briefing(line, text) for line, text in enumerate(texts, start=1)], 1, aliases)
    return open_engine(folder, Thresholds(), aliases)
