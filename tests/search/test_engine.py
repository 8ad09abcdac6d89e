"""From a question to an answer, over real indexes."""

from __future__ import annotations

import gc
import math
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import ANY

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.model import Context, SpanKind, Verdict
from bot.search.engine import Engine, IndexUnusable, open_engine
from bot.search.finding.ranking import EARLY_WEIGHT, K1, B
from bot.search.index.building import build, update
from bot.search.verdict.confidence import Thresholds
from tests.search.conftest import briefing

if TYPE_CHECKING:
    from bot.search.words.aliases import Aliases
    from tests.search.conftest import Make


def first(engine: Engine, question: str) -> int:
    return engine.ask(question).citations[0].briefing.number


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux tells")
def test_a_closed_index_is_mapped_no_more_though_nobody_collects_garbage(
    tmp_path: Path, aliases: Aliases
) -> None:
    texts = ("The dam at Karlsheim broke on Monday.", "Rain fell in Ruritania for a week.")
    held = [briefing(number, each) for number, each in enumerate(texts, 1)]

    def mapped() -> list[str]:
        maps = Path("/proc/self/maps").read_text().splitlines()
        return [each for each in maps if str(tmp_path) in each]

    gc.disable()
    try:
        build(tmp_path / "1", held, 1, aliases)
        update(tmp_path / "2", tmp_path / "1", [briefing(3, "Snow fell.")], [2], 2, aliases)
        assert mapped() == []
        engine = open_engine(tmp_path / "2", Thresholds(), aliases)
        engine.ask("Which dam broke in Karlsheim?")
        engine.related(1)
        engine.topics("rain")
        engine.suggest("dam")
        assert mapped()
        engine.close()
        assert mapped() == []
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Who got Bashar al-Assad out of Damascus?", 1),
        ("lavrof in vallettas malta", 2),
        ("which plan was reasnoable", 5),
        ("Medvedev on a third world war", 8),
        ("khan yunus", 9),
        ("danish minister rasmusen", 10),
        ("plane thruogh bulgarian airspace", 11),
        ("empire of lies", 14),
    ],
)
def test_the_right_briefing_comes_first_however_it_is_spelt(
    seed: Engine, question: str, number: int
) -> None:
    assert first(seed, question) == number
    assert seed.ask(question).verdict is not Verdict.NOTHING


@pytest.mark.parametrize(
    "question",
    ["how to grow tomatoes", "hello there", "qwrtz plmkn", "the", "", "🦆", "cheap shoes"],
)
def test_what_no_briefing_covers_gets_nothing_and_topics_that_exist(
    seed: Engine, question: str
) -> None:
    answer = seed.ask(question)

    assert answer.verdict is Verdict.NOTHING
    assert answer.topics
    assert all(topic.keys for topic in answer.topics)


def test_a_question_whose_telling_word_is_missing_is_not_answered_and_the_word_named(
    seed: Engine,
) -> None:
    answer = seed.ask("What did Lavrov say about Brazil?")

    assert answer.verdict is not Verdict.ANSWERED
    assert answer.unknown == ("Brazil",)


def test_other_names_of_a_place_are_found(make: Make) -> None:
    engine = make(["Talks were held in Kyiv.", "Talks were held in Paris.", "Bees are small."])

    assert first(engine, "talks in Kiev") == 1


@pytest.mark.parametrize("question", ["ceasefire", "cease-fire", "neocolonial view"])
def test_compounds_meet_written_in_one_or_with_a_hyphen(make: Make, question: str) -> None:
    engine = make(["Bees hum.", "A cease-fire held, in a neo-colonial way.", "Birds sing."])

    assert first(engine, question) == 2


def test_a_real_word_is_not_taken_for_a_name_that_is_near(make: Make) -> None:
    engine = make(["Brend opened a shop.", "Birds sing."])

    assert engine.ask("bread").verdict is Verdict.NOTHING
    assert engine.ask("bread").corrections == ()


