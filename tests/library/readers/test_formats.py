"""Each format gives the same briefings, and says where it is wrong."""

from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from bot.library.readers import Limits, read
from bot.model import Draft, Problem

if TYPE_CHECKING:
    from pathlib import Path

RECORDS: list[dict[str, object]] = [
    {
        "id": "b1", "text": "A bridge opened.", "title": "Bridge", "date": "2024-12-08",
        "source": "Reuters", "url": "https://example.org/1", "tags": ["roads", "Ruritania"],
    },
    {"id": "b2", "text": "Rain, and more rain."},
]  # fmt: skip

CSV = """\
id,Text,title,date,source,url,tags
b1,A bridge opened.,Bridge,2024-12-08,Reuters,https://example.org/1,roads; Ruritania
b2,"Rain,
and more rain.",,,,,
"""
MARKDOWN = """\
---
id: b1
title: Bridge
date: 2024-12-08
source: Reuters
url: https://example.org/1
tags: [roads, Ruritania]
---

A bridge
opened.

---
id: b2
---
Rain, and more rain.
"""
RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Reuters</title>
<item><guid>b1</guid><title>Bridge</title><link>https://example.org/1</link>
<pubDate>Sun, 08 Dec 2024 00:00:00 GMT</pubDate><category>roads</category>
<category>Ruritania</category>
<description>&lt;p&gt;A &lt;b&gt;bridge&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt; opened.&lt;/p&gt;\
</description></item>
<item><guid>b2</guid><description>Rain, and&lt;br/&gt;more rain.</description></item>
</channel></rss>
"""
ATOM = """\
<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Reuters</title>
<entry><id>b1</id><title>Bridge</title><link href="https://example.org/1"/>
<updated>2024-12-08T00:00:00Z</updated><category term="roads"/><category term="Ruritania"/>
<content type="html">A bridge opened.</content></entry>
<entry><id>b2</id><summary>Rain, and more rain.</summary></entry>
</feed>
"""
FORMATS = {
    "a.json": json.dumps(RECORDS),
    "a.jsonl": "\n".join(map(json.dumps, RECORDS)),
    "a.csv": CSV,
    "a.tsv": "\t".join(RECORDS[0])
    + "\n"
    + "\t".join(["b1", "A bridge opened.", "Bridge", "2024-12-08", "Reuters"])
    + "\thttps://example.org/1\troads,Ruritania\nb2\tRain, and more rain."
    + "\t" * 5
    + "\n",
    "a.md": MARKDOWN,
    "a.rss": RSS,
    "a.xml": RSS,
    "a.atom": ATOM,
}


def found_in(path: Path, content: str | bytes) -> list[Draft | Problem]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read(path, Limits(line_bytes=10_000)))


def problem_in(path: Path, content: str | bytes) -> str:
    problems = [each for each in found_in(path, content) if isinstance(each, Problem)]
    assert problems
    return str(problems[0])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_briefings(tmp_path: Path, name: str) -> None:
    first, second = found_in(tmp_path / name, FORMATS[name])

    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert (first.key, first.text, first.title) == ("b1", "A bridge opened.", "Bridge")
    assert first.date in {"2024-12-08", "2024-12-08T00:00:00Z"}
    assert (first.source, first.url) == ("Reuters", "https://example.org/1")
    assert first.tags == ("roads", "Ruritania")
    assert (second.key, second.text) == ("b2", "Rain, and more rain.")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.md"])
def test_every_format_may_be_utf_16(tmp_path: Path, name: str) -> None:
    plain = found_in(tmp_path / name, FORMATS[name])
    wide = found_in(tmp_path / name, FORMATS[name].encode("utf-16"))

    assert wide == plain


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.md"])
def test_a_byte_that_is_no_text_is_named_by_its_place(tmp_path: Path, name: str) -> None:
    wrong = FORMATS[name].encode().replace(b"bridge", b"br\xffdge")

    said = problem_in(tmp_path / name, wrong)
    assert f"Byte {wrong.index(0xFF) + 1} of the file is not UTF-8." in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", '{"text": "a"}', "a.json:0: It holds no list."),
        ("a.json", '[{"text": "a"}, {"text": ]', "a.json:2: Here the file stops being JSON"),
        ("a.json", '[{"text": "a"}, 5]', "a.json:2: A record must be an object"),
        ("a.json", '[{"text": "' + "x" * 200_000 + '"}]', "a.json:1: The record is longer than"),
        ("a.csv", "id,title\n1,2\n", 'a.csv:1: The first line has no column "text".'),
        ("a.csv", "text,txet\n1,2\n", 'a.csv:1: The column "txet" is unknown.'),
        ("a.csv", "text,text\n1,2\n", "a.csv:1: A column stands there twice."),
        ("a.csv", "text,id\nfine,1\none,2,3\n", "a.csv:3: The row has 3 cells, the header 2."),
        ("a.csv", 'text\n"open\n', "a.csv:2: Unexpected end of data"),
        ("a.csv", "text\n" + "x" * 20_000, "a.csv:2: The line is longer than"),
        ("a.csv", "text,date\nx,yesterday\n", 'a.csv:2: The field "date" must be a date'),
        ("a.md", "---\ntitle: [\n---\ntext\n", "a.md:2: The front matter cannot be read"),
        ("a.md", "---\ntitle: a\nauthor: b\n---\ntext\n", 'The field "author" is unknown'),
        ("a.md", "---\ntitle: a\n---\n\n", 'a.md:2: The field "text" must not be empty'),
        ("a.md", "---\ndate: 2024-13-45\n---\nx\n", 'a.md:2: The field "date"'),
        ("a.rss", "<rss><channel>", "a.rss:1: This is no XML"),
        ("a.xml", "<html><body/></html>", "a.xml:0: The file is XML, but no feed."),
        (
            "a.rss",
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "a.rss:0: Its declaration is not allowed",
        ),
        ("a.rss", RSS.replace("https://", "ftp://"), 'a.rss:1: The field "url" must be'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    assert said in problem_in(tmp_path / name, content)


def test_markdown_without_front_matter_is_one_briefing_a_part(tmp_path: Path) -> None:
    text = "# Bridge\n\nA bridge opened.\n\n---\n\nNote: it rains.\n---\n\nThe end.\n"
    found = found_in(tmp_path / "a.md", text)

    assert all(isinstance(each, Draft) for each in found)
    drafts = [each for each in found if isinstance(each, Draft)]
    assert [(each.title, each.text, each.origin.line) for each in drafts] == [
        ("Bridge", "A bridge opened.", 1),
        (None, "Note: it rains.", 7),
        (None, "The end.", 10),
    ]


def test_a_feed_never_reaches_out(tmp_path: Path) -> None:
    content = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss version="2.0"/>'

    assert "is not allowed" in problem_in(tmp_path / "a.rss", content)


def test_a_large_list_is_read_an_item_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" + ",".join(['{"text": "%s"}' % ("x" * 1000)] * 20_000) + "]")

    tracemalloc.start()
    assert sum(isinstance(each, Draft) for each in read(path)) == 20_000
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
