"""What a reader sees of Markdown, and what is a heading in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.readers.reading import drafts, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_footnote_stands_apart_and_its_mark_is_none_of_the_text(tmp_path: Path) -> None:
    text = (
        "They met in Berlin[^1], and in Rome.[^two] [^1] is where.\n\n"
        "[^1]: https://example.org/berlin\n[^two]: As Reuters says.[^1]\n"
    )
    (found,) = drafts(write(tmp_path / "a.md", text))

    assert found.text == (
        "They met in Berlin, and in Rome. is where. https://example.org/berlin. As Reuters says."
    )
