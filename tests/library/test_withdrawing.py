"""Withdrawing a briefing keeps it, and its text under any id, out of service."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.editions import Ahead, Change
from bot.errors import Unfit
from bot.library.library import Library
from bot.library.progress import Progress
from bot.library.wanted import Wanted
from bot.model import Briefing, NotInService, Why
from bot.problems import KeptOut
from tests.library.sources import BRIDGE, exported, lines, put

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


pytestmark = pytest.mark.usefixtures("url")


async def test_a_withdrawn_briefing_stays_out_of_reloads_and_rollbacks_until_it_is_readmitted(
    library: Library, shelf: Shelf
) -> None:
    third = await library.briefing(3)
    report = await library.editing.withdraw(3, by="otto")
    assert (report.swapped, library.briefings) == (True, 13)

    put(shelf, *lines(shelf), BRIDGE)
    again = await library.reload(by="test")
    assert library.briefings == 14
    assert again.notes == (KeptOut(1),)
    assert await is_withdrawn(library, 3)

    back = await library.editing.roll_back(1, by="otto")
    assert (library.briefings, back.notes) == (13, (KeptOut(1),))
    await library.reload(by="test")
    assert library.briefings == 14
    assert await is_withdrawn(library, 3)

    readmitted = await library.editing.readmit(3, by="otto")
    assert readmitted.preview == (Change(3, "added", lines(shelf)[2]),)
    assert await library.briefing(3) == third
    assert not (await library.reload(by="test")).swapped
    with pytest.raises(Unfit, match="#3 is not withdrawn"):
        await library.editing.readmit(3, by="otto")


async def is_withdrawn(library: Library, number: int) -> bool:
    found = await library.briefing(number)
    return isinstance(found, NotInService) and found.why is Why.WITHDRAWN


async def test_a_briefing_that_is_committed_and_not_yet_in_service_is_on_its_way(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, *lines(shelf), BRIDGE)
    # As another process does it, or this one until it has the index.
    await library._reloading._maker.make(
        Wanted("x", "r", shelf.data), library._desk.edition, Progress("x")
    )

    assert await library.briefing(15) == NotInService(15, Why.COMING)
    assert await library.briefing(16) is None


def records(shelf: Shelf, *texts: tuple[str, str]) -> None:
    """Write a source of these ids and texts."""
    put(shelf, *(json.dumps({"id": id_, "text": text}) for id_, text in texts), name="ids.jsonl")


async def test_a_text_that_was_withdrawn_does_not_come_back_under_another_id(
    library: Library, shelf: Shelf
) -> None:
    records(shelf, ("m", BRIDGE))
    await library.reload(by="test")
    await library.editing.withdraw(15, by="otto")
    with pytest.raises(Unfit, match="this is #15, which was withdrawn"):
        await library.uploads.add({"text": BRIDGE}, by="test")

    for ids in (["m", "n"], ["c", "m"], ["c"]):
        records(shelf, *((each, BRIDGE) for each in ids))
        await library.reload(by="test", may_remove=1)
        assert library.briefings == 14, ids

    await library.editing.readmit(15, by="otto")
    await library.reload(by="test", may_remove=1)
    assert library.briefings == 15


async def test_what_is_withdrawn_takes_nothing_with_it_that_says_something_else(
    library: Library, shelf: Shelf
) -> None:
    records(shelf, ("m", BRIDGE))
    await library.reload(by="test")
    await library.editing.withdraw(15, by="otto")
    for other in ("c", "z"):
        records(shelf, ("m", "A dam broke."), (other, "A dam broke."))
        await library.reload(by="test", may_remove=1)
        assert (library.briefings, (await exported(library))[-1].key) == (15, other)


async def test_what_was_withdrawn_under_two_ids_is_readmitted_by_either(
    library: Library, shelf: Shelf
) -> None:
    for id_ in ("m", "c"):
        records(shelf, (id_, BRIDGE))
        await library.reload(by="test", may_remove=1)
    await library.editing.withdraw(16, by="otto")
    with pytest.raises(Unfit, match="#15 is withdrawn already"):
        await library.editing.withdraw(15, by="otto")
    report = await library.editing.readmit(15, by="otto")
    assert (report.added, library.briefings) == (1, 15)


async def test_what_a_rollback_left_out_can_be_withdrawn_before_a_reload_takes_it_in_again(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, *lines(shelf), BRIDGE)
    await library.reload(by="test")
    await library.editing.roll_back(1, by="otto")
    await library.editing.withdraw(15, by="otto")
    report = await library.reload(by="test")

    assert (report.swapped, library.briefings) == (False, 14)
    assert report.notes == (KeptOut(1),)
    assert library.edition == 4
    for number, said in ((15, "withdrawn already"), (99, "no briefing #99")):
        with pytest.raises(Unfit, match=said):
            await library.editing.withdraw(number, by="otto")


async def test_what_was_withdrawn_is_known_and_readmitted_however_many_editions_later(
    shelf: Shelf,
) -> None:
    library = await Library.open(replace(shelf, editions=1))
    try:
        third = await library.briefing(3)
        await library.editing.withdraw(3, by="otto")
        for number in range(3):
            put(shelf, *lines(shelf), f"Bridge {number} was opened in Ruritania.")
            await library.reload(by="test")
        with pytest.raises(Unfit, match="this is #3, which was withdrawn"):
            await library.uploads.add({"id": "other", "text": lines(shelf)[2]}, by="test")
        report = await library.editing.readmit(3, by="otto")
        assert (report.added, library.briefings) == (1, 17)
        assert await library.briefing(3) == third
    finally:
        await library.close()


async def test_a_briefing_whose_text_is_no_longer_kept_is_readmitted_by_the_next_reload(
    shelf: Shelf,
) -> None:
    library = await Library.open(replace(shelf, editions=1))
    try:
        seed = lines(shelf)
        for text in (seed[:2] + seed[3:], seed[:2] + seed[3:] + [BRIDGE]):
            put(shelf, *text)
            await library.reload(by="test", may_remove=1)
        await library.editing.withdraw(3, by="otto")
        put(shelf, *seed, BRIDGE)
        assert (await library.reload(by="test")).notes == (KeptOut(1),)
        report = await library.editing.readmit(3, by="otto")
        assert (report.preview, report.ahead, library.briefings) == ((), Ahead(1, 0, 0), 14)
        await library.reload(by="test")
        assert isinstance(await library.briefing(3), Briefing)
    finally:
        await library.close()
