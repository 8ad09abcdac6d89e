"""What is asked of a subject that is not named again, and what stands alone beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked

if TYPE_CHECKING:
    from bot.model import Answer
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "The Kestreldale ferry sank in a storm off Orkney. Forty-one passengers were rescued by"
    " helicopter, and six drowned. Captain Morag Sinclair had ignored a warning.",
    "Salvors raised the wreck of the Kestreldale ferry from a depth of 80 metres. The insurer"
    " Brackwater covered 3 million euros. A broken rudder was found on board.",
    "Culture minister Ilse Bronkhorst dismissed the director of the city museum, Joris Vandeloo."
    " He was succeeded by the curator Femke Aalders.",
    "Prosecutors in Utrecht charged Joris Vandeloo with stealing eleven sketches. His wife was"
    " questioned as a witness.",
    "The Lumen Bridge in Porto opened after a delay. It is 1.2 kilometres long and was designed by"
    " Inês Cavaleiro. Tolls pay for the upkeep.",
    "The dairy firm Alpengold bought its rival Weidemilch. Farmers fear lower prices.",
    "Alpengold recalled 90,000 jars of yoghurt because of splinters of glass.",
    "Mountaineer Tenzin Lhakpa climbed K2 in winter. The army flew him to Skardu."
    " He lost two toes.",
    "Vilnius elected Gabija Stonyte as mayor. She promised free trams. Her rival conceded.",
    "Police in Marseille seized cocaine among bananas. Two dockers were arrested.",
    "Police arrested a baker in Genoa who had sold stolen paintings. A witness was injured.",
    "A coach crash near Lyon injured nine pupils. The driver was questioned and sentenced.",
    "A judge in Lagos sentenced the smuggler Abel Onyango to nine years. He helped to pay spies.",
    "Firefighters rescued three horses from a quarry and flew drones over it. Six sheep drowned.",
    "Warning: the warning signs at the volcano stand too close, geologists find.",
    "Mayor Odile Renard of Nantes resigned; the mayor had been ill, said the deputy mayor.",
    "The zoo in Basel paid for twin snow leopards born in April. Their mother came from Helsinki.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over several stories, of which many have words in common."""
    return make(TEXTS)


def best(answer: Answer) -> int | None:
    found = answer.citations
    return found[0].briefing.number if found and answer.verdict is not Verdict.NOTHING else None


