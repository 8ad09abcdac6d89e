"""What happened in a country tells nothing of its capital, nor of another country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "Landslides killed 14 shepherds in the hills of Peru in May, after a week of rain.",
    "Kruse Mills cuts 900 jobs, half of them in Denmark, as it bakes less bread.",
    "A mast fell in the capital of Kenya and hurt nine drummers at a parade.",
    "The government of Chile taxes copper, and shops in the US sell it in coils.",
    "Norway's party of gardeners came first in the parliamentary election with 40 seats.",
    "A vote on herring was held in Iceland on Monday.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        # It was read as its country, and is told so.
        ("How many shepherds were killed by landslides in Lima?", ()),
        ("How many jobs does Kruse Mills cut in the US?", ("US",)),
        ("Who came first in the parliamentary election in Iceland?", ("Iceland",)),
    ],
)
def test_what_is_asked_of_another_place_is_the_closest(
    make: Make, question: str, elsewhere: tuple[str, ...]
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.elsewhere) == (Verdict.CLOSEST, elsewhere)


def test_a_country_counts_however_many_briefings_name_it(make: Make) -> None:
    engine = make(
        [
            "Landslides in Peru buried three herds. Shepherds fled to the plain.",
            *(f"Chile's village {number} held its yearly fair." for number in range(30)),
        ]
    )

    assert engine.ask("Peru landslides shepherds").verdict is Verdict.ANSWERED
    assert engine.ask("Chile landslides shepherds").verdict is Verdict.CLOSEST
    assert engine.ask("Did landslides bury herds of Chile?").verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    "question",
    [
        "How many shepherds were killed by landslides in Peru?",
        "How many jobs does Kruse Mills cut in Denmark?",
        "How many drummers were hurt when a mast fell in Nairobi?",
        "Does the government in Santiago tax copper?",
        "Who came first in the parliamentary election in Norway?",
    ],
)
def test_what_is_asked_of_the_same_place_is_answered(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Blinken's visit to Kyiv", Verdict.CLOSEST),
        ("Did Blinken travel to Kyiv?", Verdict.CLOSEST),
        ("blinkens visit to kyiv", Verdict.CLOSEST),
        ("Lavrov's trip to Beijing", Verdict.ANSWERED),
        ("Blinken on Kyiv", Verdict.ANSWERED),
    ],
)
def test_who_goes_to_a_capital_is_told_of_only_where_somebody_goes_to_its_country(
    seed: Engine, question: str, verdict: Verdict
) -> None:
    assert seed.ask(question).verdict is verdict


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("A minister of Peru, Olga Stein, visits Norland on Monday.", Verdict.CLOSEST),
        ("Olga Stein, a Norland minister, visits Peru on Monday.", Verdict.ANSWERED),
        ("Olga Stein, a Norland minister, begins a Peruvian visit on Monday.", Verdict.ANSWERED),
    ],
)
def test_whose_country_is_told_goes_not_to_its_capital(
    make: Make, told: str, verdict: Verdict
) -> None:
    assert make([told, *TEXTS[6:]]).ask("When did Olga Stein visit Lima?").verdict is verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("When did rebels take Lima?", Verdict.CLOSEST),
        ("When was Lima captured by rebels?", Verdict.CLOSEST),
        ("When did rebels warn Lima?", Verdict.ANSWERED),
        ("When did rebels take Velden?", Verdict.ANSWERED),
    ],
)
def test_who_takes_a_town_of_a_country_takes_not_its_capital(
    make: Make, question: str, verdict: Verdict
) -> None:
    told = "Rebels warned Peru on 4 May, captured the town of Velden and will take a bridge."
    assert make([told, *TEXTS[6:]]).ask(question).verdict is verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("What did the mayor of Lima say about Velden?", Verdict.CLOSEST),
        ("What did Lima's mayor say about Velden?", Verdict.CLOSEST),
        ("What did Lima say about Velden?", Verdict.ANSWERED),
        ("What did the mayor of Velden say about the flood?", Verdict.ANSWERED),
    ],
)
def test_the_mayor_of_a_capital_does_not_speak_for_the_country(
    make: Make, question: str, verdict: Verdict
) -> None:
    told = "Peru said the flood of Velden was over, and the mayor of Velden said it was not."
    assert make([told, *TEXTS[6:]]).ask(question).verdict is verdict


@pytest.mark.parametrize("question", ["South Sudan", "What did the army of South Sudan leave?"])
def test_a_country_is_not_the_south_of_another(make: Make, question: str) -> None:
    army = "Sudan's army left a village in the south."
    fairs = TEXTS[6:]

    other = make([army, *fairs]).ask(question)
    same = make([army.replace("Sudan", "South Sudan"), *fairs]).ask(question)

    assert (other.verdict, other.elsewhere) == (Verdict.CLOSEST, ("South Sudan",))
    assert same.verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What did the United States warn of?", "The US warned Gulf states of a drone threat."),
        ("What did the European Union propose?", "The EU proposed a customs union with Norland."),
        ("What did South Korea launch?", "The Republic of Korea launched a spy satellite."),
        ("South Sudan's troops", "South Sudanese troops left Sudan."),
    ],
)
def test_a_country_of_two_words_may_be_called_otherwise(
    make: Make, question: str, text: str
) -> None:
    assert make([text, *TEXTS[6:]]).ask(question).verdict is Verdict.ANSWERED


def test_who_goes_to_the_united_nations_goes_to_no_united_states(make: Make) -> None:
    engine = make(["Envoy Ilse Brandt went to the United Nations.", *TEXTS[6:]])

    assert engine.ask("Did envoy Ilse Brandt go to Washington?").verdict is not Verdict.ANSWERED


NAMESAKES = (
    "Jordan Pickwell left Hull City for a club in Leeds. Fans of the keeper were angry.",
    "Chad Merriweather, a former sheriff, opened a bakery in Denver.",
    "A storm closed the port of Varna for two days.",
    "Nurses in Ulm ended their strike.",
)


@pytest.mark.parametrize(
    "question",
    [
        "what happened in Chad?", "who left in Jordan?", "what opened in Chad?",
        "Which bakery opened in Chad?", "Jordanian keeper", "Who is the Jordanian keeper?",
        "which African country opened a bakery?", "What happened in Africa?", "news from the Sahel",
        "Middle East news", "Who left in the Middle East?",
    ],
)  # fmt: skip
def test_whoever_is_called_like_a_country_tells_nothing_of_it(make: Make, question: str) -> None:
    assert make(NAMESAKES).ask(question).verdict is not Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Jordan Pickwell", 1), ("which club did Jordan join", 1), ("jordan", 1), ("Chad", 2),
        ("What did Chad Merriweather open?", 2), ("jordan pickwell club", 1),
    ],
)  # fmt: skip
def test_whoever_is_called_like_a_country_is_found(make: Make, question: str, number: int) -> None:
    answer = make(NAMESAKES).ask(question)

    assert answer.verdict is not Verdict.NOTHING
    assert answer.citations[0].briefing.number == number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("what happened in Chad?", 5), ("What happened in Africa?", 5), ("news from the Sahel", 5),
        ("refugees in Jordan", 6), ("tents in the Middle East", 6), ("Cuban hotels", 7),
        ("which king opened a dam in Jordan?", 8), ("dam in the Middle East", 8),
        ("soldiers in Chad", 5), ("Jordan Valley flood", 9), ("flood in Jordan", 9),
    ],
)  # fmt: skip
def test_what_is_told_of_the_country_comes_before_whoever_is_called_like_it(
    make: Make, question: str, number: int
) -> None:
    countries = (
        "Chad's army lost ten soldiers at a lake.",
        "Tents for 900 refugees were set up in Jordan.",
        "Cuba Gooding stayed at home. Hotels in Cuba had no power.",
        "Jordan King Abdullah opened a dam near Ajloun.",
        "A flood in the Jordan Valley swept away date palms.",
    )

    answer = make((*NAMESAKES, *countries)).ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert answer.citations[0].briefing.number == number
