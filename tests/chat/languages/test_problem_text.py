"""What is wrong in a file is told in the language of whoever handed it in."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from bot.chat.languages.languages import Languages
from bot.chat.languages.problem_text import place_text, said_text
from bot.library.readers import Limits, read
from bot.problems import Problem, Said
from scripts.translations import BOT, collected
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
        f"[{TEXT}, " + '{"text": "' + "y" * 9_000 + '"}]', b"\xff", '[{"text": "x", "\\ud800": 1}]',
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
    lang = Languages().of("de")
    for problem in problems:
        assert place_text(problem, lang) == str(problem.origin)
        said = " ".join(said_text(each, lang) for each in (problem.what, problem.remedy))
        # What Python's own parsers say, in brackets, is in English alone.
        ours = re.sub(r"\([A-Za-z].*?\)|[\"„].*?[\"“]", "", said)
        assert not _ENGLISH.search(ours), said


def test_whatever_is_said_of_a_source_is_among_what_is_to_be_translated() -> None:
    to_translate = {message.id for message in collected()}
    made = [
        call.args[0]
        for path in BOT.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", None) == Said.__name__
    ]

    assert len(made) > 50
    for sentence in made:
        # One that is put together first could be collected by nobody.
        assert isinstance(sentence, ast.Constant), ast.unparse(sentence)
        assert sentence.value in to_translate


def test_values_are_put_into_the_language_of_the_whole() -> None:
    inner = Said("The row has {count} cells, the header {header}", {"count": 1_000, "header": 2})
    said = Said("Record {number}: {what}", {"number": 1_234}).having(what=inner)
    said = said.then(Said('The column "{name}" is unknown', {"name": "{1}"}))

    assert str(said) == (
        'Record 1,234: The row has 1,000 cells, the header 2; The column "{1}" is unknown'
    )
    assert said_text(said, Languages().of("de")) == (
        "Datensatz 1.234: Die Zeile hat 1.000 Zellen, die Kopfzeile 2; Die Spalte „{1}“ ist "
        "unbekannt."
    )


def test_what_nobody_has_translated_is_said_in_english() -> None:
    assert said_text(Said("Nobody foresaw {what}", {"what": "{this}"}), Languages().of("de")) == (
        "Nobody foresaw {this}."
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
