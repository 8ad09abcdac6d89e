"""A briefing written in a form with a mistake in it is given back, and mended in the form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.chat.reading import id_of, planted, text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

WRITTEN = {
    "text": "A bridge was opened in Ruritania.",
    "title": "The bridge",
    "date": "31.12.2026",
    "source": "Reuters https://example.org/1",
    "tags": "roads, bridges",
}


def filled(modal: dict[str, Any]) -> dict[str, str]:
    """Return what a form is filled in with, by field."""
    fields = (label["component"] for label in modal["components"])
    return {field["custom_id"]: field["value"] for field in fields if field.get("value")}


async def refused(world: World, **written: str) -> Any:
    """Send the form with a date that is none; return what is answered."""
    asked = await world.operator.slash(world.channel, "admin add")
    result = await world.operator.submit_modal(asked, {**WRITTEN, **written})
    assert not result.followups
    return result.response


async def test_one_message_says_what_is_wrong_and_gives_back_what_was_written(
    world: World, shelf: Shelf
) -> None:
    given_back = await refused(world)

    said = text_of(given_back)
    assert "Not added\nPlease fix this:\n- **the briefing** " in said
    assert "Correct the record" not in said
    assert "**/admin upload**" in said
    (file,) = given_back.attachments
    assert file.filename == "briefing.jsonl"
    assert json.loads(await file.read())["text"] == WRITTEN["text"]
    assert not (shelf.data / "uploads").exists()


async def test_the_form_opens_again_as_it_was_filled_in(world: World) -> None:
    given_back = await refused(world)

    form = await world.operator.click(given_back, custom_id=id_of(given_back, "Mend it"))

    assert form.modal is not None
    assert filled(form.modal) == WRITTEN
    result = await world.operator.submit_modal(form, {**WRITTEN, "date": "2026-12-31"})
    assert "Edition 2 is in service" in text_of(result.response)
    answer = await world.member.slash(world.channel, "ask", question="bridge in ruritnia")
    assert "Reuters · [link](https://example.org/1)" in text_of(answer.response)


async def test_a_full_form_opens_again_with_all_of_it(world: World) -> None:
    tags = ",".join(["ab"] * 166)
    source = "Reuters https://example.org/2"
    given_back = await refused(world, tags=tags, source=f"https://example.org/1 {source}")

    form = await world.operator.click(given_back, custom_id=id_of(given_back, "Mend it"))

    assert form.modal is not None
    assert filled(form.modal)["tags"] == tags
    assert filled(form.modal)["source"] == f"{source} https://example.org/1"


async def test_half_a_character_is_told_of_and_left_out_of_what_is_given_back(
    world: World,
) -> None:
    given_back = await refused(world, date="2026-12-31", text="A bridge \ud83d was opened.")

    said = text_of(given_back)
    assert 'The field "text" has half a character in it, in place 10' in said
    form = await world.operator.click(given_back, custom_id=id_of(given_back, "Mend it"))
    assert form.modal is not None
    assert filled(form.modal)["text"] == "A bridge  was opened."
    (file,) = given_back.attachments
    assert json.loads(await file.read())["text"] == "A bridge  was opened."


async def test_what_was_withdrawn_is_told_with_the_command_that_lets_it_in_again(
    world: World,
) -> None:
    await world.library.uploads.add({"text": WRITTEN["text"]}, by="test")
    await world.library.editing.withdraw(15, by="test")

    said = text_of(await refused(world, date="2026-12-31"))

    assert "this is #15, which was withdrawn" in said
    assert "edition; **/admin readmit** lets it in again." in said


async def test_after_a_restart_the_file_is_what_is_left(world: World) -> None:
    given_back = await refused(world)
    await world.restart()

    result = await world.operator.click(given_back, custom_id=id_of(given_back, "Mend it"))

    assert result.modal is None
    assert "I do not remember this form any more" in text_of(result.response)
    assert result.ephemeral


async def test_only_who_runs_the_bot_sees_what_was_written(world: World) -> None:
    given_back = await refused(world)

    custom_id = id_of(given_back, "Mend it")
    forged = await planted(world, custom_id)

    result = await world.moderator.click(forged, custom_id=custom_id)

    assert result.modal is None
    assert "This is for whoever runs the bot" in text_of(result.response)
