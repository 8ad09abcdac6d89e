"""The asking word that a question opens with is told though it is misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import SpanKind
from bot.search.reading.opening_word import with_asking_word
from bot.search.words.english import English

if TYPE_CHECKING:
    from tests.search.conftest import Make


def _mended(question: str, *known: str) -> str:
    return with_asking_word(question, known.__contains__, English())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("wehn is the fair", "when is the fair"),
        ("wher is the fair", "where is the fair"),
        ("Whcih judge resigned?", "which judge resigned?"),
        ("whree was it", "where was it"),
        ("waht's the matter", "what's the matter"),
        ("hwo many seals", "how many seals"),
        ("hwo did it end", "how did it end"),
        ("hwo won", "who won"),
        ("\u00bfwhih one", "\u00bfwhich one"),
    ],
)
def test_a_slip_for_an_asking_word_is_mended(written: str, meant: str) -> None:
    assert _mended(written) == meant


@pytest.mark.parametrize(
    "question",
    ["white seals", "whale in the Thames", "that is it", "when is it", "shut", "how now", "hew it"],
)
def test_other_words_stay(question: str) -> None:
    assert _mended(question) == question


def test_what_the_briefings_have_stays() -> None:
    assert _mended("wher dam", "wher") == "wher dam"


def test_the_sentence_of_the_kind_that_is_asked_for_is_the_answer(make: Make) -> None:
    text = "The fair of Ostra drew crowds. Its baker sold bread. The fair opens on 14 May."

    spans = make([text]).ask("wehn is the fair?").citations[0].spans

    bold = [text[span.start : span.end] for span in spans if span.kind is SpanKind.ANSWER]
    assert bold == ["The fair opens on 14 May."]