@pytest.mark.parametrize(
    ("questions", "number", "about"),
    [
        # A pronoun behind the verb, at the end and in the middle.
        (("Tenzin Lhakpa", "who flew him?"), 8, "Tenzin Lhakpa"),
        (("Kestreldale ferry", "who rescued them?"), 1, "Kestreldale"),
        (("Joris Vandeloo", "who charged him with theft?"), 4, "Joris Vandeloo"),
        (("Abel Onyango", "which court sentenced him?"), 13, "Abel Onyango"),
        (("snow leopards", "in which zoo were they born?"), 17, "leopards"),
        # Nothing but a verb or a number.
        (("Kestreldale ferry", "how many drowned?"), 1, "Kestreldale"),
        (("coach crash", "who was sentenced?"), 12, "coach"),
        (("cocaine in Marseille", "was anyone arrested?"), 10, "Marseille"),
        (("Alpengold yoghurt", "how many jars?"), 7, "Alpengold"),
        # What belongs to what was spoken of, or is where that is.
        (("Vilnius", "who is its mayor?"), 9, "Vilnius"),
        (("Vilnius", "who is the mayor there?"), 9, "Vilnius"),
        # What only is measured names nothing.
        (("Lumen Bridge", "how long is it?"), 5, "Lumen Bridge"),
        # A choice among what was shown.
        (("Joris Vandeloo", "the Utrecht one"), 4, "Joris Vandeloo"),
        # The subject outlasts questions that only ask about it.
        (("Gabija Stonyte", "did she promise trams?", "who conceded to her?"), 9, "Gabija Stonyte"),
        (("Vandeloo", "who succeeded him?", "was anyone questioned?"), 4, "Vandeloo"),
        (("Kestreldale ferry", "who hexed it?", "who rescued them?"), 1, "Kestreldale"),
        # A number or one of a kind names no subject, nor does what everybody does.
        (("wreck of the Kestreldale", "how many euros were lost?"), 2, "Kestreldale"),
        (("Alpengold yoghurt", "any injuries?"), 7, "Alpengold"),
        (("Abel Onyango", "which witnesses helped?"), 13, "Abel Onyango"),
        (("Tenzin Lhakpa", "how did he get going?"), 8, "Tenzin Lhakpa"),
        # What is shown says of somebody whom others speak of, too.
        (("jars of yoghurt", "what does Alpengold say in the same article?"), 7, "jars"),
        (("Joris Vandeloo sketches", "why did the director steal them?"), 4, "Joris Vandeloo"),
        # What is asked between leaves what is spoken of as it was.
        (("Lumen Bridge", "thanks", "how long is it?"), 5, "Lumen Bridge"),
        (("Tenzin Lhakpa", "who led the choir?", "which toes?"), 8, "Tenzin Lhakpa"),
        # Nothing but how or where to something is done, or what is to be done.
        (("Kestreldale ferry", "did anybody get away?"), 1, "Kestreldale"),
        (("Alpengold yoghurt", "what went wrong?"), 7, "Alpengold"),
        (("Lumen Bridge", "who has to agree?"), 5, "Lumen Bridge"),
        (("Lumen Bridge", "who was last to object?"), 5, "Lumen Bridge"),
        (("Tenzin Lhakpa", "who came second?"), 8, "Tenzin Lhakpa"),
        # What stands for anything.
        (("cocaine in Marseille", "how heavy was the stuff?"), 10, "Marseille"),
        (("Tenzin Lhakpa", "how did the guy climb?"), 8, "Tenzin Lhakpa"),
        # A greeting is no question of the subject, which stays.
        (("Lumen Bridge", "hello?", "how long is it?"), 5, "Lumen Bridge"),
        # Whoever does what is everyday, and does it in short.
        (("Kestreldale ferry", "who's sending help?"), 1, "Kestreldale"),
        (("Kestreldale ferry", "anyone drowned?"), 1, "Kestreldale"),
        (("Kestreldale ferry", "who was hurt?"), 1, "Kestreldale"),
        (("Lumen Bridge", "who's paying?"), 5, "Lumen Bridge"),
        (("Tenzin Lhakpa", "who lost most?"), 8, "Tenzin Lhakpa"),
        (("Lumen Bridge", "where can I see it?"), 5, "Lumen Bridge"),
        # A choice that is somewhere.
        (("who climbed K2?", "who climbed the last one in winter?"), 8, "K2"),
        # Who is said to be what; whose thing it is; what kind of thing it is.
        (("Lumen Bridge", "who's sceptical?"), 5, "Lumen Bridge"),
        (("Kestreldale ferry", "was anyone unwell?"), 1, "Kestreldale"),
        (("Tenzin Lhakpa", "who takes his place?"), 8, "Tenzin Lhakpa"),
        (("Alpengold yoghurt", "who owns the company?"), 7, "Alpengold"),
        (("Alpengold yoghurt", "who's the new guy?"), 7, "Alpengold"),
        # Which of several.
        (("Lumen Bridge", "which one is the oldest?"), 5, "Lumen Bridge"),
        # What about: a common word throws no subject away.
        (("Kestreldale ferry", "what about the warning?"), 1, "Kestreldale"),
    ],
)
def test_what_points_back_is_looked_for_where_its_subject_is(
    engine: Engine, questions: tuple[str, ...], number: int, about: str
) -> None:
    answer = asked(engine, *questions)

    assert best(answer) == number
    assert about in answer.about


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("Kestreldale ferry", "who sentenced the smuggler?"),
        ("Tenzin Lhakpa", "which firm bought its rival?"),
        ("Lumen Bridge", "did the dairy firm say it would recall jars?"),
        ("Joris Vandeloo", "how many years did Onyango get?"),
        ("Joris Vandeloo", "how cold was it in Basel?"),
        ("Lumen Bridge", "snow leopards"),
        ("coach crash", "how many horses were rescued?"),
        ("Kestreldale ferry", "which baker was arrested?"),
        ("Lumen Bridge", "is there a storm warning?"),
        ("cocaine in Marseille", "what caused the storm?"),
        ("cocaine in Marseille", "mayor of Vilnius"),
        ("Kestreldale ferry", "what is photosynthesis?"),
        ("Kestreldale ferry", "IT strike hits dairy farmers"),
        ("Lumen Bridge", "hello?"),
        ("Kestreldale ferry", "how long does it take to catch a snow leopard?"),
        ("Gabija Stonyte", "who won the hockey cup in Quebec?"),
    ],
)
def test_what_stands_alone_is_never_bent(engine: Engine, first: str, question: str) -> None:
    alone, after = asked(engine, question), asked(engine, first, question)

    assert after.about == ()
    assert after.verdict is alone.verdict
    assert [each.briefing for each in after.citations] == [
        each.briefing for each in alone.citations
    ]


