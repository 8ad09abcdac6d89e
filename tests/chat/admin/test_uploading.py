"""``/admin upload``: what becomes a source, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chat.reading import text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


def attached(name: str, content: str) -> tuple[str, bytes]:
    """Return a file as it is attached to a command."""
    return name, content.encode()


async def test_an_uploaded_file_becomes_a_source(world: World, shelf: Shelf) -> None:
    result = await world.operator.slash(
        world.channel,
        "admin upload",
        file=attached("news.csv", "text,date\nIt rains.,2024-12-08\n"),
    )

    assert "Edition 2 is in service\nadded **#15** It rains." in text_of(result.response)
    assert (shelf.data / "uploads" / "news.csv").is_file()
    assert "It rains." in text_of(
        (await world.member.slash(world.channel, "ask", question="rains")).response
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("news.csv", "txt\nIt rains.\n", 'no column "text"'),
        ("news.exe", "x", "is no source of briefings"),
        ("../../etc.jsonl", "{", "This is not JSON"),
    ],
)
async def test_a_wrong_upload_leaves_no_trace(
    world: World, shelf: Shelf, name: str, content: str, said: str
) -> None:
    result = await world.operator.slash(world.channel, "admin upload", file=attached(name, content))

    assert said in text_of(result.response)
    assert not (shelf.data / "uploads").exists()
    assert world.library.edition == 1


async def test_an_upload_that_is_refused_for_another_file_leaves_no_trace(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "broken.jsonl").write_text("{")
    result = await world.operator.slash(
        world.channel, "admin upload", file=attached("news.txt", "It rains.")
    )

    said = text_of(result.response)
    assert "Not added\nIt does not go with the other sources" in said
    assert "broken.jsonl:1" in said
    assert not (shelf.data / "uploads").exists()
