"""Rendering: whatever the data, no limit is passed and nothing takes effect that should not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import limits, pages, rendering
from bot.chat.controls import Controls
from bot.chat.escaping import cut, label, plain, plain_cut, whole_lines
from bot.chat.excerpt import excerpt
from bot.chat.languages import NAMES, Language, Languages
from bot.library.readers.record import clean
from bot.model import (
    Answer,
    Briefing,
    Citation,
    Context,
    Correction,
    Listing,
    NotInService,
    Origin,
    Span,
    SpanKind,
    Topic,
    Verdict,
    Why,
)
from tests.chat.checking import check_message, walk

texts = st.text(max_size=80) | st.text(alphabet="*_~`|<>[]()#@\\-1. \u202e\u200b🦆a", max_size=600)
# What readers let through: it holds something, and no control characters.
filled = texts.map(clean).filter(bool)
long_texts = st.builds(lambda text, times: text * times, filled, st.integers(1, 60))
ENGLISH = Languages().english
languages = st.sampled_from(list(NAMES)).map(Languages().of)
keys = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Return a briefing of any data that the readers let through."""
    return Briefing(
        key=draw(keys),
        text=draw(long_texts)[: draw(st.sampled_from([200, 900, 4000]))],
        origin=Origin(draw(filled), draw(st.integers(0, 10**7))),
        title=draw(st.none() | long_texts),
        date=draw(st.none() | st.just("2024-12-08") | st.just("2024-12-08T09:30:00Z")),
        source=draw(st.none() | filled),
        url=draw(
            st.none()
            | st.just("https://example.org/a_(b)?q=[x]" + "y" * draw(st.integers(0, 1900)))
        ),
        number=draw(st.integers(1, 10**12)),
    )


@st.composite
def citations(draw: st.DrawFn, rank: int) -> Citation:
    """Return a citation with an answering sentence anywhere in its text."""
    # An answer cites a briefing once.
    briefing = replace(draw(briefings()), number=100 * draw(st.integers(1, 10**10)) + rank)
    start = draw(st.integers(0, len(briefing.text) - 1))
    end = draw(st.integers(start + 1, len(briefing.text)))
    spans = draw(st.sampled_from([(), (Span(start, end, SpanKind.ANSWER),)]))
    return Citation(rank, draw(st.floats(0, 50)), briefing, spans)


@st.composite
def answers(draw: st.DrawFn, most: int = 5) -> Answer:
    """Return any answer."""
    count = draw(st.integers(0, most))
    topic = st.builds(Topic, key=keys, label=long_texts, keys=st.just(("a",)), size=st.just(1))
    return Answer(
        question=draw(long_texts),
        verdict=draw(st.sampled_from(Verdict)) if count else Verdict.NOTHING,
        confidence=0.5,
        corrections=tuple(draw(st.lists(st.builds(Correction, filled, filled), max_size=30))),
        unknown=tuple(draw(st.lists(filled, max_size=30))),
        citations=tuple(draw(citations(rank)) for rank in range(1, count + 1)),
        topics=tuple(draw(st.lists(topic, max_size=5, unique_by=lambda each: each.key))),
        edition=1,
        elapsed_ms=1.0,
        deserving=draw(st.integers(0, count)) if count else 0,
        elsewhere=tuple(draw(st.lists(filled, max_size=30))),
    )


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
        spans = (Span(start, start + draw(st.integers(40, 60)), SpanKind.ANSWER),)
        cited.append(Citation(rank, 9.0, briefing, spans))
    return Answer(
        question="q", verdict=draw(st.sampled_from([Verdict.ANSWERED, Verdict.CLOSEST])),
        confidence=0.5, corrections=tuple(map(Correction, draw(lists), draw(lists))),
        unknown=draw(lists), citations=tuple(cited), topics=(), edition=1, elapsed_ms=1.0,
        deserving=5,
        about=draw(lists), context=Context(" ".join(draw(lists)), ()), elsewhere=draw(lists),
    )  # fmt: skip


def sent(view: rendering.Message) -> dict[str, Any]:
    """Return the message as it is sent."""
    components: list[dict[str, Any]] = view.to_components()  # type: ignore[no-untyped-call]
    return {"components": components, "flags": 1 << 15}


@settings(max_examples=150, deadline=None)
@given(answers(), st.integers(1, 5), st.none() | long_texts, languages)
async def test_no_answer_passes_a_limit(
    answer: Answer, most: int, asked: str | None, lang: Language
) -> None:
    numbers = tuple(10**12 + place for place in range(10))
    controls = Controls("abcdefghijkl", numbers, most, votes=True)
    message = rendering.answer_message(answer, most, lang, asked=asked, controls=controls)
    check_message(sent(message))


