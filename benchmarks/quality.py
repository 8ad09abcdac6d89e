"""How well answers are found: our search beside others, on the same questions in the same run.

``python -m benchmarks.quality FOLDER`` with question sets below the folder (see `benchmarks.sets`).
"""

from __future__ import annotations

import random
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.engines import ENGINES
from benchmarks.engines.attache import Attache
from benchmarks.metrics import auroc, ranking
from benchmarks.noise import misspelt
from benchmarks.sets import Question, QuestionSet, read_sets, respelt
from bot.model import SpanKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEED = 20_261_123
_QUICK = 300
_FOLDS = 5
_SLOW = "rapidfuzz token_set_ratio"


def main(
    folder: Annotated[Path, typer.Argument(help="Folder with question sets.", exists=True)],
    *,
    only: Annotated[str | None, typer.Option(help="Name of the only engine to measure.")] = None,
    quick: Annotated[bool, typer.Option(help="A fixed sample of 300 questions a set.")] = False,
) -> None:
    """Print the tables."""
    console = Console()
    sets = [_sampled(each) if quick else each for each in read_sets(folder)]
    ours = {each.name: Attache(each.briefings) for each in sets}
    console.print(_ranking_table(sets, [only] if only else list(ENGINES)))
    console.print(_abstention_table(sets, ours))
    console.print(_sentence_table(sets, ours))


def _sampled(questions: QuestionSet) -> QuestionSet:
    chosen = random.Random(_SEED).sample(
        range(len(questions.questions)), k=min(_QUICK, len(questions.questions))
    )
    return QuestionSet(
        questions.name,
        questions.briefings,
        tuple(questions.questions[place] for place in sorted(chosen)),
        questions.variants,
    )


def _variants(questions: QuestionSet) -> dict[str, Sequence[Question]]:
    found: dict[str, Sequence[Question]] = {"clean": questions.questions}
    for probability in (0.3, 0.6):
        rng = random.Random(_SEED)
        found[f"typo {probability}"] = respelt(
            questions.questions,
            lambda text, p=probability, r=rng: misspelt(text, p, r),  # type: ignore[misc]
        )
    return found | questions.variants


def _ranking_table(sets: Sequence[QuestionSet], names: Sequence[str]) -> Table:
    table = Table("set", "questions", "engine", "hit@1", "hit@3", "MRR@10", title="Ranking")
    for each in sets:
        searchers = {name: ENGINES[name](each.briefings) for name in names}
        for variant, questions in _variants(each).items():
            for name, searcher in searchers.items():
                asked = questions[:_QUICK] if name == _SLOW else questions
                found = [searcher.search(question.text, 10) for question in asked]
                got = ranking(found, [question.relevant for question in asked])
                shown = [f"{value:.3f}" for value in (got.hit1, got.hit3, got.mrr10)]
                table.add_row(each.name, variant, name, *shown)
        table.add_section()
    return table


def _abstention_table(sets: Sequence[QuestionSet], ours: dict[str, Attache]) -> Table:
    table = Table(
        "briefings", "questions", "AUROC", "answered", "closest", "nothing", title="Abstention"
    )
    own = {each.name: _judged(ours[each.name], each.questions) for each in sets}
    for each in sets:
        table.add_row(each.name, "its own", "", *_shares(own[each.name]))
        for other in sets:
            if other.name != each.name:
                foreign = _judged(ours[each.name], other.questions)
                told = auroc(
                    [value for value, _ in own[each.name]], [value for value, _ in foreign]
                )
                table.add_row(each.name, other.name, f"{told:.3f}", *_shares(foreign))
        orphaned = _orphaned(each)
        told = auroc([value for value, _ in own[each.name]], [value for value, _ in orphaned])
        table.add_row(each.name, "its own, answer taken out", f"{told:.3f}", *_shares(orphaned))
        table.add_section()
    return table


def _judged(engine: Attache, questions: Sequence[Question]) -> list[tuple[float, Verdict]]:
    answers = [engine.ask(question.text) for question in questions]
    return [(answer.confidence, answer.verdict) for answer in answers]


def _orphaned(questions: QuestionSet) -> list[tuple[float, Verdict]]:
    """Ask each question of a collection without its briefing, a fifth of them at a time."""
    found: list[tuple[float, Verdict]] = []
    for fold in range(_FOLDS):
        asked = questions.questions[fold::_FOLDS]
        gone = [key for question in asked for key in question.relevant]
        found += _judged(Attache(questions.without(gone).briefings), asked)
    return found


def _shares(judged: Sequence[tuple[float, Verdict]]) -> list[str]:
    count = max(len(judged), 1)
    return [f"{sum(given is verdict for _, given in judged) / count:.2f}" for verdict in Verdict]


def _sentence_table(sets: Sequence[QuestionSet], ours: dict[str, Attache]) -> Table:
    table = Table(
        "set", "right briefing first", "bold holds the answer", title="Answering sentence"
    )
    for each in sets:
        right = holds = 0
        for question in each.questions:
            citations = ours[each.name].ask(question.text).citations
            if not question.answers or not citations:
                continue
            briefing = citations[0].briefing
            if briefing.key not in question.relevant or not _holds(briefing.text, question):
                continue
            bold = [span for span in citations[0].spans if span.kind is SpanKind.ANSWER]
            right += 1
            holds += any(_holds(briefing.text[span.start : span.end], question) for span in bold)
        if right:
            table.add_row(each.name, str(right), f"{holds / right:.3f}")
    return table


def _holds(text: str, question: Question) -> bool:
    return any(_plain(answer) in _plain(text) for answer in question.answers if _plain(answer))


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


if __name__ == "__main__":
    typer.run(main)
