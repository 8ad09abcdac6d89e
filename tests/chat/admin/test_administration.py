"""What administering says and keeps, where sources are wrong or Discord does not answer."""

from __future__ import annotations

import gc
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.library.library import Library
from tests.chat.admin.test_uploading import attached
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

LINE = "Ruritania opened a new bridge over the river in spring.\n"
TYPED = "A long text that an editor typed into the form."


@pytest.fixture
def lenient() -> None:
    """Leave bad records out, in a test that uses this."""


@pytest.fixture
async def library(shelf: Shelf, request: pytest.FixtureRequest) -> AsyncIterator[Library]:
    """An open library over the seed briefings."""
    opened = await Library.open(replace(shelf, lenient="lenient" in request.fixturenames))
    yield opened
    await opened.close()


async def said(world: World, command: str) -> str:
    return text_of((await world.operator.slash(world.channel, command)).response)


async def test_what_came_too_late_to_be_told_of_is_not_done(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    world.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)

    await world.operator.slash(world.channel, "admin reload")
    gc.collect()  # which tells of work that was begun and never done
    assert world.env.errors

    assert world.library.edition == 1


@pytest.mark.usefixtures("lenient")
async def test_a_lenient_check_says_what_the_reload_then_does(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    (shelf.data / "more.jsonl").write_text('{"txt": "broken"}\n')
    checked = await said(world, "admin check")
    assert "would leave out what is wrong, and do the rest:" in checked
    assert "more.jsonl:1" in checked
    assert "added Ruritania opened a new bridge" in checked
    assert "It would change nothing" not in checked

    done = await said(world, "admin reload")
    assert "Edition 2 is in service\n1 problem; this record was left out:" in done

    again = await said(world, "admin reload")
    assert "Nothing has changed\nEdition 2 stays in service.\n1 problem; this record was" in again
    assert "The last reload left these out:" in await said(world, "admin status")


@pytest.mark.usefixtures("lenient")
async def test_check_sets_what_would_change_apart_from_the_problems(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    (shelf.data / "broken.jsonl").write_text('{"txt": "broken"}\n')
    result = await world.operator.slash(world.channel, "admin check")

    lines = text_of(result.response).splitlines()
    (added,) = [place for place, line in enumerate(lines) if line.startswith("added ")]
    assert lines[added - 2 : added] == ["", "Apart from that, it would do this:"]
    assert lines[added - 3].startswith("- **broken.jsonl:1**")


@pytest.mark.usefixtures("lenient")
async def test_a_lenient_check_says_what_it_cannot_read_changes_nothing(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    (shelf.data / "more.json").write_text('[{"text": "one"')
    assert "It would change nothing: 1 problem" in await said(world, "admin check")
    assert "Nothing was changed: 1 problem" in await said(world, "admin reload")


async def test_what_was_written_in_a_form_is_given_back_where_another_source_is_wrong(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "broken.jsonl").write_text("{")
    asked = await world.operator.slash(world.channel, "admin add")
    result = await world.operator.submit_modal(asked, {"text": TYPED})
    told = text_of(result.response)
    assert result.response is not None
    (file,) = result.response.attachments

    assert "Not added\nIt does not go with the other sources as they are." in told
    assert "broken.jsonl:1" in told
    assert "reload again" not in told
    assert json.loads(await file.read())["text"] == TYPED
    assert not (shelf.data / "uploads").exists()


@pytest.mark.usefixtures("lenient")
async def test_what_was_written_in_a_form_is_kept_beside_records_that_are_left_out(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "broken.jsonl").write_text("{")
    asked = await world.operator.slash(world.channel, "admin add")
    result = await world.operator.submit_modal(asked, {"text": TYPED})

    assert "Edition 2 is in service" in text_of(result.response)
    assert result.followups == []


async def test_a_file_takes_the_place_of_another_only_where_that_is_said(world: World) -> None:
    async def upload(content: str, **given: bool) -> str:
        result = await world.operator.slash(
            world.channel, "admin upload", file=attached("news.txt", content), **given
        )
        return text_of(result.response)

    assert "Edition 2 is in service" in await upload("It rains.")
    assert "there is a file news.txt already" in await upload("It snows.")
    assert world.library.edition == 2
    assert "Edition 3 is in service" in await upload("It snows.", replace=True)


async def test_a_file_that_discord_does_not_give_out_is_asked_for_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.env.backend.cdn, "get", lambda _: None)
    result = await world.operator.slash(
        world.channel, "admin upload", file=attached("news.txt", "It rains.")
    )

    assert "Discord does not give the file out now; hand it in again." in text_of(result.response)
    assert world.library.edition == 1


async def test_nobody_is_told_to_wait_for_a_bot_that_stops(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    world.library.give_up()

    refused = await said(world, "admin reload")

    assert refused == "The reload was given up: the bot is shutting down."
