"""Each format gives the same briefings, and says where it is wrong."""

from __future__ import annotations

import html
import json
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from bot.library.readers import Limits, read
from bot.library.readers.html_text import plain_text
from bot.library.readers.values import clean
from bot.model import Draft
from bot.problems import Problem

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


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.md", "a.rss"])
def test_every_format_may_be_utf_16(tmp_path: Path, name: str) -> None:
    plain = found_in(tmp_path / name, FORMATS[name])
    wide = found_in(tmp_path / name, FORMATS[name].encode("utf-16"))

    assert wide == plain


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.md", "a.rss"])
def test_a_byte_that_is_no_text_is_named_by_its_place(tmp_path: Path, name: str) -> None:
    wrong = FORMATS[name].encode().replace(b"bridge", b"br\xffdge")

    said = problem_in(tmp_path / name, wrong)
    assert f"Byte {wrong.index(0xFF) + 1} of the file is not UTF-8." in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", '{"text": "a"}', "a.json:1: It holds no list."),
        ("a.json", '[{"text": "a"}', "a.json:1: The list is not closed"),
        ("a.json", '[{"text": "a"}] 5', "a.json:1: Something stands after the end of the list"),
        ("a.json", '[{"text": "a"}\n{"text": "b"}]', "a.json:2: A comma is missing before this"),
        ("a.json", '[{"text": "a"},\n\n{"text": ]', "a.json:3: Here the file stops being JSON"),
        ("a.json", '[\n{"text": "a"}\n\n', "a.json:2: The list is not closed"),
        ("a.json", '[\n{"text": "a"}\n,\n\n', "a.json:3: The list is not closed"),
        ("a.json", '[\n{"text": "a"},\n\n]', "a.json:2: Nothing stands after this comma"),
        (
            "a.json",
            '[\n{"text": "a"},\n{"text": "b"\n"date": 1\n}]',
            "a.json:3: Here the file stops being JSON: a comma is missing on line 4",
        ),
        (
            "a.json",
            '[\n{"text": "a"},\n{"text": "b",\n"date":\n\n\n',
            "a.json:3: Here the file stops being JSON: a text in quotation marks, a list or an "
            "object is missing on line 4",
        ),
        ("a.json", '[{"text":\n"a"},\n5]', "a.json:3: Record 2: A record must be an object"),
        ("a.json", '[{"text": "' + "x" * 200_000 + '"}]', "a.json:1: Record 1 is longer than"),
        ("a.json", '[{"text": ' + "[" * 9_000, "a.json:1: Lists and objects stand too deep"),
        ("a.json", '[{"text": "a", "id": ' + "9" * 5_000 + "}]", 'The field "id" must be a text'),
        ("a.csv", "id,title\n1,2\n", 'a.csv:1: The first line has no column "text".'),
        ("a.csv", "text,txet\n1,2\n", 'a.csv:1: The column "txet" is unknown.'),
        ("a.csv", 'text,"a\nb"\n1,2\n', 'a.csv:1: The column "a b" is unknown.'),
        ("a.csv", "text,text\n1,2\n", "a.csv:1: A column stands there twice."),
        ("a.csv", "text,id\nfine,1\none,2,3\n", "a.csv:3: The row has 3 cells, the header 2."),
        ("a.csv", "text,id\nfine\n", "a.csv:2: The row has 1 cell, the header 2."),
        ("a.csv", 'text\n"open\n', "a.csv:2: A quotation mark is opened here and never"),
        ("a.csv", 'text,id\nfine,1\n"a"b,2\n', "a.csv:3: Something stands here after"),
        ("a.csv", "text,id\n" + '"\n",' * 9_000, "a.csv:2: The row is longer than 10,000 char"),
        ("a.csv", "text,,id\nfine,,1\no,2,3\n", "a.csv:3: Something stands in column 2, which has"),
        ("a.csv", 'text,date\n"one\ntwo",\n"x\ny",soon\n', 'a.csv:4: The field "date" must be'),
        ("a.csv", "text\n" + "x" * 20_000, "a.csv:2: The row is longer than"),
        ("a.csv", "text,date\nx,yesterday\n", 'a.csv:2: The field "date" must be a date'),
        ("a.md", "---\ntitle: [\n---\ntext\n", "a.md:2: The front matter cannot be read"),
        ("a.md", "---\ntitle: a\nauthor: b\n---\ntext\n", 'The field "author" is unknown'),
        ("a.md", "---\ntitle: a\n---\n\n", 'a.md:2: The field "text" must not be empty'),
        ("a.md", "---\ndate: 2024-13-45\n---\nx\n", 'a.md:2: The field "date"'),
        (
            "a.md", "---\nsource: Gazette\ndate: 2026-01-01\nThe ferry sank.\n",
            'a.md:2: The front matter that begins with "source:" is not closed by a line of ---.',
        ),
        ("a.md", "One.\n---\n\ntags: sea\nTwo.\n", "a.md:4: The front matter that begins with"),
        ("a.md", "# " + "*a* " * 8_001 + "\n", "a.md:1: It has more than 32,000 characters"),
        ("a.rss", "<rss><channel>", "a.rss:1: This is no XML"),
        ("a.xml", "<html><body/></html>", "a.xml: The file is XML, but no feed."),
        (
            "a.rss",
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "a.rss: It declares a document type",
        ),
        ("a.rss", RSS.replace("https://", "ftp://"), 'a.rss:3: Entry 1: The field "url" must'),
        ("a.rss", RSS.replace("UTF-8", "ISO-8859-1").encode() + b"\xe4", "a.rss:9: Byte 503 of"),
        ("a.md", "---\ntitle: " + "x " * 30_000 + "\n---\ntext\n", "a.md:2: The front matter is"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    assert said in problem_in(tmp_path / name, content)


@pytest.mark.parametrize("ending", sorted({name[2:] for name in FORMATS} | {"txt"}))
@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf", "\n".encode("utf-16")])
def test_an_empty_file_is_called_that_in_every_format(
    tmp_path: Path, ending: str, content: bytes
) -> None:
    name = f"a.{ending}"

    assert problem_in(tmp_path / name, content).startswith(f"{name}: The file holds no briefing.")


_CUT_SHORT = [
    ("a.json", b'[{"text": "one"}, {"text": "tw'),
    ("a.json", b'[{"text": "one"}, {text: "two"}]'),
    ("a.json", b'[{"text": "one"}] {"text": "two"}'),
    ("a.json", b'{"text": "one"}'),
    ("a.json", b'[{"text": "one"}, {"text": "%b"}]' % (b"two " * 60_000)),
    ("a.csv", b'text\none\n"two" and three\nfour\n'),
    ("a.csv", b'text\none\n"two\nthree\n'),
    ("a.csv", b"text\none\n%b\nthree\n" % (b"two " * 3_000)),
    ("a.csv", b"txet\none\n"),
    ("a.tsv", "text\none\ncaf\u00e9\n".encode("latin-1")),
    ("a.md", b"one\n---\ntwo\0\n"),
    ("a.txt", "one".encode("utf-32")),
    ("a.txt", b"\xff\xfeo\0n\0e"),
    ("a.jsonl", b"PK\x03\x04\0\0"),
    ("a.rss", b'<rss version="2.0"><channel><item><title>one</title>'),
    ("a.atom", b"<!DOCTYPE feed [<!ENTITY a 'one'>]><feed/>"),
    ("a.xml", b"<html><p>one</p></html>"),
]


@pytest.mark.parametrize(
    ("name", "content"), _CUT_SHORT, ids=[f"{n}-{name}" for n, (name, _) in enumerate(_CUT_SHORT)]
)
def test_where_reading_stops_it_is_said_that_something_was_not_read(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (problem,) = (each for each in found_in(tmp_path / name, content) if isinstance(each, Problem))
    assert problem.unread


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"txet": "one"}, {"text": "two"}]'),
        ("a.jsonl", '{\n{"text": "two"}'),
        ("a.jsonl", '{"text": "one\0"}\n{"text": "two"}'),
        ("a.csv", "text,id\none,2,3\ntwo,2"),
        ("a.md", "---\ntitle: [\n---\none\n---\ntwo\n"),
        ("a.txt", "x" * 20_000 + "\ntwo\n"),
        ("a.rss", RSS.replace("https://", "ftp://")),
    ],
)
def test_a_record_that_is_wrong_lets_the_others_be_read(
    tmp_path: Path, name: str, content: str
) -> None:
    problem, draft = found_in(tmp_path / name, content)
    assert isinstance(problem, Problem)
    assert isinstance(draft, Draft)
    assert not problem.unread


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


