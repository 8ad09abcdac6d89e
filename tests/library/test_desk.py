"""Questions are answered by the edition that they were put to, while others replace it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.search.languages.dictionary import dictionary
from bot.search.languages.territories import territories
from bot.search.languages.tongues import LANGUAGES
from bot.search.words.synonyms import _meanings_by_base
from tests.library.sources import BRIDGE, put

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.library.shelf import Shelf

pytestmark = pytest.mark.usefixtures("url")


async def with_many(library: Library, shelf: Shelf) -> None:
    """Load so many briefings that questions which wait for each other are answered in steps."""
    lines = [f"Report {number} of the harbour office." for number in range(1_100)]
    put(shelf, *lines, name="many.txt")
    await library.reload(by="test")
    assert library.briefings > 1_000


async def test_retired_indexes_are_removed(library: Library, shelf: Shelf) -> None:
    for count in range(3):
        put(shelf, *[f"{BRIDGE} Number {number}." for number in range(count + 1)], name="more.txt")
        await library.reload(by="test")
    await library.topics()  # comes up in the thread that removes them, after they are gone

    assert [folder.name for folder in shelf.indexes.iterdir()] == ["4"]


async def test_questions_go_on_during_a_reload(library: Library, shelf: Shelf) -> None:
    put(
        shelf, *[f"Report {number} of the harbour office." for number in range(2_000)], name="m.txt"
    )
    reloading = asyncio.create_task(library.reload(by="test"))
    editions = set()
    while not reloading.done():
        answer = await library.ask("grain imports")
        assert answer.citations[0].briefing.number == 14
        editions.add(answer.edition)
    await reloading

    assert 1 in editions
    assert (await library.ask("harbour office")).edition == 2


async def test_an_edition_that_is_replaced_answers_what_it_was_asked(
    library: Library, shelf: Shelf
) -> None:
    await with_many(library, shelf)
    reloads_done = asyncio.Event()

    async def ask_without_pause() -> None:
        while not reloads_done.is_set():
            answer = await library.ask("grain imports")
            assert answer.citations[0].briefing.number == 14

    asking = [asyncio.create_task(ask_without_pause()) for _ in range(20)]
    for number in range(4):
        put(shelf, f"{BRIDGE} Number {number}.", name="more.txt")
        assert (await library.reload(by="test", may_remove=1)).edition == number + 3
    reloads_done.set()
    await asyncio.gather(*asking)
    await library.topics()  # comes up in the thread that removes them, after they are gone

    assert [folder.name for folder in shelf.indexes.iterdir()] == ["6"]


async def test_what_a_question_may_need_is_read_before_one_comes(library: Library) -> None:
    read = _meanings_by_base, dictionary, territories
    for each in read:
        each.cache_clear()

    await library.prepare()

    assert [each.cache_info().currsize for each in read] == [1, len(LANGUAGES), len(LANGUAGES)]


async def test_closing_lets_questions_in_hand_finish(library: Library, shelf: Shelf) -> None:
    await with_many(library, shelf)
    asking = [asyncio.create_task(library.ask("grain imports")) for _ in range(20)]
    await asyncio.sleep(0)
    await library.close()

    answers = await asyncio.gather(*asking)
    assert {answer.citations[0].briefing.number for answer in answers} == {14}


async def test_many_who_ask_at_once_get_the_answers_of_one_who_asks_alone(
    library: Library, shelf: Shelf
) -> None:
    await with_many(library, shelf)
    questions = ["grain imports", "Who is in Khan Younes?", "zeppelins", "lavrov in malta", ""] * 4
    alone = [await library.ask(question) for question in questions]
    at_once = await asyncio.gather(*(library.ask(question) for question in questions))

    assert [replace(each, elapsed_ms=0) for each in at_once] == [
        replace(each, elapsed_ms=0) for each in alone
    ]


async def test_an_index_retires_while_the_next_one_is_made(library: Library, shelf: Shelf) -> None:
    waiting: list[asyncio.Future[object]] = []
    for number in range(8):
        # The old index retires when these are answered, which is while a later one is made.
        waiting += [asyncio.ensure_future(library.ask("grain " * 60)) for _ in range(80)]
        towns = [f"Town {town} has a mayor called M{number}." for town in range(60)]
        put(shelf, *towns, name="towns.txt")
        assert (await library.reload(by="test", may_remove=1)).edition == number + 2
    await asyncio.gather(*waiting)
    assert await library.verify() == []
