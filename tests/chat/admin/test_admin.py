"""``/admin``: what a reload says and asks, what the status tells, and what is handed in."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.admin.status_text import status_text
from bot.chat.languages.languages import Languages
from bot.chat.people.permissions import Admins
from bot.cluster.interface import Process, State
from bot.library.history import History, LogEntry, record
from bot.library.library import Library
from bot.library.readers import read
from bot.model import Draft
from tests.chat.reading import id_of, labels_of, press, text_of
from tests.library.sources import exported

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.results import ResponseMessage

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


def drafts(path: Path) -> list[Draft]:
    return [each for each in read(path) if isinstance(each, Draft)]


LINE = "Ruritania opened a new bridge over the river in spring.\n"


async def test_reload_says_what_changed(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    result = await world.operator.slash(world.channel, "admin reload")

    said = text_of(result.response)
    assert "Edition 2 is in service" in said
    assert "1 added · 14 unchanged · " in said


async def test_changes_are_told_by_their_titles_too(world: World, shelf: Shelf) -> None:
    given = '{"text": "Spans open in spring.", "title": "Bridge at Velden"}\n'
    (shelf.data / "more.jsonl").write_text(given)
    ahead = await world.operator.slash(world.channel, "admin check")
    await world.operator.slash(world.channel, "admin reload")
    changes = await world.operator.slash(world.channel, "admin changes")
    withdrawn = await world.operator.slash(world.channel, "admin withdraw", number=15)

    for told in (ahead, changes, withdrawn):
        assert "Bridge at Velden: Spans open in spring." in text_of(told.response)


async def test_a_broken_file_changes_nothing_and_is_named_with_its_line(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.jsonl").write_text('{"text": "fine"}\n{"txt": "broken"}\n')
    result = await world.operator.slash(world.channel, "admin reload")
    answer = await world.member.slash(world.channel, "ask", question="grain imports")

    said = text_of(result.response)
    assert "Nothing was changed: 1 problem" in said
    assert "more.jsonl:2" in said
    assert "txt" in said
    assert "Edition 1 stays in service" in said
    assert "] #14" in text_of(answer.response)


async def test_status_tells_edition_and_counts(world: World) -> None:
    result = await world.operator.slash(world.channel, "admin status")

    said = text_of(result.response)
    assert "Edition 1" in said
    assert "14 briefings" in said
    for fact in ("Last reload", "by start", "14 added", "database", "index", "memory"):
        assert fact in said
    assert re.search(r"up \d+ min", said)


async def test_moments_are_told_so_that_each_discord_shows_its_own_time_zone(world: World) -> None:
    edition = await world.library.history.edition(1)
    assert edition is not None
    loaded = int(datetime.fromisoformat(edition.created_at).timestamp())

    status = text_of((await world.operator.slash(world.channel, "admin status")).response)
    assert f"14 briefings, loaded <t:{loaded}:f> (<t:{loaded}:R>) by start" in status
    assert re.search(r"Last reload <t:\d+:f> \(<t:\d+:R>\) by start", status)
    for command in ("editions", "log"):
        told = text_of((await world.operator.slash(world.channel, f"admin {command}")).response)
        assert re.search(r"<t:\d+:f> · start", told)
        assert "UTC" not in told


@pytest.mark.parametrize("command", ["changes", "editions", "log", "status"])
async def test_what_takes_long_to_find_out_is_waited_for(
    world: World, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("bot.chat.messages.patience.SECONDS", 0.05)
    late = {"changes": "edition", "editions": "editions", "log": "log", "status": "log"}
    found = getattr(History, late[command])

    async def slowly(self: History, *given: Any) -> Any:
        await asyncio.sleep(0.5)
        return await found(self, *given)

    monkeypatch.setattr(History, late[command], slowly)
    before = len(world.env.http_requests)

    result = await world.operator.slash(world.channel, f"admin {command}")

    first, second = world.env.http_requests[before:]
    assert first.json == {"type": 5, "data": {"flags": 64}}
    assert second.method == "PATCH"
    assert "### " in text_of(result.response)


async def test_how_many_changes_are_not_shown_is_told(world: World, shelf: Shelf) -> None:
    texts = [f"Farm {at} in Vendria sold {at + 40} crates of pears." for at in range(300)]
    (shelf.data / "farms.txt").write_text("\n".join(texts))
    await world.library.reload(by="test")

    said = text_of((await world.operator.slash(world.channel, "admin changes")).response)

    assert said.endswith(f"… and {300 - said.count('added **#')} more.")


class TestOfManyEditions:
    @pytest.fixture
    def shelf(self, shelf: Shelf) -> Shelf:
        return replace(shelf, editions=100)

    async def test_how_many_editions_are_not_shown_is_told(
        self, world: World, shelf: Shelf
    ) -> None:
        for at in range(22):
            (shelf.data / "farms.txt").write_text(f"Farm {at} in Vendria sold pears.")
            await world.library.reload(by="test", may_remove=1.0)

        said = text_of((await world.operator.slash(world.channel, "admin editions")).response)

        assert said.endswith(f"… and {23 - said.count('· <t:')} more.")


async def test_how_many_lines_of_the_log_are_not_shown_is_told(world: World) -> None:
    async with world.library._store.writing() as session:
        for at in range(60):
            await record(session, "otto", f"step {at}", "Vendria " * 15)
    await world.community.audit.record("mo", "settings", "")

    said = text_of((await world.operator.slash(world.channel, "admin log")).response)

    assert "Log\n<t:" in said
    assert said.endswith(f"… and {62 - said.count('<t:')} more.")


async def test_status_tells_the_first_load_of_the_process_itself(shelf: Shelf) -> None:
    library = await Library.open(shelf)
    try:
        status = await library.status()
    finally:
        await library.close()

    assert "by start: 14 added" in status_text(status, 0.0, None, Languages().english)


async def test_status_tells_the_last_reload_of_an_earlier_process(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.jsonl").write_text('{"txt": "broken"}\n')
    await world.operator.slash(world.channel, "admin reload")
    refused = text_of((await world.operator.slash(world.channel, "admin status")).response)
    checked = text_of((await world.operator.slash(world.channel, "admin check")).response)
    await world.library.close()
    again = await Library.open(shelf)
    try:
        status = await again.status()
    finally:
        await again.close()
    said = status_text(status, 0.0, None, Languages().english)

    assert ": nothing was changed\nMend this and reload again:\n- " in refused
    assert refused.count("nothing") == 1
    assert "added ·" not in refused
    assert "would be: 14 unchanged · " in checked
    assert "more.jsonl:1" in refused
    assert "nothing was changed: 1 problem, first more.jsonl" in said


async def test_status_tells_that_the_index_was_built_anew_at_the_start(
    library: Library, shelf: Shelf
) -> None:
    await library.close()
    (shelf.indexes / "1" / "titles.json").write_bytes(b"")
    again = await Library.open(shelf)
    try:
        said = status_text(await again.status(), 0.0, None, Languages().english)
    finally:
        await again.close()

    assert "The index was built anew: " in said
    assert "titles.json is missing or cut short" in said


async def test_status_tells_what_another_process_did_since(library: Library, shelf: Shelf) -> None:
    (shelf.data / "more.jsonl").write_text('{"txt": "broken"}\n')
    await library.reload(by="this one")
    status = await library.status()
    assert status.last_entry is not None
    own = status_text(status, 0.0, None, Languages().english)
    since = LogEntry("2126-11-20T10:00:00Z", "another", "add", "1 added, 0 changed")
    said = status_text(replace(status, last_entry=since), 0.0, None, Languages().english)

    assert "by this one: nothing was changed" in own
    assert "Mend this and reload again:" in own
    assert "by another: add; 1 added, 0 changed" in said
    assert "Mend this" not in said


async def test_status_tells_that_the_data_cannot_be_watched(library: Library) -> None:
    status = replace(await library.status(), unwatched="The data cannot be watched (no room).")

    said = status_text(status, 0.0, None, Languages().english)

    assert "**The data cannot be watched" in said


async def test_status_tells_of_every_process(library: Library) -> None:
    processes = [
        Process("host:1", State("0-1/4", 1, 0.04, 90_000_000, ""), 1.2, 7_500.0, True, False),
        Process("host:2", State("2-3/4", 1, 0.05, 80_000_000, "*doing*"), 0.1, 60.0, False, True),
    ]
    said = status_text(await library.status(), 0.0, None, Languages().english, processes)

    assert (
        "**host:1** shards 0-1/4 · edition 1 · memory 90 MB · gateway 40 ms · up 2 h 5 min · "
        "seen 1 s ago" in said
    )
    assert said.count("leads") == said.count("this one") == 1
    assert "*doing*" not in said


GONE = "### 9 of 14 briefings would go"


async def shortened(world: World, shelf: Shelf) -> ResponseMessage:
    """Shorten the data, and return the bot's question whether that is meant."""
    seed = (shelf.data / "briefings.txt").read_text().splitlines()
    (shelf.data / "briefings.txt").write_text("\n".join(seed[:5]))
    result = await world.operator.slash(world.channel, "admin reload")
    assert GONE in text_of(result.response)
    assert "removed **#6** Russian Foreign Minister" in text_of(result.response)
    assert "… and 4 more" in text_of(result.response)
    assert world.library.briefings == 14
    assert result.response is not None
    return result.response