def test_what_no_briefing_tells_of_a_subject_is_not_answered(engine: Engine) -> None:
    answer = asked(engine, "Tenzin Lhakpa", "who bribed him?")

    assert answer.verdict is Verdict.CLOSEST
    assert answer.unknown == ("bribed",)
    assert best(answer) == 8


@pytest.mark.parametrize("question", ["how much did it cost?", "price?", "and the price?"])
def test_of_what_was_shown_that_with_a_sum_comes_first_where_one_is_asked_for(
    make: Make, question: str
) -> None:
    engine = make(
        [
            "The Aldebaran observatory photographed a star. The Aldebaran observatory is in Chile.",
            "The Aldebaran observatory was built with $40 million from a foundation.",
            "A stamp fetched a record price at auction and will cost collectors dear.",
        ]
    )

    assert best(asked(engine, "Aldebaran observatory")) == 1
    assert best(asked(engine, "Aldebaran observatory", question)) == 2


def test_what_was_shown_stays_in_its_order_until_another_tells_how_long(make: Make) -> None:
    engine = make(
        [
            "Envoy Rahel Tesfaye flew to Oslo. Rahel Tesfaye will speak of fishing.",
            "Envoy Rahel Tesfaye stays in Oslo on a three-day visit.",
            "Rain.",
        ]
    )

    assert best(asked(engine, "Rahel Tesfaye", "when?")) == 1
    assert best(asked(engine, "Rahel Tesfaye", "whom will she see?")) == 1
    assert best(asked(engine, "Rahel Tesfaye", "for how long?")) == 2


def test_what_was_shown_may_tell_in_other_words_what_others_tell_in_these(make: Make) -> None:
    engine = make(
        [
            "Elin Sorby opened a ski school. Elin Sorby hopes for snow.",
            "The club Brunvik dismissed its coach, Elin Sorby.",
            "A brewery sacked its director.",
        ]
    )

    assert best(asked(engine, "Elin Sorby")) == 1
    assert best(asked(engine, "Elin Sorby", "who sacked her?")) == 2


def test_what_was_shown_first_tells_in_other_words_what_the_next_tells_in_these(make: Make) -> None:
    engine = make(
        [
            "An earthquake in Velden killed 31 people. Velden was without power.",
            "Two dead climbers were found on a peak in Velden.",
            "A brewery sacked its director.",
        ]
    )

    assert best(asked(engine, "earthquake in Velden", "how many dead?")) == 1


def test_what_was_shown_is_not_left_for_another_that_only_tells_how_long(make: Make) -> None:
    engine = make(
        [
            "Gale warnings closed the airport of Stornoway. Ferries to Ullapool were cancelled.",
            "Stornoway honours its weavers at a show of three weeks.",
            "The take-off of a rocket from Unst was put off for two hours.",
        ]
    )

    assert best(asked(engine, "airport of Stornoway closed", "how long did it take?")) == 1
    assert best(asked(engine, "airport of Stornoway closed", "how long did it last?")) == 1


