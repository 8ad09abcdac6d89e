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


def test_what_stands_apart_in_an_entry_stands_apart_as_sentences(tmp_path: Path) -> None:
    markup = (
        "<h2>At sea</h2><p>A <b>ferry</b><br>sank.</p><ul><li>Taxes <i>rise</i></li><li>Fees fall"
        "</li></ul><p>&nbsp;</p><table><tr><th>A</th><td>1</td></tr><tr><td>B</td></tr></table>"
    )
    feed = f"<item><description><![CDATA[{markup}]]></description></item>"
    (found,) = drafts(
        write(tmp_path / "a.rss", f'<rss version="2.0"><channel>{feed}</channel></rss>')
    )

    assert found.text == "At sea. A ferry sank. Taxes rise. Fees fall. A 1. B"