async def test_a_reload_that_removes_briefings_asks_first(world: World, shelf: Shelf) -> None:
    asked = await shortened(world, shelf)
    answer = await press(world.operator, asked, "Reload and remove them")

    assert "Edition 2 is in service" in text_of(answer)
    assert answer.id == asked.id
    assert not labels_of(answer)
    assert world.library.briefings == 5


async def test_a_reload_can_be_cancelled(world: World, shelf: Shelf) -> None:
    asked = await shortened(world, shelf)
    await world.operator.click(asked, custom_id=id_of(asked, "Cancel"))

    assert world.library.edition == 1


async def test_what_was_agreed_to_is_what_was_shown(world: World, shelf: Shelf) -> None:
    asked = await shortened(world, shelf)
    (shelf.data / "briefings.txt").write_text("Only one is left.")
    answer = await press(world.operator, asked, "Reload and remove them")

    assert "### 14 of 14 briefings would go" in text_of(answer)
    assert world.library.briefings == 14


async def test_an_old_button_asks_anew_where_others_would_go(world: World, shelf: Shelf) -> None:
    source = shelf.data / "briefings.txt"
    seed = source.read_text().splitlines()
    source.write_text("\n".join(seed[1:]))
    asked = (await world.operator.slash(world.channel, "admin reload")).response
    assert asked is not None
    source.write_text("\n".join([seed[0], *seed[3:]]))
    answer = await press(world.operator, asked, "Reload and remove them")

    assert "### 2 of 14 briefings would go" in text_of(answer)
    assert world.library.briefings == 14
    await press(world.operator, answer, "Reload and remove them")
    assert world.library.briefings == 12


