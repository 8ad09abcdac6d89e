"""Questions are kept for a while, written after the answer, and lost to no lock."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from structlog.testing import capture_logs

from bot.community.community import DATABASE, Community
from bot.community.insights import Insights, Telling, Wish, grouped
from bot.community.people import Pseudonyms
from bot.community.questions import Question, new_id
from bot.databases.moments import now, stamp
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.databases.sqlite.database import SqliteDatabase

ALL = Telling(lambda _question: True, lambda _word: True)
QUESTION = Question("a" * 12, "", "p", "server", "Who?", "nothing", ("Who",), (1, 2), 1.5)


class WithoutReading:
    """A database that is busy with whatever it was last asked to read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def read(self, *_: Any) -> None:
        raise StoreUnusable("It is busy.")


@pytest.fixture
async def community(tmp_path: Path, url: str | None) -> AsyncIterator[Community]:
    """What people leave, in SQLite and in PostgreSQL."""
    opened = await Community.open(tmp_path, 30, url)
    yield opened
    await opened.close()


def asked(words: str, days_ago: int = 0, person: str = "p") -> Question:
    at = stamp(now() - timedelta(days=days_ago))
    return replace(QUESTION, id=new_id(), at=at, words=words, person=person)


async def kept(community: Community) -> list[str]:
    rows = await community.database.read("SELECT words FROM questions ORDER BY words")
    return [words for (words,) in rows]


async def test_what_is_too_old_goes(community: Community) -> None:
    community.questions.note(asked("old", days_ago=31))
    community.questions.note(asked("new", days_ago=29))
    await community.questions.flush()
    await community.questions.prune()

    assert await kept(community) == ["new"]


async def test_how_much_was_too_old_is_logged(community: Community) -> None:
    community.questions.note(asked("old", days_ago=31))
    await community.questions.flush()
    with capture_logs() as logged:
        await community.questions.prune()
        await community.questions.prune()

    (told,) = [each for each in logged if "older" in each["event"]]
    assert (told["questions"], told["votes"]) == (1, 0)


async def test_half_a_character_keeps_no_question_from_being_kept(community: Community) -> None:
    halves = "\ud83d\ude00 or \ud83d"
    community.questions.note(replace(asked(halves), unknown=(halves,)))
    await community.questions.flush()
    await community.votes.cast("v", "p", helpful=False, remark=halves)
    community.questions.note(asked("news"))

    held = await community.privacy.held("p", 1)
    assert (held.questions, held.votes) == (2, 1)
    assert await kept(community) == ["news", "😀 or \ufffd"]
    assert (await community.insights.of(1, ALL)).unknown[-1] == ("😀 or \ufffd", 1)


async def test_votes_go_with_their_questions(community: Community) -> None:
    for at, question in (("2000-01-01T00:00:00Z", "old"), (stamp(now()), "new")):
        await community.database.write(
            "INSERT INTO votes VALUES ($1, 'p', $2, 1, NULL, '')", question, at
        )
    await community.questions.prune()

    assert [row[0] for row in await community.database.read("SELECT question FROM votes")] == [
        "new"
    ]


async def test_of_what_is_too_old_nothing_stays_in_the_files(tmp_path: Path) -> None:
    community = await Community.open(tmp_path, 30)
    community.questions.note(asked("who is the zeppelin captain", days_ago=31))
    await community.questions.flush()
    await community.questions.prune()

    # The community does it by itself, too, right after it was opened.
    async with asyncio.timeout(20):
        while any(b"zeppelin" in path.read_bytes() for path in tmp_path.glob(f"{DATABASE}*")):
            await asyncio.sleep(0.01)
    await community.close()


