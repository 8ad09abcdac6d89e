"""What is asked of a subject that is not named again, and what stands alone beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
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
        # What is to be done for it.
        (("Lumen Bridge", "what do I need?"), 5, "Lumen Bridge"),
        (("Lumen Bridge", "what do we have to bring"), 5, "Lumen Bridge"),
        (("Alpengold yoghurt", "where can we eat?"), 7, "Alpengold"),
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
        ("Kestreldale ferry", "WHO director"),
        ("Lumen Bridge", "WHO funding"),
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


@pytest.mark.parametrize(
    "question", ["which airport was affected?", "who runs the city meanwhile?", "who was involved?"]
)
def test_what_has_to_do_with_it_is_asked_of_what_was_shown(make: Make, question: str) -> None:
    engine = make(
        [
            "A storm hit Ostra; its airport closed, and deputy Ilse Brandt runs the city for now.",
            "The small phone is not affected. Ulm is involved, and a runner won the city race.",
            "Snow closed the airport of Ulm, and Emil Harder runs the city of Ulm.",
        ]
    )

    assert best(asked(engine, "what did the storm in Ostra do?", question)) == 1


@pytest.mark.parametrize(
    "question",
    [
        "anyone hurt", "till when", "how many ppl on board", "how much if you get caught",
        "who is ahead", "whats the plan now", "did they find em",
        "does the city pay too", "why no plan", "who isn't paid", "who blamed who",
    ],
)  # fmt: skip
def test_a_lazy_question_is_asked_of_what_was_shown(make: Make, question: str) -> None:
    engine = make(
        [
            "A train with 212 passengers was stuck in a tunnel near Ostra for six hours.",
            "A phone is hurt by warm water, and the plan of a boat owner in Ulm is to pay for it.",
            "Global trade caught a cold, its board said; people in Thule pay more for warming.",
        ]
    )

    assert best(asked(engine, "what happened to the train near Ostra?", question)) == 1


def test_what_no_briefing_tells_of_a_subject_is_not_answered(engine: Engine) -> None:
    answer = asked(engine, "Tenzin Lhakpa", "who bribed him?")

    assert answer.verdict is Verdict.CLOSEST
    assert answer.unknown == ("bribed",)
    assert best(answer) == 8


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


def test_who_is_named_everywhere_is_told_of_where_the_names_that_are_asked_of_are(
    make: Make,
) -> None:
    places = ("Oslo", "Turku", "Vaasa", "Cork", "Lagos")
    engine = make(
        [
            "Olga Stein met Kadri Tamm on a bridge.",
            "Olga Stein warned Velden of a flood.",
            *(f"Olga Stein opened a pool in {place}." for place in places),
        ]
    )

    told = asked(engine, "who met Kadri Tamm?", "what did she say about Velden?")
    in_part = asked(engine, "who met Kadri Tamm?", "did she praise Velden?")
    of_another = asked(engine, "who met Kadri Tamm?", "what did she tell Velden about Jaan Kallas?")

    assert (best(told), told.about) == (2, ("Olga Stein",))
    assert (best(in_part), in_part.verdict) == (2, Verdict.CLOSEST)
    assert (best(of_another), of_another.verdict) == (1, Verdict.CLOSEST)


def test_what_somebody_does_there_is_done_where_was_spoken_of(make: Make) -> None:
    engine = make(
        [
            "Lavrov met Polish envoys in Malta at a summit.",
            "Lavrov visits China for two days of talks.",
            "Lavrov met Kim in the north.",
            "Lavrov met farmers.",
            *TEXTS,
        ]
    )

    answer = asked(engine, "What's Lavrov doing in China?", "who is he meeting there")

    assert (best(answer), answer.deserving > 0) == (2, True)
    assert "China" in answer.about