async def test_a_confirmation_outlives_a_restart_and_is_for_admins(
    world: World, shelf: Shelf
) -> None:
    asked = await shortened(world, shelf)
    bot = await world.restart()
    admins, bot.admins = bot.admins, Admins(frozenset(), frozenset())
    answer = await press(world.operator, asked, "Reload and remove them")
    assert "whoever runs the bot" in text_of(answer)
    assert world.library.briefings == 14

    bot.admins = admins
    await press(world.operator, asked, "Reload and remove them")
    assert world.library.briefings == 5


async def test_check_tells_and_changes_nothing(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    result = await world.operator.slash(world.channel, "admin check")

    assert "All is well" in text_of(result.response)
    assert "1 added" in text_of(result.response)
    assert "added Ruritania opened a new bridge" in text_of(result.response)
    assert world.library.edition == 1


async def test_a_briefing_written_in_the_form_is_found(world: World) -> None:
    asked = await world.operator.slash(world.channel, "admin add")
    result = await world.operator.submit_modal(
        asked,
        {
            "text": "A bridge was opened in Ruritania.",
            "source": "Reuters https://example.org/1",
            "tags": "roads",
        },
    )

    assert "Edition 2 is in service" in text_of(result.response)
    answer = await world.member.slash(world.channel, "ask", question="bridge in ruritnia")
    assert "Reuters · [link](https://example.org/1)" in text_of(answer.response)


async def test_a_briefing_that_is_there_is_not_added_again(world: World, shelf: Shelf) -> None:
    said = []
    for text in (LINE, f"{LINE} ", shelf.data.joinpath("briefings.txt").read_text().split("\n")[1]):
        asked = await world.operator.slash(world.channel, "admin add")
        result = await world.operator.submit_modal(asked, {"text": text})
        assert not result.followups
        said.append(text_of(result.response))

    assert "added **#15**" in said[0]
    assert "Nothing was added: this is already #15." in said[1]
    assert "Nothing was added: this is already #2." in said[2]
    assert len((shelf.data / "uploads" / "added.jsonl").read_text().splitlines()) == 1


async def test_the_export_gives_the_same_collection_again(world: World, tmp_path: Path) -> None:
    result = await world.operator.slash(world.channel, "admin export")

    (file,) = result.followups[-1].attachments
    path = tmp_path / "again.jsonl"
    path.write_bytes(await file.read())
    found = drafts(path)
    keys = [each.key for each in await exported(world.library)]
    assert [each.key for each in found] == keys
    log = await world.operator.slash(world.channel, "admin log")
    assert "/admin export" in text_of(log.response)


async def test_a_large_export_comes_in_several_files(
    world: World, shelf: Shelf, tmp_path: Path
) -> None:
    texts = (f"Report {number}: " + f"mayor{number % 7} " * 550 for number in range(2_300))
    (shelf.data / "more.txt").write_text("\n".join(texts))
    await world.library.reload(by="test")
    result = await world.operator.slash(world.channel, "admin export")

    files = [file for reply in result.followups for file in reply.attachments]
    assert [file.filename for file in files] == ["edition-2-1.jsonl", "edition-2-2.jsonl"]
    assert all(file.size <= 10_000_000 for file in files)
    for file in files:
        (tmp_path / file.filename).write_bytes(await file.read())
    found = {each.key for file in files for each in drafts(tmp_path / file.filename)}
    assert found == {each.key for each in await exported(world.library)}


async def test_a_reload_names_the_files_that_it_passed_over(world: World, shelf: Shelf) -> None:
    for number in range(7):
        (shelf.data / f"late{number}.csv.part").write_text("text\n")
    told = "Passed over, as they look like copies or unfinished: late0.csv.part"

    for command in ("reload", "status"):
        said = text_of((await world.operator.slash(world.channel, f"admin {command}")).response)
        assert f"-# {told}" in said
        assert "late4.csv.part, +2" in said
    added = await world.operator.slash(world.channel, "admin upload", file=("a.txt", b"It rains."))
    assert "Passed over" not in text_of(added.response)
