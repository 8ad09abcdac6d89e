"""How surely the best briefing answers what a message asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import SpanKind, Verdict
from tests.search.conftest import asked

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_a_follow_up_on_what_all_briefings_name_is_answered_where_all_of_it_is_told(
    make: Make,
) -> None:
    engine = make(
        [
            "Ostra's mayor Ilse Brandt warned Norland of a flood.",
            *(f"Norland's village {number} held its yearly fair." for number in range(12)),
        ]
    )
    first = "who is mayor of Ostra?"

    told = asked(engine, first, "what did she say about Norland?")
    untold = asked(engine, first, "what did she say about Velden?")

    assert (told.verdict, untold.verdict) == (Verdict.ANSWERED, Verdict.CLOSEST)


FESTIVAL = (
    "Divers raised a bronze bell off Ostra. A museum in Norland offers them a reward.",
    "Singer Jana Horak reached the last round of the festival in Velden.",
    "Olga Stein won the cup of Zubrin after a long race in the rain.",
    "Ilse Brandt won the election for mayor of Ostra.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


def test_what_nothing_answers_is_looked_for_in_what_was_shown_last(make: Make) -> None:
    engine = make(FESTIVAL)

    alone = engine.ask("which colour was offered?")
    after = asked(engine, "what did divers raise off Ostra?", "which colour was offered?")
    foreign = asked(engine, "what did divers raise off Ostra?", "how do I bake bread?")

    assert alone.verdict is Verdict.NOTHING
    assert (after.verdict, after.citations[0].briefing.number) == (Verdict.CLOSEST, 1)
    assert foreign.verdict is Verdict.NOTHING


def test_any_of_what_was_shown_last_may_tell_what_nothing_answers(make: Make) -> None:
    engine = make([*FESTIVAL, "Divers off Ostra found a bronze bell, too, and sold it in Lima."])
    first = "what did divers find off Ostra?"

    after = asked(engine, first, "which colour was offered?")

    assert {1, len(FESTIVAL) + 1} <= {each.briefing.number for each in engine.ask(first).citations}
    assert (after.verdict, after.citations[0].briefing.number) == (Verdict.CLOSEST, 1)


def test_what_is_asked_of_somebody_else_is_not_looked_for_in_what_was_shown(make: Make) -> None:
    answer = asked(make(FESTIVAL), "what did divers raise off Ostra?", "what does Eva Pohl offer?")

    assert answer.verdict is Verdict.NOTHING


def test_of_somebody_whom_hardly_a_briefing_names_there_is_a_closest(make: Make) -> None:
    fairs = (f"The inn {number} has a new roof." for number in range(30))
    engine = make([*FESTIVAL, "A bell.", *fairs])

    answer = engine.ask("what bell does Horak ring?")

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.CLOSEST, 2)


def test_one_word_of_a_briefing_does_not_stand_for_two_of_a_question(make: Make) -> None:
    engine = make(
        [
            "Zubrin beat Velden 2-1 to win the cup of the south for a fourth time.",
            "Ilse Brandt won Ostra's mayoral election with half of the vote.",
            *FESTIVAL[4:],
        ]
    )

    assert engine.ask("Who won Zubrin's cup?").verdict is Verdict.ANSWERED
    assert engine.ask("Who won Zubrin's election?").verdict is Verdict.CLOSEST


@pytest.mark.parametrize("question", ["US", "the US", "A US"])
def test_an_article_makes_no_question_of_a_name(make: Make, question: str) -> None:
    engine = make([f"Village {number} of the US held its yearly fair." for number in range(12)])

    assert engine.ask(question).verdict is Verdict.ANSWERED


def test_words_that_are_known_but_in_no_briefing_together_are_all_named(make: Make) -> None:
    answer = make([*FESTIVAL, "The bank fell.", "England won."]).ask("BoE")

    assert (answer.verdict, answer.unknown) == (Verdict.NOTHING, ("BoE",))


def test_a_follow_up_that_names_nothing_is_answered_by_what_has_its_kind_of_thing(
    make: Make,
) -> None:
    engine = make(
        [
            "The mayor of Ostra, Ilse Brandt, opened a pier for 90 million euros.",
            "The keeper of Velden light, Jan Karel, 61, is 1.80 metres tall.",
            *(f"Village {number} held its yearly fair." for number in range(12)),
        ]
    )
    untold, told = "mayor of Ostra", "keeper of Velden light"

    for question in ("how old is he?", "how tall is he?", "how long?"):
        assert asked(engine, untold, question).verdict is Verdict.CLOSEST
    assert asked(engine, untold, "how much?").verdict is Verdict.ANSWERED
    assert asked(engine, untold, "who?").verdict is Verdict.ANSWERED
    assert asked(engine, told, "how old is he?").verdict is Verdict.ANSWERED
    assert asked(engine, told, "how tall is he?").verdict is Verdict.ANSWERED


def test_an_age_in_any_form_answers_how_old_somebody_is(make: Make) -> None:
    engine = make(
        [
            "Singer Jana Horak died at the age of 96 in Velden.",
            "The baker Emil Harder, who is 34, won the race of Zubrin.",
            "A boy aged 12 climbed the tower of Ostra. Pia Lund wants to follow.",
            "Judge Omar Vey retired at 70. Lawyer Rosa Klein praised him.",
        ]
    )

    for question in ("how old was Jana Horak?", "how old is Harder?", "how old is the baker?",
                     "how old was the boy?", "how old is Omar Vey?"):  # fmt: skip
        assert engine.ask(question).verdict is Verdict.ANSWERED, question
    for question in ("how old is Pia Lund?", "how old is Rosa Klein?"):
        assert engine.ask(question).verdict is Verdict.CLOSEST, question


def test_a_word_that_only_means_nearly_the_same_needs_another_beside_it(make: Make) -> None:
    engine = make(
        [
            "Jana Horak dismissed the plan to drain the lake of Velden.",
            *(f"Jana Horak opened fair {number} in Ostra." for number in range(12)),
        ]
    )

    for question in ("Horak was fired?", "Horak fired"):
        assert engine.ask(question).verdict is Verdict.CLOSEST, question
    assert engine.ask("Horak dismissed").verdict is Verdict.ANSWERED


def test_what_costs_so_many_crowns_has_a_price(make: Make) -> None:
    engine = make(["The toll bridge of Velden takes 900 cars a day. A car pays 45 crowns."])

    answer = engine.ask("how much is the toll bridge?")

    (span,) = [each for each in answer.citations[0].spans if each.kind is SpanKind.ANSWER]
    assert answer.citations[0].briefing.text[span.start :] == "A car pays 45 crowns."


def test_a_key_word_told_in_other_words_has_its_closest(make: Make) -> None:
    engine = make(
        [
            "Two makers of oars will merge in May.",
            *(f"Village {number} held its yearly fair." for number in range(12)),
        ]
    )

    asked_for = ("mergers", "the mergers", "any big mergers lately?")
    found = [engine.ask(question) for question in asked_for]

    assert [each.verdict for each in found] == [Verdict.CLOSEST] * 3
    assert {each.citations[0].briefing.number for each in found} == {1}
    assert engine.ask("lawsuits").verdict is Verdict.NOTHING


def test_what_many_tell_in_other_words_is_nothing_that_a_key_word_asks_for(make: Make) -> None:
    told = [f"Lavrov praised the actions of village {number}." for number in range(4)]
    fairs = [f"Village {number} held its yearly fair." for number in range(12)]

    assert make([*told, *fairs]).ask("the strike").verdict is Verdict.NOTHING
    assert make([*told[:1], *fairs]).ask("the strike").verdict is Verdict.CLOSEST


def test_among_few_briefings_one_is_found_that_tells_all_in_other_words(make: Make) -> None:
    told = "Seamen went on strike for better wages. The owner of the ships closed the port."
    others = (
        "Sailors sang.", "Pay day is on Monday.", "A walkout of bees from the hive.",
        "A harbour was painted.", "A boss laughed.",
    )  # fmt: skip
    question = "did sailors stage a walkout for more pay so that the boss shut the harbour"

    fairs = [f"Village {number} held its yearly fair." for number in range(12)]

    answer = make([told, *others, *fairs]).ask(question)

    assert answer.citations[0].briefing.number == 1


OF_STEIN_AND_OTHERS = (
    "Olga Stein opened a library in Velden.",
    "A bridge in Ostra was closed.",
    "Fishermen of Dorn caught fewer herrings.",
    "The chess club of Velden won a cup.",
    "A storm broke trees near Ostra.",
    "Ilse Brandt wrote a novel about bees.",
)


@pytest.mark.parametrize(
    "question",
    ["What did Stein say about the Zorbfabrik?", "what did Stein say about Napoleon?"],
)
def test_beside_a_rare_name_one_unknown_word_leaves_the_closest(make: Make, question: str) -> None:
    answer = make(OF_STEIN_AND_OTHERS).ask(question)

    assert answer.verdict is Verdict.CLOSEST
    assert answer.citations[0].briefing.number == 1
    assert len(answer.unknown) == 1


@pytest.mark.parametrize(
    "question",
    ["Did Stein fly to Jupiter with Napoleon?", "Who won the Zorb Open in Qarth?"],
)
def test_of_several_unknown_names_nothing_is_close(make: Make, question: str) -> None:
    assert make(OF_STEIN_AND_OTHERS).ask(question).verdict is Verdict.NOTHING
