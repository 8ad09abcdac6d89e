"""What is most like what was shown, where only another place or thing is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_the_one_of_another_country_is_what_is_most_like_the_one_shown(make: Make) -> None:
    engine = make(
        [
            "The probe Kestrel landed on a comet to bring dust back to Earth.",
            "India's central bank raised its rate. India, India and India.",
            "A probe of India's was to land on a comet and failed; its dust stays there.",
        ]
    )

    assert best(asked(engine, "what is Kestrel for?", "ok and the Indian one?")) == 3


def test_of_another_country_it_may_be_told_in_other_words(make: Make) -> None:
    engine = make(
        [
            "The physician Ilse Brandt cured a rabbit in Denmark.",
            "Greece dredges a harbour.",
            "A doctor in Greece healed a goat.",
        ]
    )

    answer = asked(engine, "which physician cured the rabbit in Denmark?", "and Greece?")

    assert best(answer) == 3
    assert answer.verdict is Verdict.ANSWERED
    assert "physician" in answer.about


def test_a_thing_that_is_no_place_is_a_subject_of_its_own(make: Make) -> None:
    engine = make(
        [
            "Parking in Velden costs 2 euros an hour from May on.",
            "The Quenby lido opens at noon and is heated.",
            "Fog.",
        ]
    )

    answer = asked(engine, "what does parking in Velden cost?", "and the Quenby lido?")

    assert best(answer) == 2
    assert answer.verdict is Verdict.ANSWERED
