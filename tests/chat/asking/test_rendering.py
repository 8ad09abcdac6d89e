"""Rendering: whatever an answer holds, no limit is passed, and each thing stands in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.asking.controls import Controls
from bot.chat.asking.rendering import answer_message
from bot.chat.browsing import pages
from bot.chat.messages import limits
from bot.chat.messages.escaping import plain_cut
from bot.model import (
    Answer,
    Briefing,
    Citation,
    Context,
    Correction,
    Listing,
    Origin,
    Span,
    SpanKind,
    Verdict,
)
from tests.chat.checking import check_message, walk
from tests.chat.reading import sent
from tests.chat.strategies import ENGLISH, answers, languages, long_texts, texts

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language


@st.composite
def crowded_answers(draw: st.DrawFn) -> Answer:
    """Return an answer with as much to say of everything as there may be."""
    words = st.sampled_from(["a_b*" * 40, "Ruritania" * 9, "[(x)] " * 30, "wheat barley " * 9])
    lists = st.lists(words, min_size=9, max_size=30).map(tuple)
    cited = []
    for rank in range(1, 6):
        text = (draw(words) * 60)[: draw(st.sampled_from([900, 4000]))]
        start = draw(st.integers(0, len(text) - 60))
        briefing = Briefing(
            key="ab", text=text, origin=Origin(draw(words) * 3, 10**7), title=draw(words) * 3,
            date="2024-12-08", source=draw(words) * 2, url="https://example.org/" + "y" * 225,
            number=10**12 + rank,
        )  # fmt: skip
        answering = Span(start, start + draw(st.integers(40, 60)), SpanKind.ANSWER)
        # Without one, a briefing stands under its title.
        spans = (answering,) if draw(st.booleans()) else ()
        cited.append(Citation(rank, 9.0, briefing, spans))
    return Answer(
        question="q", verdict=draw(st.sampled_from([Verdict.ANSWERED, Verdict.CLOSEST])),
        confidence=0.5, corrections=tuple(map(Correction, draw(lists), draw(lists))),
        unknown=draw(lists), citations=tuple(cited), topics=(), edition=1, elapsed_ms=1.0,
        deserving=5,
        about=draw(lists), context=Context(" ".join(draw(lists)), ()), elsewhere=draw(lists),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(answers(), st.integers(1, 5), st.none() | long_texts, languages)
async def test_no_answer_passes_a_limit(
    answer: Answer, most: int, asked: str | None, lang: Language
) -> None:
    numbers = tuple(10**12 + place for place in range(10))
    controls = Controls("abcdefghijkl", numbers, most, votes=True)
    message = answer_message(answer, most, lang, asked=asked, controls=controls)
    check_message(sent(message))


@settings(max_examples=50, deadline=None)
@given(crowded_answers(), texts, languages)
async def test_citations_share_the_room_that_notes_leave_however_much_there_is_to_say(
    answer: Answer, name: str, lang: Language
) -> None:
    numbers = tuple(10**12 + place for place in range(1, 6))
    controls = Controls("abcdefghijkl", numbers, 5, votes=True)
    message = answer_message(answer, 5, lang, asked="so_what " * 99, controls=controls)

    check_message(sent(message))
    said = [part["content"] for part in walk(sent(message)["components"]) if part["type"] == 10]
    for citation in answer.citations:
        (shown,) = [each for each in said if f"-# [{citation.rank}] " in each]
        assert len(shown.partition("\n-# [")[0]) > 20
    shared = lang.gettext("Shared by {name}", name=plain_cut(name, 80))
    assert message.content_length() + len(f"-# {shared}") <= limits.TEXT
    repeated = enumerate(answer.citations * 101, start=10**12)
    apart = tuple(
        replace(each, briefing=replace(each.briefing, number=number)) for number, each in repeated
    )
    many = Listing(apart, (), title="q" * 60)
    check_message(sent(pages.timeline_message(many, "0" * 16, 0, lang)))


def test_briefings_that_stand_under_long_titles_leave_room_for_long_addresses() -> None:
    briefing = Briefing(
        key="ab", text="word " * 900, origin=Origin("a/folder/with/a/long/name/" * 3, 1234),
        title="Words of a title " * 7, date="2024-12-08", source="The news agency of Ruritania",
        url="https://example.org/" + "y" * 180, number=10**9,
    )  # fmt: skip
    cited = tuple(Citation(rank, 1.0, replace(briefing, number=rank), ()) for rank in range(1, 6))
    answer = Answer(
        question="q", verdict=Verdict.CLOSEST, confidence=0.5, corrections=(),
        unknown=("barley",) * 60, citations=cited, topics=(), edition=1, elapsed_ms=1.0,
        deserving=5,
    )  # fmt: skip

    check_message(sent(answer_message(answer, 5, ENGLISH, asked="so what " * 99)))


def test_a_text_that_fits_stands_in_its_order_above_where_it_comes_from() -> None:
    text = "It rained. The dam broke at noon. Nobody was hurt."
    briefing = Briefing("ab", text, Origin("news.txt", 3), number=7)
    spans = (Span(11, 33, SpanKind.ANSWER),)
    answer = Answer(
        question="dam", verdict=Verdict.ANSWERED, confidence=1.0,
        corrections=(Correction("damm", "dam"),), unknown=(),
        citations=(Citation(1, 9.0, briefing, spans),), topics=(), edition=1, elapsed_ms=1.0,
        deserving=5,
    )  # fmt: skip
    message = answer_message(answer, 3, ENGLISH, asked="wen did the damm brake")

    shown = "\n".join(
        part["content"] for part in walk(sent(message)["components"]) if part["type"] == 10
    )
    assert shown.splitlines() == [
        "It rained. **The dam broke at noon.** Nobody was hurt.",
        "-# [1] #7",
        "-# Asked: wen did the damm brake",
        "-# Read *damm* as *dam*",
    ]


def test_of_a_text_that_is_cut_the_answer_comes_first_then_where_it_comes_from() -> None:
    text = "It rained. The dam broke at noon. Nobody was hurt." + " More is known." * 50
    briefing = Briefing(
        "ab", text, Origin("news.txt", 3), title="Dam", date="2026-11-20", source="Gazette",
        number=7,
    )  # fmt: skip
    answer = Answer(
        question="dam", verdict=Verdict.ANSWERED, confidence=1.0, corrections=(), unknown=(),
        citations=(Citation(1, 9.0, briefing, (Span(11, 33, SpanKind.ANSWER),)),), topics=(),
        edition=1, elapsed_ms=1.0,
        deserving=5,
    )  # fmt: skip
    message = answer_message(answer, 3, ENGLISH)

    (shown,) = (part["content"] for part in walk(sent(message)["components"]) if part["type"] == 10)
    first, source, rest = shown.splitlines()
    assert first == "**The dam broke at noon.**"
    assert source == "-# [1] #7 · Dam · Nov 20, 2026 · Gazette"
    assert rest.startswith("It rained. … Nobody was hurt. More is known.")


def test_names_that_only_others_have_are_told_apart_from_words_that_none_has() -> None:
    briefing = Briefing("ab", "It rained.", Origin("news.txt", 3), number=7)
    answer = Answer(
        question="q", verdict=Verdict.CLOSEST, confidence=0.3, corrections=(), unknown=("hail",),
        citations=(Citation(1, 9.0, briefing, ()),), topics=(), edition=1, elapsed_ms=1.0,
        deserving=5,
        elsewhere=("Norland", "Ostra"),
    )  # fmt: skip
    message = answer_message(answer, 3, ENGLISH)

    shown = [part["content"] for part in walk(sent(message)["components"]) if part["type"] == 10]
    assert shown[0].splitlines()[1:] == [
        "-# Not in any briefing: *hail*",
        "-# The first briefing does not mention *Norland*, *Ostra*",
    ]


def test_where_no_briefing_has_the_date_that_is_asked_for_the_order_is_told() -> None:
    briefing = Briefing("ab", "It rained.", Origin("news.txt", 3), number=7)
    answer = Answer(
        question="q", verdict=Verdict.ANSWERED, confidence=0.6, corrections=(), unknown=(),
        citations=(Citation(1, 9.0, briefing, ()),), topics=(), edition=1, elapsed_ms=1.0,
        deserving=1, is_undated=True,
    )  # fmt: skip
    (shown, note) = (
        part["content"]
        for part in walk(sent(answer_message(answer, 3, ENGLISH))["components"])
        if part["type"] == 10
    )

    assert "It rained." in shown
    assert note == "-# No briefing has a date; what fits best comes first."


@given(answers(), languages)
def test_where_nothing_was_loaded_yet_no_word_is_told_to_be_missing(
    answer: Answer, lang: Language
) -> None:
    nothing = replace(
        answer, verdict=Verdict.NOTHING, edition=0, citations=(), topics=(), about=(), deserving=0
    )

    components = sent(answer_message(nothing, 3, lang))["components"]
    said = [part["content"] for part in walk(components) if part["type"] == 10]

    assert said == [f"**{lang.gettext('There are no briefings yet.')}**"]
