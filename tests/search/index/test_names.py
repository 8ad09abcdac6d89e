"""Names in a sentence: of bodies, as far as such names go."""

from __future__ import annotations

from bot.search.index.analysis import Analyser, version
from bot.search.index.documents import Stems
from bot.search.index.fields import PAIR, values_in
from tests.search.conftest import briefing


def bodies_in(text: str) -> set[str]:
    """Return the names that initials may stand for."""
    held = briefing(1, text)
    entry = Analyser(Stems().__getitem__).analyse(held, version(held, 1))
    return {each.partition(PAIR)[2] for each in values_in(entry.terms, "initials")}


def test_the_name_of_a_body_has_small_words_inside() -> None:
    said = "On Monday it was heard that the Board for Rivers and Lakes of the Ruritanian Union met."

    assert "board for rivers and lakes of the ruritanian union" in bodies_in(said)


def test_a_text_full_of_capitals_has_no_names_without_end() -> None:
    said = "Lakes of the Union and ", "others heard what "
    few, many = (bodies_in(f"On Monday {said[0] * n}{said[1] * n}.") for n in (20, 200))

    assert max(len(each.split()) for each in many) <= 12
    assert many == few
