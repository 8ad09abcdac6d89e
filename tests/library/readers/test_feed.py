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


def _entry(path: Path, title: str, markup: str) -> tuple[str, str | None]:
    """Return the text and the title of an entry of a feed."""
    item = f"<item><title>{title}</title><description><![CDATA[{markup}]]></description></item>"
    feed = f'<rss version="2.0"><channel><title>Site</title>{item}</channel></rss>'
    (found,) = drafts(write(path / "a.rss", feed))
    return found.text, found.title


@pytest.mark.parametrize(
    "footer",
    [
        'The post <a href="https://x.org/1">Sea &amp; rain</a> appeared first on <a>St. Ives</a>.',
        "Der Beitrag Sea &amp; rain erschien zuerst auf Site.",
        "L’article <a>Sea &#038; rain</a> est apparu en premier sur example.org.",
        "La entrada <a>Sea &#038; rain</a> se publicó primero en <a>Site</a>.",
        "Запись <a>Sea &amp; rain</a> впервые появилась на Site.",
    ],
)
def test_a_last_paragraph_that_only_tells_where_an_entry_stood_first_is_left_out(
    tmp_path: Path, footer: str
) -> None:
    title = "Sea &amp; rain"

    found = _entry(tmp_path, title, f"<p>It rains at sea</p>\n<p>{footer}</p>\n")
    assert found == ("It rains at sea", "Sea & rain")
    assert _entry(tmp_path, title, f"<p>{footer}</p>") == ("Sea & rain", None)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The post Rain appeared first on Site.</p><p>It rains.</p>",
        "<p>It rains.</p><p>The post Snow appeared first on Site.</p>",
        "<p>It rains.</p><p>The post Rain appeared first on Site. It was withdrawn.</p>",
        "<p>It rains. The post Rain appeared first on Site.</p>",
    ],
)
def test_what_is_not_the_last_paragraph_or_of_another_title_stays(
    tmp_path: Path, markup: str
) -> None:
    assert "appeared first on Site." in _entry(tmp_path, "Rain", markup)[0]
