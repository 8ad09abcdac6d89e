"""Verbs that are said in several words, in texts and in questions."""

from __future__ import annotations

import pytest

from bot.search.words.phrasal import said_as, verbs_meant


@pytest.mark.parametrize(
    ("verb", "text", "says"),
    [
        ("postponed", "the race was put off.", True),
        ("delay", "they pushed the long race back.", True),
        ("fired", "the cook was let go.", True),
        ("replaced", "her deputy takes over.", True),
        ("exploded", "the boiler blew up.", True),
        ("postponed", "she put the race on the list.", False),
        ("fired", "they let the cook sing and go.", False),
    ],
)
def test_a_verb_in_any_form_is_said_by_its_phrases_in_any(verb: str, text: str, says: bool) -> None:
    phrases = said_as(verb)

    assert phrases is not None
    assert (phrases.search(text) is not None) is says


def test_a_word_without_phrases_has_none() -> None:
    assert said_as("bake") is None
    assert verbs_meant("Who baked the bread?") == ()


@pytest.mark.parametrize("told", ["the race was postponed.", "the race has been delayed."])
def test_a_phrase_of_a_question_is_said_by_its_verbs(told: str) -> None:
    ((said, otherwise),) = verbs_meant("Why was the race put off?")

    assert said == {"put", "off"}
    assert otherwise.search(told)


def test_a_phrase_of_a_question_is_said_by_another_one_of_its_verbs() -> None:
    found = verbs_meant("Who stands in for the cook?")

    assert any(otherwise.search("her deputy takes over.") for _, otherwise in found)
