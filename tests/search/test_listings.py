"""Topics, and the briefings that are listed though no question was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Context, Verdict
from tests.search.conftest import briefing

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make


def test_topics_are_whole_names_in_one_spelling(seed: Engine) -> None:
    labels = [topic.label for topic in seed.topics(limit=50)]

    assert {"North Macedonia", "OSCE", "China", "Vladimir Putin", "peace plan"} <= set(labels)
    assert not {"Macedonia", "Putin", "Lavrov", "Russia"} & set(labels)


def test_topics_are_newest_first_where_dates_are_known(make: Make) -> None:
    dates = ["2024-05-01", None, "2024-06-01T10:00:00Z", "2023-01-01"]
    held = [
        briefing(
            number, f"In Ruritania bridge {number} opened.", **({"date": date} if date else {})
        )
        for number, date in enumerate(dates, start=1)
    ]
    others = [briefing(number, f"Bees {number} hum.") for number in range(5, 12)]
    engine = make([*held, *others])
    (topic,) = [topic for topic in engine.topics() if topic.label == "Ruritania"]
    about = engine.about(topic.key)

    assert about is not None
    assert [each.briefing.number for each in about.citations] == [3, 1, 4, 2]


def test_topics_are_found_by_what_is_typed(seed: Engine) -> None:
    assert seed.topics("macedo")[0].label == "North Macedonia"
    assert seed.suggest("north macedoina")[0] == "North Macedonia"
    assert "China" in seed.suggest("")


def test_an_unknown_topic_is_none(seed: Engine) -> None:
    assert seed.about("0" * 16) is None


@pytest.mark.parametrize("typed", ["x" * 6_000, "\ud800", "NATO\udcff", "a\0b"])
def test_strange_topics_are_looked_for(seed: Engine, typed: str) -> None:
    assert len(seed.topics(typed)) == typed.startswith("NATO")
    assert seed.about(typed) is None
    seed.suggest(typed)


@pytest.mark.parametrize(
    ("number", "first", "among"), [(3, 4, {4, 5}), (5, 3, {3, 4, 6, 13}), (10, 11, {2, 11})]
)
def test_related_is_what_is_about_the_same_and_not_what_shares_rare_words(
    seed: Engine, number: int, first: int, among: set[int]
) -> None:
    related = seed.related(number)

    assert related is not None
    numbers = [citation.briefing.number for citation in related.citations]
    assert numbers[0] == first
    assert among <= set(numbers)
    assert number not in numbers


def test_what_shares_a_tag_is_related_and_a_common_word_makes_nothing_so(make: Make) -> None:
    engine = make(
        [
            briefing(
                1,
                "A carmaker shuts its plant after two years of losses, the minister said, and 900"
                " workers lose their jobs. Makers of doors fear for orders.",
                tags=("Norland",),
            ),
            briefing(
                2,
                "A maker of chips opens a plant with clean rooms next to the tram depot. It"
                " gives jobs to workers from Dorn.",
                tags=("Norland",),
            ),
            briefing(
                3,
                "The minister bans phones in all schools from May on. Teachers collect them in"
                " boxes each morning, and parents call the office instead.",
            ),
            briefing(
                4,
                "Soldiers help hunters to trap bears in the woods after nine attacks, the minister"
                " said. Hikers carry bells, and honey is kept in iron boxes.",
            ),
            *(briefing(number, f"Village {number} held its fair.") for number in range(5, 17)),
        ]
    )

    related = [engine.related(number) for number in (1, 4)]

    assert [[each.briefing.number for each in found.citations] for found in related if found] == [
        [2], []
    ]  # fmt: skip


def test_what_was_opened_is_what_its_title_says_or_the_names_that_it_tells_first(
    make: Make,
) -> None:
    engine = make(
        [
            briefing(1, "Rain fell on Ruritania.", title="Floods in Zenda"),
            briefing(2, "In Ruritania, Rudolf Rassendyll met Antoinette de Mauban in Strelsau."),
            briefing(3, "bees hum."),
            *[briefing(number, f"Hats {number} are sold.") for number in range(4, 9)],
        ]
    )

    def words(*numbers: int) -> tuple[str, tuple[int, ...]] | None:
        context = engine.context_of(numbers)
        return (context.words, context.shown) if context else None

    assert words(1) == ("Floods Zenda", (1,))
    assert words(2) == ("Ruritania Rudolf Rassendyll Antoinette", (2,))
    assert words(3) == ("bees hum", (3,))
    assert words(99, 3, 1) == ("bees hum Floods Zenda", (3, 1))
    assert words(99, -1) is None


def test_no_name_of_what_was_opened_is_cut_in_two(make: Make) -> None:
    engine = make(
        [
            "Rudolf Rassendyll of Ruritania came to North Macedonia. Rain fell in Spain.",
            "Rudolf Rassendyll praised China.",
            *[f"Hats {number} are sold in North Zenda." for number in range(3, 9)],
        ]
    )
    context = engine.context_of([1])

    assert context is not None
    assert context.words == "Rudolf Rassendyll Ruritania North Macedonia"
    answer = engine.ask("and what about China?", context=context)
    assert answer.citations[0].briefing.number == 2
    assert "North" not in answer.elsewhere


def test_a_list_lends_no_words_and_tells_what_comes_next(make: Make) -> None:
    engine = make([f"Hats {number} are sold." for number in range(1, 31)])

    context = engine.latest(3).context

    assert context == Context("", (30, 29, 28), tuple(range(27, 7, -1)))
    answer = engine.ask("more, please", 2, context)
    assert [each.briefing.number for each in answer.citations] == [27, 26]
    assert answer.context == Context("", (27, 26), tuple(range(25, 7, -1)))


def test_what_is_chosen_from_a_list_is_spoken_of_from_then_on(make: Make) -> None:
    engine = make(
        [
            briefing(1, "Rain fell on Ruritania for days.", title="Floods in Zenda"),
            briefing(2, "Rudolf Rassendyll was crowned on Monday."),
            *[briefing(number, f"Hats {number} are sold.") for number in range(3, 9)],
        ]
    )
    listed = Context("", (8, 1, 2), before=engine.ask("hats").context)

    first = engine.ask("the second one", 3, listed)
    then = engine.ask("how long did it rain?", 3, first.context)
    asked = engine.ask("what about the third one, when was he crowned?", 3, listed)
    gone = engine.ask("the second one", 3, Context("", (8, 99)))

    assert [each.briefing.number for each in first.citations] == [1]
    assert first.context == Context("Floods Zenda", (1,), subject="Floods Zenda", listed=(8, 1, 2))
    assert then.citations[0].briefing.number == 1
    assert asked.citations[0].briefing.number == 2
    assert not gone.citations


def test_a_list_is_chosen_from_until_something_else_is_asked(make: Make) -> None:
    engine = make(
        [
            briefing(1, "Rain fell on Ruritania for days.", title="Floods in Zenda"),
            briefing(2, "Rudolf Rassendyll was crowned on Monday. It was his third crown."),
            *[briefing(number, f"Hats {number} are sold.") for number in range(3, 9)],
        ]
    )
    listed = Context("", (8, 1, 2))

    second = engine.ask("the second one", 3, listed)
    then = engine.ask("how long did it rain?", 3, second.context)
    third = engine.ask("and the third?", 3, then.context)
    first = engine.ask("tell me about the first one", 3, third.context)
    changed = engine.ask("hats", 3, third.context)

    assert [each.briefing.number for each in third.citations] == [2]
    assert [each.briefing.number for each in first.citations] == [8]
    assert changed.context is not None
    assert changed.context.listed == ()


def test_one_answer_after_another_is_chosen_of_several(make: Make) -> None:
    engine = make(["Floods in Velden killed nine.", "Floods in Torvik.", "Rain.", "Hail."])

    shown = engine.ask("floods")
    second = engine.ask("the second one", 3, shown.context)
    first = engine.ask("and the first?", 3, second.context)

    numbers = [each.briefing.number for each in shown.citations]
    assert [each.briefing.number for each in second.citations] == numbers[1:]
    assert [each.briefing.number for each in first.citations] == numbers[:1]


def test_next_reads_on_though_briefings_have_the_word(make: Make) -> None:
    engine = make([f"Hats {number} are sold next." for number in range(1, 9)])

    answer = engine.ask("next", 3, engine.latest(3).context)

    assert [each.briefing.number for each in answer.citations] == [5, 4, 3]


def test_what_names_nothing_known_leaves_the_list_to_be_followed_up(make: Make) -> None:
    engine = make([f"Hats {number} are sold." for number in range(1, 9)])
    listed = engine.latest(3).context

    assert engine.ask("why?", 3, listed).context == listed
    assert engine.ask("hats", 3, listed).context == engine.ask("hats").context


def test_one_of_a_list_is_told_whatever_was_chosen_before(make: Make) -> None:
    engine = make(
        [
            briefing(1, "Rain fell for days.", title="Floods in Zenda"),
            briefing(2, "Olga Stein was elected.", title="Mayor of Dorn"),
            *[f"Hats {number} are sold." for number in range(3, 9)],
        ]
    )

    first = engine.ask("the first one", 3, Context("", (1, 2)))
    second = engine.ask("the second one", 3, first.context)

    assert second.verdict is Verdict.ANSWERED
    assert [each.briefing.number for each in second.citations] == [2]
    assert first.about == second.about == second.elsewhere == ()


@pytest.mark.parametrize("question", ["any news?", "what's going on?", "the headlines please"])
def test_who_asks_for_any_news_gets_the_newest_after_a_question_too(
    make: Make, question: str
) -> None:
    engine = make(["Floods in Velden.", *[f"Hats {number} are sold." for number in range(2, 9)]])

    answer = engine.ask(question, 3, engine.ask("floods").context)

    assert [each.briefing.number for each in answer.citations] == [8, 7, 6]
    assert not engine.ask("any more news?", 3, engine.ask("floods").context).citations