async def test_more_than_can_wait_is_not_kept_and_the_log_says_how_much(
    community: Community, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.community.questions._MOST_WAITING", 2)
    for words in ("one", "two", "three"):
        community.questions.note(asked(words))
    await community.questions.flush()

    assert await kept(community) == ["one", "two"]
    assert re.search("questions were not kept.*count=1", capsys.readouterr().out)


async def test_closing_writes_what_waits(tmp_path: Path, url: str | None) -> None:
    community = await Community.open(tmp_path, 30, url)
    for place in range(1_200):
        community.questions.note(asked(f"{place:04}"))
    await community.close()
    again = await Community.open(tmp_path, 30, url)

    assert len(await kept(again)) == 1_200
    await again.close()


async def test_questions_wait_for_a_locked_database(tmp_path: Path) -> None:
    community = await Community.open(tmp_path, 30)
    path = tmp_path / DATABASE
    with closing(sqlite3.connect(path, timeout=30, check_same_thread=False)) as other:
        # Not on the loop: the bot's own first transaction needs it to come to its end.
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        community.questions.note(asked("patient"))
        await community.questions.flush()
        assert await community.questions.words("unknown") is None
        other.execute("ROLLBACK")
    await community.questions.flush()

    assert await kept(community) == ["patient"]
    await community.close()


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Community]:
    """What people leave, with no room left to keep it."""
    opened = await Community.open(tmp_path, 30)
    await set_most_pages(opened, 1)  # as many as there are
    yield opened
    await opened.close()


async def set_most_pages(community: Community, most: int) -> None:
    writing = cast("SqliteDatabase", community.database)._writing
    await writing.execute_fetchall(f"PRAGMA max_page_count = {most}")


