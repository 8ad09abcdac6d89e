"""Going back to editions, withdrawing briefings, and letting them in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.chat.reading import id_of, labels_of, press, text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

LINE = "Ruritania opened a new bridge over the river in spring.\n"


async def test_editions_changes_log_rollback_and_withdrawal(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    await world.operator.slash(world.channel, "admin reload")
    asked = await world.operator.slash(world.channel, "admin withdraw", number=15)
    assert "Withdraw briefing #15?" in text_of(asked.response)
    assert LINE.strip() in text_of(asked.response)
    assert world.library.edition == 2
    done = await press(world.operator, asked.response, "Withdraw it")
    assert "removed **#15** Ruritania" in text_of(done)
    back = await world.operator.slash(world.channel, "admin readmit", number=15)
    assert "added **#15** Ruritania" in text_of(back.response)

    async def said(command: str, **given: int) -> str:
        result = await world.operator.slash(world.channel, f"admin {command}", **given)
        return text_of(result.response)

    assert "**4** (in service)" in await said("editions")
    assert "removed **#15** Ruritania" in await said("changes", edition=3)
    assert "added **#15** Ruritania" in await said("changes")
    assert "Edition 99 is not kept" in await said("changes", edition=99)
    assert "withdraw #15" in await said("log")
    assert "#15 is not withdrawn" in await said("readmit", number=15)
    assert "Edition 99 is not kept" in await said("rollback", edition=99)
    assert "no briefing #99" in await said("withdraw", number=99)


async def test_what_was_agreed_to_takes_the_place_of_the_question(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    await world.operator.slash(world.channel, "admin reload")
    asked = (await world.operator.slash(world.channel, "admin withdraw", number=15)).response
    done = await press(world.operator, asked, "Withdraw it")

    # Else "Cancel" would stand there still, and tell that nothing was changed.
    assert asked is not None
    assert done.id == asked.id
    assert "removed **#15** Ruritania" in text_of(asked)
    assert not labels_of(asked)


async def test_a_rollback_lists_what_it_did_and_says_what_the_next_reload_undoes(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    await world.operator.slash(world.channel, "admin reload")
    result = await world.operator.slash(world.channel, "admin rollback", edition=1)

    said = text_of(result.response)
    assert "Edition 3 is in service" in said
    assert "removed **#15** Ruritania" in said
    assert "The files still hold 1 briefing that this edition lacks; the next reload takes" in said


async def test_a_withdrawal_is_left_where_nobody_agrees_or_the_text_is_another_by_then(
    world: World, shelf: Shelf
) -> None:
    record = '{"id": "bridge", "text": "A bridge was opened."}'
    (shelf.data / "more.jsonl").write_text(record)
    await world.library.reload(by="test")
    left = (await world.operator.slash(world.channel, "admin withdraw", number=15)).response
    assert left is not None
    await world.operator.click(left, custom_id=id_of(left, "Cancel"))
    assert "Nothing was changed." in text_of(left)

    asked = (await world.operator.slash(world.channel, "admin withdraw", number=15)).response
    (shelf.data / "more.jsonl").write_text(record.replace("opened", "closed"))
    await world.library.reload(by="test")
    anew = await press(world.operator, asked, "Withdraw it")
    assert "A bridge was closed." in text_of(anew)
    assert world.library.edition == 3
    assert "is in service" in text_of(await press(world.operator, anew, "Withdraw it"))
    assert world.library.briefings == 14