def test_somebody_is_told_of_elsewhere_than_where_they_were_spoken_of(make: Make) -> None:
    engine = make(
        [
            "Envoy Salome Adjei opened a school in Kumasi. Salome Adjei thanked the builders.",
            "Envoy Salome Adjei was dismissed over a loan. Kwame Boateng succeeds her.",
            "A brewery in Kumasi dismissed its director.",
            "Rain.",
        ]
    )

    answer = asked(engine, "Salome Adjei in Kumasi", "why was she dismissed?")

    assert best(answer) == 2
    assert answer.about == ("Salome Adjei",)


def test_somebody_whom_what_was_shown_speaks_of_is_told_of_in_another(make: Make) -> None:
    engine = make(
        [
            "Ilka Soosaar won the marathon of Turku in the rain.",
            "Ilka Soosaar also took the steeplechase in Vaasa.",
            "A horse won a steeplechase near Cork. Its jockey retired.",
            "Turku sells its trams.",
            "The marathon of Lagos was called off.",
        ]
    )

    answer = asked(engine, "who won the marathon of Turku?", "did she run the steeplechase too?")

    assert best(answer) == 2
    assert answer.about == ("Ilka Soosaar",)
    assert best(asked(engine, "marathon of Turku", "who won a steeplechase near Cork?")) == 3


def test_a_name_behind_a_preposition_takes_the_place_of_the_last_one(make: Make) -> None:
    engine = make(
        [
            "The chancellor Greta Vollmer signed a pact in Nairobi; Addis Ababa is her next stop.",
            "The chancellor Greta Vollmer laid a wreath in Addis Ababa.",
            "Addis Ababa builds a tram. Nairobi builds none.",
        ]
    )

    answer = asked(engine, "Greta Vollmer in Nairobi", "and in Addis Ababa?")

    assert best(answer) == 2
    assert answer.about == ("Greta Vollmer",)


def test_a_common_verb_or_what_is_lacking_is_no_part_of_what_is_asked_next(make: Make) -> None:
    engine = make(
        [
            "Judge Odile Renard, 61, freed the smugglers of Sète after a trial of nine days.",
            "A forger forged a decree and decided to flee.",
            "Rain.",
        ]
    )

    asked_first = ("what did Odile Renard decide on the smugglers?", "how long did it take?")
    assert asked(engine, *asked_first, "why?").about == ("Odile Renard", "smugglers")
    assert asked(engine, asked_first[0], "how old is she?").verdict is Verdict.ANSWERED


def test_what_was_shown_has_in_other_words_what_no_other_has_all_of(make: Make) -> None:
    engine = make(
        [
            "The carmaker Orvale will shut two plants in Galicia and cut 900 jobs.",
            "Schools on the coast are closed because of the storm.",
            "A gardener in Vigo waters plants with tea.",
        ]
    )

    assert best(asked(engine, "Orvale jobs", "are plants being closed?")) == 1


def test_there_is_the_country_of_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "Ghana's parliament raised a tax on cocoa beans.",
            "A mine collapsed near Tarkwa, a town in western Ghana.",
            "A mine collapsed in Chile, and the mine was flooded.",
        ]
    )

    answer = asked(engine, "tax on cocoa", "did a mine collapse there?")

    assert best(answer) == 2
    assert answer.about == ("Ghana",)
    assert best(asked(engine, "did a mine collapse there?")) == 3


def test_a_country_takes_the_place_of_the_one_asked_about_before(make: Make) -> None:
    engine = make(
        [
            "Envoy Salome Adjei praised Ghana's plan for a harbour, of which Togo speaks, as bold.",
            "Envoy Salome Adjei called a plan for a harbour in Togo a waste.",
            "Togo sells cotton. Togo sells salt.",
        ]
    )

    answer = asked(engine, "what does Adjei think of Ghana's harbour plan?", "and of Togo's?")

    assert best(answer) == 2
    assert "Ghana" not in answer.about
    assert "harbour" in answer.about


def test_lent_compounds_are_told_once_and_words_as_they_were_typed(make: Make) -> None:
    engine = make(
        [
            "Steel prices rose. A well-known analyst, Ada Krol, expects more.",
            "Steel from Silesia is scarce. Smelters close.",
            "A well was dug.",
        ]
    )

    assert asked(engine, "well-known analyst", "who employs her?").about == (
        "well-known",
        "analyst",
    )
    assert "steel" in asked(engine, "steel prices", "who expects them?").about


