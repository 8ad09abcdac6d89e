"""What is kept of people: shown to them, and deleted at a press."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from bot.chat.client import Attache
from bot.community.community import Community
from bot.metrics import Metrics
from tests.chat.reading import id_of, labels_of, press, text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


async def deleting(world: World, shown: Any, label: str = "Delete all of it") -> Any:
    """Press a button that deletes under what is shown, and be sure; return what is said."""
    await press(world.member, shown.response, label)
    return await press(world.member, shown.response, "Delete")


async def test_nothing_is_held_of_who_never_asked(world: World) -> None:
    result = await world.member.slash(world.channel, "privacy")

    assert result.ephemeral
    assert "Nothing." in text_of(result.response)
    assert "for 90 days" in text_of(result.response)
    assert "kept for that, for 365 days at most" in text_of(result.response)


async def test_what_is_held_is_shown_to_its_owner_alone_and_deleted(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="where does Assad hide")
    await press(world.member, asked.response, "👍")
    await world.member.slash(world.channel, "follow", topic="OSCE")
    await world.moderator.slash(world.channel, "ask", question="grain imports")

    mine = await world.member.slash(world.channel, "privacy")
    theirs = await world.moderator.slash(world.channel, "privacy")
    assert "1 question, 1 vote, and 1 followed topic" in text_of(mine.response)
    assert "where does Assad hide" in text_of(mine.response)
    assert "Assad" not in text_of(theirs.response)

    deleted = await deleting(world, mine)
    assert text_of(deleted) == "All that I kept of you is deleted."
    again = await world.member.slash(world.channel, "privacy")
    other = await world.moderator.slash(world.channel, "privacy")
    assert "Nothing." in text_of(again.response)
    assert "grain imports" in text_of(other.response)


async def test_the_questions_that_are_not_listed_are_counted(world: World) -> None:
    for number in range(7):
        await world.member.slash(world.channel, "ask", question=f"grain imports {number}")

    mine = await world.member.slash(world.channel, "privacy")

    said = text_of(mine.response)
    assert "What I store about you" in said
    assert "7 questions" in said
    assert said.count("grain imports") == 5
    assert "… and 2 more." in said


async def test_one_press_deletes_nothing(world: World) -> None:
    await world.member.slash(world.channel, "ask", question="grain imports")
    await world.member.slash(world.channel, "follow", topic="OSCE")
    mine = await world.member.slash(world.channel, "privacy")

    asked = await press(world.member, mine.response, "Delete all of it")
    assert "You would follow nothing any more" in text_of(asked)
    assert labels_of(asked) == ["Delete", "Cancel"]
    kept = await press(world.member, mine.response, "Cancel")

    assert text_of(kept) == "Nothing was deleted."
    again = await world.member.slash(world.channel, "privacy")
    assert "1 question, 0 votes, and 1 followed topic" in text_of(again.response)


async def test_questions_are_deleted_without_what_is_followed(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="grain imports")
    await press(world.member, asked.response, "👍")
    await world.member.slash(world.channel, "follow", topic="OSCE")
    mine = await world.member.slash(world.channel, "privacy")

    said = await deleting(world, mine, "Delete questions and votes")

    assert "You follow what you followed" in text_of(said)
    again = await world.member.slash(world.channel, "privacy")
    assert "0 questions, 0 votes, and 1 followed topic" in text_of(again.response)
    assert labels_of(again.response) == ["Delete all of it"]


async def test_who_stopped_following_leaves_nothing_behind(world: World) -> None:
    for topic in ("OSCE", "NATO"):
        await world.member.slash(world.channel, "follow", topic=topic)
    listed = await world.member.slash(world.channel, "following")
    await press(world.member, listed.response, "OSCE")
    mine = await world.member.slash(world.channel, "privacy")
    assert "1 followed topic" in text_of(mine.response)

    await press(world.member, listed.response, "NATO")

    again = await world.member.slash(world.channel, "privacy")
    assert "Nothing." in text_of(again.response)
    assert await world.community.database.read("SELECT * FROM followers") == []


async def test_whoever_can_be_told_of_news_is_not_told_that_nothing_is_held(world: World) -> None:
    await world.member.slash(world.channel, "follow", topic="OSCE")
    await world.community.database.write("DELETE FROM follows")

    mine = await world.member.slash(world.channel, "privacy")

    assert "Nothing." not in text_of(mine.response)
    await deleting(world, mine)
    again = await world.member.slash(world.channel, "privacy")
    assert "Nothing." in text_of(again.response)


async def test_the_database_does_not_say_who_asked(world: World, shelf: Shelf) -> None:
    await world.member.slash(world.channel, "ask", question="OSCE")
    await world.community.questions.flush()

    with closing(sqlite3.connect(shelf.state / "community.sqlite3")) as database:
        rows = database.execute("SELECT * FROM questions").fetchall()
    (row,) = rows
    assert "OSCE" in row
    assert str(world.member_user.id) not in str(row)


async def test_deleted_words_are_gone_from_the_file(world: World, shelf: Shelf) -> None:
    await world.member.slash(world.channel, "ask", question="xylophone quandary")
    mine = await world.member.slash(world.channel, "privacy")
    await deleting(world, mine)

    files = {path.name: path.read_bytes() for path in shelf.state.glob("community.sqlite3*")}
    assert "community.sqlite3-wal" in files
    assert [name for name, content in files.items() if b"xylophone" in content] == []


async def test_what_was_asked_is_gone_from_memory_too(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="grain imports")
    assert asked.response is not None
    assert world.bot.user is not None
    me = world.bot.user.mention
    answered = world.channel.last_message
    mine = await world.member.slash(world.channel, "privacy")
    await deleting(world, mine)

    await world.member.send(world.channel, f"{me} tell me more", reply_to=answered)

    assert "grain" not in text_of(world.channel.last_message)


async def test_where_nothing_is_kept_nobody_is_asked_to_vote(world: World, shelf: Shelf) -> None:
    community = await Community.open(shelf.state, 0)
    bot = Attache(world.library, community, world.options, Metrics())
    await world.env.restart_bot(bot)
    try:
        asked = await world.member.slash(world.channel, "ask", question="OSCE")
        told = await world.member.slash(world.channel, "privacy")
    finally:
        await community.close()

    assert not {"👍", "👎"} & set(labels_of(asked.response))
    assert "I keep no questions." in text_of(told.response)
    with closing(sqlite3.connect(shelf.state / "community.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM questions").fetchone() == (0,)


async def test_where_nothing_is_kept_any_more_a_vote_can_only_be_taken_back(
    world: World, shelf: Shelf
) -> None:
    asked = await world.member.slash(world.channel, "ask", question="OSCE")
    assert asked.response is not None
    await press(world.moderator, asked.response, "👍")
    form = await world.member.click(asked.response, custom_id=id_of(asked.response, "👎"))
    community = await Community.open(shelf.state, 0)
    await world.env.restart_bot(Attache(world.library, community, world.options, Metrics()))
    try:
        pressed = [await press(world.member, asked.response, label) for label in ("👍", "👎")]
        sent = await world.member.submit_modal(form, {"reason": ["wrong"], "remark": "x"})
        taken_back = await press(world.moderator, asked.response, "👍")
    finally:
        await community.close()

    for said in (*pressed, sent.response):
        assert "Votes are not kept any more" in text_of(said)
    assert "Your vote is taken back" in text_of(taken_back)
    with closing(sqlite3.connect(shelf.state / "community.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM votes").fetchone() == (0,)