def test_titles_and_tags_are_searched_too(make: Make) -> None:
    engine = make(
        ["Bees hum.", briefing(2, "It opened.", title="A new bridge", tags=("Ruritania",))]
    )

    assert first(engine, "bridge") == 2
    assert first(engine, "ruritania") == 2


def test_spans_mark_the_matched_words_and_one_sentence(seed: Engine) -> None:
    citation = seed.ask("grain improts").citations[0]
    text = citation.briefing.text
    marked = [text[span.start : span.end] for span in citation.spans if span.kind is SpanKind.MATCH]
    answering = [span for span in citation.spans if span.kind is SpanKind.ANSWER]

    assert {"grain", "imports"} <= set(marked)
    assert len(answering) == 1
    assert "grain imports" in text[answering[0].start : answering[0].end]


def test_topics_follow_from_what_is_cited_and_lead_elsewhere(seed: Engine) -> None:
    answer = seed.ask("security summit in Malta")
    shown = {answer.citations[0].briefing.key}

    assert 1 <= len(answer.topics) <= 5
    for topic in answer.topics:
        assert set(topic.keys) - shown
        about = seed.about(topic.key)
        assert about is not None
        assert {each.briefing.key for each in about.citations} == set(topic.keys)


def test_the_last_words_of_a_sentence_are_completed(seed: Engine) -> None:
    assert "what happened in North Macedonia" in seed.suggest("what happened in north mac")


@pytest.mark.parametrize("question", ["whats with polish wheat", "Polands wheat"])
def test_a_people_and_its_country_meet(make: Make, question: str) -> None:
    engine = make(["Bees hum.", "Poland sells wheat.", "Birds sing.", "France sells wheat."])

    assert first(engine, question) == 2
    assert engine.ask(question).unknown == ()


def test_an_empty_collection_answers_nothing(make: Make) -> None:
    engine = make([])

    assert engine.ask("anything").verdict is Verdict.NOTHING
    assert engine.topics() == ()
    assert engine.suggest("a") == ()
    assert engine.briefing(1) is None


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=()), max_size=200)
    | st.text(alphabet='AND OR NOT*"():^~[]{}\\/+-', max_size=50)
)
@example("B\ud800Ð")
def test_asking_never_raises(seed: Engine, question: str) -> None:
    answer = seed.ask(question, 50)
    assert 0 <= answer.confidence <= 1
    assert seed.ask(question, 50) == replace(answer, elapsed_ms=ANY)
    seed.ask(question, context=Context(question, (1, 2)))
    seed.ask("what about that?", context=Context(question, (1,)))
    seed.cite(question, [1])
    seed.about(question)
    seed.suggest(question)
    seed.topics(question)


@pytest.mark.parametrize(
    "question", ["x" * 6_000, "\ud800", "news of Andr\udce9 Lavrov", "a\0b", "lavrovs " * 900]
)
def test_strange_questions_get_an_answer(seed: Engine, question: str) -> None:
    assert seed.ask(question).question == question[:2_000]


def test_of_a_long_question_is_kept_what_is_read_and_that_it_is_cut(seed: Engine) -> None:
    asked = "grain of ours. " * 300
    answer, whole = seed.ask(asked), seed.ask(asked[:2_000])

    assert answer.question == asked[:2_000]
    assert answer.is_cut
    assert not whole.is_cut
    assert answer.citations == whole.citations


def test_what_nobody_sees_in_a_question_parts_no_word(seed: Engine) -> None:
    answer = seed.ask("gra\u00adin im\u200bports")

    assert answer.question == "grain imports"
    assert answer.citations == seed.ask("grain imports").citations
    assert not answer.is_cut


def test_of_a_long_question_no_half_word_is_read(seed: Engine) -> None:
    answer = seed.ask("grain " * 400)

    assert answer.question == "grain " * 333
    assert answer.is_cut
    assert not answer.unknown
    assert answer.verdict is Verdict.ANSWERED