async def test_what_waits_for_room_on_the_disk_is_counted_and_said_once(
    full: Community, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in range(5):
        full.questions.note(asked(f"{place} {'grain ' * 2_000}"))
    assert full.waiting == 0
    for _ in range(3):
        assert not await full.questions.flush()
    assert full.waiting == 5
    assert "the disk is full" in str(full.questions.trouble)
    assert capsys.readouterr().out.count("questions wait to be written") == 1

    await set_most_pages(full, 10_000)
    assert await full.questions.flush()
    assert (full.waiting, full.questions.trouble, len(await kept(full))) == (0, None, 5)
    told = capsys.readouterr().out
    assert "the questions that waited are written" in told
    assert "lost" not in told


async def test_the_log_tells_how_many_were_lost_at_the_stop(
    full: Community, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in range(5):
        full.questions.note(asked(f"{place} {'grain ' * 2_000}"))
    await full.questions.close()

    told = capsys.readouterr().out
    assert re.search(r"error .*questions were lost at the stop .*count=5.*disk is full", told)


async def test_a_transaction_given_up_at_any_moment_leaves_none_open(
    community: Community,
) -> None:
    questions = community.questions
    for turns in range(60):
        questions.note(asked(f"{turns:02}"))
        flushing = asyncio.create_task(questions.flush())
        for _ in range(turns):
            await asyncio.sleep(0)
        flushing.cancel()
        await asyncio.wait({flushing})
        await questions.flush()
        assert len(await kept(community)) == turns + 1


async def test_words_are_known_before_they_are_written_and_after_a_restart(
    community: Community, tmp_path: Path, url: str | None
) -> None:
    question = asked("who sleeps?")
    community.questions.note(question)
    assert await community.questions.words(question.id) == "who sleeps?"
    await community.questions.flush()

    again = await Community.open(tmp_path, 30, url)
    assert await again.questions.words(question.id) == "who sleeps?"
    await again.close()


async def test_kept_for_no_days_nothing_is_written(tmp_path: Path, url: str | None) -> None:
    community = await Community.open(tmp_path, 0, url)
    community.questions.note(asked("secret"))
    await community.questions.flush()

    assert await kept(community) == []
    await community.close()


async def test_what_is_held_of_one_is_deleted_and_no_more(community: Community) -> None:
    for person in ("p", "q"):
        community.questions.note(asked(f"of {person}", person=person))
        await community.votes.cast(f"v{person}", person, helpful=True)
    await community.privacy.forget("p", 1)
    await community.questions.flush()

    assert await kept(community) == ["of q"]
    assert (await community.privacy.held("p", 1)).nothing
    assert (await community.privacy.held("q", 2)).votes == 1


async def test_what_is_deleted_turns_no_page_any_more(community: Community) -> None:
    mine, other = asked("of p"), asked("of q", person="q")
    for question in (mine, other):
        community.questions.note(question)
    await community.privacy.forget("p", 1)

    assert await community.questions.words(mine.id) is None
    assert await community.questions.words(other.id) == "of q"


async def test_insights_count_days_words_and_wishes(community: Community) -> None:
    for question in (
        replace(asked("zeppelin race"), unknown=("Zeppelin",)),
        replace(asked("the zeppelin race", days_ago=1), unknown=("zeppelin",)),
        replace(asked("Zeppelin"), unknown=("Zeppelin",)),
        replace(asked("OSCE"), verdict="answered", cited=(5, 7), unknown=("pls",)),
        asked("long ago", days_ago=9),
    ):
        community.questions.note(question)

    insight = await community.insights.of(7, ALL)

    assert [day.asked for day in insight.days] == [0, 0, 0, 0, 0, 1, 3]
    assert insight.unknown == (("Zeppelin", 3),)
    assert insight.cited == ((5, 1), (7, 1))
    assert [(wish.asked, wish.nearly) for wish in insight.wishes] == [(3, 0)]


def test_wishes_that_are_alike_become_one() -> None:
    wishes = [
        Wish("who won the zeppelin race", 3, 0, 0, ()),
        Wish("Who won zepelin race?", 2, 1, 1, ("really",)),
        Wish("grain imports of Poland", 1, 0, 0, ()),
    ]

    assert grouped(wishes) == (
        Wish("who won the zeppelin race", 5, 1, 1, ("really",)),
        Wish("grain imports of Poland", 1, 0, 0, ()),
    )


def test_of_long_wishes_the_beginnings_are_compared() -> None:
    """Two of six thousand characters take a thousand times as long as two of two hundred."""
    begun = "who won the zeppelin race " * 10
    wishes = [Wish(begun + rest * 1_000, 1, 0, 0, ()) for rest in ("abc ", "defg ", "hij ")]

    assert grouped(wishes) == (Wish(wishes[0].example, 3, 0, 0, ()),)


async def test_remarks_of_those_days_are_told_without_a_question_the_newest_first(
    community: Community,
) -> None:
    question = asked("Who?")
    community.questions.note(question)
    await community.votes.cast(question.id, "q", helpful=False, remark="of a question")
    for place, remark in enumerate(("older", "", "newer")):
        await community.votes.cast("b" * 12, f"q{place}", helpful=False, remark=remark)
    await community.database.write(
        "UPDATE votes SET at = $1 WHERE remark = 'older'", stamp(now() - timedelta(days=1))
    )

    assert (await community.insights.of(2, ALL)).remarks == ("newer", "older")
    assert (await community.insights.of(1, ALL)).remarks == ("newer",)


async def test_counting_questions_holds_up_nothing_that_answers_wait_for(
    community: Community,
) -> None:
    """What is read on the way to an answer is read by one connection, one after the other."""
    community.questions.note(asked("zeppelin race"))
    insights = Insights(cast("Database", WithoutReading(community.database)), community.questions)

    assert (await insights.of(7, ALL)).asked == 1


async def test_thousands_of_questions_are_looked_at_beside_the_event_loop(
    community: Community,
) -> None:
    community.questions.note(asked("zeppelin race"))
    looking: list[threading.Thread] = []

    def tells(_question: str) -> bool:
        looking.append(threading.current_thread())
        return True

    await community.insights.of(7, Telling(tells, ALL.word))

    assert looking
    assert threading.current_thread() not in looking


def test_a_pseudonym_lasts_as_long_as_its_key(tmp_path: Path) -> None:
    first = Pseudonyms.open(tmp_path / "key").of(123456789)

    assert Pseudonyms.open(tmp_path / "key").of(123456789) == first
    assert Pseudonyms.open(tmp_path / "key").of(123456788) != first
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    (tmp_path / "key").unlink()
    assert Pseudonyms.open(tmp_path / "key").of(123456789) != first


async def test_the_audit_is_only_added_to(community: Community) -> None:
    await community.audit.deny("ada", "/admin reload")

    for statement in ("DELETE FROM audit", "UPDATE audit SET who = 'eve'"):
        with pytest.raises(StoreUnusable, match="only added to"):
            await community.database.write(statement)
    assert [(each.who, each.did) for each in await community.audit.entries()] == [("ada", "denied")]


async def test_a_damaged_database_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"no database at all, but long enough to be looked at" * 50)

    with pytest.raises(StoreUnusable, match="is damaged"):
        await Community.open(tmp_path, 30)
