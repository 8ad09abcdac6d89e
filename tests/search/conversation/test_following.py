"""Follow-up questions, and questions that stand alone and are never bent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.conversation.following import FollowUp, follows
from tests.search.conftest import asked

if TYPE_CHECKING:
    from bot.model import Answer
    from bot.search.engine import Engine
    from tests.search.conftest import Make


@pytest.mark.parametrize(
    "question",
    [
        "Which countries did Lavrov visit?",
        "OSCE",
        "Poland?",
        "How many people live there in Malta and Poland?",
        "And what did the Danish minister say at the meeting in Skopje?",
        "In Malta, who walked out of the hall?",
        "Is there a plan for Ukraine?",
        "What did Lavrov say about them?",
        "What happened this week in Syria",
        "that deal with China",
        "sources of the war",
        "Is the deal true?",
        "",
        "🦆",
    ],
)
def test_a_question_with_words_of_its_own_stands_alone(question: str) -> None:
    assert follows(question) is FollowUp.ALONE


@pytest.mark.parametrize(
    ("question", "how"),
    [
        ("what about Poland?", FollowUp.PARTLY),
        ("How about the OSCE", FollowUp.PARTLY),
        ("and in Malta?", FollowUp.PARTLY),
        ("in Malta?", FollowUp.PARTLY),
        ("did he resign?", FollowUp.REFERS),
        ("Where did they meet Trump", FollowUp.REFERS),
        ("is it true", FollowUp.AGAIN),
        ("who else?", FollowUp.OTHERS),
        ("who else was there", FollowUp.OTHERS),
        ("where does it go", FollowUp.AGAIN),
        ("tell me more", FollowUp.FURTHER),
        ("more details please", FollowUp.FURTHER),
        ("anything else", FollowUp.FURTHER),
        ("how many others?", FollowUp.AGAIN),
        ("and how many more", FollowUp.AGAIN),
        ("how much more?", FollowUp.AGAIN),
        ("and later?", FollowUp.FURTHER),
        ("what happened after that?", FollowUp.FURTHER),
        ("and since then?", FollowUp.FURTHER),
        ("why less?", FollowUp.AGAIN),
        ("why the delay?", FollowUp.AGAIN),
        ("but why all this secrecy", FollowUp.AGAIN),
        ("source?", FollowUp.AGAIN),
        ("do you have a link to that", FollowUp.AGAIN),
        ("are you sure about that?", FollowUp.AGAIN),
        ("is that really true?", FollowUp.AGAIN),
        ("and why so late?", FollowUp.AGAIN),
        ("why?", FollowUp.AGAIN),
        ("when was that?", FollowUp.AGAIN),
        ("and where", FollowUp.AGAIN),
        ("did everybody get off?", FollowUp.AGAIN),
        ("is that more than before?", FollowUp.AGAIN),
        ("and the tram, has it been found?", FollowUp.PARTLY),
    ],
)
def test_a_question_that_leaves_something_out_hangs_on_the_last(
    question: str, how: FollowUp
) -> None:
    assert follows(question) is how


POLISH = (
    "buys new trains from a Swiss factory",
    "opens a museum of salt",
    "sends its team to the games",
    "votes on Sunday",
)


SHIPS = "Aurora Bella Cora Dora Elsa Flora Greta Hanna Irma Jana Karla Lotte".split()


def numbers(answer: Answer) -> list[int]:
    return [citation.briefing.number for citation in answer.citations]


def test_what_about_keeps_to_the_subject_and_says_so(make: Make) -> None:
    engine = make(
        [
            "The OSCE sent observers to Poland for the vote.",
            "Poland buys new trains from a Swiss factory.",
            "The OSCE met in Malta behind closed doors.",
            "Farmers in Poland block roads over prices.",
        ]
    )

    answer = asked(engine, "What did the OSCE do in Malta?", "what about Poland?")

    assert numbers(answer)[0] == 1
    assert "OSCE" in answer.about
    assert "Malta" not in answer.about


def test_a_chain_of_follow_ups_keeps_its_subject(make: Make) -> None:
    engine = make(
        [
            "The OSCE sent observers to Poland for the vote.",
            "The OSCE met in Malta behind closed doors.",
            "The OSCE opened an office in Greece.",
            "Greece fights fires on three islands.",
            "Greece sells a port.",
        ]
    )

    answer = asked(engine, "OSCE in Malta", "what about Poland?", "and in Greece?")

    assert numbers(answer)[0] == 3
    assert "OSCE" in answer.about


def test_more_shows_what_the_last_answer_had_further_whatever_was_lent_to_it(make: Make) -> None:
    engine = make(
        [
            "Poland extends the ban on grain imports from its neighbour.",
            *(f"Poland {told}." for told in POLISH),
            *(f"The ferry {name} was repainted in spring." for name in SHIPS),
        ]
    )

    first = asked(engine, "ban on grain imports", "what about Poland?")
    more = asked(engine, "ban on grain imports", "what about Poland?", "who else?")

    assert first.further
    assert set(first.further) <= set(numbers(more))
    assert more.verdict is not Verdict.NOTHING


def test_lent_names_are_told_as_the_briefings_write_them(seed: Engine) -> None:
    answer = asked(seed, "lavrov walked out on ukraine", "who else?")

    assert answer.about == ("Lavrov", "walked", "Ukraine")


def test_more_shows_what_was_not_shown_until_there_is_nothing_left(make: Make) -> None:
    engine = make([f"The harbour strike, day {day}: talks {word}." for day, word in DAYS])

    shown = numbers(asked(engine, "harbour strike"))
    more = asked(engine, "harbour strike", "tell me more")
    rest = asked(engine, "harbour strike", "tell me more", "go on")

    assert len(shown) == len(more.citations) == 3
    assert not set(shown) & set(numbers(more))
    assert rest.citations == ()
    assert rest.verdict is Verdict.NOTHING
    assert rest.about == ("harbour", "strike")


def test_who_else_is_looked_for_in_what_was_shown_where_nothing_further_is(make: Make) -> None:
    engine = make([f"The harbour strike, day {day}: talks {word}." for day, word in DAYS])

    further = asked(engine, "harbour strike", "who else?")
    again = asked(engine, "harbour strike", "who else?", "who else?")

    assert not set(numbers(asked(engine, "harbour strike"))) & set(numbers(further))
    assert numbers(again) == numbers(further)


def test_who_else_was_there_is_told_where_that_is_told_of(make: Make) -> None:
    engine = make([f"The harbour strike, day {day}: talks {word}." for day, word in DAYS])

    there = asked(engine, "harbour strike", "who else was there?")

    assert numbers(there) == numbers(asked(engine, "harbour strike"))


DAYS = list(enumerate(["begin", "stall", "resume", "fail", "drag", "end"], start=1))


def test_why_asks_again_and_marks_the_reason(make: Make) -> None:
    engine = make(["The bridge was closed on Monday. That was done because its cables had rusted."])

    answer = asked(engine, "bridge closed", "why?")

    citation = answer.citations[0]
    bold = [citation.briefing.text[each.start : each.end] for each in citation.spans]
    assert "That was done because its cables had rusted." in bold


def test_an_unknown_place_in_a_follow_up_is_named_and_never_answered(seed: Engine) -> None:
    answer = asked(seed, "Who is Kim Jong Un?", "and in Brazil?")

    assert answer.verdict is Verdict.CLOSEST
    assert answer.unknown == ("Brazil",)


@pytest.mark.parametrize(
    "question", ["Which countries did Lavrov visit?", "grain imports", "Is there a plan?"]
)
def test_a_question_that_stands_alone_gets_the_same_answer_whatever_came_before(
    seed: Engine, question: str
) -> None:
    alone = asked(seed, question)
    after = asked(seed, "Who walked out in Malta?", question)

    assert numbers(after) == numbers(alone)
    assert after.about == ()
    assert after.confidence == alone.confidence


def test_a_follow_up_to_nothing_is_a_question_like_any_other(seed: Engine) -> None:
    answer = asked(seed, "qwrtz plmkn", "what about Poland?")

    assert answer.about == ()
    assert answer.citations


def test_what_was_misspelt_is_named_as_it_was_read(make: Make) -> None:
    engine = make(["The OSCE sent observers to Poland for the vote.", "Rain."])

    answer = asked(engine, "what did the osec do", "what about polnad?", "tell me more")
    assert answer.about == ("OSCE", "Poland")


@pytest.mark.parametrize(
    ("questions", "about"),
    [
        (("what did north korea say?", "what about exercises?"), ("North Korea",)),
        (("kim jong un's commitment", "tell me more"), ("Kim Jong Un", "commitment")),
        (("who walked out of the summit?", "what about poland?"), ("walked", "summit")),
        (("new and cold wars", "what about Antony Blinken?"), ("new", "cold", "wars")),
    ],
)
def test_what_is_lent_is_told_as_it_was_written_and_names_as_the_briefings_write_them(
    seed: Engine, questions: tuple[str, str], about: tuple[str, ...]
) -> None:
    assert asked(seed, *questions).about == about


def test_a_name_is_told_whole_where_nothing_further_is_found(seed: Engine) -> None:
    answer = asked(seed, "North Macedonia meeting", "tell me more", "tell me more", "tell me more")

    assert not answer.citations
    assert answer.about[0] == "North Macedonia"


def test_news_of_a_topic_stand_alone_whatever_was_asked_before(seed: Engine) -> None:
    answer = asked(seed, "what countries did lavrov visit", "latest on Moldova")

    assert answer.about == ()
    assert answer.citations[0].briefing.number == 7
    assert answer.verdict is Verdict.ANSWERED
