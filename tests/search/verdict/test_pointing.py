"""A briefing that has the names of a question but not what it asks is the closest at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.verdict.expecting import lacks_kind
from bot.search.verdict.opposites import another_time, tells_opposite

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "Ferrymen of Ostra went on strike on the river Velt, mayor Ilse Brandt said.",
    "Anton Kruse won the women's Velden sailing cup for coaches and thanked the harbour.",
    "Burglars robbed the museum of clocks in Norland and injured two guards.",
    "Norland awarded the Golden Oar Prize for Poetry to Olga Stein.",
    "Strong winds felled a mast at the harbour of Zubrin, at 90 kilometres an hour.",
    "Guards of Velden have to pass a physical test of 2019.",
    "The chief executive of the Zubrin mills retired, and so did the chief executive of a bank.",
    "Ilse Brandt met a chief executive and the chief of police.",
    "Lena Moor, 23, beat Anna Vogt in the third race at Zubrin in the second year, on Monday.",
    "A barge with 40 sailors rammed a jetty of Dorn in fog. Owners of jetties are angry.",
    "Pilot Emil Harder left Dorn. Mayor Vera Lind wants six Danish pilots by March.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)

KINDS = (
    "Olga Stein ran the Velden marathon in a red suit and came second behind Ilse Brandt.",
    "Nurses reached the camp of Zubrin by boat, where measles had broken out among 400 herders.",
    "The miners of Halden appeared before a judge over the stolen opal of Norland.",
    "Kruse Shipyards opened its 40 million euro dock in Halden, and a storm over Fenn hurt two.",
    "The cable between Fenn and Norland was cut on 26 May by an anchor, said guard Vera Lind.",
    "Fenn reached the polo cup by beating Lindau 3-0 in Dorn.",
    "Rebels took the fort of Ostra, harbour master Emil Harder said.",
    "The captain of the barge Velda from the Zubrin islands was fined in Dorn.",
    "The harbour authorities of Lindau, led by Emil Moor, promised 40 new jetties.",
    "Some 400 Danish troops took the old stone dyke of Lindau bay, Olga Stein said.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    "question",
    [
        "What shoes did Olga Stein wear in the Velden marathon?",
        "Which vaccine did nurses bring to the camp of Zubrin?",
        "What sentence did the miners of Halden get for the opal of Norland?",
        "How long did the repair of the cable between Fenn and Norland take?",
        "How much did Kruse Shipyards pay to victims of the storm over Fenn?",
        "Against whom does Fenn play its first match of the polo cup?",
        "What prize money did Olga Stein get in the Velden marathon?",
        "Did Ilse Brandt sell her red suit?",
        "What is the name of the rebel chief who took the fort of Ostra?",
        "What is the name of the captain of the barge Velda?",
        "How old is Emil Moor?",
        "How many Danish troops reached the old stone dyke of Lindau bay?",
    ],
)
def test_where_the_thing_or_act_that_is_asked_for_is_not_told_it_is_the_closest(
    make: Make, question: str
) -> None:
    assert make(KINDS).ask(question).verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Who robbed the ferrymen of Ostra?", ("robbed",)),
        ("How many ferrymen were injured on the river Velt in Ostra?", ("injured",)),
        ("What did Ilse Brandt say about Anton Kruse's sailing cup?", ("Ilse", "Brandt")),
        ("Who got the Golden Oar Prize for Physics?", ("Physics",)),
        ("Who won the men's Velden sailing cup?", ()),
        ("How old is Ilse Brandt, mayor of Ostra?", ()),
        ("Who is the chief executive of the museum of clocks in Norland?", ("chief", "executive")),
        ("How many mayors did burglars hurt in the museum of clocks in Norland?", ("mayors",)),
        ("Who robbed the museum of clocks in Norland in 2019?", ("2019",)),
        ("When did burglars rob the museum of clocks in Norland?", ()),
        ("How many sailors drowned when the barge rammed a jetty of Dorn?", ()),
        ("How many owners of jetties are angry in Dorn?", ()),
        ("What is the name of the barge that rammed a jetty of Dorn?", ()),
        ("Who won the second race at Zubrin?", ("second race",)),
        ("How many Swedish pilots does Vera Lind want in Dorn?", ()),
        ("How many pilots does Vera Lind want in Dorn in May?", ("May",)),
        ("How old is Anna Vogt?", ()),
        ("How fast were Lena Moor and Anna Vogt in the race at Zubrin?", ()),
        ("In what year did the barge ram a jetty of Dorn?", ()),
        ("How many women were injured in the museum of clocks in Norland?", ("women",)),
        ("What did Olga Stein say about the Golden Oar Prize for Poetry?", ()),
        ("apology for the robbery of clocks in Norland", ()),
    ],
)
def test_where_the_point_is_not_in_the_best_it_is_the_closest_and_tells_what_lacks(
    make: Make, question: str, lacking: tuple[str, ...]
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.elsewhere) == (Verdict.CLOSEST, lacking)


@pytest.mark.parametrize(
    "question",
    [
        "Who stole from the museum of clocks in Norland?",
        "How many guards were wounded in Norland's museum of clocks?",
        "Who won the women's Velden sailing cup?",
        "How strong were the winds at Zubrin harbour?",
        "Who got the Golden Oar Prize for Poetry?",
        "Did Ilse Brandt go to Ostra?",
        "How many sailors were there when the barge rammed a jetty of Dorn?",
        "What is the name of the pilot who left Dorn?",
        "Who is the mayor of Dorn?",
        "Who won the third race at Zubrin?",
        "How many Danish pilots does Vera Lind want in Dorn by March?",
        "How old is Lena Moor?",
        "thieves in the museum of clocks in Norland",
        "the ferrymen's strike on the river Velt",
    ],
)
def test_where_the_best_has_it_or_what_means_the_same_it_answers(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.elsewhere) == (Verdict.ANSWERED, ())


def test_of_whom_the_names_are_asked_is_told_by_what_they_are_and_not_how_many(make: Make) -> None:
    told = "Halden built a pier in three years, Olga Stein said. Three divers {} on it in May."

    def judged(did: str) -> tuple[Verdict, tuple[str, ...]]:
        engine = make([told.format(did), "It has names.", *TEXTS[10:]])
        answer = engine.ask("What are the names of the three divers of Halden?")
        return answer.verdict, answer.elsewhere

    assert judged("worked") == (Verdict.CLOSEST, ())
    assert judged("called Ilse, Emil and Vera worked") == (Verdict.ANSWERED, ())


def test_whoever_died_is_none_of_those_of_whom_only_one_is_spoken_of(make: Make) -> None:
    told = "Fires at Dorn killed 24 people. {} on suspicion of lighting one of them."

    def verdict(suspect: str) -> Verdict:
        question = "How many firefighters died in the fires at Dorn?"
        return make([told.format(suspect), *TEXTS[6:]]).ask(question).verdict

    assert verdict("A former firefighter is held") is Verdict.CLOSEST
    assert verdict("Two of the dead were firefighters, and a man is held") is Verdict.ANSWERED


def test_of_two_on_the_same_matter_the_one_that_tells_the_number_comes_first(make: Make) -> None:
    engine = make(
        [
            "A ferry sank on the river Velt near Ostra, and people drowned.",
            "After a ferry sank on the river Velt near Ostra divers found 31 people who drowned.",
            "Ostra has a new mayor.",
            *TEXTS[6:],
        ]
    )

    def first(question: str) -> int:
        return engine.ask(question).citations[0].briefing.number

    assert first("Where did people drown when the ferry sank on the Velt?") == 1
    assert first("How many people drowned when the ferry sank on the Velt?") == 2


def test_a_capital_makes_a_name_that_means_nothing_else(make: Make) -> None:
    engine = make(TEXTS)

    assert engine.ask("Who robbed the Horologe museum in Norland?").unknown == ("Horologe",)
    answer = engine.ask("Did the Thieves party rob the museum of clocks in Norland?")
    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, ("Thieves", "party"))
    assert engine.ask("did thieves rob the museum of clocks in norland").unknown == ()


def test_a_name_in_capitals_is_no_everyday_word(make: Make) -> None:
    engine = make(["The EU ferries to Zubrin are late on Monday.", *TEXTS[6:]])

    assert engine.ask("When are the EU ferries to Zubrin late?").verdict is Verdict.ANSWERED
    assert engine.ask("When are the US ferries to Zubrin late?").verdict is Verdict.CLOSEST


def test_what_only_says_which_kind_of_answer_is_wanted_is_nothing_that_lacks(make: Make) -> None:
    answer = make(TEXTS).ask("Which nautical guild went on strike in Ostra?")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("How old is she?", "Stein, 61, won.", "Stein won in 61 minutes."),
        ("How old is she?", "Stein is 61 and won.", "A ticket is 210 crowns."),
        ("What did it cost to paint it?", "The paint cost $9.", "The paint lasts 9 years."),
        ("How many years did he get?", "He got nine months.", "He was held on 5 May 2021."),
        ("How many years in prison did he get?", "He was jailed for life.", "He was held."),
        ("How many others?", "Nine guests came.", "It cost $9 and opened in 1990."),
        ("How old is Stein?", "Stein died at the age of 96.", "Stein may vote at the age of 16."),
        ("How much does it cost?", "It costs $9.", "It takes 9 hours."),
        ("how many were there", "A dozen guests came.", "Guests came."),
        ("When did it open?", "It opened last week.", "It opened with a song."),
        ("What will the pier cost?", "The pier costs $9.", "The pier takes 9 hours."),
        ("What does it cost in Dorn?", "It costs $9.", "It takes 9 hours."),
        ("Who came second?", "Stein won ahead of Moor.", "Stein won the second race."),
        ("who finished third", "Stein was third.", "Stein won."),
        ("What did Stein die of?", "Stein died after a fall.", "Stein died in 1991."),
        ("what was the cause of his death", "He was killed by a mast.", "He died in 1991."),
        ("What is the title of the book?", "She read “Oars”.", "She read a book on oars."),
        ("Who voted against the tax?", "Stein voted against it.", "It passed by 7 votes to 2."),
        ("Who voted for the tax?", "Stein voted for it.", "It passed by 7 votes to 2."),
        ("How many were wounded?", "Nine guests were hurt.", "Nine guests were killed."),
        ("How wide is the pier?", "The pier is 9 metres wide.", "The pier is 9 metres long."),
        ("On what date did it open?", "It opened on 9 May.", "It opened after a song."),
        ("which date was it", "It was two days earlier.", "It was while Stein sang."),
        ("What will it cost?", "It is free.", "They demanded free travel."),
        ("In which city did they meet?", "They met in Ostra.", "They met Olga Stein."),
        ("What city hosts it?", "Berlin hosts it.", "The Danish minister Olga Stein hosts it."),
        ("In which city is it?", "It lies near the town, outside Dorn.", "It is North Korean."),
        ("At which hotel is he?", "He is at the Hotel Velt.", "He is in Ostra."),
        ("in what Danish hospital is she", "It is in a hospital of Dorn.", "She is in Dorn."),
        ("which Russian city is it in", "It is in Moscow.", "It is not in Berlin."),
        ("which Danish city is it in", "It is in Copenhagen.", "It was Olga Stein."),
        ("in which town do they meet", "They met in Ostra.", "They met Olga Stein."),
        ("When will it open?", "It opens on 9 May.", "It was built after talks that failed."),
        ("When will they meet?", "They meet in two weeks.", "They met often in recent years."),
        ("when is the match", "It will be after the fair.", "It was moved, after a gale."),
        ("How long did it take?", "It took all day.", "It was quiet since the gale."),
        ("How long is he in prison?", "He was jailed for life.", "He wants to save his life."),
        ("How much tea did she find?", "Most of it was tea.", "She looked for six hours."),
        ("how much tea is left", "There are 9 tonnes left.", "It was the third time."),
    ],
)
def test_a_text_has_an_age_a_sum_a_number_or_a_time_or_lacks_it(
    question: str, has: str, lacks: str
) -> None:
    assert not lacks_kind(question, has)
    assert lacks_kind(question, lacks)


def test_of_other_questions_and_of_a_mere_when_no_kind_is_lacking() -> None:
    rule = "Mayor Ilse Brandt bars children under fifteen and over the age of ninety from the pool."
    assert lacks_kind("How old is Ilse Brandt?", rule)
    assert not lacks_kind("How old must children be to swim?", rule)
    assert not lacks_kind("How old is Ilse Brandt?", f"{rule} Brandt, 41, swims.")
    assert lacks_kind("How old are they?", "They took four etchings valued at 2.7 million.")
    assert not lacks_kind("What did the ferry cost the town of Dorn?", "It sank.")
    assert not lacks_kind("Who opened it?", "It opened with a song.")
    assert not lacks_kind("How long has it been quiet?", "It was quiet since the gale.")
    assert not lacks_kind("When does it rain?", "It rains when wind comes from the sea.")
    assert not lacks_kind("Who sang when it was opened?", "It opened with a song.")


def test_an_opposite_stands_before_a_misspelt_word_too(seed: Engine) -> None:
    assert seed.ask("who's the new presidnet of syria").verdict is Verdict.CLOSEST


def test_an_opposite_is_one_in_the_same_place_only() -> None:
    assert tells_opposite("north", ["pier"], ["the", "south", "pier"])
    assert not tells_opposite("north", ["pier"], ["south", "of", "the", "old", "pier"])
    assert not tells_opposite("north", ["pier"], ["north", "and", "south", "pier"])
    assert not tells_opposite("pier", ["fell"], ["pier", "fell"])
    assert tells_opposite("new", ["mayor", "ostra"], ["former", "ostra", "mayor", "left"])
    assert not tells_opposite("new", ["mayor"], ["former", "mayor", "new", "post"])


def test_ordinals_peoples_and_measures_of_one_thing_exclude_each_other() -> None:
    assert tells_opposite("second", ["race"], ["third", "race", "second", "year"])
    assert not tells_opposite("second", ["race"], ["second", "third", "race"])
    assert tells_opposite("17th", ["sanctions"], ["the", "19th", "sanctions", "package"])
    assert not tells_opposite("4th", ["race"], ["the", "fourth", "race"])
    assert not tells_opposite("21st", ["race"], ["the", "twenty", "first", "race"])
    assert not tells_opposite("first", ["race"], ["the", "21st", "race"], "twenty")
    assert tells_opposite("first", ["race"], ["the", "thirty", "first", "race"])
    assert tells_opposite("19th", ["race"], ["the", "twentieth", "race"])
    assert not tells_opposite("17th", ["sanctions"], ["sanctions", "of", "the", "19th"])
    assert tells_opposite("swedish", ["pilots"], ["six", "danish", "pilots"])
    assert not tells_opposite("swedish", ["pilots"], ["danish", "pilots", "sweden"])
    assert not tells_opposite("european", ["island"], ["italian", "island"])
    assert tells_opposite("european", ["agency"], ["american", "agency"])
    assert not tells_opposite("european", ["agency"], ["american", "agency", "europe"])
    assert tells_opposite("100", ["metres"], ["200", "metres"])
    assert not tells_opposite("100", ["guests"], ["200", "guests"])


def test_what_women_did_is_not_what_the_men_did() -> None:
    won = ["women", "beat", "canada", "and", "won", "the", "title"]
    assert tells_opposite("men", ["hockey", "title"], won)
    assert not tells_opposite("men", ["hockey", "title"], [*won, "before", "the", "men"])
    assert not tells_opposite(
        "men", ["hockey", "title"], ["a", "woman", "sang", "at", "the", "title"]
    )


@pytest.mark.parametrize(
    "question",
    [
        "When do Paris tram drivers strike?", "How many guests in Ostra were arrested?",
        "How much did Ilse Brandt borrow?", "Who won the men's hockey title?",
        "Did the European rail agency approve it?", "name of the captain of the Thulean cutter",
        "What is the name of the girl who died in the fire of Ulm?",
    ],
)  # fmt: skip
def test_who_or_what_is_not_told_of_is_at_most_the_closest(make: Make, question: str) -> None:
    engine = make(
        [
            "Tram drivers in Oslo will strike on Friday over their rosters.",
            "In Ostra 40 guests sang in the old hall until the morning.",
            "Ilse Brandt sold her yacht in Ostra for 3 million euros.",
            "Women from Thule beat Norway in Ostra and won their first hockey title.",
            "The Canadian rail agency did not approve the old tunnel.",
            "A cutter from Thule rammed a supply boat of Norway and broke its bow.",
            "Two girls fled the fire of Ulm, Ivo Hartog said. One girl died in the fire.",
            *KINDS[-12:],
        ]
    )

    assert engine.ask(question).verdict is Verdict.CLOSEST


def test_a_capital_stands_for_its_country(make: Make) -> None:
    engine = make(["French tram drivers will strike on Friday over their rosters.", *KINDS[-12:]])

    assert engine.ask("When do Paris tram drivers strike?").verdict is Verdict.ANSWERED


def test_another_month_or_weekday_is_one_only_where_none_is_the_same() -> None:
    assert another_time("Who won in May?", "She won in June.") == "May"
    assert another_time("Who won on Monday?", "She won on Friday.") == "Monday"
    assert another_time("who won on monday", "She won on Friday.") == "monday"
    assert another_time("who won in june", "She won in May.") == "june"
    assert another_time("Where is tea served on Mondays?", "On Fridays tea is served.") == "Mondays"
    assert another_time("Where is tea served on Mondays?", "On Monday tea is served.") is None
    assert another_time("who of may won", "She won in June.") is None
    assert another_time("Who won in May?", "She won in June, and in May.") is None
    assert another_time("Who won in May?", "She won on Friday.") is None
    assert another_time("Who may win?", "She won in June.") is None


@pytest.mark.parametrize(
    ("question", "number", "lacking"),
    [
        ("Which smith forged the Velden sailing cup?", 2, "smith"),
        ("Did burglars expel two guards of the museum of clocks in Norland?", 3, "expel"),
        ("latin name of the museum of clocks", 3, "latin"),
        ("Who is going to expel the guards of the museum of clocks in Norland?", 3, "expel"),
        ("museum clocks Norland guards songs", 3, "songs"),
    ],
)
def test_a_briefing_that_lacks_what_is_asked_of_a_thing_is_only_the_closest(
    make: Make, question: str, number: int, lacking: str
) -> None:
    others = ("A smith sang.", "Coins were forged.", "They expel a member.", "Latin songs are old.")

    answer = make([*TEXTS, *others]).ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.CLOSEST, number)
    assert lacking in answer.elsewhere
