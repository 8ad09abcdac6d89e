"""What is read of the entries of a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.readers.reading import drafts, write

if TYPE_CHECKING:
    from pathlib import Path

RSS = """\
<rss version="2.0"><channel><title>Planet</title>
<item><title>One</title><source url="https://example.org/feed">The &amp;amp; Times</source></item>
<item><title>Two</title><source url="https://example.org/feed"/></item>
<item><title>Three</title></item></channel></rss>
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title>
<entry><title>One</title><source><title>The &amp; Times</title></source></entry>
<entry><title>Two</title><source><id>x</id></source></entry>
<entry><title>Three</title></entry></feed>
"""


@pytest.mark.parametrize(("name", "feed"), [("a.rss", RSS), ("a.atom", ATOM)])
def test_an_entry_of_another_feed_has_that_for_its_source(
    tmp_path: Path, name: str, feed: str
) -> None:
    found = drafts(write(tmp_path / name, feed))

    assert [(each.text, each.source) for each in found] == [
        ("One", "The & Times"), ("Two", "Planet"), ("Three", "Planet"),
    ]  # fmt: skip
