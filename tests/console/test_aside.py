"""What is no question, put to the bot in the terminal."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("#5", "#5 · briefings.txt:5"),
        ("5", "#5 · briefings.txt:5"),
        ("#12 and #13", "#13 · briefings.txt:13"),
        ("help", "Answers come from the briefings alone"),
        ("hello", "Hello!"),
        ("helo", "Hello!"),
        ("thanks, that's all for now", "You are welcome!"),
        ("that's not what i asked", "Sorry if that did not help. Name the person, place or thing"),
        ("show topics", "China"),
        ("delete my data", "/privacy"),
        ("follow China", "/follow"),
        ("/admin status", "/admin is a command on Discord."),
        ("I am tired of this weather", "Only the briefings are known here."),
    ],
)
def test_asking_in_the_terminal_opens_numbers_and_knows_small_talk(
    attache: Run, question: str, said: str
) -> None:
    done = attache("ask", question)

    assert said in done.stdout
    assert "Not in any briefing" not in done.stdout
    assert "[1]" not in done.stdout


NO_QUESTIONS = ("#5", "#12 and #13", "help", "thanks", "#99", "/topics", "/admin status")


def test_what_is_no_question_gets_the_same_as_json_and_in_a_batch(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "questions").write_text("\n".join([*NO_QUESTIONS, "grain imports", ""]))
    done = attache("ask", "--batch", "questions", "--format", "jsonl")
    told = {each["question"]: each for each in map(json.loads, done.stdout.splitlines())}
    alone = json.loads(attache("ask", "#5", "--format", "json").stdout)

    numbers = {each: [cited["number"] for cited in told[each]["citations"]] for each in told}
    assert numbers["#5"] == [cited["number"] for cited in alone["citations"]] == [5]
    assert numbers["#12 and #13"] == [12, 13]
    assert {told[each]["verdict"] for each in ("#5", "#12 and #13", "grain imports")} == {
        "answered"
    }
    assert [told[each]["said"] for each in ("#5", "grain imports")] == [None, None]
    for each in NO_QUESTIONS[2:]:
        assert (told[each]["verdict"], numbers[each]) == ("nothing", [])
    assert told["help"]["said"].startswith("Answers come from the briefings alone")
    assert "Ask in your own words" in told["help"]["said"]
    assert told["#99"]["said"] == "There is no briefing #99; the latest is #14."
    labels = [topic["label"] for topic in told["/topics"]["topics"]]
    assert told["/topics"]["said"].splitlines() == labels
    assert "China" in labels
    assert told["thanks"]["said"].startswith("You are welcome!")


@pytest.mark.parametrize(
    ("question", "said"),
    [("#5", "There are no briefings yet."), ("/topics", "The briefings share no topics yet.")],
)
def test_where_nothing_is_loaded_that_is_said(
    attache: Run, tmp_path: Path, question: str, said: str
) -> None:
    (tmp_path / "data" / "briefings.txt").unlink()

    assert attache("ask", question).stdout == f"{said}\n"


def test_a_link_and_what_surrounds_a_question_are_not_looked_for(attache: Run) -> None:
    done = attache("ask", "grain imports https://example.org/xylophone")

    assert "briefings.txt:14" in done.stdout
    assert "Not in any briefing" not in done.stdout


def test_several_words_are_one_question(attache: Run) -> None:
    done = attache("ask", "grain", "imports", "--limit", "1")

    assert done.returncode == 0
    assert "briefings.txt:14" in done.stdout


def test_a_time_that_nothing_is_dated_to_is_told_as_such(attache: Run, tmp_path: Path) -> None:
    undated = attache("ask", "what happened in June 2026?").stdout
    beside = attache("ask", "Zyzzyva Cup in June 2026").stdout
    (tmp_path / "data" / "dated.jsonl").write_text('{"text": "It rained.", "date": "2024-12-08"}')
    attache("load")
    dated = attache("ask", "what happened in June 2026?").stdout

    for told in (undated, dated):
        assert "No briefing is dated to that time: in June 2026." in told
        assert "Not in any briefing" not in told
    assert "No briefing is dated to that time: in June 2026." in beside
    assert "Zyzzyva" in beside.partition("Not in any briefing: ")[2]
    assert "2026" not in beside.partition("Not in any briefing: ")[2]


def test_what_is_of_others_and_what_has_no_end_is_told(attache: Run, tmp_path: Path) -> None:
    undated = attache("ask", "what is the newest?").stdout
    records = [
        {"text": "Ruritania sells salt.", "date": "2020-05-03"},
        {"text": "Olga Stein opened a bridge.", "date": "2021-07-09"},
    ]
    (tmp_path / "data" / "dated.jsonl").write_text("\n".join(map(json.dumps, records)))
    attache("load")

    assert "None has a date; they are in the order of their numbers" in undated
    none = attache("ask", "Ruritania in July 2021").stdout
    assert "Briefings are dated to that time, but none on this: in July 2021." in none
    assert "Read after 2020 as from 2021-01-01." in attache("ask", "news after 2020").stdout
    assert "Read before 4 May as until " in attache("ask", "salt before 4 May").stdout


def test_a_time_that_is_not_named_in_full_is_told_as_days(attache: Run, tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    record = {"text": "Ruritania sells salt.", "date": str(today)}
    (tmp_path / "data" / "dated.jsonl").write_text(json.dumps(record))
    attache("load")
    since, today_alone = attache("ask", "salt in the last 3 days"), attache("ask", "salt today")
    as_json = json.loads(attache("ask", "salt today", "--format", "json").stdout)

    assert f"Read in the last 3 days as {today - timedelta(3)} to {today}." in since.stdout
    assert f"Read today as {today}." in today_alone.stdout
    assert as_json["time"] == {
        "written": "today",
        "first": str(today),
        "last": str(today),
        "is_of_others": False,
    }
