"""Other names in a text are not the one of whom or what it speaks of."""

from __future__ import annotations

import pytest

from bot.search.verdict.unnamed import asked_to_name, leaves_unnamed


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What is the name of the tanker that sank?", ("tanker",)),
        ("What's the tanker's name?", ("tanker",)),
        ("What is the surname of the captain?", ("captain",)),
        ("Who is the chief executive of Ostra Mills?", ("chief", "executive")),
        ("Who was Ilse Brandt's lawyer?", ("lawyer",)),
        ("What is the name of the village?", ()),
        ("Who is mayor of Ostra?", ("mayor",)),
        ("Who is afraid of the tanker?", ()),
        ("Who was hurt?", ()),
        ("Where is the tanker?", ()),
        ("names of the party members Ostra's ministry meant", ("party", "members")),
        ("What is the name of the leading party?", ()),
        ("The two divers hurt off Ostra, what were their names?", ("divers",)),
        ("I'd like to know who was the mate of the tanker", ("mate",)),
    ],
)
def test_a_question_asks_for_a_name_by_what_somebody_is(
    question: str, asked: tuple[str, ...]
) -> None:
    assert asked_to_name(question) == asked


@pytest.mark.parametrize(
    "text",
    [
        ["The tanker Velda sank off Ostra."],
        ["A tanker sank.", "Olga Stein was built in 1990."],
        ["A tanker sank off Ostra.", "It was called after a saint."],
        ["“Velda” was the best tanker."],
        ["Velda Star is a tanker."],
    ],
)
def test_a_name_stands_beside_what_is_spoken_of_or_alone_in_the_next_sentence(
    text: list[str],
) -> None:
    assert not leaves_unnamed("What is the name of the tanker?", text, [0], _is_never_a_name)


@pytest.mark.parametrize(
    "text",
    [
        ["A tanker sank off Ostra on Monday."],
        ["A Danish tanker of the Velt Authority sank in Norland."],
        ["A tanker sank.", "Captain Olga Stein was saved."],
        ["A tanker sank.", "It hit the island.", "Olga Stein saw it."],
        ["Mayor Olga Stein saw a tanker."],
        ["A tanker sank, and volunteer diver Olga Stein was hurt."],
        ["A tanker sank on its way from Ostra to Dorn."],
    ],
)
def test_places_peoples_bodies_and_who_has_an_office_are_others(text: list[str]) -> None:
    assert leaves_unnamed("What is the name of the tanker?", text, [0], _is_never_a_name)


def test_of_what_no_sentence_speaks_of_nothing_is_known() -> None:
    assert not leaves_unnamed("What is the name of the tanker?", ["It sank."], [], _is_never_a_name)


def test_whom_the_question_names_is_no_answer() -> None:
    question = "Who is Olga Stein's lawyer?"
    assert leaves_unnamed(question, ["Her lawyer praised Stein."], [0], _is_never_a_name)
    assert not leaves_unnamed(
        question, ["Lawyer Emil Harder praised Stein."], [0], _is_never_a_name
    )


def test_who_is_called_after_a_place_has_another_name_than_that() -> None:
    told = ["Queen Sigrid of Thule sang."]
    assert not leaves_unnamed("Who is queen of Thule?", told, [0], _is_never_a_name)


def test_in_a_question_of_small_letters_any_word_may_be_a_last_name() -> None:
    told = ["Her lawyer praised Olga Stein."]
    assert leaves_unnamed("who is the lawyer who praised stein", told, [0], _is_never_a_name)
    assert not leaves_unnamed("Who is the lawyer who praised stein?", told, [0], _is_never_a_name)


def test_a_text_of_nothing_but_names_is_read_in_a_moment() -> None:
    text = ["The tanker " + "Olga Stein of Ostra and " * 20_000]
    assert not leaves_unnamed("What is the name of the tanker?", text, [0], _is_never_a_name)


def _is_never_a_name(_: str) -> bool:
    return False


@pytest.mark.parametrize("said", ["called for a strike", "spoke of “a bad year”"])
def test_what_is_called_for_or_quoted_tells_nobody_who_somebody_is(said: str) -> None:
    text = [f"The mayor {said} after the gale."]

    assert leaves_unnamed("Who is the mayor of Dorn?", text, [0], _is_never_a_name)