def test_front_matter_may_be_capitalised(tmp_path: Path) -> None:
    text = "---\nTitle: Bridge\nDATE: 2026-01-02\nTags: roads, rivers\n---\nA bridge opened.\n"
    (found,) = found_in(tmp_path / "a.md", text)

    assert isinstance(found, Draft)
    assert (found.title, found.date, found.text) == ("Bridge", "2026-01-02", "A bridge opened.")
    assert found.tags == ("roads", "rivers")


def test_capitalised_words_among_others_are_text(tmp_path: Path) -> None:
    text = "One.\n---\nSource: a spring.\nMouth: the sea.\n---\nTwo.\n"

    assert [each.text for each in found_in(tmp_path / "a.md", text) if isinstance(each, Draft)] == [
        "One.", "Source: a spring. Mouth: the sea.", "Two.",
    ]  # fmt: skip


def test_what_looks_like_a_field_and_is_none_may_stand_last(tmp_path: Path) -> None:
    for text in ("One.\n---\nNote: it rains.\n", "source: the sea\n"):
        assert all(isinstance(each, Draft) for each in found_in(tmp_path / "a.md", text))


@pytest.mark.parametrize(
    ("marked", "title", "text"),
    [
        ("# The *old* ferry\n\nIt **sank** [off Tula](https://x.example).", "The old ferry",
         "It sank off Tula."),
        ("---\ntitle: Sea\n---\n# Ferry\nIt sank.", "Sea", "Ferry. It sank."),
        ("# Ferry", None, "Ferry"),
        ("Aboard:\n\n- *cars*\n- a `tram`\n  1. one\n  2. two", None,
         "Aboard: cars. a tram. 1. one. 2. two"),
        ("1947\\. A year.", None, "1947. A year."),
        ("1947. A year.", None, "1947. A year."),
        ("One\nline &amp; ![a ferry](f.png)\n\nTwo", None, "One line & a ferry. Two"),
        ("| ship | sank |\n|---|---|\n| A | 1947 |", None, "ship, sank. A, 1947"),
        ("H<sub>2</sub>O<br>is <!-- not --> wet.\n\n<div>The <b>sea</b></div>", None,
         "H2O is wet. The sea"),
        ("> Said [she][1]: ~~no~~ yes\n\n```\nx = 1\n```\n\n[1]: https://x.example", None,
         "Said she: no yes. x = 1"),
        ("5 * 3 * 2 is snake_case_30, she said", None, "5 * 3 * 2 is snake_case_30, she said"),
    ],
)  # fmt: skip
def test_markdown_becomes_the_text_that_its_reader_sees(
    tmp_path: Path, marked: str, title: str | None, text: str
) -> None:
    (found,) = found_in(tmp_path / "a.md", marked)

    assert isinstance(found, Draft)
    assert (found.title, found.text) == (title, text)


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "[a](", "- ", "> ", "|\n|-", "a\n\n", "<a "])
def test_markdown_of_any_length_and_kind_is_no_trap(tmp_path: Path, piece: str) -> None:
    for count in (30_000, 300_000):
        (found,) = found_in(tmp_path / "a.md", "x " + piece * (count // len(piece)))
        assert isinstance(found, Draft | Problem)


def test_a_heading_of_any_length_is_no_trap(tmp_path: Path) -> None:
    heading = f"# Bridge{' ' * 200_000}opened {'# ' * 100_000}|##"
    (found,) = found_in(tmp_path / "a.md", f"# Bridge{' ' * 200_000}opened  ##\nA bridge.\n")
    (refused,) = found_in(tmp_path / "a.md", f"{heading}\nA bridge.\n")

    assert isinstance(found, Draft)
    assert (found.title, found.text) == ("Bridge opened", "A bridge.")
    assert 'The field "title" must have at most 500 characters' in str(refused)


def test_a_feed_never_reaches_out(tmp_path: Path) -> None:
    content = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss version="2.0"/>'

    assert "It declares a document type" in problem_in(tmp_path / "a.rss", content)


def test_a_large_list_is_read_an_item_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" + ",".join(['{"text": "%s"}' % ("x" * 1000)] * 20_000) + "]")

    tracemalloc.start()
    assert sum(isinstance(each, Draft) for each in read(path)) == 20_000
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_tables_may_be_parted_by_semicolons_as_spreadsheets_write_them(tmp_path: Path) -> None:
    for first in ("", "sep=;\n"):
        (found,) = found_in(tmp_path / "a.csv", f'{first}text;date\n"a, b";2024-12-08\n')

        assert isinstance(found, Draft)
        assert (found.text, found.date) == ("a, b", "2024-12-08")
        assert found.origin.line == 2 + bool(first)


def test_an_item_on_several_lines_is_named_by_the_first_of_them(tmp_path: Path) -> None:
    records = json.dumps([{"text": f"{number}" * 30_000} for number in range(9)], indent=2)
    (tmp_path / "a.json").write_text(records)
    found = list(read(tmp_path / "a.json", Limits(characters=30_000)))

    assert [each.origin.line for each in found] == list(range(2, 29, 3))
    assert all(isinstance(each, Draft) for each in found)


@pytest.mark.parametrize("piece", ["<a ", "<![", "<!--", "<div>", "&", "<a b='", "</"])
def test_html_of_any_length_and_kind_is_no_trap(tmp_path: Path, piece: str) -> None:
    for count in (60_000, 600_000):
        markup = html.escape(piece * (count // len(piece)))
        entry = f"<item><description>{markup}x</description></item>"
        text = f'<rss version="2.0"><channel>{entry}</channel></rss>'
        (found,) = found_in(tmp_path / "a.rss", text)
        assert found.origin.line == 1
        assert isinstance(found, Draft | Problem)


def test_html_becomes_the_text_that_its_reader_sees() -> None:
    markup = "<p>One<br>two &lt;3 &amp;amp; <b>bo</b>ld</p><!-- no --><style>x</style><li>three"

    assert clean(plain_text(markup)) == "One two <3 &amp; bold three"


def test_a_csv_may_have_tabs_and_names_of_fields_any_case(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Text\tDate\nRain, in Ruritania; at last.\t2024-12-08\n")
    (tmp_path / "b.jsonl").write_text('{"Text": "Snow fell.", "DATE": "2024-12-09"}')
    (tmp_path / "c.json").write_text('[{"TEXT": "Fog lay.", "Date": "2024-12-10"}]')
    found = [each for each in read(tmp_path) if isinstance(each, Draft)]

    assert [(each.text, each.date) for each in found] == [
        ("Rain, in Ruritania; at last.", "2024-12-08"), ("Snow fell.", "2024-12-09"),
        ("Fog lay.", "2024-12-10"),
    ]  # fmt: skip
