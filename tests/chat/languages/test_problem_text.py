"""What is wrong in a file is told in the language of whoever handed it in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.chat.languages.languages import NAMES, Languages
from bot.chat.languages.problem_text import problem_text, sentence
from bot.library.readers import Limits, read
from bot.model import Origin, Problem
from tests.chat.languages.test_languages import speak
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.conftest import World

TEXT = '{"text": "x"}'
BROKEN: dict[str, list[str | bytes]] = {
    "jsonl": [
        "{", "7", '{"text": 7}', '{"title": "x"}', '{"text": ""}', '{"text": "x" "id": 1}',
        '{"text": "x", "tags": "y"}', '{"text": "x", "date": "soon"}', '{"text": "x", "url": "y"}',
        '{"text": "x", "url": "http://y/ z"}', '{"text": "x", "odd": 1}', '{"text": "x\ty"}',
        '{"text": "x\\y"}', r'{"text": "\ud83d"}', '{text: "x"}', '{"text": "x",}', TEXT + TEXT,
        '{"text": 01}', "[" * 900,
        '{"text": "x", "title": "' + "y" * 501 + '"}', b'{"text": "\xff"}', b"\0", b"\xff\xfe\0\0",
        '{"text": "' + "y" * 200 + '"}', '{"text": "' + "y" * 9_000 + '"}', f'{TEXT}\n{{"text"',
        '{"text": "x", "tags": [' + '"y",' * 60 + '"z"]}', '{"text": 7, "title": 7, "id": ""}',
        b"PK\x03\x04", b"%PDF-1", b"\x1f\x8b", b"\xfd7zXZ\0", b"SQLite format 3\0", "",
    ],
    "json": [
        "", "{}", f"[{TEXT}", f"[{TEXT},]", f"[{TEXT}] x", f"[{TEXT} {TEXT}]", f"[{TEXT},\n x]",
        "[7]", r'[{"text": "\ud83d"}]', '[{"text": "x]', "[" * 100_000,
        f"[{TEXT}, " + '{"text": "' + "y" * 9_000 + '"}]',
        b"\xff",
    ],
    "csv": [
        "", "title\nx", "text,\nx,y", "text,text\nx,y", "text,odd\nx,y", "text,id\nx",
        "text\nx,y,z", 'text\n"x', 'text\n"x"y', "text\n" + "y" * 9_000, "text,date\nx,soon",
    ],
    "md": [
        "---\ntext: x\n---\ny", "---\ntitle: x\n", "---\ntitle: [\n---\nx", "y" * 3_000,
        "---\ntitle: " + "x" * 50_001 + "\n---\ny",
    ],
    "rss": [
        "x", "<x/>", '<!DOCTYPE x [<!ENTITY y "z">]><rss/>',
        "<rss version='2.0'><channel><item><title></title></item></channel></rss>",
        f"<rss version='2.0'><channel><item><title>{'y' * 4_000}</title></item></channel></rss>",
    ],
    "docx": ["x"],
}  # fmt: skip
_ENGLISH = re.compile(r"\b(the|is|it|must|has|have|and|or|not|of|with|more|than|no)\b")


@pytest.mark.parametrize(
    ("ending", "content"),
    [(ending, each) for ending, contents in BROKEN.items() for each in contents],
    ids=lambda value: repr(value)[:24],
)
def test_every_mistake_in_a_file_is_told_in_german(
    tmp_path: Path, ending: str, content: str | bytes
) -> None:
    path = tmp_path / f"broken.{ending}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    limits = Limits(characters=100, line_bytes=8_000)
    problems = [each for each in read(path, limits) if isinstance(each, Problem)]

    assert problems
    for problem in problems:
        where, said = problem_text(problem, Languages().of("de"))
        assert where == str(problem.origin)
        # What Python's own parsers say, in brackets, is in English alone.
        ours = re.sub(r"\([a-z].*?\)|[\"„].*?[\"“]", "", said)
        assert not _ENGLISH.search(ours), said


@pytest.mark.parametrize("code", NAMES)
def test_what_is_not_recognised_is_told_as_it_is(code: str) -> None:
    lang = Languages().of(code)

    assert sentence("Nobody foresaw {this}.", lang) == "Nobody foresaw {this}."
    assert problem_text(Problem(Origin("a.txt", 1), "Odd.", "Mend it."), lang) == (
        "a.txt:1",
        "Odd. Mend it.",
    )


async def test_an_upload_that_is_wrong_is_told_of_in_german(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(world, monkeypatch, "de")
    wrong = ("news.jsonl", b'{"text": 7, "title": 7}\n{"text": "x", "date": "soon"}')
    uploaded = await world.operator.slash(world.channel, "admin upload", file=wrong)

    said = text_of(uploaded.response)
    assert "news.jsonl:1** Das Feld „text“ muss ein Text in Anführungszeichen sein; Das" in said
    assert "Das Feld „date“ muss ein Datum sein, etwa 2024-12-08" in said
    assert "Berichtige den Datensatz, oder nimm ihn heraus." in said
