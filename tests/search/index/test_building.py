"""An index brought up to date answers like one built anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.library.readers.values import clean
from bot.search.engine import Engine, open_engine
from bot.search.index.building import build, update
from bot.search.verdict.confidence import Thresholds
from tests.search.conftest import briefing

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model import Briefing
    from bot.search.words.aliases import Aliases

_SENTENCES = [
    "Foreign Minister Sergei Lavrov met Kim Jong Un in Moscow.",
    "Lavrov spoke of grain imports at the OSCE.",
    "The Organisation for Security and Cooperation in Europe (OSCE) sent observers to Poland.",
    "Polish farmers block roads over grain imports.",
    "Vladimir Putin won the vote; Putin thanked his voters.",
    "A dam broke near Khan Younis.",
    "The dam was mended with steel from Poland.",
    "In Moscow the winter was mild.",
]
_QUESTIONS = [
    "lavrof in mosow", "grain imports", "What did the OSCE do in Poland?", "who wins", "putin",
    "dam at khan yunis", "polish", "steel", "why?", "minsiter", "whcih winter",
]  # fmt: skip


@dataclass(frozen=True)
class Change:
    """What becomes of the briefing of a number: a text of its own, or None where it goes."""

    number: int
    parts: tuple[int, ...] | None
    date: str | None


changes = st.lists(
    st.builds(
        Change,
        number=st.integers(1, 9),
        parts=st.none() | st.tuples(st.integers(0, 7), st.integers(0, 7)),
        date=st.none() | st.sampled_from(["2024-01-01", "2025-06-05"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda each: each.number,
)


def made(change: Change) -> Briefing:
    assert change.parts is not None
    text = " ".join(_SENTENCES[part] for part in change.parts)
    held = briefing(change.number, text)
    return replace(
        held, date=change.date, title=text[:30], tags=("Weather",) if change.date else ()
    )


def said(engine: Engine) -> list[object]:
    """Return all that an engine says, but for edition and time."""
    answers = [engine.ask(question, 10) for question in _QUESTIONS]
    topics = engine.topics()
    about = [engine.about(topic.key) for topic in topics]
    plain = [replace(each, edition=0, elapsed_ms=0.0) for each in answers]
    return [plain, topics, about, engine.suggest("Po"), engine.suggest("")]


# Letters and marks that stand for several, for a space, or for none once they are folded.
_ODD = [*"ﷺﷻﷲﱞﹰﹲͺ㍿㏂½⅟⒈⑴㈠´¨¸˚ªºǆﬃßſŉİıĿ‗゛𝒜🇫", "\u0301", "\u200d", ""]
odd_words = st.builds(
    lambda first, odd, last: first + odd + last,
    first=st.sampled_from(["noble", "prophet", "grain", "Cairo", "Doha", "a", "U.S.", "al-", ""]),
    odd=st.sampled_from(_ODD),
    last=st.sampled_from(["", "", "s", "ed", "'s", ".", "-imports"]),
)
odd_texts = st.lists(odd_words, min_size=1, max_size=6).map(" ".join) | st.text(max_size=40)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(odd_texts.map(clean).filter(bool), min_size=3, max_size=8), question=odd_texts
)
@example(texts=["ﱞ Cairo", "noble", "Cairo"], question="noble")
@example(texts=["a robe of the noble prophetﷺ", "Oil fell.", "Rain."], question="prophetﷺ")
def test_briefings_in_any_script_can_be_indexed_updated_and_found(
    tmp_path_factory: pytest.TempPathFactory,
    aliases: Aliases,
    texts: list[str],
    question: str,
) -> None:
    folder = tmp_path_factory.mktemp("odd")
    held = [
        briefing(number, text, title=text[:50], tags=(text[:20].strip() or "tag",))
        for number, text in enumerate(texts, start=1)
    ]
    # Each text stands twice, as what two briefings share is a topic.
    held += [briefing(number + len(texts), text) for number, text in enumerate(texts, start=1)]
    build(folder / "1", held[:-2], 1, aliases)
    update(folder / "2", folder / "1", held[-2:], [1], 2, aliases)
    build(folder / "anew", held[1:], 2, aliases)
    updated = open_engine(folder / "2", Thresholds(), aliases)
    anew = open_engine(folder / "anew", Thresholds(), aliases)

    assert said(updated) == said(anew)
    for asked in (question, texts[0]):
        answer = replace(updated.ask(asked, 10), elapsed_ms=0.0)
        assert answer == replace(anew.ask(asked, 10), elapsed_ms=0.0)
        assert updated.suggest(asked) == anew.suggest(asked)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(series=st.lists(changes, min_size=2, max_size=4))
def test_an_updated_index_equals_a_rebuilt_one_after_any_series_of_changes(
    tmp_path_factory: pytest.TempPathFactory, aliases: Aliases, series: list[list[Change]]
) -> None:
    folder = tmp_path_factory.mktemp("series")
    held: dict[int, Briefing] = {}
    build(folder / "0", (), 0, aliases)
    for edition, step in enumerate(series, start=1):
        changed = [made(change) for change in step if change.parts]
        gone = [change.number for change in step if not change.parts and change.number in held]
        for number in gone:
            del held[number]
        held.update({each.number: each for each in changed})
        before, after = folder / str(edition - 1), folder / str(edition)
        update(after, before, changed, gone, edition, aliases)
    build(folder / "anew", (held[number] for number in sorted(held)), 9, aliases)

    updated = open_engine(folder / str(len(series)), Thresholds(), aliases)
    anew = open_engine(folder / "anew", Thresholds(), aliases)
    assert updated.size == anew.size == len(held)
    assert said(updated) == said(anew)


def test_a_word_that_left_with_its_last_briefing_is_unknown_again(
    tmp_path: Path, aliases: Aliases
) -> None:
    build(tmp_path / "1", [briefing(1, "Rain in Brazil."), briefing(2, "Rain.")], 1, aliases)
    update(tmp_path / "2", tmp_path / "1", (), [1], 2, aliases)

    answer = open_engine(tmp_path / "2", Thresholds(), aliases).ask("rain in Brazil")
    assert answer.unknown == ("Brazil",)
    assert [each.briefing.number for each in answer.citations] == [2]


def test_the_index_before_goes_on_answering_while_and_after_it_is_updated(
    tmp_path: Path, aliases: Aliases
) -> None:
    build(tmp_path / "1", [briefing(1, "Rain in Brazil.")], 1, aliases)
    before = open_engine(tmp_path / "1", Thresholds(), aliases)
    asked = replace(before.ask("rain"), elapsed_ms=0.0)
    update(tmp_path / "2", tmp_path / "1", [briefing(1, "Snow in Chile.")], (), 2, aliases)

    assert replace(before.ask("rain"), elapsed_ms=0.0) == asked
    again = open_engine(tmp_path / "1", Thresholds(), aliases)
    assert replace(again.ask("rain"), elapsed_ms=0.0) == asked


def test_an_update_that_fails_leaves_nothing_behind(tmp_path: Path, aliases: Aliases) -> None:
    build(tmp_path / "1", [briefing(1, "Rain in Brazil.")], 1, aliases)
    (tmp_path / "1" / "topics.json").unlink()

    with pytest.raises(FileNotFoundError):
        update(tmp_path / "2", tmp_path / "1", [briefing(2, "Snow.")], (), 2, aliases)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1"]