@settings(max_examples=50, deadline=None)
@given(crowded_answers(), texts, languages)
async def test_citations_share_the_room_that_notes_leave_however_much_there_is_to_say(
    answer: Answer, name: str, lang: Language
) -> None:
    numbers = tuple(10**12 + place for place in range(1, 6))
    controls = Controls("abcdefghijkl", numbers, 5, votes=True)
    message = rendering.answer_message(answer, 5, lang, asked="so_what " * 99, controls=controls)

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

    check_message(sent(rendering.answer_message(answer, 5, ENGLISH, asked="so what " * 99)))


@settings(max_examples=25, deadline=None)
@given(answers(most=12), keys, st.integers(0, 3), languages)
async def test_no_page_of_a_topic_passes_a_limit(
    answer: Answer, key: str, offset: int, lang: Language
) -> None:
    listing = Listing(answer.citations, answer.topics, title=answer.question)
    check_message(sent(pages.topic_message(listing, key, offset, lang)))
    check_message(sent(pages.timeline_message(listing, key, offset, lang)))


@settings(max_examples=100, deadline=None)
@given(briefings(), languages)
async def test_no_briefing_passes_a_limit(briefing: Briefing, lang: Language) -> None:
    message, attached = rendering.briefing_message(briefing, lang)

    check_message(sent(message))
    assert attached is None or attached == briefing.text


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.builds(Topic, keys, long_texts, st.just(()), st.integers(0, 10**7)), max_size=30),
    st.sampled_from([0, 25]),
    languages,
)
async def test_no_list_of_topics_passes_a_limit(
    topics: list[Topic], offset: int, lang: Language
) -> None:
    distinct = list({topic.key: topic for topic in topics}.values())
    check_message(sent(pages.topics_message(distinct, lang, offset=offset)))


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (NotInService(12, Why.WITHDRAWN, 3), "#12 was withdrawn."),
        (NotInService(12, Why.WITHDRAWN), "#12 was withdrawn a long time ago."),
        (NotInService(12, Why.GONE, 3), "#12 is no longer among the briefings."),
        (NotInService(12, Why.GONE), "#12 was removed a long time ago."),
        (NotInService(12, Why.COMING), "#12 is only just coming in; ask again"),
    ],
)
def test_of_a_briefing_that_is_not_in_service_it_is_said_why(
    missing: NotInService, said: str
) -> None:
    line = rendering.missing_line(missing, ENGLISH)

    assert said in line
    assert "edition" not in line  # a word that members do not know


@given(long_texts, st.integers(1, 300))
def test_a_cut_text_keeps_to_its_room(text: str, room: int) -> None:
    assert len(cut(text, room)) <= room
    assert len(plain_cut(text, room)) <= room
    assert 1 <= len(label(text, room)) <= max(room, 1)


@given(st.lists(filled, min_size=1, max_size=30).map("\n".join), st.integers(10, 400))
def test_our_own_markdown_is_cut_between_lines(text: str, room: int) -> None:
    shown = whole_lines(text, room)

    assert len(shown) <= room
    if len(text.partition("\n")[0]) < room - 2:
        assert (shown == text) != shown.endswith("\n…")
        assert text.startswith(shown.removesuffix("…").rstrip("\n"))


@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=8), st.integers(10, 30))
def test_a_text_of_words_is_cut_between_them(words: list[str], room: int) -> None:
    shown = cut(" ".join(words), room)
    assert all(word in {"one", "two", "three", "four"} for word in shown.rstrip("…").split())


@pytest.mark.parametrize(
    "text", ["exercises, warning", "exercises. Later", "exercises; all", "exercises: two"]
)
def test_no_mark_is_left_before_an_ellipsis(text: str) -> None:
    assert cut(f"joint military {text} of the first targets", 27) == "joint military exercises…"


def test_a_family_of_emoji_is_not_torn_apart() -> None:
    family = "👨‍👩‍👧‍👦"
    shown = cut(family * 5, len(family) + 3)
    assert shown == family + "…"