def test_what_about_brings_a_subject_that_comes_before_what_the_last_one_lends(make: Make) -> None:
    engine = make(
        [
            "Cocoa trees in Ghana fell ill; Ghana's minister Esi Boateng paid farmers.",
            "Gold from Ghana became expensive as mines closed.",
            "Ghana's minister Esi Boateng opened a port for cocoa.",
        ]
    )

    answer = asked(
        engine,
        "cocoa trees of farmers in Ghana: what did minister Boateng do?",
        "and what about gold, why is it so expensive?",
    )

    assert answer.citations[0].briefing.number == 2


def test_what_is_asked_about_a_part_of_what_was_shown_stays_there(make: Make) -> None:
    engine = make(
        [
            "A tram hit a bus in Pecs. The driver was taken to a clinic.",
            "A guard was hurt in a raid on a bank; the driver of the van fled.",
        ]
    )

    answer = asked(engine, "tram in Pecs", "what about the driver, was he hurt?")

    assert answer.citations[0].briefing.number == 1


def test_of_two_that_tell_as_much_of_somebody_the_one_just_shown_comes_first(make: Make) -> None:
    texts = [
        "Doctor Ada Nwosu praised vaccines in Ghana.",
        "Measles killed nine in Chad. Doctor Ada Nwosu said that trucks with vaccines are late.",
        *(f"Village {number} held its yearly fair." for number in range(9)),
    ]
    engine = make(texts)

    alone = engine.ask("what does Nwosu say about the vaccines?")
    answer = asked(engine, "how many did measles kill?", "what does Nwosu say about the vaccines?")

    assert alone.citations[0].briefing.number == 1
    assert answer.citations[0].briefing.number == 2


def test_the_one_in_a_place_is_what_was_spoken_of_in_another(make: Make) -> None:
    engine = make(
        [
            "Thieves robbed a museum in Basel.",
            "The second cricket test starts in Perth on Friday.",
            "Thieves robbed an aviary in Perth of parrots.",
        ]
    )

    answer = asked(engine, "what did thieves rob in Basel?", "and the one in Perth?")

    assert answer.citations[0].briefing.number == 3


def test_a_thing_named_before_a_question_is_what_that_is_about(make: Make) -> None:
    engine = make(
        [
            "A mosaic stolen in Trier was found in a barn.",
            "The silver crown of Velden was stolen at night. It is still missing.",
            "Trier opens a pool.",
        ]
    )

    answer = asked(engine, "was the mosaic found?", "and the crown, has it been found?")

    assert best(answer) == 2


def test_the_one_of_another_country_is_asked_for_as_the_last_one_was(make: Make) -> None:
    engine = make(
        [
            "The Danish plan for a tunnel has nine stages; Polish engineers praise it.",
            "Poland's plan for a tunnel has four stages.",
            "Poland sells coal. Polish miners protest.",
        ]
    )

    asked_first = "how many stages does the Danish tunnel plan have?"

    assert best(asked(engine, asked_first, "and the Polish one?")) == 2


def test_the_one_of_another_country_is_what_is_most_like_the_one_shown(make: Make) -> None:
    engine = make(
        [
            "The probe Kestrel landed on a comet to bring dust back to Earth.",
            "India's central bank raised its rate. India, India and India.",
            "A probe of India's was to land on a comet and failed; its dust stays there.",
        ]
    )

    assert best(asked(engine, "what is Kestrel for?", "ok and the Indian one?")) == 3


def test_the_size_of_what_was_shown_is_asked_for_where_no_other_tells_any(make: Make) -> None:
    engine = make(
        [
            "Floods in Velden closed the airport. The Isel rose to 6.2 metres.",
            "Mining has made the river Orna too muddy to drink.",
            "A bakery opened in Torvik.",
        ]
    )
    assert best(asked(engine, "floods in Velden", "how high was the river?")) == 1
    assert best(asked(engine, "bakery", "how high was the river?")) == 2


