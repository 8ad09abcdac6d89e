"""People ask by regions of the world, and briefings name countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.engine import open_engine
from bot.search.index.building import build
from bot.search.verdict.confidence import Thresholds
from tests.search.conftest import best, briefing

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from bot.search.words.aliases import Aliases
    from tests.search.conftest import Make

TEXTS = (
    "Denmark wants to take mobile phones out of classrooms from August, a minister said.",
    "A nationwide power cut left Cuba in the dark after a plant near Matanzas failed.",
    "Fourteen people died when two passenger trains collided in Egypt near Zagazig.",
    "A magnitude 6.1 quake shook the coast of Peru, and schools in Arequipa were closed.",
    "Villagers in Nepal planted millet above the tree line for the first time.",
    "Slovenia will hold a vote on assisted dying in November.",
    "Kazakhstan opened a bridge over the Irtysh for lorries.",
    "Inflation in Argentina fell to two per cent in May, the statistics office said.",
    "Japan's prime minister resigned after her party lost a vote on the budget.",
    "Vietnam banned single-use plastic in hotels along its coast.",
    "Officers seized power in Ouagadougou overnight in a coup.",
    "Ethiopia filled the reservoir behind its new dam.",
    "Qatar cut the price of its natural gas for winter.",
    "Israeli archaeologists found a mosaic under a car park.",
    "Portugal's wildfires burned 4,000 hectares of eucalyptus.",
    "Malta legalised the sale of its passports again.",
    "Bolivia ran short of diesel, and lorry drivers blocked roads.",
    "A volcano erupted in Guatemala, and 900 families fled.",
    "Kenya's teachers went on strike over pensions.",
    "Botswana found a diamond of 2,500 carats.",
    "Romania annulled its ballot after a court ruling.",
    "Belgium's rail workers walked out for two days.",
    "Hungary vetoed a loan for steelworks.",
    "Tuvalu asked for help against the rising sea.",
    "Ireland raised its minimum wage to 14 euros.",
    "Norway ordered twelve frigates from a British yard.",
    *(f"Mayor number {number} opened the yearly fair of cheese." for number in range(14)),
)
NAMING = (
    "The Africa Cup begins on Sunday with a match at the new stadium.",
    "Nordic Airlines called off its flights after a software fault.",
    "Latin America needs more dentists, a study showed.",
    "Directors from North Africa and the Middle East showed nine films at a festival.",
    "A book on Central Asia, the Caribbean and the Himalayas won a prize.",
    "A choir recorded South American, Southeast Asian and West African songs anew.",
)
"""What has the regions' own words in it, and is on something else."""


def _over(texts: tuple[str, ...], factory: pytest.TempPathFactory, aliases: Aliases) -> Engine:
    folder = factory.mktemp("regions") / "index"
    build(folder, [briefing(line, text) for line, text in enumerate(texts, start=1)], 1, aliases)
    return open_engine(folder, Thresholds(), aliases)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory, aliases: Aliases) -> Engine:
    """Briefings that name countries only."""
    return _over(TEXTS, tmp_path_factory, aliases)


@pytest.fixture(scope="module")
def naming(tmp_path_factory: pytest.TempPathFactory, aliases: Aliases) -> Engine:
    """The same, with others that name the regions."""
    return _over((*TEXTS, *NAMING), tmp_path_factory, aliases)


ASKED = [
    ("Which Nordic country wants phones out of classrooms?", 1),
    ("which nordic country wants phones out of classrooms?", 1),
    ("nationwide power cut in the Caribbean", 2),
    ("train collision in North Africa", 3),
    ("how many died in the North African train crash?", 3),
    ("quake in south america", 4),
    ("how strong was the quake in south america?", 4),
    ("Where did the South American quake close schools?", 4),
    ("What did Himalayan villagers plant?", 5),
    ("Which ex-Yugoslav country will vote on assisted dying?", 6),
    ("which former Yugoslav republic votes on assisted dying", 6),
    ("What did the former Soviet republic open?", 7),
    ("Which Central Asian country opened a bridge?", 7),
    ("latin american inflation", 8),
    ("Latin America inflation May", 8),
    ("Which Asian leader resigned?", 9),
    ("Which Southeast Asian nation banned single-use plastic?", 10),
    ("which south-east asian nation banned plastic in hotels?", 10),
    ("who banned plastic in South East Asia?", 10),
    ("West African coup", 11),
    ("Which country in the Horn of Africa filled a reservoir?", 12),
    ("Which Gulf state cut the price of gas?", 13),
    ("What did Middle Eastern archaeologists find?", 14),
    ("Mideast archaeologists mosaic", 14),
    ("Iberian wildfires", 15),
    ("Which Mediterranean island legalised the sale of passports?", 16),
    ("Which Andean country ran short of diesel?", 17),
    ("volcano in Central America", 18),
    ("teachers strike in East Africa", 19),
    ("diamond found in southern Africa", 20),
    ("Which Eastern European country annulled its ballot?", 21),
    ("rail workers in Western Europe", 22),
    ("Which Central European country vetoed a loan for steelworks?", 23),
    ("Which Pacific island nation asked for help?", 24),
    ("minimum wage in the British Isles", 25),
    ("Which euro zone country raised the minimum wage?", 25),
    ("Which EU country vetoed a loan?", 23),
    ("Which member of the EU vetoed a loan?", 23),
    ("Which NATO member ordered frigates?", 26),
    ("Which BRICS country filled a reservoir?", 12),
    ("which ASEAN member banned plastic?", 10),
    ("Which Commonwealth country found a diamond?", 20),
    ("power cut in the carribean", 2),
    ("Which scandanavian country ordered frigates?", 26),
    ("mediterranian island passports", 16),
    ("latin amercian inflation", 8),
]


