"""What is written as in chats is read as what it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.reading.shorthand import spelt_out
from bot.search.words.english import English

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Fishers on Lake Ostra sue the river board over torn nets.",
    "The miners of Karlsheim ended their strike after nine days.",
)


def _spelt(question: str, *known: str) -> str:
    return spelt_out(question, known.__contains__, English())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("wat happened in Ostra", "what happened in Ostra"),
        ("Wut abt teh nets", "what about the nets"),
        ("WAT HAPPENED IN OSTRA", "what HAPPENED IN OSTRA"),
        ("hiii pleeease tell me", "hi please tell me"),
        ("sooo cooool", "so cool"),
        ("who r u. n where", "who are you. and where"),
        ("who is it upto, aswell", "who is it up to, as well"),
        ("nets vs miners", "nets and miners"),
    ],
)
def test_chat_spellings_are_spelt_out(written: str, meant: str) -> None:
    assert _spelt(written) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who is DA Wat?",
        "the e-da court",
        "www iii",
        "What did Da Silva say?",
        "tel aviv",
        "Hmm-land",
        "before wwiii",
        "WWIII",
        "U.N. peacekeepers",
        "u.s.a. and u.k.",
    ],
)
def test_names_and_what_may_be_one_stay(question: str) -> None:
    assert _spelt(question) == question


def test_what_the_briefings_have_stays() -> None:
    assert _spelt("da silva", "da") == "da silva"


@pytest.mark.parametrize(
    "question",
    [
        "wat did teh miners do lol",
        "y did da minrs end ther strike??",
        "heyyy gimme info on karlsheim plssss",
        "omg wat r the miners of karlsheim doin",
        "news karlsheim",
        "find news about karlsheim miners",
    ],
)
def test_chat_is_answered_and_nothing_of_it_named_as_missing(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == 2
