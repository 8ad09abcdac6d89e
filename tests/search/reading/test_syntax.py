"""What the build of a question tells of its words."""

from __future__ import annotations

import re

import pytest

from bot.search.reading.syntax import Syntax, syntax_of
from bot.search.reading.terms import Term

_WORDS = re.compile(r"[\w-]+")
_FUNCTION_WORDS = frozenset(
    "a about am and anyone are by did does from how i in is many of so the to was were what when"
    " where who whom why will which with".split()
)


def read(question: str, kinds: str = "") -> Syntax:
    """Return the build of a question whose names have capitals, and whose ``kinds`` are such."""
    return syntax_of(_terms(question, kinds.split()))


def _terms(question: str, kinds: list[str]) -> list[Term]:
    found: list[Term] = []
    behind = 0
    for word in _WORDS.finditer(question):
        written = word[0]
        if written.lower() not in _FUNCTION_WORDS:
            before = question[behind : word.start()].strip()
            is_name = written[0].isupper()
            is_kind = written in kinds
            found.append(Term(written, (), 1.0, is_name=is_name, before=before, is_kind=is_kind))
            behind = word.end()
    return found


def _lowered(question: str, kinds: str = "") -> list[str]:
    """Return the words that count less than others."""
    terms = _terms(question, kinds.split())
    shares = syntax_of(terms).shares
    return [term.written for term, share in zip(terms, shares, strict=True) if share < 1]


@pytest.mark.parametrize(
    ("question", "lowered"),
    [
        ("who gave the speech about the new harbour", ["new", "harbour"]),
        ("what caused the fire in the mill of Lindau", ["mill", "Lindau"]),
        ("who found the ring", []),
        ("which ring was found in 1970", []),
        ("how many were hurt in the race planned", ["race"]),
        ("who was to blame", []),
        ("what is the name of the ferry", []),
    ],
)
def test_what_stands_behind_a_preposition_sets_the_scene(question: str, lowered: list[str]) -> None:
    assert _lowered(question) == lowered


def test_a_kind_of_thing_that_is_wanted_is_no_scene() -> None:
    assert _lowered("in which harbour is the ferry", "harbour") == []


@pytest.mark.parametrize(
    "question",
    [
        "I live near Lindau. who repairs the bridge?",
        "I live near Lindau, who repairs the bridge",
        "what a mess near Lindau! who repairs the bridge",
    ],
)
def test_what_is_said_before_a_question_sets_its_scene(question: str) -> None:
    lowered = _lowered(question)

    assert "Lindau" in lowered
    assert not {"repairs", "bridge"} & set(lowered)


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("what did the guard say", 0),
        ("why was Alan Weir late", 1),
        ("whom does the mayor blame", 0),
        ("sad. what did the guard say", 1),
        ("who was late", None),
        ("what is the depth", None),
        ("the guard of Lindau", None),
        ("", None),
    ],
)
def test_the_subject_is_whose_doing_is_asked_for(question: str, subject: int | None) -> None:
    assert read(question).subject == subject


@pytest.mark.parametrize(
    ("question", "kinds", "role"),
    [
        ("which judge stopped the sale", "judge", 0),
        ("which opposition politician was late", "opposition politician", 1),
        ("who is the finance minister of Lindau", "", 1),
        ("who stopped the sale", "", None),
        ("how long was the sale", "long", None),
    ],
)
def test_the_role_is_what_somebody_is(question: str, kinds: str, role: int | None) -> None:
    assert read(question, kinds).role == role


def test_who_somebody_is_may_be_asked_by_the_name_alone() -> None:
    assert read("who is Jan Ost").names_somebody
    assert not read("who is the mayor").names_somebody
    assert not read("who is Jan of Lindau").names_somebody
    assert not read("who saw Jan Ost").names_somebody


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("when was the old ferry repaired", {0, 1}),
        ("who repaired the bell", {1}),
        ("who rebuilt a ferry", set()),
    ],
)
def test_a_question_takes_for_known_what_has_an_article(question: str, known: set[int]) -> None:
    assert read(question).known == known


def test_who_does_something_is_asked_by_the_verb() -> None:
    assert read("who owns the ferry").deed == 0
    assert read("who is the owner").deed is None
    assert read("who did Jan Ost see").deed is None


def test_what_anybody_did_is_wanted_most() -> None:
    wanted, sets = read("was anyone hurt in the flood").shares

    assert wanted > 1 > sets


def test_what_is_asked_for_is_not_spoken_of_as_known() -> None:
    assert read("what was the turnout in the election").known == {1}
    assert read("what is the old ferry made of").known >= {0, 1}
