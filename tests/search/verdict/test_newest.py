"""Who asks for what is new about something gets the newest of it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import briefing, numbers_found

if TYPE_CHECKING:
    from tests.search.conftest import Make

WIDE = (
    ("2026-03-02", "Karlsheim, Karlsheim! The miners of Karlsheim ended their strike."),
    (None, "Nobody in Karlsheim knows when the storm was."),
    ("2026-09-20", "The bridge of Ostra was opened."),
    ("2026-07-11", "A storm tore roofs off in Karlsheim."),
    ("2026-08-05", "After the storm, the council of Karlsheim pays for new roofs."),
)


@pytest.mark.parametrize(
    "question",
    [
        "what is new about Karlsheim?",
        "latest on Karlsheim",
        "any news from Karlsheim",
        "Karlsheim news",
        "what's going on in Karlsheim?",
        "was gibt es Neues aus Karlsheim?",
        "quoi de neuf sur Karlsheim ?",
        "noticias sobre Karlsheim",
        "новости о Karlsheim",
    ],
)
def test_what_is_new_about_something_comes_first(make: Make, question: str) -> None:
    engine = make([briefing(n, text, date=day) for n, (day, text) in enumerate(WIDE, 1)])  # type: ignore[arg-type]

    assert numbers_found(engine, question) == [5, 4, 1, 2]
    assert numbers_found(engine, "miners of Karlsheim")[0] == 1


def test_what_is_new_is_what_has_all_that_is_asked_for(make: Make) -> None:
    engine = make([briefing(n, text, date=day) for n, (day, text) in enumerate(WIDE, 1)])  # type: ignore[arg-type]

    assert numbers_found(engine, "news about the storm in Karlsheim")[:3] == [5, 4, 2]


def test_the_newest_is_found_among_ever_so_many(make: Make) -> None:
    texts = [
        briefing(n, f"Ostra, Ostra: number {n} of Ostra.", date="2026-01-02") for n in range(1, 91)
    ]
    engine = make([*texts, briefing(91, "A bridge at last in Ostra.", date="2026-01-03")])

    assert numbers_found(engine, "latest on Ostra")[0] == 91


def test_without_dates_what_is_new_is_what_fits_best(make: Make) -> None:
    engine = make([text for _, text in WIDE])

    assert numbers_found(engine, "any news on Karlsheim") == numbers_found(engine, "Karlsheim")
    assert engine.ask("what happened in March 2031?").unknown == ("March", "2031")


def test_the_newest_without_dates_are_by_their_numbers(make: Make) -> None:
    undated = make(["It rained in Ostra.", "It snowed in Velden."])
    dated = make([briefing(1, "It rained in Ostra.", date="2026-03-02")])

    assert undated.ask("what is the newest?").is_by_number
    assert not undated.ask("Ostra").is_by_number
    assert not dated.ask("what is the newest?").is_by_number


def test_it_is_told_where_nothing_that_is_new_or_of_a_time_has_a_date(make: Make) -> None:
    undated = make(["It rained in Ostra.", "It snowed in Velden."])
    dated = make([briefing(1, "It rained in Ostra.", date="2026-03-02")])
    asked = ("latest on Ostra", "was gibt es Neues über Ostra?", "Ostra last week")

    assert all(undated.ask(question).is_undated for question in asked)
    assert not undated.ask("Ostra").is_undated
    assert not any(dated.ask(question).is_undated for question in asked)
