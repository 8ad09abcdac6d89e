"""Read very many broken files: ``make fuzz`` with CASES for each ending.

Whatever is in a file gives briefings and problems, each with its place in one line, and neither an
exception nor a hang. A failure prints the file's bytes. The same seed gives the same files.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.readers import Limits, read
from bot.problems import Problem

if TYPE_CHECKING:
    from bot.model import Draft

LIMITS = Limits(characters=100, line_bytes=200)
_LONGEST_SECONDS = 10.0
_RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>R</title><item><guid>1</guid>\
<title>t</title><link>http://x.org/1</link><pubDate>Sun, 08 Dec 2024 00:00:00 GMT</pubDate>\
<category>c</category><description>&lt;p&gt;x&lt;/p&gt;</description></item></channel></rss>"""
_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>R</title><entry><id>1</id>\
<title>B</title><link href="https://x.org/1"/><updated>2024-12-08T00:00:00Z</updated>\
<category term="r"/><content type="html">A</content></entry></feed>"""
WHOLE = {
    ".txt": "a line\nanother\n",
    ".jsonl": '{"text":"a","date":"2024-12-08","tags":["a"]}\n',
    ".json": '[{"text":"a","url":"http://x.org"},{"text":"b","id":3}]',
    ".csv": 'text,date,tags\n"a, b",2024-12-08,"x;y"\n',
    ".tsv": "text\tid\na\t1\n",
    ".md": "---\ntitle: a\ntags: [x]\n---\nbody\n---\nid: 2\n---\nmore\n",
    ".rss": _RSS,
    ".atom": _ATOM,
    ".xml": _RSS,
}
"""A file without a mistake for every ending."""
_PIECES = [
    *"{}[]\":,;\t\n\r'-#|\\\0éß😀", "\r\n", "---\n", ": ", "- ", "sep=;\n", "text", "id",
    "date", "url", "tags", "null", "true", "NaN", "1e999", "9" * 120, "x" * 300, "2024-12-08",
    "2024-13-45", "Sun, 08 Dec 99999999999 99:99:99 +9999", "https://[::1",
    "https://x.org:99999", "\\ud800", "\\u0000", "\ufeff", "\u202e", "\u200b", "\u2028",
    "\x85", "&a [*a]", "*a", "!!python/object:os.system x", "%YAML 1.1\n", "<item>",
    "</item>", "<entry>", "<title>", "</title>", "<![CDATA[", "]]>", "<![if x", "<!-- ",
    "-->", "<!DOCTYPE x [", "]>", "&x;", "&#0;", "&lt;", "<b>", "<script>", "xml:base='//['",
    "<?xml version='1.0' encoding='utf-16'?>", "<georss:point>1 x</georss:point>",
]  # fmt: skip
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Tally:
    """What reading so many files gave, and the seconds that the slowest took."""

    cases: int
    briefings: int
    problems: int
    slowest: float


class Broken(Exception):
    """A file that was not read as it should be; its bytes are the message."""


def fuzz(suffix: str, cases: int, seed: int = 0) -> Tally:
    """Read so many broken files of one ending; raise `Broken` for the first that goes wrong."""
    rng = random.Random(f"{suffix} {seed}")  # noqa: S311 - to be the same again
    counts = [0, 0]
    slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="attache-fuzz-") as folder:
        path = Path(folder) / f"a{suffix}"
        for _ in range(cases):
            content = broken(rng, WHOLE[suffix])
            path.write_bytes(content)
            started = time.perf_counter()
            try:
                for each in read(path, LIMITS):
                    is_problem = isinstance(each, Problem)
                    counts[is_problem] += 1
                    _check(each, path.name)
            except Exception as error:
                raise Broken(f"{suffix}: {content!r}") from error
            slowest = max(slowest, time.perf_counter() - started)
            if slowest > _LONGEST_SECONDS:
                raise Broken(f"{suffix} took {slowest:.0f} s: {content!r}")
    return Tally(cases, counts[0], counts[1], slowest)


def broken(rng: random.Random, whole: str) -> bytes:
    """Return bytes at random, pieces of all formats at random, or a file with some mistakes."""
    kind = rng.random()
    if kind < 0.15:
        content = rng.randbytes(rng.randrange(200))
    elif kind < 0.4:
        content = "".join(rng.choices(_PIECES, k=rng.randrange(25))).encode()
    else:
        text = whole
        for _ in range(rng.randrange(1, 5)):
            start = rng.randrange(len(text) + 1)
            text = text[:start] + rng.choice(_PIECES) + text[start + rng.choice((0, 0, 1, 3, 20)) :]
        content = text.encode("utf-16" if rng.random() < 0.1 else "utf-8")
        if rng.random() < 0.2:
            place = rng.randrange(len(content))
            content = content[:place] + rng.randbytes(1) + content[place + 1 :]
    return rng.choice(_MARKS) + content if rng.random() < 0.08 else content


def _check(each: Draft | Problem, name: str) -> None:
    assert each.origin.file == name
    if isinstance(each, Problem):
        assert str(each.what)
        assert str(each.remedy)
        said = str(each)
    else:
        assert each.origin.line > 0
        said = each.text
        assert 0 < len(said) <= LIMITS.characters
    assert "\n" not in said
    assert said.encode()


if __name__ == "__main__":
    for ending in WHOLE:
        begun = time.perf_counter()
        found = fuzz(ending, int(sys.argv[1]), seed=time.time_ns())
        print(
            f"{ending}: {found.cases:,} files, {found.briefings:,} briefings, {found.problems:,} "
            f"problems, the slowest {found.slowest * 1000:.0f} ms, "
            f"{time.perf_counter() - begun:.0f} s",
            flush=True,
        )
