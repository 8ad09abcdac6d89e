"""How questions are read: slips, irregular forms, spellings on both sides of the Atlantic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.irregular import irregular_stems
from bot.search.words.spellings import other_spellings

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make


@pytest.mark.parametrize("question", ["whcih plan was reasonable", "Wich plan was reasonable"])
def test_a_misspelt_function_word_is_no_name_that_nobody_knows(seed: Engine, question: str) -> None:
    answer = seed.ask(question)

    assert answer.unknown == ()
    assert answer.corrections == ()
    assert answer.citations[0].briefing.number == 5


def test_a_name_that_is_near_a_function_word_is_still_named_as_unknown(seed: Engine) -> None:
    assert seed.ask("Did Lavrov meet Whomm in Malta?").unknown == ("Whomm",)


def test_a_name_that_lacks_a_letter_is_no_slip_for_a_function_word(seed: Engine) -> None:
    assert seed.ask("whcih plan is untill winter").unknown == ("winter",)


def test_function_words_break_ties(make: Make) -> None:
    engine = make(["A treaty was signed after the war.", "A treaty was signed before the war."])

    asked = [engine.ask(f"treaty {word} war").citations[0].briefing.number for word in WHEN]
    assert asked == [1, 2]


WHEN = ["after", "before"]
FAIRS = [f"Village {number} held its yearly fair." for number in range(9)]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who wins the cup?", "Ghana won the cup."),
        ("Which bank was bought?", "An heir buys a bank."),
        ("women in parliament", "One woman sits in parliament."),
        ("did the thieves steal", "A thief stole a crown."),
        ("did troops retake Bara", "The troops had retaken Bara."),
        ("who misled the court", "A clerk was to mislead the court."),
    ],
)
def test_irregular_forms_of_one_word_meet(make: Make, question: str, text: str) -> None:
    engine = make([text, "The rain goes on.", "A bridge is closed."])

    answer = engine.ask(question)
    assert answer.citations[0].briefing.number == 1
    assert answer.unknown == ()
    assert answer.verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sue", "sued"), ("staff", "staffed"), ("free", "freed"), ("queue", "queuing"),
        ("bus", "buses"), ("gas", "gases"), ("quiz", "quizzes"), ("menu", "menus"),
        ("gunman", "gunmen"), ("firewoman", "firewomen"), ("hypothesis", "hypotheses"),
        ("MP", "MPs"), ("NGO", "NGOs"), ("TV", "TVs"), ("spa", "spas"), ("sofa", "sofas"),
    ],
)  # fmt: skip
def test_forms_that_no_stemmer_brings_together_meet(make: Make, one: str, other: str) -> None:
    for asked, told in ((one, other), (other, one)):
        engine = make([f"In Velden they spoke of the {told}.", "Rain fell.", "Bees hum."])
        answer = engine.ask(f"{asked} in Velden")

        assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
        assert answer.corrections == ()


def test_irregular_forms_lead_both_ways() -> None:
    others = irregular_stems(lambda word: word)

    assert set(others["won"]) == {"win"}
    assert set(others["taken"]) == {"take", "took"}
    assert all(each in others[other] for each, them in others.items() for other in them)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("defence", "defense"), ("organisation", "organization"), ("neighbours", "neighbors"),
        ("travelled", "traveled"), ("centre", "center"), ("programme", "program"),
        ("criticised", "criticized"), ("fibres", "fibers"), ("jewellery", "jewelry"),
        ("paediatricians", "pediatricians"), ("archaeology", "archeology"),
        ("manoeuvres", "maneuvers"), ("sceptical", "skeptical"), ("moulds", "molds"),
    ],
)  # fmt: skip
def test_british_and_american_spellings_meet(make: Make, here: str, there: str) -> None:
    assert there in other_spellings(here)
    assert here in other_spellings(there)
    engine = make([f"A {here} of note.", f"A {there} of note.", "Rain."])
    assert {each.briefing.number for each in engine.ask(here).citations} == {1, 2}


@pytest.mark.parametrize("word", ["hour", "four", "story", "filed", "morning", "rise"])
def test_most_words_have_one_spelling(word: str) -> None:
    assert not {"hor", "for", "stoury", "filled", "mourning"} & set(other_spellings(word))


def test_another_spelling_meets_other_forms_of_the_word(make: Make) -> None:
    engine = make(["Blinken criticized the plan.", "Bees hum.", "Rain fell."])
    answer = engine.ask("what did Blinken criticise")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


def test_an_inflected_word_is_corrected_where_only_its_base_is_known(make: Make) -> None:
    engine = make(["A malfunction stopped the trains.", "Rain."])

    answer = engine.ask("malfunctinoing")
    assert [each.read for each in answer.corrections] == ["malfunction"]


def test_a_letter_may_be_missing_in_the_shortest_name(make: Make) -> None:
    engine = make(["King Otto opened a bridge.", "Ohio votes.", "The oat harvest failed."])

    answer = engine.ask("king oto")
    assert [(each.written, each.read) for each in answer.corrections] == [("oto", "Otto")]


@pytest.mark.parametrize("question", ["waht is thr grain ban fot", "wo wss at the grain talks"])
def test_a_short_function_word_may_be_misspelt_too(seed: Engine, question: str) -> None:
    assert set(seed.ask(question).unknown) <= {"wo"}


def test_a_word_of_the_briefings_is_preferred_to_a_function_word_as_rare(seed: Engine) -> None:
    answer = seed.ask("empire of leis")

    assert [each.read for each in answer.corrections] == ["lies"]


@pytest.mark.parametrize(
    ("question", "number"), [("kim jon9 un", 12), ("1avrov in ma1ta", 2), ("c0ld war ma1ta", 2)]
)
def test_a_digit_may_stand_for_a_letter(seed: Engine, question: str, number: int) -> None:
    answer = seed.ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.unknown == ()


@pytest.mark.parametrize("question", ["talks in the DRC", "NATO talks"])
def test_a_name_of_several_words_is_found_whole_or_not_at_all(make: Make, question: str) -> None:
    engine = make(
        [
            "A Democratic senator from North Carolina left an organization.",
            "Rebels of the Democratic Republic of the Congo met the North Atlantic Treaty"
            " Organization.",
            "Bees hum.",
        ]
    )
    answer = engine.ask(question)

    assert [each.briefing.number for each in answer.citations] == [2]


def test_a_slip_for_a_function_word_is_no_slip_for_another(make: Make) -> None:
    answer = make(["Pilots want a new hangar.", "Bees hum."]).ask("waht do the pilots say?")

    assert answer.corrections == ()
    assert answer.verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "name"),
    [("the harbour of Rikola", "Riqqola"), ("what did Kristina Oberg say?", "Christina")],
)
def test_a_name_is_read_as_the_one_that_sounds_the_same(
    make: Make, question: str, name: str
) -> None:
    engine = make(["The harbour of Riqqola froze.", "Pilot Christina Oberg landed.", "Bees hum."])

    assert [each.read for each in engine.ask(question).corrections] == [name]


def test_a_name_both_words_of_which_are_misheard_is_read_as_it_is_written(make: Make) -> None:
    answer = make(["Minister Feng Lu flew to Lima.", "Bees hum."]).ask("fong loo in lima")

    assert [each.read for each in answer.corrections] == ["Feng", "Lu"]
    assert (answer.unknown, answer.citations[0].briefing.number) == ((), 1)


@pytest.mark.parametrize("question", ["love bend", "fong dee", "fong", "loo fong"])
def test_what_is_no_such_name_is_read_as_none(make: Make, question: str) -> None:
    answer = make(["Minister Feng Lu met Live Band in Lima.", "Bees hum."]).ask(question)

    assert not {"Lu", "Live", "Band"} & {each.read for each in answer.corrections}


@pytest.mark.parametrize("question", ["a strike on kahn younis", "strike on kahn yunis"])
def test_a_real_word_is_read_as_the_name_that_it_makes_with_its_neighbour(
    make: Make, question: str
) -> None:
    engine = make(["Tanks moved into Khan Younis.", "The khan of the steppe.", "Bees hum."])
    answer = engine.ask(question)

    assert answer.corrections[0].read == "Khan"
    assert answer.citations[0].briefing.number == 1
    assert engine.ask("the architect kahn").unknown == ("architect", "kahn")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hearings of jan 6", "The hearings on January 6 were long."),
        ("hearings in January", "The hearings of Jan. 6 were long."),
        ("World War 3", "He spoke of World War Three."),
        ("ten point plan", "The 10-point plan was refused."),
    ],
)
def test_months_and_numbers_are_known_written_out_and_short(
    make: Make, question: str, text: str
) -> None:
    answer = make([text, "Bees hum."]).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


def test_a_name_is_read_as_another_spelling_of_it_though_both_are_known_in_english(
    seed: Engine,
) -> None:
    assert [each.read for each in seed.ask("what did Sergey say").corrections] == ["Sergei"]
    assert [each.read for each in seed.ask("kim yong un").corrections] == ["Jong"]


def test_words_run_together_are_parted_though_english_has_them_so_too(make: Make) -> None:
    answer = make(["The Super Bowl was won by Denver.", "Bees hum."]).ask("who won the superbowl")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


def test_everyday_words_that_no_briefing_has_are_not_named_beside_telling_ones(
    seed: Engine, make: Make
) -> None:
    assert seed.ask("will lavrov go to Geneva").unknown == ("Geneva",)
    assert make(["A Beast was seen.", "Bees hum."]).ask("Mr. Beast").unknown == ()
    assert seed.ask("remember, was lavrov maybe in Geneva?").unknown == ("Geneva",)
    assert seed.ask("good night").unknown == ("good", "night")


def test_a_slip_for_an_everyday_word_says_as_little_as_that(make: Make) -> None:
    texts = ["The mill burned, according to Ilse Brandt.", "Dorn held a fair.", "Bees hum."]

    answer = make(texts).ask("who held a circus fair acording to Dorn")

    assert (answer.unknown, answer.elsewhere) == (("circus",), ())


def test_a_name_may_have_its_capital_inside(seed: Engine) -> None:
    answer = seed.ask("When does the new iPhone come out?")

    assert answer.verdict is Verdict.NOTHING
    assert answer.unknown == ("iPhone",)


def test_an_other_name_is_understood_when_it_is_misspelt(make: Make) -> None:
    engine = make(["Elections were held in Myanmar.", "Rain fell on the coast of Norway."])

    answer = engine.ask("elections in Burmma")

    assert answer.verdict is Verdict.ANSWERED
    assert answer.citations[0].briefing.number == 1
    assert answer.unknown == ()


def test_a_misspelt_capital_is_read_as_its_country(seed: Engine) -> None:
    # "bejing" is one letter from "being" too.
    answer = seed.ask("who met Putin in bejing?")

    assert answer.unknown == ()
    assert [(each.written, each.read) for each in answer.corrections] == [("bejing", "China")]


def test_what_is_of_somebody_is_found_without_its_apostrophe_and_with_a_slip(make: Make) -> None:
    answer = make(["Meerta's boat sank in Velden.", *FAIRS]).ask("did Mertas boat sink?")

    assert [(each.written, each.read) for each in answer.corrections] == [("Mertas", "Meerta")]


def test_what_is_of_somebody_unknown_is_told_as_he_is_called_and_small_words_are_not(
    make: Make,
) -> None:
    answer = make(["A boat sank in Velden.", *FAIRS]).ask("Ondra's boats per day in Velden")

    assert answer.unknown == ("Ondra",)


@pytest.mark.parametrize(
    ("typed", "read"), [("visitt", "visit"), ("Ottarr", "Ottar"), ("visits", None), ("Ottar", None)]
)
def test_a_slip_that_a_stemmer_mends_is_told_too(make: Make, typed: str, read: str | None) -> None:
    answer = make(["Ottar came for a visit to Velden.", *FAIRS]).ask(f"Velden {typed}")

    assert [each.read for each in answer.corrections] == ([read] if read else [])


def test_a_name_is_told_with_its_capital_though_what_is_shown_lacks_it(make: Make) -> None:
    texts = [*(f"A boat sank in Velden on day {day}." for day in range(9)), "Old Ottar sleeps."]

    answer = make(texts).ask("boat sank in Velden with Ottor", 3)

    assert [(each.written, each.read) for each in answer.corrections] == [("Ottor", "Ottar")]


def test_a_place_is_no_slip_for_a_word_that_is_no_name(make: Make) -> None:
    engine = make(
        ["Two people died of heart attacks after the earthquake.", "It rained in Basrah."]
    )

    assert engine.ask("How many died in the earthquake in Herat?").unknown == ("Herat",)
    assert engine.ask("Did it rain in Basra?").corrections[0].read == "Basrah"


@pytest.mark.parametrize("question", ["the ipone14", "iphone 14 sales", "iPhone14", "iphnoe14"])
def test_a_name_that_ends_in_a_number_may_be_misspelt_and_parted_from_it(
    make: Make, question: str
) -> None:
    engine = make(["The iPhone14 sells well.", "Phones are dear.", "Bees hum."])

    assert engine.ask(question).citations[0].briefing.number == 1


def test_another_number_is_no_slip(make: Make) -> None:
    engine = make(["The iPhone14 sells well.", "Phones are dear.", "Bees hum."])

    assert engine.ask("iphone15").unknown == ("iphone15",)


def test_an_arabic_name_is_known_without_its_article(make: Make) -> None:
    answer = make(["Fighting in Raqqa went on.", "Bees hum."]).ask("ar-Raqqa")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


@pytest.mark.parametrize("question", ["AR-15", "who has an ar-15?"])
def test_letters_before_a_number_are_no_article(make: Make, question: str) -> None:
    answer = make(["Fifteen people, 15 of them children, sang.", "Bees hum."]).ask(question)

    assert answer.verdict is not Verdict.ANSWERED


def test_a_word_is_not_told_by_what_another_word_of_the_question_says_itself(make: Make) -> None:
    engine = make(["Ostra's bakers could not win against the millers of Velden.", *FAIRS])

    asked = engine.ask("who won the election in Ostra")

    assert (asked.verdict, asked.unknown) == (Verdict.CLOSEST, ("election",))
    assert not engine.ask("election in Ostra").unknown
