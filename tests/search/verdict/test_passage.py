"""The sentence that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import SpanKind

if TYPE_CHECKING:
    from tests.search.conftest import Make

FERRY = (
    "The ferry Solveig ran aground off Bornholm in a gale on 3 March. At least 14 passengers were"
    " hurt. The ship lay on the rocks for nine days before tugs freed her. Captain Aksel Thorup"
    ' called the chart "a work of fiction". Repairs will cost 40 million kroner. The owner blamed'
    " a buoy that had drifted. The mate, 23, was alone on the bridge."
)
OTHERS = (
    "A gale hit Bornholm. The roofs of 200 houses were lost.",
    "The passengers of a ferry were hurt in Piraeus when its ramp fell.",
)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Where did the ferry Solveig run aground?", "The ferry"),
        ("When did the Solveig run aground off Bornholm?", "The ferry"),
        ("How many people were hurt when the ferry Solveig ran aground?", "At least 14"),
        ("How long was the ferry Solveig aground off Bornholm?", "The ship lay"),
        ("Who is the captain of the ferry Solveig off Bornholm?", "Captain"),
        ("What did the captain of the Solveig say about the chart?", "Captain"),
        ("How much will the repairs of the ferry Solveig cost?", "Repairs"),
        ("Why did the ferry Solveig run aground?", "The owner"),
        ("How old was the mate of the ferry Solveig?", "The mate"),
    ],
)
def test_the_kind_of_thing_asked_for_tells_the_sentence_that_answers(
    make: Make, question: str, start: str
) -> None:
    assert bold(make, [FERRY, *OTHERS], question).startswith(start)


def test_a_name_said_before_is_not_missing_from_the_sentences_behind(make: Make) -> None:
    text = (
        "Mayor Ottilie Krane of Lindau opened a bridge over the Argen. It is made of larch."
        " She promised free ice cream. Schoolchildren had painted its railings."
    )
    asked = "painted railings Krane Lindau"

    assert bold(make, [text, *OTHERS], asked).startswith("Schoolchildren")


@pytest.mark.parametrize(
    "question", ["What did Krane say about Norland?", "what does krane think on norland"]
)
def test_what_is_said_about_something_is_not_what_else_is_said(make: Make, question: str) -> None:
    text = (
        "Mayor Ottilie Krane opened a bridge. Her coach will have to pass Norland on its way."
        ' Krane warned of ice, stating that "nobody is safe".'
    )

    assert bold(make, [text, *OTHERS], question).startswith("Her coach")


@pytest.mark.parametrize(
    "question", ["What did Holm say about Norway?", "why did holm criticise norway"]
)
def test_a_country_and_its_people_are_said_once(make: Make, question: str) -> None:
    text = (
        "Minister Petra Holm criticised Norway for closing the fjord to trawlers. Norwegian cutters"
        " turned back three boats. Premier Aud Lund blamed the quarrel on years of neglect."
    )

    assert bold(make, [text, *OTHERS], question).startswith("Minister Petra Holm")


def test_the_number_before_what_is_counted_is_the_one_asked_for(make: Make) -> None:
    text = "Storm Edda cut off 30 villages in Wallis. Snow broke 1,200 larches, foresters said."

    assert bold(make, [text, *OTHERS], "how many larches did storm Edda break").startswith("Snow")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Who takes over from Krane in Lindau?", "Her deputy"),
        ("What does Krane want to do?", "She hopes"),
        ("How old was Weir when he came to Lindau?", "Before"),
        ("How was the bridge in Lindau painted?", "Two girls"),
        ("lindau bridge cost", "Lindau paid"),
    ],
)
def test_what_a_question_is_after_tells_the_sentence_behind_the_news(
    make: Make, question: str, start: str
) -> None:
    text = (
        "Mayor Ottilie Krane of Lindau, 66, resigned after a row over a bridge. Her deputy, Jannis"
        " Ost, has moved into the town hall. She hopes to keep bees. Lindau paid 4 million euros"
        " for larch. Two girls painted the bridge using brooms. Before, its builder"
        " Alan Weir had been a baker; Weir came at 31."
    )

    assert bold(make, [text, *OTHERS], question).startswith(start)


def test_what_something_was_called_stands_in_quotation_marks(make: Make) -> None:
    text = 'Baker Alan Weir criticised Lindau for its roads. He spoke of "a sea of holes".'

    asked = "What did Weir call the roads of Lindau?"

    assert bold(make, [text, *OTHERS], asked).startswith("He spoke")


def test_what_is_akin_to_a_word_that_is_lacking_tells_the_sentence(make: Make) -> None:
    text = "A cable car fell near Wallis. Rescuers said that two skiers had died."

    texts = [text, *OTHERS, "Piraeus counted 39 deaths."]

    assert bold(make, texts, "deaths in Wallis").startswith("Rescuers")


@pytest.mark.parametrize(
    "question",
    [
        "What was the opening address of the winter cheese fair in Wallis about?",
        "I was at the winter cheese fair in Wallis, what was the opening address about",
    ],
)
def test_what_only_sets_the_scene_of_a_question_is_said_but_once(make: Make, question: str) -> None:
    text = (
        "A winter cheese fair has begun in Wallis with wheels of forty dairies. In the opening"
        " address a baker praised mould. It rained."
    )

    assert bold(make, [text, *OTHERS], question).startswith("In the opening")


def test_who_somebody_is_tells_the_sentence_with_the_name(make: Make) -> None:
    text = (
        "Thieves took a bell from a chapel in Wallis. Sexton Emil Roth heard the dogs. The bell is"
        " now with Ada Brenn in Argen."
    )

    assert bold(make, [text, *OTHERS], "Who is Emil Roth?").startswith("Sexton")


def test_what_somebody_did_is_told_where_a_sentence_begins_with_whom(make: Make) -> None:
    text = (
        "A storm broke over Argen. It was worst for the foresters of Argen. Foresters and their"
        " dogs fled to a mill."
    )

    asked = "What did the foresters do in the storm in Argen?"

    assert bold(make, [text, *OTHERS], asked).startswith("Foresters")


def test_whose_role_is_asked_for_has_the_name_behind_it(make: Make) -> None:
    text = (
        "The high court stopped the sale of a mill in Argen to Kern Holding on Friday. Judge Ada"
        " Brenn found that a sale was to be heard first. The town of Lindau is glad."
    )

    asked = "Which judge stopped the sale of the mill?"

    assert bold(make, [text, *OTHERS], asked).startswith("Judge")


def test_news_begins_with_the_news_where_sentences_are_alike(make: Make) -> None:
    text = "Larches were cut in Wallis. Wallis has many larches."

    assert bold(make, [text, *OTHERS], "larches Wallis").startswith("Larches")


def bold(make: Make, texts: list[str], question: str) -> str:
    """Return the sentence that answers of the first of the ``texts``, which has to be found."""
    cited = make(texts).ask(question).citations[0]
    assert cited.briefing.text == texts[0]
    (answer,) = [span for span in cited.spans if span.kind is SpanKind.ANSWER]
    return cited.briefing.text[answer.start : answer.end]


TALKS = (
    "Talks on the fishing rights of Bornholm broke down in Rostock on Monday. Delegates blamed each"
    " other. Iceland has offered to host a new round."
)
CANDY = (
    "The liquorice factory of Lakholm has made a candy for astronauts. Doctors tried it on 40"
    " pupils. It tastes of smoke and makes 900 sweets a day."
)
BOAT = (
    "A trawler with nine men aboard sank off Bornholm on Friday. The Karen Maria had left Rostock"
    " at noon. A helicopter brought them to Lund. The skipper, Jens Holm, explained that a hatch"
    " had been open."
)


@pytest.mark.parametrize(
    ("text", "question", "start"),
    [
        (TALKS, "which country could host the next talks on Bornholm", "Iceland"),
        (CANDY, "what does the candy for astronauts from Lakholm taste like", "It tastes"),
        (CANDY, "how many sweets does the Lakholm factory make a day", "It tastes"),
        (BOAT, "name of the trawler that sank near Bornholm", "The Karen"),
        (BOAT, "how did the men of the trawler get to Lund", "A helicopter"),
    ],
)
def test_what_is_asked_for_wins_over_the_names_of_the_first_sentence(
    make: Make, text: str, question: str, start: str
) -> None:
    assert bold(make, [text, *OTHERS], question).startswith(start)


def test_a_known_thing_is_meant_by_a_pronoun(make: Make) -> None:
    text = (
        "A windmill near Skagen has been sold to a poet. Storms took three of its sails. She wants"
        " to open it in May. The council will pay for two new millstones."
    )

    assert bold(make, [text, *OTHERS], "what will open at the windmill").startswith("She wants")


MATCH = (
    "Lena Dahl of Norway won the chess cup in Rostock on Sunday, as nobody her age had. Ivo Petrak"
    " lost his queen on move 31. She gets 40,000 euros from the Lund Foundation. The organisers,"
    " backed by Denmark and Iceland, called the hall a disaster. The two finalists discussed a"
    " rematch. Their Swedish owner, Novalund, sold the boards that morning. Six other players were"
    " sent home after 20 minutes with the flu. Sponsors said fears of a boycott were unfounded."
)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("On which move did Lena Dahl's rival slip at the chess cup in Rostock?", "Ivo"),
        ("What did Lena Dahl earn for winning the chess cup in Rostock?", "She gets"),
        ("Which countries helped with the chess cup in Rostock?", "The organisers"),
        ("What word did they use for the hall of the chess cup in Rostock?", "The organisers"),
        ("What did Lena Dahl talk about after the chess cup in Rostock?", "The two"),
        ("Who owns the boards of the chess cup in Rostock?", "Their Swedish"),
        ("What happened to the rest at the chess cup in Rostock?", "Six other"),
        ("How soon did they leave the chess cup in Rostock?", "Six other"),
    ],
)
def test_a_later_sentence_wins_by_what_is_asked_besides_the_names(
    make: Make, question: str, start: str
) -> None:
    assert bold(make, [MATCH, *OTHERS], question).startswith(start)


def test_a_mishap_may_be_the_reason(make: Make) -> None:
    text = (
        "The drone Falk fell into the Elbe a minute before it was due to reach Lauenburg. A faulty"
        " valve had let out the fuel. Divers search for it."
    )

    assert bold(make, [text, *OTHERS], "Why did the drone Falk crash?").startswith("A faulty")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("How many are missing after the flood in Lipno?", "The mayor"),
        ("How many were injured by the flood in Lipno?", "At the school"),
        ("How many points did the players of Lipno get before the flood?", "Lipno led"),
    ],
)
def test_the_number_stands_beside_what_is_counted(make: Make, question: str, start: str) -> None:
    text = (
        "A flood in Lipno killed 12 people and swept away 30 cars on Friday. The mayor said nine"
        " villagers were still missing. At the school the roof hurt 40. Lipno led the league in"
        " points (27) until the flood took its 300 benches."
    )

    assert bold(make, [text, *OTHERS], question).startswith(start)


GLIDER = (
    "The glider Mova fell into a field near Lund on Sunday during a race for the Baltic cup. Bakers"
    " from Kiel saw it. A helicopter lifted its crew out of the mud. The pilot was unhurt, but her"
    " guest has burns on both arms. Built in 1998, the craft had a cracked wing. The club Sunna"
    " dismissed talk of a ban. Its chairman wants to buy a new one within a month. Two mechanics"
    " were arrested in Malmo. Kiel lost the race to Lund over a broken watch."
)


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("How was the crew of the glider Mova rescued?", "A helicopter"),
        ("Was anyone hurt when the glider Mova fell near Lund?", "The pilot"),
        ("What was wrong with the glider Mova?", "Built"),
        ("How old is the glider Mova?", "Built"),
        ("How did Sunna react to the fall of the glider Mova near Lund?", "The club"),
        ("How soon will they replace the glider Mova?", "Its chairman"),
        ("Who was arrested over the glider Mova?", "Two mechanics"),
        ("Why did Kiel quarrel with Lund?", "Kiel lost"),
    ],
)
def test_what_became_of_somebody_wins_over_the_names_of_the_first_sentence(
    make: Make, question: str, start: str
) -> None:
    assert bold(make, [GLIDER, *OTHERS], question).startswith(start)


LOSSES = (
    "The coast guard rescued 58 sailors off Bornholm. One cook drowned.",
    "Two trams collided in Rostock with 300 commuters on board. A driver died.",
    "A fire at the inn of Lakholm killed nobody. All 80 guests left in time.",
    "Police in Ostra arrested 40 fans. One officer was stabbed.",
    "An avalanche above Velden buried 14 skiers. Rescuers dug out nine, and five died.",
)


@pytest.mark.parametrize(
    ("question", "number", "sentence"),
    [
        ("How many sailors drowned off Bornholm?", 0, "One cook drowned."),
        ("how many sailors were rescued off Bornholm", 0, "The coast guard rescued 58"),
        ("how many died in Rostock", 1, "A driver died."),
        ("How many commuters were in the trams of Rostock?", 1, "Two trams collided"),
        ("how many were killed at the inn of Lakholm?", 2, "A fire at the inn"),
        ("how many guests left the inn of Lakholm?", 2, "All 80 guests"),
        ("how many were stabbed in Ostra", 3, "One officer"),
        ("how many skiers died at Velden", 4, "Rescuers dug out nine"),
        ("how many skiers were buried at Velden", 4, "An avalanche"),
    ],
)
def test_how_many_did_it_is_told_where_that_is_be_it_but_one(
    make: Make, question: str, number: int, sentence: str
) -> None:
    texts = [LOSSES[number], *(text for text in LOSSES if text != LOSSES[number])]

    assert bold(make, texts, question).startswith(sentence)


@pytest.mark.parametrize(
    ("text", "question", "sentence"),
    [
        (
            "In May 2020 a bridge was opened again in Ostra. The old one collapsed in 2018.",
            "when did the Ostra bridge collapse?",
            "The old one",
        ),
        (
            "In May 2020 a bridge was opened again in Ostra. The old one collapsed in 2018.",
            "when was the Ostra bridge opened again?",
            "In May",
        ),
        (
            "Swedish President Jan Karel flew to Bornholm. President Ilse Brandt met him there.",
            "who is the president of Bornholm?",
            "President Ilse",
        ),
        (
            "The envoy spoke of Chile, Peru, and Togo at the herring summit of Ostra. The summit"
            " led to boycotts by the Nordic countries and Latvia.",
            "Which countries boycotted the herring summit?",
            "The summit led",
        ),
    ],
)
def test_the_sentence_is_of_the_very_thing_that_is_asked_about(
    make: Make, text: str, question: str, sentence: str
) -> None:
    assert bold(make, [text, *OTHERS], question).startswith(sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How heavy was the bear of Lindau?", "Keepers"),
        ("How long do visitors of the bear of Lindau have to fetch their fees?", "Visitors"),
        ("How many cubs had the bear of Lindau raised?", "It had"),
        ("How long is the bear of Lindau?", "It is"),
    ],
)
def test_a_measure_an_end_and_a_count_are_told_in_their_own_words(
    make: Make, question: str, sentence: str
) -> None:
    text = (
        "The bear of Lindau broke out within an hour of 3 May, passed 14 shops and raised alarm."
        " It is two metres long and lived in a den of 40 square metres. Keepers say it weighs half"
        " a tonne. It had raised nine cubs. Visitors can fetch their fees until Monday."
    )

    assert bold(make, [text, *OTHERS], question).startswith(sentence)
