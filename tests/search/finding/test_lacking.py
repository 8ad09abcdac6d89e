"""What a briefing lacks of the names that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.finding.lacking import lacks_names, names_lacking
from bot.search.index.postings import Alternative
from bot.search.reading.terms import Term

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "A fire in the kennels of Ostra was caused by a heater.",
    "On the island of Velden firemen fought the fire for a week.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


def name(written: str, *, weight: float = 1.0) -> Term:
    """Return a term for a name that some briefing has."""
    return Term(written, (Alternative(written.lower(), 1.0),), weight, is_name=True)


def test_of_few_words_a_briefing_with_the_name_comes_before_one_with_more_of_the_others(
    make: Make,
) -> None:
    engine = make(TEXTS)

    assert engine.ask("what heater caused the fire").citations[0].briefing.number == 1
    answer = engine.ask("what heater caused the fire on Velden")
    assert (answer.citations[0].briefing.number, answer.elsewhere) == (2, ("heater", "caused"))


@pytest.mark.parametrize("question", ["fire heater Velden kennels", "caused fire heater velden"])
def test_where_no_briefing_with_the_name_is_nearly_as_good_the_order_stays(
    make: Make, question: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == 1
    assert answer.verdict is Verdict.CLOSEST
    assert [name.lower() for name in answer.elsewhere] == ["velden"]


def test_one_word_of_a_name_is_enough_and_another_name_is_not() -> None:
    terms = (name("Ilse"), name("Brandt"), Term("spoke", (Alternative("spoke", 1.0),), 1.0))

    assert not lacks_names(terms, (False, True, True))
    assert lacks_names(terms, (False, False, True))
    assert names_lacking(terms, (False, False, True)) == ("Ilse", "Brandt")
    assert names_lacking((*terms, name("Ostra")), (False, True, True, False)) == ("Ostra",)


def test_a_word_that_most_names_have_is_not_enough_of_one() -> None:
    terms = (name("Lake", weight=0.5), name("Ostra", weight=3.0), name("froze", weight=1.0))

    assert names_lacking(terms[:2], (True, False)) == ("Ostra",)
    assert names_lacking(terms[:2], (False, True)) == ()
    assert lacks_names(terms[:2], (True, False))


def test_what_a_hyphen_joins_is_found_once(make: Make) -> None:
    engine = make(
        [
            "Ostra's low-emission zone grows in May.",
            "Divers found a bell in Velden.",
            *(f"Village {number} held its yearly fair." for number in range(12)),
        ]
    )

    elsewhere = engine.ask("when does the low-emission zone start in Velden")
    here = engine.ask("when does the low-emission zone start in Ostra")

    assert (elsewhere.verdict, elsewhere.elsewhere) == (Verdict.CLOSEST, ("Velden",))
    assert here.verdict is Verdict.ANSWERED


def test_one_of_many_names_may_be_lacking() -> None:
    verb = Term("met", (Alternative("met", 1.0),), 1.0)
    many = (name("Ilse"), verb, name("Olga"), verb, name("Ostra"))

    assert not lacks_names(many, (False, True, True, True, True))
    assert lacks_names(many, (False, True, False, True, True))
