"""Measures of ranking and of telling answerable questions from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


@dataclass(frozen=True, slots=True)
class Ranking:
    """How high relevant entries came, each a mean over the questions from 0 to 1."""

    hit1: float
    hit3: float
    mrr10: float


def ranking(results: Sequence[Sequence[str]], relevant: Sequence[Collection[str]]) -> Ranking:
    """Return hit@1, hit@3 and MRR@10 of ranked keys against the relevant ones."""
    places = [
        next((place for place, key in enumerate(found[:10], start=1) if key in wanted), None)
        for found, wanted in zip(results, relevant, strict=True)
    ]
    count = max(len(places), 1)
    return Ranking(
        hit1=sum(place == 1 for place in places) / count,
        hit3=sum(place is not None and place <= 3 for place in places) / count,
        mrr10=sum(1 / place for place in places if place) / count,
    )


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return how often a positive has the higher value than a negative, ties counted half."""
    values = np.concatenate([np.asarray(positive), np.asarray(negative)])
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    size = len(positive)
    if not size or not len(negative):
        return float("nan")
    return float((ranks[:size].sum() - size * (size + 1) / 2) / (size * len(negative)))