def test_answers_are_the_same_after_opening_anew(
    seed: Engine, tmp_path: Path, aliases: Aliases
) -> None:
    held = [found for number in range(1, 15) if (found := seed.briefing(number))]
    build(tmp_path / "again", held, 1, aliases)
    again = open_engine(tmp_path / "again", Thresholds(), aliases)
    for question in ("lavrvo nato", "peace plan", "OSCE meting", "Who met Kim?"):
        one, other = seed.ask(question, 14), again.ask(question, 14)
        assert (one.citations, one.topics, one.confidence) == (
            other.citations,
            other.topics,
            other.confidence,
        )


def test_an_index_of_other_aliases_or_another_version_is_not_used(
    tmp_path: Path, aliases: Aliases
) -> None:
    build(tmp_path / "index", [briefing(1, "Bees hum.")], 1, aliases)
    with pytest.raises(IndexUnusable):
        open_engine(tmp_path / "index", Thresholds(), type(aliases)())
    (tmp_path / "index" / "about.json").write_text(f'[0, 1, 1, 2.0, "{aliases.digest}"]')
    with pytest.raises(IndexUnusable):
        open_engine(tmp_path / "index", Thresholds(), aliases)


def test_of_another_name_of_several_words_only_the_whole_is_marked(make: Make) -> None:
    text = "The U.S. and the United Nations met where the United States had met United Air."
    citation = make([text, "Bees hum."]).ask("USA").citations[0]
    marked = [text[each.start : each.end] for each in citation.spans if each.kind is SpanKind.MATCH]

    assert marked == ["U.S", "United", "States"]


@pytest.mark.parametrize(
    ("question", "read"), [("exports of chian", "China"), ("supermarket chian", "chain")]
)
def test_a_correction_is_the_word_that_the_best_briefing_has(
    make: Make, question: str, read: str
) -> None:
    engine = make(["Exports from China fell.", "Workers of a supermarket chain strike."])

    assert [each.read for each in engine.ask(question).corrections] == [read]


words = st.sampled_from("harbour bridge river minister plan talks grain tower market storm".split())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.lists(words, min_size=1, max_size=8).map(" ".join), min_size=2, max_size=12),
    question=st.lists(words, min_size=1, max_size=3, unique=True),
)
def test_scores_are_those_of_bm25_by_the_book_and_more_for_what_is_said_early(
    make: Make, texts: list[str], question: list[str]
) -> None:
    engine = make(texts)
    counts = [Counter(text.split()) for text in texts]
    average = sum(sum(each.values()) for each in counts) / len(counts)
    expected = {}
    for number, count in enumerate(counts, start=1):
        score = 0.0
        for place, word in enumerate(question):
            held = sum(word in other for other in counts)
            if not held or not count[word]:
                continue
            idf = math.log(1 + (len(texts) - held + 0.5) / (held + 0.5))
            norm = K1 * (1 - B + B * sum(count.values()) / average)
            emphasis = 1 + 0.2 * place / max(len(question) - 1, 1)
            frequent = count[word] * (K1 + 1) / (count[word] + norm)
            early = EARLY_WEIGHT / math.log2(2 + texts[number - 1].split().index(word))
            score += emphasis * idf * (frequent + early)
        if score:
            expected[number] = round(score, 3)
    found = engine.ask(" ".join(question), 50).citations
    assert {each.briefing.number: round(each.score, 3) for each in found} == pytest.approx(
        expected, abs=2e-3
    )


def test_key_words_that_one_briefing_has_all_of_are_answered_however_common(seed: Engine) -> None:
    assert seed.ask("Lavrov").verdict is Verdict.ANSWERED
    assert seed.ask("Lavrov Ukraine").verdict is Verdict.ANSWERED
    assert seed.ask("Lavrov Brazil").verdict is not Verdict.ANSWERED