@given(long_texts, st.data())
def test_an_excerpt_keeps_to_its_room_and_shows_the_sentence(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = excerpt(text, Span(start, end, SpanKind.ANSWER), 300)
    assert len(shown.first) + len(shown.rest) <= 300
    assert plain_cut(text[start:end], 296) in shown.first
    assert shown.is_whole or "…" in shown.first + shown.rest or len(shown.first) > 220


def test_an_excerpt_of_what_is_cut_puts_the_sentence_first() -> None:
    text = "It rained. The dam broke at noon. Nobody was hurt. Repairs begin."
    broke = Span(11, 33, SpanKind.ANSWER)

    whole = excerpt(text, broke, 300)
    cut_short = excerpt(text + " More is known tomorrow" * 10, broke, 130)

    assert (whole.first, whole.rest) == (
        "It rained. **The dam broke at noon.** Nobody was hurt. Repairs begin.",
        "",
    )
    assert whole.is_whole
    far = excerpt("More was known yesterday. " * 10 + text, Span(271, 293, SpanKind.ANSWER), 140)
    assert cut_short.rest.startswith("It rained. … Nobody was hurt.")
    assert (far.first, far.rest) == (
        "**The dam broke at noon.**",
        "… Nobody was hurt. Repairs begin.",
    )
    assert cut_short.rest.endswith("…")
    assert not cut_short.is_whole


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
    message = rendering.answer_message(answer, 3, ENGLISH, asked="wen did the damm brake")

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
    message = rendering.answer_message(answer, 3, ENGLISH)

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
    message = rendering.answer_message(answer, 3, ENGLISH)

    shown = [part["content"] for part in walk(sent(message)["components"]) if part["type"] == 10]
    assert shown[0].splitlines()[1:] == [
        "-# Not in any briefing: *hail*",
        "-# The first briefing does not mention *Norland*, *Ostra*",
    ]


@pytest.mark.parametrize(
    ("attack", "shown"),
    [
        ("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~"),
        ("[NATO](https://evil.example)", r"\[NATO\]\(https\://evil.example\)"),
        ("https://evil.example", r"https\://evil.example"),
        (
            "<@123> <#1> <t:1:R> </ask:1>",
            r"\<\@123\> \<\#1\> \<t:1:R\> \</ask:1\>".replace(r"\#", "#"),
        ),
        ("@everyone", r"\@everyone"),
        ("# heading", r"\# heading"),
        ("- list", r"\- list"),
        ("1. list", "1\\. list"),
        ("> quote", r"\> quote"),
        ("```code```", r"\`\`\`code\`\`\`"),
        ("||spoiler||", r"\|\|spoiler\|\|"),
        ("a\n# b", "a # b"),
        ("\u202etxt.exe\u202c\u200b", "txt.exe"),
        ("a\\*b", "a\\\\\\*b"),
        ("discord.gg/x Discord.com/invite/x", r"discord\.gg/x Discord\.com/invite/x"),
        (":tada: :+1: :100: at 12:30:45", r"\:tada: \:+1: \:100: at 12:30:45"),
        ("a\u200db\u200c", "ab"),
        ("\u3164\u115f\u2800\u034f\U000e0041x", "x"),
        ("Z" + "\u0301" * 50, "Z" + "\u0301" * 4),
        ("می\u200cخواهم ❤\ufe0f क\u094d\u200dष", "می\u200cخواهم ❤\ufe0f क\u094d\u200dष"),
    ],
)
def test_marks_in_data_are_shown_and_not_obeyed(attack: str, shown: str) -> None:
    assert plain(attack) == shown


SPECIAL = st.text(st.sampled_from("ab1é² \n#+-.):/@*_~`|<>[](\\"), max_size=12)
ADDRESSES = st.sampled_from(["https://", "discord.gg/", "Discord.COM/invite/", ":tada:", ":+1:"])


def plainly(text: str) -> str:
    """Return what `plain` returns, all that may have to be escaped looked for one by one."""
    shown = re.sub(r"([\\*_~`|<>\[\]()@])", r"\\\1", text)
    shown = re.sub(r"(?<=[A-Za-z]):(?=//)", r"\:", shown)
    shown = re.sub(r"(?i)\.(?=gg/|com/invite/)", r"\.", shown)
    shown = re.sub(r"(?i):(?=[+\-\w]*[a-z][+\-\w]*:|[+\-]1:|100:|1234:)", r"\:", shown)
    shown = re.sub(r"^([#+\-])", r"\\\1", shown)
    return re.sub(r"^(\d+)(?=[.)])", r"\1\\", shown)


@given(st.lists(SPECIAL | ADDRESSES, max_size=6).map("".join))
def test_nothing_is_escaped_otherwise_by_looking_only_for_what_may_be_there(text: str) -> None:
    assert plain(text) == plainly(" ".join(text.split()))


@given(texts)
def test_plain_text_holds_no_unescaped_mark(text: str) -> None:
    shown = plain(text)
    bare = shown.replace("\\\\", "")
    for mark in "*_~`|<>[]()@":
        assert bare.count(mark) == bare.count("\\" + mark)
    assert "\n" not in shown


def test_a_text_of_any_length_is_made_plain_in_one_go() -> None:
    """What looks again from every letter for the end of an emoji would not end."""
    text = f":{'a' * 1_000_000} :{'1' * 1_000_000} :smile:"
    assert plain(text).endswith(r" \:smile:")


def test_every_label_has_something_to_read() -> None:
    assert label("\u200b\u202e", limits.LABEL) == "…"


def test_a_long_text_is_cut_close_to_the_room_it_has() -> None:
    text = "word " * 1_000

    assert 90 <= len(plain_cut(text, 100)) <= 100
    assert len(plain_cut("*" * 1_000, 100)) <= 100