@pytest.mark.parametrize(("question", "number"), ASKED)
def test_a_country_answers_what_is_asked_by_its_region(
    news: Engine, question: str, number: int
) -> None:
    answer = news.ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert best(answer) == number
    assert answer.unknown == ()


@pytest.mark.parametrize(("question", "number"), ASKED)
def test_it_does_where_another_briefing_names_the_region(
    naming: Engine, question: str, number: int
) -> None:
    answer = naming.ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert best(answer) == number


def test_a_region_is_one_thing_and_said_to_be_read_as_the_country(news: Engine) -> None:
    answer = news.ask("how many died in the North African train crash?")

    assert ("North African", "Egypt") in [(each.written, each.read) for each in answer.corrections]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What does Latin America need?", len(TEXTS) + 3),
        ("Which directors came from North Africa?", len(TEXTS) + 4),
        ("When does the Africa Cup begin?", len(TEXTS) + 1),
        ("Why did Nordic Airlines call off flights?", len(TEXTS) + 2),
    ],
)
def test_what_names_the_region_itself_comes_first(
    naming: Engine, question: str, number: int
) -> None:
    assert best(naming.ask(question)) == number


@pytest.mark.parametrize(
    "question",
    [
        "Which Nordic country banned single-use plastic in hotels?",
        "Which African country legalised the sale of passports?",
        "nationwide power cut in North Africa",
        "flood in the Caribbean",
        "Which South American country had a coup?",
        "Which Gulf state ordered twelve frigates?",
    ],
)
def test_a_country_elsewhere_and_another_event_in_the_region_are_no_answer(
    news: Engine, naming: Engine, question: str
) -> None:
    assert news.ask(question).verdict is not Verdict.ANSWERED
    assert naming.ask(question).verdict is not Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("diamond found in South Africa", "Africa"),
        ("South African teachers strike", "African"),
        ("North Macedonia annulled its ballot", "North"),
        ("South Korea quake", "South"),
        ("teachers of American Samoa", "American"),
        ("Asia Cup resigned", "Asia"),
        ("teachers of the African Union", "African"),
        ("Pacific Airlines asked for help", "Pacific"),
        ("Nordic Airlines ordered frigates", "Nordic"),
        ("a vote of Caribbean Cruises on its budget", "Caribbean"),
        ("frigates off the Gulf coast", "Gulf"),
        ("power cut at Air Asia", "Asia"),
        ("the teachers of the Voice of Africa", "Africa"),
        ("loan of the Central Bank", "Central"),
        ("teachers strike in the West", "West"),
    ],
)
def test_what_has_a_word_of_a_region_in_its_name_is_none(
    news: Engine, question: str, word: str
) -> None:
    told = [each.written.split() for each in news.ask(question).corrections]

    assert not any(word in written for written in told)


def test_a_group_is_its_members_only_where_they_are_asked_for(make: Make) -> None:
    engine = make([*TEXTS[:6], "Spain ordered twelve trams."])

    assert engine.ask("Which NATO member ordered trams?").verdict is Verdict.ANSWERED
    assert engine.ask("What did NATO order?").unknown == ("NATO",)


def test_what_is_called_by_a_region_and_has_another_name_is_asked_for_by_both(make: Make) -> None:
    engine = make(["ASEAN put off its vote on a loan.", *TEXTS[6:]])

    answer = engine.ask("What did the Southeast Asian bloc put off?")

    assert answer.verdict is Verdict.ANSWERED
    assert best(answer) == 1


def test_a_country_is_not_found_by_a_region_that_is_asked_for_by_name_only(make: Make) -> None:
    engine = make(["South America needs dentists.", "The Caribbean has storms.", *TEXTS[12:]])

    assert engine.ask("dentists in Peru").unknown == ("Peru",)


