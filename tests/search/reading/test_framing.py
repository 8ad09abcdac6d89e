"""What is only said around a question counts for nothing, and names are no such thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Context, Verdict
from bot.search.reading.framing import framed
from bot.search.words.english import English

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Fishers on Lake Ostra sue the river board over torn nets.",
    "The miners of Karlsheim ended their strike after nine days.",
    "A storm tore roofs off in Karlsheim.",
)


def _words_left(question: str) -> str:
    return " ".join(framed(question, English()).question.split())


@pytest.mark.parametrize(
    "question",
    [
        "What is going on in Karlsheim?",
        "any news about Karlsheim?",
        "what happened in Karlsheim",
        "hey bot, give me an update on Karlsheim please",
        "Karlsheim latest news today",
        "I was just wondering if there is anything new about Karlsheim",
        "Could you please summarise the latest developments in Karlsheim for me?",
        "can u find stuff regarding karlsheim pls",
        "I'd like to read about Karlsheim",
        "lates nwes abuot Karlsheim",
        "EXPLAIN THE SITUATION IN KARLSHEIM",
        "Good evening dear bot, would you mind telling me about Karlsheim?",
        "Karlsheim stories",
        "where is Karlsheim mentioned",
        "which briefings mention Karlsheim?",
        "anything that mentions Karlsheim",
        "mentions of Karlsheim",
        "a quick summary of Karlsheim",
        "what's the deal with Karlsheim",
        "fill me in on Karlsheim",
        "tl;dr Karlsheim",
        "Karlsheim recap",
        "is it true that Karlsheim",
        "My editor wants to know about Karlsheim. What is it?",
        "what has been reported about Karlsheim?",
        "what is known about Karlsheim",
        "which entries talk about Karlsheim",
        "Hi there, hope you're well, what happened in Karlsheim?",
        "hey all, hope everyone is having a nice day! any news on Karlsheim",
    ],
)
def test_a_question_is_answered_whatever_is_said_around_it(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert {each.briefing.number for each in answer.citations} == {2, 3}


@pytest.mark.parametrize(
    "question",
    [
        "Show trials in Karlsheim",
        "news agency Tass",
        "New Zealand storm",
        "What did the report say?",
        "Going to war",
        "was he going to Karlsheim",
        "Who sued US banks?",
        "What is in the deal with Latvia?",
        "catch of the day",
        "my daughter wants peace",
        "What war did Ilse Brandt describe?",
        "which reasons has the minister explained",
        "",
    ],
)
def test_words_that_say_what_is_asked_for_stay(question: str) -> None:
    assert _words_left(question) == " ".join(question.split())


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("what kind of war is it", "what war is it"),
        ("Which sorts of fish were caught?", "Which fish were caught?"),
        ("the Ostra treaty explained", "the Ostra treaty"),
    ],
)
def test_words_that_say_nothing_of_what_is_asked_for_go(question: str, left: str) -> None:
    assert _words_left(question) == left


def test_what_is_left_stands_where_it_stood() -> None:
    question = "hey, any news on Lake Ostra, pls?"

    assert framed(question, English()).question.index("Lake") == question.index("Lake")


@pytest.mark.parametrize("question", ["what's new?", "the latest news please", "any updates?"])
def test_whoever_asks_for_news_of_any_kind_gets_the_latest(make: Make, question: str) -> None:
    engine = make(TEXTS)
    answer = engine.ask(question, 2)

    assert answer.question == question
    assert answer.verdict is Verdict.ANSWERED
    assert answer.citations == engine.latest(2).citations


@pytest.mark.parametrize(
    "question",
    ["how much is entry?", "when is the update", "who writes reports", "why the report?"],
)
def test_what_is_asked_of_a_thing_that_sounds_like_news_is_no_news(question: str) -> None:
    assert not framed(question, English()).asks_for_news


@pytest.mark.parametrize(
    "question",
    [
        "how many briefings do you have?",
        "who is in the news",
        "what are the updates?",
        "where are the latest reports",
        "any new entries?",
    ],
)
def test_news_may_be_asked_for_in_any_way(question: str) -> None:
    assert framed(question, English()).asks_for_news


def test_news_after_a_question_are_further_ones_on_the_same(make: Make) -> None:
    answer = make(TEXTS).ask("any more news?", context=Context("Karlsheim", (2,)))

    assert [each.briefing.number for each in answer.citations] == [3]


@pytest.mark.parametrize("question", ["hey bot", "how are you today", "help me please", "hello"])
def test_small_talk_asks_for_no_news(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.NOTHING


def test_verbs_of_all_talk_are_not_named_beside_what_is_found(make: Make) -> None:
    assert make(TEXTS).ask("Who asked the miners to keep their strike going?").unknown == ()
    assert make(TEXTS).ask("Who bribed the miners?").unknown == ("bribed",)


def test_what_is_going_to_happen_is_not_looked_for_as_going() -> None:
    assert _words_left("are prices going to fall in Karlsheim") == "are prices to fall in Karlsheim"


def test_around_the_world_is_nothing_to_look_for() -> None:
    assert _words_left("storms around the world?") == "storms ?"
    assert _words_left("storms worldwide") == "storms"
    assert (
        _words_left("who sailed around the world in Velda")
        == "who sailed around the world in Velda"
    )


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("which storms are there at the moment?", "which storms are there ?"),
        ("storms these days", "storms"),
        ("any big storms lately", "storms"),
        ("are there any other storms?", "storms?"),
        (
            "any big storm tore roofs off in Karlsheim?",
            "any big storm tore roofs off in Karlsheim?",
        ),
        ("storms, e.g. in Velda, rain etc.", "storms, in Velda, rain"),
        ("at the moment of the storm", "at the moment of the storm"),
    ],
)
def test_what_only_says_that_it_is_new_or_large_is_nothing_to_look_for(
    question: str, left: str
) -> None:
    assert _words_left(question) == left


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("write about the ferry", "ferry"),
        ("Could you compare Ostra with Velden?", "Ostra with Velden"),
        ("please translate the news on Dorn", "Dorn"),
        ("who will write the report on Dorn?", "write the report on Dorn"),
        ("compare", "compare"),
    ],
)
def test_what_is_to_be_done_with_it_is_no_part_of_what_is_asked(question: str, left: str) -> None:
    assert framed(question, English()).question.strip(" ?").endswith(left)
    assert ("write" in framed(question, English()).question) is ("write" in left)


@pytest.mark.parametrize("question", ["what's happening?", "So what is going on in the world?"])
def test_what_happens_at_all_asks_for_news(question: str) -> None:
    assert framed(question, English()).asks_for_news