def test_what_of_the_thing_that_was_shown_no_briefing_tells_is_no_new_question(make: Make) -> None:
    engine = make(
        [
            "The chipmaker Orvale cuts 900 jobs. Its shares rose.",
            "A bakery opened in Velden.",
        ]
    )

    answer = asked(engine, "Orvale jobs", "how did the shares behave?")

    assert best(answer) == 1
    assert answer.verdict is Verdict.CLOSEST
    assert asked(engine, "Orvale jobs", "what is photosynthesis?").verdict is Verdict.NOTHING


def test_what_the_talks_were_is_not_asked_of_what_has_none(make: Make) -> None:
    engine = make(
        [
            "General Odd Berg toured the market of Lom and promised power.",
            "Talks on a truce in Lom, due to open in Bern, were put off.",
            "A bakery opened in Velden.",
        ]
    )

    assert best(asked(engine, "what did general Berg promise?", "where were the talks?")) == 2


def test_a_name_before_a_question_is_what_that_is_about(make: Make) -> None:
    engine = make(
        [
            "Two smugglers hiding in a hold in Brest were arrested; the youngest was 16.",
            "Ruben Castellan, alias Moro, was caught in a cellar in Cadiz.",
        ]
    )

    answer = asked(engine, "who was arrested in Brest?", "And Moro, where was he hiding?")

    assert answer.citations[0].briefing.number == 2
    assert answer.about == ()


def test_a_common_word_behind_anyone_is_no_name_though_briefings_capitalise_it(
    make: Make,
) -> None:
    engine = make(
        [
            "Lava reached the village of Skarvik. A man drew a pistol.",
            "Divers of the Armed Police Force searched the lake.",
        ]
    )

    answer = asked(engine, "lava in Skarvik", "was anyone armed there?")

    assert "Skarvik" in answer.about
    assert answer.citations[0].briefing.number == 1


def test_the_one_to_a_place_is_like_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "A boat sank on Lake Tovel: 40 of those on board drowned.",
            "Flights to and from Lombok were cancelled because of ash from Lombok.",
            "A ferry to Lombok went down with 65 on board; the bodies were found.",
        ]
    )

    assert best(asked(engine, "boat on Lake Tovel", "and the one to Lombok?")) == 3


def test_what_about_things_by_the_same_maker_asks_for_these(make: Make) -> None:
    engine = make(
        [
            "Norrline ordered 45 jets from Velora in a deal worth 4 billion. The plane is quiet.",
            "Three armies signed an order for military planes from Velora.",
        ]
    )

    how_many = "How many jets did Norrline order?"

    assert best(asked(engine, how_many, "What about military planes by the same firm?")) == 2


def test_what_about_a_thing_there_asks_for_it_in_that_country(make: Make) -> None:
    engine = make(
        [
            "Botswana's parties vote on a president. Sales of opals from mines have slumped.",
            "An opal as large as a fist was found in Botswana; the opal is for sale.",
        ]
    )

    first = "Who votes on a president in Botswana?"

    assert best(asked(engine, first, "What about the opal there?")) == 2


def test_there_is_the_country_that_was_named_rather_than_one_of_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "Norway's minister Solvei Brandt is going to Japan for two days.",
            "The king of Norway met whalers.",
            "Solvei Brandt opened a dam.",
        ]
    )

    answer = asked(engine, "is Solvei Brandt going to Japan?", "who will she meet there?")

    assert answer.citations[0].briefing.number == 1
    assert "Norway" not in answer.about


def test_what_is_meant_by_other_words_leads_to_no_other_briefing(make: Make) -> None:
    engine = make(
        [
            "General Osmani fled to Qatar. His pleas for help were ignored.",
            "An army is firing missiles; delivering more is promised.",
        ]
    )

    answer = asked(engine, "where did Osmani flee?", "did they send him more weapons?")

    assert answer.citations[0].briefing.number == 1
    assert "Osmani" in answer.about


def test_whose_view_it_is_was_said_before(make: Make) -> None:
    engine = make(
        [
            "Minister Solvei Brandt called the plan for a pipeline pointless. A summit can only"
            " succeed with all neighbours, she said.",
            "The summit of the fisheries ended; a union is positioning itself.",
        ]
    )

    answer = asked(engine, "why is the pipeline pointless?", "when can a summit work, in her view?")

    assert best(answer) == 1