@pytest.mark.parametrize(
    ("question", "texts", "read"),
    [
        ("editors jailed in East Asia", ["Hong Kong jailed two editors."], "Hong Kong"),
        ("mine closed in the Sahel", ["A mine in Burkina Faso's north closed."], "Burkina Faso"),
        ("clinic burned in the Caribbean", ["Port-au-Prince's clinic burned."], "Port-au-Prince"),
        (
            "riots in west africa",
            ["Riots in Lagos.", "Riots and a ban in Accra, capital of Ghana."],
            "Lagos",
        ),
    ],
)
def test_the_whole_name_is_told_that_the_best_briefing_has(
    make: Make, question: str, texts: list[str], read: str
) -> None:
    answer = make([*texts, *TEXTS[26:]]).ask(question)

    assert best(answer) == 1
    assert [each.read for each in answer.corrections] == [read]


PARTS = [
    ("Which African country's clinic burned?", "The clinic of Port-au-Prince burned.", "Egypt"),
    ("Which Scandinavian country banned cat fur?", "New Zealand banned cat fur.", "Zealand"),
    ("nine judges sacked in west africa", "Papua New Guinea sacked nine judges.", "Guinea"),
    ("west african judges", "The nine judges of Papua New Guinea resigned.", "Guinea"),
    (
        "Which African country banned kites?",
        "A man from Leone, in the Sierra, banned kites.",
        "Freetown",
    ),
]
"""What is asked of a region, what happened beyond it, and what lies there."""


@pytest.mark.parametrize(("question", "text", "place"), PARTS)
def test_a_part_of_the_name_of_another_place_is_none(
    make: Make, question: str, text: str, place: str
) -> None:
    beside = f"Pupils in {place} sang."

    assert make([text, *TEXTS[26:]]).ask(question).verdict is not Verdict.ANSWERED
    assert make([text, beside, *TEXTS[26:]]).ask(question).verdict is not Verdict.ANSWERED


def test_a_region_is_told_of_by_the_regions_within_it(make: Make) -> None:
    texts = ["West African pupils sang.", "South African pupils danced.", *TEXTS[26:]]

    assert best(make(texts).ask("Which African pupils sang?")) == 1
    assert make(texts).ask("Which African pupils sang?").verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "how far east did Russian troops go",
        "How far East did Russian troops go?",
        "explosion near eastern border",
        "Explosion Near Eastern Border",
        "battery of low countries",
    ],
)
def test_what_may_be_an_adverb_is_a_region_only_with_capitals_or_an_article(
    make: Make, question: str
) -> None:
    texts = ["Japan and Iran sent troops to Belgium.", "A minister went to a border.", *TEXTS[26:]]
    read = {each.read for each in make(texts).ask(question).corrections}

    assert read.isdisjoint({"Japan", "Iran", "Belgium"})


@pytest.mark.parametrize(
    "question",
    ["troops of the far east", "Far East troops", "which near eastern country sent troops?"],
)
def test_with_either_it_is(make: Make, question: str) -> None:
    answer = make(["Japan and Iran sent troops.", *TEXTS[26:]]).ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert not answer.unknown


@pytest.mark.parametrize(
    "question", ["EU state aid", "EU capital requirements", "EU economy minister", "EU partner"]
)
def test_what_is_of_a_state_or_of_capital_is_of_no_member(make: Make, question: str) -> None:
    texts = ["Ireland paid for the requirements of a minister.", *TEXTS[26:]]

    assert "EU" in make(texts).ask(f"{question} of Lufthansa").unknown


@pytest.mark.parametrize("question", ["Which EU state paid Lufthansa?", "EU member state, August"])
def test_a_state_is_a_member(make: Make, question: str) -> None:
    answer = make(["Ireland paid Lufthansa in August.", *TEXTS[26:]]).ask(question)

    assert "EU" in [each.written for each in answer.corrections]


@pytest.mark.parametrize(
    ("name", "place"),
    [("Balkany", "Serbia"), ("Baltica", "Latvia"), ("Nordica", "Norway"), ("Indochine", "Laos")],
)
def test_a_name_that_ends_otherwise_is_no_region(make: Make, name: str, place: str) -> None:
    answer = make([f"{place} jailed a mayor for fraud.", *TEXTS[26:]]).ask(f"{name} jailed")

    assert answer.unknown == (name,)
    assert answer.verdict is not Verdict.ANSWERED


def test_one_word_beside_a_region_is_enough_to_look_for_what_lies_there(naming: Engine) -> None:
    answer = naming.ask("which southeast asian country had banned that?")

    assert (answer.verdict, best(answer)) == (Verdict.ANSWERED, 10)
